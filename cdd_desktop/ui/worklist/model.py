"""The entries of a submission as a list model: frozen rows in, roles out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from cdd_desktop.operations.views import EntryRef, ItemStatus, WorklistItem
from cdd_desktop.ui.theme import Tone

ROW = int(Qt.ItemDataRole.UserRole)
SEARCH = ROW + 1

_UNFINISHED = frozenset({ItemStatus.TODO, ItemStatus.DRAFT, ItemStatus.ERROR, ItemStatus.WARNING})

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class WorklistRow:
    """An entry with the words it is shown with."""

    item: WorklistItem
    title: str
    place: str
    chip: str
    tone: Tone

    @property
    def ref(self) -> EntryRef:
        """The entry, whatever round it is shown in."""
        own = self.item.register_id if self.item.register_id != self.item.record_id else None
        return EntryRef(self.item.entity, None, self.item.record_id, own)

    @property
    def stable(self) -> tuple[str, str]:
        """What stays the same when a snapshot gets its record."""
        return self.item.entity, str(self.item.register_id or self.item.record_id or "")

    @property
    def finished(self) -> bool:
        return self.item.status not in _UNFINISHED


class WorklistModel(QAbstractListModel):
    """Rows handed in with ``set_rows``; the display text is the title, the tool tip everything in words."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[WorklistRow, ...] = ()

    @property
    def rows(self) -> tuple[WorklistRow, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[WorklistRow]) -> None:
        """Take new rows. Where only states changed, the rows stay and say so; selection and scroll are kept."""
        fresh = tuple(rows)
        if [row.stable for row in fresh] == [row.stable for row in self._rows]:
            changed = [number for number, (a, b) in enumerate(zip(self._rows, fresh, strict=True)) if a != b]
            self._rows = fresh
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def find(self, ref: EntryRef) -> int:
        """The row of an entry: of its record, else of the register entry it belongs to; -1 when it is not there."""
        for number, row in enumerate(self._rows):
            if ref.record_id is not None and row.item.record_id == ref.record_id:
                return number
        for number, row in enumerate(self._rows):
            same = row.item.entity == ref.entity and row.item.register_id == ref.register_id
            if same and ref.register_id is not None and None in (row.item.record_id, ref.record_id):
                return number
        return -1

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (row.title, row.place, row.chip) if part)
        if role == SEARCH:
            return f"{row.title} {row.place} {row.chip}"
        if role == ROW:
            return row
        return None
