"""The dialog of a backup, opened from any screen, and the button for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from cdd_desktop.ui.backup.dialog import BackupDialog


def open_backup(desk: Desk, window: QWidget) -> BackupDialog:
    """Shows the dialog over a window; it goes when it is closed. Needs somebody signed in."""
    from cdd_desktop.ui.backup.dialog import BackupDialog

    dialog = BackupDialog(desk, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.begin()
    return dialog


class BackupButton(QuietButton):
    """Needs somebody signed in. ``dialog`` is the one that was opened last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Backup", "Back up…"), "usb")
        self._desk = desk
        self.clicked.connect(self.open_dialog)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setEnabled(self._desk.signed_in)

    @Slot()
    def open_dialog(self) -> None:
        self.dialog = open_backup(self._desk, self.window())
