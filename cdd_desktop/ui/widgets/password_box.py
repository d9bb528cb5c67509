"""The box of a password."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from cdd_desktop.ui.icons import icon
from cdd_desktop.ui.theme import theme


class PasswordBox(QLineEdit):
    """Hidden text with an eye to look at it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._look = QAction(icon("eye", theme().tokens.muted), self.tr("Show what is typed"), self)
        self._look.setCheckable(True)
        self._look.toggled.connect(self._turn)
        self.addAction(self._look, QLineEdit.ActionPosition.TrailingPosition)

    @Slot(bool)
    def _turn(self, visible: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password)

    def empty(self) -> None:
        self.clear()
        self._look.setChecked(False)
