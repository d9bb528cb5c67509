"""A month as a table of weeks: its days, what falls due on them, and the days off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.ui.words import Words, weekday_name

Index = QModelIndex | QPersistentModelIndex
DAY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
DUE_ROLE = DAY_ROLE + 1
INSIDE_ROLE = DAY_ROLE + 2
TODAY_ROLE = DAY_ROLE + 3
HOLIDAY_ROLE = DAY_ROLE + 4
_ROOT = QModelIndex()


class MonthModel(QAbstractTableModel):
    """Seven columns from Sunday, as many weeks as the month touches."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._first: date | None = None
        self._start: date | None = None
        self._weeks = 0
        self._today: date | None = None
        self._due: dict[date, tuple[SubmissionView, ...]] = {}
        self._holidays: dict[date, str] = {}

    def set_month(
        self, first: date, views: Sequence[SubmissionView], holidays: Mapping[date, str], today: date
    ) -> None:
        """``holidays`` are names of days off by the day."""
        self.beginResetModel()
        self._first, self._today = first, today
        self._start = first - timedelta(days=(first.weekday() + 1) % 7)
        following = (first + timedelta(days=32)).replace(day=1)
        self._weeks = -(-(following - self._start).days // 7)
        due: dict[date, list[SubmissionView]] = {}
        for view in views:
            due.setdefault(view.window.due_on, []).append(view)
        self._due = {day: tuple(items) for day, items in due.items()}
        self._holidays = dict(holidays)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 7

    def day_at(self, index: Index) -> date | None:
        if self._start is None or not index.isValid():
            return None
        return self._start + timedelta(days=index.row() * 7 + index.column())

    def due_on(self, day: date) -> tuple[SubmissionView, ...]:
        return self._due.get(day, ())

    def index_of(self, day: date) -> QModelIndex:
        if self._start is None or not 0 <= (day - self._start).days < self._weeks * 7:
            return QModelIndex()
        week, weekday = divmod((day - self._start).days, 7)
        return self.index(week, weekday)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day_at(index)
        if day is None or self._first is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.digits(str(day.day))
        if role == DAY_ROLE:
            return day
        if role == DUE_ROLE:
            return self.due_on(day)
        if role == INSIDE_ROLE:
            return day.month == self._first.month
        if role == TODAY_ROLE:
            return day == self._today
        if role == HOLIDAY_ROLE:
            return self._holidays.get(day, "")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            names = [self._words.dataset(view.key.dataset) for view in self.due_on(day)]
            return " · ".join([self._words.format_date(day, "long"), self._holidays.get(day, ""), *names]).strip(" ·")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < 7:
            return weekday_name((section + 6) % 7)
        return None
