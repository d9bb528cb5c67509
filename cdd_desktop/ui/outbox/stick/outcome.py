"""What became of a file from a stick, in a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cdd_desktop.operations.stick import FromStick, RefusedFile
from cdd_desktop.operations.take_file import Became
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.outbox.stick.refusals import refusal_word, whose_file
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.labels import Chip, Label

Outcome = FromStick | RefusedFile
_FOR_OTHERS = frozenset({"file-not-for-us", "file-wrong-office"})


def outcome_chip(outcome: Outcome) -> tuple[str, Tone]:
    """The outcome in a word."""
    translate = QCoreApplication.translate
    if isinstance(outcome, RefusedFile):
        return refusal_word(outcome.error.code), Tone.BAD
    return {
        Became.APPLIED: (translate("Stick", "Taken"), Tone.OK),
        Became.OLDER: (translate("Stick", "Nothing new"), Tone.MUTED),
        Became.GAP: (translate("Stick", "Does not join on"), Tone.WARN),
        Became.CUSTODY: (translate("Stick", "With the province"), Tone.INFO),
        Became.KEPT: (translate("Stick", "Not at central yet"), Tone.INFO),
        Became.ANSWERED: (translate("Stick", "Receipt on the stick"), Tone.OK),
        Became.AGAIN: (translate("Stick", "Write once more"), Tone.WARN),
        Became.REIDENTIFIED: (translate("Stick", "Write once more"), Tone.WARN),
    }[outcome.taken.became]


def outcome_sentence(outcome: Outcome, desk: Desk) -> str:
    """What happened and what comes next; of a file for others, whose it is by its name."""
    messages = desk.messages
    if isinstance(outcome, RefusedFile):
        code = outcome.error.code
        sentence = messages.sentence(code, {**outcome.error.params, "path": outcome.path.name})
        whose = whose_file(outcome.path.name, desk) if code in _FOR_OTHERS else ""
        return f"{sentence} {whose}".rstrip()
    taken = outcome.taken
    received = messages.words.format_number(taken.received + taken.pulled)
    return messages.sentence(taken.became.value, {"name": outcome.path.name, "received": received})


class OutcomeRow(QWidget):
    """The file's name, the outcome in a word and in a sentence, and what was written beside it."""

    def __init__(self, outcome: Outcome, desk: Desk) -> None:
        super().__init__()
        self.outcome = outcome
        self.chip = Chip(*outcome_chip(outcome))
        self.sentence = Label(outcome_sentence(outcome, desk), "note", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme().px(4), 0, theme().px(4))
        grid.setVerticalSpacing(theme().px(2))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(outcome.path.name, "strong", elide=True), 0, 0)
        grid.addWidget(self.chip, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.sentence, 1, 0, 1, 2)
