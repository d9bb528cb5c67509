"""The fields of one record as a table: label, this period, last period, and a column to write a comment in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from cdd_desktop.ui.review.field_rows import FieldRow
from cdd_desktop.ui.theme import theme

NOW, BEFORE, COMMENT = 1, 2, 3

AnyIndex = QModelIndex | QPersistentModelIndex


class FieldsModel(QAbstractTableModel):
    """``commented`` carries a content path and what was written there ("" takes it back)."""

    commented = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[FieldRow, ...] = ()
        self._comments: dict[str, str] = {}
        self._writable = False

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        return self._rows

    def show(self, rows: Sequence[FieldRow], comments: Mapping[str, str], *, writable: bool) -> None:
        """Take another record: its rows, and what has been written about it so far by path."""
        self.beginResetModel()
        self._rows, self._comments, self._writable = tuple(rows), dict(comments), writable
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or not 0 <= section < 4:
            return None
        return (self.tr("Item"), self.tr("This period"), self.tr("Last period"), self.tr("Comment"))[section]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() == COMMENT and self._writable
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column, editing=role == Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(14, bold=row.heading or (column == NOW and row.changed))
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            differs = self.tr("Differs from last period") if column == NOW and row.changed else None
            return self.tr("Reason given") if row.reason else differs
        if role == Qt.ItemDataRole.BackgroundRole:
            ground = "read_only" if row.heading else "tint" if column == NOW and row.changed else ""
            return theme().colour(ground) if ground else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = row.number and column in (NOW, BEFORE)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            notes = [self.tr("Differs from last period")] if column == NOW and row.changed else []
            return "\n".join(filter(None, [self._text(row, column, editing=False), *notes]))
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        path, text = self._rows[index.row()].path, str(value or "").strip()
        if text:
            self._comments[path] = text
        else:
            self._comments.pop(path, None)
        self.dataChanged.emit(index, index)
        self.commented.emit(path, text)
        return True

    def _text(self, row: FieldRow, column: int, *, editing: bool) -> str:
        if column == COMMENT:
            own = self._comments.get(row.path, "")
            return own if editing else "\n".join(filter(None, [row.remark, own]))
        label = self.tr("Reason: {rule}").format(rule=row.label) if row.reason else row.label
        before = f"{row.before}\n({row.change})" if row.change and not editing else row.before
        return (label, row.now, before)[column]

    def _ink(self, row: FieldRow, column: int) -> QColor:
        look = theme()
        if column == COMMENT:
            return QColor(look.tokens.warn if row.path in self._comments else look.tokens.muted)
        return look.colour("muted" if column == BEFORE else "text")
