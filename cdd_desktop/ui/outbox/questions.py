"""What needs a decision: what happened, and what can be done about it or where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cdd_desktop.operations.views import NeedsYou
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import Card, line
from cdd_desktop.ui.words import Words

SHOWN = 20
NAMED = 6


class Answer(StrEnum):
    """What a person can do about a question."""

    OPEN = "open"
    AGAIN = "again"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and the answer that was pressed."""

    question: NeedsYou
    answer: Answer


def is_conflict(question: NeedsYou) -> bool:
    """Whether two machines met on an entry, which the conflict screen decides."""
    return question.status == "conflict" and question.record_id is not None


def answers_to(question: NeedsYou) -> tuple[Answer, ...]:
    """The answers a question allows, the usual one first."""
    if question.status == "told":
        return (Answer.OPEN, Answer.NOTED)
    if question.record_id is not None:
        return (Answer.OPEN, Answer.AGAIN)
    return (Answer.NOTED, Answer.OPEN) if question.key is not None else (Answer.AGAIN, Answer.NOTED)


class QuestionsCard(Card):
    """The list of questions. ``answered`` carries an ``Answered``; ``decide_asked`` leads to the conflicts."""

    answered = Signal(object)
    decide_asked = Signal()

    def __init__(self, words: Words, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(" ", " ", parent=parent)
        self._words = words
        self._messages = messages
        self.heading.set_text(self.tr("Needs your decision"))
        self.note.set_text(self.tr("Nothing is lost; it waits for you."))
        self._rows: list[QWidget] = []
        self.decide = QuietButton(self.tr("Decide"), "right")
        self.decide.set_icon_after()
        self.decide.clicked.connect(self.decide_asked)
        self.decide.set_primary(True)
        self._met = QWidget()
        self._met_title = Label("", "strong", wrap=True)
        self._met_chip = Chip("", Tone.BAD)
        self._met_names = Label("", "note", wrap=True)
        self._build_met()
        self.buttons: dict[tuple[int, Answer], QPushButton] = {}

    def _build_met(self) -> None:
        """The line for all entries two machines changed."""
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(self._met_title, 1)
        head.addWidget(self._met_chip)
        head.addWidget(self.decide)
        column = QVBoxLayout(self._met)
        column.setContentsMargins(0, theme().px(4), 0, theme().px(4))
        column.setSpacing(theme().px(2))
        column.addLayout(head)
        column.addWidget(self._met_names)
        self.body.addWidget(self._met)

    def show_questions(self, questions: Sequence[NeedsYou]) -> None:
        """Entries in conflict first, on one line; then the first twenty others; more come up as these are answered."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self.buttons.clear()
        conflicts = [one for one in questions if is_conflict(one)]
        self._show_conflicts(conflicts)
        others = [one for one in questions if not is_conflict(one)]
        for number, question in enumerate(others[:SHOWN]):
            if number or conflicts:
                self._add(line())
            self._add(self._question(question))
        if len(others) > SHOWN:
            more = self.tr("and {n} more").format(n=self._words.format_number(len(others) - SHOWN))
            self._add(Label(more, "note"))
        self.setVisible(bool(questions))

    @property
    def has_conflicts(self) -> bool:
        """Whether an entry waits for a decision between two machines."""
        return not self._met.isHidden()

    def _show_conflicts(self, conflicts: Sequence[NeedsYou]) -> None:
        number = self._words.format_number
        self._met.setVisible(bool(conflicts))
        self._met_title.set_text(self.tr("Entries changed on both sides: {n}").format(n=number(len(conflicts))))
        fields = sum(max(len(one.theirs), 1) for one in conflicts)
        self._met_chip.set(self.tr("{n} to choose").format(n=number(fields)), Tone.BAD)
        names = [one.title or self._name(one) for one in conflicts[:NAMED]]
        if len(conflicts) > NAMED:
            names.append(self.tr("and {n} more").format(n=number(len(conflicts) - NAMED)))
        self._met_names.set_text(" · ".join(names))

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self.body.addWidget(row)

    def _question(self, question: NeedsYou) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, theme().px(4), 0, theme().px(4))
        grid.setHorizontalSpacing(theme().px(18))
        grid.setVerticalSpacing(theme().px(4))
        head = QHBoxLayout()
        head.addWidget(Label(self._name(question), "strong", elide=True), 1)
        told = question.status == "told"
        head.addWidget(Chip(self.tr("Returned meanwhile") if told else self.tr("Not taken by central"), Tone.BAD))
        grid.addLayout(head, 0, 0, 1, 4)
        grid.addWidget(Label(self._sentence(question), "note", wrap=True), 1, 0, 1, 4)
        row = self._places(grid, question, 2)
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

    def _sentence(self, question: NeedsYou) -> str:
        return self._messages.sentence(question.code, {"fields": ", ".join(question.fields)})

    def _answer_word(self, answer: Answer) -> str:
        return {
            Answer.OPEN: self.tr("Open and correct"),
            Answer.AGAIN: self.tr("Send again"),
            Answer.NOTED: self.tr("Understood"),
        }[answer]
