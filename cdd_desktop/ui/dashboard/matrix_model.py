"""Offices × windows as a table model: frozen rows in, roles out. First column: completeness; last row: sums."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cdd_desktop.collation import thai_key
from cdd_desktop.reports.completeness import Measures
from cdd_desktop.reports.dashboard import MOST_URGENT_FIRST, Cell, CellState, Dashboard, UnitRow
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.cell_words import (
    TONES,
    cell_text,
    cell_tip,
    column_head,
    count_text,
    count_tone,
    state_in_words,
)
from cdd_desktop.ui.words import Words

TONE = int(Qt.ItemDataRole.UserRole)  # a Tone, or None where nothing is painted
_BY_COLUMN = "column:"
BY_CODE, BY_NAME, BY_URGENCY = "code", "name", "urgency"

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CellLook:
    """What is painted in a cell. ``plain``: without a ground; ``nothing``: a report that there is nothing."""

    text: str
    tone: Tone
    plain: bool = False
    nothing: bool = False


class MatrixModel(QAbstractTableModel):
    """Shows one ``Dashboard``. Rows can be ordered by code, name, or what is missing most."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._dashboard: Dashboard | None = None
        self._rows: list[UnitRow] = []
        self._order = BY_CODE

    @property
    def dashboard(self) -> Dashboard | None:
        return self._dashboard

    @property
    def rows(self) -> tuple[UnitRow, ...]:
        """The offices in their order on screen."""
        return tuple(self._rows)

    def show(self, dashboard: Dashboard) -> None:
        """Take new tables; the order of rows stays as chosen."""
        self.beginResetModel()
        self._dashboard = dashboard
        self._rows = self._ordered()
        self.endResetModel()

    def set_order(self, order: str) -> None:
        """``code``, ``name`` or ``urgency`` (most missing first, then most returned)."""
        self.beginResetModel()
        self._order = order
        self._rows = self._ordered()
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """By what wants most attention in a column; the first column is completeness."""
        self.set_order(f"{_BY_COLUMN}{column}")

    def row_at(self, row: int) -> UnitRow | None:
        """The office of a row; None for the sums."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def cell_at(self, index: AnyIndex) -> Cell | None:
        """The cell of an index; None for completeness and for the sums."""
        row = self.row_at(index.row())
        return row.cells[index.column() - 1] if row is not None and index.column() > 0 else None

    def look_of(self, index: AnyIndex) -> CellLook | None:
        """What is painted at an index; None outside of the table."""
        if not index.isValid() or self._dashboard is None or index.row() >= self.rowCount():
            return None
        cell = self.cell_at(index)
        if cell is not None:
            plain = cell.state is CellState.NOT_REPORTED
            return CellLook(cell_text(cell, self._words), TONES[cell.state], plain, cell.nil)
        measures = self._sum(index)
        return CellLook(count_text(measures, self._words), count_tone(measures), plain=True)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or not self._rows else len(self._rows) + (len(self._rows) > 1)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._dashboard is None else len(self._dashboard.windows) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        dashboard = self._dashboard
        if dashboard is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._column_title(section, role == Qt.ItemDataRole.ToolTipRole)
        row = self.row_at(section)
        if row is None:
            return self.tr("Total")
        name = self._words.area(row.unit)
        return name if role == Qt.ItemDataRole.DisplayRole else self._words.office(row.unit)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        look = self.look_of(index) if role in (Qt.ItemDataRole.DisplayRole, TONE) else None
        if look is not None:
            return look.text if role == Qt.ItemDataRole.DisplayRole else look.tone
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if not (spoken or role == Qt.ItemDataRole.ToolTipRole) or self.look_of(index) is None:
            return None
        cell = self.cell_at(index)
        if cell is None:
            return self._sum_told(self._sum(index))
        assert self._dashboard is not None
        window = self._dashboard.windows[index.column() - 1]
        if not spoken:
            return cell_tip(cell, window, self._words)
        return f"{self._words.dataset(window.dataset)} {self._words.period(window)}: {state_in_words(cell)}"

    def _sum_told(self, measures: Measures) -> str:
        return self._words.digits(
            self.tr("{n} of {m} received, {late} late, {missing} missing, {returned} returned").format(
                n=measures.received,
                m=measures.expected,
                late=measures.late,
                missing=measures.missing,
                returned=measures.returned,
            )
        )

    def _sum(self, index: AnyIndex) -> Measures:
        assert self._dashboard is not None
        row = self.row_at(index.row())
        if row is not None:
            return row.measures
        if index.column() == 0:
            return self._dashboard.measures
        return self._dashboard.column_totals[index.column() - 1]

    def _column_title(self, section: int, full: bool) -> str:
        assert self._dashboard is not None
        if section == 0:
            return self.tr("Received of expected") if full else self.tr("Complete\n")
        if not 0 < section <= len(self._dashboard.windows):
            return ""
        window = self._dashboard.windows[section - 1]
        if full:
            due = self.tr("due {date}").format(date=self._words.format_date(window.due_on))
            return f"{self._words.dataset(window.dataset)} · {self._words.period(window)}\n{due}"
        return "\n".join(column_head(window, self._words))

    def _ordered(self) -> list[UnitRow]:
        rows = list(self._dashboard.rows) if self._dashboard is not None else []
        if self._order == BY_NAME:
            rows.sort(key=lambda row: thai_key(self._words.area(row.unit)))
        elif self._order == BY_URGENCY:
            rows.sort(key=lambda row: (-row.measures.missing, -row.measures.returned, row.unit.code))
        if self._order.startswith(_BY_COLUMN):
            column = int(self._order.removeprefix(_BY_COLUMN))
            rows.sort(key=lambda row: (self._want(row, column), row.unit.code))
        return rows

    def _want(self, row: UnitRow, column: int) -> tuple[float, ...]:
        """Small for what wants most attention."""
        if not 0 < column <= len(row.cells):
            ratio = row.measures.declared.ratio
            return (2.0 if ratio is None else ratio,)
        cell = row.cells[column - 1]
        return (MOST_URGENT_FIRST.index(cell.state), -cell.measures.missing, -cell.measures.returned)
