"""The table as a Qt model over a sheet: which row stands where, its cells, and what is typed into them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.forms.values import Ask
from cdd_desktop.ui.grid.cells import Cell, CellMaker, Look
from cdd_desktop.ui.grid.columns import Column
from cdd_desktop.ui.grid.ledger import Ledger, Seen
from cdd_desktop.ui.grid.reading import Offer, Reader
from cdd_desktop.ui.grid.sheet import Sheet

AnyIndex = QModelIndex | QPersistentModelIndex
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_TIP, _SPOKEN = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_LOOKED_AT = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _LOOKED_AT | Qt.ItemFlag.ItemIsEditable
_KEPT = 2_000  # rows whose cells are remembered


class GridModel(QAbstractTableModel):
    """``order`` holds the numbers of the rows from the top. Where entries can be added an empty line follows them.

    ``asked`` carries an index, the text typed there and the values it could mean; ``refused`` an index that cannot be
    typed into.
    """

    asked = Signal(QModelIndex, str, tuple)
    refused = Signal(QModelIndex)

    def __init__(
        self,
        sheet: Sheet,
        columns: tuple[Column, ...],
        maker: CellMaker,
        reader: Reader,
        *,
        addable: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.columns = columns
        self.maker = maker
        self.reader = reader
        self.addable = addable
        self.order: list[int] = list(range(len(sheet.ledger.rows)))
        self._where: dict[int, int] | None = None  # row number → line
        self._cells: OrderedDict[int, tuple[Seen | None, tuple[Cell, ...]]] = OrderedDict()
        self._blank = tuple(Cell("", maker.look(column, sheet.ledger.blank(), None)) for column in columns)
        sheet.changed.connect(self._changed)

    @property
    def ledger(self) -> Ledger:
        return self.sheet.ledger

    # --- Qt's questions ------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.order) + self.addable

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        if role == _DISPLAY:
            return self.cell(index.row(), index.column()).text
        if role == _EDIT:
            return self.text_to_edit(index)
        if role == _ALIGN:
            return _RIGHT if self.columns[index.column()].numeric else _LEFT
        if role in (_TIP, _SPOKEN):
            return self.describe(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical:
            if role == _DISPLAY:
                return "" if section >= len(self.order) else str(section + 1)
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return f"{column.head} ({column.unit})" if column.unit else column.head
        if role == _TIP:
            return "\n".join(part for part in (column.head, column.help) if part)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        line = index.row()
        return _TYPED if line >= 0 and self.cell(line, index.column()).look is Look.OPEN else _LOOKED_AT

    def setData(self, index: AnyIndex, value: Any, role: int = _EDIT) -> bool:
        """Read a text, or take an ``Offer``; a text that could mean several things is kept and asked about."""
        column = self.columns[index.column()]
        if role != _EDIT or self.cell(index.row(), index.column()).look is not Look.OPEN:
            return False
        if isinstance(value, Offer):
            return self._put(index.row(), self.reader.chosen(column, value, self.content(index.row())))
        text = str(value)
        if text.strip() == self.text_to_edit(index).strip():
            return False
        outcome = self.reader.read(column, text)
        done = self._put(index.row(), self.reader.patch(column, text, outcome))
        if isinstance(outcome, Ask):
            self.asked.emit(self.index(index.row(), index.column()), text, outcome.options)
        return done

    # --- rows and cells ------------------------------------------------------------------------------------------

    def number(self, line: int) -> int | None:
        """The row that stands in a line; None for the empty line at the end."""
        return self.order[line] if 0 <= line < len(self.order) else None

    def line_of(self, number: int) -> int | None:
        """The line a row stands in; None while it is filtered out."""
        if self._where is None:
            self._where = {one: line for line, one in enumerate(self.order)}
        return self._where.get(number)

    def cell(self, line: int, column: int) -> Cell:
        """The cell as it was worked out; without judgement while its row waits for it."""
        if line >= len(self.order):
            return self._blank[column]
        number = self.order[line]
        seen = self.ledger.peek(number)
        known = self._cells.get(number)
        if known is None or (known[0] is not seen and seen is not None):
            known = self._remember(number, seen)
        return known[1][column]

    def work_out(self, line: int) -> bool:
        """Judge the row of a line; False when that was done before. Whoever asks for it tells the views."""
        number = self.number(line)
        if number is None or self.ledger.peek(number) is not None:
            return False
        seen = self.ledger.look(number)
        self._remember(number, seen)
        return True

    def tell_changed(self, first: int, last: int) -> None:
        """The lines from one to another look different now."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def text_to_edit(self, index: AnyIndex) -> str:
        """What an editor begins with; a citizen id is never written into it."""
        column, number = self.columns[index.column()], self.number(index.row())
        if number is None or column.field is None or column.field.type is FieldType.CITIZEN_ID:
            return ""
        content = self.ledger.content(number)
        raw = content.get(RAW + column.key)
        return raw if isinstance(raw, str) else self.maker.shown(column, content.get(column.key))

    def content(self, line: int) -> Content:
        """What is typed in the row of a line; nothing in the empty line."""
        number = self.number(line)
        return {} if number is None else self.ledger.content(number)

    def value(self, line: int, column: int) -> Value:
        """The stored value of a cell, a calculated one too."""
        number = self.number(line)
        key = self.columns[column].key
        return None if number is None or not key else self.ledger.look(number).evaluation.values.get(key)

    def describe(self, index: AnyIndex) -> str:
        """A cell in words, for tool tips and screen readers."""
        column, cell = self.columns[index.column()], self.cell(index.row(), index.column())
        return f"{column.head}: {cell.text}" if cell.text else column.head

    def set_order(self, order: Sequence[int]) -> None:
        """Show these rows in this order."""
        self.layoutAboutToBeChanged.emit()
        self.order = list(order)
        self._where = None
        self.layoutChanged.emit()

    def begin_row(self) -> int:
        """Turn the empty line at the end into a row of its own, and answer its number."""
        line = len(self.order)
        self.beginInsertRows(QModelIndex(), line, line)
        number = self.ledger.begin()
        self.order.append(number)
        self._where = None
        self.endInsertRows()
        return number

    def put(self, patches: dict[int, dict[str, Value]]) -> bool:
        """Lay patches over the rows of lines as one step; those of the empty line begin a row."""
        numbers: dict[int, dict[str, Value]] = {}
        for line, patch in patches.items():
            number = self.number(line)
            if number is None and self.addable and any(value is not None for value in patch.values()):
                number = self.begin_row()
            if number is not None:
                numbers[number] = patch
        return self.sheet.edit(numbers)

    def _put(self, line: int, patch: Any) -> bool:
        return self.put({line: dict(patch)})

    def _remember(self, number: int, seen: Seen | None) -> tuple[Seen | None, tuple[Cell, ...]]:
        made = self._cells[number] = (seen, self.maker.row(number, seen))
        if len(self._cells) > _KEPT:
            self._cells.popitem(last=False)
        return made

    def _changed(self, numbers: frozenset[int]) -> None:
        self.maker.forget(numbers)
        for number in numbers:
            self._cells.pop(number, None)
        lines = [line for line in map(self.line_of, numbers) if line is not None]
        if lines:
            self.tell_changed(min(lines), max(lines))
