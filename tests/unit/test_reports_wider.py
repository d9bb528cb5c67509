"""Indicators told of more than one list: against another period, a register elsewhere, or what came at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.indicators import Figure, Sums, figure_of
from cdd_desktop.forms.list_facts import ListFacts, UnitSums
from cdd_desktop.ids import PeriodId, UnitCode
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


def test_what_needs_the_records_themselves_is_left_out() -> None:
    every = {
        (dataset, each.key)
        for dataset in CATALOGUE.datasets()
        for each in CATALOGUE.newest(dataset).indicators
        if each.note
    }
    made = {
        (dataset, one.key) for dataset in CATALOGUE.datasets() for one, _ in widen(CATALOGUE.newest(dataset), NOTHING)
    }
    assert len(made) == 7
    assert made < every
