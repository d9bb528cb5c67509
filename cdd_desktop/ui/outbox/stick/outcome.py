"""What became of a file from a stick, in a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cdd_desktop.operations.stick import FromStick, RefusedFile
from cdd_desktop.operations.take_file import Became
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.labels import Chip, Label

Outcome = FromStick | RefusedFile


def outcome_chip(outcome: Outcome) -> tuple[str, Tone]:
    """The outcome in a word."""
    translate = QCoreApplication.translate
    if isinstance(outcome, RefusedFile):
        return translate("Stick", "Not taken"), Tone.BAD
    return {
        Became.APPLIED: (translate("Stick", "Taken"), Tone.OK),
        Became.OLDER: (translate("Stick", "Nothing new"), Tone.MUTED),
        Became.GAP: (translate("Stick", "Does not join on"), Tone.WARN),
        Became.CUSTODY: (translate("Stick", "With the province"), Tone.INFO),
        Became.KEPT: (translate("Stick", "Not at central yet"), Tone.INFO),
        Became.ANSWERED: (translate("Stick", "Receipt on the stick"), Tone.OK),
        Became.REIDENTIFIED: (translate("Stick", "Write once more"), Tone.WARN),
    }[outcome.taken.became]


def outcome_sentence(outcome: Outcome, messages: Messages) -> str:
    """What happened and what comes next."""
    if isinstance(outcome, RefusedFile):
        return messages.sentence(outcome.error.code, {**outcome.error.params, "path": outcome.path.name})
    taken = outcome.taken
    received = messages.words.format_number(taken.received + taken.pulled)
    return messages.sentence(taken.became.value, {"name": outcome.path.name, "received": received})


class OutcomeRow(QWidget):
    """The file's name, the outcome in a word and in a sentence, and what was written beside it."""

    def __init__(self, outcome: Outcome, messages: Messages) -> None:
        super().__init__()
        self.outcome = outcome
        self.chip = Chip(*outcome_chip(outcome))
        self.sentence = Label(outcome_sentence(outcome, messages), "note", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme().px(4), 0, theme().px(4))
        grid.setVerticalSpacing(theme().px(2))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(outcome.path.name, "strong", elide=True), 0, 0)
        grid.addWidget(self.chip, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.sentence, 1, 0, 1, 2)
