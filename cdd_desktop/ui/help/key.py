"""F1: help about the screen in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from cdd_desktop.ui.main_window import MainWindow


class HelpKey(QObject):
    """Listens in a window; nothing opens while it is locked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        QShortcut(QKeySequence("F1"), window).activated.connect(self.open_page)

    @Slot()
    def open_page(self) -> None:
        """The page of the present screen."""
        window = self._window
        if not window.locked and window.current != "help":
            window.open("help", window.current)
