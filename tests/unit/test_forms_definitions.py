"""The eleven definitions that ship: complete, sound, bilingual; and what the check finds in a faulty one."""

from __future__ import annotations

import copy
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.catalogue import Catalogue, load_catalogue
from cdd_desktop.forms.definition import Definition, FieldType, RuleKind, read_definition, to_plain
from cdd_desktop.forms.definition_check import check
from cdd_desktop.paths import resources

CATALOGUE = load_catalogue()
ORDER = (
    "volunteer_anniversary",
    "cd_standard",
    "leader",
    "leader_evaluation",
    "organization",
    "saving_group",
    "poverty_fund",
    "fund_institute",
    "fund_network",
    "otop_sales",
    "mother_fund_health",
)
DEFINITIONS = [CATALOGUE.newest(dataset) for dataset in ORDER]
THAI = re.compile("[ก-๛]")
Plain = dict[str, Any]
every = pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.dataset)


def test_the_catalogue_follows_the_circular() -> None:
    assert CATALOGUE.datasets() == ORDER
    assert [definition.number for definition in DEFINITIONS] == list(range(1, 12))
    assert CATALOGUE.get("leader", 1) is CATALOGUE.newest("leader")
    assert len(CATALOGUE.digest("leader")) == 32


def test_who_reports() -> None:
    levels = {definition.number: {level.value for level in definition.levels} for definition in DEFINITIONS}
    both, district = {"district", "province"}, {"district"}
    assert levels == {n: {"province"} for n in (1, 2)} | dict.fromkeys((3, 4, 6, 7, 8, 9), district) | dict.fromkeys(
        (5, 10, 11), both
    )


@pytest.mark.parametrize(
    ("dataset", "level", "entity", "kind"),
    [
        ("volunteer_anniversary", UnitLevel.PROVINCE, "event", EntityKind.EVENT),
        ("cd_standard", UnitLevel.PROVINCE, "applicant", EntityKind.APPLICATION),
        ("leader", UnitLevel.DISTRICT, "leader", EntityKind.REGISTER),
        ("saving_group", UnitLevel.DISTRICT, "quarter", EntityKind.SNAPSHOT),
        ("otop_sales", UnitLevel.PROVINCE, "sale", EntityKind.SNAPSHOT),
        ("mother_fund_health", UnitLevel.DISTRICT, "check", EntityKind.SNAPSHOT),
        ("mother_fund_health", UnitLevel.PROVINCE, "province_summary", EntityKind.EVENT),
    ],
)
def test_what_a_unit_reports(dataset: str, level: UnitLevel, entity: str, kind: EntityKind) -> None:
    main = CATALOGUE.newest(dataset).main_entity(level)
    assert (main.key, main.kind) == (entity, kind)


def test_what_a_unit_does_not_report() -> None:
    with pytest.raises(BadRequestError) as error:
        CATALOGUE.newest("leader").main_entity(UnitLevel.PROVINCE)
    assert error.value.code == "dataset-not-reported"


@every
def test_a_definition_is_sound(definition: Definition) -> None:
    assert check(definition) == ()


@every
def test_thai_and_english_everywhere(definition: Definition) -> None:
    pairs = [(definition.name_th, definition.name_en), (definition.short_th, definition.short_en)]
    pairs += [(definition.bureau_th, definition.bureau_en)]
    for entity in definition.all_entities:
        pairs.append((entity.label_th, entity.label_en))
        pairs += [(part.label_th, part.label_en) for part in (*entity.sections, *entity.fields)]
        pairs += [(row.text_th, row.text_en) for row in entity.fixed_rows]
    pairs += [(choice.label_th, choice.label_en) for choices in definition.choice_sets.values() for choice in choices]
    pairs += [(choice.label_th, choice.label_en) for choice in definition.excuses]
    pairs += [(rule.message_th, rule.message_en) for rule in definition.rules]
    pairs += [(indicator.label_th, indicator.label_en) for indicator in definition.indicators]
    for thai, english in pairs:
        assert thai.strip() == thai
        assert thai
        assert re.search("[A-Za-z]", english), thai
        assert THAI.search(thai) or thai in ("GI", "GMP/GHP"), thai
        words = re.sub(r"\([ก-ฮ]\)|\(?กข\.คจ\.\)?|\"[^\"]*\"", "", english)
        assert not THAI.search(words), english


@every
def test_the_form_is_laid_out(definition: Definition) -> None:
    for entity in definition.all_entities:
        sections = definition.sections(entity.key)
        assert 1 <= len(sections) <= 6
        assert [field.key for section in sections for field in section.fields] == [field.key for field in entity.fields]
        assert all(section.fields for section in sections)
        assert all(1 <= field.columns <= 3 for field in entity.fields)


@every
def test_other_specify_has_its_box(definition: Definition) -> None:
    for entity in definition.all_entities:
        for field in entity.fields:
            specify = [choice.value for choice in field.options if "(ระบุ)" in choice.label_th]
            if specify:
                boxes = [other for other in entity.fields if other.visible_if and field.key in other.visible_if]
                assert boxes, f"{entity.key}.{field.key}"


@every
def test_warnings_do_not_command(definition: Definition) -> None:
    """ต้อง belongs to errors; a warning says ควร or โปรด."""
    for rule in definition.rules:
        if rule.level is IssueLevel.WARNING:
            assert "ต้อง" not in rule.message_th, rule.id


def test_register_references_name_what_exists() -> None:
    for definition in DEFINITIONS:
        for entity in definition.entities:
            if entity.register is not None:
                register = CATALOGUE.newest(str(entity.register_dataset)).entity(entity.register)
                assert register.kind is EntityKind.REGISTER
                assert {field.key for field in entity.register_fields} <= set(register.field_by_key)
                types = {field.key: (field.type, field.choices) for field in entity.register_fields}
                for key, declared in types.items():
                    assert declared == (register.field(key).type, register.field(key).choices)
            for field in entity.fields:
                if field.type is FieldType.RECORD_REF:
                    dataset, _, key = field.ref.partition(".")
                    assert CATALOGUE.newest(dataset).entity(key).kind is EntityKind.REGISTER


def test_covers_and_register_agree() -> None:
    for definition in DEFINITIONS:
        for rule in definition.rules:
            if rule.kind is RuleKind.COVERS:
                entity = definition.entity(rule.entity)
                assert rule.ref == entity.ref
                assert rule.register.rpartition(".")[2] == entity.register


def test_loading_is_quick() -> None:
    began = time.process_time()
    load_catalogue()
    assert time.process_time() - began < 0.5


def test_published_versions_lie_on_top() -> None:
    plain = to_plain(CATALOGUE.newest("leader")) | {"version": 2, "name_en": "Leaders, revised"}
    catalogue = load_catalogue(published=[json.dumps(plain)])
    assert catalogue.newest("leader").version == 2
    assert catalogue.get("leader", 1).name_en == CATALOGUE.newest("leader").name_en
    assert catalogue.digest("leader") != CATALOGUE.digest("leader")
    assert catalogue.datasets() == ORDER
    assert read_definition(json.dumps(plain)).entity("leader").field("sex").options


def test_unknown_things_are_named() -> None:
    for ask, code in (
        (lambda: CATALOGUE.newest("savings"), "dataset-unknown"),
        (lambda: CATALOGUE.get("leader", 9), "definition-unknown"),
        (lambda: CATALOGUE.newest("leader").entity("boss"), "entity-unknown"),
        (lambda: Catalogue([b"{"]), "definition-unreadable"),
        (lambda: Catalogue([b'{"dataset": "x", "colour": "red"}']), "definition-unreadable"),
    ):
        with pytest.raises(BadRequestError) as error:
            ask()
        assert error.value.code == code


def test_files_are_what_they_are_named() -> None:
    for file in (resources() / "definitions").glob("*.json"):
        definition = read_definition(file.read_bytes())
        assert file.name == f"{definition.dataset}-{definition.version}.json"
        assert not re.search(r": -?\d+\.\d", file.read_text(encoding="utf-8")), "no floats"
        assert Path(file).read_text(encoding="utf-8").endswith("}\n")


def entity(plain: Plain, key: str) -> Plain:
    found: Plain = next(entity for entity in plain["entities"] if entity["key"] == key)
    return found


def field(plain: Plain, key: str, name: str) -> Plain:
    found: Plain = next(field for field in entity(plain, key)["fields"] if field["key"] == name)
    return found


def rule(plain: Plain, rule_id: str) -> Plain:
    found: Plain = next(rule for rule in plain["rules"] if rule["id"] == rule_id)
    return found


FAULTS: list[tuple[Callable[[Plain], None], str]] = [
    (lambda plain: rule(plain, "r6_overdue_n").update(cel="overdue_borrower <= borrowers"), "unknown name overdue_bor"),
    (lambda plain: rule(plain, "r6_prev_saving").update(cel="prev.savings > 0"), "unknown name prev.savings"),
    (lambda plain: rule(plain, "r6_asof").update(cel="data_as_of > ctx.now"), "unknown name ctx.now"),
    (lambda plain: rule(plain, "r6_founded").update(cel="reg.born != null"), "unknown name reg.born"),
    (lambda plain: rule(plain, "r6_borrowers").update(cel="borrowers <="), "Failed to parse"),
    (lambda plain: rule(plain, "r6_borrowers").update(cel="maximum(borrowers, 1) > 0"), "unknown function maximum"),
    (lambda plain: rule(plain, "r6_borrowers").update(needs=["borowers"]), "unknown need borowers"),
    (lambda plain: rule(plain, "r6_borrowers").update(entity="month"), "unknown entity month"),
    (lambda plain: rule(plain, "r6_borrowers").update(id="r6_rate"), "rule r6_rate: given twice"),
    (lambda plain: rule(plain, "r6_complete").update(where="state == 'x'"), "unknown name state"),
    (lambda plain: field(plain, "group", "name_th").update(key="loop"), "not a possible name"),
    (lambda plain: field(plain, "group", "name_th").update(key="moo"), "field moo: given twice"),
    (lambda plain: field(plain, "group", "status").update(choices="colours"), "unknown choices colours"),
    (lambda plain: field(plain, "group", "moo").update(choices="op_status"), "choices belong to choice fields only"),
    (lambda plain: field(plain, "group", "moo").update(section="north"), "unknown section"),
    (lambda plain: field(plain, "group", "moo").update(label_en=""), "a label is missing"),
    (lambda plain: field(plain, "group", "moo").update(visible_if="statuss == 'x'"), "unknown name statuss"),
    (lambda plain: field(plain, "quarter", "members_total").update(required=True), "never required"),
    (
        lambda plain: field(plain, "quarter", "remark").update(visible_if="members_total > 5"),
        "unknown name members_total",
    ),
    (lambda plain: entity(plain, "group").update(levels=[]), "nobody records it"),
    (lambda plain: plain["indicators"][0].update(formula={"sum": "mony"}), "unknown name mony"),
]


@pytest.mark.parametrize(("spoil", "finding"), FAULTS, ids=lambda part: part if isinstance(part, str) else "")
def test_a_faulty_definition_is_found_out(spoil: Callable[[Plain], None], finding: str) -> None:
    plain = copy.deepcopy(to_plain(CATALOGUE.newest("saving_group")))
    spoil(plain)
    faults = check(read_definition(json.dumps(plain)))
    assert any(finding in fault for fault in faults), faults


def test_cells_of_lines_are_checked_too() -> None:
    plain = to_plain(CATALOGUE.newest("mother_fund_health"))
    rule(plain, "r11_all19").update(cel="!lines.indicators.exists(i, i.answer == null)")
    assert any("unknown name i.answer" in fault for fault in check(read_definition(json.dumps(plain))))
