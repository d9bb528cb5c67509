"""A review's rows: calculated fields worked out anew, written reasons below their fields, those of groups on top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from entry_office import key_of
from pytestqt.qtbot import QtBot
from sample_supervision import supervisor

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.definition import Definition
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.read_review import ReviewSheet, calculated_values, read_review
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.protocol import Pulled, PulledSubmission
from cdd_desktop.ui.review.field_rows import FieldRow, field_rows, reason_lines
from cdd_desktop.ui.words import Words

GROUPS = key_of("saving_group", "2561-q1")
WORDS = Words("th", thai_digits=False)


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Workplace]:
    with supervisor(tmp_path, districts=9) as workplace:
        yield workplace


def read(workplace: Workplace, key: SubmissionKey = GROUPS) -> tuple[ReviewSheet, Definition]:
    sheet = workplace.read(read_review, key)
    return sheet, workplace.catalogue.get(key.dataset, sheet.form_version)


def rows_of(sheet: ReviewSheet, definition: Definition, entity: str, reasons: dict[str, str]) -> tuple[FieldRow, ...]:
    entry = next(entry for entry in sheet.entries if entry.entity == entity)
    return field_rows(definition, replace(entry, reasons=reasons), WORDS, sheet)


def test_calculated_fields_stand_among_the_entered_ones(province: Workplace) -> None:
    sheet, definition = read(province)
    entry = next(entry for entry in sheet.entries if entry.entity == "quarter")
    assert sheet.context is not None
    assert (sheet.context.unit_code, sheet.context.unit_level.value) == ("5007", "district")
    values = calculated_values(definition, entry, entry.content, sheet.context)
    content = entry.content
    assert values["members_total"] == int(content["members_male"] or 0) + int(content["members_female"] or 0)
    assert "members_total" not in content
    paths = [row.path for row in rows_of(sheet, definition, "quarter", {})]
    assert paths.index("members_total") == paths.index("members_female") + 1


def test_a_reason_stands_below_the_field_its_rule_speaks_of(province: Workplace) -> None:
    sheet, definition = read(province)
    shown = {row.path for row in rows_of(sheet, definition, "quarter", {})}
    rule = next(rule for rule in definition.rules_of("quarter") if rule.at and rule.at[0] in shown)
    rows = rows_of(sheet, definition, "quarter", {rule.id: "เหตุผลหนึ่ง", "gone": "เหตุผลสอง"})
    place = next(number for number, row in enumerate(rows) if row.path == f":reason:{rule.id}")
    assert rows[place - 1].path == rule.at[0]
    assert (rows[place].now, rows[place].reason) == ("เหตุผลหนึ่ง", True)
    assert rows[0].heading
    assert (rows[1].label, rows[1].now) == ("Reason given for a warning", "เหตุผลสอง"), "in words, not the rule's id"


def certify_with_words(work: Work) -> None:
    """What central tells of a certification whose list is empty: its statement and its reasons."""
    message = PulledSubmission(
        unit="5007",
        dataset="leader",
        period="2561-r1",
        rev=9,
        state="certified",
        certification="c-words",
        form=1,
        statement="ทะเบียนว่าง",
        reasons={"r3_two_per_tambon|500701": "ยังไม่ได้คัดเลือก"},
    )
    apply_pulled(work, Pulled(submissions=[message]), epoch="e", touched=Touched())


def test_group_reasons_and_the_statement_reach_the_province(province: Workplace) -> None:
    province.do(certify_with_words)
    sheet, definition = read(province, key_of("leader", "2561-r1"))
    assert (sheet.statement, sheet.delivered, sheet.entries) == ("ทะเบียนว่าง", True, ())
    (line,) = reason_lines(definition, sheet, WORDS)
    assert line.endswith("(500701): ยังไม่ได้คัดเลือก")
    assert definition.rule("r3_two_per_tambon").message_th in line


def test_the_department_gets_facts_only(tmp_path: Path, qtbot: QtBot) -> None:
    with supervisor(tmp_path, Role.DEPARTMENT, "00", districts=2) as workplace:
        workplace.do(certify_with_words)
        assert not workplace.read(read_review, key_of("leader", "2561-r1")).delivered
