"""A head's delegation on one machine: who may give it, which days it opens, what it marks, how it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from entry_office import HEAD, OFFICER, Office, enrolled_office, key_of
from hypothesis import given
from hypothesis import strategies as st
from store_office import copied

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.delegation import Delegation
from cdd_desktop.domain.submission import MoveKind, SubmissionState
from cdd_desktop.errors import UserError
from cdd_desktop.ids import PersonId
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.delegate import delegate, end_delegation, read_office
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_review import read_review
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.views import NextStep
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import ChangeRow
from cdd_desktop.store.submission_rows import CertificationRow

NOW = datetime(2018, 3, 18, 9, 0, tzinfo=BANGKOK)
TODAY = NOW.date()
KEY = key_of("saving_group", "2561-q2")
ORDER = "คำสั่งที่ 12/2561"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return enrolled_office(tmp_path_factory.mktemp("template"), FixedClock(NOW))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def office(template: Office, clock: FixedClock, tmp_path: Path) -> Office:
    return Office(copied(template, tmp_path).profile, clock)


@pytest.fixture
def officer(office: Office) -> Iterator[Workplace]:
    workplace = office.work_as(OFFICER)
    yield workplace
    workplace.close()


@pytest.fixture
def head(office: Office) -> Iterator[Workplace]:
    workplace = office.work_as(HEAD)
    yield workplace
    workplace.close()


def code_of(call: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(UserError) as refused:
        call(*arguments)
    return refused.value.code


def give(head: Workplace, first: date = TODAY, last: date = TODAY + timedelta(days=3)) -> str:
    head.do(delegate, OFFICER, first, last, f" {ORDER} ")
    return head.read(read_office).delegations[0].id


def test_only_a_head_delegates_to_an_officer_of_the_office(head: Workplace, officer: Workplace) -> None:
    assert code_of(officer.do, delegate, OFFICER, TODAY, TODAY, ORDER) == "delegation-not-head"
    assert code_of(head.do, delegate, HEAD, TODAY, TODAY, ORDER) == "delegation-not-officer"
    assert code_of(head.do, delegate, "nobody", TODAY, TODAY, ORDER) == "delegation-not-officer"
    assert code_of(head.do, delegate, OFFICER, TODAY, TODAY - timedelta(days=1), ORDER) == "delegation-days"
    yesterday = TODAY - timedelta(days=1)
    assert code_of(head.do, delegate, OFFICER, yesterday, yesterday, ORDER) == "delegation-days"
    assert code_of(head.do, delegate, OFFICER, TODAY, TODAY, "  ") == "reason-needed"
    assert head.read(read_office).delegations == ()
    given_id = give(head)
    people = officer.read(read_office)
    assert [person.id for person in people.people] == [HEAD, OFFICER]
    assert (people.acting, people.may_delegate, head.read(read_office).may_delegate) == ({OFFICER}, False, True)
    assert people.delegations[0].reason == ORDER
    assert code_of(officer.do, end_delegation, given_id) == "delegation-not-head"
    assert code_of(head.do, end_delegation, "nothing") == "delegation-unknown"


def test_who_proposed_certifies_only_as_acting_head_and_it_is_marked(head: Workplace, officer: Workplace) -> None:
    officer.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    assert officer.read(check_submission, KEY).allowed == {MoveKind.TAKE_BACK}
    assert code_of(officer.do, move_submission, KEY, MoveKind.CERTIFY) == "move-not-allowed"
    give(head)
    check = officer.read(check_submission, KEY)
    assert check.allowed == {MoveKind.TAKE_BACK, MoveKind.CERTIFY, MoveKind.RETURN}
    assert check.acting
    assert not head.read(check_submission, KEY).acting
    assert check.submission.next_step is NextStep.CERTIFY
    officer.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)
    view = officer.read(read_worklist, KEY).submission
    assert view.state is SubmissionState.CERTIFIED
    assert [move.delegated for move in view.moves] == [False, True]
    assert officer.read(read_review, KEY).delegated

    def kept(work: Work) -> tuple[bool, bool]:
        certification = work.session.query(CertificationRow).one()
        change = work.session.query(ChangeRow).filter(ChangeRow.kind == "move").order_by(ChangeRow.n.desc()).first()
        assert change is not None
        assert change.payload is not None
        assert change.payload["certification"]["delegated"]
        return certification.delegated, change.payload["delegated"]

    assert officer.read(kept) == (True, True)


def test_a_head_is_never_marked_as_acting(head: Workplace, officer: Workplace) -> None:
    officer.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    give(head)
    head.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)
    assert not head.read(read_review, KEY).delegated


def test_it_opens_on_its_days_only(head: Workplace, officer: Workplace, clock: FixedClock) -> None:
    officer.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    give(head, TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    seen = []
    for _ in range(4):
        seen.append(MoveKind.CERTIFY in officer.read(check_submission, KEY).allowed)
        clock.advance(timedelta(days=1))
    assert seen == [False, True, True, False]
    assert head.read(read_office).delegations == ()


def test_the_head_ends_it_early(head: Workplace, officer: Workplace, clock: FixedClock) -> None:
    officer.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    given_id = give(head)
    clock.advance(timedelta(hours=1))
    head.do(end_delegation, given_id)
    assert MoveKind.CERTIFY not in officer.read(check_submission, KEY).allowed
    assert code_of(head.do, end_delegation, given_id) == "delegation-unknown"
    assert head.read(read_office).delegations == ()

    def travelling(work: Work) -> list[bool]:
        rows = work.session.query(ChangeRow).filter(ChangeRow.kind == "delegation").order_by(ChangeRow.n)
        return [bool((row.payload or {}).get("ended")) for row in rows]

    assert head.read(travelling) == [False, True]


DAYS = st.dates(date(2018, 1, 1), date(2018, 12, 31))


@given(first=DAYS, last=DAYS, hours=st.integers(0, 8760), ended=st.none() | st.integers(0, 8760))
def test_it_stands_from_the_first_midnight_to_the_last(first: date, last: date, hours: int, ended: int | None) -> None:
    begin = datetime(2018, 1, 1, tzinfo=BANGKOK)
    instant = begin + timedelta(hours=hours)
    end = None if ended is None else begin + timedelta(hours=ended)
    held = Delegation("d", PersonId("p"), first, last, "", PersonId("h"), begin, end)
    opens = datetime(first.year, first.month, first.day, tzinfo=BANGKOK)
    closes = datetime(last.year, last.month, last.day, tzinfo=BANGKOK) + timedelta(days=1)
    assert held.stands_at(instant) == (opens <= instant < min(closes, end or closes))
