"""Accepting or approving several submissions at once, each as its own step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cdd_desktop.domain.submission import MoveKind, SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was moved, and what could not be: somebody else was there before."""

    done: tuple[SubmissionKey, ...]
    left: tuple[SubmissionKey, ...]
    changes: Changes = field(default_factory=Changes)


def review_many(work: Work, steps: Sequence[tuple[SubmissionKey, MoveKind]]) -> Reviewed:
    """Makes the steps that are still possible, all in this transaction."""
    done: list[SubmissionKey] = []
    left: list[SubmissionKey] = []
    for key, kind in steps:
        try:
            move_submission(work, key, kind)
        except RefusedError as error:
            if error.code != "move-not-allowed":
                raise
            left.append(key)
        else:
            done.append(key)
    return Reviewed(tuple(done), tuple(left), Changes(submissions=frozenset(done), outbox=bool(done)))
