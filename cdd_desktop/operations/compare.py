"""Whether this device and central hold the same records, and what is done when they do not.

Compared is only while nothing waits to be sent and nothing to be decided: what has not been delivered is rightly
different. What central lacks is sent again; what it has newer is taken; where both differ at one revision the values
of both stay and this device's are sent as if nothing were known of central (``repair.join_epochs``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from sqlalchemy import Table, bindparam, func, select, update

from cdd_desktop.domain.digest import digest_of, record_digest
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.apply_records import apply_records
from cdd_desktop.operations.assess import refresh_records
from cdd_desktop.operations.buckets import read_buckets
from cdd_desktop.operations.repair import join_epochs, resend_whole
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import ChangeRow, OutboxRow, RecordRow
from cdd_desktop.sync.protocol import DigestAnswer, PulledRecord

_TABLE = cast(Table, RecordRow.__table__)
_KNOWN = update(_TABLE).where(_TABLE.c.id == bindparam("this"))


class Checked(StrEnum):
    """How a comparison came out; ``NOT_COMPARED`` while something waits, or where central does not compare."""

    NOT_COMPARED = ""
    SAME = "same"
    DIFFERENT = "different"


def check_digest(work: Work, digest: str) -> Checked:
    """Compare the digest of all that central holds of this office with what is held here."""
    waiting = work.session.scalar(select(func.count()).select_from(OutboxRow)) or 0
    if not digest or waiting or read_meta(work.session, Meta.REPAIR) == "1":
        return Checked.NOT_COMPARED
    return Checked.SAME if digest_of(read_buckets(work)) == digest else Checked.DIFFERENT


@dataclass(frozen=True, slots=True)
class Compared:
    """``wanted`` are records whose content has to be asked for; ``sent_again`` counts what central had lost."""

    wanted: tuple[str, ...]
    sent_again: int
    changes: Changes


def settle_buckets(work: Work, answer: DigestAnswer) -> Compared:
    """Deal with everything that digests alone can tell."""
    epoch, touched = answer.epoch, Touched()
    for bucket in answer.same:
        ids = list(_live_ids(work, bucket.dataset, bucket.period))
        if len(ids) == len(bucket.revs):
            _take_revisions(work, epoch, zip(ids, bucket.revs, strict=True))
    wanted: list[str] = []
    sent_again = 0
    for other in answer.other:
        rows = {row.id: row for row in _rows(work, other.dataset, other.period)}
        equal = []
        for record, digest, rev in other.entries:
            row = rows.pop(record, None)
            if row is not None and not row.deleted and record_digest(record, row.content) == digest:
                equal.append((record, rev))
            elif row is None or not (row.deleted and digest == "-"):
                wanted.append(record)
        _take_revisions(work, epoch, equal)
        for row in rows.values():
            if not row.deleted and row.rev > 0:
                resend_whole(work, row, epoch)
                touched.records.add(RecordId(row.id))
                sent_again += 1
    if read_meta(work.session, Meta.REPAIR) == "1":
        write_meta(work.session, Meta.SETTLED, answer.settled)
    touched.outbox = bool(sent_again)
    return Compared(tuple(wanted), sent_again, touched.changes())


def take_compared(work: Work, records: Sequence[PulledRecord], epoch: str) -> Changes:
    """Records that differ, as central holds them."""
    touched = Touched()
    pulled = []
    for record in records:
        row = work.session.get(RecordRow, record.id)
        behind = row is None or row.epoch != epoch or row.rev < record.rev or row.deleted or record.deleted
        if behind:
            pulled.append(record)
        elif row is not None and row.content != record.content and not _has_unsent(work, row.id):
            join_epochs(work, row, record, epoch, set())
            refresh_records(work, [row])
            touched.records.add(RecordId(row.id))
            touched.outbox = True
    apply_records(work, pulled, epoch=epoch, touched=touched)
    touched.outbox = touched.outbox or bool(pulled)
    return touched.changes()


def _has_unsent(work: Work, record: str) -> bool:
    """Whether an edit has been saved since the comparison: then the record is compared another time."""
    query = select(ChangeRow.n).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(ChangeRow.record_id == record)
    return work.session.scalar(query.limit(1)) is not None


def _rows(work: Work, dataset: str, period: str) -> Sequence[RecordRow]:
    query = select(RecordRow).where(
        RecordRow.unit == work.unit.code, RecordRow.dataset == dataset, RecordRow.period == period
    )
    return work.session.scalars(query.order_by(RecordRow.id)).all()


def _live_ids(work: Work, dataset: str, period: str) -> Iterator[str]:
    query = select(RecordRow.id).where(
        RecordRow.unit == work.unit.code,
        RecordRow.dataset == dataset,
        RecordRow.period == period,
        ~RecordRow.deleted,
    )
    yield from work.session.scalars(query.order_by(RecordRow.id))


def _take_revisions(work: Work, epoch: str, known: Sequence[tuple[str, int]] | Iterator[tuple[str, int]]) -> None:
    rows = [{"this": record, "rev": rev, "epoch": epoch} for record, rev in known]
    if rows:
        work.session.flush()
        work.session.execute(_KNOWN, rows)
        work.session.expire_all()
