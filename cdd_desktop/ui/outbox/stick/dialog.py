"""What the dialogs about carried files have in common: a bar of how far the work is, and how it ends badly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from cdd_desktop.operations.stick import StickStep, Tell
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.outbox.stick.steps import StickBar
from cdd_desktop.ui.place_dialog import PlaceDialog

T = TypeVar("T")


class StickDialog(PlaceDialog):
    """``steps`` is the bar; a subclass puts it into its column and calls ``run``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.steps = StickBar()
        self.steps.hide()
        self.job.progressed.connect(self.steps.show_step)

    def run(self, first: StickStep, work: Callable[[Tell], T], on_done: Callable[[T], object]) -> None:
        """Begin work, whose first step shows at once; a failure is said, with the places again."""
        self.show_running(running=True)
        self.steps.show_step(first, 0)
        self.fit()
        self.job.begin(work, on_done, self.show_failure)

    def show_running(self, *, running: bool) -> None:
        super().show_running(running=running)
        self.steps.setVisible(running)
