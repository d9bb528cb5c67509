"""Long work beside the window: it tells how far it is, and is stopped at its next step."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from cdd_desktop.ui.tasks import TaskRunner

T = TypeVar("T")


class StoppedError(Exception):
    """The person has stopped it at a step."""


class Job(QObject):
    """One piece of work at a time. People go on working meanwhile: it does not run on the store lane."""

    progressed = Signal(object, float)  # the work's own step, 0 to 1

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let it end at its next step, with ``StoppedError``."""
        self._stop.set()

    def begin(
        self,
        work: Callable[[Callable[[Any, float], None]], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[Exception], object],
    ) -> None:
        stop = self._stop = threading.Event()

        def tell(step: object, far: float) -> None:
            if stop.is_set():
                raise StoppedError
            self.progressed.emit(step, far)

        self._tasks.network(lambda: work(tell), on_done, on_failed)
