"""How far a backup or a restore is, in a bar and in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cdd_desktop.operations.backup_file import BackupStep
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Progress

BACKUP_PARTS = {
    BackupStep.COPYING: (0, 20),
    BackupStep.WRITING: (20, 65),
    BackupStep.READING: (65, 90),
    BackupStep.CHECKING: (90, 100),
}
RESTORE_PARTS = {BackupStep.READING: (0, 60), BackupStep.CHECKING: (60, 100)}


class StepsBar(QWidget):
    """``parts`` gives each step its stretch of the bar, in per cent."""

    def __init__(self, parts: dict[BackupStep, tuple[int, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.words = Label("", wrap=True)
        self.bar = Progress(0, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.words)
        column.addWidget(self.bar)

    def begin(self) -> None:
        self.show_step(next(iter(self._parts)), 0.0)

    @Slot(object, float)
    def show_step(self, step: BackupStep, far: float) -> None:
        first, last = self._parts[step]
        self.bar.set(round(first + (last - first) * far), 100)
        text = step_word(step)
        if text != self.words.full_text():
            self.words.set_text(text)


def step_word(step: BackupStep) -> str:
    """What is being done."""
    translate = QCoreApplication.translate
    return {
        BackupStep.COPYING: translate("Backup", "Copying the data of this moment."),
        BackupStep.WRITING: translate("Backup", "Writing the backup. Leave the stick where it is."),
        BackupStep.READING: translate("Backup", "Reading the backup to check it."),
        BackupStep.CHECKING: translate("Backup", "Checking every page."),
    }[step]
