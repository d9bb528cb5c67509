"""The program's own updates behind the window: looked for after a contact, made ready, never in anybody's way."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from cdd_desktop.updates.state import PLATFORM, Installed, Standing, UpdateState, installed

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace
    from cdd_desktop.ui.desk import Desk
    from cdd_desktop.ui.sync_service import SyncStatus
    from cdd_desktop.updates.source import UpdateSource

    _Opened = tuple[UpdateSource, Callable[[], None]]  # and what closes it

_EVERY = timedelta(hours=12)
_log = logging.getLogger(__name__)


class UpdateService(QObject):
    """``changed`` carries an ``UpdateState``. A contact with central goes first: fetching stops for it, and goes on
    afterwards where it stopped. ``place`` is None for a copy that does not update itself."""

    changed = Signal(object)
    _told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.place: Installed | None = installed()
        self.state = self.place.waiting if self.place is not None else UpdateState()
        self._stop = threading.Event()
        self._busy = False
        self._looked_at: datetime | None = None
        desk.sync.changed.connect(self.note_contact)
        self._told.connect(self._say, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def note_contact(self, status: SyncStatus) -> None:
        """Look after a contact that reached central, twice a day."""
        if status.running:
            self.stop()
        elif status.online and self._desk.signed_in and self._is_due():
            self._by_network(self._desk.workplace)

    def take_from(self, folder: Path) -> bool:
        """Take what a stick holds; whether it holds versions of the program at all."""
        from cdd_desktop.updates.source import STICK_FOLDER, FolderSource

        inside = folder / STICK_FOLDER
        if self.place is None or not inside.is_dir():
            return False
        if not self._busy:
            workplace = self._desk.workplace if self._desk.signed_in else None
            self._begin(workplace, lambda: (FolderSource(inside), lambda: None))
        return True

    def stop(self) -> None:
        """End the work under way at its next step; it goes on where it stopped."""
        self._stop.set()

    def _is_due(self) -> bool:
        now, looked = self._desk.clock.now(), self._looked_at
        free = self.place is not None and not self._busy and self._desk.sync.free
        return free and (looked is None or now - looked >= _EVERY)

    def _by_network(self, workplace: Workplace) -> None:
        proxy = self._desk.settings.proxy

        def source() -> _Opened:
            from cdd_desktop.operations.contact import read_line
            from cdd_desktop.sync.gateway import HttpGateway
            from cdd_desktop.updates.source import CentralSource

            line = workplace.read(read_line)
            gateway = HttpGateway(line.addresses, trust=line.trust, proxy=proxy)
            return CentralSource(gateway.fetch_update), gateway.close

        self._begin(workplace, source)

    def _begin(
        self, workplace: Workplace | None, open_source: Callable[[], tuple[UpdateSource, Callable[[], None]]]
    ) -> None:
        place = self.place
        assert place is not None
        self._busy = True
        stop = self._stop = threading.Event()

        def work() -> UpdateState:
            from cdd_desktop.operations.contact import read_handshake
            from cdd_desktop.updates.find import Machine
            from cdd_desktop.updates.take import take_update

            unit = device = ""
            if workplace is not None:
                handshake = workplace.read(read_handshake)
                unit, device = handshake.unit, handshake.device
            source, close = open_source()
            try:
                machine = Machine(PLATFORM, place.version, unit, device)
                return take_update(source, place.here, machine, stop, root=place.root, tell=self._told.emit)
            finally:
                close()

        self._desk.tasks.network(work, self._finish, self._fail)

    def _finish(self, state: UpdateState) -> None:
        self._busy = False
        self._looked_at = self._desk.clock.now()
        self._say(state)

    def _fail(self, error: Exception) -> None:
        """What went wrong is said where versions are; a stop for a contact is nothing to say."""
        from cdd_desktop.updates.fetch import StoppedError

        self._busy = False
        if isinstance(error, StoppedError):
            return
        code = str(getattr(error, "code", "unexpected"))
        _log.info("no update: %s", code)
        failed = code == "update-self-check"
        if failed:
            self._looked_at = self._desk.clock.now()
        version = str(getattr(error, "params", {}).get("version", self.state.version))
        self._say(replace(UpdateState(), version=version, code=code))

    @Slot(object)
    def _say(self, state: UpdateState) -> None:
        self.state = state
        self.changed.emit(state)


def is_worth_a_line(state: UpdateState) -> bool:
    """Whether the home screen speaks of it: a version is ready, or does not work here. A line that is down is not."""
    return state.standing is Standing.READY or state.code == "update-self-check"
