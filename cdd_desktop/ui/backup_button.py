"""The button that opens the dialog of a backup, from any screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QShowEvent

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.widgets.buttons import QuietButton


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
        from cdd_desktop.ui.backup.dialog import BackupDialog

        self.dialog = BackupDialog(self._desk, self.window())
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.begin()
