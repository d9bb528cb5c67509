"""The year at a glance: a small box a month, a mark a submission that falls due in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.painting import paint_mark
from cdd_desktop.ui.words import Words

_INSET, _STEP, _NARROWEST = 8, 13, 52  # edge to marks, mark to mark, the narrowest month


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
        return QSize(theme().px(600), theme().px(50))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(50))

    def _cells(self) -> list[QRectF]:
        """Equal shares, but a month with many marks is as wide as they need."""
        px = theme().px
        gap, count = px(5), max(len(self._months), 1)
        room = self.width() - gap * (count - 1)
        wanted = [px(_INSET) * 2 + len(month.tones) * px(_STEP) for month in self._months]
        share = room / count
        while (wide := [need for need in wanted if need > share]) and len(wide) < count:
            narrower = (room - sum(wide)) / (count - len(wide))
            if narrower >= share or narrower < px(_NARROWEST):
                break
            share = narrower
        cells, left = [], 0.5
        for need in wanted:
            width = max(share, need) if share < room / count else share
            cells.append(QRectF(left, 0.5, width - 1, self.height() - 1))
            left += width + gap
        return cells

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (month, cell) in enumerate(zip(self._months, self._cells(), strict=True)):
            self._paint_month(painter, cell, month, focused=self.hasFocus() and number == self._cursor)
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
        painter.drawText(cell.adjusted(px(_INSET), px(2), 0, 0), int(Qt.AlignmentFlag.AlignLeft), name)
        room = max(int((cell.width() - px(_INSET) * 1.5) // px(_STEP)), 1)
        for place, tone in enumerate(month.tones[:room]):
            box = QRectF(cell.left() + px(_INSET) + place * px(_STEP), cell.bottom() - px(17), px(10), px(10))
            paint_mark(painter, box, tone)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for month, cell in zip(self._months, self._cells(), strict=True):
            if cell.contains(event.position()):
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
