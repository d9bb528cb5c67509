"""What waits for this person's review: received submissions of the offices below, those to look at first at the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, func, select

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import REASON
from cdd_desktop.domain.submission import Move, MoveKind, Submission, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.domain.unit import Unit
from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.acting import acts_for_head
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.editing import allowed_moves
from cdd_desktop.store.figures import plain_lists
from cdd_desktop.store.submission_rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.store.submissions import key_of, read_moves, to_submission

_WAITING = (SubmissionState.CERTIFIED.value, SubmissionState.ACCEPTED.value)


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A submission that can be accepted or approved (``step``). ``errors`` and ``warnings`` are entries with open ones,
    ``reasons`` counts entries and groups with a written reason, ``returns`` how often it was sent back, ``since`` is
    when it came here or was accepted."""

    key: SubmissionKey
    unit: Unit
    window: Window
    step: MoveKind
    since: datetime
    verdict: Verdict | None
    entries: int = 0
    reasons: int = 0
    returns: int = 0
    nil: bool = False
    statement: bool = False
    errors: int = 0
    warnings: int = 0

    @property
    def wants_a_look(self) -> bool:
        """Whether something in it is out of the ordinary."""
        return bool(self.errors or self.warnings or self.reasons or self.returns or self.nil or self.statement)

    @property
    def order(self) -> tuple[object, ...]:
        """Errors first, then warnings, then anything else to look at; within that the longest waiting."""
        place = (self.since, self.key.unit, self.key.dataset)
        return (not self.errors, not self.warnings, not self.wants_a_look, *place)


def read_queue(work: Work) -> tuple[QueueItem, ...]:
    """The person's queue: errors, warnings and whatever else is out of the ordinary first (``QueueItem.order``)."""
    rows = [row for row in _rows(work) if work.unit.covers(work.geography.unit(row.unit).code)]
    moves = read_moves(work.session, [key_of(row) for row in rows])
    reasons = _entry_reasons(work, rows)
    heads = _certifications(work, rows)
    delegated = acts_for_head(work)
    items: list[QueueItem] = []
    for row in rows:
        submission = to_submission(key_of(row), row, moves.get(key_of(row), ()))
        try:
            window = work.calendar.window(row.dataset, row.period)
        except BadRequestError:
            continue  # a period the schedule in force no longer has
        allowed = allowed_moves(submission, window, person=work.person, today=work.today, delegated=delegated)
        step = next((kind for kind in (MoveKind.ACCEPT, MoveKind.APPROVE) if kind in allowed), None)
        if step is not None:
            head = heads.get(row.certification_id)
            items.append(_item(work, submission, window, step, reasons[row.certification_id], head))
    return tuple(sorted(items, key=lambda item: item.order))


def _rows(work: Work) -> Sequence[SubmissionRow]:
    query = select(SubmissionRow).where(SubmissionRow.state.in_(_WAITING), SubmissionRow.received_at.is_not(None))
    return work.session.scalars(query).all()


def _entry_reasons(work: Work, rows: Sequence[SubmissionRow]) -> Counter[str]:
    """Certification → entries with a written reason. Only lists whose facts know of reasons, or are still to be worked
    out, are looked through."""
    entry, known = CertifiedEntryRow, plain_lists(work.session)
    lists = [
        row.certification_id
        for row in rows
        if row.certification_id and not (row.figured == row.certification_id and key_of(row) in known)
    ]
    query = (
        select(entry.certification_id, func.count())
        .where(entry.certification_id.in_(lists))
        .where(func.instr(cast(entry.content, String), f'"{REASON}') > 0)
        .group_by(entry.certification_id)
    )
    found = work.session.execute(query)
    return Counter({row.certification_id: row[1] for row in found})


def _certifications(work: Work, rows: Sequence[SubmissionRow]) -> dict[str, CertificationRow]:
    ids = [row.certification_id for row in rows if row.certification_id]
    found = work.session.scalars(select(CertificationRow).where(CertificationRow.id.in_(ids)))
    return {row.id: row for row in found}


def _item(
    work: Work, submission: Submission, window: Window, step: MoveKind, reasons: int, head: CertificationRow | None
) -> QueueItem:
    groups = len(head.reasons or {}) if head is not None else 0
    return QueueItem(
        key=submission.key,
        unit=work.geography.unit(submission.key.unit),
        window=window,
        step=step,
        since=_since(submission, step),
        verdict=submission.verdict,
        entries=submission.progress.expected,
        reasons=reasons + groups,
        returns=sum(move.kind is MoveKind.RETURN for move in submission.moves),
        nil=submission.nil,
        statement=head is not None and bool(head.statement),
        errors=submission.progress.errors,
        warnings=submission.progress.warnings,
    )


def _since(submission: Submission, step: MoveKind) -> datetime:
    """What it waits since: its arrival, the certification anew after it was sent back, or its acceptance."""
    before = MoveKind.CERTIFY if step is MoveKind.ACCEPT else MoveKind.ACCEPT
    last: Move | None = next((move for move in reversed(submission.moves) if move.kind is before), None)
    received = submission.received_at
    assert received is not None  # what has not been received is in no queue
    if last is None or (step is MoveKind.ACCEPT and last.at < received):
        return received
    return last.at
