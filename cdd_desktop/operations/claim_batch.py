"""Claim waiting changes for sending: one short transaction, and the bytes never change afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import Select, exists, func, select, update

from cdd_desktop.operations.batching import Head, Waiting, after_beginnings, grouped, size_of, squash
from cdd_desktop.operations.parking import Hold, release_superseded
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import UNDER_WAY, BatchRow, ChangeRow, OutboxRow, ReceiptRow, RecordRow
from cdd_desktop.sync.protocol import Batch, DelegationChange, MoveChange, PersonChange

LIMIT = 500
MAX_BYTES = 256 * 1024
_ENVELOPE = 256  # of a batch without a change
_NEW = (
    select(ChangeRow.record_id, OutboxRow.state)
    .join(OutboxRow, OutboxRow.n == ChangeRow.n)
    .join(RecordRow, RecordRow.id == ChangeRow.record_id)
    .where(RecordRow.rev == 0)
    .distinct()
)


@dataclass(frozen=True, slots=True)
class ClaimedBatch:
    """A batch on its way: its id, the exact bytes to send, and how many saved changes it stands for."""

    id: str
    body: bytes
    saves: int


def claim_batch(work: Work, *, limit: int = LIMIT, max_bytes: int = MAX_BYTES) -> ClaimedBatch | None:
    """The batch to send next, or None when nothing waits.

    A batch without a receipt is returned again, byte for byte. A new one takes the saves of at most ``limit``
    records in the order they were made and stays below ``max_bytes``; one change larger than that goes alone. Until
    central has said what it still has after a restore, steps and what was made after them wait: what they stand on may
    have to go first.
    """
    return _unanswered(work) or _new(work, limit, max_bytes, repairing=read_meta(work.session, Meta.REPAIR) == "1")


def claim_everything(work: Work) -> list[ClaimedBatch]:
    """Every batch without a receipt, in order, after all that waits has been put into batches."""
    while _new(work, LIMIT, MAX_BYTES) is not None:
        pass
    return [ClaimedBatch(id=row.id, body=row.bytes, saves=row.changes) for row in work.session.scalars(_under_way())]


def _unanswered(work: Work) -> ClaimedBatch | None:
    row = work.session.scalar(_under_way().limit(1))
    return None if row is None else ClaimedBatch(id=row.id, body=row.bytes, saves=row.changes)


def _under_way() -> Select[BatchRow]:
    """Batches without a receipt, in the order of their changes: clocks may stand still or go back."""
    answered = exists().where(ReceiptRow.batch_id == BatchRow.id)
    first = select(func.min(OutboxRow.n)).where(OutboxRow.batch_id == BatchRow.id, OutboxRow.state.in_(UNDER_WAY))
    number = first.scalar_subquery()
    return select(BatchRow).where(~answered, number.is_not(None)).order_by(number)


def _new(work: Work, limit: int, max_bytes: int, *, repairing: bool = False) -> ClaimedBatch | None:
    release_superseded(work)
    taken: list[Waiting] = []
    things: set[str] = set()  # squashed changes at least
    size = _ENVELOPE
    place: Head | None = None
    for row in after_beginnings(_waiting(work), *_new_records(work)):
        if repairing and isinstance(row.fixed, MoveChange):
            break
        size, place = size + size_of(row, place), row.head
        things.add(row.record or str(row.n))
        if taken and (len(things) > limit or size > max_bytes):
            break
        taken.append(row)
    if not taken:
        return None
    batch_id = work.new_id()
    epoch = read_meta(work.session, Meta.EPOCH)
    body = msgspec.json.encode(Batch(id=batch_id, epoch=epoch, groups=grouped(squash(taken))))
    work.session.add(BatchRow(id=batch_id, bytes=body, changes=len(taken), created_at=work.now, sent_at=work.now))
    work.session.flush()
    numbers = [row.n for row in taken]
    on_beginnings = [row.n for row in taken if row.base == 1 and row.fixed is None]  # a number's content never changes
    work.session.execute(update(ChangeRow).where(ChangeRow.n.in_(on_beginnings), ChangeRow.base == 0).values(base=1))
    work.session.execute(update(OutboxRow).where(OutboxRow.n.in_(numbers)).values(batch_id=batch_id, state="claimed"))
    return ClaimedBatch(id=batch_id, body=body, saves=len(taken))


def _new_records(work: Work) -> tuple[set[str], set[str]]:
    """The records in the outbox that central has not confirmed, and those of them that are in a batch already."""
    rows = work.session.execute(_NEW).all()
    return {row.record_id for row in rows}, {row.record_id for row in rows if row.state in UNDER_WAY}


def _waiting(work: Work) -> Iterator[Waiting]:
    """Waiting rows in counter order, without those that a parked change holds back."""
    hold = Hold.read(work.session)
    rows = work.session.scalars(
        select(ChangeRow)
        .join(OutboxRow, OutboxRow.n == ChangeRow.n)
        .where(OutboxRow.state == "waiting")
        .order_by(ChangeRow.n)
        .execution_options(yield_per=200)
    )
    for row in rows:
        if not hold.keeps(row):
            yield as_waiting(row)


def as_waiting(row: ChangeRow) -> Waiting:
    """A journal row as the message it becomes."""
    assert row.n is not None
    place = Head(unit=row.unit, dataset=row.dataset, period=row.period)
    if row.kind == "move":
        move = msgspec.convert(row.payload, MoveChange)
        return Waiting(n=row.n, head=place, fixed=msgspec.structs.replace(move, n=row.n, base=row.base))
    if row.kind == "person":
        person = msgspec.convert(row.payload, PersonChange)
        return Waiting(n=row.n, head=place, fixed=msgspec.structs.replace(person, n=row.n))
    if row.kind == "delegation":
        delegation = msgspec.convert(row.payload, DelegationChange)
        return Waiting(n=row.n, head=place, fixed=msgspec.structs.replace(delegation, n=row.n))
    return Waiting(
        n=row.n,
        head=Head(row.unit, row.dataset, row.period, row.entity, row.form_version),
        record=row.record_id or "",
        base=row.base,
        patch=dict(row.patch or {}),
        deleted=row.deleted,
        person=row.person_id,
        at=row.at.isoformat(timespec="seconds"),
    )
