"""The figures of one submission, beside sums done by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cdd_desktop.domain.record import Content
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.counting import Measured
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.indicators import (
    Figure,
    Sums,
    figure_of,
    figures,
    indicator_sums,
    is_ranking,
    part_labels,
)
from cdd_desktop.ids import RecordId, UnitCode


def context() -> Context:
    return Context(
        submission=SubmissionContext(
            fiscal_year=2561,
            period_key="q2",
            period_start=date(2017, 12, 1),
            period_end=date(2018, 2, 28),
            prev_period_end=date(2017, 11, 30),
            opens_on=date(2018, 3, 1),
            due_on=date(2018, 3, 20),
            today=date(2018, 3, 18),
            unit_level=UnitLevel.DISTRICT,
            unit_code=UnitCode("5007"),
            unit_tambons=("500701", "500702", "500703"),
            tambon_counts={},
        )
    )


def definition(dataset: str) -> Definition:
    return load_catalogue().newest(dataset)


def told(dataset: str, entity: str, *contents: Content) -> dict[str, Figure]:
    records = [Measured(entity, content, context()) for content in contents]
    return {figure.indicator.key: figure for figure in figures(definition(dataset), records)}


QUARTERS: tuple[Content, ...] = (
    {
        "members_male": 10,
        "members_female": 5,
        "saving_balance": 100_000,
        "loan_outstanding": 60_000,
        "overdue_amount": 1,
    },
    {"members_male": 1, "members_female": 2, "saving_balance": 50_050, "loan_outstanding": 30_000, "overdue_amount": 0},
    {"saving_balance": 25},
)


def test_sums_leave_out_what_is_blank() -> None:
    found = told("saving_group", "quarter", *QUARTERS)
    assert found["members"].value == 18
    assert not found["members"].decimals
    assert found["savings"].value == 150_075
    assert found["savings"].decimals


def test_shares_are_hundredths_of_a_percent_half_up() -> None:
    assert told("saving_group", "quarter", *QUARTERS)["npl"].value == 0  # 1 of 90,000
    found = told("saving_group", "quarter", {"loan_outstanding": 800, "overdue_amount": 1})
    assert found["npl"].value == 13  # 0.125 percent
    assert told("saving_group", "quarter", {"overdue_amount": 1})["npl"].value is None


def test_counts_and_their_parts() -> None:
    leaders: list[Content] = [
        {"status": "active", "sex": "female", "leader_types": ["leader_volunteer", "kamnan"]},
        {"status": "active", "sex": "male", "leader_types": ["kamnan"]},
        {"status": "ended", "sex": "male", "leader_types": ["kamnan"]},
    ]
    found = told("leader", "leader", *leaders)
    assert found["leaders_by_type"].value == 2
    assert dict(found["leaders_by_type"].parts) == {"leader_volunteer": 1, "kamnan": 2}
    assert found["women_share"].value == 5000


def test_a_quotient_of_money_and_heads_stays_money() -> None:
    found = told(
        "volunteer_anniversary",
        "event",
        {
            "budget_cdd": 1_000_000,
            "budget_other": 50,
            "att_leader_male": 3,
            "att_leader_female": 4,
            "att_volunteer": 0,
            "att_network": 0,
            "att_official": 0,
        },
    )
    assert found["budget_per_head"].value == pytest.approx(1_000_050 / 7, abs=1)
    assert found["budget_per_head"].decimals


def leader(tambon: str, moo: int, sex: str, *types: str, status: str = "active", village: str = "") -> Content:
    return {
        "tambon_code": tambon,
        "moo": moo,
        "village_name": village,
        "sex": sex,
        "leader_types": list(types),
        "status": status,
    }


def test_tambons_and_villages_are_complete_when_each_has_all_it_needs() -> None:
    head, helper = "leader_volunteer", "volunteer"
    leaders = [
        leader("500701", 1, "male", head),
        leader("500701", 1, "female", head),
        leader("500702", 1, "male", head),
        leader("500702", 1, "male", head),
        leader("500702", 1, "female", head, status="resigned"),
        leader("999901", 1, "male", head),  # of another district
        *(leader("500703", 4, "female", helper) for _ in range(4)),
        *(leader("500703", 0, "female", helper, village="ชุมชนวัด") for _ in range(3)),
        leader("500703", 0, "female", helper, village="ชุมชนตลาด"),
    ]
    found = told("leader", "leader", *leaders)
    assert (found["tambon_complete"].value, found["tambon_complete"].of) == (33_33, (1, 3))
    assert (found["village_complete"].value, found["village_complete"].of) == (16_67, (1, 6))


def test_districts_with_a_certified_applicant_are_counted_once() -> None:
    applicants: list[Content] = [
        {"result": "passed", "tambon_code": "500701"},
        {"result": "passed", "tambon_code": "500702"},
        {"result": "failed", "tambon_code": "500801"},
    ]
    assert told("cd_standard", "applicant", *applicants)["coverage"].of == (1, 1)


BY_PRODUCERS: Content = {"source_kind": "producer"}


def test_producers_with_sales_are_counted_of_those_in_the_register() -> None:
    sold = [("a", "food", 100), ("a", "herb", 5), ("b", "food", 0)]
    sales = [
        Measured(
            "sale", {"source_kind": "producer", "producer_ref": who, "category": kind, "sales_total": amount}, context()
        )
        for who, kind, amount in sold
    ]
    register = [
        Measured("producer", {"status": status}, context()) for status in ("active", "active", "active", "ended")
    ]
    found = indicator_sums(definition("otop_sales"), [*sales, *register])
    assert (found["active_producers"].total, found["active_producers"].per) == (1, 3)


def test_sales_are_ranked_by_the_subdistrict_of_the_producer() -> None:
    where = {"a": "500701", "b": "500702", "c": "500701"}
    sales = [
        Measured(
            "sale",
            {"source_kind": "producer", "producer_ref": who, "category": "food", "sales_total": amount},
            replace(context(), register=Related(RecordId(who), {"tambon_code": where[who]})),
        )
        for who, amount in (("a", 100), ("b", 700), ("c", 30))
    ]
    found = {each.indicator.key: each for each in figures(definition("otop_sales"), sales)}
    assert found["top"].parts == (("500702", 700), ("500701", 130))


def test_amounts_are_told_by_the_fields_they_are_the_sum_of() -> None:
    quarters: list[Content] = [{"members_male": 10, "members_female": 5}, {"members_male": 1, "members_female": 0}]
    figure = told("organization", "organization", *quarters)["members"]
    assert (figure.value, figure.parts) == (16, (("members_male", 11), ("members_female", 5)))


def check(fund: str, failed: int) -> Measured:
    """A check of a fund that fails the first items."""
    passed: Content = {f"indicators/i{n:02}/passed": "no" if n <= failed else "yes" for n in range(1, 20)}
    return Measured("check", {"fund_ref": fund, **passed}, context())


def test_grades_move_and_the_items_failed_most_are_ranked() -> None:
    now = [check("a", 0), check("b", 12), check("c", 1), check("new", 19)]
    before = [check("a", 8), check("b", 2), check("c", 2), check("gone", 0)]
    mother = definition("mother_fund_health")
    found = indicator_sums(mother, now, before)
    assert found["grade_move"] == Sums(2, None, 3, {"rose": 1, "same": 1, "fell": 1})
    assert indicator_sums(mother, now)["grade_move"] == Sums(None, None, 0, {})
    weak = next(each for each in mother.indicators if each.key == "weak_items")
    figure = figure_of(mother, weak, found["weak_items"])
    assert figure.value == 8_00  # 32 failures of 4 villages
    assert figure.parts[:3] == (("i01", 3), ("i02", 2), ("i03", 2))
    assert part_labels(mother, weak)["i01"][0].startswith("มีการประชุม")
    assert is_ranking(mother, weak)


def test_indicators_that_need_more_than_a_submission_are_left_out() -> None:
    every = definition("otop_sales").indicators
    found = told("otop_sales", "sale", {"sales_total": 100})
    assert {one.key for one in every if one.note}.isdisjoint(found)
    assert not figures(definition("otop_sales"), [])
