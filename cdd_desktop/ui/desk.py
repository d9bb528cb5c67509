"""The desk: everything a screen works with, handed to it by the main window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cdd_desktop.clock import Clock, bangkok_day
from cdd_desktop.domain.person import REVIEWERS
from cdd_desktop.paths import Profile
from cdd_desktop.settings import Settings
from cdd_desktop.ui.changes import ChangeBus
from cdd_desktop.ui.drives import Drive, removable_drives
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.tasks import TaskRunner
from cdd_desktop.ui.updating import UpdateService
from cdd_desktop.ui.words import Words

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace
    from cdd_desktop.ui.sync_service import SyncService


class Desk(QObject):
    """Workplace, tasks, announcements, settings and words of the person who is signed in.

    ``open`` asks the window for another screen by name; screens never import one another.
    """

    open_requested = Signal(str, object)
    back_requested = Signal()  # the screen before this one
    opened = Signal(object)  # somebody signed in: the Workplace
    unlocked = Signal()  # the same person is back at work
    leave_requested = Signal()  # sign out, back to the list of people
    settings_changed = Signal(object)  # the Settings just saved
    demo_requested = Signal()  # start the sample province
    guide_requested = Signal()  # show the way of a report, step by step

    def __init__(
        self, *, profile: Profile, clock: Clock, tasks: TaskRunner, sync: SyncService, settings: Settings
    ) -> None:
        super().__init__()
        self.profile = profile
        self.clock = clock
        self.tasks = tasks
        self.bus = ChangeBus(self)
        self.sync = sync
        self.settings = settings
        self.words = Words(settings.language, thai_digits=settings.thai_digits)
        self.messages = Messages(self.words)
        self.drives: Callable[[], tuple[Drive, ...]] = removable_drives  # the sticks plugged in
        self._workplace: Workplace | None = None
        self.updates = UpdateService(self)

    @property
    def signed_in(self) -> bool:
        return self._workplace is not None

    @property
    def reviews(self) -> bool:
        """Whether the person who is signed in accepts what offices below report."""
        return self._workplace is not None and self._workplace.person.role in REVIEWERS

    @property
    def workplace(self) -> Workplace:
        """The opened store with its person. Asking before somebody has signed in is a mistake of the program."""
        if self._workplace is None:
            raise RuntimeError("nobody is signed in")
        return self._workplace

    def take(self, workplace: Workplace | None) -> None:
        """Put an opened workplace on the desk, or clear it."""
        if self._workplace is not None:
            self._workplace.listeners.remove(self.bus.announce)
        self._workplace = workplace
        if workplace is not None:
            workplace.listeners.append(self.bus.announce)

    @property
    def today(self) -> date:
        """The day in Thailand."""
        return bangkok_day(self.clock.now())

    def change_settings(self, settings: Settings) -> None:
        """New settings from here on; the window is built anew by the caller where its look depends on them."""
        self.settings = settings
        self.words = Words(settings.language, thai_digits=settings.thai_digits)
        self.messages.words = self.words
        self.sync.use_settings(settings)

    def open(self, screen_name: str, argument: object = None) -> None:
        self.open_requested.emit(screen_name, argument)
