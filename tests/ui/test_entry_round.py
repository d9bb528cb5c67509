"""The September round of leaders: each entry confirmed, changed or ended by one key, many at once, and taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import HEAD, Office, Sitting, add_register, enrolled_office, key_of
from printed import make, said
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import MARK, REASON, MarkState
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.mark_many import confirm_many, lay_marks
from cdd_desktop.operations.move_submission import explain_group, move_submission
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import Changes, EntryRef, ItemStatus
from cdd_desktop.paths import profile
from cdd_desktop.samples.office import SampleOffice, Sizes
from cdd_desktop.ui.entry.ending import EndDialog
from cdd_desktop.ui.entry.history import HistoryDialog
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.reason_words import mark_reason
from cdd_desktop.ui.widgets import Label
from cdd_desktop.ui.words import Words
from cdd_desktop.ui.worklist.model import ROW

BEFORE, NOW = key_of("leader", "2561-r1"), key_of("leader", "2562-r1")
SEPTEMBER_2018 = datetime(2018, 9, 10, 2, 0, tzinfo=timezone.utc)
SEPTEMBER_2019 = SEPTEMBER_2018 + timedelta(days=365)
LEADERS = 6
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that certified six leaders in September 2561; in May 2562 the phone of the last one changed."""
    folder = tmp_path_factory.mktemp("office")
    enrolled_office(folder, FixedClock(DEMO_NOW))
    place = profile("test", folder)
    officer = Office(place, FixedClock(SEPTEMBER_2018)).work_as()
    sizes = Sizes(leaders=LEADERS, villages_per_tambon=1)
    sample = SampleOffice(officer.unit, sizes, seed=3, catalogue=officer.catalogue, geography=officer.geography)
    for record in sample.register("leader"):
        content = {path: value for path, value in record.content.items() if not path.startswith("term_")}
        add_register(officer, "leader", "leader", {**content, "leader_types": ["sage"]})
    assert officer.do(confirm_many, BEFORE).count == LEADERS
    for issue in officer.read(check_submission, BEFORE).blocking:
        officer.do(explain_group, BEFORE, issue.rule, issue.group, "สำรวจแล้ว")
    officer.do(move_submission, BEFORE, MoveKind.PROPOSE)
    officer.close()
    head = Office(place, FixedClock(SEPTEMBER_2018)).work_as(HEAD)
    head.do(move_submission, BEFORE, MoveKind.CERTIFY)
    head.close()
    later = Office(place, FixedClock(SEPTEMBER_2019 - timedelta(days=120))).work_as()
    last = later.read(read_worklist, NOW).items[-1]
    later.do(save_entry, EntryRef(last.entity, None, last.record_id), {"phone": "0899999999"})
    later.close()
    return folder


@pytest.fixture
def sitting(qtbot: QtBot, template: Path, tmp_path: Path) -> Iterator[Sitting]:
    shutil.copytree(template, tmp_path / "data")
    sitting = Sitting(qtbot, Office(profile("test", tmp_path / "data"), FixedClock(SEPTEMBER_2019)))
    sitting.open(NOW)
    yield sitting
    sitting.end()


def statuses(sitting: Sitting) -> list[ItemStatus]:
    return [item.status for item in sitting.workplace.read(read_worklist, NOW).items]


def press(sitting: Sitting, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    sitting.press(key, modifier)
    sitting.idle()


def test_last_years_entries_stand_there_and_one_key_deals_with_each(sitting: Sitting) -> None:
    entry = sitting.entry
    assert statuses(sitting) == [ItemStatus.TODO] * LEADERS
    assert entry.list.bar.keys.full_text() == "F8 ยืนยัน · F9 แก้ไข · F10 สิ้นสุด"
    first = entry.draft
    press(sitting, Qt.Key.Key_F8)
    assert entry.draft is not first
    press(sitting, Qt.Key.Key_F9)
    assert entry.panel.form.current_key() != ""
    sitting.type_into("house_no", "99/9")
    press(sitting, Qt.Key.Key_F8)
    press(sitting, Qt.Key.Key_F10)
    dialog = entry.findChild(EndDialog)
    dialog.reason.setPlainText("ลาออก")
    dialog.end.click()
    sitting.saved()
    assert statuses(sitting) == [ItemStatus.CONFIRMED, ItemStatus.CHANGED, ItemStatus.ENDED] + [ItemStatus.TODO] * 3
    assert entry.list.left.text() == "เหลือ 3"
    first, second, ended, *others = [item.record_id for item in sitting.workplace.read(read_worklist, NOW).items]
    following = sitting.workplace.read(read_worklist, key_of("leader", "2563-r1")).items
    asked = {item.record_id for item in following if item.status is ItemStatus.TODO}
    assert asked == {first, second, *others}, "who has ended is not asked for again"
    assert (following[-1].record_id, following[-1].status) == (ended, ItemStatus.ENDED)


def test_what_is_left_unchanged_is_confirmed_at_once_and_taken_back(sitting: Sitting) -> None:
    entry = sitting.entry
    press(sitting, Qt.Key.Key_F8)
    sitting.saved()
    bulk = entry.list.bar.bulk
    assert bulk.text() == "ยืนยันทั้งหมดที่ไม่เปลี่ยน 5 รายการ"
    shown = sitting.answer(True)
    press(sitting, Qt.Key.Key_F8, CONTROL)
    assert "ยืนยัน 5 รายการ" in shown[0].title
    marked = [ItemStatus.CONFIRMED] * (LEADERS - 1) + [ItemStatus.CHANGED]  # the phone that changed in May
    assert statuses(sitting) == marked
    assert entry.keys.said.text() == "ยืนยันแล้ว 5 รายการ"
    sitting.saved()
    assert bulk.isHidden()
    entry.keys.back.click()
    sitting.idle()
    assert statuses(sitting) == [ItemStatus.CONFIRMED] + [ItemStatus.TODO] * (LEADERS - 1)
    press(sitting, Qt.Key.Key_Z, CONTROL)
    assert statuses(sitting) == [ItemStatus.TODO] * LEADERS
    press(sitting, Qt.Key.Key_Y, CONTROL)
    press(sitting, Qt.Key.Key_Y, CONTROL)
    assert statuses(sitting) == marked


def test_several_selected_entries_are_confirmed_together(sitting: Sitting) -> None:
    entry = sitting.entry
    view = entry.list.view
    for row in (1, 3):
        view.selectionModel().select(entry.list.shown.index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    assert entry.list.bar.bulk.text() == "ยืนยันที่เลือก 3 รายการ"  # the open one and the two
    sitting.answer(True)
    entry.list.bar.bulk.click()
    sitting.idle()
    wanted = [ItemStatus.TODO] * LEADERS
    for row in (0, 1, 3):
        wanted[row] = ItemStatus.CONFIRMED
    assert statuses(sitting) == wanted


def test_ending_is_taken_back_with_everything_it_wrote(sitting: Sitting) -> None:
    entry = sitting.entry
    ref = entry.autosave.ref
    before = dict(sitting.workplace.read(read_entry, ref).record.content)
    press(sitting, Qt.Key.Key_F10)
    dialog = entry.findChild(EndDialog)
    dialog.reason.setPlainText("ถึงแก่กรรม")
    dialog.end.click()
    sitting.saved()
    assert sitting.workplace.read(read_entry, ref).record.content["status"] != "active"
    sitting.window.activateWindow()
    sitting.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(sitting, Qt.Key.Key_Z, CONTROL)
    assert sitting.workplace.read(read_entry, ref).record.content == before
    assert entry.draft.sheet.record.id == ref.record_id  # and it is shown again
    press(sitting, Qt.Key.Key_Y, CONTROL)
    assert sitting.workplace.read(read_entry, ref).record.content[MARK + NOW.period] == "ended"


def test_a_reason_that_arrives_as_a_code_is_read_in_words(sitting: Sitting) -> None:
    """Another program may write the code of the choice; a person reads its words, on the screen and on paper."""
    ref = sitting.entry.autosave.ref
    sitting.workplace.do(mark_entry, ref, MarkState.ENDED, "resigned")
    sitting.workplace.do(save_entry, ref, {f"{REASON}same-entry": "คนละคนกัน"})
    sitting.entry.reopen(ref)
    sitting.idle()
    read = [sitting.entry.panel.banner.text()]
    press(sitting, Qt.Key.Key_H, CONTROL)
    dialog = sitting.entry.findChild(HistoryDialog)
    read.append("\n".join(label.full_text() for label in dialog.findChildren(Label)))
    dialog.accept()
    read.append(said(make(sitting.workplace, PrintRequest(PrintKind.SUBMISSION, NOW))).replace("\n", ""))
    assert all("ลาออก" in text and "resigned" not in text for text in read), read
    for text in read[1:]:
        assert "กรอกซ้ำกัน และเก็บไว้ทั้งสองรายการ" in text
        assert "same-entry" not in text
    definition, english = sitting.entry.draft.definition, Words("en", thai_digits=False)
    leader = definition.entity("leader")
    assert mark_reason(definition, leader, "ลาออก", english) == "Resigned"
    assert mark_reason(definition, leader, "ย้ายตามครอบครัว", english) == "ย้ายตามครอบครัว"


def test_many_marks_are_whole_or_not_at_all(sitting: Sitting) -> None:
    items = sitting.workplace.read(read_worklist, NOW).items
    patches = {item.record_id: {MARK + NOW.period: MarkState.CONFIRMED.value} for item in items if item.record_id}
    broken = {**patches, RecordId("01900000-0000-7000-8000-00000000dead"): {MARK + NOW.period: "confirmed"}}
    with pytest.raises(Exception, match="record-unknown"):
        sitting.workplace.do(lay_marks, NOW, broken)
    assert statuses(sitting) == [ItemStatus.TODO] * LEADERS
    first = EntryRef(EntityKey("leader"), NOW, items[0].record_id)
    sitting.workplace.do(save_entry, first, {"citizen_id": None, ":raw:citizen_id": "12"})
    sitting.idle()
    done = sitting.workplace.do(confirm_many, NOW)
    assert (done.count, done.passed) == (LEADERS - 1, 1)


def test_a_quick_typist_searches_while_marks_and_lists_are_still_on_their_way(sitting: Sitting) -> None:
    entry = sitting.entry
    other, wanted = entry.list.model.rows[-1], entry.list.model.rows[2]
    name = wanted.title.rpartition(" ")[2]
    sitting.press(Qt.Key.Key_F8)
    sitting.press(Qt.Key.Key_F, CONTROL)  # before the mark is saved and the next entry is there
    sitting.keys(other.title[:-1])
    sitting.idle()
    sitting.keys(other.title[-1])
    assert entry.draft.sheet.record.id == other.item.record_id
    assert not entry.draft.pending(), "the letters were meant for the search, not for the next entry"
    assert entry.list.search.text() == other.title
    sitting.press(Qt.Key.Key_F, CONTROL)
    sitting.keys(name)
    entry.refresh(Changes(submissions=frozenset({NOW})))
    sitting.saved()  # the list is read again while the search hides the open entry
    assert entry.list.search.text() == name
    assert entry.list.search.hasFocus()
    assert entry.list.shown.rowCount() == 1
    sitting.press(Qt.Key.Key_Return)
    entry.show_again()  # a list read again does not overtake the entry that is wanted
    sitting.idle()
    assert entry.draft.sheet.record.id == wanted.item.record_id
    assert not entry.list.search.hasFocus()
    press(sitting, Qt.Key.Key_F8)  # the only one found: it stays, marked
    entry.list.search.clear()
    row = entry.list.view.currentIndex().data(ROW)
    assert row.item.record_id == entry.draft.sheet.record.id
    todo = ItemStatus.TODO
    assert statuses(sitting) == [ItemStatus.CONFIRMED, todo, ItemStatus.CONFIRMED, todo, todo, todo]
