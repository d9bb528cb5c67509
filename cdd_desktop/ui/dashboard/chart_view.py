"""A chart on screen: the keyboard walks over its marks, each told in words, and one key gives way to its numbers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cdd_desktop.reports.chart import Chart
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.views.charts import Spot, both, least_height, paint_chart, told
from cdd_desktop.ui.views.clip import copy_chart
from cdd_desktop.ui.widgets.surfaces import bring_into_view

_EDGE, _LEAST = 8, 220  # logical pixels
_STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ChartView(QWidget):
    """Arrows, Home and End go from mark to mark: it is framed, and what it says stands below the title and is the
    description for readers of the screen. Esc leaves the marks. ``numbers_wanted``: Enter or Space was pressed on the
    chart. Ctrl+C copies it as a picture, light as paper is. ``area_opened`` carries the code of the area that was
    clicked; the numbers open areas by keyboard."""

    numbers_wanted = Signal()
    area_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart("")
        self._spots: list[Spot] = []
        self._at: int | None = None  # the mark the keyboard is on
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Chart) -> None:
        self.chart = chart
        self.setAccessibleName(chart.title)
        self._spots = []
        self._go_to(None)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(max(_LEAST, least_height(self.chart) + 2 * _EDGE)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, look = QPainter(self), theme()
        edge = look.px(_EDGE)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        said = self.mark.text if self.mark is not None else self.chart.note
        chart = replace(self.chart, note=said or self.chart.note)
        self._spots = paint_chart(painter, QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), chart, look)
        if self.mark is not None:
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.drawRoundedRect(self.mark.box.adjusted(1, 1, -1, -1), look.px(4), look.px(4))
        painter.end()

    @property
    def mark(self) -> Spot | None:
        """The mark the keyboard is on."""
        return self._spots[self._at] if self._at is not None and self._at < len(self._spots) else None

    def spot_at(self, place: QPointF) -> Spot | None:
        """The mark under the pointer."""
        return next((spot for spot in self._spots if spot.box.contains(place)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        self.setToolTip(spot.text if spot is not None else "")
        leads = spot is not None and bool(spot.code)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not None and spot.code and event.button() is Qt.MouseButton.LeftButton:
            self.area_opened.emit(spot.code)
        super().mouseReleaseEvent(event)

    def copy(self) -> None:
        """As it is seen, in the light colours, for a letter."""
        copy_chart(self.chart, self.size(), theme().text_size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.numbers_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not self._walk(event.key()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._go_to(None)
        super().focusOutEvent(event)

    def _walk(self, key: int) -> bool:
        """Whether the key was one that goes over the marks."""
        last = len(self._spots) - 1
        if key == Qt.Key.Key_Escape and self._at is not None:
            self._go_to(None)
        elif last < 0 or key not in (*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            return False
        elif key in _STEPS:
            before = self._at if self._at is not None else -1 if _STEPS[key] > 0 else last + 1
            self._go_to(min(max(before + _STEPS[key], 0), last))
        else:
            self._go_to(0 if key == Qt.Key.Key_Home else last)
        return True

    def _go_to(self, number: int | None) -> None:
        self._at = number
        self._bring_into_view()
        self.setAccessibleDescription(self.mark.text if self.mark is not None else _told(self.chart))
        self.update()

    def _bring_into_view(self) -> None:
        """The mark the keyboard is on, where the chart is higher than its page."""
        if self.mark is not None:
            bring_into_view(self, self.mark.box.center().toPoint(), theme().px(60))


def _told(chart: Chart) -> str:
    """Everything it shows, in words."""
    bars = [told(bar) for bar in (*chart.columns, *chart.lines)]
    tiles = [f"{tile.name} {tile.text}" for tile in chart.tiles]
    pairs = [both(chart, pair) for pair in chart.pyramid]
    every = (chart.note, *bars, *tiles, *pairs)
    return "; ".join(part.strip() for part in every if part.strip())
