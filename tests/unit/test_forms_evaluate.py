"""Evaluating whatever a record may hold: half filled, of wrong types, of an older form, masked."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.domain.record import EntityKind, Value
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import HUNDREDTHS, Definition, Entity, Field, FieldType
from cdd_desktop.forms.evaluate import Evaluation, evaluate, void_reasons
from cdd_desktop.forms.starting import starting_content
from cdd_desktop.ids import RecordId, UnitCode

CATALOGUE = load_catalogue()
SUBMISSION = SubmissionContext(
    fiscal_year=2561,
    period_key="q2",
    period_start=date(2017, 12, 1),
    period_end=date(2018, 2, 28),
    prev_period_end=date(2017, 11, 30),
    opens_on=date(2018, 3, 1),
    due_on=date(2018, 3, 20),
    today=date(2018, 3, 15),
    unit_level=UnitLevel.DISTRICT,
    unit_code=UnitCode("5007"),
    unit_tambons=("500701", "500702"),
)
CONTEXT = Context(submission=SUBMISSION)
QUARTER: dict[str, Value] = {
    "group_ref": "G1",
    "data_as_of": "2018-02-28",
    "members_male": 60,
    "members_female": 90,
    "saving_balance": 50_000_000,
    "borrowers": 40,
    "loan_outstanding": 45_000_000,
    "overdue_borrowers": 2,
    "overdue_amount": 1_500_000,
    "cash_bank": 5_000_000,
}


def quarter(context: Context = CONTEXT, **changes: Value) -> Evaluation:
    content = {path: value for path, value in (QUARTER | changes).items() if value is not None}
    return evaluate(CATALOGUE.newest("saving_group"), "quarter", content, context)


def codes(evaluation: Evaluation) -> dict[str, str]:
    return {issue.paths[0]: issue.code for issue in evaluation.issues if issue.paths}


def test_a_complete_record() -> None:
    evaluation = quarter()
    assert evaluation.issues == ()
    assert evaluation.complete
    assert evaluation.values["members_total"] == 150
    assert evaluation.values["total_capital"] == 50_000_000
    assert "total_capital" not in evaluation.required
    assert "activities_other" not in evaluation.visible


def test_raw_text_is_blank_for_rules_and_says_why() -> None:
    evaluation = quarter(**{":raw:overdue_amount": "หนึ่งหมื่น", ":raw:data_as_of": "28/2/2018"})
    issues = {issue.paths[0]: issue for issue in evaluation.issues}
    assert evaluation.values["overdue_amount"] is None
    assert issues["overdue_amount"].code == "not-a-value"
    assert issues["overdue_amount"].params["reason"] == "number-unreadable"
    assert issues["data_as_of"].params["reason"] == "unanswered"
    assert not any(issue.rule for issue in evaluation.issues)
    assert not evaluation.complete


def test_a_value_of_the_wrong_type_is_kept_out_of_rules() -> None:
    evaluation = quarter(borrowers="forty", data_as_of="2018-02-31", loan_outstanding=10**17 + 1)
    assert codes(evaluation) == dict.fromkeys(("data_as_of", "borrowers", "loan_outstanding"), "not-a-value")


def test_bounds() -> None:
    assert codes(quarter(members_male=-1))["members_male"] == "too-small"
    day = evaluate(CATALOGUE.newest("saving_group"), "group", {"saving_day": 32}, CONTEXT)
    (finding,) = [issue for issue in day.issues if issue.paths == ("saving_day",)]
    assert (finding.code, finding.params) == ("out-of-range", {"min": "1", "max": "31"})
    assert codes(quarter(data_as_of="2018-03-16"))["data_as_of"] == "date-in-future"
    assert codes(quarter(remark="ก" * 1001))["remark"] == "too-long"
    assert codes(quarter(remark="โทรหา 1009900001018"))["remark"] == "citizen-id-in-text"
    group = CATALOGUE.newest("saving_group")
    far = evaluate(group, "group", {"tambon_code": "860101", "founded_year": 2562}, CONTEXT)
    assert codes(far)["tambon_code"] == "outside-area"
    assert codes(far)["founded_year"] == "year-in-future"
    fine = evaluate(CATALOGUE.newest("leader_evaluation"), "evaluation", {"score_duty": 1655}, CONTEXT)
    assert codes(fine)["score_duty"] == "number-decimals"


def test_a_warning_is_open_until_its_reason_is_written() -> None:
    past = replace(CONTEXT, past=(Related(RecordId("q1"), QUARTER | {"saving_balance": 200_000_000}),))
    (warning,) = [issue for issue in quarter(past).issues if issue.rule == "r6_prev_saving"]
    assert (warning.level, warning.paths, warning.open) == (IssueLevel.WARNING, ("saving_balance",), True)
    explained = quarter(past, **{":reason:r6_prev_saving": "สมาชิกถอนเงิน"})
    (warning,) = [issue for issue in explained.issues if issue.rule == "r6_prev_saving"]
    assert not warning.open


def test_a_reason_falls_with_the_value_its_rule_reads() -> None:
    definition = CATALOGUE.newest("saving_group")
    content = QUARTER | {":reason:r6_balance": "มีที่ดิน", ":reason:r6_prev_members": "ย้ายออก"}
    assert void_reasons(definition, "quarter", content, {"cash_bank": 1}) == {":reason:r6_balance": None}
    assert void_reasons(definition, "quarter", content, {"members_male": 61}) == {":reason:r6_prev_members": None}
    assert void_reasons(definition, "quarter", content, {"saving_balance": 1}) == {":reason:r6_balance": None}
    assert void_reasons(definition, "quarter", content, {"cash_bank": 5_000_000, "remark": "x"}) == {}


def test_previous_values_are_worked_out() -> None:
    past = replace(CONTEXT, past=(Related(RecordId("q1"), QUARTER | {"members_female": 0}),))
    assert "r6_prev_members" in {issue.rule for issue in quarter(past).issues}


def test_a_masked_id_is_there_and_unknown() -> None:
    leader = {"citizen_id": "X-XXXX-XXXXX-01-8", "leader_types": ["volunteer"]}
    evaluation = evaluate(CATALOGUE.newest("leader"), "leader", leader, CONTEXT)
    assert evaluation.values["citizen_id"] == "X-XXXX-XXXXX-01-8"
    assert "citizen_id" not in codes(evaluation)


def test_line_rows_are_what_their_flag_says() -> None:
    definition = CATALOGUE.newest("fund_institute")
    content: dict[str, Value] = {
        "member_funds/b": True,
        "member_funds/b/fund_name": "ข",
        "member_funds/a": True,
        "member_funds/a/fund_capital": 100,
        "member_funds/gone/fund_name": "ค",
    }
    evaluation = evaluate(definition, "year", content, CONTEXT)
    assert evaluation.values["member_fund_count"] == 2
    assert evaluation.values["member_funds/a/fund_capital"] == 100
    assert "member_funds/gone/fund_name" not in evaluation.values
    required = {issue.paths[0] for issue in evaluation.issues if issue.code == "required" and "/" in issue.paths[0]}
    assert required == {
        "member_funds/a/fund_name",
        "member_funds/a/fund_type",
        "member_funds/b/fund_capital",
        "member_funds/b/fund_type",
    }


def test_fixed_rows_are_always_there() -> None:
    evaluation = evaluate(CATALOGUE.newest("mother_fund_health"), "check", {}, CONTEXT)
    assert evaluation.values["passed_count"] == 0
    assert evaluation.values["grade"] is None


def test_what_a_new_record_begins_with() -> None:
    definition = CATALOGUE.newest("saving_group")
    context = replace(
        CONTEXT,
        register=Related(RecordId("G1"), {}),
        past=(Related(RecordId("q1"), {"activities": ["lending"], "health_level": "2", "saving_balance": 5}),),
    )
    start = {"data_as_of": "2018-02-28", "group_ref": "G1"}
    assert starting_content(definition, "quarter", context) == start | {"activities": ["lending"], "health_level": "2"}
    assert starting_content(definition, "quarter", replace(context, past=())) == start | {"health_level": "na"}
    assert starting_content(definition, "group", CONTEXT) == {"area_scope": "village", "status": "active"}


def test_nobody_begins_with_an_amount() -> None:
    for dataset in CATALOGUE.datasets():
        for entity in CATALOGUE.newest(dataset).all_entities:
            for made in entity.fields:
                assert not (made.start and (made.type in HUNDREDTHS or made.type is FieldType.INTEGER)), made.key


PLAUSIBLE: dict[FieldType, st.SearchStrategy[Any]] = {
    FieldType.DATE: st.sampled_from(["2018-02-28", "2017-09-30", "2018-02-31", "1975-06-01", "0001-01-01"]),
    FieldType.BOOLEAN: st.booleans(),
    FieldType.YEAR_BE: st.integers(2390, 2710),
    FieldType.MOO: st.integers(-1, 100),
    FieldType.CITIZEN_ID: st.sampled_from(["1009900001018", "1009900001019", "X-XXXX-XXXXX-01-8"]),
}
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.sampled_from([0, 1, -1, 10**17, 2**63, 2**64]),
    st.text(max_size=8),
    st.lists(st.text(max_size=4), max_size=3),
)


def plausible(made: Field) -> st.SearchStrategy[Any]:
    if made.type in HUNDREDTHS:
        return st.sampled_from([0, 1, 100, 28_000_000, 10**17, -(10**17)])
    if made.options and not made.is_list:
        return st.sampled_from([choice.value for choice in made.options])
    if made.options:
        return st.lists(st.sampled_from([choice.value for choice in made.options]), unique=True, max_size=4)
    return PLAUSIBLE.get(made.type, st.sampled_from([0, 1, 3, 10**12]) if made.type is FieldType.INTEGER else ODD)


def contents(entity: Entity) -> st.SearchStrategy[dict[str, Any]]:
    paths: dict[str, st.SearchStrategy[Any]] = {made.key: plausible(made) for made in entity.fields}
    for line in entity.lines:
        for row in ("i01", "i03", "r1"):
            paths[f"{line.key}/{row}"] = st.just(True)
            paths |= {f"{line.key}/{row}/{made.key}": plausible(made) for made in line.fields}
    odd = st.dictionaries(st.sampled_from([*paths, *(f":raw:{path}" for path in paths), "unheard_of", "a/b"]), ODD)
    return st.builds(lambda some, few: {**some, **few}, st.fixed_dictionaries({}, optional=paths), odd)


ENTITIES = [
    pytest.param(CATALOGUE.newest(dataset), entity, id=f"{dataset}.{entity.key}")
    for dataset in CATALOGUE.datasets()
    for entity in CATALOGUE.newest(dataset).entities
]


@pytest.mark.parametrize(("definition", "entity"), ENTITIES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_record_is_too_odd(definition: Definition, entity: Entity, data: st.DataObject) -> None:
    """Nothing raises and no rule breaks, whatever the record and those beside it hold."""
    content = data.draw(contents(entity))
    beside = st.one_of(st.none(), contents(entity).map(lambda other: Related(RecordId("other"), other)))
    register = None
    if entity.kind is EntityKind.SNAPSHOT and entity.register in definition.entity_by_key:
        register = data.draw(
            st.one_of(
                st.none(),
                contents(definition.entity(str(entity.register))).map(lambda own: Related(RecordId("reg"), own)),
            )
        )
    context = Context(
        submission=SUBMISSION,
        register=register,
        prev_year=data.draw(beside),
        past=tuple(data.draw(st.lists(beside, max_size=3))),
    )
    evaluation = evaluate(definition, entity.key, content, context)
    assert "not-checked" not in {issue.code for issue in evaluation.issues}
    assert set(entity.field_by_key) <= set(evaluation.values)
    assert evaluation.required <= evaluation.visible


@pytest.mark.parametrize(("definition", "entity"), ENTITIES)
def test_a_blank_record_is_only_incomplete(definition: Definition, entity: Entity) -> None:
    evaluation = evaluate(definition, entity.key, {}, CONTEXT)
    assert not evaluation.complete
    levels = {issue.level for issue in evaluation.issues if issue.rule}
    assert IssueLevel.ERROR not in levels or entity.key == "check"  # the 19 answers are asked for by a rule


def test_a_record_takes_less_than_a_few_milliseconds() -> None:
    quarter()
    began = time.process_time()
    for _ in range(50):
        quarter()
    assert (time.process_time() - began) / 50 < 0.005
