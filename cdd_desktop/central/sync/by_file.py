"""Files at central: a device's batches taken in as if they had come by wire, its answer, and packages for an office.

The same ``ingest`` and the same pages of the feed serve both ways. A file is taken whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.books import DEFINITION, HOLIDAYS, SCHEDULE, Books
from cdd_desktop.central.holding.devices import authenticate, claim_device, note_contact, note_device
from cdd_desktop.central.holding.timing import TOLERANCE
from cdd_desktop.central.intake.ingest import ingest
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.sync.pull import Pull
from cdd_desktop.central.tables.feed import Touched, read_page, read_tops
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import DeviceRow, EnrolmentCodeRow, MetaRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.errors import RefusedError
from cdd_desktop.sync.cursor import Cursor, is_behind, nearest, read_cursor, write_cursor
from cdd_desktop.sync.enrolment import start_key
from cdd_desktop.sync.filed import BATCH, PACK, RECEIPT, AnswerFile, BatchFile, CustodyNote, FiledReceipt
from cdd_desktop.sync.files import batch_bytes, digest_of, open_file, seal_file
from cdd_desktop.sync.protocol import PROTOCOL_MAX, PROTOCOL_MIN, Pulled
from cdd_desktop.sync.signing import SignatureError, make_anchor, public_text, read_anchor, sign_receipt

CLONED = "device-cloned"
LARGEST_FILE = 48 * 1024 * 1024  # unpacked
PART = 50_000  # things in a package: a few megabytes, some 30 of them unpacked


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that was taken: whose it is, how many batches and changes it brought, and the ``.cddreceipt`` to carry
    back. ``code`` is not empty when nothing was stored and the answer says why."""

    unit: str
    batches: int
    changes: int
    answer: bytes
    code: str = ""


@dataclass(slots=True)
class _Taken:
    """What the writing half leaves for the answer."""

    device: DeviceRow
    epoch: str
    token: str
    since: Cursor
    without: str
    receipts: list[FiledReceipt]


def receive_file(endpoint: Endpoint, data: bytes, note: CustodyNote | None = None) -> TakenIn:
    """Take in a ``.cddbatch``. ``note`` is that of the province that carried it.

    Raises ``RefusedError`` or ``ProblemError`` for a file of a stranger, one that is damaged, newer, of another kind,
    or of a device that is unknown or revoked; nothing is stored then. A copied device is told so by the answer.
    """
    opened = open_file(data, endpoint.keys.openers)
    if opened.kind != BATCH:
        raise RefusedError("file-kind")
    file = opened.read(BatchFile, LARGEST_FILE)
    opened.verify(file.device_key)
    if file.protocol[1] < PROTOCOL_MIN or file.protocol[0] > PROTOCOL_MAX:
        raise ProblemError(426, "protocol", lowest=PROTOCOL_MIN, highest=PROTOCOL_MAX)
    bodies = [batch_bytes(filed) for filed in file.batches]
    now, name = endpoint.clock.now(), digest_of(data)
    changes = sum(filed.changes for filed in file.batches)
    try:
        with endpoint.database.write() as session:
            taken = _take(endpoint, session, file, (name, bodies, note), now)
    except ProblemError as problem:
        if problem.code != CLONED:
            raise
        with endpoint.database.read() as session:
            answer = _cloned(endpoint, session, file, name, now)
        return TakenIn(file.unit, len(bodies), changes, answer, CLONED)
    return TakenIn(file.unit, len(bodies), changes, _answer(endpoint, file, name, taken, now))


def forward_file(endpoint: Endpoint, data: bytes, caller: tuple[str, str], note: CustodyNote | None) -> TakenIn:
    """The same for a file a province passes on; ``caller`` is its token and device id. Raises ``ProblemError``."""
    with endpoint.database.read() as session:
        unit = authenticate(session, *caller).unit
    try:
        opened = open_file(data, endpoint.keys.openers)
        if opened.kind == BATCH and unit not in _carriers(opened.read(BatchFile, LARGEST_FILE).unit):
            raise RefusedError("file-wrong-office")
        return receive_file(endpoint, data, note)
    except RefusedError as error:
        raise ProblemError(422, error.code, **error.params) from error
    except ProblemError as problem:  # 401 would speak of the province itself
        raise ProblemError(422, problem.code, **problem.params) from problem


def make_packs(endpoint: Endpoint, unit: str, part: int = PART) -> Iterator[bytes]:
    """``.cddpack`` files for all machines of an office: what is new since the point all of them have shown, and all
    that central has published. One file, or where it is more than ``part`` things several, each going on where the one
    before ends. Raises ``RefusedError("pack-no-device")``."""
    now = endpoint.clock.now()
    with endpoint.database.read() as session:
        query = select(DeviceRow).where(DeviceRow.unit == unit, DeviceRow.revoked_at == "").order_by(DeviceRow.id)
        devices = session.scalars(query).all()
    if not devices:
        raise RefusedError("pack-no-device", unit=unit)
    since = read_cursor(devices[0].cursor)
    for device in devices[1:]:
        since = nearest(since, read_cursor(device.cursor))
    anchors = {device.id: _anchor(endpoint, device.id, now) for device in devices}
    yield from _packs(endpoint, _Readers(unit, [device.public_key for device in devices], anchors), since, part)


def make_starts(endpoint: Endpoint, unit: str, code: str, part: int = PART) -> Iterator[bytes]:
    """The same for a machine that is about to be enrolled with a code: everything of its office, the registers too, and
    all that central has published. Only who holds the code opens it."""
    yield from _packs(endpoint, _Readers(unit, [public_text(start_key(code))], {}), {}, part)


@dataclass(frozen=True, slots=True)
class _Readers:
    """For whom packages are: their office, whose keys open them, and an anchor for each device that is known."""

    unit: str
    recipients: Sequence[str]
    anchors: dict[str, str]


def _packs(endpoint: Endpoint, readers: _Readers, since: Cursor, part: int) -> Iterator[bytes]:
    """What is published goes with the first part: the others join on to it."""
    with endpoint.database.read() as session:
        epoch, books = session.get_one(MetaRow, "epoch").value, endpoint.books(session)
    begin, at, more = since, to_text(endpoint.clock.now()), True
    while more:
        pages, until, more = _pages(endpoint, readers.unit, begin, most=part)
        message = AnswerFile(
            protocol=PROTOCOL_MAX,
            unit=readers.unit,
            at=at,
            epoch=epoch,
            since=write_cursor(begin),
            until=write_cursor(until),
            more=more,
            anchors=readers.anchors,
            pulled=pages,
            keys=list(endpoint.keys.words),
        )
        if begin is since:
            definitions, schedules = books.newer(DEFINITION, {}), books.newer(SCHEDULE, {})
            holidays = "".join(books.newer(HOLIDAYS, {}))
            message = replace(message, definitions=definitions, schedules=schedules, holidays=holidays)
        yield seal_file(PACK, message, endpoint.keys.signer, readers.recipients)
        begin = until


def _carriers(unit: str) -> tuple[str, ...]:
    return (unit, unit[:2])


def _take(
    endpoint: Endpoint,
    session: Session,
    file: BatchFile,
    brought: tuple[str, list[bytes], CustodyNote | None],
    now: datetime,
) -> _Taken:
    """The writing half, in one transaction: the device, its batches in order, and that it was heard."""
    name, bodies, note = brought
    vault = Vault(endpoint.keys)
    custody = _custody(endpoint, session, note, (name, file.unit), now)
    token = ""
    if file.claim is not None:
        if file.claim.device_key != file.device_key:
            raise RefusedError("file-signature")
        token = claim_device(session, vault, file.claim, file.device, custody or now)
    device = _device(session, file)
    epoch = session.get_one(MetaRow, "epoch").value
    same_epoch = file.epoch in ("", epoch)
    since = read_cursor(file.cursor) if same_epoch else {}
    behind = is_behind(since, read_cursor(device.cursor) if same_epoch else read_tops(session, device.unit))
    books, touched = endpoint.books(session), Touched()
    plausible = _plausible(session, device, file.written_at, custody or now)
    receipts = []
    for filed, body in zip(file.batches, bodies, strict=True):
        intake = Intake(session, vault, books, device, now, touched=touched)
        intake.clock_plausible, intake.not_after = plausible, custody
        intake.lineage = endpoint.keys.lineage
        signed = sign_receipt(ingest(intake, body), endpoint.keys.signer)
        receipts.append(FiledReceipt(batch=filed.id, receipt=msgspec.Raw(signed)))
    note_device(device, file.app, now)
    note_contact(session, device.unit, device.id, now, touched)
    touched.flush(session, since)
    return _Taken(device, epoch, token, since, device.id if bodies and not behind else "", receipts)


def _device(session: Session, file: BatchFile) -> DeviceRow:
    """The device of a file. Whoever signed it with another key than the enrolled one is a stranger."""
    device = session.get(DeviceRow, file.device)
    if device is None:
        raise ProblemError(401, "device-unknown")
    if device.revoked_at:
        raise ProblemError(401, "token-revoked")
    if device.public_key != file.device_key:
        raise RefusedError("file-signature")
    if device.unit != file.unit:
        raise ProblemError(403, "unit-mismatch")
    return device


def _custody(
    endpoint: Endpoint, session: Session, note: CustodyNote | None, file: tuple[str, str], now: datetime
) -> datetime | None:
    """The instant by which a province held the file; None for a note that is none of its province's, or whose
    instant does not fit central's own anchor to it."""
    name, unit = file
    if note is None or note.file != name or note.unit != unit[:2]:
        return None
    try:
        note.verify(public_text(endpoint.keys.office_key(note.unit)))
        anchor = read_anchor(note.anchor)
        endpoint.keys.lineage.verify(anchor.at, anchor.verify)
        taken = to_instant(note.taken_at)
    except (SignatureError, ValueError, OverflowError):
        return None
    holder = session.get(DeviceRow, anchor.device)
    fits = anchor.instant - TOLERANCE <= taken <= now + TOLERANCE
    return min(taken, now) if fits and holder is not None and holder.unit == note.unit else None


def _plausible(session: Session, device: DeviceRow, written_at: str, not_after: datetime) -> bool:
    """Whether the clock that wrote the file fits what is known without it: the enrolment before, the taking after."""
    code = session.get_one(EnrolmentCodeRow, device.code_hash)
    try:
        return to_instant(code.created_at) - TOLERANCE <= to_instant(written_at) <= not_after + TOLERANCE
    except (ValueError, OverflowError):
        return False


def _answer(endpoint: Endpoint, file: BatchFile, name: str, taken: _Taken, now: datetime) -> bytes:
    pages, until, _ = _pages(endpoint, taken.device.unit, taken.since, without=taken.without)
    with endpoint.database.read() as session:
        books: Books = endpoint.books(session)
    message = AnswerFile(
        protocol=min(file.protocol[1], PROTOCOL_MAX),
        unit=file.unit,
        device=file.device,
        file=name,
        at=to_text(now),
        epoch=taken.epoch,
        since=write_cursor(taken.since),
        until=write_cursor(until),
        anchors={file.device: _anchor(endpoint, file.device, now)},
        token=taken.token,
        receipts=taken.receipts,
        pulled=pages,
        definitions=books.newer(DEFINITION, file.definitions),
        schedules=books.newer(SCHEDULE, file.schedules),
        holidays="".join(books.newer(HOLIDAYS, {HOLIDAYS: file.holidays} if file.holidays else {})),
        keys=list(endpoint.keys.words),
    )
    return seal_file(RECEIPT, message, endpoint.keys.signer, [taken.device.public_key])


def _cloned(endpoint: Endpoint, session: Session, file: BatchFile, name: str, now: datetime) -> bytes:
    """The answer that tells a copied machine to take a new identity; nothing of its file was stored."""
    message = AnswerFile(
        protocol=PROTOCOL_MAX,
        unit=file.unit,
        device=file.device,
        file=name,
        at=to_text(now),
        epoch=session.get_one(MetaRow, "epoch").value,
        anchors={file.device: _anchor(endpoint, file.device, now)},
        problem=CLONED,
        keys=list(endpoint.keys.words),
    )
    return seal_file(RECEIPT, message, endpoint.keys.signer, [file.device_key])


def _pages(
    endpoint: Endpoint, unit: str, since: Cursor, *, without: str = "", most: int | None = None
) -> tuple[list[Pulled], Cursor, bool]:
    """What is in a unit's scope after a cursor, the cursor after it, and whether there is more than ``most`` things."""
    pages: list[Pulled] = []
    cursor, more, count = since, True, 0
    while more and (most is None or count < most):
        with endpoint.database.read() as session:
            page = read_page(session, unit, cursor, endpoint.page, without=without)
            pages.append(Pull(session, Vault(endpoint.keys), endpoint.books(session), unit).read(page.keys))
        cursor, more, count = page.cursor, page.more, count + sum(map(len, page.keys.values()))
    return pages, cursor, more


def _anchor(endpoint: Endpoint, device: str, now: datetime) -> str:
    return make_anchor(to_text(now), device, endpoint.keys.signer).signature
