"""Quality and indicators as pure functions: what each word of them means, and sums beside sums done by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.domain.fact import ReturnFact, SubmissionFact
from cdd_desktop.domain.submission import Progress, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.context import SubmissionContext
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import AGES, Listed, ListFacts, UnitSums, list_facts, looks_copied
from cdd_desktop.geography import geography
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.dashboard import Duty, Figures, build_dashboard
from cdd_desktop.reports.indicators import Growth, IndicatorTable, Sources, build_table
from cdd_desktop.reports.outliers import LEAST_PAST, usual
from cdd_desktop.reports.quality import Evidence, build_quality, find_unusual

NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)
CALENDAR, CATALOGUE = load_calendar(), load_catalogue()
START = date(2017, 10, 1)
UNITS = [geography().unit(code) for code in ("5001", "5002", "5007")]


def sums(unit: str, period: str, indicator: str, total: int | None, per: int | None = None) -> UnitSums:
    return UnitSums(UnitCode(unit), PeriodId(period), indicator, Sums(total, per, 1))


def key(unit: str, dataset: str, period: str) -> SubmissionKey:
    return SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period))


# --- unusual figures ---------------------------------------------------------------------------------------------


@given(st.lists(st.integers(-(10**12), 10**12), min_size=LEAST_PAST, max_size=20))
def test_nothing_inside_the_past_s_middle_half_is_unusual(past: list[int]) -> None:
    middle = usual(past)
    assert middle is not None
    assert middle.low <= middle.middle <= middle.high
    assert not any(middle.is_far(value) for value in (middle.low, middle.middle, middle.high))
    breadth = max(middle.high - middle.low, abs(middle.middle))
    assert middle.is_far(middle.high + 4 * breadth + 4)
    assert middle.is_far(middle.low - 4 * breadth - 4)


def test_one_slip_of_the_past_hides_nothing_and_few_figures_say_nothing() -> None:
    windows = [*CALENDAR.windows(2560), *CALENDAR.windows(2561)]
    months = [window.period for window in windows if window.dataset == "otop_sales"]
    amounts = (100, 10_000, 98, 103, 99, 1_000)
    recent = months[-17:-11]  # five of last year and October, whose number is higher than that of May
    line = [sums("5007", month, "sales_month", total) for month, total in zip(recent, amounts, strict=True)]
    [found] = find_unusual(DatasetKey("otop_sales"), line, months, 2561)
    assert found.key == key("5007", "otop_sales", "2561-m10")
    assert (found.value, found.usual.middle, found.usual.count) == (1_000, 100, 5)
    assert not find_unusual(DatasetKey("otop_sales"), line[1:], months, 2561)
    assert not find_unusual(DatasetKey("otop_sales"), line, months, 2562)


# --- lists ---------------------------------------------------------------------------------------------------------


def context(period: str = "2561-q2") -> SubmissionContext:
    window = CALENDAR.window("saving_group", period)
    return SubmissionContext(
        fiscal_year=2561,
        period_key=window.key,
        period_start=window.data_start,
        period_end=window.data_end,
        prev_period_end=window.data_start,
        opens_on=window.opens_on,
        due_on=window.due_on,
        today=window.data_end,
        unit_level=UNITS[0].level,
        unit_code=UnitCode("5001"),
        unit_tambons=(),
    )


def test_figures_copied_from_the_period_before_are_counted() -> None:
    definition = CATALOGUE.newest("saving_group")
    now = [
        Listed(f"n{n}", "quarter", {"group_ref": f"g{n}", "saving_balance": 5, "members_male": m}, "", f"g{n}")
        for n, m in enumerate((1, 2, 3))
    ]
    then = [
        Listed(f"o{n}", "quarter", {"group_ref": f"g{n}", "saving_balance": 5, "members_male": 1}) for n in range(2)
    ]
    facts = list_facts(definition, now, then, context())
    assert (facts.copied, facts.compared) == (1, 2)
    entity = definition.entity("quarter")
    assert not looks_copied(entity, {"saving_balance": 5}, {"saving_balance": 5})  # one figure may well stay
    assert not looks_copied(entity, {"saving_balance": 0, "members_male": 0}, {"saving_balance": 0, "members_male": 0})


def test_a_register_is_current_where_somebody_dealt_with_it() -> None:
    leaders = [
        Listed(str(n), "leader", {"sex": sex, "birth_year": born, "status": "active"}, mark)
        for n, (sex, born, mark) in enumerate(
            (("male", 2500, "confirmed"), ("female", 2512, "changed"), ("female", 2430, ""))
        )
    ]
    facts = list_facts(CATALOGUE.newest("leader"), leaders, [], context())
    assert (facts.current, facts.registered) == (2, 3)
    assert facts.sums[AGES].parts == {"male|60": 1, "female|40": 1, "female|?": 1}  # at the end of February 2561
    groups = [Listed("g", "group", {}), Listed("h", "group", {}), Listed("q", "quarter", {"group_ref": "g"}, "", "g")]
    facts = list_facts(CATALOGUE.newest("saving_group"), groups, [], context())
    assert (facts.current, facts.registered) == (1, 2)


# --- quality of an area --------------------------------------------------------------------------------------------


def fact(place: SubmissionKey, received_at: datetime | None, **counts: int) -> SubmissionFact:
    verdict = Verdict.ON_TIME if received_at else None
    state = SubmissionState.CERTIFIED if received_at else SubmissionState.DRAFT
    return SubmissionFact(
        place, state, received_at is not None, False, verdict, received_at, received_at, Progress(**counts)
    )


def test_quality_of_offices_and_of_their_area() -> None:
    one, two = key("5001", "saving_group", "2561-q1"), key("5002", "saving_group", "2561-q1")
    leaders = key("5001", "leader", "2560-r1")
    due = datetime(2017, 12, 20, 3, tzinfo=timezone.utc)
    facts = {
        one: fact(one, due - timedelta(days=4), expected=3, done=2, errors=1, warnings=2),
        two: fact(two, due + timedelta(days=2), expected=3, done=3),
    }
    evidence = Evidence(
        facts=facts,
        lists={one: ListFacts(3, 2, 4, 3, 1), leaders: ListFacts(10, 10)},
        returns=[ReturnFact(one, NOW, NOW + timedelta(hours=h)) for h in (1, 3, 50)] + [ReturnFact(two, NOW, None)],
        received=facts | {leaders: fact(leaders, due - timedelta(days=400))},
        unusual=[],
    )
    windows = [window for window in CALENDAR.windows(2561) if window.dataset == "saving_group"]
    duties = [Duty(unit, START) for unit in UNITS]
    board = build_dashboard(geography().unit("50"), duties, windows, Figures(facts, NOW), fiscal_year=2561)
    quality = build_quality(board, evidence)
    first = next(row for row in quality.rows if row.unit.code == "5001")
    assert (first.current, first.copied, first.lists) == (Share(2, 3), Share(1, 3), Share(1, 1))
    assert (first.errors, first.warnings, first.explained, first.lead_days) == (1, 2, 4, 4)
    assert (first.returned, first.answered, first.turn_round) == (3, 3, timedelta(hours=3))
    assert (quality.total.returned, quality.total.answered, quality.total.lead_days) == (4, 3, 1)
    assert quality.total.lists == Share(1, 2)  # the other list is not known here
    assert [each.key for each in quality.copied] == [one]
    third = next(row for row in quality.rows if row.unit.code == "5007")
    assert (third.lead_days, third.turn_round, third.current) == (None, None, Share(0, 0))


def test_a_register_confirmed_more_than_a_year_ago_is_not_current() -> None:
    last, place = key("5001", "leader", "2560-r1"), key("5001", "leader", "2561-r1")
    windows = [window for window in CALENDAR.windows(2561) if window.dataset == "leader"]
    duties = [Duty(UNITS[0], START)]
    draft = {place: fact(place, None)}
    board = build_dashboard(UNITS[0], duties, windows, Figures(draft, NOW), fiscal_year=2561)
    for days, current in ((100, 9), (400, 0)):
        received = draft | {last: fact(last, NOW - timedelta(days=days))}
        evidence = Evidence(draft, {last: ListFacts(10, 9)}, [], received, [])
        assert build_quality(board, evidence).total.current == Share(current, 10)


# --- indicators ----------------------------------------------------------------------------------------------------


def table(dataset: str, indicator: str, now: list[UnitSums], before: list[UnitSums]) -> IndicatorTable:
    definition = CATALOGUE.newest(dataset)
    windows = [window for window in CALENDAR.windows(2561) if window.dataset == dataset]
    offices = {unit.code: START for unit in UNITS}
    earlier = {window.period: CALENDAR.year_earlier(window).period for window in windows}
    sources = Sources(now, before, offices, date(2018, 3, 18), earlier)
    groups = [(geography().unit("50"), tuple(offices)), *((unit, (unit.code,)) for unit in UNITS)]
    found = next(each for each in definition.indicators if each.key == indicator)
    return build_table(definition, found, windows, groups, sources)


def test_a_stock_takes_the_last_period_and_a_flow_adds_them_up() -> None:
    stock = table(
        "saving_group",
        "savings",
        [
            sums("5001", "2561-q1", "savings", 7),
            sums("5002", "2561-q1", "savings", 5),
            sums("5001", "2561-q2", "savings", 9),
        ],
        [],
    )
    assert stock.total.year.figure is not None
    assert (stock.total.year.figure.value, stock.total.year.offices) == (12, Share(2, 3))  # the second is not due yet
    first, second = stock.total.points[:2]
    assert first.figure is not None
    assert (first.figure.value, first.offices) == (12, Share(2, 3))
    assert second.figure is not None
    assert (second.figure.value, second.offices) == (9, Share(1, 3))  # of all that are to report it
    flow = table(
        "otop_sales", "sales_month", [sums("5001", f"2561-m1{n}", "sales_month", n + 1) for n in (0, 1, 2)], []
    )
    assert flow.total.year.figure is not None
    assert flow.total.year.figure.value == 6
    assert flow.total.year.offices == Share(3, 15)  # five months are due, of three offices
    assert flow.rows[1].year.figure is None
    assert flow.rows[1].points[11].offices == Share(0, 0)  # not due, which is not "missing"


def test_growth_counts_the_same_offices_only() -> None:
    now = [sums("5001", "2561-m01", "sales_month", 110), sums("5002", "2561-m01", "sales_month", 50)]
    before = [sums("5001", "2560-m01", "sales_month", 100), sums("5007", "2560-m01", "sales_month", 900)]
    grown = table("otop_sales", "sales_month", now, before)
    assert grown.total.growth == Growth(110, 100, 1)
    assert grown.total.growth.percent == 11_000
    assert grown.rows[1].growth is None
    assert grown.total.before[3] == 1000


@pytest.mark.parametrize(
    ("now", "then", "step"),
    [(0, 100, 1), (91, 100, 1), (92, 100, 1), (96, 100, 2), (100, 100, 3), (104, 100, 4), (108, 100, 5), (1, 0, None)],
)
def test_five_steps_against_the_base(now: int, then: int, step: int | None) -> None:
    assert Growth(now, then, 1).step == step


places = st.tuples(st.sampled_from([unit.code for unit in UNITS]), st.sampled_from(["2561-q1", "2561-q2"]))


@given(st.dictionaries(places, st.tuples(st.none() | st.integers(0, 10**18), st.none() | st.integers(0, 10**18))))
def test_an_area_is_the_sum_of_its_offices(held: dict[tuple[str, str], tuple[int | None, int | None]]) -> None:
    now = [sums(unit, period, "npl", *both) for (unit, period), both in held.items()]
    share = table("saving_group", "npl", now, [])
    for place, period in enumerate(("2561-q1", "2561-q2")):
        both = [values for (_, each), values in held.items() if each == period]
        part = [one for one, _ in both if one is not None]
        whole = sum(other for _, other in both if other is not None)
        figure = share.total.points[place].figure
        assert (figure is not None) == bool(both)
        if figure is not None:
            expected = (sum(part) * 20_000 + whole) // (2 * whole) if part and whole else None
            assert figure.value == expected
