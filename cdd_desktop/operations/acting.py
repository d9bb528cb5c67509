"""What a person may do with a submission: by the own role, and for the head under a delegation (รักษาการแทน)."""

from __future__ import annotations

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.submission import MoveKind, Submission
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.editing import allowed_moves
from cdd_desktop.store.delegations import delegations_to


def acts_for_head(work: Work) -> bool:
    """Whether a delegation of the own office lets the signed-in person act for its head now."""
    held = delegations_to(work.session, work.unit.code, work.person.id)
    return any(delegation.stands_at(work.now) for delegation in held)


def moves_of(work: Work, submission: Submission, window: Window) -> frozenset[MoveKind]:
    """The moves the signed-in person may make now, a delegation counted in."""
    delegated = acts_for_head(work)
    return allowed_moves(submission, window, person=work.person, today=work.today, delegated=delegated)


def only_for_head(work: Work, submission: Submission, window: Window, kind: MoveKind) -> bool:
    """Whether the person may make a move only because of a delegation; then it is marked."""
    own = allowed_moves(submission, window, person=work.person, today=work.today)
    return kind not in own and kind in moves_of(work, submission, window)
