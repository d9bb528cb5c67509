"""Pages one at a time, as tall as the page in front rather than the tallest."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget


class FittingStack(QWidget):
    """Pages that are not in front are hidden and ask for no room; Qt's own stack asks for the tallest's as soon as a
    page holds wrapped text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, page: QWidget) -> int:
        """One page more; the first one is in front. Answers its number."""
        self._pages.append(page)
        self._column.addWidget(page)
        page.setVisible(len(self._pages) == 1)
        return len(self._pages) - 1

    def currentIndex(self) -> int:
        return self._current

    def setCurrentIndex(self, number: int) -> None:
        before, self._current = self._current, number
        self._pages[number].show()
        if before != number:
            self._pages[before].hide()
        self.fit()

    @Slot()
    def fit(self) -> None:
        """The page in front is another one, or holds something else."""
        self.updateGeometry()
