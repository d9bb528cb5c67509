"""Who may edit a record or move a submission, when, and what the verdict on its time is."""

from __future__ import annotations

from datetime import date, datetime

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.period import Editable, EditStatus, NotEditable, NotEditableReason, Window
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.domain.submission import MoveKind, Submission, SubmissionState, Verdict
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.ids import PersonId, UnitCode

_LOCKED = {
    SubmissionState.PROPOSED: NotEditableReason.PROPOSED,
    SubmissionState.CERTIFIED: NotEditableReason.CERTIFIED,
    SubmissionState.ACCEPTED: NotEditableReason.ACCEPTED,
    SubmissionState.APPROVED: NotEditableReason.APPROVED,
}
_BEFORE_PROPOSING = (SubmissionState.NONE, SubmissionState.DRAFT, SubmissionState.RETURNED)
_HEAD_OF = {Role.OFFICER: Role.HEAD, Role.PROVINCIAL_OFFICER: Role.PROVINCIAL_HEAD}


def edit_status(
    submission: Submission, window: Window, *, person: Person, today: date, newer_form: bool = False
) -> EditStatus:
    """Whether a person may edit the period records of a submission on a day.

    From the first day of the period's data, by the officers of the unit, while the submission is a draft or was
    returned. ``newer_form``: the record was entered under a form this program does not know.
    """
    status = register_edit_status(submission.key.unit, person=person, newer_form=newer_form)
    if isinstance(status, NotEditable):
        return status
    if today < window.data_start:
        return NotEditable(NotEditableReason.NOT_BEGUN)
    if submission.state in _LOCKED:
        return NotEditable(_LOCKED[submission.state])
    return Editable()


def register_edit_status(unit: UnitCode, *, person: Person, newer_form: bool = False) -> EditStatus:
    """Whether a person may edit the register entries of a unit: its officers, all year."""
    if person.unit != unit:
        return NotEditable(NotEditableReason.OTHER_UNIT)
    if person.role is not _officer_of(unit):
        return NotEditable(NotEditableReason.ROLE)
    return NotEditable(NotEditableReason.NEWER_FORM) if newer_form else Editable()


def allowed_moves(
    submission: Submission, window: Window, *, person: Person, today: date, delegated: bool = False
) -> frozenset[MoveKind]:
    """The moves a person may make now (docs/calendar.md has the table).

    ``delegated``: the person acts for the head of the own office under a dated delegation; only then may the one
    who proposed also certify.
    """
    roles = {person.role}
    if delegated and person.role in _HEAD_OF:
        roles.add(_HEAD_OF[person.role])
    moves: set[MoveKind] = set()
    if person.unit == submission.key.unit:
        moves |= _own_moves(submission, window, roles, today)
        if proposer_of(submission) == person.id and not delegated:
            moves.discard(MoveKind.CERTIFY)
    if _reviews(person, submission.key.unit):
        moves |= _review_moves(submission, roles)
    return frozenset(moves)


def proposer_of(submission: Submission) -> PersonId | None:
    """Who proposed the submission last."""
    return next((move.person_id for move in reversed(submission.moves) if move.kind is MoveKind.PROPOSE), None)


def verdict(window: Window, finished_at: datetime, received_at: datetime, clock_plausible: bool = True) -> Verdict:
    """The verdict on a first receipt. ``finished_at`` is the device's word, believed while its clock is plausible.

    Days are Thailand's; the due day counts until its last second.
    """
    if bangkok_day(received_at) <= window.due_on:
        return Verdict.ON_TIME
    if clock_plausible and bangkok_day(finished_at) <= window.due_on:
        return Verdict.FINISHED_ON_TIME
    return Verdict.LATE


def better_verdict(held: Verdict, recomputed: Verdict) -> Verdict:
    """The kinder of two: a new schedule may improve a verdict, never worsen it."""
    order = (Verdict.ON_TIME, Verdict.FINISHED_ON_TIME, Verdict.LATE)
    return min(held, recomputed, key=order.index)


def _own_moves(submission: Submission, window: Window, roles: set[Role], today: date) -> set[MoveKind]:
    """Moves inside the reporting office: the officer proposes, the head certifies."""
    moves: set[MoveKind] = set()
    officer = _officer_of(submission.key.unit) in roles
    head = _head_of(submission.key.unit) in roles
    if officer and submission.state in _BEFORE_PROPOSING and today >= window.data_start:
        moves.add(MoveKind.PROPOSE)
    if submission.state is SubmissionState.PROPOSED:
        if officer:
            moves.add(MoveKind.TAKE_BACK)
        if head:
            moves.add(MoveKind.RETURN)
            if today >= window.opens_on:
                moves.add(MoveKind.CERTIFY)
    if head and submission.state is SubmissionState.CERTIFIED and submission.received_at is None:
        moves.add(MoveKind.REOPEN)
    return moves


def _review_moves(submission: Submission, roles: set[Role]) -> set[MoveKind]:
    """Moves of the office above: a district's are checked and approved by its province, a province's by the
    department.
    """
    if len(submission.key.unit) == 2:
        checks = approves = Role.DEPARTMENT in roles
    else:
        checks = Role.PROVINCIAL_OFFICER in roles
        approves = Role.PROVINCIAL_HEAD in roles
    state = submission.state
    if state is SubmissionState.CERTIFIED and submission.received_at is not None and checks:
        return {MoveKind.ACCEPT, MoveKind.RETURN}
    if state is SubmissionState.ACCEPTED and approves:
        return {MoveKind.APPROVE, MoveKind.RETURN}
    if state is SubmissionState.APPROVED and approves:
        return {MoveKind.RETURN}
    return set()


def _reviews(person: Person, unit: UnitCode) -> bool:
    """Whether the person's office is the one directly above the unit."""
    above = unit[:2] if len(unit) == 4 else DEPARTMENT
    return person.unit == above and unit != DEPARTMENT


def _officer_of(unit: UnitCode) -> Role:
    return Role.OFFICER if len(unit) == 4 else Role.PROVINCIAL_OFFICER


def _head_of(unit: UnitCode) -> Role:
    return Role.HEAD if len(unit) == 4 else Role.PROVINCIAL_HEAD
