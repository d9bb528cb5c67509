"""Ending a register entry: what it became, since when, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cdd_desktop.domain.record import Value
from cdd_desktop.forms.definition import Choice
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Label, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.date_edit import BuddhistDateEdit
from cdd_desktop.ui.widgets.personal_note import PersonalNote

STATUS = "status"
STATUS_DATE = "status_date"
ACTIVE = "active"
DISSOLVED = "dissolved"


@dataclass(frozen=True, slots=True)
class Ending:
    """The patch of the entry's own fields, and the reason that goes with the mark."""

    patch: dict[str, Value]
    reason: str


class EndDialog(QDialog):
    """``ended`` carries an ``Ending`` when everything is given; closing the dialog changes nothing."""

    ended = Signal(object)

    def __init__(self, draft: Draft, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._around = around
        self.setWindowTitle(self.tr("End this entry"))
        self.setMinimumWidth(theme().px(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(22)] * 4)
        column.setSpacing(theme().px(8))
        column.addWidget(Label(self.tr("End “{name}”").format(name=draft.sheet.title), "heading", wrap=True))
        column.addWidget(
            Label(
                self.tr("The entry stays in the register and in earlier reports, and is no longer asked for."),
                wrap=True,
            )
        )
        self.state = QComboBox(self)
        options = self._options()
        for option in options:
            self.state.addItem(around.label(option), option.value)
        if options:
            column.addWidget(Label(around.label(draft.entity.field(STATUS)) + " *", "note"))
            column.addWidget(self.state)
        self.state.setVisible(bool(options))
        column.addWidget(Label(self.tr("Since when") + " *", "note"))
        self.day = BuddhistDateEdit(around.words, around.today, self)
        self.day.set_date(around.today)
        column.addWidget(self.day)
        column.addWidget(Label(self.tr("Reason") + " *", "note"))
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme().px(80))
        self.reason.setAccessibleName(self.tr("Reason"))
        column.addWidget(self.reason)
        self.personal = PersonalNote(self)
        column.addWidget(self.personal)
        column.addLayout(self._make_answers())
        self.reason.textChanged.connect(self._judge)
        self.day.committed.connect(self._judge)
        self._judge()

    def _make_answers(self) -> QHBoxLayout:
        self.cancel = QuietButton(self.tr("Cancel"))
        self.end = PrimaryButton(self.tr("End this entry"))
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.cancel)
        answers.addWidget(self.end)
        self.cancel.clicked.connect(self.reject)
        self.end.clicked.connect(self._finish)
        return answers

    def _options(self) -> list[Choice]:
        """A group ends by being dissolved; a person in any way but by being active."""
        field = self._draft.entity.field_by_key.get(STATUS)
        ways = [one for one in field.options if one.value != ACTIVE] if field is not None else []
        return [one for one in ways if one.value == DISSOLVED] or ways

    def _judge(self, _value: object = None) -> None:
        self.personal.look(self.reason.toPlainText())
        self.end.setEnabled(bool(self.reason.toPlainText().strip()) and isinstance(self.day.date(), date))

    def _finish(self) -> None:
        self.day.commit()
        day = self.day.date()
        if day is None:
            self._judge()
            return
        patch: dict[str, Value] = {}
        reason = self.reason.toPlainText().strip()
        if self.state.count():
            patch[STATUS] = str(self.state.currentData())
        if STATUS_DATE in self._draft.entity.field_by_key:
            patch[STATUS_DATE] = day.isoformat()
        else:
            reason = f"{self._around.words.format_date(day)}: {reason}"
        self.accept()
        self.ended.emit(Ending(patch, reason))
