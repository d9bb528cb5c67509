"""The last net: a mistake of the program is written down, said calmly, and does not end the program."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from cdd_desktop.logs import write_crash
from cdd_desktop.ui.desk import Desk

_log = logging.getLogger(__name__)


class CrashNet(QObject):
    """Takes ``sys.excepthook`` while it is spread. The same mistake is written and said once."""

    _caught = Signal(object)

    def __init__(self, desk: Desk, logs: Path) -> None:
        super().__init__()
        self._desk = desk
        self._logs = logs
        self._seen: set[str] = set()
        self._guard = threading.Lock()
        self._before = sys.excepthook
        self._caught.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def spread(self) -> None:
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread
        self._desk.tasks.failed.connect(self.take)

    def fold(self) -> None:
        sys.excepthook = self._before
        threading.excepthook = threading.__excepthook__

    @Slot(object)
    def take(self, error: BaseException) -> None:
        """An exception from anywhere."""
        frames = traceback.extract_tb(error.__traceback__)
        name = f"{type(error).__name__}:{[(frame.filename, frame.lineno) for frame in frames]}"
        with self._guard:
            if name in self._seen:
                return
            self._seen.add(name)
        file = write_crash(self._logs, error)
        _log.error("a mistake of the program, written to %s", file.name)
        self._caught.emit(error)

    def _catch(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, error.__traceback__)
        else:
            self.take(error)

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_value)

    @Slot(object)
    def _say(self, error: BaseException) -> None:
        self._desk.messages.tell(None, error)
