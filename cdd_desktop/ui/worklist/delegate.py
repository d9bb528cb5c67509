"""Paints one entry of the worklist: title, place, state chip, and the bar of the current one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.worklist.model import ROW, WorklistRow

ROW_HEIGHT = 66
ONE_LINE_HEIGHT = 44


class WorklistDelegate(QStyledItemDelegate):
    """Everything comes from the row; a wide list shows it on one line instead of two."""

    _one_line = False

    def set_one_line(self, one_line: bool) -> None:
        self._one_line = one_line

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, theme().px(ONE_LINE_HEIGHT if self._one_line else ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, WorklistRow):
            return
        look, box = theme(), QRect(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.fillRect(box, look.colour("tint"))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), look.colour("primary"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("inner_line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.colour("primary"))
            painter.drawRect(box.adjusted(3, 1, -2, -2))
        inner = box.adjusted(look.px(13), look.px(5), -look.px(12), -look.px(5))
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = QRect(inner.left(), upper.bottom(), inner.width(), inner.height() - upper.height())
        if self._one_line:
            upper, lower = (inner.adjusted(0, 0, -inner.width() // 2, 0), inner.adjusted(inner.width() // 2, 0, 0, 0))
        _text(painter, upper, row.title, size=14, bold=current, colour="text")
        chip_width = _chip(painter, lower, row)
        place = lower.adjusted(0, 0, -chip_width - look.px(8), 0)
        _text(painter, place, row.place, size=12.5, bold=False, colour="muted")
        painter.restore()


def _text(painter: QPainter, box: QRect, text: str, *, size: float, bold: bool, colour: str) -> None:
    font = theme().font(size, bold=bold)
    painter.setFont(font)
    painter.setPen(theme().colour(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _chip(painter: QPainter, line: QRect, row: WorklistRow) -> int:
    """Paint the chip at the right end of a line; its width is returned."""
    look = theme()
    font = look.font(12.5)
    width = min(QFontMetrics(font).horizontalAdvance(row.chip) + look.px(24), line.width())
    height = look.px(25)
    box = QRect(line.right() - width + 1, line.center().y() - height // 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ground(row.tone))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(look.ink(row.tone))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.chip)
    return width
