"""Claims: what central takes in a second on PostgreSQL and on SQLite, and that a deadline day passes.

Offices send their month (935 records: sales, savings groups, some register entries) as devices do: batches of at most
500 changes, packed and compressed, over TLS, answered with signed receipts that were stored, and with what is new.
Their registers are at central already. Central runs in worker processes of its own; it authorises, validates by the
rules, merges, journals and counts. A few connections are always busy, each with one office after the other. At the end
the database is asked whether every record and every change is there once.

References of the same run: on PostgreSQL the same changes as JSON by ``INSERT … SELECT unnest()``, one client, 500
rows a commit; on SQLite the same as plain rows, 500 a commit.

``python benchmarks/ingest.py [--districts 64] [--workers N] [--connections N] [--only postgresql|sqlite]``
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import data
import measure
import msgspec
import psycopg
import servers
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select

from cdd_desktop.central.desk.enrolments import NewPerson, Office, make_enrolment
from cdd_desktop.central.keeping.setup import initialise, open_endpoint
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.rows import BatchRow, ChangeRow, RecordRow
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.record import Record
from cdd_desktop.domain.unit import Unit
from cdd_desktop.ids import uuid7_maker
from cdd_desktop.sync.compression import compress, newest_dictionary
from cdd_desktop.sync.packing import pack_batch
from cdd_desktop.sync.protocol import Batch, Change, Claim, Group, SyncAnswer, SyncRequest
from cdd_desktop.sync.signing import public_text

NOW = datetime(2018, 3, 16, 9, 0, tzinfo=BANGKOK)
MOST = 500
USUAL = {"postgresql": (4, 12), "sqlite": (1, 4)}  # workers and connections
ALL_DISTRICTS = 878
RECORDS = 935
Row = tuple[str, int, str, str]


@dataclass(slots=True)
class Sender:
    """An office that has something to send: its token and the bodies of its requests, in order."""

    unit: Unit
    token: str
    bodies: list[bytes]
    changes: list[Row]


@dataclass(slots=True)
class Outcome:
    """Seconds of every batch that was taken, and how often each status was answered."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Plain:
    """The reference: rows a second, and rows a second of processor (client and server)."""

    rate: float
    by_work: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What a run came to; ``work`` are the seconds of processor of central's workers, of PostgreSQL and of the load;
    ``grown`` the megabytes that a worker has held at most above those when it was ready."""

    records: int
    seconds: float
    work: tuple[float, float, float]
    plain: Plain
    outcome: Outcome
    grown: float
    idle: float


class Machine:
    """A machine of an office: registers it has sent before, and what it will send."""

    def __init__(self, endpoint: Endpoint, clock: FixedClock, unit: Unit) -> None:
        self._clock, self._make, self._unit = clock, uuid7_maker(clock), unit
        self._device, self._n = self._make(), 0
        self._cursor = self._epoch = self._books = ""
        key = public_text(Ed25519PrivateKey.generate())
        with endpoint.database.write() as session:
            office = Office(unit.code, ("http://127.0.0.1:9",), (NewPerson("Officer", Role.OFFICER),))
            enrolment = make_enrolment(session, endpoint.keys, clock, office)
        self._person = enrolment.people[0].id
        claim = Claim(code=enrolment.code, device_key=key, unit=unit.code)
        answer = msgspec.json.decode(endpoint.enrol(self._request(claim=claim)), type=SyncAnswer)
        self.token, self._books = answer.token, answer.books

    def batch(self, records: Sequence[Record]) -> Batch:
        groups = []
        for place, members in itertools.groupby(records, key=lambda one: (one.dataset, one.period, one.entity)):
            dataset, period, entity = place
            listed = list(members)
            changes = [self._change(record) for record in listed]
            form = listed[0].form_version
            group = Group(
                unit=self._unit.code, dataset=dataset, period=period or "", entity=entity, form=form, changes=[*changes]
            )
            groups.append(group)
        return Batch(id=self._make(), groups=groups)

    def request(self, batch: Batch) -> bytes:
        """The body of a request before it is compressed."""
        packed = pack_batch(msgspec.json.encode(batch))
        assert packed is not None
        return self._request(packed=packed)

    def exchange(self, endpoint: Endpoint, batch: Batch) -> None:
        """Send a batch and note how far the machine has been told."""
        answer = msgspec.json.decode(endpoint.sync(self.request(batch), self.token), type=SyncAnswer)
        while answer.more:
            self._cursor, self._epoch = answer.cursor, answer.epoch
            answer = msgspec.json.decode(endpoint.sync(self._request(), self.token), type=SyncAnswer)
        self._cursor, self._epoch = answer.cursor, answer.epoch

    def _change(self, record: Record) -> Change:
        self._n += 1
        at = self._clock.now().isoformat()
        return Change(n=self._n, record=record.id, base=0, patch=dict(record.content), person=self._person, at=at)

    def _request(self, **more: Any) -> bytes:
        clock = self._clock.now().isoformat()
        fields: dict[str, Any] = {"protocol": (1, 2), "app": "benchmark", "device": self._device, "clock": clock}
        fields.update(more, cursor=self._cursor, epoch=self._epoch, books=self._books)
        return msgspec.json.encode(SyncRequest(unit=self._unit.code, **fields))


def prepared(endpoint: Endpoint, clock: FixedClock, unit: Unit) -> Sender:
    """An office whose registers are at central and whose month waits."""
    place = data.office(unit, data.LARGE)
    made = {(str(window.dataset), window.key): records for window, records in data.reports(place, range(2561, 2562))}
    month = made["otop_sales", "m02"] + made["saving_group", "q2"]
    month += place.register("leader")[:10] + place.register("organization")[:10]
    machine = Machine(endpoint, clock, unit)
    for part in _parts(place.register("otop_sales") + place.register("saving_group")):
        machine.exchange(endpoint, machine.batch(part))
    batches = [machine.batch(part) for part in _parts(month)]
    changes = [
        (change.record, change.n, group.dataset, msgspec.json.encode(change).decode())
        for batch in batches
        for group in batch.groups
        for change in group.changes
        if isinstance(change, Change)
    ]
    return Sender(
        unit, machine.token, [compress(machine.request(batch), newest_dictionary()) for batch in batches], changes
    )


def _parts(records: Sequence[Record]) -> Iterator[Sequence[Record]]:
    return (records[start : start + MOST] for start in range(0, len(records), MOST))


class Line:
    """An open connection to central that asks one thing after the other, with as little of its own as possible: the
    processors are shared with what is measured."""

    def __init__(self, central: servers.Served) -> None:
        self._central = central
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, token: str, body: bytes) -> tuple[int, int]:
        """Status and ``Retry-After`` of the answer, which is read to its end."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._central.port, ssl=self._central.trust)
        reader, writer = self._streams
        head = (
            "POST /v1/sync HTTP/1.1\r\nHost: central\r\nContent-Type: application/zstd\r\n"
            f"Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
        await reader.readexactly(int(headers["content-length"]))
        return int(lines[0].split()[1]), int(headers.get("retry-after", "0"))

    async def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            await self._streams[1].wait_closed()


async def send_all(central: servers.Served, senders: Sequence[Sender], connections: int) -> Outcome:
    """All offices, so many at a time."""
    waiting, outcome = iter(senders), Outcome()

    async def carry() -> None:
        line = Line(central)
        for sender in waiting:
            for body in sender.bodies:
                status = 503
                while status == 503:
                    began = time.perf_counter()
                    status, after = await line.ask(sender.token, body)
                    outcome.statuses[status] += 1
                    await asyncio.sleep(after if status == 503 else 0)
                outcome.seconds.append(time.perf_counter() - began)
        await line.close()

    await asyncio.gather(*(carry() for _ in range(connections)))
    return outcome


def split(senders: list[Sender], at: int) -> tuple[list[Sender], list[Sender]]:
    return senders[:at], senders[at:]


def counts(endpoint: Endpoint) -> tuple[int, ...]:
    """Records, changes and receipts at central."""
    with endpoint.database.read() as session:
        tables = (RecordRow, ChangeRow, BatchRow)
        return tuple(session.scalar(select(func.count()).select_from(row)) or 0 for row in tables)


def analyse(address: str) -> None:
    """What PostgreSQL does by itself within a minute of tables that have filled up."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("ANALYZE")


def busy(central: servers.Served) -> tuple[float, float, float]:
    """Seconds of processor so far: of central's workers, of PostgreSQL, of the load."""
    return servers.spent(central.pids), servers.spent(servers.of_postgresql()), time.process_time()


def unnested(address: str, rows: Sequence[Row]) -> Plain:
    """The same changes by ``unnest``, one client, 500 rows a commit."""
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE plain (record text PRIMARY KEY, n bigint, dataset text, body jsonb)")
        connection.commit()
        began, used = time.perf_counter(), time.process_time() + servers.spent(servers.of_postgresql())
        for part in (rows[start : start + MOST] for start in range(0, len(rows), MOST)):
            columns = [list(column) for column in zip(*part, strict=True)]
            insert = "INSERT INTO plain SELECT * FROM unnest(%s::text[], %s::bigint[], %s::text[], %s::jsonb[])"
            connection.execute(insert, columns)
            connection.commit()
        passed = time.perf_counter() - began
        work = time.process_time() + servers.spent(servers.of_postgresql()) - used
        connection.execute("DROP TABLE plain")
    return Plain(len(rows) / passed, len(rows) / work)


def plain_rows(folder: Path, rows: Sequence[Row]) -> Plain:
    """The same changes as plain rows in SQLite, 500 a commit, as durable as central's."""
    database = sqlite3.connect(folder / "plain.db")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE plain (record TEXT PRIMARY KEY, n INTEGER, dataset TEXT, body TEXT)")
    began, used = time.perf_counter(), time.process_time()
    for part in (rows[start : start + MOST] for start in range(0, len(rows), MOST)):
        with database:
            database.executemany("INSERT INTO plain VALUES (?, ?, ?, ?)", part)
    passed, work = time.perf_counter() - began, time.process_time() - used
    database.close()
    return Plain(len(rows) / passed, len(rows) / work)


def run(kind: str, options: argparse.Namespace) -> None:
    """One database: prepared, measured, counted and reported."""
    clock, on_server = FixedClock(NOW), kind == "postgresql"
    with tempfile.TemporaryDirectory() as name, servers.postgresql() if on_server else nullcontext("") as server:
        folder = Path(name)
        address, keys = server or str(folder / "central.db"), folder / "keys.json"
        initialise(address, keys)[0].close()
        endpoint = open_endpoint(address, clock, keys)
        units = itertools.islice(data.all_districts(), options.districts + options.connections)
        first, senders = split([prepared(endpoint, clock, unit) for unit in units], options.connections)
        with servers.served(address, keys, folder, options.workers, NOW) as central:
            idle = [servers.resident(pid, most=False) for pid in central.pids]
            asyncio.run(send_all(central, first, options.connections))  # each worker has read its forms
            if on_server:
                analyse(server)
            before = counts(endpoint)
            began, used = time.perf_counter(), busy(central)
            outcome = asyncio.run(send_all(central, senders, options.connections))
            passed = time.perf_counter() - began
            workers, database, load = (now - then for now, then in zip(busy(central), used, strict=True))
            grown = [servers.resident(pid, most=True) - at for pid, at in zip(central.pids, idle, strict=True)]
        gained = [after - earlier for earlier, after in zip(before, counts(endpoint), strict=True)]
        endpoint.database.close()
        rows = [change for sender in senders for change in sender.changes]
        plain = unnested(server, rows) if on_server else plain_rows(folder, rows)
    expected = sum(len(sender.changes) for sender in senders)
    assert gained == [expected, expected, sum(len(sender.bodies) for sender in senders)], gained
    assert set(outcome.statuses) <= {200, 503}, outcome.statuses
    tell(kind, options, Facts(expected, passed, (workers, database, load), plain, outcome, max(grown), max(idle)))


def tell(kind: str, options: argparse.Namespace, facts: Facts) -> None:
    rate, least = facts.records / facts.seconds, 10_000 if kind == "postgresql" else 6_000
    share, by_work = rate / facts.plain.rate, facts.records / sum(facts.work[:2])
    apart = " + ".join(f"{1000 * seconds / facts.records:.3f}" for seconds in facts.work)
    how = f"{options.workers} workers, {options.connections} connections, {os.cpu_count()} processors in all"
    way = "INSERT … SELECT unnest(), one client" if kind == "postgresql" else "plain rows in SQLite"
    aim = "at least 0.4 of it; goal 10,000 records/s" if kind == "postgresql" else "6,000 records/s"
    measure.report(
        f"Records taken in by central on {kind}",
        f"{rate:,.0f} records/s, {share:.2f} of the reference ({facts.records:,} records; {how}); {by_work:,.0f} for "
        f"each second of processor of central and its database; {apart} ms of processor a record (central, database, "
        "load)",
        f"{facts.plain.rate:,.0f} rows/s: the same changes by {way}, 500 a commit; {facts.plain.by_work:,.0f} for each "
        "second of processor",
        aim,
        met=rate >= least and (kind != "postgresql" or share >= 0.4),
    )
    scale = options.districts / ALL_DISTRICTS
    worst = measure.percentile(facts.outcome.seconds, 99)
    answered = ", ".join(f"{count} × {status}" for status, count in sorted(facts.outcome.statuses.items()))
    measure.report(
        f"Deadline day on {kind}: {options.districts} of {ALL_DISTRICTS} districts × {RECORDS} records, each once",
        f"{facts.seconds:.1f} s, p99 of a batch {worst:.2f} s; answers: {answered}",
        f"{120 * scale:.1f} s: their share of two minutes",
        "at most that, p99 at most 2 s",
        met=facts.seconds <= 120 * scale and worst <= 2,
    )
    measure.report(
        f"Memory of a worker above idle, on {kind}",
        f"{facts.grown:.0f} MB at most",
        f"{facts.idle:.0f} MB when it was ready",
        "256 MB",
        met=facts.grown <= 256,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--districts", type=int, default=64)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--connections", type=int)
    parser.add_argument("--only", choices=("postgresql", "sqlite"))
    options = parser.parse_args()
    for kind in (options.only,) if options.only else USUAL:
        workers, connections = USUAL[kind]
        chosen = {"workers": options.workers or workers, "connections": options.connections or connections}
        run(kind, argparse.Namespace(**{**vars(options), **chosen}))


if __name__ == "__main__":
    main()
