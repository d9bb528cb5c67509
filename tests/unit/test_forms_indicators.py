"""The figures of one submission, beside sums done by hand."""

from __future__ import annotations

from datetime import date

import pytest

from cdd_desktop.domain.record import Content
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.context import Context, SubmissionContext
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.indicators import Figure, Measured, figures
from cdd_desktop.ids import UnitCode


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
            unit_tambons=(),
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


def test_indicators_that_need_more_than_a_submission_are_left_out() -> None:
    every = definition("otop_sales").indicators
    found = told("otop_sales", "sale", {"sales_total": 100})
    assert {one.key for one in every if one.note}.isdisjoint(found)
    assert not figures(definition("otop_sales"), [])
