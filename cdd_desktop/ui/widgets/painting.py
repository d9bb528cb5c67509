"""Painting of text and chips inside item views, as the labels of the same names look outside of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from cdd_desktop.ui.theme import Tone, theme


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
