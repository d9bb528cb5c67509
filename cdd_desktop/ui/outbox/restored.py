"""The card on the sync screen of a machine that works with a restored backup: one question before anything is sent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.operations.views import Restored
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card


class RestoredCard(Card):
    """Hidden on every other machine. ``confirmed`` comes once the person has said the old one is not used any more."""

    confirmed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk = desk
        self.heading.set_text(self.tr("Nothing is sent from this machine yet"))
        self.note.hide()
        self.sentence = Label("", wrap=True)
        rest = self.tr(
            "Go on working: everything is kept here. Before the first sending one thing has to be certain: the old "
            "machine is lost, broken or put away, and nobody enters anything there any more."
        )
        self.confirm = QuietButton(self.tr("The old machine is not used any more…"))
        self.confirm.clicked.connect(self._ask)
        self.body.addWidget(self.sentence)
        self.body.addWidget(Label(rest, "muted", wrap=True))
        self.body.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_restored(self, restored: Restored | None) -> None:
        if restored is not None:
            words = self._desk.words
            text = self.tr(
                "This machine works with the backup of {when}. What was entered on the old machine after that "
                "is not here, unless central has it: then it comes with the first contact."
            )
            self.sentence.set_text(text.format(when=words.format_instant(restored.made_at)))
            self.confirm.set_primary(True)
        self.setVisible(restored is not None)

    @Slot()
    def _ask(self) -> None:
        question = Question(
            title=self.tr("Send from this machine from now on?"),
            sentence=self.tr(
                "The old machine must not be used any more. If it is found again, do not enter anything there; ask "
                "central for a new enrolment file for it. If both were used after all, central notices it, nothing is "
                "lost, and it asks you where the two differ."
            ),
            yes=self.tr("Not used any more, send from here"),
            no=self.tr("Not yet"),
            tone=Tone.WARN,
        )
        if self._desk.messages.ask(self, question):
            self.confirmed.emit()
