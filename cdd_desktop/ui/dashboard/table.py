"""A plain table of texts that can be ordered by any column: rows of cells in, their order kept by the model."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cdd_desktop.reports.view import Cell, Column, Row, Sorting, Table, in_order
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.views.absence import TONES as ABSENCE_TONES
from cdd_desktop.ui.views.absence import paint_absence
from cdd_desktop.ui.widgets import ReadingTable
from cdd_desktop.ui.widgets.painting import paint_chip
from cdd_desktop.ui.widgets.surfaces import bring_into_view

TONE = int(Qt.ItemDataRole.UserRole)
AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = 34
_TEXT = 13.5
_WIDEST = 420


class TableModel(QAbstractTableModel):
    """The last row may be a total: it stays the last."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table("", (), ())
        self.columns: tuple[Column, ...] = ()
        self._rows: list[Row] = []
        self._order: list[int] = []
        self._with_total = False
        self._sorted: tuple[int, bool] | None = None

    def show(self, table: Table) -> None:
        """Take new rows; the order stays as chosen while the columns do."""
        self.beginResetModel()
        if table.columns != self.columns:
            self._sorted = None
        self._table = table
        self.columns, self._with_total, self._rows = table.columns, table.with_total, list(table.rows)
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """Largest first; the same column again turns it round."""
        if not 0 <= column < len(self.columns):
            return
        down = not (self._sorted is not None and self._sorted == (column, True))
        self.beginResetModel()
        self._sorted = (column, down)
        self._arrange()
        self.endResetModel()

    def number_of(self, row: int) -> int | None:
        """Which of the given rows stands there; None for the total."""
        if not 0 <= row < len(self._order) or (self._with_total and row == len(self._order) - 1):
            return None
        return self._order[row]

    def shown(self) -> Table:
        """The table in the order it is shown in."""
        return replace(self._table, rows=tuple(self._rows[number] for number in self._order))

    def sorting(self) -> tuple[Sorting, ...]:
        """What the table is ordered by; nothing while it stands as given."""
        return () if self._sorted is None else (Sorting(self._table.title, *self._sorted),)

    def cell_at(self, index: AnyIndex) -> Cell:
        """The cell of a valid index."""
        return self._rows[self._order[index.row()]][index.column()]

    def texts(self) -> list[list[str]]:
        """Heading and rows as shown."""
        return self.shown().texts()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._order):
            return None
        cell = self.cell_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title}: {cell.spoken or cell.text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.spoken or None
        if role == TONE:
            return cell.tone
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def is_total(self, row: int) -> bool:
        return self._with_total and row == len(self._order) - 1

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _arrange(self) -> None:
        if self._sorted is None:
            self._order = list(range(len(self._rows)))
        else:
            column, down = self._sorted
            self._order = in_order(self._table, column, down=down)


class _Delegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            return
        look, box, cell = theme(), QRect(option.rect), model.cell_at(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("tint"))
        painter.setPen(QPen(look.colour("inner_line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(look.px(8), 0, -look.px(8), 0)
        right = model.columns[index.column()].number
        if cell.absence is not None:
            _paint_absence(painter, inner, cell, right=right)
        elif cell.tone and cell.text:
            paint_chip(painter, inner, cell.text, Tone(cell.tone), right=right)
        else:
            bold = model.is_total(index.row()) or index.column() == 0
            _paint_line(painter, inner, cell.text, look.font(_TEXT, bold=bold), look.colour("text"), right=right)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()


def _paint_line(painter: QPainter, box: QRect, text: str, font: QFont, ink: QColor, *, right: bool) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def _paint_absence(painter: QPainter, box: QRect, cell: Cell, *, right: bool) -> None:
    """The mark of the reason before its word."""
    assert cell.absence is not None
    look, font = theme(), theme().font(12.5)
    side, gap = look.px(11), look.px(5)
    word = min(QFontMetrics(font).horizontalAdvance(cell.text) + 1, box.width() - side - gap)
    left = box.right() - word - side - gap if right else box.left()
    paint_absence(painter, QRectF(left, box.center().y() - side / 2 + 1, side, side), cell.absence, look)
    where = QRect(left + side + gap, box.top(), word + 1, box.height())
    _paint_line(painter, where, cell.text, font, look.ink(ABSENCE_TONES[cell.absence]), right=right)


class TableView(ReadingTable):
    """``row_opened`` carries the number of the row as it was given, ``cell_opened`` the column as well: by click, Enter
    or Space; a click on a heading or S orders by the column. ``set_whole`` makes it as tall as its rows, for a page
    that scrolls: two bars beside each other are one too many."""

    row_opened = Signal(int)
    cell_opened = Signal(int, int)

    def __init__(self, model: TableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, row=_ROW, parent=parent)
        self._table, self._whole = model, False
        self.setItemDelegate(_Delegate(self))
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        header.sectionClicked.connect(self._sort)
        self.asked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._follow)
        model.modelReset.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and self.currentIndex().isValid():
            self._sort(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """No taller than it has to be: a column then gives it what is left before it scrolls."""
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), self.minimumSizeHint().height()))

    def set_whole(self, whole: bool) -> None:
        """As tall as its rows, so that the page alone scrolls; or as tall as there is room."""
        self._whole = whole
        head, foot = self.horizontalHeader(), self.horizontalScrollBar().sizeHint().height()
        tall = head.sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        tall += foot if head.length() > self.viewport().width() else 0
        self.setMinimumHeight(tall if whole else 0)

    @Slot(QModelIndex, QModelIndex)
    def _follow(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._whole and self.hasFocus():
            below_head = QPoint(0, self.horizontalHeader().height())
            bring_into_view(self, self.visualRect(current).center() + below_head, theme().px(60))

    @Slot()
    def _fit(self) -> None:
        """As wide as what stands in the columns; a table of few columns fills the width: with its last one, or with its
        first where the last is a number. Measured once for new rows, not at every layout."""
        header, columns = self.horizontalHeader(), self._table.columns
        wide = (len(columns) - 1 if columns and not columns[-1].number else 0) if len(columns) <= _FEW else -1
        metrics, most, room = QFontMetrics(theme().font(_TEXT, bold=True)), theme().px(_WIDEST), theme().px(36)
        for column, texts in enumerate(zip(*self._table.texts()[:_MEASURED], strict=True)):
            stretch, free = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, stretch if column == wide else free)
            longest = sorted(set(texts), key=len)[-_LONGEST:]
            width = max(metrics.horizontalAdvance(text) for text in (texts[0], *longest))
            header.resizeSection(column, min(width + room, most))

    @Slot(int)
    def _sort(self, column: int) -> None:
        self._table.sort_by(column)
        if self._table.rowCount():
            self.setCurrentIndex(self._table.index(0, column))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        number = self._table.number_of(index.row())
        if number is not None:
            self.row_opened.emit(number)
            self.cell_opened.emit(number, index.column())


_FEW = 6
_LONGEST = 4  # texts with the most letters; the widest is among them
_MEASURED = 41  # lines, the heading among them, that decide how wide a column is
