"""The quiet line on the home screen when a new version of the program waits for the next start."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.updating import is_worth_a_line
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import LinkButton
from cdd_desktop.updates.state import UpdateState


class UpdateOffer(Banner):
    """Hidden while there is nothing to say, and for this sitting once it was put aside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, parent)
        self._desk = desk
        self._aside = False
        self.later = LinkButton(self.tr("Hide"))
        self.later.clicked.connect(self._put_aside)
        self.add(self.later)
        self.hide()
        desk.updates.changed.connect(self.show_state)

    @Slot(object)
    def show_state(self, state: UpdateState) -> None:
        """Say that a version is ready, or that one does not work here."""
        if self._aside or not is_worth_a_line(state):
            self.hide()
            return
        version = self._desk.words.digits(state.version)
        if state.code:
            self.set(self._desk.messages.sentence(state.code, {"version": version}), Tone.WARN)
        else:
            text = self.tr("Version {version} is ready. It begins when you next open the program; all data stay.")
            self.set(text.format(version=version), Tone.INFO)
        self.show()

    @Slot()
    def _put_aside(self) -> None:
        self._aside = True
        self.hide()
