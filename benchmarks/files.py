"""Claims: central takes in 878 files of 100 records each within a minute, and a file is little larger than its records.

Each district's machine is enrolled, and its first contact is a file: 50 leaders and 50 organisations in one batch,
signed by the device, sealed to central and its province, with the claim of its code in it. Central opens, checks, takes
in and answers each with a sealed ``.cddreceipt``. Beside it the same contents as plain rows, a commit a file, into
SQLite; and the size of a file beside zstd-19 of the JSON of its records' ids and values.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import data
import measure
import msgspec
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cdd_desktop import __version__
from cdd_desktop.central.desk.enrolments import NewPerson, Office, make_enrolment
from cdd_desktop.central.keeping.setup import initialise, open_endpoint
from cdd_desktop.central.sync.by_file import receive_file
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.record import Record
from cdd_desktop.domain.unit import Unit
from cdd_desktop.geography import geography
from cdd_desktop.ids import uuid7_maker
from cdd_desktop.sync.filed import BATCH, BatchFile
from cdd_desktop.sync.files import file_batch, seal_file
from cdd_desktop.sync.protocol import PROTOCOL_MAX, PROTOCOL_MIN, Batch, Change, Claim, Enrolment, Group
from cdd_desktop.sync.signing import public_text

RECORDS = 100
GOAL_SECONDS = 60
SIZES = replace(data.HALF, leaders=RECORDS // 2, organizations=RECORDS // 2)
NOW = datetime(2018, 3, 16, 9, 0, tzinfo=BANGKOK)


@dataclass(frozen=True, slots=True)
class OnStick:
    """A file as it lies on a stick, and what is in it."""

    data: bytes
    records: tuple[Record, ...]


def districts() -> list[Unit]:
    return [unit for province in geography().provinces() for unit in geography().districts(province.code)]


def enrolled(endpoint: Endpoint, clock: FixedClock, units: list[Unit]) -> list[Enrolment]:
    people = (NewPerson("Officer", Role.OFFICER),)
    with endpoint.database.write() as session:
        return [
            make_enrolment(session, endpoint.keys, clock, Office(unit.code, ("http://127.0.0.1:9",), people))
            for unit in units
        ]


def written(unit: Unit, enrolment: Enrolment, clock: FixedClock) -> OnStick:
    """The file of a machine that has never been in contact."""
    place, make, key = data.office(unit, SIZES), uuid7_maker(clock), Ed25519PrivateKey.generate()
    made = (*place.register("leader")[: RECORDS // 2], *place.register("organization")[: RECORDS // 2])
    records = tuple(replace(record, id=make()) for record in made)
    groups = {}
    for number, record in enumerate(records, 1):
        change = Change(
            n=number,
            record=record.id,
            base=0,
            patch=dict(record.content),
            person=enrolment.people[0].id,
            at=clock.now().isoformat(),
        )
        groups.setdefault((record.dataset, record.entity, record.form_version), []).append(change)
    batch = Batch(
        id=make(),
        groups=[
            Group(unit=unit.code, dataset=dataset, period="", entity=entity, form=form, changes=changes)
            for (dataset, entity, form), changes in groups.items()
        ],
    )
    public = public_text(key)
    message = BatchFile(
        protocol=(PROTOCOL_MIN, PROTOCOL_MAX),
        app=__version__,
        unit=unit.code,
        device=make(),
        device_key=public,
        written_at=clock.now().isoformat(),
        claim=Claim(code=enrolment.code, device_key=public, unit=unit.code),
        batches=[file_batch(batch.id, msgspec.json.encode(batch), len(records))],
    )
    return OnStick(seal_file(BATCH, message, key, [enrolment.sealing_key, enrolment.courier_key]), records)


def as_json(records: tuple[Record, ...]) -> bytes:
    values = [(record.id, record.content) for record in records]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def plain_rows(files: list[OnStick], folder: Path) -> float:
    """Seconds for the same contents as plain rows."""
    database = sqlite3.connect(folder / "plain.db")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE record (id TEXT PRIMARY KEY, content TEXT)")

    def insert() -> None:
        for file in files:
            rows = [(record.id, json.dumps(record.content, ensure_ascii=False)) for record in file.records]
            with database:
                database.executemany("INSERT INTO record VALUES (?, ?)", rows)

    passed = measure.seconds(insert)
    database.close()
    return passed


def main() -> None:
    clock = FixedClock(NOW)
    with tempfile.TemporaryDirectory() as name:
        folder, units = Path(name), districts()
        database = str(folder / "central.db")
        initialise(database)[0].close()
        endpoint = open_endpoint(database, clock)
        enrolments = enrolled(endpoint, clock, units)
        files = [written(unit, one, clock) for unit, one in zip(units, enrolments, strict=True)]
        answers: list[bytes] = []

        def take_in() -> None:
            for file in files:
                taken = receive_file(endpoint, file.data)
                assert (taken.changes, taken.code) == (RECORDS, ""), taken
                answers.append(taken.answer)

        passed = measure.seconds(take_in)
        endpoint.database.close()
        plain = plain_rows(files, folder)
    count = sum(len(file.records) for file in files)
    measure.report(
        f"{len(files)} files of {RECORDS} records each taken in by central",
        f"{passed:.1f} s, {count / passed:,.0f} records/s; every answer written",
        f"{plain:.2f} s for the same contents as plain rows in SQLite, a commit a file",
        f"at most {GOAL_SECONDS} s",
        met=passed <= GOAL_SECONDS,
    )
    size = sum(len(file.data) for file in files) / len(files)
    compressed = [len(zstandard.ZstdCompressor(level=19).compress(as_json(file.records))) for file in files]
    reference = sum(compressed) / len(compressed)
    measure.report(
        f"Size of a file of {RECORDS} records",
        f"{size:,.0f} bytes, {size / reference:.2f} times the reference; its receipt "
        f"{sum(map(len, answers)) / len(answers):,.0f} bytes",
        f"{reference:,.0f} bytes: zstd-19 of the JSON of their ids and values",
        "1.25 times",
        met=size <= 1.25 * reference,
    )


if __name__ == "__main__":
    main()
