"""The name columns of a table, laid over its left end so that they stay while the rest moves sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from cdd_desktop.ui.grid.heads import ColumnHeads

if TYPE_CHECKING:
    from cdd_desktop.ui.grid.view import GridView


class PinnedView(QTableView):
    """The name columns, laid over the left end of the table."""

    def __init__(self, grid: GridView) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setFocusProxy(grid)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setHorizontalHeader(ColumnHeads(grid, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._grid.wheelEvent(event)
