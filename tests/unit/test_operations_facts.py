"""Facts of frozen lists beside the records themselves, over random histories of pulling, returning and certifying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import ListFacts
from cdd_desktop.geography import geography
from cdd_desktop.ids import DeviceId, PersonId, UnitCode, uuid7_maker
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.refresh_facts import facts_of_list, refresh_facts
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Office, Workplace
from cdd_desktop.paths import profile
from cdd_desktop.store.engine import create_store
from cdd_desktop.store.figures import count_unfigured, read_figures, read_list_facts
from cdd_desktop.store.submission_rows import CertificationRow, CertifiedEntryRow, FigureRow, ListFactRow, SubmissionRow
from cdd_desktop.sync.protocol import Pulled, PulledCertified, PulledSubmission

NOW = datetime(2018, 10, 3, 9, 0, tzinfo=BANGKOK)
UNITS, PERIODS = ("5001", "5007"), ("2561-q1", "2561-q2", "2561-q3")
AMOUNTS = ("saving_balance", "loan_outstanding", "overdue_amount", "members_male", "members_female")
MEMBERS = {"members_male", "members_female"}
LARGE = 10**17

Quarter = dict[str, int]
Lists = dict[tuple[str, str], dict[str, Quarter]]


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    """One for all histories: making its tables takes longer than a history."""
    clock, folder = FixedClock(NOW), tmp_path_factory.mktemp("facts")
    workplace = Workplace(
        create_store(folder / "store.db", bytes(32)),
        profile=profile("test", folder),
        office=Office(geography().unit("50"), DeviceId("d"), date(2017, 10, 1)),
        person=Person(PersonId("p"), "x", Role.PROVINCIAL_OFFICER, UnitCode("50")),
        clock=clock,
        new_id=uuid7_maker(clock),
    )
    yield workplace
    workplace.close()


def begin_anew(work: Work) -> None:
    for table in (FigureRow, ListFactRow, CertifiedEntryRow, CertificationRow, SubmissionRow):
        work.session.execute(delete(table))


@dataclass
class Central:
    """What central holds of the lists in force, and how a device hears of it."""

    lists: Lists = field(default_factory=dict)
    received: set[tuple[str, str]] = field(default_factory=set)
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def certify(self, unit: str, period: str, groups: list[Quarter | None], state: str) -> Pulled:
        """A list anew; None for a group: as in the period before, where there is one."""
        place = (unit, period)
        before = self.lists.get((unit, _before(period)), {})
        held = {f"{unit}-g{number}": each for number, each in enumerate(groups)}
        self.lists[place] = {
            group: quarter if quarter is not None else dict(before.get(group, {})) for group, quarter in held.items()
        }
        self.names[place] = f"c{len(self.names)}-{unit}-{period}-{len(groups)}-{NOW.second + len(self.names)}"
        self.received.add(place)
        return self.tell(unit, period, state)

    def tell(self, unit: str, period: str, state: str) -> Pulled:
        place = (unit, period)
        name = self.names.get(place, "")
        submission = PulledSubmission(
            unit=unit,
            dataset="saving_group",
            period=period,
            rev=1,
            state=state,
            certification=name,
            form=1,
            received_at=NOW.isoformat() if place in self.received else "",
        )
        entries = []
        for group, quarter in self.lists.get(place, {}).items():
            content = {"group_ref": group, ":reason:r6_x": "เหตุผล", **quarter}
            entries.append(_entry(name, place, f"{group}-{period}", "quarter", content))
            entries.append(_entry(name, place, group, "group", {"status": "active", "name_th": "กลุ่ม"}))
        return Pulled(submissions=[submission], certified=entries)

    def figures(self, indicator: str, unit: str, period: str) -> Sums | None:
        """By plain sums over the records."""
        quarters = list(self.lists.get((unit, period), {}).values())
        if not quarters:
            return None

        def add(name: str) -> int | None:
            filled = [each[name] for each in quarters if name in each]
            return sum(filled) if filled else None

        if indicator == "groups":
            return Sums(len(quarters), None, len(quarters))
        if indicator == "savings":
            return Sums(add("saving_balance"), None, sum("saving_balance" in each for each in quarters))
        if indicator == "npl":
            return Sums(add("overdue_amount"), add("loan_outstanding"), sum("overdue_amount" in q for q in quarters))
        both = [sum(each[name] for name in MEMBERS) for each in quarters if each.keys() >= MEMBERS]
        return Sums(sum(both) if both else None, None, len(both))

    def list_facts(self, unit: str, period: str) -> ListFacts:
        now, then = self.lists[unit, period], self.lists.get((unit, _before(period)), {})
        same = [group for group in now if group in then]
        copied = [
            group
            for group in same
            if all(now[group].get(name) == then[group].get(name) for name in AMOUNTS)
            and sum(bool(now[group].get(name)) for name in AMOUNTS) >= 2
        ]
        return ListFacts(len(now), len(now), len(now), len(same), len(copied))


def _before(period: str) -> str:
    place = PERIODS.index(period)
    return PERIODS[place - 1] if place else ""


def _entry(name: str, place: tuple[str, str], record: str, entity: str, content: dict[str, object]) -> PulledCertified:
    unit, period = place
    return PulledCertified(
        certification=name,
        unit=unit,
        dataset="saving_group",
        period=period,
        record=record,
        entity=entity,
        form=1,
        mark="",
        content=content,  # type: ignore[arg-type]
    )


def take(work: Work, message: Pulled) -> None:
    apply_pulled(work, message, epoch="e", touched=Touched())


def in_two(message: Pulled, *, entries_first: bool) -> list[Pulled]:
    """The same thing on two pages, as a long list comes."""
    half = len(message.certified) // 2
    pages = [
        Pulled(submissions=message.submissions, certified=message.certified[:half]),
        Pulled(certified=message.certified[half:]),
    ]
    return pages[::-1] if entries_first else pages


quarter = st.none() | st.fixed_dictionaries(
    {},
    optional={
        name: st.integers(0, 3) if name.startswith("members") else st.integers(0, 3) | st.just(LARGE)
        for name in AMOUNTS
    },
)
step = st.tuples(
    st.sampled_from(UNITS),
    st.sampled_from(PERIODS),
    st.none() | st.lists(quarter, max_size=3),  # None: the same list again, sent back
    st.sampled_from(("whole", "entries later", "entries first")),
    st.integers(0, 3),  # how many lists are worked out after it
)


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(step, min_size=1, max_size=10))
def test_facts_are_what_the_records_come_to(
    province: Workplace, steps: list[tuple[str, str, list[Quarter | None] | None, str, int]]
) -> None:
    central = Central()
    province.do(begin_anew)
    for unit, period, groups, way, refreshed in steps:
        message = (
            central.tell(unit, period, "returned")
            if groups is None
            else central.certify(unit, period, groups, "certified")
        )
        for page in [message] if way == "whole" else in_two(message, entries_first=way == "entries first"):
            province.do(take, page)
            if refreshed:
                province.do(refresh_facts, refreshed)
    while province.do(refresh_facts, 2).left:
        pass
    province.read(check, central)


def check(work: Work, central: Central) -> None:
    assert count_unfigured(work.session) == 0
    facts = {
        (fact.unit, fact.period, fact.indicator): fact.sums
        for fact in read_figures(work.session, "50", "saving_group", PERIODS)
    }
    lists = read_list_facts(work.session, "50", 2561)
    for unit in UNITS:
        for period in PERIODS:
            for indicator in ("groups", "savings", "npl", "members"):
                expected = central.figures(indicator, unit, period)
                assert facts.get((unit, period, indicator)) == expected
            key = SubmissionKey.parse(f"{unit}/saving_group/{period}")
            known = bool(central.lists.get((unit, period)))
            assert lists.get(key) == (central.list_facts(unit, period) if known else None)
    for row in work.session.scalars(select(SubmissionRow)):
        anew = facts_of_list(work, row)
        held = {name: sums for (u, p, name), sums in facts.items() if (u, p) == (row.unit, row.period)}
        assert held == (anew.sums if anew is not None else {})
