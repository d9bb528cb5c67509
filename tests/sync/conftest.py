"""A real central on loopback, in a thread of its own, and real offices with encrypted stores, all on fixed clocks."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
import uvicorn

from cdd_desktop.central.app import create_app
from cdd_desktop.central.endpoint import Endpoint
from cdd_desktop.central.enrolments import Office, make_enrolment
from cdd_desktop.central.setup import initialise, open_endpoint
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import Content
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.save_entry import Saved, save_entry
from cdd_desktop.operations.sign_in import choose_password, sign_in
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile
from cdd_desktop.store.rows import OutboxRow, RecordRow
from cdd_desktop.sync.engine import SyncEngine, SyncOutcome, SyncProgress
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.protocol import Enrolment

NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)
PASSWORD = "made for tests only"


class CentralServer:
    """Central's real application behind uvicorn. ``stop`` and ``start`` keep the database and the port."""

    def __init__(self, database: Path, clock: FixedClock) -> None:
        self.database = database
        self.clock = clock
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.endpoint: Endpoint = open_endpoint(str(self.database), self.clock)
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        config = uvicorn.Config(create_app(self.endpoint), log_config=None, access_log=False, lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([listener],), name="central")
        self._listener = listener
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(20)
        self._listener.close()
        self.endpoint.database.close()

    def enrol(self, unit: str) -> Enrolment:
        office = Office(unit, (self.address,), (), date(2017, 10, 1))
        with self.endpoint.database.write() as session:
            return make_enrolment(session, self.endpoint.keys, self.endpoint.clock, office)


@dataclass
class Desk:
    """One machine of an office with one person signed in."""

    workplace: Workplace
    clock: FixedClock
    address: str
    enrolment: Enrolment

    def sync(self, address: str = "", stop: threading.Event | None = None) -> SyncOutcome:
        self.progress: list[SyncProgress] = []
        gateway = HttpGateway([address or self.address])
        try:
            return SyncEngine(self.workplace, gateway, self.clock).run(stop or threading.Event(), self.progress.append)
        finally:
            gateway.close()

    def save(self, patch: Content, record: RecordId | None = None, ref: EntryRef | None = None) -> RecordId:
        """Enter into the register of organisations, or where ``ref`` says."""
        ref = ref or EntryRef(EntityKey("organization"), record_id=record, dataset=DatasetKey("organization"))
        saved: Saved = self.workplace.do(save_entry, ref, patch)
        assert saved.ref.record_id is not None
        return saved.ref.record_id

    def content(self, record: RecordId) -> Content | None:
        with self.workplace.store.read() as session:
            row = session.get(RecordRow, record)
            return None if row is None or row.deleted else dict(row.content)

    def row(self, record: RecordId) -> RecordRow:
        with self.workplace.store.read() as session:
            return session.get_one(RecordRow, record)

    def states(self) -> list[str]:
        with self.workplace.store.read() as session:
            return [row.state for row in session.query(OutboxRow).order_by(OutboxRow.n)]

    def as_person(self, number: int) -> Desk:
        """The same machine with another of its people signed in."""
        person = self.enrolment.people[number]
        profile = self.workplace.profile
        self.workplace.close()
        choose_password(profile, person.id, person.pin, PASSWORD, clock=self.clock)
        self.workplace = sign_in(profile, person.id, PASSWORD, clock=self.clock)
        return self


class World:
    """One central and any number of machines; everything is closed at the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FixedClock(NOW)
        database = folder / "central.db"
        initialise(str(database))[0].close()
        self.central = CentralServer(database, self.clock)
        self.desks: list[Desk] = []

    def desk(self, unit: str = "5007") -> Desk:
        enrolment = self.central.enrol(unit)
        profile = Profile(f"desk{len(self.desks)}", self.folder / f"desk{len(self.desks)}")
        profile.folder.mkdir()
        person = enrolment.people[0]
        enrol_office(profile, enrolment, FirstPerson(person.id, person.pin, PASSWORD), clock=self.clock)
        workplace = sign_in(profile, person.id, PASSWORD, clock=self.clock)
        self.desks.append(Desk(workplace, self.clock, self.central.address, enrolment))
        return self.desks[-1]

    def close(self) -> None:
        for desk in self.desks:
            desk.workplace.close()
        self.central.stop()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()
    shutil.rmtree(tmp_path, ignore_errors=True)
