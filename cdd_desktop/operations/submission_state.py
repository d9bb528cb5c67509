"""A submission's present state: what central says, with the own steps that still wait laid on top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from cdd_desktop.domain.submission import STATE_AFTER, Delivery, MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.operations.progress import refresh_progress
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import ChangeRow, NeedsYouRow, OutboxRow, RecordRow
from cdd_desktop.store.submission_rows import CertificationRow, MoveRow, SubmissionRow
from cdd_desktop.store.submissions import STEPS_IN_ORDER, find_submission, get_submission
from cdd_desktop.sync.protocol import PulledMove, PulledSubmission, Receipt

_CERTIFIED = frozenset({SubmissionState.CERTIFIED, SubmissionState.ACCEPTED, SubmissionState.APPROVED})


def store_pulled(work: Work, pulled: PulledSubmission, epoch: str) -> SubmissionRow:
    """Take over a submission from central. Own steps without a receipt stay at the end of its history and decide
    the state shown. Counts are central's; those of the own office only where a list is in force there and no newer one
    waits here, else they are counted here."""
    key = SubmissionKey.parse(f"{pulled.unit}/{pulled.dataset}/{pulled.period}")
    row = get_submission(work.session, key)
    if row.epoch != epoch:
        _judge_anew(work.session, key, row, pulled)
    row.rev, row.epoch = pulled.rev, epoch
    row.state, row.nil, row.verdict = pulled.state, pulled.nil, pulled.verdict
    row.certified_at, row.finished_at = _instant(pulled.certified_at), _instant(pulled.finished_at)
    row.received_at, row.receipt_no = _instant(pulled.received_at), pulled.receipt_no
    row.received = bool(pulled.received_at)
    row.schedule_version, row.form_version = pulled.schedule_version, pulled.form
    row.certification_id = pulled.certification
    pending = _without_listed(_pending(work.session, key), pulled)
    certified = bool(pulled.certification) and not any(move.kind == MoveKind.CERTIFY for move in pending)
    if pulled.unit != work.unit.code or certified or not row.expected:
        row.expected, row.done = pulled.expected, pulled.done
        row.errors, row.warnings = pulled.errors, pulled.warnings
    _replace_acknowledged(work.session, key, pulled, pending)
    for move in pending:
        _lay_on_top(row, move)
        row.nil = _reports_nothing(work.session, move, before=row.nil)
    return row


def _judge_anew(session: Session, key: SubmissionKey, row: SubmissionRow, pulled: PulledSubmission) -> None:
    """After a restore of central revisions of before mean nothing, so a waiting step is judged by the history that its
    author had seen: where central lists the very same, the step was made on that; else it knows nothing of central,
    and where others have moved the submission a person is asked."""
    waiting = {move.n for move in _pending(session, key)}
    known = session.scalars(select(MoveRow).where(*_at(key)).order_by(*STEPS_IN_ORDER))
    seen = [(move.kind, move.person_id, _second(move.at)) for move in known if move.n not in waiting]
    if seen != [(move.move, move.person, _second(datetime.fromisoformat(move.at))) for move in pulled.moves]:
        return
    for change in session.scalars(select(ChangeRow).where(ChangeRow.n.in_(waiting))):
        if (change.payload or {}).get("base") == row.rev:
            change.base = pulled.rev


def _without_listed(pending: Sequence[MoveRow], pulled: PulledSubmission) -> list[MoveRow]:
    """Steps that central does not have yet: it may list one whose receipt was lost on the way."""
    listed = {(move.move, move.person, _second(datetime.fromisoformat(move.at))) for move in pulled.moves}
    return [move for move in pending if (move.kind, move.person_id, _second(move.at)) not in listed]


def _second(at: datetime) -> datetime:
    return at.astimezone(timezone.utc).replace(microsecond=0)


def _reports_nothing(session: Session, move: MoveRow, *, before: bool) -> bool:
    """Whether "no data" is reported after an own step: a proposal says so in its message, a certification in its
    head."""
    kind = MoveKind(move.kind)
    if kind is MoveKind.PROPOSE:
        message = session.scalar(select(ChangeRow.payload).where(ChangeRow.n == move.n)) or {}
        return bool(message.get("nil"))
    if kind is MoveKind.CERTIFY:
        certification = session.get(CertificationRow, move.certification_id)
        return certification is not None and certification.nil
    return before and kind not in (MoveKind.TAKE_BACK, MoveKind.REOPEN)


def store_head(work: Work, pulled: PulledSubmission) -> None:
    """What was written with the certification in force. This machine's own ones are complete already; a list of this
    office is there once its entries are, while other offices' may be empty and are known by their head alone."""
    session = work.session
    head = session.get(CertificationRow, pulled.certification) if pulled.certification else None
    if not pulled.certification or (head is None and pulled.unit == work.unit.code):
        return
    if head is None:
        head = CertificationRow(
            id=pulled.certification,
            unit=pulled.unit,
            dataset=pulled.dataset,
            period=pulled.period,
            form_version=pulled.form,
            nil=pulled.nil,
        )
        session.add(head)
    if not head.person_id:
        head.statement, head.reasons = pulled.statement, dict(pulled.reasons)
    session.flush()


def _replace_acknowledged(
    session: Session, key: SubmissionKey, pulled: PulledSubmission, pending: Sequence[MoveRow]
) -> None:
    """Central's history takes the place of what was known of it; steps that wait keep their rows."""
    session.execute(
        delete(MoveRow).where(*_at(key), MoveRow.id.not_in([move.id for move in pending])),
        execution_options={"synchronize_session": "fetch"},
    )
    certified = [place for place, move in enumerate(pulled.moves) if move.move == MoveKind.CERTIFY]
    for place, move in enumerate(pulled.moves):
        certification = pulled.certification if certified and place == certified[-1] else ""
        session.add(_move_row(key, move, certification))


def _move_row(key: SubmissionKey, move: PulledMove, certification: str) -> MoveRow:
    return MoveRow(
        unit=key.unit,
        dataset=key.dataset,
        period=key.period,
        kind=move.move,
        person_id=move.person,
        person_name=move.name,
        at=datetime.fromisoformat(move.at),
        reason=move.reason,
        comments=[list(comment) for comment in move.comments],
        certification_id=certification,
        delegated=move.delegated,
    )


def certification_received(row: SubmissionRow, receipt: Receipt) -> None:
    """The certification has its receipt. The first one stays for ever; the verdict comes with the next pull."""
    if not row.received:
        row.received = True
        row.receipt_no = receipt.no
        row.received_at = datetime.fromisoformat(receipt.received_at)
        row.finished_at = row.certified_at


def drop_refused_move(work: Work, key: SubmissionKey, n: int) -> None:
    """A step that central did not accept is no part of the history; the state is that of the steps before it."""
    session = work.session
    session.execute(
        delete(MoveRow).where(*_at(key), MoveRow.n == n), execution_options={"synchronize_session": "fetch"}
    )
    row = get_submission(session, key)
    moves = session.scalars(select(MoveRow).where(*_at(key)).order_by(*STEPS_IN_ORDER)).all()
    row.state = _initial_state(session, key).value
    row.certification_id, row.certified_at = "", None
    for move in moves:
        _lay_on_top(row, move)
    if key.unit == work.unit.code:
        refresh_progress(work, row)


def refresh_delivery(work: Work, key: SubmissionKey) -> None:
    """The third fact: a question first, then what is on a stick or waits, then the receipt."""
    session = work.session
    row = find_submission(session, key)
    if row is None:
        return
    certifying = _certifying_on_its_way(session, key)
    if _has_question(session, row):
        row.delivery = Delivery.NEEDS_YOU.value
    elif certifying == "handed_over":
        row.delivery = Delivery.HANDED_OVER.value
    elif certifying or not row.received:
        row.delivery = Delivery.HERE.value
    else:
        row.delivery = Delivery.RECEIVED.value


def _certifying_on_its_way(session: Session, key: SubmissionKey) -> str | None:
    """How far the newest certification without an answer is in the outbox."""
    query = select(OutboxRow.state).join(MoveRow, OutboxRow.n == MoveRow.n).order_by(OutboxRow.n.desc()).limit(1)
    return session.scalar(query.where(*_at(key), MoveRow.kind == MoveKind.CERTIFY.value))


def _has_question(session: Session, row: SubmissionRow) -> bool:
    same = (
        NeedsYouRow.unit == row.unit,
        NeedsYouRow.dataset == row.dataset,
        NeedsYouRow.period == row.period,
        NeedsYouRow.settled_at.is_(None),
    )
    return session.scalar(select(NeedsYouRow.id).where(*same).limit(1)) is not None


def _pending(session: Session, key: SubmissionKey) -> Sequence[MoveRow]:
    """Own steps without an answer, oldest first."""
    query = select(MoveRow).join(OutboxRow, OutboxRow.n == MoveRow.n)
    return session.scalars(query.where(*_at(key), OutboxRow.state != "parked").order_by(MoveRow.n)).all()


def _lay_on_top(row: SubmissionRow, move: MoveRow) -> None:
    kind = MoveKind(move.kind)
    row.state = STATE_AFTER[kind].value
    if kind is MoveKind.CERTIFY:
        row.certification_id, row.certified_at = move.certification_id, move.at
    elif STATE_AFTER[kind] not in _CERTIFIED and not row.received:
        row.certification_id, row.certified_at = "", None


def _initial_state(session: Session, key: SubmissionKey) -> SubmissionState:
    begun = session.scalar(
        select(RecordRow.id)
        .where(RecordRow.unit == key.unit, RecordRow.dataset == key.dataset, RecordRow.period.in_((key.period, "")))
        .limit(1)
    )
    return SubmissionState.DRAFT if begun else SubmissionState.NONE


def _at(key: SubmissionKey) -> tuple[ColumnElement[bool], ...]:
    return (MoveRow.unit == key.unit, MoveRow.dataset == key.dataset, MoveRow.period == key.period)


def _instant(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
