"""The rows of an import as a table: what becomes of each, and why a row is refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from cdd_desktop.exchange.mend import Mending
from cdd_desktop.exchange.plan import Fault, ImportPlan, PlannedRow, RowState

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def state_word(state: RowState) -> str:
    """The state of a row as people read it."""
    translate = QCoreApplication.translate
    return {
        RowState.NEW: translate("ImportPreview", "New"),
        RowState.CHANGED: translate("ImportPreview", "Changed"),
        RowState.UNCHANGED: translate("ImportPreview", "Unchanged"),
        RowState.REFUSED: translate("ImportPreview", "Refused"),
    }[state]


def mending_word(mending: Mending) -> str:
    """What was mended, in a few words."""
    translate = QCoreApplication.translate
    return {
        Mending.SPACES: translate("ImportPreview", "spaces removed"),
        Mending.INVISIBLE: translate("ImportPreview", "invisible characters removed"),
        Mending.TWO_E: translate("ImportPreview", "เเ made แ"),
        Mending.AM: translate("ImportPreview", "ํา made ำ"),
        Mending.MARKS: translate("ImportPreview", "vowels and tone marks put in order"),
        Mending.DIGITS: translate("ImportPreview", "Thai digits read"),
        Mending.TEXT_NUMBER: translate("ImportPreview", "text read as a number"),
        Mending.ERA: translate("ImportPreview", "year read in its era"),
    }[mending]


class PreviewModel(QAbstractTableModel):
    """One line a row of the workbook; ``show_only`` leaves those of one state."""

    def __init__(self, say: Callable[[Fault], str], label: Callable[[str], str]) -> None:
        super().__init__()
        self._say, self._label = say, label
        self._all: tuple[PlannedRow, ...] = ()
        self._rows: list[PlannedRow] = []

    def show_plan(self, plan: ImportPlan, only: str = "") -> None:
        self.beginResetModel()
        self._all = plan.rows
        self._rows = [row for row in plan.rows if not only or row.state.value == only]
        self.endResetModel()

    def show_only(self, state: str) -> None:
        """All rows for ""."""
        self.beginResetModel()
        self._rows = [row for row in self._all if not state or row.state.value == state]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        translate = QCoreApplication.translate
        return (
            translate("ImportPreview", "Row"),
            translate("ImportPreview", "Entry"),
            translate("ImportPreview", "What happens"),
            translate("ImportPreview", "Why"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        return (f"{row.sheet} · {row.row}", row.title, state_word(row.state), self._why(row))[index.column()]

    def _why(self, row: PlannedRow) -> str:
        if row.faults:
            return " · ".join(f"{fault.cell} {self._label(fault.path)}: {self._say(fault)}" for fault in row.faults)
        parts = [f"{self._label(each.path)}: {mending_word(each.mending)}" for each in row.mended]
        translate = QCoreApplication.translate
        if row.matched:
            parts.insert(0, translate("ImportPreview", "the entry is here already and is updated"))
        if row.incomplete and row.state in (RowState.NEW, RowState.CHANGED):
            parts.insert(0, translate("ImportPreview", "saved, not complete yet"))
        return " · ".join(parts)
