"""Trains a dictionary for compression on the wire: ``python packaging/wire_dictionary.py NUMBER``.

It learns from made-up requests and answers of a few districts, for all forms as they are now. A dictionary that has
been released stays as it is for ever: new forms get a new number, and both ends keep the old ones.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import msgspec
import zstandard

from cdd_desktop.domain.record import Record
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.geography import geography
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.samples.office import SampleOffice, Sizes
from cdd_desktop.sync.packing import pack_batch, pack_receipt
from cdd_desktop.sync.protocol import (
    Batch,
    Change,
    Group,
    MoveChange,
    Pulled,
    PulledContact,
    PulledMove,
    PulledRecord,
    PulledSubmission,
    Receipt,
    Result,
    SyncAnswer,
    SyncRequest,
)

SIZE = 24 * 1024
PRIVATE = 32_768  # the numbers below are given out by zstd's makers
UNITS = ("5003", "3011", "8403", "1202", "6505", "4004", "7101", "9306", "2006", "4708")
SIZES = Sizes(
    leaders=12,
    organizations=12,
    saving_groups=10,
    poverty_funds=8,
    institutes=3,
    networks=3,
    producers=14,
    mother_funds=8,
    categories=2,
)
chance = random.Random(1)


def new_id() -> str:
    value = chance.getrandbits(128) & ~(0xF << 76) | 0x7 << 76
    return str(UUID(int=value & ~(0x3 << 62) | 0x2 << 62))


def instant() -> datetime:
    return datetime(2018, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=chance.randrange(3 * 10**8))


def key(length: int) -> str:
    return "".join(chance.choices("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/", k=length))


def records() -> Iterator[list[Record]]:
    """Records of one office and dataset, as they would be entered one after the other."""
    catalogue, calendar = load_catalogue(), load_calendar()
    for seed, code in enumerate(UNITS):
        unit = geography().unit(code)
        office = SampleOffice(unit, SIZES, seed=seed, catalogue=catalogue, geography=geography())
        for dataset in catalogue.datasets():
            yield list(office.register(dataset))
        before: dict[str, tuple[Record, ...]] = {}
        for window in calendar.windows_of(unit.level, 2561 + seed % 3):
            before[window.dataset] = office.report(window, before.get(window.dataset, ()))
            yield list(before[window.dataset])


def conversation(made: list[Record]) -> Iterator[bytes]:
    """A request that brings records and the answer to it."""
    person, cursor = new_id(), f"{made[0].unit[:2]}:{chance.randrange(99999)}"
    group, at = entered(made, person)
    packed = pack_batch(msgspec.json.encode(Batch(id=new_id(), groups=[group])))
    assert packed is not None
    epoch = new_id()
    request = SyncRequest(
        protocol=(1, 2),
        app="0.1.0",
        device=new_id(),
        clock=at.isoformat(timespec="seconds"),
        unit=group.unit,
        epoch=epoch,
        cursor=cursor,
        books="e3b0c44298fc",
        packed=packed,
    )
    yield msgspec.json.encode(request)
    received_at = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    answer = SyncAnswer(
        protocol=2,
        epoch=epoch,
        cursor=cursor,
        at=received_at,
        packed=pack_receipt(receipt(group, received_at)),
        pulled=pulled(made, person, received_at),
        anchor=key(86) + "==",
    )
    yield msgspec.json.encode(answer)


def entered(made: list[Record], person: str) -> tuple[Group, datetime]:
    """The group of edits that entering these records makes, and when the last one was saved."""
    first = made[0]
    n, at = chance.randrange(1, 5000), instant()
    changes: list[Change | MoveChange] = []
    for record in made:
        n, at = n + 1, at + timedelta(seconds=chance.randrange(5, 90))
        patch = dict(record.content)
        if chance.random() < 0.5:  # one box only
            path = chance.choice(sorted(patch))
            patch = {path: patch[path]}
        text = at.isoformat(timespec="seconds")
        base = chance.choice((0, 0, 1, 2))
        changes.append(Change(n=n, first=n, record=new_id(), base=base, patch=patch, person=person, at=text))
    group = Group(
        unit=first.unit,
        dataset=first.dataset,
        period=first.period or "",
        entity=first.entity,
        form=first.form_version,
        changes=[*changes],
    )
    return group, at


def receipt(group: Group, at: str) -> bytes:
    number = f"2561-{chance.randrange(9999999):07d}"
    results = [Result(n=change.n, status="stored", rev=chance.choice((1, 1, 2, 3))) for change in group.changes]
    made = Receipt(no=number, batch=new_id(), received_at=at, results=results, signature=key(86) + "==")
    return msgspec.json.encode(made)


def pulled(made: list[Record], person: str, at: str) -> Pulled:
    first = made[0]
    if chance.random() < 0.5 and first.period is None:
        return Pulled(
            records=[
                PulledRecord(
                    id=new_id(),
                    unit=record.unit,
                    dataset=record.dataset,
                    entity=record.entity,
                    form=record.form_version,
                    rev=1,
                    code=f"{record.unit}-SG-{chance.randrange(9999):04d}",
                    content=dict(record.content),
                )
                for record in made[:3]
            ]
        )
    move = PulledMove(move="propose", person=person, name="สมศรี ใจดี", at=at)
    submission = PulledSubmission(
        unit=first.unit,
        dataset=first.dataset,
        period=first.period or "2561-q2",
        rev=chance.randrange(4),
        state=chance.choice(("draft", "proposed", "certified", "accepted", "returned")),
        expected=chance.randrange(400),
        done=chance.randrange(400),
        errors=chance.randrange(9),
        warnings=chance.randrange(9),
        moves=[move] if chance.random() < 0.4 else [],
    )
    contacts = [PulledContact(unit=first.unit, last_contact_at=at, reports_from="2017-10-01")]
    return Pulled(submissions=[submission], contacts=contacts if chance.random() < 0.5 else [])


def main() -> None:
    number = int(sys.argv[1])
    target = Path(__file__).resolve().parent.parent / "resources" / "wire" / f"{number}.zdict"
    if target.exists():
        sys.exit(f"{target.name} has been released; take a new number")
    texts: list[bytes] = []
    for made in records():
        for size in (1, 1, 2, 5):
            if made:
                start = chance.randrange(len(made))
                texts += conversation(made[start : start + size] or made[:1])
    trained = zstandard.train_dictionary(SIZE, texts, dict_id=PRIVATE + number, level=19)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(trained.as_bytes())
    print(f"{len(texts)} messages, {len(trained)} bytes: {target.name}")


if __name__ == "__main__":
    main()
