"""Buttons that show the same submission another way: as a table, as forms, as a workbook."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, Slot

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.widgets import QuietButton


class ShowsSubmission(Protocol):
    """A screen that shows one submission, as far as it has been opened."""

    key: SubmissionKey | None
    desk: Desk


class WayButton(QuietButton):
    """Opens another screen for the submission that a screen shows."""

    def __init__(self, screen: ShowsSubmission, target: str) -> None:
        super().__init__(_word(target))
        self._screen = screen
        self._target = target
        self.setObjectName(target)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        if self._screen.key is not None:
            self._screen.desk.open(self._target, self._screen.key)


def way_buttons(screen: ShowsSubmission, *targets: str) -> list[WayButton]:
    """A button for each of the screens named: ``grid``, ``entry``, ``importing``."""
    return [WayButton(screen, target) for target in targets]


def _word(target: str) -> str:
    translate = QCoreApplication.translate
    return {
        "grid": translate("Round", "Table"),
        "entry": translate("Round", "Form"),
        "importing": translate("Round", "Excel…"),
    }[target]
