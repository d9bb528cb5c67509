"""One office's windows as a list of rows; Enter or a click opens the submission."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cdd_desktop.ui.dashboard.office_model import ENTRIES_COLUMN, STATE_COLUMN, OfficeModel, tone_of
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import ReadingTable
from cdd_desktop.ui.widgets.painting import paint_chip, paint_text

_ROW = 40


class OfficeDelegate(QStyledItemDelegate):
    """Plain text, and the state as a chip; a frame round the current row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        width = QFontMetrics(theme().font(14)).horizontalAdvance(text) + theme().px(26)
        return QSize(width, super().sizeHint(option, index).height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme()
        box = QRect(option.rect)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("tint"))
        painter.setPen(QPen(look.colour("inner_line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(look.px(10), 0, -look.px(10), 0)
        tone = tone_of(index)
        if tone is not None:
            paint_chip(painter, inner, text, tone)
        elif index.column() == ENTRIES_COLUMN:
            painter.setFont(look.font(14))
            painter.setPen(look.colour("muted"))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        else:
            first = index.column() == 0
            paint_text(painter, inner, text, bold=first, colour="text" if index.column() <= 1 else "muted")
        painter.restore()


class OfficeView(ReadingTable):
    """``row_opened`` carries the number of a row."""

    row_opened = Signal(int)

    def __init__(self, model: OfficeModel, parent: QWidget | None = None) -> None:
        super().__init__(model, self.tr("Submissions of the office"), row=_ROW, parent=parent)
        self.setItemDelegate(OfficeDelegate(self))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 1, STATE_COLUMN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (2, 4, ENTRIES_COLUMN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.asked.connect(self._open)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())
