"""A table to read and to open rows of: what the tables of dashboard, quality and queue have in common."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.first_cell import FirstCell

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ReadingTable(QTableView):
    """Whole rows without a grid, smooth scrolling, Tab leads out of it. ``asked`` carries the cell a person wants to
    open: by Enter, Space, or a click (``by_click``)."""

    asked = Signal(QModelIndex)

    def __init__(
        self, model: QAbstractItemModel, name: str, *, row: int, by_click: bool = True, parent: QWidget | None = None
    ) -> None:
        """``row`` is the height of a row in pixels at 100 %."""
        super().__init__(parent)
        self.setModel(model)
        FirstCell(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(row))
        self.horizontalHeader().setHighlightSections(False)
        (self.clicked if by_click else self.doubleClicked).connect(self.asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
