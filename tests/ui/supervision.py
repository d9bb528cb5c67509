"""A province's desk for tests of what supervisors see, and what its screens ask to be opened."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from sample_supervision import NOW

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.settings import Settings
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.sync_service import SyncService
from cdd_desktop.ui.tasks import TaskRunner

Opened = list[tuple[str, object]]


class Supervision:
    """A desk with a workplace on it, and what screens asked to be opened."""

    def __init__(self, workplace: Workplace) -> None:
        clock = FixedClock(NOW)
        self.workplace = workplace
        self.tasks = TaskRunner()
        settings = Settings()
        sync = SyncService(self.tasks, clock, settings)
        self.desk = Desk(profile=workplace.profile, clock=clock, tasks=self.tasks, sync=sync, settings=settings)
        self.desk.take(workplace)
        self.opened: Opened = []
        self.desk.open_requested.connect(lambda name, argument: self.opened.append((name, argument)))

    def show(self, screen: Screen, argument: object = None) -> None:
        screen.resize(1150, 698)
        screen.show()
        screen.open(argument)
        self.settle()

    def settle(self) -> None:
        assert self.tasks.wait_until_idle()
        QApplication.processEvents()
