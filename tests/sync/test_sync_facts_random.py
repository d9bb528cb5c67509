"""A supervisor's figures are central's over random histories: real stores, the wire and files, one central.

Two districts report, certify, say that there is nothing, mend what was sent back and certify anew; the province sends
back, accepts and approves; a due date is extended; a fiscal year passes. Then everything that any machine adds up is
worked out anew from the rows in central's database, and what takes more than a sum by plain Python as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

import pytest
from plain_figures import plainly
from stick import central_takes, take, write
from store_office import Filler
from sync_world import Desk, World
from test_sync_published import Publisher, publish, schedule

from cdd_desktop.central.sync.by_file import make_packs
from cdd_desktop.central.tables.rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.fact import SubmissionFact
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.record import REASON
from cdd_desktop.domain.submission import MoveKind, Progress, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import Listed, ListFacts, list_facts
from cdd_desktop.ids import DatasetKey, PeriodId, PersonId
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.move_submission import explain_group, move_submission
from cdd_desktop.operations.read_dashboard import duties_of, read_dashboard
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.reports.dashboard import Figures, UnitRow, build_dashboard
from cdd_desktop.samples.office import Sizes
from cdd_desktop.store.figures import count_unfigured, read_figures, read_list_facts

__all__ = ["publish"]  # the fixture of the published files
SIZES = Sizes(leaders=3, saving_groups=2, producers=2, mother_funds=2, villages_per_tambon=1)
REPORTED = ("saving_group", "otop_sales", "leader", "mother_fund_health")
NIL = ("fund_network", "fund_institute", "poverty_fund")
AMOUNTS = {
    "saving_group": "members_male",
    "otop_sales": "orders_value",
    "leader": "term_no",
    "mother_fund_health": "meeting_count",
}
YEARS = (2561, 2562)
STEPS = 15
ONCE = (STEPS // 3, STEPS // 3 + 1, STEPS // 2)
SEEDS = (1, 3, 8)


@dataclass
class History:
    """What happens, step by step, as a seed has it."""

    world: World
    publish: Publisher
    random: Random
    done: list[str] = field(default_factory=list)
    counted: dict[SubmissionKey, Progress] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.districts = [self.world.desk("5007"), self.world.desk("5001")]
        self.province = self.world.desk("50")
        self.fillers = {}
        for number, desk in enumerate(self.districts):
            filler = Filler(desk.workplace, SIZES, seed=number)
            filler.registers(*REPORTED)
            self.fillers[desk.workplace.unit.code] = filler
        for desk in (*self.districts, self.province):
            assert desk.sync().ok  # the code of an enrolment is good for a month

    def run(self) -> None:
        once = [self.extend, self.pass_to_may, self.pass_a_year]
        usual = [self.report, self.report, self.nothing, self.send_back, self.mend, self.review, self.contact]
        for number in range(STEPS):
            step = once.pop(0) if number in ONCE else self.random.choice(usual)
            if number < 2:
                step = self.report  # lists there are always
            self.done.append(f"{step.__name__} {step() or ''}")
        for desk in (*self.districts, self.province, *self.districts):
            assert desk.sync().ok, self.done

    # --- what may happen -------------------------------------------------------------------------------------------

    def report(self) -> str:
        """A district enters a period and certifies it."""
        desk = self.random.choice(self.districts)
        window = self._open(desk, REPORTED)
        if window is None:
            return ""
        key = self.fillers[desk.workplace.unit.code].report(window)
        return self._certify(desk, key)

    def nothing(self) -> str:
        """A district reports that there is nothing."""
        desk = self.random.choice(self.districts)
        window = self._open(desk, NIL)
        if window is None:
            return ""
        key = SubmissionKey(desk.workplace.unit.code, window.dataset, window.period)
        return self._certify(desk, key, nil=True)

    def send_back(self) -> str:
        return self._decide(MoveKind.RETURN, SubmissionState.CERTIFIED, SubmissionState.ACCEPTED)

    def review(self) -> str:
        accepted = self._decide(MoveKind.ACCEPT, SubmissionState.CERTIFIED)
        return accepted or self._decide(MoveKind.APPROVE, SubmissionState.ACCEPTED)

    def mend(self) -> str:
        """A district corrects an amount of what was sent back and certifies it anew."""
        for desk in self.districts:
            desk.sync()
            for key in self._in_state(desk, SubmissionState.RETURNED):
                view = desk.workplace.read(view_of, key)
                if not view.nil:
                    self._correct(desk, key)
                return self._certify(desk, key, nil=view.nil)
        return ""

    def contact(self) -> str:
        """A machine in contact, by wire or by a stick."""
        desk = self.random.choice([*self.districts, self.province])
        if self.random.random() < 0.5:
            return f"{desk.workplace.unit.code} {desk.sync().ok}"
        if desk is self.province:
            data = next(make_packs(self.world.central.endpoint, "50"))
            return f"pack {take(desk, data, 'x.cddpack').became}"
        return f"stick {take(desk, central_takes(self.world, write(desk).data)).became}"

    def extend(self) -> str:
        """The second quarter of the savings groups is due two weeks later."""

        def later(periods: list[dict[str, object]]) -> None:
            next(one for one in periods if one["key"] == "q2")["due"] = {"year": "fy", "month": 4, "day": 3}

        assert self.publish("schedule", schedule(2, 2561, saving_group=later), "--yes")[0] == 0
        return ""

    def pass_to_may(self) -> str:
        """Until the funds have been checked."""
        self.world.clock.advance(timedelta(days=44))
        return self._check_funds()

    def pass_a_year(self) -> str:
        """Into a fiscal year whose schedule is projected; the same figures a year later; funds are checked anew."""
        self.world.clock.advance(timedelta(days=340))
        return self._check_funds()

    def _check_funds(self) -> str:
        desk = self.districts[0]
        window = self._open(desk, ["mother_fund_health"])
        assert window is not None
        certify(desk, self.fillers[desk.workplace.unit.code].report(window))
        return self.world.clock.now().date().isoformat()

    # --- how -------------------------------------------------------------------------------------------------------

    def _certify(self, desk: Desk, key: SubmissionKey, *, nil: bool = False) -> str:
        """The district's own counts of the list, before central has heard of it."""
        certify(desk, key, nil=nil)
        self.counted[key] = desk.workplace.read(view_of, key).progress
        return str(key)

    def _open(self, desk: Desk, datasets: Iterable[str]) -> Window | None:
        """A window that can be certified and has not been begun."""
        workplace, today = desk.workplace, self.world.clock.now().date()
        windows = [each for year in YEARS for each in workplace.calendar.windows(year)]
        found = [
            each
            for each in windows
            if each.dataset in datasets
            and each.reported_by(workplace.unit.level)
            and each.opens_on <= today
            and today - each.due_on < timedelta(days=200)
            and self._view(desk, each).state is SubmissionState.NONE
        ]
        return self.random.choice(found) if found else None

    def _view(self, desk: Desk, window: Window) -> SubmissionView:
        key = SubmissionKey(desk.workplace.unit.code, window.dataset, window.period)
        return desk.workplace.read(view_of, key)

    def _decide(self, kind: MoveKind, *states: SubmissionState) -> str:
        """The province decides about what it has heard of."""
        self.province.sync()
        keys = [key for state in states for key in self._in_state(self.province, state)]
        if not keys:
            return ""
        key = self.random.choice(keys)
        head = kind is MoveKind.APPROVE or self._state(key) is SubmissionState.ACCEPTED
        reason = "ตรวจอีกครั้ง" if kind is MoveKind.RETURN else ""
        as_one(self.province, 1 if head else 0).workplace.do(move_submission, key, kind, reason=reason)
        as_one(self.province, 0)
        return f"{kind} {key}"

    def _state(self, key: SubmissionKey) -> SubmissionState:
        return self.province.workplace.read(view_of, key).state

    def _in_state(self, desk: Desk, state: SubmissionState) -> list[SubmissionKey]:
        area = desk.workplace.unit.code
        boards = [desk.workplace.read(read_dashboard, year, area) for year in YEARS]
        facts = [cell.fact for board in boards for row in board.rows for cell in row.cells if cell.fact is not None]
        return [fact.key for fact in facts if fact.received and fact.state is state and len(fact.key.unit) == 4]

    def _correct(self, desk: Desk, key: SubmissionKey) -> None:
        amount = AMOUNTS[key.dataset]
        item = desk.workplace.read(read_worklist, key).items[0]
        ref = EntryRef(entity=item.entity, key=key, record_id=item.record_id)
        desk.workplace.do(save_entry, ref, {amount: self.random.randrange(1, 40)})


def as_one(desk: Desk, number: int) -> Desk:
    """Another of the machine's people is at work."""
    enrolled = desk.enrolment.people[number]
    desk.workplace.person = replace(
        desk.workplace.person, id=PersonId(enrolled.id), name=enrolled.name, role=Role(enrolled.role)
    )
    return desk


def certify(desk: Desk, key: SubmissionKey, *, nil: bool = False) -> None:
    """Proposed by the officer, with a reason for every warning, and certified by the head."""
    workplace = desk.workplace
    for issue in () if nil else workplace.read(check_submission, key).blocking:
        if issue.record_id is None:
            workplace.do(explain_group, key, issue.rule, issue.group, "ตรวจแล้ว")
        else:
            entity = workplace.catalogue.newest(key.dataset).rule(issue.rule).entity
            ref = EntryRef(entity=entity, key=key, record_id=issue.record_id)
            workplace.do(save_entry, ref, {REASON + issue.rule: "ตรวจแล้ว"})
    workplace.do(move_submission, key, MoveKind.PROPOSE, nil=nil)
    as_one(desk, 1).workplace.do(move_submission, key, MoveKind.CERTIFY, nil=nil)
    as_one(desk, 0)


# --- central's side, from its rows --------------------------------------------------------------------------------


@dataclass
class Held:
    """Everything central holds of the two years: submissions and the records of their frozen lists."""

    facts: dict[SubmissionKey, SubmissionFact]
    lists: dict[SubmissionKey, list[Listed]]

    def of_lists(self, work: Work) -> tuple[dict[SubmissionKey, ListFacts], dict[tuple[SubmissionKey, str], Sums]]:
        """What the lists come to, worked out from the records."""
        counts, sums = {}, {}
        for key, entries in self.lists.items():
            window = work.calendar.window(key.dataset, key.period)
            before = SubmissionKey(key.unit, key.dataset, work.calendar.previous(window).period)
            unit = work.geography.unit(key.unit)
            context = submission_context(work, window, today=window.data_end, unit=unit)
            definition = work.catalogue.newest(key.dataset)
            found = list_facts(definition, entries, self.lists.get(before, []), context)
            counts[key] = replace(found, sums={})
            sums |= {(key, name): each for name, each in found.sums.items()}
        return counts, sums


def held_by(world: World, desk: Desk) -> Held:
    """Read from central's own database, without any of the ways that send it to devices."""
    endpoint, facts, lists = world.central.endpoint, {}, {}
    vault, catalogue = Vault(endpoint.keys), desk.workplace.catalogue
    with endpoint.database.read() as session:
        for row in session.query(SubmissionRow):
            key = SubmissionKey.parse(f"{row.unit}/{row.dataset}/{row.period}")
            facts[key] = _fact(key, row)
            if not row.certification:
                continue
            head = session.get_one(CertificationRow, row.certification)
            lists[key] = []
            for one in session.query(CertifiedEntryRow).filter_by(certification=head.id):
                content = vault.open(one.content)
                ref = catalogue.newest(row.dataset).entity(one.entity).ref
                lists[key].append(Listed(one.record, one.entity, content, one.mark, content.get(ref) if ref else None))
    return Held(facts, lists)


def _fact(key: SubmissionKey, row: SubmissionRow) -> SubmissionFact:
    def instant(text: str) -> datetime | None:
        return datetime.fromisoformat(text) if text else None

    return SubmissionFact(
        key=key,
        state=SubmissionState(row.state),
        received=bool(row.received_at),
        nil=row.nil,
        verdict=Verdict(row.verdict) if row.verdict else None,
        finished_at=instant(row.finished_at),
        received_at=instant(row.received_at),
        progress=Progress(row.expected, row.done, row.errors, row.warnings),
    )


# --- the device's side --------------------------------------------------------------------------------------------


def kept(work: Work) -> tuple[dict[SubmissionKey, ListFacts], dict[tuple[SubmissionKey, str], Sums]]:
    """What a machine keeps of all that its area has reported."""
    assert count_unfigured(work.session) == 0
    counts, sums = {}, {}
    for year in YEARS:
        counts |= read_list_facts(work.session, work.unit.code, year)
    for dataset in (*REPORTED, *NIL):
        periods = [each.period for year in YEARS for each in work.calendar.windows(year) if each.dataset == dataset]
        for one in read_figures(work.session, work.unit.code, dataset, periods):
            sums[SubmissionKey(one.unit, DatasetKey(dataset), PeriodId(one.period)), one.indicator] = one.sums
    return counts, sums


def board_of(work: Work, held: Held, year: int) -> list[UnitRow]:
    """The dashboard as central's rows make it; contacts are the machine's own."""
    duties = duties_of(work, work.unit)
    levels = {duty.unit.level for duty in duties}
    windows = [each for each in work.calendar.windows(year) if any(each.reported_by(level) for level in levels)]
    made = build_dashboard(work.unit, duties, windows, Figures(held.facts, work.now), fiscal_year=year)
    return list(made.rows)


def standing(rows: Iterable[UnitRow]) -> list[tuple[object, ...]]:
    """Where every submission stands and stood, without how many of its entries are done."""
    facts = [(cell.key, cell.state, cell.fact) for row in rows for cell in row.cells]
    return [(key, state, fact and replace(fact, progress=Progress())) for key, state, fact in facts]


def listed(rows: Iterable[UnitRow]) -> dict[SubmissionKey, Progress]:
    """How many entries are done, of what has a certified list in force."""
    facts = [cell.fact for row in rows for cell in row.cells if cell.fact is not None]
    return {fact.key: fact.progress for fact in facts if fact.received}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_machines_add_up_is_what_central_holds(world: World, publish: Publisher, seed: int) -> None:
    history = History(world, publish, Random(seed))
    history.run()
    told = f"seed {seed}: {history.done}"
    held = held_by(world, history.province)
    for desk in (history.province, *history.districts):
        while desk.workplace.do(refresh_facts).left:
            pass
        area = desk.workplace.unit.code
        counts, sums = desk.workplace.read(kept)
        lists, figures = desk.workplace.read(held.of_lists)
        assert counts == {key: each for key, each in lists.items() if key.unit.startswith(area)}, told
        assert sums == {place: each for place, each in figures.items() if place[0].unit.startswith(area)}, told
        for key in (each for each in lists if desk is history.province):
            before = desk.workplace.calendar.previous(desk.workplace.calendar.window(key.dataset, key.period)).period
            for name, plain in plainly(key, held.lists, SubmissionKey(key.unit, key.dataset, before)).items():
                assert replace(figures[key, name], counted=0) == plain, told
        for year in YEARS:
            rows = desk.workplace.read(board_of, held, year)
            shown = list(desk.workplace.read(read_dashboard, year).rows)
            assert standing(shown) == standing(rows), told
            if desk is history.province:  # a district counts what it still works on as it is now
                assert shown == rows, told
            assert listed(shown) == listed(rows), told
    assert {key: held.facts[key].progress for key in history.counted} == history.counted, told
    assert sum(1 for entries in held.lists.values() if entries) > 1, told
    moved = [figures[key, "grade_move"].counted for key in held.lists if key.dataset == "mother_fund_health"]
    assert any(moved), told
