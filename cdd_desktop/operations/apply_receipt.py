"""Apply central's receipt: every change of its batch leaves the outbox, or is parked as a question to a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import delete, select, update

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import DatasetKey, PeriodId, RecordId, UnitCode
from cdd_desktop.operations.delegate import drop_delegation, keep_delegation
from cdd_desktop.operations.leaving import take_back_leaving
from cdd_desktop.operations.parking import Hold, open_question
from cdd_desktop.operations.repair import forget_revisions, resend_whole
from cdd_desktop.operations.submission_state import certification_received, drop_refused_move
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import rows_by_id
from cdd_desktop.store.rows import UNDER_WAY, BatchRow, ChangeRow, NeedsYouRow, OutboxRow, ReceiptRow, RecordRow
from cdd_desktop.store.submission_rows import SubmissionRow
from cdd_desktop.sync.protocol import (
    MADE_BEFORE,
    AnyChange,
    Batch,
    Change,
    DelegationChange,
    Group,
    MoveChange,
    PersonChange,
    Receipt,
    Result,
)

_DONE = frozenset({"stored", "same", "merged"})
_IN_CLAUSE = 500


@dataclass(frozen=True, slots=True)
class _Answered:
    """One change of the batch with its result and its rows in the outbox."""

    group: Group
    change: AnyChange
    result: Result
    rows: tuple[int, ...]

    @property
    def key(self) -> SubmissionKey | None:
        group = self.group
        if not group.period:
            return None
        return SubmissionKey(UnitCode(group.unit), DatasetKey(group.dataset), PeriodId(group.period))


def apply_receipt(work: Work, raw: bytes, batch_id: str, *, epoch: str, touched: Touched) -> None:
    """Settle a batch by its receipt and keep the receipt's bytes; a receipt that is kept already changes nothing.

    Changes the receipt does not speak of wait again, and so do those that were made before a restore of central
    (``repair.forget_revisions``). Raises ``RefusedError("receipt-other-batch")``.
    """
    receipt = _decode(raw, batch_id)
    batch = work.session.get(BatchRow, batch_id)
    kept = work.session.scalar(select(ReceiptRow.no).where(ReceiptRow.batch_id == batch_id).limit(1))
    if batch is None or kept is not None:
        return
    received_at = datetime.fromisoformat(receipt.received_at)
    work.session.add(
        ReceiptRow(no=receipt.no, batch_id=batch_id, bytes=raw, received_at=received_at, arrived_at=work.now)
    )
    touched.outbox = True
    answers = _answered(work, batch, receipt)
    done = [answered for answered in answers if answered.result.status in _DONE]
    _leave_outbox(work, done)
    records = rows_by_id(work.session, [one.change.record for one in done if isinstance(one.change, Change)])
    for answered in answers:
        if answered.result.status in _DONE and isinstance(answered.change, Change):
            _finish_edit(answered.change, answered.result, records, epoch=epoch, touched=touched)
        elif answered.result.status in _DONE:
            _finish(work, answered, receipt, epoch=epoch, touched=touched)
        elif answered.result.code == "record-not-here":
            _send_whole(work, answered, epoch)
        elif answered.result.code == MADE_BEFORE:
            if not isinstance(answered.change, MoveChange):
                forget_revisions(work, answered.rows)
        else:
            _park(work, answered, touched)
    again = update(OutboxRow).where(OutboxRow.batch_id == batch_id, OutboxRow.state.in_(UNDER_WAY))
    work.session.execute(again.values(batch_id=None, state="waiting"))


def _decode(raw: bytes, batch_id: str) -> Receipt:
    try:
        receipt = msgspec.json.decode(raw, type=Receipt)
    except msgspec.DecodeError as error:
        raise RefusedError("answer-unclear") from error
    if receipt.batch != batch_id:
        raise RefusedError("receipt-other-batch")
    return receipt


def _answered(work: Work, batch: BatchRow, receipt: Receipt) -> list[_Answered]:
    results = {result.n: result for result in receipt.results}
    return [
        _Answered(one.group, one.change, results[one.change.n], one.rows)
        for one in carried(work, batch)
        if one.change.n in results
    ]


@dataclass(frozen=True, slots=True)
class Carried:
    """A change of a batch with its place, and the outbox rows it stands for."""

    group: Group
    change: AnyChange
    rows: tuple[int, ...]


def carried(work: Work, batch: BatchRow) -> list[Carried]:
    """The changes of a batch in their order."""
    rows = work.session.execute(
        select(OutboxRow.n, ChangeRow.record_id)
        .join(ChangeRow, ChangeRow.n == OutboxRow.n)
        .where(OutboxRow.batch_id == batch.id)
        .order_by(OutboxRow.n)
    )
    numbers: dict[str, list[int]] = {}
    for n, record_id in rows:
        numbers.setdefault(record_id or "", []).append(n)
    found = []
    for group in msgspec.json.decode(batch.bytes, type=Batch).groups:
        for change in group.changes:
            own = numbers.get(change.record, ()) if isinstance(change, Change) else (change.n,)
            first = (change.first or change.n) if isinstance(change, Change) else change.n
            found.append(Carried(group, change, tuple(n for n in own if first <= n <= change.n)))
    return found


def _leave_outbox(work: Work, done: Sequence[_Answered]) -> None:
    numbers = [n for answered in done for n in answered.rows]
    for start in range(0, len(numbers), _IN_CLAUSE):
        work.session.execute(delete(OutboxRow).where(OutboxRow.n.in_(numbers[start : start + _IN_CLAUSE])))


def _finish_edit(
    change: Change, result: Result, records: Mapping[str, RecordRow], *, epoch: str, touched: Touched
) -> None:
    """Central has it. Its revision is taken over only where nobody else wrote meanwhile (``stored``): after a merge
    the pulled record brings the revision together with the other side's values."""
    row = records.get(change.record)
    known = row is not None and (row.epoch == "" or (row.epoch == epoch and result.rev > row.rev))
    if row is not None and known and result.status == "stored":
        row.rev, row.epoch = result.rev, epoch
    touched.records.add(RecordId(change.record))
    touched.edited.add(RecordId(change.record))
    if result.by:
        touched.merged[RecordId(change.record)] = result.by


def _finish(work: Work, answered: _Answered, receipt: Receipt, *, epoch: str, touched: Touched) -> None:
    """Central has it, and it is no edit."""
    change, result = answered.change, answered.result
    if isinstance(change, MoveChange) and answered.key is not None:
        submission = _submission(work, answered.key)
        if submission is not None:
            if result.status == "stored" and (submission.epoch != epoch or result.rev > submission.rev):
                submission.rev, submission.epoch = result.rev, epoch
            if change.certification is not None:
                certification_received(submission, receipt)
        touched.submissions.add(answered.key)
    else:
        if isinstance(change, DelegationChange):
            keep_delegation(work, answered.group.unit, change)
        touched.people = True


def _send_whole(work: Work, answered: _Answered, epoch: str) -> None:
    """Central does not have the record the edit belongs to: it gets all of it."""
    work.session.execute(delete(OutboxRow).where(OutboxRow.n.in_(answered.rows)))
    row = work.session.get(RecordRow, answered.change.record) if isinstance(answered.change, Change) else None
    if row is not None:
        resend_whole(work, row, epoch)


def _submission(work: Work, key: SubmissionKey) -> SubmissionRow | None:
    return work.session.get(SubmissionRow, (key.unit, key.dataset, key.period))


def _park(work: Work, answered: _Answered, touched: Touched) -> None:
    """Keep the change out of further batches and ask a person, with both values where two were written."""
    session, change, result = work.session, answered.change, answered.result
    if isinstance(change, MoveChange) and _certifies_parked(work, change):
        return
    session.execute(update(OutboxRow).where(OutboxRow.n.in_(answered.rows)).values(state="parked", batch_id=None))
    question = open_question(session, change.record) if isinstance(change, Change) else None
    if question is None:
        question = _question(work, answered)
        session.add(question)
    if isinstance(change, Change):
        mine = {path: change.patch.get(path) for path in result.theirs}
        question.mine = {**question.mine, **mine}
        touched.records.add(RecordId(change.record))
    if question.status != "conflict":
        question.status, question.code = result.status, result.code or result.status
    question.n = max(question.n, result.n)
    question.rev = max(question.rev, result.rev)
    question.theirs = {**question.theirs, **result.theirs}
    question.fields = sorted({*question.fields, *result.fields, *result.theirs})
    question.places = [list(place) for place in result.at]
    if isinstance(change, MoveChange) and answered.key is not None:
        drop_refused_move(work, answered.key, change.n)
    if isinstance(change, DelegationChange):
        drop_delegation(work, change)
        touched.people = True
    if isinstance(change, PersonChange) and change.ended:
        take_back_leaving(work, change)
        touched.people = True
    if answered.key is not None:
        touched.submissions.add(answered.key)


def _certifies_parked(work: Work, change: MoveChange) -> bool:
    """A certification refused beside a question about one of its entries is not asked about too: it waits for the
    answer and is then sent again."""
    if change.certification is None:
        return False
    return Hold.read(work.session).names_parked(entry[0] for entry in change.certification.entries)


def _question(work: Work, answered: _Answered) -> NeedsYouRow:
    group, change = answered.group, answered.change
    return NeedsYouRow(
        n=change.n,
        record_id=change.record if isinstance(change, Change) else None,
        unit=group.unit,
        dataset=group.dataset,
        period=group.period,
        status=answered.result.status,
        code=answered.result.code or answered.result.status,
        fields=[],
        mine={},
        theirs={},
        places=[],
        rev=0,
        at=work.now,
    )
