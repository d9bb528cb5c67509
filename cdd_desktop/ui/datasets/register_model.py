"""A register as a table: name, place, state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cdd_desktop.operations.views import WorklistItem
from cdd_desktop.ui.state_words import item_chip
from cdd_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SEARCH_ROLE = ITEM_ROLE + 1
_NAME, _PLACE, _STATE = range(3)
_ROOT = QModelIndex()


class RegisterModel(QAbstractTableModel):
    """Rows are ``WorklistItem`` in the order given; ``tambons`` names codes."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._items: tuple[WorklistItem, ...] = ()
        self._tambons: dict[str, str] = {}

    def set_items(self, items: Sequence[WorklistItem], tambons: Mapping[str, str]) -> None:
        self.beginResetModel()
        self._items = tuple(items)
        self._tambons = dict(tambons)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, index.column())
        if role == ITEM_ROLE:
            return item
        if role == SEARCH_ROLE:
            return f"{item.title} {self._place(item)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {_NAME: self.tr("Name"), _PLACE: self.tr("Place"), _STATE: self.tr("State")}.get(section)

    def _text(self, item: WorklistItem, column: int) -> str:
        if column == _NAME:
            return item.title
        if column == _PLACE:
            return self._place(item)
        return item_chip(item.status, item.errors, self._words)[0]

    def _place(self, item: WorklistItem) -> str:
        code, moo = item.place
        parts = [self.tr("Moo {n}").format(n=self._words.digits(str(moo)))] if moo is not None else []
        if code in self._tambons:
            parts.append(self.tr("T. {name}").format(name=self._tambons[code]))
        return " ".join(parts)
