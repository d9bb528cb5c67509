"""The little calendar that opens under a date box: Thai months, Buddhist years, arrow keys."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import ToolButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.words import Words, weekday_letter

_STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-7),
    Qt.Key.Key_Down: timedelta(days=7),
}


def shift_month(day: date, months: int) -> date:
    """The same day some months later or earlier, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class DatePopup(QFrame):
    """A month to pick a day from; Page Up and Page Down change the month, with Ctrl the year, Enter picks."""

    picked = Signal(object)

    def __init__(self, words: Words, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self._words = words
        self._day = day
        self._today = today
        self._title = Label("", "strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        previous = ToolButton("left", self.tr("Previous month"))
        following = ToolButton("right", self.tr("Next month"))
        previous.clicked.connect(self._back)
        following.clicked.connect(self._on)
        head.addWidget(previous)
        head.addWidget(self._title, 1)
        head.addWidget(following)
        self._grid = QGridLayout()
        self._grid.setSpacing(2)
        self._days: list[QPushButton] = []
        self._build_grid()
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(self._grid)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fill()

    def show_below(self, widget: QWidget) -> None:
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        room = widget.screen().availableGeometry()
        place.setX(min(place.x(), room.right() - self.width()))
        if place.y() + self.height() > room.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(place)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        year = 12 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        if key in _STEPS:
            self._go(self._day + _STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_PageUp:
            self._go(shift_month(self._day, -year))
        elif key == Qt.Key.Key_PageDown:
            self._go(shift_month(self._day, year))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._day)
        else:
            super().keyPressEvent(event)

    def _build_grid(self) -> None:
        for column in range(7):
            label = Label(weekday_letter((column + 6) % 7), "note")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(label, 0, column)
        for index in range(42):
            button = QPushButton()
            button.setProperty("role", "day")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFixedSize(theme().px(38), theme().px(32))
            button.clicked.connect(self._pressed)
            self._days.append(button)
            self._grid.addWidget(button, 1 + index // 7, index % 7)

    def _fill(self) -> None:
        first = self._day.replace(day=1)
        start = first - timedelta(days=(first.weekday() + 1) % 7)
        self._title.set_text(self._words.format_month(first))
        for index, button in enumerate(self._days):
            day = start + timedelta(days=index)
            button.setObjectName(day.isoformat())
            inside = day.month == first.month
            button.setText(self._words.digits(str(day.day)) if inside else "")
            button.setAccessibleName(self._words.format_date(day, "long"))
            button.setChecked(day == self._day)
            button.setEnabled(inside)
            font = button.font()
            font.setUnderline(day == self._today)
            button.setFont(font)

    def _go(self, day: date) -> None:
        self._day = day
        self._fill()

    def _pick(self, day: date) -> None:
        self.picked.emit(day)
        self.close()

    @Slot()
    def _pressed(self) -> None:
        self._pick(date.fromisoformat(self.sender().objectName()))

    @Slot()
    def _back(self) -> None:
        self._go(shift_month(self._day, -1))

    @Slot()
    def _on(self) -> None:
        self._go(shift_month(self._day, 1))
