"""The golden cases: for each rule records that satisfy it, break it, and are half filled, with the exact findings."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.record import MarkState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Definition, RuleKind
from cdd_desktop.forms.evaluate import evaluate
from cdd_desktop.forms.submission import SubmissionRecord, check_submission
from cdd_desktop.ids import RecordId, UnitCode

GOLDEN: dict[str, Any] = json.loads((Path(__file__).parent / "rule_cases.json").read_text(encoding="utf-8"))
CATALOGUE = load_catalogue()
Plain = dict[str, Any]


def submission_context(values: Plain) -> SubmissionContext:
    days = ("period_start", "period_end", "prev_period_end", "opens_on", "due_on", "today")
    return SubmissionContext(
        fiscal_year=values["fy"],
        period_key=values["period_key"],
        unit_level=UnitLevel(values["unit_level"]),
        unit_code=UnitCode(values["unit_code"]),
        unit_tambons=tuple(values["unit_tambons"]),
        tambon_counts=values["tambon_counts"],
        **{day: date.fromisoformat(values[day]) for day in days},
    )


def folded(content: Plain, lines: dict[str, list[Plain]]) -> Plain:
    """Content as it is stored: line rows as paths, blanks left out."""
    result = {path: value for path, value in content.items() if value is not None}
    for table, rows in lines.items():
        for number, cells in enumerate(rows):
            row = cells.get("code", f"r{number:02d}")
            result[f"{table}/{row}"] = True
            cells = {key: value for key, value in cells.items() if key != "code" and value is not None}
            result |= {f"{table}/{row}/{key}": value for key, value in cells.items()}
    return result


class Case:
    """One golden case laid over its base."""

    def __init__(self, plain: Plain) -> None:
        base = GOLDEN["bases"][plain["base"]]
        self.plain = plain
        self.id: str = plain["id"]
        self.definition: Definition = CATALOGUE.newest(base["dataset"])
        self.entity: str = base["entity"]
        self.ctx = submission_context(GOLDEN["ctx"] | base.get("ctx", {}) | plain.get("ctx", {}))
        self.lines = base.get("lines", {}) | plain.get("lines", {})
        self.base_content: Plain = base["content"] | plain.get("record", {})
        self.content = folded(plain.get("only", self.base_content), self.lines)
        self.register = related(base.get("reg", {}) | plain.get("reg", {}))
        self.previous = related(base.get("prev", {}) | plain.get("prev", {}))
        self.context = Context(
            submission=self.ctx,
            register=self.register,
            prev_year=related(plain.get("prev_year", {})),
            past=(self.previous, *(related(older) for older in plain.get("older", []))),
        )

    def records(self, key: str) -> list[SubmissionRecord]:
        made = []
        for number, changes in enumerate(self.plain.get(key, [])):
            content = folded(changes.get("only", self.base_content | changes), self.lines)
            made.append(SubmissionRecord(RecordId(f"{key}{number}"), self.entity, content, register=self.register))
        return made

    def register_records(self) -> list[SubmissionRecord]:
        entity = self.definition.entity(self.entity)
        if "register" not in self.plain:
            return self.records("set")
        waiting = self.plain.get("not_received", [])
        return [
            SubmissionRecord(
                RecordId(entry["id"]),
                str(entity.register),
                {key: value for key, value in entry.items() if key != "id" and value is not None},
                mark=MarkState.NOT_RECEIVED if entry["id"] in waiting else None,
                mark_reason="ยังไม่ส่ง" if entry["id"] in waiting else "",
            )
            for entry in self.plain["register"]
        ]

    def findings(self) -> list[Issue]:
        """Of the whole set when the case gives one, else of its record."""
        if "set" in self.plain:
            entries, before = self.records("set"), self.records("prev_set")
            found = check_submission(self.definition, entries, self.register_records(), self.context, previous=before)
        else:
            found = evaluate(self.definition, self.entity, self.content, self.context).issues
        return [issue for issue in found if issue.rule]


def related(values: Plain) -> Related | None:
    if not values.get("id"):
        return None
    return Related(
        RecordId(values["id"]), {key: value for key, value in values.items() if key != "id" and value is not None}
    )


CASES = [Case(plain) for plain in GOLDEN["cases"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_exactly_the_expected_rules_are_violated(case: Case) -> None:
    findings = case.findings()
    assert {issue.rule for issue in findings} == set(case.plain["expect"])
    assert all(issue.code == "rule" for issue in findings)
    for rule_id, places in case.plain.get("at", {}).items():
        here = [issue for issue in findings if issue.rule == rule_id]
        wanted = {place if isinstance(place, str) else "/".join(str(part) for part in place) for place in places}
        assert {issue.record_id or issue.group for issue in here} == wanted


@pytest.mark.parametrize(
    "case", [case for case in CASES if {"missing", "hidden", "computed"} & set(case.plain)], ids=lambda case: case.id
)
def test_conditions_and_calculated_values(case: Case) -> None:
    evaluation = evaluate(case.definition, case.entity, case.content, case.context)
    entity = case.definition.entity(case.entity)
    if "missing" in case.plain:
        missing = {issue.paths[0] for issue in evaluation.issues if issue.code in ("required", "not-a-value")}
        assert {path for path in missing if "/" not in path} == set(case.plain["missing"])
    if "hidden" in case.plain:
        assert set(entity.field_by_key) - evaluation.visible == set(case.plain["hidden"])
    for key, value in case.plain.get("computed", {}).items():
        assert evaluation.values[key] == value, key


def violated_alone(case: Case, rule_id: str, need: str) -> bool:
    """Whether a rule still fires on a violating record when one of its needs is blank."""
    group, _, key = need.rpartition(".")
    context, content = case.context, dict(case.content)
    blank = Related(RecordId("x"), {})
    if group == "reg":
        context = replace(context, register=blank)
    elif group == "prev":
        context = replace(context, past=(blank, *context.past[1:]))
    elif group == "prev_year":
        context = replace(context, prev_year=blank)
    else:
        content = {path: value for path, value in content.items() if path not in inputs(case, key)}
    return rule_id in {issue.rule for issue in evaluate(case.definition, case.entity, content, context).issues}


def inputs(case: Case, key: str) -> set[str]:
    """A field, or for a calculated one the entered fields without which it is blank (none: it is never blank)."""
    entity = case.definition.entity(case.entity)
    computed = entity.field(key).computed
    if computed is None or not computed.cel:
        return {key}
    return {entered for need in computed.needs if "." not in need for entered in inputs(case, need)}


@pytest.mark.parametrize(
    "case", [case for case in CASES if ".bad" in case.id and "set" not in case.plain], ids=lambda case: case.id
)
def test_a_blank_need_skips_the_rule(case: Case) -> None:
    rule = case.definition.rule(case.id.split(".")[0])
    for need in rule.needs:
        if "." in need or inputs(case, need):
            assert not violated_alone(case, rule.id, need), need


def test_every_rule_has_a_satisfied_and_a_violated_case() -> None:
    ids = {case.id for case in CASES}
    rules = [rule for dataset in CATALOGUE.datasets() for rule in CATALOGUE.newest(dataset).rules]
    for rule in rules:
        assert any(name.startswith(f"{rule.id}.ok") for name in ids), rule.id
        assert any(name.startswith(f"{rule.id}.bad") for name in ids), rule.id


def test_every_rule_without_needs_has_a_half_filled_case() -> None:
    ids = {case.id for case in CASES}
    for dataset in CATALOGUE.datasets():
        for rule in CATALOGUE.newest(dataset).rules:
            if not rule.needs:
                assert any(name.startswith(f"{rule.id}.half") for name in ids), rule.id


def test_the_bases_are_complete_records() -> None:
    for name in GOLDEN["bases"]:
        case = Case({"id": name, "base": name})
        issues = evaluate(case.definition, case.entity, case.content, case.context).issues
        assert not [issue for issue in issues if issue.level is not IssueLevel.INFO], name


def test_all_kinds_of_rules_occur() -> None:
    kinds = {rule.kind for dataset in CATALOGUE.datasets() for rule in CATALOGUE.newest(dataset).rules}
    assert kinds == set(RuleKind)
