"""Moving a submission: proposing, certifying, sending back, reviewing. Each step travels like any change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

import msgspec

from cdd_desktop.domain.record import Value
from cdd_desktop.domain.submission import STATE_AFTER, Certification, MoveKind, ReviewComment, SubmissionKey
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.acting import moves_of, only_for_head
from cdd_desktop.operations.answer_comments import answers_to_send
from cdd_desktop.operations.frozen_list import Words, freeze
from cdd_desktop.operations.judge import Judgement, judge
from cdd_desktop.operations.place import find_place, submission_at
from cdd_desktop.operations.progress import refresh_progress, write_progress
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.roll_up import rolled_values
from cdd_desktop.operations.save_entry import write_patch
from cdd_desktop.operations.submission_state import refresh_delivery
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.journal import append_change
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.records import period_rows
from cdd_desktop.store.rows import AuditRow, ChangeRow
from cdd_desktop.store.submission_rows import MoveRow, SubmissionRow
from cdd_desktop.store.submissions import get_submission
from cdd_desktop.sync.protocol import MoveChange, WireCertification

_WANT_REASON = (MoveKind.RETURN, MoveKind.REOPEN)


class Said(TypedDict, total=False):
    """What goes with a step: the reason of returning or re-opening, a reviewer's comments (proposing brings the answers
    that wait), the head's statement on an empty register, and whether "no data" is reported."""

    reason: str
    comments: Sequence[ReviewComment]
    statement: str
    nil: bool


def move_submission(work: Work, key: SubmissionKey, kind: MoveKind, **said: Unpack[Said]) -> Changes:
    """Makes one step. The person's own password for certifying is asked before, by ``sign_in.confirm_password``.

    Raises ``RefusedError``: ``move-not-allowed``; ``submission-blocked`` with ``count``; ``nil-needed`` or
    ``nil-not-possible``; ``statement-needed``; ``reason-needed``.
    """
    window = work.calendar.window(key.dataset, key.period)
    submission = submission_at(work, key)
    if kind not in moves_of(work, submission, window):
        raise RefusedError("move-not-allowed", move=kind.value)
    reason, comments = said.get("reason", "").strip(), tuple(said.get("comments", ()))
    if kind in _WANT_REASON and not reason and not comments:
        raise RefusedError("reason-needed")
    row = get_submission(work.session, key)
    delegated = only_for_head(work, submission, window, kind)
    certification: Certification | None = None
    if kind is MoveKind.PROPOSE:
        _roll_up(work, key)
        nil = said.get("nil", False)
        row.nil = _checked(work, key, nil=nil).empty and nil
        comments, row.answers = answers_to_send(row, submission.moves), None
    elif kind is MoveKind.CERTIFY:
        certification = _certify(work, row, key, said, delegated=delegated)
    _write_state(work, row, kind)
    move = MoveRow(kind=kind.value, reason=reason, comments=_wire_comments(comments), delegated=delegated)
    _write_move(work, row, move, certification)
    if key.unit == work.unit.code:
        refresh_progress(work, row)
        refresh_delivery(work, key)
    refresh_facts(work)
    return Changes(submissions=frozenset({key}), outbox=True)


def explain_group(work: Work, key: SubmissionKey, rule: str, group: str, reason: str) -> Changes:
    """Writes the reason for a warning about a group (or, with an empty group, about the whole submission); an empty
    reason takes it away. It travels with the certification. Raises ``RefusedError("move-not-allowed")``."""
    window = work.calendar.window(key.dataset, key.period)
    moves = moves_of(work, submission_at(work, key), window)
    if not moves & {MoveKind.PROPOSE, MoveKind.CERTIFY}:
        raise RefusedError("move-not-allowed", move="explain")
    row = get_submission(work.session, key)
    reasons = {**(row.reasons or {}), f"{rule}|{group}": reason.strip()}
    row.reasons = {place: text for place, text in reasons.items() if text}
    return Changes(submissions=frozenset({key}))


def _checked(work: Work, key: SubmissionKey, *, nil: bool) -> Judgement:
    """A submission in which nothing stands open; an empty one only as the nil report where that is possible."""
    judgement = judge(work, key)
    if judgement.blocking:
        raise RefusedError("submission-blocked", count=len(judgement.blocking))
    if nil and not judgement.nil_possible:
        raise RefusedError("nil-not-possible")
    if judgement.nil_possible and not nil:
        raise RefusedError("nil-needed")
    return judgement


def _certify(work: Work, row: SubmissionRow, key: SubmissionKey, said: Said, *, delegated: bool) -> Certification:
    nil = said.get("nil", False) or row.nil
    judgement = _checked(work, key, nil=nil)
    statement = said.get("statement", "").strip()
    if judgement.empty and not nil and not statement:
        raise RefusedError("statement-needed")
    words = Words(nil=nil, statement=statement, delegated=delegated, reasons=dict(row.reasons or {}))
    certification = freeze(work, judgement, words)
    write_progress(row, judgement.progress)
    row.certified_at = work.now
    row.certification_id = certification.id
    row.form_version, row.schedule_version = certification.form_version, certification.schedule_version
    row.nil = nil
    return certification


def _roll_up(work: Work, key: SubmissionKey) -> None:
    """Brings a summary's figures up to date for the last time before they are judged."""
    if work.unit.level is not UnitLevel.PROVINCE:
        return
    for row in period_rows(work.session, key.unit, key.dataset, [key.period]):
        ref = EntryRef(entity=EntityKey(row.entity), key=key, record_id=RecordId(row.id))
        place = find_place(work, ref)
        figures: dict[str, Value] = rolled_values(work, place)
        if figures:
            write_patch(work, place, ref, figures, follow=False)


def _write_state(work: Work, row: SubmissionRow, kind: MoveKind) -> None:
    row.state = STATE_AFTER[kind].value
    if kind in (MoveKind.TAKE_BACK, MoveKind.REOPEN):
        row.nil = False
    if kind is MoveKind.REOPEN and not row.received:
        row.certification_id, row.certified_at = "", None
    work.session.flush()


def _write_move(work: Work, row: SubmissionRow, move: MoveRow, certification: Certification | None) -> None:
    """The step in the submission's history, the journal, the outbox and the audit trail."""
    change = MoveChange(
        n=0,
        base=row.rev if row.epoch == read_meta(work.session, Meta.EPOCH) else 0,
        move=move.kind,
        person=work.person.id,
        at=work.now.isoformat(),
        reason=move.reason,
        nil=row.nil and move.kind == MoveKind.PROPOSE.value,
        comments=[(record, path, text) for record, path, text in move.comments],
        certification=_wire(work, certification) if certification is not None else None,
        delegated=move.delegated,
    )
    number = append_change(
        work.session,
        ChangeRow(
            kind="move",
            unit=row.unit,
            dataset=row.dataset,
            period=row.period,
            base=change.base,
            payload=msgspec.to_builtins(change),
            person_id=work.person.id,
            person_name=work.person.name,
            at=work.now,
        ),
    )
    move.unit, move.dataset, move.period, move.n = row.unit, row.dataset, row.period, number
    move.person_id, move.person_name, move.at = work.person.id, work.person.name, work.now
    move.certification_id = certification.id if certification is not None else ""
    work.session.add(move)
    work.session.add(
        AuditRow(
            at=work.now,
            person_id=work.person.id,
            action=f"submission-{move.kind}",
            unit=row.unit,
            dataset=row.dataset,
            period=row.period,
            detail={"n": number},
        )
    )
    work.session.flush()


def _wire(work: Work, certification: Certification) -> WireCertification:
    return WireCertification(
        id=certification.id,
        entries=[(str(entry.record_id), entry.digest, entry.mark) for entry in certification.entries],
        digest=certification.digest,
        form_version=certification.form_version,
        schedule_version=certification.schedule_version,
        today=certification.today,
        nil=certification.nil,
        statement=certification.statement,
        delegated=certification.delegated,
        reasons=certification.reasons,
        anchor=read_meta(work.session, Meta.ANCHOR),
    )


def _wire_comments(comments: Sequence[ReviewComment]) -> list[list[str]]:
    return [[str(comment.record_id or ""), comment.field or "", comment.text] for comment in comments]
