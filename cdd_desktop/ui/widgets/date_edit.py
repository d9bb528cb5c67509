"""A box for a date of the Buddhist era: typed in any of the usual ways, or picked from a Thai calendar."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cdd_desktop.periods.thai_dates import DateAsk, DateParsed, parse_date
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import LinkButton, ToolButton
from cdd_desktop.ui.widgets.date_popup import DatePopup
from cdd_desktop.ui.widgets.flow import FlowLayout
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.words import Words


class _Box(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class BuddhistDateEdit(QWidget):
    """``committed`` carries a ``date``, ``None`` (blank) or the text itself where it is no date.

    A year that could be of either era is asked with one button for each reading, never guessed.
    """

    edited = Signal(str)
    committed = Signal(object)

    def __init__(self, words: Words, today: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._today = today
        self._value: datetime.date | str | None = None
        self._options: tuple[datetime.date, ...] = ()
        self.box = _Box()
        self.box.setPlaceholderText(words.format_date(today, "numeric"))
        self.box.textEdited.connect(self.edited)
        self.box.editingFinished.connect(self.commit)
        self.box.left.connect(self.commit)
        self._pick = ToolButton("calendar", self.tr("Pick a date") + " (F4)")
        self._pick.setProperty("otherKey", "F4")
        self._pick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the Tab key goes from box to box
        self._pick.clicked.connect(self._open_popup)
        row = QHBoxLayout()
        row.setSpacing(theme().px(4))
        row.addWidget(self.box, 1)
        row.addWidget(self._pick)
        self._question = QWidget()
        self._question_flow = FlowLayout(self._question, spacing=theme().px(6))
        self._question.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addLayout(row)
        column.addWidget(self._question)
        self.setFocusProxy(self.box)
        key = QShortcut(QKeySequence("F4"), self.box)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._open_by_key)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def date(self) -> datetime.date | None:
        return self._value if isinstance(self._value, datetime.date) else None

    def raw(self) -> str:
        """What was typed, where it is no date."""
        return self._value if isinstance(self._value, str) else ""

    def set_date(self, day: datetime.date | None) -> None:
        self._take(day, announce=False)

    def set_raw(self, text: str) -> None:
        self._take(text or None, announce=False)

    def setReadOnly(self, read_only: bool) -> None:
        self.box.setReadOnly(read_only)
        self._pick.setVisible(not read_only)

    @Slot()
    def commit(self) -> None:
        """Read the box now; announces only what is new."""
        text = self.box.text().strip()
        if isinstance(self._value, datetime.date) and text == self._words.format_date(self._value):
            return
        if not text:
            self._take(None)
            return
        read = parse_date(text, self._today)
        if isinstance(read, DateParsed):
            self._take(read.value)
        else:
            self._take(text)
            self._ask(read.options if isinstance(read, DateAsk) else ())

    def _take(self, value: datetime.date | str | None, *, announce: bool = True) -> None:
        new = value != self._value
        self._value = value
        self.box.setText(self._words.format_date(value) if isinstance(value, datetime.date) else value or "")
        self._ask(())
        if new and announce:
            self.committed.emit(value)

    def _ask(self, options: tuple[datetime.date, ...]) -> None:
        if options == self._options:
            return
        self._options = options
        self._question_flow.clear()
        if options:
            self._question_flow.addWidget(Label(self.tr("Which one?"), "note"))
        for number, day in enumerate(options):
            button = LinkButton(self._words.format_date(day))
            button.setObjectName(str(number))
            button.clicked.connect(self._answer)
            self._question_flow.addWidget(button)
        self._question.setVisible(bool(options))

    @Slot()
    def _answer(self) -> None:
        self._take(self._options[int(self.sender().objectName())])
        self.box.setFocus()

    @Slot()
    def _open_by_key(self) -> None:
        if not self.box.isReadOnly():
            self._open_popup()

    @Slot()
    def _open_popup(self) -> None:
        popup = DatePopup(self._words, self.date() or self._today, self._today, self)
        popup.picked.connect(self._picked)
        popup.show_below(self.box)

    @Slot(object)
    def _picked(self, day: datetime.date) -> None:
        self._take(day)
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)
