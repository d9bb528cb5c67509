"""Paints one entry of the worklist: title, place, state chip, and the bar of the current one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.painting import is_current, paint_chip, paint_entry, paint_text
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
        painter.save()
        upper, lower = paint_entry(painter, option)
        if self._one_line:
            whole = upper.united(lower)
            upper, lower = whole.adjusted(0, 0, -whole.width() // 2, 0), whole.adjusted(whole.width() // 2, 0, 0, 0)
        paint_text(painter, upper, row.title, bold=is_current(option))
        taken = paint_chip(painter, lower, row.chip, row.tone, right=True) + theme().px(8)
        paint_text(painter, lower.adjusted(0, 0, -taken, 0), row.place, size=12.5, colour="muted")
        painter.restore()
