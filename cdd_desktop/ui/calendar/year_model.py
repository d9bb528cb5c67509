"""The fiscal year as a table: datasets down, the thirteen months of due dates across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cdd_desktop.ids import DatasetKey
from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.periods.fiscal import month_column, month_columns
from cdd_desktop.ui.state_words import submission_chip
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
VIEW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TONE_ROLE = VIEW_ROLE + 1
PRESENT_ROLE = VIEW_ROLE + 2
QUIET_ROLE = VIEW_ROLE + 3
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class DatasetLine:
    """A row's head: number in the circular, dataset, and whether this office reports it at all."""

    number: int
    dataset: DatasetKey
    reported: bool


class YearModel(QAbstractTableModel):
    """A cell holds the day of the month a period falls due, with ``*`` when that is a day off."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[DatasetLine, ...] = ()
        self._months: tuple[tuple[int, int], ...] = ()
        self._cells: dict[tuple[int, int], SubmissionView] = {}
        self._today: date | None = None

    def set_year(
        self, fiscal_year: int, lines: Sequence[DatasetLine], views: Sequence[SubmissionView], today: date
    ) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self._months = month_columns(fiscal_year)
        self._today = today
        rows = {line.dataset: number for number, line in enumerate(lines)}
        # Of two in one cell the period in force comes last and stays.
        self._cells = {
            (rows[view.key.dataset], month_column(fiscal_year, view.window.due_on)): view
            for view in sorted(views, key=lambda one: not one.window.cancelled)
            if view.key.dataset in rows
        }
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._months)

    def view_at(self, index: Index) -> SubmissionView | None:
        return self._cells.get((index.row(), index.column())) if index.isValid() else None

    def index_of(self, view: SubmissionView) -> QModelIndex:
        """The cell of a submission of the same key; an invalid index when there is none."""
        for (row, column), held in self._cells.items():
            if held.key == view.key:
                return self.index(row, column)
        return QModelIndex()

    def month_at(self, column: int) -> date:
        year, month = self._months[column]
        return date(year, month, 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == PRESENT_ROLE:
            return self._is_present(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        view = self.view_at(index)
        if view is None:
            return None
        if role == VIEW_ROLE:
            return view
        text, tone = submission_chip(view, self._words)
        if role == TONE_ROLE:
            return tone.value
        if role == Qt.ItemDataRole.DisplayRole:
            day_off = view.last_working_day is not None and view.last_working_day < view.window.due_on
            return self._words.digits(str(view.window.due_on.day)) + ("*" if day_off else "")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            name = f"{self._words.dataset(view.key.dataset)} {self._words.period(view.window)}"
            return f"{name} · {self._words.format_date(view.window.due_on)} · {text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            if not 0 <= section < len(self._lines):
                return None
            line = self._lines[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{self._words.digits(str(line.number))}  {self._words.dataset(line.dataset)}"
            if role == Qt.ItemDataRole.ToolTipRole:
                return self._words.dataset(line.dataset)
            return not line.reported if role == QUIET_ROLE else None
        if not 0 <= section < len(self._months):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._month_name(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words.format_month(self.month_at(section))
        return self._is_present(section) if role == PRESENT_ROLE else None

    def _month_name(self, column: int) -> str:
        """The month, with two digits of the year where a year begins or a name comes twice."""
        first = self.month_at(column)
        month, year = self._words.format_month(first, "short").split(" ")
        with_year = column in (0, 12) or first.month == 1
        return f"{month} {year[-2:]}" if with_year else month

    def _is_present(self, column: int) -> bool:
        return self._today is not None and self._months[column] == (self._today.year, self._today.month)


def tone_of(index: Index) -> Tone | None:
    """The tone a cell carries, None for an empty one."""
    value = index.data(TONE_ROLE)
    return Tone(value) if value else None
