"""Texts laid out once and drawn often: shaping Thai is what painting a table costs most."""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform

from cdd_desktop.ui.icons import pixmap

_KEPT = 6_000

mark = lru_cache(maxsize=64)(pixmap)  # an icon drawn once for its name, colour, size and ratio


class Texts:
    """Lines of text in one font. What is too long for its box loses its middle, or with ``at_end`` its end."""

    def __init__(self, font: QFont, *, at_end: bool = False) -> None:
        self._font = font
        self._metrics = QFontMetrics(font)
        self._mode = Qt.TextElideMode.ElideRight if at_end else Qt.TextElideMode.ElideMiddle
        self._lines: OrderedDict[tuple[str, int], tuple[QStaticText, int, int]] = OrderedDict()

    def draw(self, painter: QPainter, box: QRect, text: str, *, place: float = 0.0) -> None:
        """Draw in the painter's pen; ``place``: 0 for the left end of the box, 0.5 for its middle, 1 for the right."""
        room = box.width()
        line, width, height = self._line(text, 0)
        if width > room:
            line, width, height = self._line(text, room)
        painter.setFont(self._font)
        left = box.left() + round((room - width) * place)
        painter.drawStaticText(left, box.top() + (box.height() - height) // 2, line)

    def _line(self, text: str, room: int) -> tuple[QStaticText, int, int]:
        key = (text, room)
        found = self._lines.get(key)
        if found is not None:
            return found
        shown = text.replace("\n", " ")
        if room:
            shown = self._metrics.elidedText(shown, self._mode, room)
        line = QStaticText(shown)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.prepare(QTransform(), self._font)
        size = line.size()
        made = self._lines[key] = (line, round(size.width() + 0.5), round(size.height()))
        if len(self._lines) > _KEPT:
            self._lines.popitem(last=False)
        return made
