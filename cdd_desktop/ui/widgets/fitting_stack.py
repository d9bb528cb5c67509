"""Pages one at a time, as tall as the page in front rather than the tallest."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class FittingStack(QStackedWidget):
    """Pages that are not in front ask for no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.fit)

    def addWidget(self, widget: QWidget) -> int:
        place = super().addWidget(widget)
        self.fit()
        return place

    @Slot()
    def fit(self) -> None:
        """The page in front is another one, or holds something else."""
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for number in range(self.count()):
            policy = preferred if number == self.currentIndex() else ignored
            page = self.widget(number)
            if page is not None:
                page.setSizePolicy(policy, policy)
        self.adjustSize()
        self.updateGeometry()
