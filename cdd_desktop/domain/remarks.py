"""What reviewers and the office say to each other about places of a submission, read from its steps.

A comment goes with returning, its answer with proposing again; both name the place they speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cdd_desktop.domain.submission import Move, MoveKind, ReviewComment
from cdd_desktop.ids import RecordId

Place = tuple[RecordId | None, str]
"""A record and a content path in it, "" for the whole record; (None, "") for the whole submission."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said at a place: a reviewer's comment, or the office's ``answer`` to it."""

    text: str
    person_name: str
    at: datetime
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """All that was said at a content path of a record, oldest first. ``answer`` is what the office has written and not
    sent yet; ``own``: said of this record, so that it can be answered here, not of the whole submission."""

    path: str
    said: tuple[Remark, ...]
    answer: str = ""
    own: bool = True

    @property
    def comment(self) -> Remark:
        """The reviewer's last one."""
        return last_comment(self.said)

    @property
    def answered(self) -> bool:
        return self.said[-1].answer


def last_comment(said: Sequence[Remark]) -> Remark:
    """The last that a reviewer said; the first of all is always a comment."""
    return next(remark for remark in reversed(said) if not remark.answer)


def place_of(comment: ReviewComment) -> Place:
    """Where a comment stands."""
    return comment.record_id, comment.field or ""


def said_by_place(moves: Iterable[Move]) -> dict[Place, tuple[Remark, ...]]:
    """Everything said about a submission, by place, oldest first. An answer needs a comment before it."""
    found: dict[Place, tuple[Remark, ...]] = {}
    for move in moves:
        answer = move.kind is MoveKind.PROPOSE
        if not answer and move.kind is not MoveKind.RETURN:
            continue
        for comment in move.comments:
            before = found.get(place_of(comment), ())
            if before or not answer:
                found[place_of(comment)] = (*before, Remark(comment.text, move.person_name, move.at, answer))
    return found


def places_asked_about(moves: Iterable[Move]) -> frozenset[Place]:
    """The places commented on since the list was certified last: what the office has to see to now."""
    asked: frozenset[Place] = frozenset()
    before = asked
    for move in moves:
        if move.kind is MoveKind.CERTIFY:
            asked, before = frozenset(), asked
        elif move.kind is MoveKind.REOPEN:
            asked = before
        elif move.kind is MoveKind.RETURN:
            asked |= {place_of(comment) for comment in move.comments}
    return asked
