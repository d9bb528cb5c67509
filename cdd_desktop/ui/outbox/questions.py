"""What needs a decision: what happened, both versions where there are two, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.operations.views import NeedsYou
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.outbox.path_words import PathWords
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import Card, line
from cdd_desktop.ui.words import Words

SHOWN = 20


class Answer(StrEnum):
    """What a person can do about a question."""

    MINE = "mine"
    THEIRS = "theirs"
    DELETE = "delete"
    KEEP = "keep"
    OPEN = "open"
    AGAIN = "again"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and the answer that was pressed."""

    question: NeedsYou
    answer: Answer


def answers_to(question: NeedsYou) -> tuple[Answer, ...]:
    """The answers a question allows, the usual one first."""
    if question.deleting and question.status == "conflict":
        return (Answer.KEEP, Answer.DELETE)
    if question.theirs and question.record_id is not None:
        return (Answer.MINE, Answer.THEIRS)
    if question.record_id is not None:
        return (Answer.OPEN, Answer.AGAIN)
    return (Answer.NOTED, Answer.OPEN) if question.key is not None else (Answer.AGAIN, Answer.NOTED)


class QuestionsCard(Card):
    """The list of questions; ``answered`` carries an ``Answered``."""

    answered = Signal(object)

    def __init__(self, words: Words, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(" ", " ", parent=parent)
        self._words = words
        self._messages = messages
        self.heading.set_text(self.tr("Needs your decision"))
        self.note.set_text(self.tr("Nothing is lost. The value not chosen stays in the entry's history."))
        self._rows: list[QWidget] = []
        self.buttons: dict[tuple[int, Answer], QPushButton] = {}

    def show_questions(self, questions: Sequence[NeedsYou], catalogue: Catalogue) -> None:
        """Show the first twenty; more come up as these are answered."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self.buttons.clear()
        for number, question in enumerate(questions[:SHOWN]):
            if number:
                self._add(line())
            self._add(self._question(question, catalogue))
        if len(questions) > SHOWN:
            more = self.tr("and {n} more").format(n=self._words.format_number(len(questions) - SHOWN))
            self._add(Label(more, "note"))
        self.setVisible(bool(questions))

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self.body.addWidget(row)

    def _question(self, question: NeedsYou, catalogue: Catalogue) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, theme().px(4), 0, theme().px(4))
        grid.setHorizontalSpacing(theme().px(18))
        grid.setVerticalSpacing(theme().px(4))
        head = QHBoxLayout()
        head.addWidget(Label(self._name(question), "strong", elide=True), 1)
        head.addWidget(Chip(self._kind(question), Tone.BAD))
        grid.addLayout(head, 0, 0, 1, 4)
        grid.addWidget(Label(self._sentence(question), "note", wrap=True), 1, 0, 1, 4)
        row = self._versions(grid, question, catalogue, 2) if question.theirs and not question.deleting else 2
        row = self._places(grid, question, row)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px(10))
        buttons.setContentsMargins(0, theme().px(6), 0, 0)
        for answer in answers_to(question):
            button = QuietButton(self._answer_word(answer))
            button.setAccessibleName(f"{self._answer_word(answer)} {self._name(question)}")
            button.clicked.connect(lambda _=False, a=answer: self.answered.emit(Answered(question, a)))
            self.buttons[question.id, answer] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        grid.addLayout(buttons, row, 0, 1, 4)
        for column in (1, 2):
            grid.setColumnStretch(column, 3)
        grid.setColumnStretch(0, 2)
        return box

    def _versions(self, grid: QGridLayout, question: NeedsYou, catalogue: Catalogue, row: int) -> int:
        """The fields both sides changed, side by side."""
        grid.addWidget(Label(self.tr("This machine"), "small"), row, 1)
        grid.addWidget(Label(self.tr("Central"), "small"), row, 2)
        speaker = self._speaker(question, catalogue)
        for path, theirs in question.theirs.items():
            row += 1
            label = speaker.label(path) if speaker else path
            mine = speaker.value(path, question.mine.get(path)) if speaker else str(question.mine.get(path))
            other = speaker.value(path, theirs) if speaker else str(theirs)
            for column, (text, role) in enumerate(((label, "muted"), (mine, "strong"), (other, "strong"))):
                shown = Label(text, role, wrap=True)
                shown.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(shown, row, column)
        return row + 1

    def _speaker(self, question: NeedsYou, catalogue: Catalogue) -> PathWords | None:
        if question.dataset is None or question.entity is None:
            return None
        try:
            definition = catalogue.get(question.dataset, question.form_version)
        except BadRequestError:
            definition = catalogue.newest(question.dataset)
        return PathWords(definition, definition.entity(question.entity), self._words)

    def _places(self, grid: QGridLayout, question: NeedsYou, row: int) -> int:
        """The records a refused certification names."""
        names = dict.fromkeys(question.titles.get(place, place) for place, _ in question.places)
        if not names:
            return row
        text = self.tr("Concerns: {names}").format(names=" · ".join(list(names)[:SHOWN]))
        grid.addWidget(Label(text, "note", wrap=True), row, 0, 1, 4)
        return row + 1

    def _name(self, question: NeedsYou) -> str:
        parts = [question.title] if question.title else []
        if question.dataset is not None:
            parts.append(self._words.dataset(question.dataset))
        return " · ".join(parts) or self.tr("A person of the office")

    def _kind(self, question: NeedsYou) -> str:
        if question.status == "conflict" and question.theirs and not question.deleting:
            count = self._words.format_number(len(question.theirs))
            return self.tr("{n} fields changed on both sides").format(n=count)
        return self.tr("Not taken by central")

    def _sentence(self, question: NeedsYou) -> str:
        if question.deleting and question.status == "conflict":
            return self.tr("Deleted here, while another machine of the office went on editing the entry.")
        if question.status == "conflict" and question.theirs and question.record_id is not None:
            return self.tr("Two machines changed the same fields before they heard of each other. Which value holds?")
        return self._messages.sentence(question.code, {"fields": ", ".join(question.fields)})

    def _answer_word(self, answer: Answer) -> str:
        return {
            Answer.MINE: self.tr("Keep this machine's"),
            Answer.THEIRS: self.tr("Take central's"),
            Answer.DELETE: self.tr("Delete all the same"),
            Answer.KEEP: self.tr("Keep the entry"),
            Answer.OPEN: self.tr("Open and correct"),
            Answer.AGAIN: self.tr("Send again"),
            Answer.NOTED: self.tr("Understood"),
        }[answer]
