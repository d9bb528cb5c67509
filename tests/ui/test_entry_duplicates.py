"""The same thing entered twice: noticed while typing, shown side by side, made one and taken apart, or kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from entry_office import GROUP_NAMES, Office, Sitting, add_groups, add_register, enrolled_office, key_of
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import REASON, Content
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.cel_rules import SAME_ENTRY
from cdd_desktop.forms.keys import MERGED
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.duplicates import merge_again, merge_entries, part_entries
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.read_worklist import read_registers, read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef, EntrySheet
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.samples.people import citizen_id
from cdd_desktop.store.rows import AuditRow, RecordRow
from cdd_desktop.ui.entry.duplicate import DuplicateDialog
from cdd_desktop.ui.entry_target import EntryTarget

Q2 = key_of("saving_group", "2561-q2")
LEADERS = key_of("leader", "2561-r1")
CID = citizen_id(4242)
PERSON = {"title": "mr", "first_name": "สมชาย", "last_name": "ใจดี", "citizen_id": CID, "status": "active"}


@pytest.fixture
def office(tmp_path: Path, clock: FixedClock) -> Office:
    return enrolled_office(tmp_path, clock)


@pytest.fixture
def desk(office: Office) -> Iterator[Workplace]:
    workplace = office.work_as()
    yield workplace
    workplace.close()


def sheet(desk: Workplace, ref: EntryRef) -> EntrySheet:
    return desk.read(read_entry, EntryRef(ref.entity, None, ref.record_id))


def content(desk: Workplace, ref: EntryRef) -> Content:
    return sheet(desk, ref).record.content


def twins(desk: Workplace) -> tuple[EntryRef, EntryRef]:
    """The first group, entered again with other spaces, a phone the first has not, and figures of the quarter."""
    first = add_groups(desk)[0]
    desk.do(save_entry, first, {"chair_phone": None})
    again = {
        **content(desk, first),
        "name_th": " " + GROUP_NAMES[0].replace("บ้าน", " บ้าน"),
        "chair_phone": "0899999999",
    }
    second = add_register(desk, "saving_group", "group", again)
    desk.do(save_entry, EntryRef(EntityKey("quarter"), Q2, None, second.record_id), {"members_male": 82})
    return first, second


def received(desk: Workplace, *refs: EntryRef) -> None:
    with desk.store.write() as session:
        session.execute(update(RecordRow).where(RecordRow.id.in_([ref.record_id for ref in refs])).values(rev=3))


def test_twins_are_told_to_the_form(desk: Workplace) -> None:
    first, second = twins(desk)
    assert sheet(desk, first).twins == ((second.record_id, sheet(desk, second).title),)
    assert sheet(desk, second).twins[0][0] == first.record_id


def test_a_draft_vanishes_and_references_follow_and_all_of_it_comes_back(desk: Workplace) -> None:
    first, second = twins(desk)
    before = {ref.record_id: content(desk, ref) for ref in (first, second)}
    where = EntryRef(EntityKey("group"), Q2, first.record_id)
    merged = desk.do(merge_entries, where, str(second.record_id), {"chair_phone": "0899999999"})
    assert merged.vanished
    assert content(desk, first)["chair_phone"] == "0899999999"
    items = desk.read(read_worklist, Q2).items
    assert [item.register_id for item in items if item.record_id] == [first.record_id]
    assert len(desk.read(read_registers, "saving_group")) == len(GROUP_NAMES)
    assert not sheet(desk, first).twins
    desk.do(part_entries, merged)
    assert {ref.record_id: content(desk, ref) for ref in (first, second)} == before
    items = desk.read(read_worklist, Q2).items
    assert [item.register_id for item in items if item.record_id] == [second.record_id]
    assert sheet(desk, first).twins
    again = desk.do(merge_again, merged)
    assert again.vanished
    with desk.store.read() as session:
        assert session.scalars(select(AuditRow.action).where(AuditRow.action.in_(("merged", "parted")))).all() == [
            "merged",
            "parted",
            "merged",
        ]


def test_an_entry_central_has_is_ended_and_no_twin_any_more(desk: Workplace) -> None:
    first, second = twins(desk)
    received(desk, first, second)
    merged = desk.do(merge_entries, first, str(second.record_id), {})
    assert not merged.vanished
    gone = content(desk, second)
    assert (gone["status"], gone[MERGED]) == ("dissolved", GROUP_NAMES[0])
    assert not sheet(desk, first).twins
    desk.do(part_entries, merged)
    assert content(desk, second)["status"] == "active"
    assert sheet(desk, first).twins


def test_the_same_sales_entered_twice_are_made_one(desk: Workplace) -> None:
    producer = add_register(desk, "otop_sales", "producer", {"name_th": "กลุ่มทอผ้า", "tambon_code": "500701"})
    key = key_of("otop_sales", "2561-m02")
    sale = {"source_kind": "producer", "category": "textile", "sales_total": 1_000_000}
    first, second = (
        desk.do(save_entry, EntryRef(EntityKey("sale"), key, None, producer.record_id), sale).ref for _ in range(2)
    )
    received(desk, first, second)
    assert sheet(desk, first).twins[0][0] == second.record_id
    merged = desk.do(merge_entries, EntryRef(EntityKey("sale"), key, first.record_id), str(second.record_id), {})
    assert merged.vanished
    assert [item.record_id for item in desk.read(read_worklist, key).items] == [first.record_id]
    desk.do(part_entries, merged)
    assert len(desk.read(read_worklist, key).items) == 2
    assert content(desk, second)["sales_total"] == 1_000_000


@pytest.mark.parametrize("dataset", ["poverty_fund", "mother_fund_health"])
def test_a_village_fund_entered_twice_is_known_by_its_village(desk: Workplace, dataset: str) -> None:
    village = {"tambon_code": "500701", "moo": 3, "village_name": "บ้านริมน้ำ"}
    others = ({**village, "village_name": " บ้าน ริมน้ำ"}, {**village, "moo": 4})
    first, again, beyond = (add_register(desk, dataset, "fund", one) for one in (village, *others))
    assert [twin[0] for twin in sheet(desk, first).twins] == [again.record_id]
    assert sheet(desk, beyond).twins == ()
    desk.do(merge_entries, first, str(again.record_id), {})
    assert sheet(desk, first).twins == ()
    assert {item.record_id for item in desk.read(read_registers, dataset)} == {first.record_id, beyond.record_id}


def test_two_that_both_have_figures_of_a_period_are_not_merged_and_nothing_is_half_done(desk: Workplace) -> None:
    first, second = twins(desk)
    desk.do(save_entry, EntryRef(EntityKey("quarter"), Q2, None, first.record_id), {"members_male": 5})
    before = content(desk, second)
    with pytest.raises(RefusedError) as refused:
        desk.do(merge_entries, first, str(second.record_id), {"chair_phone": "0811111111"})
    assert refused.value.code == "merge-both-reported"
    assert content(desk, second) == before
    assert "chair_phone" not in content(desk, first)
    with pytest.raises(RefusedError) as refused:
        desk.do(merge_entries, first, str(first.record_id), {})
    assert refused.value.code == "merge-not-alike"


def test_merging_clears_the_error_of_one_citizen_id_for_two_people(desk: Workplace) -> None:
    first = add_register(desk, "leader", "leader", PERSON)
    second = add_register(desk, "leader", "leader", {**PERSON, "first_name": "สมชัย"})
    received(desk, first, second)
    assert any(issue.rule == "r3_cid_unique" for issue in sheet(desk, first).issues)
    where = EntryRef(EntityKey("leader"), LEADERS, first.record_id)
    desk.do(merge_entries, where, str(second.record_id), {})
    assert not any(issue.rule == "r3_cid_unique" for issue in sheet(desk, first).issues)
    assert not any(issue.rule == "r3_cid_unique" for issue in desk.read(check_submission, LEADERS).blocking)


def test_a_written_reason_keeps_two_organisations_of_one_name(desk: Workplace) -> None:
    key = key_of("organization", "2561-r1")
    group = {"org_kind": "group", "name_th": "กลุ่มทอผ้า", "tambon_code": "500701", "moo": 3, "status": "active"}
    refs = [add_register(desk, "organization", "organization", group) for _ in range(2)]

    def open_twins() -> int:
        return sum(issue.rule == "r5_dup" and issue.open for issue in desk.read(check_submission, key).blocking)

    assert open_twins() == 2
    for ref in refs:
        desk.do(save_entry, ref, {REASON + "r5_dup": "คนละกลุ่ม แยกกันเมื่อปี 2558"})
    assert open_twins() == 0
    desk.do(save_entry, refs[0], {"name_th": "กลุ่มทอผ้าฝ้าย"})
    desk.do(save_entry, refs[0], {"name_th": "กลุ่มทอผ้า"})
    assert REASON + "r5_dup" not in content(desk, refs[0])
    assert open_twins() == 1


@pytest.fixture
def sitting(qtbot: QtBot, office: Office) -> Iterator[Sitting]:
    workplace = office.work_as()
    add_groups(workplace)
    workplace.close()
    begun = Sitting(qtbot, office)
    begun.open(Q2)
    begun.entry.add("group")
    begun.idle()
    begun.type_into("name_th", GROUP_NAMES[0])
    begun.type_into("tambon_code", "ดอนแก้ว")
    yield begun
    begun.end()


def type_twin(sitting: Sitting) -> None:
    """The rest of what makes the new group the same as the first one of the register."""
    first = sitting.workplace.read(read_registers, "saving_group")[0]
    tambon = sitting.workplace.geography.tambon(first.place[0]).name_th
    sitting.type_into("name_th", first.title)
    sitting.type_into("tambon_code", tambon)
    sitting.type_into("moo", str(first.place[1]))
    sitting.saved()
    sitting.saved()


def test_noticed_while_typing_merged_in_the_dialog_and_undone(sitting: Sitting) -> None:
    assert not sitting.entry.panel.twins.isVisible()
    type_twin(sitting)
    banner = sitting.entry.panel.twins
    assert banner.isVisible()
    assert "อาจซ้ำ" in banner.text()
    sitting.type_into("chair_name", "นายคนใหม่ ตัวอย่าง")
    sitting.saved()
    new = sitting.entry.autosave.ref.record_id
    banner.compare.click()
    sitting.idle()
    dialog = sitting.entry.findChild(DuplicateDialog)
    dialog.heads[1].click()
    assert dialog.cells["chair_name", 1].isChecked()
    dialog.cells["chair_name", 0].click()
    dialog.merge.click()
    sitting.saved()
    stays = sitting.entry.draft.sheet.record
    assert stays.id != new
    assert stays.content["chair_name"] == "นายคนใหม่ ตัวอย่าง"
    assert "รวมเป็นรายการเดียวแล้ว" in sitting.entry.keys.said.text()
    assert len(sitting.entry.worklist.register_items) == len(GROUP_NAMES)
    assert not sitting.entry.panel.twins.isVisible()
    sitting.entry.keys.undo()
    sitting.saved()
    assert len(sitting.entry.worklist.register_items) == len(GROUP_NAMES) + 1
    assert sitting.entry.draft.content["chair_name"] != "นายคนใหม่ ตัวอย่าง"
    sitting.entry.keys.redo()
    sitting.saved()
    assert len(sitting.entry.worklist.register_items) == len(GROUP_NAMES)


def test_both_are_kept_with_a_reason_that_goes_when_the_name_changes(sitting: Sitting) -> None:
    type_twin(sitting)
    sitting.answer("กลุ่มใหม่ แยกตัวจากกลุ่มเดิม")
    sitting.entry.panel.twins.compare.click()
    sitting.idle()
    dialog = sitting.entry.findChild(DuplicateDialog)
    assert dialog.keep.isVisible()
    dialog.keep.click()
    sitting.saved()
    assert sitting.entry.draft.content[REASON + SAME_ENTRY] == "กลุ่มใหม่ แยกตัวจากกลุ่มเดิม"
    assert "เก็บไว้คู่กับ" in sitting.entry.panel.twins.text()
    sitting.window.activateWindow()
    sitting.qtbot.waitUntil(lambda: QApplication.activeWindow() is sitting.window)
    sitting.type_into("moo", "9")
    sitting.saved()
    assert REASON + SAME_ENTRY not in sitting.entry.draft.content


def test_of_one_citizen_id_two_people_are_not_kept(qtbot: QtBot, office: Office) -> None:
    workplace = office.work_as()
    add_register(workplace, "leader", "leader", PERSON)
    second = add_register(workplace, "leader", "leader", {**PERSON, "first_name": "สมชัย"})
    workplace.close()
    sitting = Sitting(qtbot, office)
    sitting.open(EntryTarget(LEADERS, EntryRef(EntityKey("leader"), LEADERS, second.record_id)))
    sitting.entry.panel.twins.compare.click()
    sitting.idle()
    dialog = sitting.entry.findChild(DuplicateDialog)
    assert not dialog.keep.isVisible()
    assert CID not in "".join(label.text() for label in dialog.findChildren(type(sitting.entry.panel.title)))
    dialog.cancel.click()
    sitting.end()
