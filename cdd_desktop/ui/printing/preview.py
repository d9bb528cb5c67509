"""The pages of a paper, one below the other, painted as the PDF is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from cdd_desktop.ui.printing.ink import picture
from cdd_desktop.ui.printing.page_model import Document
from cdd_desktop.ui.theme import theme

_GAP = 14
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT = 8  # pictures of pages at once: a large paper must not fill the memory


class PagesView(QAbstractScrollArea):
    """Page Up and Page Down turn pages, Home and End go to the ends, Ctrl with +, - and 0 changes the size.

    ``turned`` carries the number of the page in sight, from 1.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document: Document | None = None
        self._zoom = 1.0
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._page = 1
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_document(self, document: Document | None) -> None:
        """Show a paper from the page that was in sight."""
        self._document = document
        self._pictures.clear()
        pages = len(document.pages) if document is not None else 0
        self._page = max(1, min(self._page, pages))
        self._arrange()
        self.go_to(self._page)

    @property
    def page(self) -> int:
        """The page in sight, from 1."""
        return self._page

    @property
    def pages(self) -> int:
        return len(self._document.pages) if self._document is not None else 0

    @property
    def zoom(self) -> float:
        """1 shows a page as wide as the view."""
        return self._zoom

    @Slot()
    def next_page(self) -> None:
        self.go_to(self._page + 1)

    @Slot()
    def previous_page(self) -> None:
        self.go_to(self._page - 1)

    @Slot()
    def larger(self) -> None:
        self.set_zoom(next((step for step in _STEPS if step > self._zoom + 0.01), _STEPS[-1]))

    @Slot()
    def smaller(self) -> None:
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self._zoom - 0.01), _STEPS[0]))

    def set_zoom(self, zoom: float) -> None:
        """The page in sight stays in sight."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._pictures.clear()
            self._arrange()
            self.go_to(self._page)

    def go_to(self, page: int) -> None:
        """Bring a page to the top of the view."""
        if self.pages:
            page = max(1, min(page, self.pages))
            self.verticalScrollBar().setValue(round(self._top(page - 1)) - theme().px(_GAP))
            self._turn(page)

    # --- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().tokens.page))
        for number in range(self.pages):
            place = self._place(number)
            if place.bottom() < event.rect().top() or place.top() > event.rect().bottom():
                continue
            painter.drawImage(place.topLeft(), self._picture(number))
            painter.setPen(QPen(QColor(theme().tokens.line), 1))
            painter.drawRect(place)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._page
        self._pictures.clear()
        self._arrange()
        self.go_to(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.ZoomIn) or event.text() == "+":
            self.larger()
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or event.text() == "-":
            self.smaller()
        elif event.key() == Qt.Key.Key_0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(1.0)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Right):
            self.next_page()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            self.previous_page()
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(1)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.pages)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (1 if event.key() == Qt.Key.Key_Down else -1) * theme().px(60))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.larger() if event.angleDelta().y() > 0 else self.smaller()
            return
        super().wheelEvent(event)

    # --- places ------------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Logical pixels of a point. An upright page is shown at most a little larger than it is."""
        if self._document is None:
            return 1.0
        wide = max(page.width for page in self._document.pages)
        fitting = (self.viewport().width() - 2 * theme().px(_GAP)) / wide
        return max(0.2, min(fitting, 1.45 * theme().px(100) / 100)) * self._zoom

    def _picture(self, number: int) -> QImage:
        assert self._document is not None
        ratio = self.devicePixelRatioF()
        key = (number, round(ratio * 100))
        if key not in self._pictures:
            while len(self._pictures) >= _KEPT:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[key] = picture(self._document.pages[number], self._scale() * 72, ratio)
        return self._pictures[key]

    def _top(self, number: int) -> float:
        """The top of a page in the whole of all pages."""
        assert self._document is not None
        gap = theme().px(_GAP)
        return gap + sum(page.height * self._scale() + gap for page in self._document.pages[:number])

    def _place(self, number: int) -> QRectF:
        """Where a page lies in the view now."""
        assert self._document is not None
        page, scale = self._document.pages[number], self._scale()
        width, height = page.width * scale, page.height * scale
        spare = self.viewport().width() - width
        left = spare / 2 if spare > 0 else theme().px(_GAP) - self.horizontalScrollBar().value()
        top = round(self._top(number)) - self.verticalScrollBar().value()
        return QRectF(round(left), top, width, height)

    def _arrange(self) -> None:
        """How far one can scroll."""
        whole = self._top(self.pages) if self._document is not None else 0
        upright, flat = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setPageStep(self.viewport().height())
        upright.setSingleStep(theme().px(40))
        upright.setRange(0, max(0, round(whole) - self.viewport().height()))
        wide = max((page.width for page in self._document.pages), default=0) if self._document is not None else 0
        over = wide * self._scale() + 2 * theme().px(_GAP) - self.viewport().width()
        flat.setPageStep(self.viewport().width())
        flat.setRange(0, max(0, round(over)) if over > 1 else 0)
        self.viewport().update()

    @Slot()
    def _scrolled(self) -> None:
        self.viewport().update()
        if not self.pages:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() * 0.4
        at_end = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() > 0
        seen = [number for number in range(self.pages) if self._top(number) <= middle]
        self._turn(self.pages if at_end else (seen[-1] + 1 if seen else 1))

    def _turn(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.turned.emit(page)
        self.setAccessibleDescription(f"{self._page} / {self.pages}")
