"""Submissions as screens show them: the four facts side by side, counts, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cdd_desktop.domain.period import Editable, Window
from cdd_desktop.domain.submission import Move, MoveKind, Submission, SubmissionKey, SubmissionState
from cdd_desktop.ids import UnitCode
from cdd_desktop.operations.acting import acts_for_head
from cdd_desktop.operations.progress import count_ahead, read_progress, round_of
from cdd_desktop.operations.views import NextStep, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.editing import allowed_moves, edit_status
from cdd_desktop.periods.states import days_left, window_state
from cdd_desktop.store.submission_rows import SubmissionRow
from cdd_desktop.store.submissions import (
    find_submission,
    needs_you_counts,
    read_moves,
    submissions_of,
    to_submission,
    waiting_counts,
)

UNLOCKED = (SubmissionState.NONE, SubmissionState.DRAFT, SubmissionState.RETURNED)
_UNDER_WAY = (*UNLOCKED, SubmissionState.PROPOSED)
_DECISIONS = {MoveKind.ACCEPT, MoveKind.APPROVE}
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What all views of one reading share. ``for_head``: the person acts for the head of the office."""

    rows: Mapping[SubmissionKey, SubmissionRow]
    moves: Mapping[SubmissionKey, tuple[Move, ...]]
    waiting: Mapping[Place, tuple[int, int]]
    questions: Mapping[Place, int]
    for_head: bool


def read_shelf(work: Work, unit: UnitCode) -> Shelf:
    """Everything about the submissions of an office, in five queries."""
    rows = submissions_of(work.session, unit)
    return _shelf(work, rows, read_moves(work.session, rows))


def _shelf(
    work: Work, rows: Mapping[SubmissionKey, SubmissionRow], moves: Mapping[SubmissionKey, tuple[Move, ...]]
) -> Shelf:
    waiting, questions = waiting_counts(work.session), needs_you_counts(work.session)
    return Shelf(rows, moves, waiting, questions, acts_for_head(work))


def count_views(work: Work, shelf: Shelf, keys: Iterable[SubmissionKey]) -> None:
    """Counts at once what the views of these submissions would count one by one."""
    windows = {key: work.calendar.window(key.dataset, key.period) for key in keys}
    states = {key: to_submission(key, shelf.rows.get(key)).state for key in windows}
    fresh = [key for key, window in windows.items() if _is_counted(work, key, states[key], window)]
    count_ahead(work, [round_of(work, key) for key in fresh])


def _is_counted(work: Work, key: SubmissionKey, state: SubmissionState, window: Window) -> bool:
    """Whether a submission is worked on here, so that its counts are taken fresh from the records."""
    return key.unit == work.unit.code and state in _UNDER_WAY and work.today >= window.data_start


def view_of(work: Work, key: SubmissionKey) -> SubmissionView:
    """One submission. Raises ``BadRequestError("dataset-unknown" | "period-unknown")``."""
    row = find_submission(work.session, key)
    moves = read_moves(work.session, [key])
    shelf = _shelf(work, {} if row is None else {key: row}, moves)
    return make_view(work, key, work.calendar.window(key.dataset, key.period), shelf)


def make_view(work: Work, key: SubmissionKey, window: Window, shelf: Shelf) -> SubmissionView:
    """The view of a submission. While it is being worked on its counts are taken fresh from the records."""
    row = shelf.rows.get(key)
    submission = to_submission(key, row, shelf.moves.get(key, ()))
    questions = shelf.questions.get((key.unit, key.dataset, key.period), 0)
    pending, on_stick = shelf.waiting.get((key.unit, key.dataset, key.period), (0, 0))
    of_register = (0, 0)
    if _is_counted(work, key, submission.state, window):
        place = round_of(work, key)
        submission = replace(submission, progress=read_progress(work, place))
        if place.is_register:  # what was entered there belongs to the register, and waits for this report as well
            of_register = shelf.waiting.get((key.unit, key.dataset, ""), (0, 0))
    return SubmissionView(
        key=key,
        window=window,
        window_state=window_state(window, work.today),
        days_left=days_left(window, work.today),
        state=submission.state,
        delivery=submission.delivery,
        verdict=submission.verdict,
        nil=submission.nil,
        progress=submission.progress,
        certified_at=submission.certified_at,
        finished_at=submission.finished_at,
        received_at=submission.received_at,
        receipt_no=submission.receipt_no,
        saved_at=row.saved_at if row is not None else None,
        pending=pending + of_register[0],
        on_stick=on_stick + of_register[1],
        needs_you=questions,
        voluntary=window.due_on < work.reports_from,
        last_working_day=work.calendar.last_working_day_on(window.due_on),
        moves=submission.moves,
        next_step=_next_step(work, submission, window, shelf, pending=pending, questions=questions),
    )


def _next_step(
    work: Work, submission: Submission, window: Window, shelf: Shelf, *, pending: int, questions: int
) -> NextStep:
    own = submission.key.unit == work.unit.code
    if own and questions:
        return NextStep.DECIDE
    moves = allowed_moves(submission, window, person=work.person, today=work.today, delegated=shelf.for_head)
    if moves & _DECISIONS:
        return NextStep.DECIDE
    if MoveKind.CERTIFY in moves:
        return NextStep.CERTIFY
    if own and submission.state is SubmissionState.CERTIFIED and submission.received_at is None:
        return NextStep.SEND
    if isinstance(edit_status(submission, window, person=work.person, today=work.today), Editable):
        if submission.state is SubmissionState.RETURNED:
            return NextStep.SEE_COMMENTS
        begun = submission.state is SubmissionState.DRAFT or pending > 0
        return NextStep.CONTINUE if begun else NextStep.START
    return NextStep.VIEW
