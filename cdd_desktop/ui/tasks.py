"""Work off the main thread: one serial lane for the store, a few threads for the network, results back as values."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, Signal, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from cdd_desktop.ui.lull import Lull

T = TypeVar("T")
_log = logging.getLogger(__name__)
# How long a lane may keep Python's lock from the window. A repaint asks for it hundreds of times; with Python's own
# five milliseconds a page takes twice as long to paint while the store works.
_TURN_SECONDS = 0.0005


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How one task ended: ``finish`` is called with ``value``, exactly once, on the main thread."""

    finish: Callable[[Any], object]
    value: object


class TaskRunner(QObject):
    """Runs callables elsewhere and hands their result or their exception to a callback on the main thread.

    A callback that is a method of a destroyed widget is dropped. A failure without ``on_failed`` goes to
    ``failed``. After ``close`` nothing is started and nothing is delivered any more. ``lull`` puts off what can wait
    until nobody types.
    """

    failed = Signal(object)  # an exception nobody else asked for
    idled = Signal()  # the last running task has been delivered
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, network_threads: int = 3) -> None:
        super().__init__(parent)
        self._store = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._network = ThreadPoolExecutor(network_threads, thread_name_prefix="network")
        self._running = 0
        self._closed = threading.Event()
        self.lull = Lull(self)
        sys.setswitchinterval(_TURN_SECONDS)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> int:
        """Tasks started and not yet delivered."""
        return self._running

    def store(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run on the store lane: one at a time, in the order asked."""
        self._start(self._store, work, on_done, on_failed)

    def network(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run on a network thread; several at once, in no order."""
        self._start(self._network, work, on_done, on_failed)

    def wait_until_idle(self, timeout_seconds: float = 30) -> bool:
        """Keep the window alive until every task is delivered, also what waits for a pause in typing; False when the
        time is over first."""
        deadline = QDeadlineTimer(round(timeout_seconds * 1000))
        while not deadline.hasExpired():
            self.lull.hurry()
            QApplication.processEvents()  # what is delivered may start more
            if not self._running and not self.lull.waiting:
                return True
            QThread.msleep(1)
        return False

    def close(self) -> None:
        """Let running tasks end, forget those waiting; safe to call twice."""
        self._closed.set()
        self.lull.forget()
        self._network.shutdown(wait=True, cancel_futures=True)
        self._store.shutdown(wait=True)
        self._running = 0

    def _start(
        self,
        lane: Executor,
        work: Callable[[], T],
        on_done: Callable[[T], object] | None,
        on_failed: Callable[[Exception], object] | None,
    ) -> None:
        if self._closed.is_set():
            return
        self._running += 1
        done = on_done if on_done is not None else _nothing
        lost = on_failed if on_failed is not None else self._report

        def run() -> None:
            try:
                outcome = _Outcome(done, work())
            except Exception as error:
                outcome = _Outcome(lost, error)
            if not self._closed.is_set():
                self._arrived.emit(outcome)

        lane.submit(run)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        self._running = max(0, self._running - 1)
        owner = getattr(outcome.finish, "__self__", None)
        if not (isinstance(owner, QObject) and not isValid(owner)):
            outcome.finish(outcome.value)
        if self._running == 0:
            self.idled.emit()

    def _report(self, error: Exception) -> None:
        _log.error("a task failed: %s", type(error).__name__, exc_info=error)
        self.failed.emit(error)


def _nothing(_value: object) -> None:
    """The callback of a task whose result nobody waits for."""
