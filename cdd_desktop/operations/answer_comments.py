"""The office's answers to a reviewer's comments: kept with the submission while it is mended, and sent with the step
that proposes it again. They wait on the machine they were written on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timezone

from cdd_desktop.domain.remarks import Place, Remark, Thread, last_comment, places_asked_about, said_by_place
from cdd_desktop.domain.submission import Move, ReviewComment, SubmissionKey, SubmissionState
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.place import submission_at
from cdd_desktop.operations.work import Work
from cdd_desktop.store.submission_rows import SubmissionRow
from cdd_desktop.store.submissions import find_submission, get_submission

ANSWER = ":answer:"
"""Before a content path: the answer to the comment there, in what a form hands over. No record holds it."""


def write_answers(work: Work, key: SubmissionKey, record_id: RecordId, answers: Mapping[str, str]) -> None:
    """Keeps answers to the comments on a record by content path; an empty one is taken away. What nobody has commented
    on is passed over. Raises ``RefusedError("move-not-allowed")`` once the submission is proposed."""
    submission = submission_at(work, key)
    if submission.state not in (SubmissionState.RETURNED, SubmissionState.DRAFT):
        raise RefusedError("move-not-allowed", move="answer")
    row, said = get_submission(work.session, key), said_by_place(submission.moves)
    places = [(record_id, path) for path in answers if (record_id, path) in said]
    written = {_name(place, said[place]): answers[place[1]].strip() for place in places}
    kept = {**(row.answers or {}), **written}
    row.answers = {name: text for name, text in kept.items() if text}


def all_threads(work: Work, key: SubmissionKey, moves: Sequence[Move]) -> dict[Place, Thread]:
    """What was said of a submission since it was certified last, by place, with the answers written here and not sent
    yet."""
    row, said = find_submission(work.session, key), said_by_place(moves)
    written = (row.answers if row is not None else None) or {}
    return {
        place: Thread(place[1], said[place], written.get(_name(place, said[place]), ""), own=place[0] is not None)
        for place in sorted(places_asked_about(moves), key=lambda place: (said[place][0].at, place[1]))
    }


def threads_of(work: Work, key: SubmissionKey, moves: Sequence[Move], record_id: str) -> tuple[Thread, ...]:
    """Those on a record and on the whole submission."""
    threads = all_threads(work, key, moves)
    return tuple(thread for place, thread in threads.items() if place[0] in (None, record_id))


def answers_to_send(row: SubmissionRow, moves: Sequence[Move]) -> tuple[ReviewComment, ...]:
    """The answers that go with proposing, each at the place of its comment."""
    said, written = said_by_place(moves), row.answers or {}
    return tuple(
        ReviewComment(text=text, record_id=place[0], field=place[1] or None)
        for place in said
        if (text := written.get(_name(place, said[place])))
    )


def _name(place: Place, said: Sequence[Remark]) -> str:
    """Record, path and the instant of the comment: an answer never passes for one to a later comment."""
    at = last_comment(said).at
    return f"{place[0] or ''}|{place[1]}|{at.astimezone(timezone.utc).isoformat(timespec='seconds')}"
