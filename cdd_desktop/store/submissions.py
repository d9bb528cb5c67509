"""Queries for submissions: their present state, their moves, and what of them still waits to be sent."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import case, func, select, tuple_
from sqlalchemy.orm import Session

from cdd_desktop.domain.submission import (
    Delivery,
    Move,
    MoveKind,
    Progress,
    ReviewComment,
    Submission,
    SubmissionKey,
    SubmissionState,
    Verdict,
)
from cdd_desktop.ids import DatasetKey, PeriodId, PersonId, RecordId, UnitCode
from cdd_desktop.store.rows import ChangeRow, NeedsYouRow, OutboxRow
from cdd_desktop.store.submission_rows import MoveRow, SubmissionRow

STEPS_IN_ORDER = (MoveRow.n.is_not(None), MoveRow.n, MoveRow.id)
"""Steps as they happened: those from central in its order, then the own ones that it has not told of yet, as they were
made. Their times decide nothing, for clocks may lie."""


def find_submission(session: Session, key: SubmissionKey) -> SubmissionRow | None:
    row = session.get(SubmissionRow, (key.unit, key.dataset, key.period))
    session.info[key] = row  # held: a session forgets rows nobody refers to, and each save asks twice
    return row


def get_submission(session: Session, key: SubmissionKey) -> SubmissionRow:
    """The submission's row, made when there is none (state ``none``)."""
    row = find_submission(session, key)
    if row is None:
        row = SubmissionRow(
            unit=key.unit,
            dataset=key.dataset,
            period=key.period,
            state=SubmissionState.NONE.value,
            delivery=Delivery.HERE.value,
            expected=0,
            done=0,
            errors=0,
            warnings=0,
            nil=False,
            received=False,
        )
        session.add(row)
        session.flush()
    return row


def submissions_of(session: Session, unit: str) -> dict[SubmissionKey, SubmissionRow]:
    """All submissions of an office that have a row."""
    rows = session.scalars(select(SubmissionRow).where(SubmissionRow.unit == unit))
    return {key_of(row): row for row in rows}


def key_of(row: SubmissionRow | MoveRow) -> SubmissionKey:
    return SubmissionKey(UnitCode(row.unit), DatasetKey(row.dataset), PeriodId(row.period))


def to_submission(key: SubmissionKey, row: SubmissionRow | None, moves: tuple[Move, ...] = ()) -> Submission:
    """The domain's value; without a row the submission that nobody has begun."""
    if row is None:
        return Submission(key=key)
    return Submission(
        key=key,
        state=SubmissionState(row.state),
        rev=row.rev,
        nil=row.nil,
        progress=Progress(row.expected, row.done, row.errors, row.warnings),
        delivery=Delivery(row.delivery),
        verdict=Verdict(row.verdict) if row.verdict else None,
        certified_at=row.certified_at,
        finished_at=row.finished_at,
        received_at=row.received_at,
        receipt_no=row.receipt_no,
        schedule_version=row.schedule_version,
        form_version=row.form_version,
        moves=moves,
        reasons=dict(row.reasons or {}),
    )


def read_moves(session: Session, keys: Iterable[SubmissionKey]) -> dict[SubmissionKey, tuple[Move, ...]]:
    """The steps of some submissions, oldest first. A certify step comes without its frozen list."""
    wanted = [(key.unit, key.dataset, key.period) for key in keys]
    found: dict[SubmissionKey, tuple[Move, ...]] = {}
    if wanted:
        place = tuple_(MoveRow.unit, MoveRow.dataset, MoveRow.period)
        for row in session.scalars(select(MoveRow).where(place.in_(wanted)).order_by(*STEPS_IN_ORDER)):
            key = key_of(row)
            found[key] = (*found.get(key, ()), _to_move(row))
    return found


def _to_move(row: MoveRow) -> Move:
    comments = tuple(
        ReviewComment(text=text, record_id=RecordId(record) if record else None, field=path or None)
        for record, path, text in row.comments
    )
    return Move(
        kind=MoveKind(row.kind),
        person_id=PersonId(row.person_id),
        person_name=row.person_name,
        at=row.at,
        reason=row.reason,
        comments=comments,
        delegated=row.delegated,
    )


def waiting_counts(session: Session) -> dict[tuple[str, str, str], tuple[int, int]]:
    """(unit, dataset, period) → changes in the outbox, and how many of them lie on a stick; the period of register
    entries is empty."""
    on_stick = func.sum(case((OutboxRow.state == "handed_over", 1), else_=0))
    query = (
        select(ChangeRow.unit, ChangeRow.dataset, ChangeRow.period, func.count(), on_stick)
        .join(OutboxRow, OutboxRow.n == ChangeRow.n)
        .group_by(ChangeRow.unit, ChangeRow.dataset, ChangeRow.period)
    )
    return {(unit, dataset, period): (number, away) for unit, dataset, period, number, away in session.execute(query)}


def needs_you_counts(session: Session) -> dict[tuple[str, str, str], int]:
    """(unit, dataset, period) → changes that want a person's decision."""
    query = (
        select(NeedsYouRow.unit, NeedsYouRow.dataset, NeedsYouRow.period, func.count())
        .where(NeedsYouRow.settled_at.is_(None))
        .group_by(NeedsYouRow.unit, NeedsYouRow.dataset, NeedsYouRow.period)
    )
    return {(unit, dataset, period): number for unit, dataset, period, number in session.execute(query)}
