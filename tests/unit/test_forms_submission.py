"""Rules over a submission, natural keys, titles, masking and a province's roll-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.domain.record import MarkState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.context import Context, SubmissionContext
from cdd_desktop.forms.keys import natural_key
from cdd_desktop.forms.privacy import mask_citizen_id, mask_text, masked
from cdd_desktop.forms.roll_up import rolled_up
from cdd_desktop.forms.submission import (
    SubmissionRecord,
    check_submission,
    expected_entries,
    nil_possible,
    unique_issues,
)
from cdd_desktop.forms.titles import record_title
from cdd_desktop.ids import RecordId, UnitCode

CATALOGUE = load_catalogue()
SAVING = CATALOGUE.newest("saving_group")
LEADER = CATALOGUE.newest("leader")
CONTEXT = Context(
    submission=SubmissionContext(
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
)
PROVINCE = replace(CONTEXT, submission=replace(CONTEXT.submission, unit_level=UnitLevel.PROVINCE, unit_code="50"))


def record(name: str, entity: str, **content: Any) -> SubmissionRecord:
    return SubmissionRecord(RecordId(name), entity, content)


GROUPS = [record("g1", "group", status="active"), record("g2", "group", status="weak")]
GROUPS += [record("g3", "group", status="dissolved")]


def left_out(entries: list[SubmissionRecord], register: list[SubmissionRecord]) -> set[str | None]:
    found = check_submission(SAVING, entries, register, CONTEXT)
    return {issue.record_id for issue in found if issue.rule == "r6_complete"}


def test_which_register_entries_a_round_expects() -> None:
    assert expected_entries(SAVING, "quarter", GROUPS, CONTEXT) == ("g1", "g2")
    leaders = [record("l1", "leader", status="active"), record("l2", "leader", status="resigned")]
    assert expected_entries(LEADER, "leader", leaders, CONTEXT) == ("l1",)
    assert expected_entries(SAVING, "group", GROUPS, CONTEXT) == ()
    sales = CATALOGUE.newest("otop_sales")
    assert expected_entries(sales, "producer", [record("p", "producer", status="active")], PROVINCE) == ()


def test_an_entry_is_covered_by_a_record_or_an_excuse_with_its_reason() -> None:
    snapshot = record("q1", "quarter", group_ref="g1")
    assert left_out([snapshot], GROUPS) == {"g2"}
    excused = GROUPS[1]._replace(mark=MarkState.NOT_RECEIVED, mark_reason="ผู้รับผิดชอบยังไม่ส่งข้อมูล")
    assert left_out([snapshot], [GROUPS[0], excused]) == set()
    assert left_out([snapshot], [GROUPS[0], excused._replace(mark_reason=" ")]) == {"g2"}
    waiting = record("q2", "quarter", group_ref="g2")._replace(mark=MarkState.NOT_RECEIVED, mark_reason="ปิดบัญชี")
    assert left_out([snapshot, waiting], GROUPS) == set()
    assert left_out([snapshot, waiting._replace(mark_reason="")], GROUPS) == {"g2"}


def test_leaders_of_another_dataset_are_known_by_what_is_declared() -> None:
    evaluation = CATALOGUE.newest("leader_evaluation")
    leaders = [
        record("l1", "leader", status="active", leader_types=["leader_volunteer"]),
        record("l2", "leader", status="active", leader_types=["sage"]),
        record("l3", "leader", status="active"),
    ]
    assert expected_entries(evaluation, "evaluation", leaders, CONTEXT) == ("l1",)


def test_nil_only_when_nothing_is_due() -> None:
    assert not nil_possible(SAVING, [], GROUPS, CONTEXT)
    assert nil_possible(SAVING, [], [GROUPS[2]], CONTEXT)
    assert not nil_possible(SAVING, [record("q", "quarter", group_ref="g3")], [GROUPS[2]], CONTEXT)
    assert not nil_possible(CATALOGUE.newest("mother_fund_health"), [], [], PROVINCE)
    assert nil_possible(CATALOGUE.newest("organization"), [], [], PROVINCE)


def test_repeated_records_are_found_at_every_save() -> None:
    same = {"name_th": "กลุ่มทอผ้า", "tambon_code": "500701", "moo": 1}
    groups = [record("a", "organization", **same), record("b", "organization", **same | {"name_th": " กลุ่ม ทอผ้า"})]
    found = unique_issues(CATALOGUE.newest("organization"), groups, CONTEXT)
    assert {(issue.rule, issue.record_id) for issue in found} == {("r5_dup", "a"), ("r5_dup", "b")}
    assert all(issue.group == "" for issue in found), "a group may hold a citizen id"


def test_a_group_wants_its_own_reason() -> None:
    volunteers = {"status": "active", "leader_types": ["leader_volunteer"], "tambon_code": "500701", "moo": 0}
    people = [record("m", "leader", sex="male", **volunteers), record("f", "leader", sex="female", **volunteers)]
    (finding,) = [i for i in check_submission(LEADER, people, people, CONTEXT) if i.rule == "r3_two_per_tambon"]
    assert (finding.group, finding.level, finding.open) == ("500702", IssueLevel.WARNING, True)
    reasons = {"r3_two_per_tambon|500702": "ตำแหน่งว่าง"}
    found = check_submission(LEADER, people, people, CONTEXT, reasons=reasons)
    assert [i.open for i in found if i.rule == "r3_two_per_tambon"] == [False]


def test_rules_of_what_a_unit_does_not_record_are_silent() -> None:
    health = CATALOGUE.newest("mother_fund_health")
    rules = {issue.rule for issue in check_submission(health, [], [], CONTEXT)}
    assert "r11_summary" not in rules
    assert {issue.rule for issue in check_submission(health, [], [], PROVINCE)} == {"r11_summary"}


def test_natural_keys() -> None:
    group = {"name_th": "กลุ่มออมทรัพย์ฯ บ้านหนองหอย", "tambon_code": "500701", "moo": 3}
    key = natural_key(SAVING, "group", group)
    assert key is not None
    assert natural_key(SAVING, "group", group | {"name_th": " กลุ่มออมทรัพย์บ้านหนองหอย "}) == key
    assert natural_key(SAVING, "group", group | {"moo": 4}) != key
    assert natural_key(SAVING, "group", {"name_th": "ก"}) is None
    with_id = {"citizen_id": "1009900001018", "first_name": "ก", "tambon_code": "500701"}
    by_name = natural_key(LEADER, "leader", {"first_name": "ก", "tambon_code": "500701"})
    assert natural_key(LEADER, "leader", with_id) != by_name is not None
    sale = {"source_kind": "producer", "producer_ref": "p1", "category": "food"}
    sales = CATALOGUE.newest("otop_sales")
    assert natural_key(sales, "sale", sale) != natural_key(sales, "sale", sale | {"category": "herb"})


def test_every_entity_has_an_identity() -> None:
    for dataset in CATALOGUE.datasets():
        for entity in CATALOGUE.newest(dataset).entities:
            assert entity.identity or entity.single, entity.key


MS = {"title": "ms", "first_name": "ก", "last_name": "ข"}
MONK = {"title": "monk", "title_other": "พระครู", "first_name": "ก"}
HERB = {"event_name": "งานวัด", "category": "herb"}


@pytest.mark.parametrize(
    ("name", "content", "register", "thai", "english"),
    [
        ("leader.leader", MS, None, "นางสาวก  ข", "Ms ก ข"),
        ("leader.leader", MONK, None, "พระครูก", "พระครู ก"),
        ("leader.leader", {}, None, "ทะเบียนผู้นำ", "Register of leaders"),
        ("leader_evaluation.evaluation", {}, MS, "นางสาวก  ข", "Ms ก ข"),
        ("saving_group.quarter", {}, {"name_th": "กลุ่มหนองหอย"}, "กลุ่มหนองหอย", "กลุ่มหนองหอย"),
        ("poverty_fund.half", {}, {"village_name": "หนองหอย", "moo": 3}, "หนองหอย หมู่ที่ 3", "หนองหอย, Moo 3"),
        ("poverty_fund.fund", {"village_name": "ตลาด", "moo": 0}, None, "ตลาด", "ตลาด"),
        ("otop_sales.sale", {"category": "food"}, {"name_th": "ป้าแดง"}, "ป้าแดง (อาหาร)", "ป้าแดง (Food)"),
        ("otop_sales.sale", HERB, None, "งานวัด (สมุนไพรที่ไม่ใช่อาหาร)", "งานวัด (Non-food herbs)"),
    ],
)
def test_titles(name: str, content: dict[str, Any], register: dict[str, Any] | None, thai: str, english: str) -> None:
    dataset, entity = name.split(".")
    definition = CATALOGUE.newest(dataset)
    assert record_title(definition, entity, content, register) == thai
    assert record_title(definition, entity, content, register, "en") == english


def test_masking() -> None:
    assert mask_citizen_id("1009900001018") == "X-XXXX-XXXXX-01-8"
    assert mask_citizen_id("X-XXXX-XXXXX-01-8") == "X-XXXX-XXXXX-01-8"
    assert mask_citizen_id("10099 0000") == "XXXXX X000"
    assert mask_text("โทร 0812345678 เลข ๑-๐๐๙๙-๐๐๐๐๑-๐๑-๘") == "โทร 0812345678 เลข X-XXXX-XXXXX-01-8"
    content = {
        "citizen_id": "1009900001018",
        ":raw:citizen_id": "100990000101x",
        "remark": "เลข 1009900001018",
        ":reason:r3_term4": "1009900001018",
        "phone": "0812345678",
        "leader_types": ["sage"],
    }
    hidden = masked(LEADER, "leader", content)
    assert set(hidden) == set(content)
    assert "100990" not in repr(hidden)
    assert hidden["phone"] == "0812345678"
    assert masked(LEADER, "leader", hidden) == hidden


@given(st.uuids(version=4).map(str) | st.text("0123456789", min_size=32, max_size=32).map(lambda text: str(UUID(text))))
def test_a_reference_goes_whole_wherever_its_digits_stand(record: str) -> None:
    """One of a hundred ids has thirteen digits in a row."""
    assert masked(SAVING, "quarter", {"group_ref": record}) == {"group_ref": record}
    assert "X-XXXX" in str(masked(SAVING, "quarter", {"remark": f"{record} 1-1099-00000-12-1"})["remark"])


def test_a_province_is_rolled_up_from_its_districts() -> None:
    health = CATALOGUE.newest("mother_fund_health")
    checks: list[tuple[str, dict[str, Any]]] = [
        ("check", {"grade": "A", "households_total": 100, "households_member": 80, "fund_total": 3_500_025}),
        ("check", {"grade": "C", "households_total": 50, "households_member": None, "fund_total": None}),
        ("fund", {"grade": "A", "households_total": 7}),
    ]
    patch = rolled_up(health, "province_summary", checks, 1, 2)
    assert patch == {
        "districts_received": 1,
        "districts_expected": 2,
        "funds_checked": 2,
        "grade_a": 1,
        "grade_b": 0,
        "grade_c": 1,
        "households_total": 150,
        "households_member": 80,
        "fund_total": 3_500_025,
        "spent_year": None,
    }
