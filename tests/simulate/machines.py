"""Central and the offices' machines with disks that can fail: real code on files in memory."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from cdd_desktop.central.keeping.setup import change_keys, key_path
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.database import Database, open_database
from cdd_desktop.central.tables.rows import CounterRow, FeedRow
from cdd_desktop.central.tables.rows import MetaRow as CentralMetaRow
from cdd_desktop.central.trust.keys import CentralKeys, HeldKeys
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.geography import geography
from cdd_desktop.ids import DeviceId, PersonId, UnitCode
from cdd_desktop.operations.workplace import Office, Workplace
from cdd_desktop.paths import Profile
from cdd_desktop.store.connection import SIDE_FILES, make_engine
from cdd_desktop.store.engine import Store
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import PersonRow

from .template import Seat

_COMPILED: dict[str, tuple[Any, Any]] = {}


def sharing_statements(engine: Engine, kind: str) -> Engine:
    """The engine with the statements compiled for earlier ones of its kind: a run opens many for a short time."""
    if kind not in _COMPILED:
        engine.connect().close()  # the dialect learns what its database can do
        _COMPILED[kind] = (engine.dialect, LRUCache(4000))
    engine.dialect, engine._compiled_cache = _COMPILED[kind]
    return engine


class KilledError(BaseException):
    """The machine's process ends here, as by ``kill -9``; ``after``: its last transaction is durable."""

    def __init__(self, *, after: bool = False) -> None:
        self.after = after


class CentralKilledError(BaseException):
    """Central's process ends here."""


class BlockedError(BaseException):
    """A transaction waits for a row that one whose commit is held back has locked."""


class HeldError(BaseException):
    """A transaction stands just before its commit; ``scopes`` are the counters it has locked."""

    def __init__(self, scopes: frozenset[str]) -> None:
        self.scopes = scopes


class LyingClock:
    """A machine's clock: the true time and however wrong it is."""

    def __init__(self, true: FixedClock) -> None:
        self._true = true
        self.wrong = timedelta(0)
        self.lied = False

    def set_wrong(self, wrong: timedelta) -> None:
        self.wrong = wrong
        self.lied = self.lied or bool(wrong)

    def now(self) -> datetime:
        return self._true.now() + self.wrong


@dataclass(slots=True)
class Disk:
    """What a machine's disk is going to do: transaction number → fault. ``count`` counts transactions."""

    faults: dict[int, str] = field(default_factory=dict)
    count: int = 0

    def before_commit(self) -> None:
        fault = self.faults.get(self.count)
        if fault == "killed-before":
            raise KilledError
        if fault == "disk-full":
            full = dbapi2.OperationalError("database or disk is full")
            full.sqlite_errorcode = 13
            raise full

    def after_commit(self) -> None:
        fault = self.faults.get(self.count)
        self.count += 1
        if fault == "killed-after":
            raise KilledError(after=True)

    def mend(self) -> None:
        self.faults, self.count = {}, 0


class FailingStore(Store):
    """The real store; the end of each transaction may go wrong."""

    disk = Disk()

    @contextmanager
    def write(self) -> Iterator[Session]:
        try:
            with super().write() as session:
                yield session
                session.flush()
                self.disk.before_commit()
        except Exception:
            self.disk.count += 1
            raise
        self.disk.after_commit()


class FailingDatabase(Database):
    """Central's real database; the end of a transaction may be the end of the process, or be long in coming.

    Embedded SQLite has one writer at a time. So that others come between as on PostgreSQL, a transaction whose commit
    is held back (``holding``) is taken back just before it, what its rows would lock is ``locked`` while others go on,
    and then it happens once more. Reading goes on undisturbed; whoever needs a locked row waits for the commit.
    ``stage`` tells the transaction which of the two it is (in ``session.info``): "held" or "again".
    """

    dies = ""
    holding = False
    locked: frozenset[str] = frozenset()
    stage = ""

    @contextmanager
    def write(self) -> Iterator[Session]:
        with super().write() as session:
            session.info["stage"] = self.stage
            watched = self.holding or bool(self.locked)
            before = _counters(session) if watched else set()
            yield session
            session.flush()
            if self.dies == "before":
                raise CentralKilledError
            taken = frozenset(scope for scope, _ in _counters(session) - before) if watched else frozenset()
            if taken & self.locked:
                raise BlockedError
            if self.holding:
                raise HeldError(taken)
        if self.dies == "after":
            raise CentralKilledError


def _counters(session: Session) -> set[tuple[str, int]]:
    return {(row.scope, row.n) for row in session.execute(select(CounterRow.scope, CounterRow.n))}


class Central:
    """Central with its database file, its copies of it, its key file and its true clock. ``endpoint`` is the service,
    ``commands`` what somebody at central types: it begins with the newest keys."""

    def __init__(self, folder: Path, clock: FixedClock, page: int) -> None:
        self.folder = folder
        self.clock = clock
        self.restores = 0
        self.copies: list[Path] = []
        self._file = folder / "central.db"
        self._page = page
        self.start()

    def start(self) -> None:
        self.database = FailingDatabase(sharing_statements(open_database(str(self._file)).engine, "central"))
        self.endpoint = self.commands = self._open()

    def _open(self) -> Endpoint:
        return Endpoint(self.database, HeldKeys(key_path(str(self._file))), self.clock, page=self._page)

    @property
    def keys(self) -> CentralKeys:
        return self.commands.keys

    def change_keys(self) -> None:
        """By the command, while the service goes on."""
        change_keys(self.commands, key_path(str(self._file)))
        self.commands = self._open()

    def restart(self) -> None:
        self.close()
        self.start()

    def back_up(self) -> None:
        self.close()  # folds the log into the file
        copy = self.folder / f"copy{len(self.copies)}.db"
        shutil.copy(self._file, copy)
        self.copies.append(copy)
        self.start()

    def restore(self, number: int) -> None:
        """An older copy takes the database's place, with an epoch of its own as restoring gives it."""
        self.close()
        for suffix in SIDE_FILES:
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
        shutil.copy(self.copies[number], self._file)
        self.restores += 1
        self.start()
        with self.database.write() as session:
            session.get_one(CentralMetaRow, "epoch").value = f"epoch {self.restores}"

    def reached(self) -> tuple[object, ...]:
        """The epoch and the highest numbers given: while they stay, no machine is told anything new."""
        with self.database.read() as session:
            numbers = select(FeedRow.province, func.max(FeedRow.seq)).group_by(FeedRow.province)
            epoch = session.get_one(CentralMetaRow, "epoch").value
            return (epoch, *map(tuple, session.execute(numbers.order_by(FeedRow.province))))

    def close(self) -> None:
        self.database.close()


class Machine:
    """One machine of an office. ``desk`` gives the workplace of its officer (0) or head (1)."""

    def __init__(self, number: int, folder: Path, seat: Seat, clock: LyingClock, new_id: Callable[[], str]) -> None:
        self.number, self.folder, self.seat, self.clock = number, folder, seat, clock
        self.new_id = new_id
        self.disk = Disk()
        self.copies: list[Path] = []
        self.answered: set[int] = set()  # questions a person has answered here
        self.calling = False
        self._desks: dict[int, Workplace] = {}
        self.start()

    @property
    def unit(self) -> str:
        return self.seat.unit

    def start(self) -> None:
        path = self.folder / "store.db"
        self.store = FailingStore(path, self.seat.key, sharing_statements(make_engine(path, self.seat.key), "store"))
        self.store.disk = self.disk

    def desk(self, person: int = 0) -> Workplace:
        person %= len(self.seat.people)
        if person not in self._desks:
            self._desks[person] = self._sit_down(self.seat.people[person])
        return self._desks[person]

    def _sit_down(self, person_id: str) -> Workplace:
        with self.store.read() as session:
            row = session.get_one(PersonRow, person_id)
            person = Person(id=PersonId(row.id), name=row.name, role=Role(row.role), unit=UnitCode(row.unit))
            office = Office(
                unit=geography().unit(self.unit),
                device=DeviceId(read_meta(session, Meta.DEVICE)),
                reports_from=date.fromisoformat(read_meta(session, Meta.REPORTS_FROM)),
            )
        profile = Profile(f"desk{self.number}", self.folder)
        return Workplace(
            self.store, profile=profile, office=office, person=person, clock=self.clock, new_id=self.new_id
        )

    def restart(self) -> None:
        self.close()
        self.disk.mend()
        self.start()

    def back_up(self) -> None:
        copy = self.folder / f"copy{len(self.copies)}.db"
        self.store.backup(copy)
        self.copies.append(copy)

    def restore(self, number: int) -> None:
        """The disk as it was then, as a disk's image brings it back: nothing in it knows."""
        self.close()
        path = self.folder / "store.db"
        for suffix in SIDE_FILES:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        shutil.copy(self.copies[number], path)
        self.disk.mend()
        self.start()

    def close(self) -> None:
        self.store.close()
        self._desks.clear()


def id_maker(machine: int, clock: Callable[[], datetime]) -> Callable[[], str]:
    """UUIDv7-shaped ids of one machine: time, machine, count."""
    count = 0

    def make() -> str:
        nonlocal count
        count += 1
        milliseconds = int(clock().timestamp() * 1000) & (2**48 - 1)
        value = milliseconds << 80 | 0x7 << 76 | 0x2 << 62 | machine << 40 | count
        return str(UUID(int=value))

    return make
