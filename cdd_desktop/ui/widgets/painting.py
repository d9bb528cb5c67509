"""Painting of text, chips and marks inside item views and strips."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cdd_desktop.ui.theme import Theme, Tone, theme


def paint_text(
    painter: QPainter, box: QRect, text: str, *, size: float = 14, bold: bool = False, colour: str = "text"
) -> None:
    """One line at the left of a box, with an ellipsis when it is too long. ``colour`` names a token."""
    look = theme()
    font = look.font(size, bold=bold)
    painter.setFont(font)
    painter.setPen(look.colour(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def paint_chip(painter: QPainter, line: QRect, text: str, tone: Tone, *, right: bool = False) -> int:
    """A chip at the left (or right) end of a line; returns the width it took."""
    look = theme()
    font = look.font(12.5)
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(text) + look.px(24), line.width())
    height = look.px(25)
    left = line.right() - width + 1 if right else line.left()
    box = QRectF(left, line.center().y() - height / 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ground(tone))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(look.ink(tone))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - look.px(14))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    return width


def paint_entry(painter: QPainter, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
    """One entry of a list beside a form, without its words. Answers the boxes of its upper and its lower line; the
    painter keeps what the caller has saved."""
    look, box = theme(), QRect(option.rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, option)
    inner = box.adjusted(look.px(13), look.px(5), -look.px(12), -look.px(5))
    upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
    lower = QRect(inner.left(), upper.bottom(), inner.width(), inner.height() - upper.height())
    return upper, lower


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a line of a list: the bar of the current one, the line below, the keyboard's frame."""
    look, box = theme(), QRect(option.rect)
    if is_current(option):
        painter.fillRect(box, look.colour("tint"))
        painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), look.colour("primary"))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("inner_line"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(look.colour("primary"))
        painter.drawRect(box.adjusted(3, 1, -2, -2))


def is_current(option: QStyleOptionViewItem) -> bool:
    """Whether an entry is the chosen one of its list."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def paint_nothing(painter: QPainter, box: QRectF, tone: Tone, look: Theme | None = None) -> None:
    """Somebody has said that there is nothing: a ring with a line across."""
    one = box.width() / _MARK
    painter.setPen(QPen((look or theme()).ink(tone), 1.4 * one))
    painter.setBrush(QColor(Qt.GlobalColor.transparent))
    painter.drawEllipse(_shrunk(box, one / 2))
    y, edge = box.center().y(), box.width() * 0.26
    painter.drawLine(QPointF(box.left() + edge, y), QPointF(box.right() - edge, y))


def paint_mark(painter: QPainter, box: QRectF, tone: Tone, look: Theme | None = None) -> None:
    """Received: a disc with a tick. You: a disc with a bar. Finished, or with others: half a disc. Later: a ring.

    Lines are as thick as suits the box, on screen and on paper."""
    look, one = look or theme(), box.width() / _MARK
    ink, disc = look.ink(tone), _shrunk(box, one / 2)
    painter.setPen(QPen(ink, 1.4 * one))
    painter.setBrush(QColor(Qt.GlobalColor.transparent))
    if tone is Tone.MUTED:
        painter.setPen(QPen(look.colour("muted"), 1.2 * one))
        painter.drawEllipse(_shrunk(box, one))
        return
    if tone in (Tone.VIOLET, Tone.INFO):
        painter.drawEllipse(disc)
        painter.setBrush(ink)
        painter.drawPie(disc, 90 * 16, 180 * 16)
        return
    painter.setBrush(ink)
    painter.drawEllipse(disc)
    mark = QPen(look.colour("surface"), 1.6 * one)
    mark.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(mark)
    w, left, top = box.width(), box.left(), box.top()
    if tone is Tone.OK:
        points = [QPointF(left + w * x, top + w * y) for x, y in ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))]
        painter.drawPolyline(points)
    else:
        painter.drawLine(QPointF(left + w / 2, top + w * 0.24), QPointF(left + w / 2, top + w * 0.55))
        painter.drawPoint(QPointF(left + w / 2, top + w * 0.77))


_MARK = 11  # pixels across that the thickness of lines is given for


def _shrunk(box: QRectF, by: float) -> QRectF:
    return box.adjusted(by, by, -by, -by)
