"""Choosing a register entry in a form fills the boxes that are still empty; all of it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from entry_office import Sitting, add_register, enrolled_office, key_of
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.ui.entry_target import EntryTarget

KEY = key_of("cd_standard", "2561-applicants", "50")
NAME = "กลุ่มทอผ้าบ้านหนองหอย"


@pytest.fixture
def sitting(qtbot: QtBot, clock: FixedClock, tmp_path: Path):
    begun = Sitting(qtbot, enrolled_office(tmp_path, clock, unit="50"))
    yield begun
    begun.end()


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
    while draft.content.get("org_ref") is not None:
        assert draft.undo_stack.canUndo()
        draft.undo()
    assert draft.content.get("applicant_name") is None
    assert draft.content.get("village_name") == "ทุ่งหัวช้าง"
