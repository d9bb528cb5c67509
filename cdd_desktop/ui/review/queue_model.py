"""The review queue as a table: what waits, since when, what is out of the ordinary in it, and which are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.read_queue import QueueItem
from cdd_desktop.reports.view import Row, Table
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.views.queue import queue_columns, queue_row, queue_table
from cdd_desktop.ui.words import Words

OFFICE, REPORT, WAITING, LOOK, TIMELINESS, ENTRIES, STEP = range(7)

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class QueueModel(QAbstractTableModel):
    """``chosen_changed`` comes when a tick is set or taken. The first order is the queue's own."""

    chosen_changed = Signal()

    def __init__(self, words: Words, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._words, self._now = words, now
        self._items: tuple[QueueItem, ...] = ()
        self._rows: dict[SubmissionKey, Row] = {}
        self._shown: list[QueueItem] = []
        self._chosen: set[SubmissionKey] = set()
        self._filter = ""
        self._order: tuple[int, Qt.SortOrder] | None = None

    @property
    def items(self) -> tuple[QueueItem, ...]:
        """Everything that waits, shown or not."""
        return self._items

    def show(self, items: Sequence[QueueItem]) -> None:
        """Take the queue as it is now; what left it is chosen no more."""
        self._items, today = tuple(items), bangkok_day(self._now())
        self._rows = {item.key: queue_row(item, self._words, today) for item in items}
        self._chosen &= {item.key for item in items}
        self._arrange()

    def table(self) -> Table:
        """What is shown, in its order."""
        return queue_table(self._shown, self._words, bangkok_day(self._now()))

    def set_filter(self, text: str) -> None:
        """Only rows that hold the text; what is hidden is not chosen."""
        self._filter = text.strip().casefold()
        self._arrange()
        self._chosen &= {item.key for item in self._shown}
        self.chosen_changed.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order) if column >= 0 else None
        self._arrange()

    @property
    def shown(self) -> tuple[QueueItem, ...]:
        """In the order they stand in."""
        return tuple(self._shown)

    def item_at(self, row: int) -> QueueItem | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: SubmissionKey) -> int:
        return next((row for row, item in enumerate(self._shown) if item.key == key), -1)

    def chosen(self) -> list[QueueItem]:
        return [item for item in self._shown if item.key in self._chosen]

    def toggle(self, row: int) -> None:
        item = self.item_at(row)
        if item is not None:
            self._chosen ^= {item.key}
            self._told(row)

    def choose(self, wanted: Callable[[QueueItem], bool]) -> None:
        """Exactly these of the rows shown."""
        self._chosen = {item.key for item in self._shown if wanted(item)}
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, STEP))
        self.chosen_changed.emit()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else STEP + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == OFFICE else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return queue_columns()[section].title

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item_at(index.row()) if index.isValid() else None
        if item is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(item, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == OFFICE:
            return Qt.CheckState.Checked if item.key in self._chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = self.tr("chosen") if column == OFFICE and item.key in self._chosen else ""
            return " ".join(part for part in (self.text(item, column), chosen) if part)
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(14, bold=column == LOOK and item.wants_a_look)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (WAITING, ENTRIES):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: AnyIndex, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != OFFICE:
            return False
        self.toggle(index.row())
        return True

    def text(self, item: QueueItem, column: int) -> str:
        """What stands in a column."""
        return self._rows[item.key][column].text

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [item for item in self._items if self._filter in self._everything(item)]
        if self._order is not None:
            column, order = self._order
            self._shown.sort(
                key=lambda item: self._sort_key(item, column), reverse=order is Qt.SortOrder.DescendingOrder
            )
        self.endResetModel()

    def _everything(self, item: QueueItem) -> str:
        return " ".join(cell.text for cell in self._rows[item.key]).casefold()

    def _sort_key(self, item: QueueItem, column: int) -> tuple[object, ...]:
        if column == LOOK:
            return (item.wants_a_look, item.errors, item.warnings, item.reasons, item.returns)
        return (self._rows[item.key][column].rank,)

    def _told(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, STEP))
        self.chosen_changed.emit()
