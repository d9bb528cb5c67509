"""Sync in the background of the window: when to try, one contact at a time, and its state as a value."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cdd_desktop.clock import Clock
from cdd_desktop.settings import Settings
from cdd_desktop.sync.outcome import SyncOutcome, SyncProgress
from cdd_desktop.sync.schedule import Attempts
from cdd_desktop.ui.line import LineWatch, is_metered
from cdd_desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from cdd_desktop.operations.attachments import Attached
    from cdd_desktop.operations.views import Changes
    from cdd_desktop.operations.workplace import Workplace
    from cdd_desktop.sync.gateway import HttpGateway

_LOOK_EVERY_MILLISECONDS = 5_000
_REGULARLY = timedelta(minutes=15)
_AFTER_A_SAVE = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """``progress`` and ``speed`` (bits a second, 0: not known yet) while a contact runs; ``outcome`` of the last one;
    ``next_at`` when the next is tried; ``held`` while what is due waits because the line is paid by volume."""

    running: bool = False
    progress: SyncProgress | None = None
    outcome: SyncOutcome | None = None
    next_at: datetime | None = None
    speed: float = 0.0
    held: bool = False

    @property
    def online(self) -> bool:
        """Whether the last contact reached central to the end."""
        return self.outcome is not None and self.outcome.ok


class SyncService(QObject):
    """``changed`` carries a ``SyncStatus``. Nothing is sent while nobody's store is open."""

    changed = Signal(object)
    _progressed = Signal(object)

    def __init__(self, tasks: TaskRunner, clock: Clock, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._settings = settings
        self.metered: Callable[[], bool] = is_metered
        """Whether the present line is paid by volume; the tour and tests put their own there."""
        self._workplace: Workplace | None = None
        self._stop = threading.Event()
        self._gateway: HttpGateway | None = None
        self._busy = False  # a contact's thread runs, also after the person has stopped it
        self._again = False  # asked for while that thread was ending
        self._attempts = Attempts()
        self._line = LineWatch(self)
        self._line.returned.connect(self.line_returned)
        self.status = SyncStatus()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._progressed.connect(self._take_progress, Qt.ConnectionType.QueuedConnection)

    def attach(self, workplace: Workplace) -> None:
        """Begin with an opened store."""
        self._workplace = workplace
        self._attempts = Attempts()
        self._say(SyncStatus())
        if self._settings.background_sync:
            self._timer.start()

    def detach(self) -> None:
        """End a running contact at its next step and try no more."""
        self._timer.stop()
        self.stop()
        self._workplace = None
        self._say(SyncStatus())

    def use_settings(self, settings: Settings) -> None:
        self._settings = settings
        if settings.background_sync and self._workplace is not None:
            self._timer.start()
        else:
            self._timer.stop()
        if self.status.held and (self.free or not settings.background_sync):
            self._say(replace(self.status, held=False))

    @property
    def free(self) -> bool:
        """Whether what nobody asked for, or can wait, may go over the present line."""
        return self._settings.metered_sync or not self.metered()

    @Slot()
    def start(self) -> None:
        """Contact central now."""
        if self._workplace is None or self.status.running:
            return
        if self._busy:
            self._again = True
            self._say(SyncStatus(running=True, outcome=self.status.outcome))
            return
        self._busy = True
        workplace, proxy = self._workplace, self._settings.proxy
        stop = self._stop = threading.Event()
        photos = self.free  # also when a person sends what is worth the money
        self._say(SyncStatus(running=True, outcome=self.status.outcome))

        def contact() -> SyncOutcome:
            from cdd_desktop.operations.contact import read_line  # loaded with the first contact, not before
            from cdd_desktop.sync.engine import SyncEngine
            from cdd_desktop.sync.gateway import HttpGateway

            line = workplace.read(read_line)
            gateway = self._gateway = HttpGateway(line.addresses, trust=line.trust, proxy=proxy)
            try:
                return SyncEngine(workplace, gateway, self._clock, photos=photos).run(stop, self._progressed.emit)
            finally:
                self._gateway = None
                gateway.close()

        self._tasks.network(contact, self._finish, self._break)

    def fetch(self, wanted: Attached, show: Callable[[bytes], object], failed: Callable[[Exception], object]) -> None:
        """The bytes of a photo or file that somebody looks at, from central where they are not here."""
        if self._workplace is None:
            return
        workplace, proxy = self._workplace, self._settings.proxy

        def work() -> bytes:
            from cdd_desktop.operations.contact import read_line
            from cdd_desktop.sync.attachments import fetch_attachment
            from cdd_desktop.sync.gateway import HttpGateway

            line = workplace.read(read_line)
            gateway = HttpGateway(line.addresses, trust=line.trust, proxy=proxy)
            try:
                return fetch_attachment(workplace, gateway, wanted)
            finally:
                gateway.close()

        self._tasks.network(work, show, failed)

    @Slot()
    def stop(self) -> None:
        """End the running contact at once; what has a receipt is safe, a batch under way is sent again.

        It counts as stopped from here on, also while its thread still waits for a line that does not come about.
        """
        self._stop.set()
        self._again = False
        gateway = self._gateway
        if gateway is not None:
            gateway.abort()
        if self.status.running:
            self._say(SyncStatus(outcome=SyncOutcome(code="sync-stopped", params={})))

    @Slot()
    def line_returned(self) -> None:
        """The system says there is a line again: what failed without one is tried at once, not when it is due."""
        if self._attempts.failures and not self._busy:
            self._attempts = Attempts(failures=self._attempts.failures, next_at=self._clock.now())
            self._look()

    @Slot(object)
    def note_change(self, changes: Changes) -> None:
        """Something new waits: come back soon, unless the line is known to be down."""
        if changes.outbox and not self._attempts.failures and not self.status.running:
            soon = self._clock.now() + _AFTER_A_SAVE
            if self._attempts.next_at is None or self._attempts.next_at > soon:
                self._attempts = Attempts(next_at=soon)

    @Slot()
    def _look(self) -> None:
        """The regular look at the clock; a line paid by volume is left alone unless the person allows it."""
        workplace = self._workplace
        due = self._settings.background_sync and not self._busy and self._attempts.due(self._clock.now())
        if workplace is None or not due:
            return
        if self.free:
            self.start()
        elif not self.status.held:
            self._say(replace(self.status, held=True))
            self._tasks.store(lambda: _note_held(workplace))

    @Slot(object)
    def _take_progress(self, progress: SyncProgress) -> None:
        if self.status.running:
            gateway = self._gateway
            speed = gateway.speed if gateway is not None else self.status.speed
            self._say(SyncStatus(running=True, progress=progress, outcome=self.status.outcome, speed=speed))

    def _finish(self, outcome: SyncOutcome) -> None:
        now, self._busy = self._clock.now(), False
        if outcome.ok or outcome.code == "sync-stopped":
            self._attempts = self._attempts.succeeded(now, _REGULARLY)
        else:
            wait = float(str(outcome.params.get("retry_after", 0)))
            self._attempts = self._attempts.failed(now, random.random(), wait, got_on=outcome.batches > 0)
            self._line.begin()
        self._say(SyncStatus(outcome=outcome, next_at=self._attempts.next_at))
        if self._again:
            self._again = False
            self.start()

    def _break(self, error: Exception) -> None:
        """A mistake of the program ended the contact; said in words, tried again like any failure."""
        code = getattr(error, "code", "unexpected")
        self._finish(SyncOutcome(code=code, params=dict(getattr(error, "params", {}))))

    def _say(self, status: SyncStatus) -> None:
        self.status = status
        self.changed.emit(status)


def _note_held(workplace: Workplace) -> None:
    from cdd_desktop.operations.contact import note_held

    workplace.do(note_held)
