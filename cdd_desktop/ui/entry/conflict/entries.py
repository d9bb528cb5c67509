"""The entries in conflict on the left: name, report and what is to decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cdd_desktop.operations.read_conflicts import Conflict
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.painting import is_current, paint_chip, paint_entry, paint_text

ROW = int(Qt.ItemDataRole.UserRole)
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """An entry with its words; ``note`` is its report, ``chip`` what is to decide."""

    conflict: Conflict
    title: str
    note: str
    chip: str


class ConflictsModel(QAbstractListModel):
    """Rows handed in with ``show``."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ConflictRow, ...] = ()

    @property
    def rows(self) -> tuple[ConflictRow, ...]:
        return self._rows

    def show(self, rows: Sequence[ConflictRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join((row.title, row.note, row.chip))
        return row if role == ROW else None


class ConflictDelegate(QStyledItemDelegate):
    """Name above, report and chip below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(160, theme().px(66))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW)
        if not isinstance(row, ConflictRow):
            return
        painter.save()
        upper, lower = paint_entry(painter, option)
        paint_text(painter, upper, row.title, bold=is_current(option))
        taken = paint_chip(painter, lower, row.chip, Tone.BAD, right=True) + theme().px(8)
        paint_text(painter, lower.adjusted(0, 0, -taken, 0), row.note, size=12.5, colour="muted")
        painter.restore()
