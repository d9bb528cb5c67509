"""The entry screen through its real widgets, on a real encrypted store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Office, Sitting, add_groups, add_register, enrolled_office, key_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import RAW, REASON
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.left_at import Spot, read_left
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef, EntrySheet, ItemStatus
from cdd_desktop.paths import profile
from cdd_desktop.ui.entry.autosave import SaveState
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.theme import Tone

Q1, Q2 = key_of("saving_group", "2561-q1"), key_of("saving_group", "2561-q2")
QUARTER = {
    "members_male": 82,
    "members_female": 125,
    "saving_balance": 128_430_000,
    "cash_bank": 20_133_000,
    "borrowers": 44,
    "loan_outstanding": 100_000_000,
    "overdue_borrowers": 0,
    "overdue_amount": 0,
}
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An enrolled office with three savings groups; the first has figures of the quarter before."""
    folder = tmp_path_factory.mktemp("office")
    workplace = enrolled_office(folder, FixedClock(DEMO_NOW)).work_as()
    groups = add_groups(workplace)
    workplace.do(save_entry, EntryRef(EntityKey("quarter"), Q1, None, groups[0].record_id), QUARTER)
    workplace.close()
    return folder


@pytest.fixture
def office(template: Path, tmp_path: Path, clock: FixedClock) -> Office:
    shutil.copytree(template, tmp_path / "data")
    return Office(profile("test", tmp_path / "data"), clock)


@pytest.fixture
def sitting(qtbot: QtBot, office: Office) -> Iterator[Sitting]:
    sitting = Sitting(qtbot, office)
    sitting.open(Q2)
    yield sitting
    sitting.end()


def stored(sitting: Sitting) -> EntrySheet:
    assert sitting.entry.autosave is not None
    return sitting.workplace.read(read_entry, sitting.entry.autosave.ref)


def note(sitting: Sitting, path: str) -> tuple[str, Tone | None]:
    assert sitting.entry.panel.form is not None
    found = sitting.entry.panel.form.boxes[path].note
    return (found.text, found.tone) if found else ("", None)


def test_opens_first_entry_with_last_period_beside_the_boxes(sitting: Sitting) -> None:
    form = sitting.entry.panel.form
    assert form is not None
    assert sitting.entry.draft is not None
    assert sitting.entry.draft.sheet.title.startswith("ออมทรัพย์")
    assert form.boxes["members_male"].previous.full_text() == "งวดก่อน 82"
    assert form.boxes["saving_balance"].previous.full_text() == "งวดก่อน 1,284,300.00"
    assert not form.boxes["group_ref"].isVisible()
    assert sitting.entry.list.left.text() == "เหลือ 3"


def test_the_change_since_last_period_is_said_while_typing(sitting: Sitting) -> None:
    form = sitting.entry.panel.form
    assert form is not None
    sitting.go_to("members_male")
    sitting.keys("8")
    assert note(sitting, "members_male")[0] == "−90.2% จากงวดก่อน"
    sitting.keys("6")
    assert note(sitting, "members_male")[0] == "+4.9% จากงวดก่อน"
    QApplication.focusWidget().selectAll()
    sitting.keys("82")
    assert note(sitting, "members_male") == ("", None)
    QApplication.focusWidget().selectAll()
    sitting.keys("1640")
    assert note(sitting, "members_male")[0] == "20 เท่าของงวดก่อน"
    before = form.boxes["remark"].y()
    sitting.type_into("borrowers", "45")
    QApplication.processEvents()
    assert form.boxes["remark"].y() == before
    assert note(sitting, "borrowers")[0] == "+2.3% จากงวดก่อน"


def test_undo_and_redo_over_the_rows_of_a_table(sitting: Sitting) -> None:
    window = next(one for one in sitting.workplace.calendar.windows(2561) if one.dataset == "fund_institute")
    key = key_of("fund_institute", window.period)
    institute = add_register(sitting.workplace, "fund_institute", "institute", {"name_th": "สถาบันการเงินริมใต้"})
    ref = EntryRef(EntityKey("year"), key, None, institute.record_id)
    sitting.open(EntryTarget(key, ref))
    form, draft = sitting.entry.panel.form, sitting.entry.draft
    assert form is not None
    assert draft is not None
    table = form.tables["member_funds"]
    table.add.click()
    path = next(path for path in table.editors if path.endswith("fund_name"))
    sitting.type_into(path, "กองทุนหมู่บ้านริมใต้")
    row = path.rpartition("/")[0]
    whole = dict(draft.content)
    table.findChild(type(table.add), "remove").click()
    assert row not in draft.content
    sitting.saved()
    sitting.go_to("data_as_of")
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert draft.content == whole
    sitting.press(Qt.Key.Key_Z, CONTROL)
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert row not in draft.content
    for _ in range(2):
        sitting.press(Qt.Key.Key_Y, CONTROL)
    assert draft.content == whole
    sitting.saved()
    assert stored(sitting).record.content == whole


def test_looking_at_an_entry_makes_no_record(sitting: Sitting) -> None:
    sitting.press(Qt.Key.Key_PageDown, CONTROL)
    sitting.idle()
    sitting.entry.leave()
    sitting.idle()
    assert all(item.record_id is None for item in sitting.entry.worklist.items)


def test_saves_half_a_second_after_typing_stops(sitting: Sitting) -> None:
    sitting.go_to("members_male")
    sitting.keys("๘๔")
    autosave = sitting.entry.autosave
    assert autosave is not None
    with sitting.qtbot.waitSignal(autosave.settled, timeout=3000):
        pass
    assert stored(sitting).record.content["members_male"] == 84
    assert autosave.state is SaveState.SAVED
    assert sitting.entry.panel.saved.full_text().startswith("บันทึกในเครื่องแล้ว")


def test_leaving_a_box_saves_at_once(sitting: Sitting) -> None:
    sitting.type_into("saving_balance", "๖๑๒,๔๕๐.๕๐")
    sitting.idle()
    assert stored(sitting).record.content["saving_balance"] == 61_245_050
    box = sitting.entry.panel.form.boxes["saving_balance"].editor.first_box()
    assert isinstance(box, QLineEdit)
    assert box.text() == "612,450.50"


def test_invalid_text_is_kept_shown_and_marked(sitting: Sitting) -> None:
    sitting.type_into("borrowers", "12x")
    sitting.saved()
    content = stored(sitting).record.content
    assert content[RAW + "borrowers"] == "12x"
    assert "borrowers" not in content
    assert note(sitting, "borrowers")[1] is Tone.BAD
    sitting.open(Q2)
    sitting.type_into("borrowers", "12")
    sitting.saved()
    assert stored(sitting).record.content["borrowers"] == 12
    assert RAW + "borrowers" not in stored(sitting).record.content


def test_a_value_that_is_not_finished_is_not_held_against_the_typist(sitting: Sitting) -> None:
    sitting.go_to("data_as_of")
    QApplication.focusWidget().selectAll()
    sitting.keys("28/")
    assert note(sitting, "data_as_of")[1] is None
    sitting.leave_box()
    assert note(sitting, "data_as_of")[1] is Tone.BAD


def test_a_warning_wants_a_reason_and_loses_it_when_the_figure_changes(sitting: Sitting) -> None:
    sitting.type_into("saving_balance", "612450")
    form = sitting.entry.panel.form
    assert form is not None
    assert note(sitting, "saving_balance")[1] is Tone.WARN
    strip = form.strips.by_path[REASON + "r6_prev_saving"]
    strip.box.setFocus()
    sitting.keys("ถอนเงินปิดบัญชี 14 ราย")
    sitting.saved()
    assert stored(sitting).record.content[REASON + "r6_prev_saving"] == "ถอนเงินปิดบัญชี 14 ราย"
    assert note(sitting, "saving_balance")[1] is Tone.MUTED
    sitting.type_into("saving_balance", "612451")
    sitting.saved()
    assert REASON + "r6_prev_saving" not in stored(sitting).record.content


def test_the_layout_keeps_its_place_when_a_one_line_message_comes(sitting: Sitting) -> None:
    form = sitting.entry.panel.form
    assert form is not None
    sitting.go_to("borrowers")
    QApplication.processEvents()
    before = form.boxes["remark"].y()
    sitting.keys("9999999999")
    sitting.leave_box()
    QApplication.processEvents()
    sitting.type_into("borrowers", "")
    QApplication.processEvents()
    assert note(sitting, "borrowers")[0]
    assert form.boxes["remark"].y() == before


def test_undo_and_redo_over_fields(sitting: Sitting) -> None:
    sitting.type_into("members_male", "84")
    sitting.type_into("members_female", "127")
    sitting.press(Qt.Key.Key_Z, CONTROL)
    draft = sitting.entry.draft
    assert draft is not None
    assert "members_female" not in draft.content
    assert draft.content["members_male"] == 84
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert "members_male" not in draft.content
    sitting.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    sitting.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert (draft.content["members_male"], draft.content["members_female"]) == (84, 127)
    sitting.saved()
    assert stored(sitting).values["members_total"] == 211


def test_a_whole_quarter_by_keyboard_alone(sitting: Sitting) -> None:
    typed = {
        "data_as_of": "28/2/2561",
        "members_male": "84",
        "members_female": "127",
        "saving_balance": "1285000",
        "cash_bank": "201000",
        "borrowers": "44",
        "loan_outstanding": "1000000",
        "overdue_borrowers": "0",
        "overdue_amount": "0",
    }
    form, seen = sitting.entry.panel.form, []
    assert form is not None
    form.go_to_first()
    for _ in range(40):
        key = form.current_key()
        if not key or key in seen:
            break
        seen.append(key)
        if key in typed:
            QApplication.focusWidget().selectAll()
            sitting.keys(typed[key])
        sitting.press(Qt.Key.Key_Tab if key in ("problem_th", "remark") else Qt.Key.Key_Return)
    assert set(typed) <= set(seen)
    first = sitting.entry.draft
    assert first is not None
    assert not first.stops
    sitting.press(Qt.Key.Key_Return, CONTROL)
    sitting.saved()
    assert sitting.entry.draft is not first
    statuses = [item.status for item in sitting.entry.worklist.items]
    assert statuses.count(ItemStatus.COMPLETE) == 1
    assert sitting.entry.list.left.text() == "เหลือ 2"


def test_not_received_with_a_reason_and_back(sitting: Sitting) -> None:
    sitting.answer("ผู้รับผิดชอบยังไม่ส่งข้อมูล")
    first = sitting.entry.draft.sheet.ref.register_id
    sitting.entry.panel.acted.emit("not-received")
    sitting.saved()
    marked = next(item for item in sitting.entry.worklist.items if item.register_id == first)
    assert marked.status is ItemStatus.NOT_RECEIVED
    sitting.entry.open_item(marked)
    sitting.idle()
    assert "ผู้รับผิดชอบยังไม่ส่งข้อมูล" in sitting.entry.panel.banner.text()
    sitting.entry.panel.acted.emit("received-after-all")
    sitting.saved()
    again = next(item for item in sitting.entry.worklist.items if item.register_id == first)
    assert again.status is not ItemStatus.NOT_RECEIVED


def test_adding_and_deleting_a_register_entry(sitting: Sitting) -> None:
    sitting.entry.add("group")
    sitting.idle()
    sitting.type_into("name_th", "ออมทรัพย์บ้านใหม่")
    sitting.saved()
    assert len(sitting.entry.worklist.register_items) == 4
    sitting.answer(True)
    sitting.entry.panel.acted.emit("delete")
    sitting.saved()
    assert len(sitting.entry.worklist.register_items) == 3


def test_a_target_opens_the_field_and_names_what_is_missing(sitting: Sitting) -> None:
    item = sitting.entry.worklist.items[1]
    ref = EntryRef(item.entity, Q2, item.record_id, item.register_id)
    sitting.open(EntryTarget(Q2, ref, "cash_bank"))
    assert sitting.entry.panel.form.current_key() == "cash_bank"
    assert note(sitting, "cash_bank")[1] is Tone.BAD
    assert note(sitting, "borrowers")[1] is Tone.BAD


def test_a_refused_save_is_told_and_kept(sitting: Sitting) -> None:
    """The head's machine took the report away meanwhile: what was typed stays on screen and says it is not saved."""
    for item in sitting.entry.worklist.items:
        ref = EntryRef(item.entity, Q2, item.record_id, item.register_id)
        sitting.workplace.do(save_entry, ref, {**QUARTER, "data_as_of": "2018-02-28", "members_male": 83})
    sitting.idle()
    sitting.open(Q2)
    sitting.go_to("members_male")
    sitting.workplace.do(move_submission, Q2, MoveKind.PROPOSE)
    QApplication.focusWidget().selectAll()
    sitting.keys("90")
    sitting.leave_box()
    sitting.idle()
    autosave = sitting.entry.autosave
    assert autosave is not None
    assert autosave.state is SaveState.FAILED
    assert sitting.entry.draft.content["members_male"] == 90
    assert "ยังบันทึกไม่ได้" in sitting.entry.panel.saved.full_text()


def test_where_typing_stopped_is_remembered_and_not_offered_when_it_is_locked(sitting: Sitting) -> None:
    for item in sitting.entry.worklist.items:
        ref = EntryRef(item.entity, Q2, item.record_id, item.register_id)
        sitting.workplace.do(save_entry, ref, {**QUARTER, "data_as_of": "2018-02-28", "members_male": 83})
    sitting.idle()
    sitting.open(Q2)
    sitting.go_to("members_male")
    QApplication.focusWidget().selectAll()
    sitting.keys("84")
    sitting.press(Qt.Key.Key_Left)
    sitting.entry.leave()
    sitting.idle()
    left = sitting.workplace.read(read_left)
    assert left is not None
    assert left.spot == Spot("members_male", 1, "84")
    sitting.leave_box()
    sitting.saved()
    left = sitting.workplace.read(read_left)
    assert left is not None
    assert left.spot.path == "members_female"  # also a box that was only gone to
    sitting.workplace.do(move_submission, Q2, MoveKind.PROPOSE)
    assert sitting.workplace.read(read_left) is None


def test_a_record_left_before_its_save_failed_comes_back(sitting: Sitting) -> None:
    for item in sitting.entry.worklist.items:
        ref = EntryRef(item.entity, Q2, item.record_id, item.register_id)
        sitting.workplace.do(save_entry, ref, {**QUARTER, "data_as_of": "2018-02-28", "members_male": 83})
    sitting.idle()
    sitting.open(Q2)
    first = sitting.entry.draft
    shown = sitting.answer(None)
    sitting.go_to("members_male")
    sitting.workplace.do(move_submission, Q2, MoveKind.PROPOSE)
    QApplication.focusWidget().selectAll()
    sitting.keys("90")
    sitting.press(Qt.Key.Key_PageDown, CONTROL)
    sitting.idle()
    assert sitting.entry.draft is first
    assert first.content["members_male"] == 90
    assert shown


def test_search_finds_part_of_a_thai_name(sitting: Sitting) -> None:
    sitting.press(Qt.Key.Key_F, CONTROL)
    assert sitting.entry.list.search.hasFocus()
    sitting.keys("หัวช้าง")
    assert sitting.entry.list.shown.rowCount() == 1
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()
    assert "ทุ่งหัวช้าง" in sitting.entry.draft.sheet.title


def test_narrow_window_shows_list_and_form_one_after_the_other(sitting: Sitting) -> None:
    sitting.window.resize(911, 465)
    QApplication.processEvents()
    assert sitting.entry.panel.isVisible()
    assert not sitting.entry.list.isVisible()
    sitting.entry.to_list.click()
    assert sitting.entry.list.isVisible()
    assert not sitting.entry.panel.isVisible()
