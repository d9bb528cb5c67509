"""What a reference fills in: only blanks, never a masked id; and the shipped forms name sources that exist."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.domain.record import RAW
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.definition import Definition, read_definition, to_plain
from cdd_desktop.forms.definition_check import check
from cdd_desktop.forms.references import fill_faults, filled

CATALOGUE = load_catalogue()
STANDARD = CATALOGUE.newest("cd_standard")
LEADER = STANDARD.entity("applicant").field("leader_ref")
PERSON = {"citizen_id": "1009900001018", "tambon_code": "500701", "moo": 3, "village_name": "หนองหอย"}
VALUES = st.none() | st.just("") | st.text("กขคง", min_size=1, max_size=5)


def changed(key: str, fills: dict[str, str], **other: Any) -> Definition:
    """The shipped form with other fillings at one field of the applicant."""
    plain = to_plain(STANDARD)
    (applicant,) = plain["entities"]
    next(field for field in applicant["fields"] if field["key"] == key).update({"fills": fills, **other})
    return read_definition(json.dumps(plain))


@pytest.mark.parametrize("dataset", CATALOGUE.datasets())
def test_shipped_forms_fill_from_what_is_there(dataset: str) -> None:
    assert list(fill_faults(CATALOGUE.newest(dataset), CATALOGUE)) == []


@pytest.mark.parametrize(
    ("key", "fills", "fault"),
    [
        ("remark", {"applicant_name": "title"}, "only a reference fills"),
        ("leader_ref", {"nothing": "title"}, "cannot fill nothing"),
        ("leader_ref", {"pass_percent": "title"}, "cannot fill pass_percent"),
        ("leader_ref", {"leader_ref": "title"}, "cannot fill leader_ref"),
    ],
)
def test_a_filling_that_cannot_be_is_found(key: str, fills: dict[str, str], fault: str) -> None:
    assert any(fault in line for line in check(changed(key, fills)))


@pytest.mark.parametrize(
    "fills", [{"applicant_name": "name_th"}, {"moo": "village_name"}, {"tambon_code": "title"}, {"result": "status"}]
)
def test_a_source_that_is_not_there_or_of_another_type_is_found(fills: dict[str, str]) -> None:
    assert len(list(fill_faults(changed("leader_ref", fills), CATALOGUE))) == 1


def test_name_id_and_place_are_taken() -> None:
    assert filled(LEADER, {}, PERSON, "นายตัวอย่าง") == {"applicant_name": "นายตัวอย่าง", **PERSON}


def test_a_masked_id_is_not_taken() -> None:
    masked = {**PERSON, "citizen_id": "X-XXXX-XXXXX-01-8"}
    assert "citizen_id" not in filled(LEADER, {}, masked, "นายตัวอย่าง")


@given(held=st.dictionaries(st.sampled_from([*LEADER.fills, *(RAW + key for key in LEADER.fills)]), VALUES))
def test_nothing_typed_is_ever_replaced(held: dict[str, str | None]) -> None:
    taken = filled(LEADER, held, PERSON, "นายตัวอย่าง")
    assert {key for key in LEADER.fills if held.get(key) or held.get(RAW + key)} == LEADER.fills.keys() - taken.keys()
