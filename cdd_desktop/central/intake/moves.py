"""Moves of a submission's state: by whom, from where, compare-and-set, and the checks of a certification."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.shape import RefusedChangeError, check_move
from cdd_desktop.central.holding.submissions import add_move, as_submission, submission_row, touch_submission
from cdd_desktop.central.holding.timing import Finish
from cdd_desktop.central.intake.certify import freeze
from cdd_desktop.central.intake.delegations import acts_for_head
from cdd_desktop.central.intake.people import worked_here_at
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import ChangeRow, DeviceRow, MoveRow, PersonRow, SubmissionRow
from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.domain.submission import STATE_AFTER, MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.errors import BadRequestError
from cdd_desktop.geography import geography
from cdd_desktop.ids import DatasetKey, PeriodId, PersonId, UnitCode
from cdd_desktop.periods.editing import allowed_moves
from cdd_desktop.sync.protocol import Group, MoveChange, Result
from cdd_desktop.sync.signing import SignatureError, read_anchor

_OPEN = (SubmissionState.NONE, SubmissionState.DRAFT, SubmissionState.PROPOSED, SubmissionState.RETURNED)


def make_move(intake: Intake, group: Group, change: MoveChange) -> Result:
    """Take in one move. Raises ``RefusedChangeError`` when it is refused."""
    check_move(change)
    window = _window(intake, group)
    kind = _kind(change)
    person = _person(intake, change)
    row = submission_row(intake, SubmissionKey(UnitCode(group.unit), window.dataset, window.period))
    own = row.device == intake.sender
    if own and change.n < row.device_n:
        if not _in_history(intake, row, change):
            add_move(intake, row, change, person.name)
        return Result(n=change.n, status="same", rev=row.rev)
    if not own and _made_by_copy(intake, row, change):
        return Result(n=change.n, status="same", rev=row.rev)
    if change.base != row.rev and not own:
        return Result(n=change.n, status="conflict", rev=row.rev, code="submission-moved", theirs={"state": row.state})
    _check_allowed(intake, row, kind, person, window, change)
    if kind is MoveKind.RETURN and not (change.reason.strip() or change.comments):
        raise RefusedChangeError("reason-needed")
    if kind is MoveKind.CERTIFY:
        refused = freeze(intake, row, change)
        if refused is not None:
            return refused
    _apply(intake, row, kind, change, person)
    return Result(n=change.n, status="stored", rev=row.rev)


def _in_history(intake: Intake, row: SubmissionRow, change: MoveChange) -> bool:
    """Whether this device's very step is there under another number: after a restore it sent it anew, and an old file
    or a request that was under way brings it as it was first."""
    query = select(MoveRow.n).where(*_same_step(row, change), MoveRow.device == intake.sender)
    return intake.session.scalar(query.limit(1)) is not None


def _made_by_copy(intake: Intake, row: SubmissionRow, change: MoveChange) -> bool:
    """Whether the history holds this very step from a machine with the same key: one of the two is the other's
    restored backup, and both send what was waiting when it was made."""
    query = (
        select(MoveRow.n)
        .join(DeviceRow, DeviceRow.id == MoveRow.device)
        .where(*_same_step(row, change), MoveRow.n == change.n)
        .where(MoveRow.device != intake.sender, DeviceRow.public_key == intake.device.public_key)
    )
    return intake.session.scalar(query.limit(1)) is not None


def _same_step(row: SubmissionRow, change: MoveChange) -> tuple[ColumnElement[bool], ...]:
    return (
        MoveRow.unit == row.unit,
        MoveRow.dataset == row.dataset,
        MoveRow.period == row.period,
        MoveRow.kind == change.move,
        MoveRow.person == change.person,
        MoveRow.at == to_text(to_instant(change.at)),
    )


def _window(intake: Intake, group: Group) -> Window:
    """The window of a group of moves, for a unit the device's office may move: its own, or one directly below."""
    above = group.unit[:2] if len(group.unit) == 4 else DEPARTMENT
    if intake.unit not in (group.unit, above):
        raise RefusedChangeError("not-your-unit")
    try:
        level = geography().unit(group.unit).level
        window = intake.books.calendar.window(DatasetKey(group.dataset), PeriodId(group.period))
    except BadRequestError as error:
        raise RefusedChangeError("round-unknown") from error
    if not window.reported_by(level):
        raise RefusedChangeError("not-your-form")
    return window


def _kind(change: MoveChange) -> MoveKind:
    try:
        return MoveKind(change.move)
    except ValueError as error:
        raise RefusedChangeError("move-unknown") from error


def _person(intake: Intake, change: MoveChange) -> Person:
    row = intake.session.get(PersonRow, change.person)
    if row is None or row.unit != intake.unit or not worked_here_at(intake, row, to_instant(change.at)):
        raise RefusedChangeError("person-not-at-central")
    return Person(PersonId(row.id), row.name, Role(row.role), UnitCode(row.unit))


def _check_allowed(
    intake: Intake, row: SubmissionRow, kind: MoveKind, person: Person, window: Window, change: MoveChange
) -> None:
    """Legality by the same function the desktop asks. A day never refuses a move: clocks may lie.

    What a delegation opens is open only to a move that says it was made for the head.
    """
    delegated = acts_for_head(intake, person, change)
    today = max(bangkok_day(intake.now), window.opens_on, window.data_start)
    if kind in allowed_moves(as_submission(row), window, person=person, today=today, delegated=delegated):
        return
    if kind is MoveKind.REOPEN and _reopens_unaware(intake, row, person, change, delegated=delegated):
        return
    raise RefusedChangeError("move-refused", [row.state])


def _reopens_unaware(
    intake: Intake, row: SubmissionRow, person: Person, change: MoveChange, *, delegated: bool
) -> bool:
    """A head re-opened a certification without knowing yet what central made of it: received, or refused."""
    head = Role.HEAD if len(row.unit) == 4 else Role.PROVINCIAL_HEAD
    if row.device != intake.sender or person.unit != row.unit or not (person.role is head or delegated):
        return False
    if row.state == SubmissionState.CERTIFIED:
        return change.base < row.rev
    return row.state in _OPEN and _was_refused(intake, row, change)


def _was_refused(intake: Intake, row: SubmissionRow, change: MoveChange) -> bool:
    """Whether a step of this device since its last one that counted, and before this one, was refused."""
    query = select(ChangeRow.n).where(
        ChangeRow.device == intake.sender,
        ChangeRow.target == str(as_submission(row).key),
        ChangeRow.status == "refused",
        ChangeRow.n > row.device_n,
        ChangeRow.n < change.n,
    )
    return intake.session.scalar(query.limit(1)) is not None


def _apply(intake: Intake, row: SubmissionRow, kind: MoveKind, change: MoveChange, person: Person) -> None:
    key = as_submission(row).key
    row.state = STATE_AFTER[kind].value
    row.rev += 1
    row.device, row.device_n = intake.sender, change.n
    if kind is MoveKind.PROPOSE:
        row.proposed_by, row.nil = person.id, change.nil
    if kind in (MoveKind.TAKE_BACK, MoveKind.REOPEN):
        row.nil = False
    if kind is MoveKind.REOPEN and not row.received_at:
        row.certification = row.certified_at = ""
    if kind is MoveKind.CERTIFY:
        row.certified_at = to_text(to_instant(change.at))
        intake.certified[key] = _finish(intake, change)
    else:
        intake.certified.pop(key, None)
    add_move(intake, row, change, person.name)
    touch_submission(intake, key)
    intake.stale.add(key)


def _finish(intake: Intake, change: MoveChange) -> Finish:
    """When it was certified by the device's word, not before the anchor it shows; one that is none of central's for
    this office says nothing."""
    at = to_instant(change.at)
    try:
        anchor = read_anchor(change.certification.anchor if change.certification else "")
        if intake.lineage is None:
            return Finish(at)
        intake.lineage.verify(anchor.at, anchor.verify)
    except SignatureError:
        return Finish(at)
    holder = intake.session.get(DeviceRow, anchor.device)
    return Finish(at, anchor.instant if holder is not None and holder.unit == intake.unit else None)
