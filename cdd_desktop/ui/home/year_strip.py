"""The year at a glance: a small box a month, a mark a submission that falls due in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class Month:
    """First day, the marks in it, and whether it is the present one."""

    first: date
    tones: tuple[Tone, ...]
    current: bool


class YearStrip(QWidget):
    """``month_chosen`` carries the first day. Marks differ in form as well: a tick, a bar, a ring."""

    month_chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._months: tuple[Month, ...] = ()
        self._cursor = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("The fiscal year by months"))

    def set_months(self, months: Sequence[Month]) -> None:
        self._months = tuple(months)
        self._cursor = next((number for number, month in enumerate(months) if month.current), 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), theme().px(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(60))

    def _cell(self, number: int) -> QRectF:
        gap = theme().px(5)
        width = (self.width() - gap * (len(self._months) - 1)) / max(len(self._months), 1)
        return QRectF(number * (width + gap) + 0.5, 0.5, width - 1, self.height() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, month in enumerate(self._months):
            self._paint_month(painter, self._cell(number), month, focused=self.hasFocus() and number == self._cursor)
        painter.end()

    def _paint_month(self, painter: QPainter, cell: QRectF, month: Month, *, focused: bool) -> None:
        look, px = theme(), theme().px
        edge = QPen(look.colour("primary" if month.current or focused else "inner_line"), 2 if focused else 1)
        painter.setPen(edge)
        painter.setBrush(look.colour("tint" if month.current else "surface"))
        painter.drawRoundedRect(cell, px(6), px(6))
        painter.setFont(look.font(13, bold=month.current))
        painter.setPen(look.colour("text" if month.current else "muted"))
        name = self._words.format_month(month.first, "short").split(" ")[0]
        painter.drawText(cell.adjusted(px(8), px(2), 0, 0), int(Qt.AlignmentFlag.AlignLeft), name)
        size, gap = px(10), px(3)
        room = max(int((cell.width() - px(12) + gap) // (size + gap)), 1)
        y = cell.bottom() - px(17)
        for place, tone in enumerate(month.tones[:room]):
            box = QRectF(cell.left() + px(8) + place * (size + gap), y, size, size)
            paint_mark(painter, box, tone)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for number, month in enumerate(self._months):
            if self._cell(number).contains(event.position()):
                self.month_chosen.emit(month.first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._months:
            self._cursor = (self._cursor + step) % len(self._months)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._months:
            self.month_chosen.emit(self._months[self._cursor].first)
        else:
            super().keyPressEvent(event)


def paint_mark(painter: QPainter, box: QRectF, tone: Tone) -> None:
    """Received: a disc with a tick. You: a disc with a bar. Finished, or with others: half a disc. Later: a ring."""
    ink = theme().ink(tone)
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(QColor(Qt.GlobalColor.transparent))
    if tone is Tone.MUTED:
        painter.setPen(QPen(theme().colour("muted"), 1.2))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        return
    painter.setBrush(ink)
    if tone in (Tone.VIOLET, Tone.INFO):
        painter.setBrush(QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setBrush(ink)
        painter.drawPie(box.adjusted(0.5, 0.5, -0.5, -0.5), 90 * 16, 180 * 16)
        return
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    mark = QPen(theme().colour("surface"), 1.6)
    mark.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(mark)
    w, left, top = box.width(), box.left(), box.top()
    if tone is Tone.OK:
        points = [QPointF(left + w * x, top + w * y) for x, y in ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))]
        painter.drawPolyline(points)
    else:
        painter.drawLine(QPointF(left + w / 2, top + w * 0.24), QPointF(left + w / 2, top + w * 0.55))
        painter.drawPoint(QPointF(left + w / 2, top + w * 0.77))
