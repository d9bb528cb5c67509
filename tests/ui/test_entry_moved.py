"""The form of an entry that is open comes in a newer version: the person reads what moved and what has no box."""

from __future__ import annotations

import json
from pathlib import Path

from entry_office import Sitting, add_register, enrolled_office, key_of
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.move_to_form import move_to_newer_forms
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.paths import resources
from cdd_desktop.store.rows import PublishedRow
from cdd_desktop.ui.entry_target import EntryTarget


def newer_form() -> str:
    """The savings groups' form with another key for the chair and without the phone."""
    text = (resources() / "definitions" / "saving_group-1.json").read_text(encoding="utf-8")
    form = json.loads(text.replace('"chair_name"', '"leader_name"'))
    group = next(entity for entity in form["entities"] if entity["key"] == "group")
    group["fields"] = [one for one in group["fields"] if one["key"] != "chair_phone"]
    leader = next(one for one in group["fields"] if one["key"] == "leader_name")
    leader["label_th"], leader["label_en"] = "ชื่อผู้นำกลุ่ม", "Leader"
    form["rules"] = [rule for rule in form["rules"] if "chair_phone" not in json.dumps(rule)]
    form["version"] = 2
    form["migrate"] = [
        {"do": "rename", "entity": "group", "field": "chair_name", "to": ["leader_name"]},
        {"do": "keep", "entity": "group", "field": "chair_phone"},
    ]
    return json.dumps(form, ensure_ascii=False)


def publish(work: Work) -> Changes:
    work.session.add(PublishedRow(kind="definition", name="saving_group/2", text=newer_form(), arrived_at=work.now))
    return Changes(definitions=True)


def test_the_person_reads_what_moved_and_what_the_new_form_has_no_box_for(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    office = enrolled_office(tmp_path, clock)
    workplace = office.work_as()
    content = {"name_th": "ออมทรัพย์บ้านตัวอย่าง", "chair_name": "บัวผัน ตัวอย่าง", "chair_phone": "0812345678"}
    ref = add_register(workplace, "saving_group", "group", content)
    workplace.close()
    sitting = Sitting(qtbot, office)
    try:
        sitting.open(EntryTarget(key_of("saving_group", "2561-q2"), ref))
        assert not sitting.entry.panel.moved.isVisible()
        sitting.workplace.do(publish)
        sitting.workplace.do(move_to_newer_forms)
        sitting.idle()
        qtbot.waitUntil(sitting.entry.panel.moved.isVisible)
        form = sitting.entry.panel.form
        assert form is not None
        said = sitting.entry.panel.moved.text().splitlines()
        assert said[0].startswith("แบบบันทึกเป็นรุ่นใหม่แล้ว (จากรุ่น 1 เป็นรุ่น 2)")
        assert said[1].endswith("เปลี่ยนเป็น ชื่อผู้นำกลุ่ม")
        assert said[3].endswith(": 081-234-5678")
        sitting.type_into("leader_name", "บัวผัน ดีตัวอย่าง")
        sitting.saved()
        assert sitting.entry.panel.moved.text().splitlines() == said[2:]
    finally:
        sitting.end()
