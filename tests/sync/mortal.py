"""Central, or a machine at its work, in a process of its own that is killed at its n-th step.

A step is whatever comes next that could be left half done: a callback of the event loop (every await goes on in one),
a statement to the database, and the instants before and after a commit. Where the system has a
fork server, the programs are imported once and each process begins within milliseconds.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, func, select
from sync_world import NOW
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from cdd_desktop.central.doors.limits import Limits
from cdd_desktop.central.keeping.setup import open_endpoint
from cdd_desktop.central.serving.run import serve
from cdd_desktop.central.tables.database import open_database
from cdd_desktop.central.tables.rows import BatchRow, ChangeRow, RecordRow
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import Content
from cdd_desktop.ids import DatasetKey, EntityKey, uuid7_maker
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.sign_in import _who_and_where
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile
from cdd_desktop.store.engine import open_store
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway

NEVER = 0
KILLED = -getattr(signal, "SIGKILL", signal.SIGTERM)


def processes() -> Any:
    """How processes are begun here."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    here = Path(__file__).parent
    os.environ["PYTHONPATH"] = os.pathsep.join((str(here.parents[1]), str(here.parent), str(here)))
    context.set_forkserver_preload(["pytest", "mortal"])
    return context


class MortalCentral:
    """Central on an address and a port, each time in a new process that may die."""

    def __init__(self, address: str, port: int, keys: Path | None = None) -> None:
        self.address = address
        self._where = (address, keys, port)
        self._context = processes()

    def start(self, last: int = NEVER) -> BaseProcess:
        """Answers once it is ready."""
        mine, theirs = self._context.Pipe()
        process: BaseProcess = self._context.Process(target=serve_until, args=(*self._where, last, theirs))
        process.start()
        theirs.close()
        assert "address" in mine.recv()
        mine.close()
        return process

    def held(self) -> tuple[int, int, set[str]]:
        """Records, changes and receipt numbers in its database."""
        database = open_database(self.address)
        try:
            with database.read() as session:
                records = session.scalar(select(func.count()).select_from(RecordRow)) or 0
                changes = session.scalar(select(func.count()).select_from(ChangeRow)) or 0
                return records, changes, set(session.scalars(select(BatchRow.receipt_no)))
        finally:
            database.close()


def ended(process: BaseProcess, *, ask: bool) -> bool:
    """Wait for the end of a process, asked to stop where it has not died; answers whether it was killed."""
    if ask:
        process.terminate()
    process.join(20)
    code = process.exitcode
    process.close()
    assert code in (0, KILLED), code
    return code == KILLED


class Steps:
    """Counts the steps of this process once ``armed``, and ends it without a word at the ``last``."""

    def __init__(self, last: int) -> None:
        self._last = last
        self._count = 0
        self.armed = False
        for name in ("before_cursor_execute", "commit", "checkin"):
            event.listen(Engine, name, self._one)

    def count_the_loop(self) -> None:
        run: Callable[[asyncio.Handle], None] = asyncio.Handle._run

        def counted(handle: asyncio.Handle) -> None:
            self._one()
            run(handle)

        asyncio.Handle._run = counted

    def _one(self, *_: object) -> None:
        self._count += self.armed
        if self.armed and self._count == self._last:
            os.kill(os.getpid(), -KILLED)
            threading.Event().wait()  # the signal reaches this thread a moment later


class _Says:
    """Where central's line that it is ready goes."""

    def __init__(self, parent: Connection) -> None:
        self._parent = parent

    def write(self, text: str) -> None:
        if text.strip():
            self._parent.send(text)

    def flush(self) -> None:
        pass


def serve_until(address: str, keys: Path | None, port: int, last: int, parent: Connection) -> None:
    """Central's own serving; steps count from the first connection."""
    steps = Steps(last)
    steps.count_the_loop()
    connected = AutoHTTPProtocol.connection_made

    def counted(protocol: Any, transport: asyncio.Transport) -> None:
        steps.armed = True
        connected(protocol, transport)

    AutoHTTPProtocol.connection_made = counted
    sys.stdout = _Says(parent)
    serve(open_endpoint(address, FixedClock(NOW), keys), "127.0.0.1", port, Limits())


def open_again(profile: Profile, key: bytes, person: str) -> Workplace:
    """A machine's store with the key in hand: no password has to be stretched."""
    store, clock = open_store(profile.store, key), FixedClock(NOW)
    with store.write() as session:
        who, office = _who_and_where(session, person)
    return Workplace(store, profile=profile, office=office, person=who, clock=clock, new_id=uuid7_maker(clock))


def save_organisation(workplace: Workplace, content: Content) -> str:
    ref = EntryRef(EntityKey("organization"), dataset=DatasetKey("organization"))
    return str(workplace.do(save_entry, ref, content).ref.record_id)


def sync_once(workplace: Workplace, address: str) -> str:
    """The code of a contact."""
    gateway = HttpGateway([address])
    try:
        return SyncEngine(workplace, gateway, FixedClock(NOW)).run(threading.Event(), lambda _: None).code
    finally:
        gateway.close()


def work_until(place: tuple[Profile, bytes, str], content: Content, address: str, last: int) -> None:
    """A machine that saves an entry and sends it; steps count from the save."""
    steps = Steps(last)
    workplace = open_again(*place)
    steps.armed = True
    save_organisation(workplace, content)
    sync_once(workplace, address)
    workplace.close()


def send_until(place: tuple[Profile, bytes, str], address: str, last: int) -> None:
    """A machine that sends what waits; steps count from the beginning of the contact."""
    steps = Steps(last)
    workplace = open_again(*place)
    steps.armed = True
    sync_once(workplace, address)
    workplace.close()
