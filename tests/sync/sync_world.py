"""A real central on loopback, in a thread of its own, and real offices with encrypted stores, all on fixed clocks."""

from __future__ import annotations

import contextlib
import shutil
import socket
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path

import uvicorn

from cdd_desktop.central.desk.enrolments import Office, make_enrolment
from cdd_desktop.central.keeping.setup import initialise, open_endpoint
from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import Content
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.save_entry import Saved, save_entry
from cdd_desktop.operations.sign_in import choose_password, sign_in
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile
from cdd_desktop.store.rows import OutboxRow, RecordRow
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import STALL_SECONDS, HttpGateway
from cdd_desktop.sync.outcome import SyncOutcome, SyncProgress
from cdd_desktop.sync.protocol import Enrolment

NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)
PASSWORD = "made for tests only"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class CentralServer:
    """Central's real application behind uvicorn. ``stop`` and ``start`` keep the database and the port."""

    def __init__(self, database: Path, clock: FixedClock) -> None:
        self.database = database
        self.clock = clock
        self.port = free_port()
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


@dataclass
class Desk:
    """One machine of an office with one person signed in."""

    workplace: Workplace
    clock: FixedClock
    address: str
    enrolment: Enrolment

    def sync(self, address: str = "", stop: threading.Event | None = None, stall: float = STALL_SECONDS) -> SyncOutcome:
        self.progress: list[SyncProgress] = []
        gateway = HttpGateway([address or self.address], stall=stall)
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
        with contextlib.suppress(RefusedError):  # chosen before
            choose_password(profile, person.id, person.pin, PASSWORD, clock=self.clock)
        self.workplace = sign_in(profile, person.id, PASSWORD, clock=self.clock)
        return self


PREPARED = ("5007", "5007", "50", "50", "5001")


@dataclass(frozen=True)
class Prepared:
    """A central and enrolled machines, made once for the run and copied for every test: enrolling stretches keys."""

    folder: Path
    enrolments: tuple[Enrolment, ...]

    def desk(self, number: int, address: str) -> Desk:
        """A machine where it was made, with its first person signed in."""
        profile, clock = Profile(f"desk{number}", self.folder / f"desk{number}"), FixedClock(NOW)
        enrolment = self.enrolments[number]
        workplace = sign_in(profile, enrolment.people[0].id, PASSWORD, clock=clock)
        return Desk(workplace, clock, address, enrolment)


def prepare(folder: Path, units: Sequence[str] = PREPARED, *, address: str = "", keys: Path | None = None) -> Prepared:
    """Enrol machines with the central of an address, by default an SQLite file beside them."""
    clock = FixedClock(NOW)
    address = address or str(folder / "central.db")
    initialise(address, keys)[0].close()
    endpoint = open_endpoint(address, clock, keys)
    enrolments = []
    for number, unit in enumerate(units):
        office = Office(unit, ("http://127.0.0.1:1",), (), date(2017, 10, 1))
        with endpoint.database.write() as session:
            enrolments.append(make_enrolment(session, endpoint.keys, clock, office))
        profile = Profile(f"desk{number}", folder / f"desk{number}")
        profile.folder.mkdir()
        person = enrolments[-1].people[0]
        enrol_office(profile, enrolments[-1], FirstPerson(person.id, person.pin, PASSWORD), clock=clock)
    endpoint.database.close()
    return Prepared(folder, tuple(enrolments))


class World:
    """One central and up to two machines of an office; everything is closed at the end."""

    def __init__(self, folder: Path, prepared: Prepared) -> None:
        shutil.copytree(prepared.folder, folder, dirs_exist_ok=True)
        self.folder = folder
        self.clock = FixedClock(NOW)
        self.central = CentralServer(folder / "central.db", self.clock)
        self.desks: list[Desk] = []
        self._left = list(enumerate(prepared.enrolments))

    def desk(self, unit: str = "5007") -> Desk:
        """The next machine of an office, with its first person signed in."""
        number, enrolment = next(one for one in self._left if one[1].unit == unit)
        self._left.remove((number, enrolment))
        profile = Profile(f"desk{number}", self.folder / f"desk{number}")
        workplace = sign_in(profile, enrolment.people[0].id, PASSWORD, clock=self.clock)
        self.desks.append(Desk(workplace, self.clock, self.central.address, enrolment))
        return self.desks[-1]

    def copy_of(self, desk: Desk) -> Desk:
        """A second machine made by copying the first one's folder."""
        original = desk.workplace.profile
        desk.workplace.close()
        profile = Profile(f"{original.name}-copy", original.folder.with_name(f"{original.name}-copy"))
        shutil.copytree(original.folder, profile.folder)
        person = desk.enrolment.people[0].id
        desk.workplace = sign_in(original, person, PASSWORD, clock=self.clock)
        workplace = sign_in(profile, person, PASSWORD, clock=self.clock)
        self.desks.append(Desk(workplace, self.clock, self.central.address, desk.enrolment))
        return self.desks[-1]

    def close(self) -> None:
        for desk in self.desks:
            desk.workplace.close()
        self.central.stop()
