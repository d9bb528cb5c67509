"""When somebody types, and what can wait until they pause.

Reading the agenda takes the store lane and Python's lock for a good part of a second in a large office. While keys
follow one another that time belongs to the keys: badges and other sums are renewed as soon as the hands rest.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot
from shiboken6 import isValid

PAUSE_MS = 1_000  # no key for so long is a pause
LONGEST_MS = 15_000  # nothing is put off for longer, however steadily somebody types


class Lull(QObject):
    """``put_off`` does a thing in the next pause, at once when it is quiet; put off twice it is done once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Callable[[], object], None] = {}
        self._last_key, self._first_wait = QElapsedTimer(), QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    @property
    def quiet(self) -> bool:
        """Whether nobody is typing."""
        return not self._last_key.isValid() or self._last_key.hasExpired(PAUSE_MS)

    @property
    def waiting(self) -> int:
        """How many things wait for the next pause."""
        return len(self._waiting)

    @Slot()
    def note_key(self) -> None:
        """A key was pressed."""
        self._last_key.start()

    def put_off(self, act: Callable[[], object]) -> None:
        """``act``: a bound method; dropped when its object is gone by then."""
        if self.quiet:
            act()
            return
        if not self._waiting:
            self._first_wait.start()
            self._timer.start(PAUSE_MS)
        self._waiting[act] = None

    def hurry(self) -> None:
        """Do now what waits."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for act in waiting:
            owner = getattr(act, "__self__", None)
            if not (isinstance(owner, QObject) and not isValid(owner)):
                act()

    def forget(self) -> None:
        """Drop what waits."""
        self._timer.stop()
        self._waiting.clear()

    @Slot()
    def _look(self) -> None:
        if self.quiet or self._first_wait.hasExpired(LONGEST_MS):
            self.hurry()
        else:
            self._timer.start(max(1, PAUSE_MS - self._last_key.elapsed()))
