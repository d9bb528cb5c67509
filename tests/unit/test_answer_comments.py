"""What is said at a place of a submission through its steps, and which of it the office has to see to."""

from __future__ import annotations

from datetime import datetime, timedelta

from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.remarks import places_asked_about, said_by_place
from cdd_desktop.domain.submission import Move, MoveKind, ReviewComment
from cdd_desktop.ids import PersonId, RecordId

NOW = datetime(2018, 3, 18, 9, 0, tzinfo=BANGKOK)
GROUP = RecordId("01890000-0000-7000-8000-000000000001")
SAVINGS, MEMBERS, WHOLE = (GROUP, "savings"), (GROUP, "members_male"), (None, "")


def steps(*kinds: MoveKind | tuple[MoveKind, tuple[ReviewComment, ...]]) -> list[Move]:
    """Steps an hour apart, each by a person named after its kind."""
    found = []
    for number, step in enumerate(kinds):
        kind, comments = step if isinstance(step, tuple) else (step, ())
        at = NOW + timedelta(hours=number)
        found.append(Move(kind, PersonId(f"p{number}"), kind.value, at, comments=comments))
    return found


def on(place: tuple[RecordId | None, str], text: str) -> ReviewComment:
    return ReviewComment(text, place[0], place[1] or None)


FIRST = (MoveKind.PROPOSE, MoveKind.CERTIFY)
SENT_BACK = (MoveKind.RETURN, (on(SAVINGS, "ยอดไม่ตรง"), on(MEMBERS, "ขาดสมาชิก"), on(WHOLE, "โปรดแก้ไข")))
ANSWERED = (MoveKind.PROPOSE, (on(SAVINGS, "ตรงแล้ว"),))


def test_a_thread_is_the_comment_and_its_answer_in_order() -> None:
    said = said_by_place(steps(*FIRST, SENT_BACK, ANSWERED))
    assert [(one.text, one.person_name, one.answer) for one in said[SAVINGS]] == [
        ("ยอดไม่ตรง", "return", False),
        ("ตรงแล้ว", "propose", True),
    ]
    assert [one.at for one in said[SAVINGS]] == [NOW + timedelta(hours=2), NOW + timedelta(hours=3)]
    assert [len(said[place]) for place in (MEMBERS, WHOLE)] == [1, 1]


def test_an_answer_without_a_comment_is_none() -> None:
    assert said_by_place(steps(ANSWERED)) == {}


def test_what_the_office_sees_to_is_what_was_said_since_it_was_certified() -> None:
    """A head who sends it back for another reason does not hide what the province asked; certifying does."""
    asked = {SAVINGS, MEMBERS, WHOLE}
    assert places_asked_about(steps(*FIRST)) == set()
    assert places_asked_about(steps(*FIRST, SENT_BACK)) == asked
    assert places_asked_about(steps(*FIRST, SENT_BACK, ANSWERED, MoveKind.RETURN)) == asked
    assert places_asked_about(steps(*FIRST, SENT_BACK, ANSWERED, MoveKind.TAKE_BACK)) == asked
    again = (*FIRST, SENT_BACK, ANSWERED, MoveKind.CERTIFY)
    assert places_asked_about(steps(*again)) == set()
    assert places_asked_about(steps(*again, MoveKind.REOPEN)) == asked
    once_more = (MoveKind.RETURN, (on(MEMBERS, "ยังขาด"),))
    assert places_asked_about(steps(*again, once_more)) == {MEMBERS}
    assert len(said_by_place(steps(*again, once_more))[MEMBERS]) == 2
