"""Submissions as screens show them: the four facts side by side, counts, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cdd_desktop.domain.period import Editable, Window
from cdd_desktop.domain.submission import Move, MoveKind, Submission, SubmissionKey, SubmissionState
from cdd_desktop.ids import UnitCode
from cdd_desktop.operations.acting import moves_of
from cdd_desktop.operations.progress import read_progress, round_of
from cdd_desktop.operations.views import NextStep, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.editing import edit_status
from cdd_desktop.periods.states import days_left, window_state
from cdd_desktop.store.rows import SubmissionRow
from cdd_desktop.store.submissions import (
    find_submission,
    needs_you_counts,
    read_moves,
    submissions_of,
    to_submission,
    waiting_counts,
)

UNLOCKED = (SubmissionState.NONE, SubmissionState.DRAFT, SubmissionState.RETURNED)
_DECISIONS = {MoveKind.ACCEPT, MoveKind.APPROVE}
Counts = Mapping[tuple[str, str, str], int]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What all views of one reading share."""

    rows: Mapping[SubmissionKey, SubmissionRow]
    moves: Mapping[SubmissionKey, tuple[Move, ...]]
    waiting: Counts
    questions: Counts


def read_shelf(work: Work, unit: UnitCode) -> Shelf:
    """Everything about the submissions of an office, in four queries."""
    rows = submissions_of(work.session, unit)
    return Shelf(rows, read_moves(work.session, rows), waiting_counts(work.session), needs_you_counts(work.session))


def view_of(work: Work, key: SubmissionKey) -> SubmissionView:
    """One submission. Raises ``BadRequestError("dataset-unknown" | "period-unknown")``."""
    row = find_submission(work.session, key)
    moves = read_moves(work.session, [key])
    shelf = Shelf(
        {} if row is None else {key: row}, moves, waiting_counts(work.session), needs_you_counts(work.session)
    )
    return make_view(work, key, work.calendar.window(key.dataset, key.period), shelf)


def views_of(work: Work, unit: UnitCode, windows: Iterable[Window]) -> tuple[SubmissionView, ...]:
    """The submissions of an office in some windows, in their order."""
    shelf = read_shelf(work, unit)
    return tuple(
        make_view(work, SubmissionKey(unit, window.dataset, window.period), window, shelf) for window in windows
    )


def make_view(work: Work, key: SubmissionKey, window: Window, shelf: Shelf) -> SubmissionView:
    """The view of a submission. While it is being worked on its counts are taken fresh from the records."""
    row = shelf.rows.get(key)
    submission = to_submission(key, row, shelf.moves.get(key, ()))
    own = key.unit == work.unit.code
    if own and submission.state in UNLOCKED and work.today >= window.data_start:
        submission = replace(submission, progress=read_progress(work, round_of(work, key)))
    questions = shelf.questions.get((key.unit, key.dataset, key.period), 0)
    pending = shelf.waiting.get((key.unit, key.dataset, key.period), 0)
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
        pending=pending,
        needs_you=questions,
        voluntary=window.due_on < work.reports_from,
        last_working_day=work.calendar.last_working_day_on(window.due_on),
        moves=submission.moves,
        next_step=_next_step(work, submission, window, pending=pending, questions=questions),
    )


def _next_step(work: Work, submission: Submission, window: Window, *, pending: int, questions: int) -> NextStep:
    own = submission.key.unit == work.unit.code
    if own and questions:
        return NextStep.DECIDE
    moves = moves_of(work, submission, window)
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
