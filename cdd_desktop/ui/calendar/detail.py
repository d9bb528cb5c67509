"""The card under a calendar: everything about the chosen period, and its next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cdd_desktop.operations.views import NextStep, SubmissionView
from cdd_desktop.periods.calendar import Calendar
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.state_words import next_step_word, submission_chip
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import Card
from cdd_desktop.ui.words import Words, weekday_name


class PeriodDetail(Card):
    """``chosen`` carries the ``SubmissionView`` whose next step is wanted."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._view: SubmissionView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name = Label("", "heading", wrap=False, elide=True)
        self._chip = Chip()
        self._projected = Chip(self.tr("projected"), Tone.INFO)
        self._dates = Label("", "note", wrap=True)
        self.button = QuietButton("")
        self.button.setMinimumWidth(theme().px(136))
        self.button.clicked.connect(self._choose)
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(self._name, 0)
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        head.addWidget(self._chip)
        head.addWidget(self._projected)
        head.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(theme().px(2))
        texts.addLayout(head)
        texts.addWidget(self._dates)
        row = QHBoxLayout()
        row.setSpacing(theme().px(18))
        row.addLayout(texts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.show_nothing()

    def set_low(self, low: bool) -> None:
        """Less air on a low page."""
        edge = theme().px(6 if low else 14)
        self.body.setContentsMargins(theme().px(18), edge, theme().px(18), edge)

    def show_nothing(self, text: str = "") -> None:
        """No period is chosen."""
        self._view = None
        self._name.set_text(text or self.tr("Choose a period in the calendar"))
        self._dates.set_text("")
        for widget in (self._chip, self._projected, self.button):
            widget.hide()

    def show_view(self, view: SubmissionView, calendar: Calendar) -> None:
        self._view = view
        words, window = self._words, view.window
        self._name.set_text(f"{words.dataset(view.key.dataset)} {words.period(window)}")
        self._chip.set(*submission_chip(view, words))
        self._chip.show()
        self._projected.setVisible(window.projected)
        parts = [
            self.tr("opens {date}").format(date=words.format_date(window.opens_on)),
            self.tr("due {weekday} {date}").format(
                weekday=weekday_name(window.due_on.weekday()), date=words.format_date(window.due_on)
            ),
            self._day_off(view, calendar),
            self.tr("data as at {date}").format(date=words.format_date(window.data_end)),
            self._source(view, calendar),
        ]
        self._dates.set_text(" · ".join(part for part in parts if part))
        self.button.set_text(next_step_word(view.next_step))
        self.button.set_primary(view.next_step is not NextStep.VIEW)
        self.button.show()

    def _day_off(self, view: SubmissionView, calendar: Calendar) -> str:
        due = view.window.due_on
        parts = []
        if view.last_working_day is not None and view.last_working_day < due:
            parts.append(
                self.tr("a day off, submit by {date}").format(date=self._words.format_date(view.last_working_day))
            )
        if not calendar.holidays_known(due.year):
            parts.append(self.tr("public holidays of this year are not known yet"))
        return " · ".join(parts)

    def _source(self, view: SubmissionView, calendar: Calendar) -> str:
        if view.window.cancelled:
            return self.tr("cancelled by the circular in force; what was entered is kept and nothing more is expected")
        circular = calendar.circular(view.window.fiscal_year)
        number = self._words.digits(arabic_digits(circular.number_th))
        day = self._words.format_date(circular.dated_on)
        if view.window.projected:
            return self.tr("projected from circular {number} of {date}").format(number=number, date=day)
        return self.tr("circular {number} of {date}").format(number=number, date=day)

    @Slot()
    def _choose(self) -> None:
        if self._view is not None:
            self.chosen.emit(self._view)
