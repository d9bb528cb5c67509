"""Where the screens stand: as high as the window leaves them, and scrolling where that is too low for any of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.surfaces import SteadyScroll

LOWEST_PAGE = 380  # logical pixels times the text size; 911×465 leaves a little more
SCROLLED_PAGE = 460  # once it scrolls there may as well be air


class PageFrame(SteadyScroll):
    """Holds one widget of its own width. With very large text the page scrolls as a whole, never sideways."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page
        self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().size()
        low = room.height() < theme().px(LOWEST_PAGE)
        self._page.resize(room.width(), theme().px(SCROLLED_PAGE) if low else room.height())
