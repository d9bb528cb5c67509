"""A province as courier: districts' files are kept, vouched for, passed on unchanged, and answered by central."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import select

from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.device_secrets import read_secret
from cdd_desktop.operations.file_keys import office_key
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import CarriedFileRow, OutboxRow
from cdd_desktop.sync.filed import CUSTODY, BatchFile, CustodyFile, CustodyNote
from cdd_desktop.sync.files import Opened, batch_bytes, digest_of, read_contents, seal_file

CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What goes back onto the stick: central's answer when it is here (``answered``), else the note of custody."""

    answer: bytes
    answered: bool


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file as a list shows it. ``contents`` has a line for each submission: dataset, period, records, last step.
    ``own``: written here. ``code`` says why central refused it."""

    sha256: str
    own: bool
    name: str
    unit: str
    at: datetime
    changes: int
    contents: tuple[tuple[str, ...], ...]
    custody_at: datetime | None
    answered_at: datetime | None
    code: str


@dataclass(frozen=True, slots=True)
class StickView:
    """What the sync screen tells of sticks. ``own``: the file written last, while something on it has no receipt; it
    holds everything that earlier ones held. ``carried``: districts' files, those without an answer first.
    ``courier``: whether this office carries for others."""

    own: CarriedFile | None
    carried: tuple[CarriedFile, ...]
    courier: bool


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to pass on: its name, bytes and note, and the token and id of this device."""

    sha256: str
    data: bytes
    note: CustodyNote
    token: str
    device: str


def keep_file(work: Work, opened: Opened, data: bytes, name: str) -> KeptFile:
    """Keep a district's file. The device's own signature is checked; whether central knows the device, central says.

    Raises ``RefusedError("file-wrong-office")`` for a file of an office this one does not carry for.
    """
    key = office_key(work.session)
    file = opened.read(BatchFile)
    opened.verify(file.device_key)
    if key is None or file.unit[:2] != work.unit.code:
        raise RefusedError("file-wrong-office")
    bodies = [batch_bytes(filed) for filed in file.batches]
    sha256 = digest_of(data)
    row = work.session.get(CarriedFileRow, sha256)
    if row is None:
        note = CustodyNote(
            file=sha256,
            unit=work.unit.code,
            device=read_meta(work.session, Meta.DEVICE),
            taken_at=work.now.isoformat(),
            anchor=read_meta(work.session, Meta.ANCHOR),
        ).signed(key)
        row = CarriedFileRow(
            sha256=sha256,
            kind=CARRIED,
            name=name,
            unit=file.unit,
            device=file.device,
            at=datetime.fromisoformat(file.written_at),
            changes=sum(filed.changes for filed in file.batches),
            contents=[list(line) for line in read_contents(bodies)],
            batches=[filed.id for filed in file.batches],
            body=data,
            custody_at=work.now,
            note=msgspec.to_builtins(note),
            code="",
        )
        work.session.add(row)
        work.session.flush()
    row.code = ""  # one that central refused is tried once more when somebody brings it again
    if row.answer is not None:
        return KeptFile(row.answer, answered=True)
    note = msgspec.convert(row.note, CustodyNote)
    return KeptFile(
        seal_file(CUSTODY, CustodyFile(device=file.device, note=note), key, [file.device_key]), answered=False
    )


def read_carried(work: Work) -> tuple[CarriedFile, ...]:
    """Files written and taken here, the newest first."""
    rows = work.session.scalars(select(CarriedFileRow).order_by(CarriedFileRow.at.desc()))
    return tuple(
        CarriedFile(
            sha256=row.sha256,
            own=row.kind != CARRIED,
            name=row.name,
            unit=row.unit,
            at=row.at,
            changes=row.changes,
            contents=tuple(tuple(line) for line in row.contents),
            custody_at=row.custody_at,
            answered_at=row.answered_at,
            code=row.code,
        )
        for row in rows
    )


def read_stick(work: Work) -> StickView:
    """How it stands with files on sticks."""
    session = work.session
    files = read_carried(work)
    away = session.scalars(select(OutboxRow.n).where(OutboxRow.state == "handed_over").limit(1)).first()
    own = next((file for file in files if file.own), None) if away is not None else None
    carried = sorted((file for file in files if not file.own), key=lambda file: file.answered_at is not None)
    return StickView(own, tuple(carried), office_key(session) is not None)


def read_parcels(work: Work) -> tuple[Parcel, ...]:
    """What is still to be passed on, the oldest first."""
    query = select(CarriedFileRow).where(
        CarriedFileRow.kind == CARRIED, CarriedFileRow.answered_at.is_(None), CarriedFileRow.code == ""
    )
    token, device = read_secret(work.session, Meta.TOKEN), read_meta(work.session, Meta.DEVICE)
    return tuple(
        Parcel(row.sha256, row.body, msgspec.convert(row.note, CustodyNote), token, device)
        for row in work.session.scalars(query.order_by(CarriedFileRow.custody_at))
        if row.body is not None
    )


def keep_answer(work: Work, sha256: str, answer: bytes) -> Changes:
    """Central's ``.cddreceipt`` for a file that was passed on; only the district can open it."""
    row = work.session.get_one(CarriedFileRow, sha256)
    row.answer, row.answered_at = answer, work.now
    return Changes(outbox=True)


def note_refused(work: Work, sha256: str, code: str) -> Changes:
    """Central did not take a file, and will not."""
    work.session.get_one(CarriedFileRow, sha256).code = code
    return Changes(outbox=True)


def read_answers(work: Work, names: Sequence[str] = ()) -> dict[str, bytes]:
    """Central's answers that are here, under the names of their files; of all files, or of some (SHA-256)."""
    query = select(CarriedFileRow).where(CarriedFileRow.kind == CARRIED, CarriedFileRow.answer.is_not(None))
    if names:
        query = query.where(CarriedFileRow.sha256.in_(names))
    return {row.name: row.answer for row in work.session.scalars(query) if row.answer is not None}
