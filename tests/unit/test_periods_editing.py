"""Editing, moves and verdicts: every cell of the table of moves, and boundaries of days."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.period import Editable, NotEditable, NotEditableReason
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.domain.submission import Move, MoveKind, Submission, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.ids import DatasetKey, PeriodId, PersonId, UnitCode
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.periods.editing import allowed_moves, better_verdict, edit_status, register_edit_status, verdict

WINDOW = load_calendar().window("organization", "2561-r1")  # data from 1 October 2017, opens 1 September 2018
OPEN_DAY = date(2018, 9, 10)
AT = datetime(2018, 9, 5, tzinfo=timezone.utc)
S, M = SubmissionState, MoveKind

# state, received → role → moves, for the people of the office itself and of the office above
DISTRICT = {
    (S.NONE, False): {Role.OFFICER: {M.PROPOSE}},
    (S.DRAFT, False): {Role.OFFICER: {M.PROPOSE}},
    (S.RETURNED, False): {Role.OFFICER: {M.PROPOSE}},
    (S.RETURNED, True): {Role.OFFICER: {M.PROPOSE}},
    (S.PROPOSED, False): {Role.OFFICER: {M.TAKE_BACK}, Role.HEAD: {M.CERTIFY, M.RETURN}},
    (S.CERTIFIED, False): {Role.HEAD: {M.REOPEN}},
    (S.CERTIFIED, True): {Role.PROVINCIAL_OFFICER: {M.ACCEPT, M.RETURN}},
    (S.ACCEPTED, True): {Role.PROVINCIAL_HEAD: {M.APPROVE, M.RETURN}},
    (S.APPROVED, True): {Role.PROVINCIAL_HEAD: {M.RETURN}},
}
PROVINCE = {
    (S.NONE, False): {Role.PROVINCIAL_OFFICER: {M.PROPOSE}},
    (S.DRAFT, False): {Role.PROVINCIAL_OFFICER: {M.PROPOSE}},
    (S.RETURNED, False): {Role.PROVINCIAL_OFFICER: {M.PROPOSE}},
    (S.RETURNED, True): {Role.PROVINCIAL_OFFICER: {M.PROPOSE}},
    (S.PROPOSED, False): {Role.PROVINCIAL_OFFICER: {M.TAKE_BACK}, Role.PROVINCIAL_HEAD: {M.CERTIFY, M.RETURN}},
    (S.CERTIFIED, False): {Role.PROVINCIAL_HEAD: {M.REOPEN}},
    (S.CERTIFIED, True): {Role.DEPARTMENT: {M.ACCEPT, M.RETURN}},
    (S.ACCEPTED, True): {Role.DEPARTMENT: {M.APPROVE, M.RETURN}},
    (S.APPROVED, True): {Role.DEPARTMENT: {M.RETURN}},
}
HOME = {
    Role.OFFICER: "5007",
    Role.HEAD: "5007",
    Role.PROVINCIAL_OFFICER: "50",
    Role.PROVINCIAL_HEAD: "50",
    Role.DEPARTMENT: "00",
    Role.ADMINISTRATOR: "00",
    Role.VIEWER: "50",
}


def person(role: Role, unit: str | None = None, name: str = "ก") -> Person:
    return Person(PersonId(f"{role}-{name}"), name, role, UnitCode(unit or HOME[role]))


def submission(unit: str, state: SubmissionState, received: bool = False, moves: tuple[Move, ...] = ()) -> Submission:
    key = SubmissionKey(UnitCode(unit), DatasetKey("organization"), PeriodId("2561-r1"))
    return Submission(key, state=state, received_at=AT if received else None, moves=moves)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("unit", "table"), [("5007", DISTRICT), ("50", PROVINCE)])
def test_every_role_in_every_state(role: Role, unit: str, table: dict[tuple[S, bool], dict[Role, set[M]]]) -> None:
    for (state, received), who in table.items():
        moves = allowed_moves(submission(unit, state, received), WINDOW, person=person(role), today=OPEN_DAY)
        assert moves == who.get(role, set()), (state, received)


def test_people_of_other_offices_may_nothing() -> None:
    strangers = [
        person(Role.OFFICER, "5008"),
        person(Role.HEAD, "5008"),
        person(Role.PROVINCIAL_OFFICER, "51"),
        person(Role.PROVINCIAL_HEAD, "51"),
    ]
    for stranger, state, received in product(strangers, S, (False, True)):
        for unit in ("5007", "50"):
            moves = allowed_moves(submission(unit, state, received), WINDOW, person=stranger, today=OPEN_DAY)
            assert moves == frozenset()


def proposed_by(proposer: Person) -> Submission:
    earlier = Move(M.PROPOSE, PersonId("somebody"), "ข", AT)
    return submission("5007", S.PROPOSED, moves=(earlier, Move(M.PROPOSE, proposer.id, proposer.name, AT)))


def test_who_proposed_certifies_only_under_a_delegation() -> None:
    officer, head = person(Role.OFFICER), person(Role.HEAD)
    both = proposed_by(head)
    assert M.CERTIFY not in allowed_moves(both, WINDOW, person=head, today=OPEN_DAY)
    own = proposed_by(officer)
    assert M.CERTIFY not in allowed_moves(own, WINDOW, person=officer, today=OPEN_DAY)
    assert M.CERTIFY in allowed_moves(own, WINDOW, person=officer, today=OPEN_DAY, delegated=True)
    assert M.CERTIFY in allowed_moves(own, WINDOW, person=head, today=OPEN_DAY)
    assert M.CERTIFY not in allowed_moves(own, WINDOW, person=person(Role.VIEWER), today=OPEN_DAY, delegated=True)


def test_certifying_begins_with_the_window_and_never_ends() -> None:
    head = person(Role.HEAD)
    before = WINDOW.opens_on - timedelta(days=1)
    assert allowed_moves(submission("5007", S.PROPOSED), WINDOW, person=head, today=before) == {M.RETURN}
    for day in (WINDOW.opens_on, WINDOW.due_on + timedelta(days=3000)):
        assert M.CERTIFY in allowed_moves(submission("5007", S.PROPOSED), WINDOW, person=head, today=day)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("unit", ["5007", "50"])
def test_only_the_units_officers_edit(role: Role, unit: str) -> None:
    may = {"5007": Role.OFFICER, "50": Role.PROVINCIAL_OFFICER}[unit]
    status = edit_status(submission(unit, S.DRAFT), WINDOW, person=person(role), today=OPEN_DAY)
    assert (status == Editable()) is (role is may)
    if role is not may:
        reason = NotEditableReason.ROLE if HOME[role] == unit else NotEditableReason.OTHER_UNIT
        assert status == NotEditable(reason)
    assert register_edit_status(UnitCode(unit), person=person(role)) == status


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (S.NONE, None),
        (S.DRAFT, None),
        (S.RETURNED, None),
        (S.PROPOSED, NotEditableReason.PROPOSED),
        (S.CERTIFIED, NotEditableReason.CERTIFIED),
        (S.ACCEPTED, NotEditableReason.ACCEPTED),
        (S.APPROVED, NotEditableReason.APPROVED),
    ],
)
def test_states_lock_period_records(state: S, reason: NotEditableReason | None) -> None:
    status = edit_status(submission("5007", state), WINDOW, person=person(Role.OFFICER), today=OPEN_DAY)
    assert status == (NotEditable(reason) if reason else Editable())


def test_entry_begins_with_the_data() -> None:
    officer = person(Role.OFFICER)
    draft = submission("5007", S.NONE)
    before = WINDOW.data_start - timedelta(days=1)
    assert edit_status(draft, WINDOW, person=officer, today=before) == NotEditable(NotEditableReason.NOT_BEGUN)
    assert edit_status(draft, WINDOW, person=officer, today=WINDOW.data_start) == Editable()
    newer = edit_status(draft, WINDOW, person=officer, today=OPEN_DAY, newer_form=True)
    assert newer == NotEditable(NotEditableReason.NEWER_FORM)


def bangkok(day: date, hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=BANGKOK).astimezone(timezone.utc)


def test_the_due_day_ends_at_midnight_in_thailand() -> None:
    last_second = bangkok(WINDOW.due_on, 23, 59, 59)
    next_second = last_second + timedelta(seconds=1)
    assert verdict(WINDOW, last_second, last_second) is Verdict.ON_TIME
    assert verdict(WINDOW, last_second, next_second) is Verdict.FINISHED_ON_TIME
    assert verdict(WINDOW, last_second, next_second, clock_plausible=False) is Verdict.LATE
    assert verdict(WINDOW, next_second, next_second) is Verdict.LATE


INSTANTS = st.integers(0, 92 * 86400).map(
    lambda second: datetime(2018, 8, 1, tzinfo=timezone.utc) + timedelta(seconds=second)
)


@given(INSTANTS, INSTANTS, st.booleans())
def test_verdict_against_seconds_since_the_limit(finished: datetime, received: datetime, plausible: bool) -> None:
    limit = datetime(2018, 9, 30, 17, 0, tzinfo=timezone.utc)  # midnight in Thailand after 30 September
    result = verdict(WINDOW, finished, received, plausible)
    on_time, finished_in_time = received < limit, plausible and finished < limit
    expected = Verdict.ON_TIME if on_time else Verdict.FINISHED_ON_TIME if finished_in_time else Verdict.LATE
    assert result is expected


@given(st.sampled_from(list(Verdict)), st.sampled_from(list(Verdict)))
def test_a_verdict_only_improves(held: Verdict, recomputed: Verdict) -> None:
    rank = {Verdict.ON_TIME: 2, Verdict.FINISHED_ON_TIME: 1, Verdict.LATE: 0}
    assert rank[better_verdict(held, recomputed)] == max(rank[held], rank[recomputed])
