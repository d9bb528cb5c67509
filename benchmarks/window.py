"""The real window on an office, for the benchmarks that press its keys."""

from __future__ import annotations

import os
import sys
import traceback

from PySide6.QtWidgets import QApplication

from cdd_desktop.clock import Clock
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.settings import Settings
from cdd_desktop.ui.program import Program


def begin_program(app: QApplication, workplace: Workplace, clock: Clock) -> Program:
    """The program as an officer sees it, signed in and at rest.

    A mistake anywhere ends the benchmark with its traceback and status 1, instead of being said calmly.
    """
    program = Program(app, profile=workplace.profile, clock=clock, settings=Settings(background_sync=False))
    program.begin()
    program.net.fold()
    program.tasks.failed.disconnect(program.net.take)
    program.tasks.failed.connect(_end_loudly)
    sys.excepthook = lambda _kind, error, _trace: _end_loudly(error)
    program.window.resize(1366, 698)
    program.desk.opened.emit(workplace)
    assert program.tasks.wait_until_idle(60)
    return program


def _end_loudly(error: BaseException) -> None:
    traceback.print_exception(error)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(1)  # from within Qt there is no other way out
