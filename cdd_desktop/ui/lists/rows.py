"""Plain rows of text as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.first_cell import FirstCell
from cdd_desktop.ui.widgets.labels import Label

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Rows in the order given, under fixed heads."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self.rows: tuple[tuple[str, ...], ...] = ()

    def set_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)  # large text may cut a head
        if orientation is not Qt.Orientation.Horizontal or not shown:
            return None
        return self._heads[section]


class RowsTable(QTableView):
    """Takes the keyboard only while it has rows: an empty table could not show where the keyboard is. ``empty`` says
    what an empty one means."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.empty = Label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(*[theme().px(m) for m in (18, 46, 18, 8)])
        inside.addWidget(self.empty)
        model.modelReset.connect(self._take_keys)
        self._take_keys()

    @Slot()
    def _take_keys(self) -> None:
        self.setEnabled(bool(self._rows.rows))
        self.empty.setVisible(not self._rows.rows)


def make_table(model: RowsModel, name: str, widths: Sequence[int]) -> RowsTable:
    """A table of the model; ``widths`` of its first columns in logical pixels, the last takes what is left."""
    table = RowsTable(model)
    table.setAccessibleName(name)
    table.setProperty("role", "list")
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setMinimumHeight(theme().px(96))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme().px(34))
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setStretchLastSection(True)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, theme().px(width))
    FirstCell(table)
    return table
