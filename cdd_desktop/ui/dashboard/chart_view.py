"""A chart on screen: takes the keyboard, says in words what it shows, and gives way to its numbers by one key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cdd_desktop.reports.chart import Chart
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.views.charts import Spot, paint_chart
from cdd_desktop.ui.views.clip import copy_chart


class ChartView(QWidget):
    """``numbers_wanted``: Enter or Space was pressed on the chart. Ctrl+C copies it as a picture, light as paper is.
    ``area_opened`` carries the code of the area that was clicked; the numbers open areas by keyboard."""

    numbers_wanted = Signal()
    area_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart("")
        self._spots: list[Spot] = []
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Chart) -> None:
        self.chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(_told(chart))
        self._spots = []
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(220))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, look = QPainter(self), theme()
        edge = look.px(8)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        self._spots = paint_chart(painter, QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), self.chart, look)
        painter.end()

    def spot_at(self, place: QPointF) -> Spot | None:
        """The mark under the pointer that stands for an area."""
        return next((spot for spot in self._spots if spot.code and spot.box.contains(place)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        self.setToolTip(spot.text if spot is not None else "")
        shape = Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not None and event.button() is Qt.MouseButton.LeftButton:
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
        else:
            super().keyPressEvent(event)


def _told(chart: Chart) -> str:
    """Everything it shows, in words."""
    bars = [
        f"{bar.label} {bar.text if bar.value is not None or bar.absence else '–'} {bar.tag}"
        for bar in (*chart.columns, *chart.lines)
    ]
    tiles = [f"{tile.name} {tile.text}" for tile in chart.tiles]
    pairs = [f"{pair.label}: {chart.now} {pair.left}, {chart.then} {pair.right}" for pair in chart.pyramid]
    every = (chart.note, *bars, *tiles, *pairs)
    return "; ".join(part.strip() for part in every if part.strip())
