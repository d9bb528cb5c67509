"""Files that come from outside, by a double click: they wait until somebody is at work, then their screen opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot

from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.slots import is_enrolled
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.main_window import MainWindow

ENROLMENT = ".cddenrol"


class Arrivals(QObject):
    """``window`` answers the present one, which is built anew when settings change."""

    def __init__(self, desk: Desk, window: Callable[[], MainWindow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._waiting: list[Path] = []
        queued = Qt.ConnectionType.QueuedConnection  # after the window has taken the person in
        desk.opened.connect(self._go_on, queued)
        desk.unlocked.connect(self._go_on, queued)

    def take(self, files: Sequence[Path]) -> None:
        """Open files now, or once somebody has signed in. An enrolment opens the setting up of a new machine."""
        enrolments = [file for file in files if file.suffix.lower() == ENROLMENT]
        self._waiting += [file for file in files if file not in enrolments and file not in self._waiting]
        if enrolments and is_enrolled(self._desk.profile):
            error = RefusedError("profile-enrolled", profile=self._desk.profile.name)
            self._desk.messages.tell(self._window(), error)
        elif enrolments:
            self._desk.open("first_start", enrolments[0])
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        if self._waiting and self._desk.signed_in and not self._window().locked:
            files, self._waiting = tuple(self._waiting), []
            self._desk.open("outbox", files)
