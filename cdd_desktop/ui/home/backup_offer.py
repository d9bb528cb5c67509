"""The calm line on the home screen when the last proved backup is old and something has changed since."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.operations.backup_state import BackupState
from cdd_desktop.ui.backup_button import BackupButton
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import LinkButton


class BackupOffer(Banner):
    """Hidden while there is nothing to remind of, and for this sitting once it was put aside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, parent)
        self._desk = desk
        self._aside = False
        self.back_up = BackupButton(desk)
        self.later = LinkButton(self.tr("Later"))
        self.later.clicked.connect(self._put_aside)
        self.add(self.back_up)
        self.add(self.later)
        self.hide()

    def offer(self, state: BackupState) -> None:
        """Say since when there is no backup, when it is time."""
        if self._aside or not state.due(self._desk.settings.backup_days, self._desk.clock.now()):
            self.hide()
            return
        words = self._desk.words
        number = words.format_number(state.changes)
        if state.last is None:
            text = self.tr("This machine has not been backed up yet. Changes so far: {n}.")
            self.set(text.format(n=number), Tone.INFO)
        else:
            when = words.format_relative(state.since, self._desk.clock.now())
            text = self.tr("Last backup {when}. Changes since then: {n}.")
            self.set(text.format(when=when, n=number), Tone.INFO)
        self.show()

    @Slot()
    def _put_aside(self) -> None:
        self._aside = True
        self.hide()
