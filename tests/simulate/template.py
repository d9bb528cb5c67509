"""A central and enrolled machines made once a process, and copied for every run: enrolling stretches keys."""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timezone
from functools import cache
from pathlib import Path
from random import Random

from cdd_desktop.central.desk.enrolments import Office, make_enrolment
from cdd_desktop.central.keeping.setup import initialise, open_endpoint
from cdd_desktop.clock import FixedClock
from cdd_desktop.ids import uuid7_maker
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.paths import Profile
from cdd_desktop.store.keys import open_slot
from cdd_desktop.sync.blobs import BlobPlace, Piece
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.errors import read_answer
from cdd_desktop.sync.protocol import BlobsAnswer, BlobState, DigestAnswer, SyncAnswer

START = datetime(2018, 9, 8, 2, 0, tzinfo=timezone.utc)
"""The rounds of the organisations and of the savings groups are open; the latter is due on the 20th."""
UNITS = ("5007", "5007", "5007", "5008", "50", "50", "00")
PASSWORD = "made for simulations only"
ADDRESSES = ("http://127.0.0.1:1",)


@dataclass(frozen=True, slots=True)
class Seat:
    """One enrolled machine: its office, its people (the one who enters, then the head) and its store's key."""

    unit: str
    people: tuple[str, ...]
    key: bytes


@dataclass(frozen=True, slots=True)
class Template:
    """``fresh`` holds machines that have not called yet, ``known`` the same ones after their first contact."""

    fresh: Path
    known: Path
    seats: tuple[Seat, ...]


@cache
def template() -> Template:
    """The template of this process; its folder goes with the process."""
    memory = Path("/dev/shm")
    root = Path(tempfile.mkdtemp(prefix="cdd-simulate-", dir=memory if memory.is_dir() else None))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    with seeded(2561):
        return _make(root)


def _make(root: Path) -> Template:
    clock = FixedClock(START)
    fresh = root / "fresh"
    fresh.mkdir()
    initialise(str(fresh / "central.db"))[0].close()
    endpoint = open_endpoint(str(fresh / "central.db"), clock)
    seats = []
    for number, unit in enumerate(UNITS):
        office = Office(unit, ADDRESSES, (), date(2017, 10, 1))
        with endpoint.database.write() as session:
            enrolment = make_enrolment(session, endpoint.keys, clock, office)
        profile = Profile(f"desk{number}", fresh / f"desk{number}")
        first = enrolment.people[0]
        enrol_office(profile, enrolment, FirstPerson(first.id, first.pin, PASSWORD), clock=clock)
        _, _, key = open_slot(profile.keys, first.id, PASSWORD, now=clock.now())
        seats.append(Seat(unit, tuple(person.id for person in enrolment.people), key))
    endpoint.database.close()
    known = root / "known"
    shutil.copytree(fresh, known)
    _first_contacts(known, seats, clock)
    return Template(fresh, known, tuple(seats))


def _first_contacts(folder: Path, seats: list[Seat], clock: FixedClock) -> None:
    endpoint = open_endpoint(str(folder / "central.db"), clock)

    class Direct:
        def exchange(self, body: bytes, token: str) -> SyncAnswer:
            return read_answer(200, {}, endpoint.sync(body, token), SyncAnswer)

        def compare(self, body: bytes, token: str) -> DigestAnswer:
            return read_answer(200, {}, endpoint.digests(body, token), DigestAnswer)

        def ask_blobs(self, body: bytes, token: str) -> BlobsAnswer:
            raise AssertionError("nobody attaches a photo in these plans")

        def put_piece(self, place: BlobPlace, piece: Piece) -> BlobState:
            raise AssertionError("nobody attaches a photo in these plans")

        def forward(self, file: bytes, headers: Mapping[str, str]) -> bytes:
            raise AssertionError("no stick has been carried yet")

        def abort(self) -> None: ...

        def close(self) -> None: ...

    for _ in range(2):
        for number, seat in enumerate(seats):
            profile = Profile(f"desk{number}", folder / f"desk{number}")
            workplace = sign_in(profile, seat.people[0], PASSWORD, clock=clock, new_id=uuid7_maker(clock))
            assert SyncEngine(workplace, Direct(), clock).run(threading.Event(), lambda _: None).ok
            workplace.close()
    endpoint.database.close()


@contextmanager
def seeded(number: int) -> Iterator[None]:
    """Ids and one-time codes made here are the same in every process."""
    random = Random(number)
    usual = {name: getattr(secrets, name) for name in ("randbits", "randbelow", "token_urlsafe", "token_bytes")}
    secrets.randbits = random.getrandbits
    secrets.randbelow = random.randrange
    secrets.token_bytes = lambda count=32: random.randbytes(count)
    secrets.token_urlsafe = lambda count=32: random.randbytes(count).hex()
    uuid_bytes, os.urandom = os.urandom, random.randbytes
    try:
        yield
    finally:
        os.urandom = uuid_bytes
        for name, function in usual.items():
            setattr(secrets, name, function)
