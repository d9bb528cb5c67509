"""Indicators told of more than one list: against another period, a register elsewhere, or what came at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.indicators import Figure, Sums, figure_of
from cdd_desktop.forms.list_facts import ListFacts, UnitSums
from cdd_desktop.geography import geography
from cdd_desktop.ids import PeriodId, UnitCode
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.reports.chart import Absence
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.indicators import Growth, IndicatorRow, IndicatorTable, Sources, build_table
from cdd_desktop.reports.wider import Around, widen

CATALOGUE = load_catalogue()
NOTHING = Around((), (), {}, {}, {}, frozenset())


def sums(indicator: str, period: str, **offices: int) -> list[UnitSums]:
    """A total for each office; ``u5007`` is office 5007."""
    return [
        UnitSums(UnitCode(code[1:]), PeriodId(period), indicator, Sums(total, None, 1))
        for code, total in offices.items()
    ]


def told(dataset: str, key: str, around: Around) -> tuple[Figure, dict[str, Sums]]:
    """The area's figure, and each office's sums."""
    definition = CATALOGUE.newest(dataset)
    indicator, found = next((one, found) for one, found in widen(definition, around) if one.key == key)
    assert indicator.formula is not None
    assert not indicator.note
    whole = Sums()
    for one in found:
        whole += one.sums
    return figure_of(definition, indicator, whole), {one.unit: one.sums for one in found}


def test_growth_is_over_offices_that_have_both_periods() -> None:
    now = sums("savings", "2561-q2", u5001=1_100, u5002=9_999)
    then = sums("savings", "2561-q1", u5001=1_000, u5003=5)
    around = replace(NOTHING, sums=[*now, *then], before={"2561-q2": "2561-q1"})
    figure, offices = told("saving_group", "growth", around)
    assert (figure.value, figure.decimals) == (10_00, True)  # ten percent more
    assert offices == {"5001": Sums(100, 1_000, 1)}


def test_sales_are_a_share_of_the_same_month_a_year_before() -> None:
    now, then = sums("sales_month", "2562-m10", u5001=150, u5007=1), sums("sales_month", "2561-m10", u5001=200)
    around = replace(NOTHING, sums=now, earlier=then, year_before={"2562-m10": "2561-m10"})
    assert told("otop_sales", "vs_last_year", around)[0].value == 75_00


def test_entries_that_nobody_has_dealt_with() -> None:
    key = SubmissionKey.parse("5007/leader/2561-r1")
    around = replace(NOTHING, lists={key: ListFacts(registered=12, current=9)})
    assert told("leader", "unconfirmed", around)[0].value == 3


def test_an_office_that_reports_that_there_is_nothing_is_not_covered() -> None:
    found = sums("networks", "2561-r1", u5001=2, u5002=0)
    around = replace(NOTHING, sums=found, nil=frozenset({("5003", "2561-r1")}))
    figure, offices = told("fund_network", "amphoe_covered", around)
    assert figure.value == 33_33
    assert len(offices) == 3


@pytest.mark.parametrize(("unit", "percent"), [("5001", 25_00), ("50", 5_00)])
def test_counts_of_leaders_are_held_against_the_register_of_the_same_area(unit: str, percent: int) -> None:
    key = "women_share" if unit == "50" else "level_mix"
    one = UnitSums(UnitCode(unit), PeriodId("2561-r1"), key, Sums(5, 5, 1))
    around = replace(NOTHING, sums=[one], leaders={"5001": 20, "5002": 80, "5101": 7})
    dataset, name = (
        ("volunteer_anniversary", "leader_participation") if unit == "50" else ("leader_evaluation", "evaluated")
    )
    assert told(dataset, name, around)[0].value == percent


def test_villages_with_a_group_are_held_against_those_of_the_register_of_leaders() -> None:
    found = sums("villages_covered", "2561-q2", u5001=3, u5002=4, u5003=9)
    around = replace(NOTHING, sums=found, villages={"5001": 10, "5002": 2})
    figure, offices = told("saving_group", "villages_covered", around)
    assert (figure.value, figure.of) == (50_00, (7, 14))
    assert offices == {"5001": Sums(3, 10, 1), "5002": Sums(4, 4, 1)}  # of 5003 no villages are known


def sheet(dataset: str, key: str, **given: object) -> IndicatorTable:
    """The table of an indicator for two offices in the first three periods of a dataset."""
    calendar = load_calendar()
    windows = [each for each in calendar.windows(2561) if each.dataset == dataset][:3]
    unit = geography().unit
    offices = {code: date(2017, 10, 1) for code in ("5001", "5007")}
    groups = [(unit(UnitCode("50")), list(offices)), *((unit(UnitCode(code)), [code]) for code in offices)]
    definition = CATALOGUE.newest(dataset)
    indicator = next(one for one, _ in widen(definition, NOTHING) if one.key == key)
    sources = replace(Sources((), (), offices, date(2017, 12, 18)), **given)  # type: ignore[arg-type]
    return build_table(definition, indicator, windows, groups, sources)


def values(row: IndicatorRow) -> list[int | None]:
    """A row's figures, and last the year's."""
    return [point.figure.value if point.figure is not None else None for point in (*row.points, row.year)]


def test_the_year_so_far_adds_up_to_the_last_month_anybody_has_reported() -> None:
    months = [*sums("sales_month", "2561-m10", u5001=100, u5007=50), *sums("sales_month", "2561-m11", u5001=25)]
    then = [*sums("sales_month", "2560-m10", u5001=80), *sums("sales_month", "2560-m11", u5001=40)]
    earlier = {"2561-m10": "2560-m10", "2561-m11": "2560-m11"}
    table = sheet("otop_sales", "sales_ytd", sums=months, before=then, earlier=earlier)
    assert values(table.total) == [150, 175, None, 175]
    assert [point.offices for point in table.total.points] == [Share(2, 2), Share(3, 4), Share(0, 0)]
    assert table.total.before == (80, 120, None)
    assert table.total.growth == Growth(125, 120, 2)  # of 5007 there is no last year
    assert table.total.points[2].absence is Absence.NOT_DUE


def test_offices_that_are_silent_after_the_day_are_counted() -> None:
    received = frozenset({("5001", "2561-m10"), ("5007", "2561-m10"), ("5001", "2561-m11")})
    table = sheet("otop_sales", "late", received=received)
    assert [values(row) for row in (table.total, *table.rows)] == [
        [0, 1, None, 1],
        [0, 0, None, 0],
        [0, 1, None, 1],
    ]
    assert table.total.year.offices == Share(1, 2)


def test_every_indicator_of_the_definitions_is_told() -> None:
    for dataset in CATALOGUE.datasets():
        definition = CATALOGUE.newest(dataset)
        made = {one.key for one, _ in widen(definition, NOTHING)}
        assert made == {each.key for each in definition.indicators if each.note}
        assert all(each.formula is not None for each in definition.indicators if not each.note)
