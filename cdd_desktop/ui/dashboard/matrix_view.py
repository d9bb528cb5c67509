"""The matrix on screen: names stay at the left, heads at the top, each cell a word on its tone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cdd_desktop.ui.dashboard.matrix_model import CellLook, MatrixModel
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import ReadingTable
from cdd_desktop.ui.widgets.painting import paint_mark, paint_nothing

_ROW = 31
_CELL = 74
_WIDEST = 128
_NAMES = 124
_LONGEST_NAME = 200
_KEPT = 600  # cells as painted


class MatrixDelegate(QStyledItemDelegate):
    """Paints a word on the rounded ground of its tone; sums and counts stand without a ground, in bold.

    A matrix has many cells and few words: each is painted once for a size of cell and kept.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept: dict[tuple[CellLook, int, int, float], QPixmap] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, rect = index.model(), QRect(option.rect)
        cell = model.look_of(index) if isinstance(model, MatrixModel) else None
        if cell is None:
            return
        fine = painter.device().devicePixelRatio()
        key = (cell, rect.width(), rect.height(), fine)
        picture = self._kept.get(key)
        if picture is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            picture = self._kept[key] = paint_cell(cell, rect.size(), fine)
        painter.drawPixmap(rect.topLeft(), picture)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("primary"), 2))
            painter.drawRoundedRect(_inner(rect), theme().px(4), theme().px(4))
            painter.restore()


def _inner(rect: QRect) -> QRectF:
    return QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5)


def paint_cell(cell: CellLook, size: QSize, fine: float) -> QPixmap:
    """A cell without the frame of the keyboard, ``fine`` device pixels to one of the screen."""
    look, picture = theme(), QPixmap(size * fine)
    picture.setDevicePixelRatio(fine)
    picture.fill(Qt.GlobalColor.transparent)
    painter, box = QPainter(picture), _inner(QRect(QPoint(0, 0), size))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not cell.plain:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.ground(cell.tone))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
    font = look.font(12.5, bold=cell.plain)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, round(box.width()) - 4)
    where = box if cell.plain else _beside_mark(painter, box, metrics.horizontalAdvance(shown), cell)
    painter.setFont(font)
    painter.setPen(look.ink(cell.tone))
    painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.end()
    return picture


def _beside_mark(painter: QPainter, box: QRectF, text: int, cell: CellLook) -> QRectF:
    """Paints the mark of a cell where there is room for it beside the word; answers what is left for the word."""
    side, gap = theme().px(11), theme().px(4)
    left = box.center().x() - (side + gap + text) / 2
    if left < box.left() + 2:
        return box
    mark = QRectF(left, box.center().y() - side / 2, side, side)
    if cell.nothing:
        paint_nothing(painter, mark, cell.tone)
    else:
        paint_mark(painter, mark, cell.tone)
    return QRectF(left + side + gap, box.top(), text + 1, box.height())


class _Heads(QHeaderView):
    """Two quiet lines a column; the head of the current column in bold."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(46))

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        look = theme()
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        view = self.parentWidget()
        current = isinstance(view, QTableView) and view.currentIndex().column() == section
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        font = look.font(12.5, bold=current)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(look.colour("text" if current else "muted"))
        half = rect.height() // 2
        for number, line in enumerate(text.split("\n")[:2]):
            box = QRect(rect.left() + 2, rect.top() + number * half, rect.width() - 4, half)
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.restore()


class _Names(QHeaderView):
    """Names of offices at the left, the current one in bold; a click opens the office."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as the longest name, within reason."""
        px, model = theme().px, self.model()
        metrics = QFontMetrics(theme().font(13.5, bold=True))
        names = (
            [str(model.headerData(row, Qt.Orientation.Vertical) or "") for row in range(self.count())] if model else []
        )
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0) + px(12)
        return QSize(max(px(_NAMES), min(longest, px(_LONGEST_NAME))), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        look = theme()
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) or "")
        view = self.parentWidget()
        current = isinstance(view, QTableView) and view.currentIndex().row() == section
        total = isinstance(model, MatrixModel) and model.row_at(section) is None
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        font = look.font(13.5, bold=current or total)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        box = rect.adjusted(look.px(2), 0, -look.px(6), 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()


class MatrixView(ReadingTable):
    """``office_opened`` carries a row, ``cell_opened`` an index: by click, Enter or Space. A click on a head or S
    orders the rows by what wants most attention in the column."""

    office_opened = Signal(int)
    cell_opened = Signal(QModelIndex)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(model, self.tr("Offices and datasets"), row=_ROW, parent=parent)
        self._matrix = model
        self.setItemDelegate(MatrixDelegate(self))
        heads = _Heads(self)
        self.setHorizontalHeader(heads)
        heads.sectionClicked.connect(model.sort_by)
        names = _Names(self)
        self.setVerticalHeader(names)
        names.sectionClicked.connect(self.office_opened)
        names.setDefaultSectionSize(theme().px(_ROW))
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(
            f"QTableCornerButton::section {{ background: {theme().tokens.surface}; border: none; }}"
            f"QHeaderView {{ background: {theme().tokens.surface}; }}"
            "QAbstractScrollArea::corner { background: transparent; border: none; }"
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.asked.connect(self._open)
        model.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._repaint_heads)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and self.currentIndex().isValid():
            column = self.currentIndex().column()
            self._matrix.sort_by(column)
            self.setCurrentIndex(self._matrix.index(0, column))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if self._matrix.row_at(index.row()) is None:
            return
        if index.column() == 0:
            self.office_opened.emit(index.row())
        else:
            self.cell_opened.emit(index)

    @Slot()
    def _fit(self) -> None:
        """Columns share the width when they all fit, and scroll sideways when they do not."""
        count = self._matrix.columnCount()
        if not count:
            return
        self.verticalHeader().updateGeometry()
        look = theme()
        room = self.viewport().width() // count
        self.horizontalHeader().setDefaultSectionSize(min(max(room, look.px(_CELL)), look.px(_WIDEST)))

    @Slot()
    def _repaint_heads(self) -> None:
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
