"""Choosing a register entry in a form fills the boxes that are still empty; all of it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from entry_office import Sitting, add_register, enrolled_office, key_of
from grid_office import grid, text
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import Content
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.ui.entry.editors.kinds import make_editor
from cdd_desktop.ui.entry_target import EntryTarget

KEY = key_of("cd_standard", "2561-applicants", "50")
NAME = "กลุ่มทอผ้าบ้านหนองหอย"


@pytest.fixture
def sitting(qtbot: QtBot, clock: FixedClock, tmp_path: Path):
    begun = Sitting(qtbot, enrolled_office(tmp_path, clock, unit="50"))
    yield begun
    begun.end()


def content_of(sitting: Sitting, ref: EntryRef) -> Content:
    return sitting.workplace.read(read_entry, ref).record.content


def test_a_chosen_group_fills_the_empty_boxes(sitting: Sitting) -> None:
    workplace = sitting.workplace
    group = {"org_kind": "group", "name_th": NAME, "tambon_code": "500701", "moo": 3, "village_name": "หนองหอย"}
    add_register(workplace, "organization", "organization", group)
    applicant = EntryRef(EntityKey("applicant"), KEY)
    ref = workplace.do(save_entry, applicant, {"std_type": "group", "village_name": "ทุ่งหัวช้าง"}).ref
    sitting.open(EntryTarget(KEY, ref))
    sitting.type_into("org_ref", NAME)
    sitting.idle()
    draft = sitting.entry.draft
    assert draft is not None
    held = {key: draft.content.get(key) for key in ("applicant_name", "tambon_code", "moo", "village_name")}
    assert held == {"applicant_name": NAME, "tambon_code": "500701", "moo": 3, "village_name": "ทุ่งหัวช้าง"}
    form = sitting.entry.panel.form
    assert form is not None
    assert form.boxes["applicant_name"].editor.first_box().text() == NAME
    sitting.saved()
    draft.undo()
    assert {key: draft.content.get(key) for key in held} == {**dict.fromkeys(held), "village_name": "ทุ่งหัวช้าง"}
    assert draft.content.get("org_ref") is None
    draft.redo()
    assert {key: draft.content.get(key) for key in held} == held


def test_in_the_table_what_a_chosen_group_fills_shows_after_the_save(sitting: Sitting) -> None:
    workplace = sitting.workplace
    group = {"org_kind": "group", "name_th": NAME, "tambon_code": "500701", "moo": 3, "village_name": "หนองหอย"}
    chosen = add_register(workplace, "organization", "organization", group)
    applicant = EntryRef(EntityKey("applicant"), KEY)
    ref = workplace.do(save_entry, applicant, {"std_type": "group", "village_name": "ทุ่งหัวช้าง"}).ref
    sitting.idle()  # what was saved until here is told before the table opens
    sitting.open(KEY, "grid")
    screen = grid(sitting)
    model = screen.view.grid
    assert model is not None
    assert text(sitting, 0, "applicant_name") == ""
    model.put({0: {"org_ref": str(chosen.record_id)}})
    screen.leave()
    sitting.idle()
    sitting.qtbot.waitUntil(lambda: text(sitting, 0, "applicant_name") == NAME)
    assert text(sitting, 0, "village_name") == "ทุ่งหัวช้าง", "what was typed stays"
    assert text(sitting, 0, "moo") == "3"
    assert not screen.saver.busy
    filled = ("org_ref", "applicant_name", "tambon_code", "moo", "village_name")
    then = [text(sitting, 0, path) for path in filled]
    screen.sheet.undo()
    assert [text(sitting, 0, path) for path in filled] == ["", "", "", "", "ทุ่งหัวช้าง"], (
        "with the choice goes what it filled"
    )
    screen.sheet.redo()
    assert [text(sitting, 0, path) for path in filled] == then
    screen.leave()
    sitting.idle()
    kept = content_of(sitting, ref)
    assert (kept["applicant_name"], kept["moo"]) == (NAME, 3)


def test_a_choice_taken_back_before_the_store_has_filled_leaves_nothing(sitting: Sitting) -> None:
    workplace = sitting.workplace
    group = {"org_kind": "group", "name_th": NAME, "tambon_code": "500701", "moo": 3, "village_name": "หนองหอย"}
    chosen = add_register(workplace, "organization", "organization", group)
    ref = workplace.do(save_entry, EntryRef(EntityKey("applicant"), KEY), {"std_type": "group"}).ref
    sitting.idle()
    sitting.open(KEY, "grid")
    screen = grid(sitting)
    screen.view.grid.put({0: {"org_ref": str(chosen.record_id)}})
    screen.saver.flush()
    screen.sheet.undo()  # the save is on its way
    sitting.idle()
    assert (content_of(sitting, ref)["applicant_name"], text(sitting, 0, "applicant_name")) == (NAME, "")
    screen.saver.flush()
    paths = ("org_ref", "applicant_name", "moo", "village_name")
    sitting.qtbot.waitUntil(lambda: not any(content_of(sitting, ref).get(path) for path in paths))


@pytest.fixture
def district(qtbot: QtBot, clock: FixedClock, tmp_path: Path):
    begun = Sitting(qtbot, enrolled_office(tmp_path, clock))
    yield begun
    begun.end()


def test_only_entries_that_a_field_may_name_are_offered(district: Sitting) -> None:
    """Evaluations are of active ผู้นำ อช.; one who has since ended is still called by name where chosen before."""
    workplace = district.workplace
    people = {
        "สมหมาย": {"leader_types": ["leader_volunteer"], "status": "active"},
        "มานี": {"leader_types": ["kamnan"], "status": "active"},
        "ปิติ": {"leader_types": ["leader_volunteer"], "status": "resigned"},
    }
    for name, rest in people.items():
        add_register(workplace, "leader", "leader", {"title": "mr", "first_name": name, "last_name": "ใจดี", **rest})
    district.open(key_of("leader_evaluation", "2561-r1"))
    field = workplace.catalogue.newest("leader_evaluation").entity("evaluation").field("leader_ref")
    known = district.entry.panel.around.suggestions(field)
    assert sorted(one.text for one in known if one.offered) == ["นายสมหมาย  ใจดี"]
    box = make_editor(field, field.key, district.entry.panel.around, district.window).box
    assert box.suggestion_for("ปิติ") is None
    assert box.suggestion_for("สมหมาย") is not None
    ended = next(one.value for one in known if "ปิติ" in one.text)
    assert box.text_of(ended) == "นายปิติ  ใจดี"
