"""Every field type typed into its real editor, saved, closed, and shown again as it was."""

from __future__ import annotations

import hashlib
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Office, Sitting, add_groups, add_register, enrolled_office, key_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from typing_boxes import attach

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import RAW, Value
from cdd_desktop.forms.citizen_id import is_valid
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.paths import profile
from cdd_desktop.store.rows import AuditRow
from cdd_desktop.ui.entry.editors.attachment import FileEditor
from cdd_desktop.ui.entry.editors.choice import BooleanEditor, MultiChoiceEditor
from cdd_desktop.ui.entry.editors.identity import CitizenIdEditor
from cdd_desktop.ui.entry.editors.line import LineEditor
from cdd_desktop.ui.entry.editors.lines import LineTable
from cdd_desktop.ui.entry.editors.photo import LARGEST_BYTES, PhotoEditor, shrink, shrink_file
from cdd_desktop.ui.entry.editors.photo_position import position_of
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.widgets.dialog import MessageDialog

LEADER_VOLUNTEER = {
    "title": "mr",
    "first_name": "สมหมาย",
    "last_name": "ใจดี",
    "leader_types": ["leader_volunteer"],
    "status": "active",
}
CID = next(text for digit in range(10) if is_valid(text := f"100990000101{digit}"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    workplace = enrolled_office(folder, FixedClock(DEMO_NOW)).work_as()
    add_groups(workplace)
    workplace.close()
    return folder


@pytest.fixture
def sitting(qtbot: QtBot, template: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Sitting]:
    shutil.copytree(template, tmp_path / "data")
    sitting = Sitting(qtbot, Office(profile("test", tmp_path / "data"), clock))
    yield sitting
    sitting.end()


def open_new(sitting: Sitting, dataset: str, entity: str) -> None:
    window = next(one for one in sitting.workplace.calendar.windows(2561) if one.dataset == dataset)
    sitting.open(key_of(dataset, window.period))
    sitting.entry.add(entity)
    sitting.idle()


def content_of(sitting: Sitting) -> dict[str, Value]:
    sitting.saved()
    assert sitting.entry.autosave is not None
    return dict(sitting.workplace.read(read_entry, sitting.entry.autosave.ref).record.content)


def text_at(sitting: Sitting, path: str) -> str:
    assert sitting.entry.panel.form is not None
    box = sitting.entry.panel.form.boxes[path].editor.first_box()
    assert isinstance(box, QLineEdit)
    return box.text()


def reopen(sitting: Sitting) -> None:
    assert sitting.entry.autosave is not None
    sitting.entry.reopen(sitting.entry.autosave.ref)
    sitting.idle()


LEADER = [
    ("first_name", "  สมชาย​ ", "สมชาย", "สมชาย"),
    ("last_name", "เเก้วมณี", "แก้วมณี", "แก้วมณี"),
    ("birth_date", "๒๐/๙/๒๕๒๑", "1978-09-20", "20 ก.ย. 2521"),
    ("phone", "๐๘๑-๒๓๔ ๕๖๗๘", "0812345678", "081-234-5678"),
    ("house_no", "12/3", "12/3", "12/3"),
    ("tambon_code", "ริมเหนือ", "500702", "ริมเหนือ"),
    ("moo", "๓", 3, "3"),
    ("village_name", "หนองหอย", "หนองหอย", "หนองหอย"),
    ("appointed_date", "1 ต.ค. 2559", "2016-10-01", "1 ต.ค. 2559"),
    ("term_no", "๒", 2, "2"),
]


def test_text_dates_numbers_and_places_of_a_leader(sitting: Sitting) -> None:
    open_new(sitting, "leader", "leader")
    for path, typed, _, _ in LEADER:
        sitting.type_into(path, typed)
    content = content_of(sitting)
    assert {path: content.get(path) for path, *_ in LEADER} == {path: value for path, _, value, _ in LEADER}
    reopen(sitting)
    assert {path: text_at(sitting, path) for path, *_ in LEADER} == {path: shown for path, _, _, shown in LEADER}


def test_money_percent_and_boolean_of_a_group(sitting: Sitting) -> None:
    open_new(sitting, "saving_group", "group")
    sitting.type_into("loan_rate", "๑๒.๕")
    sitting.type_into("committee_count", "1,500")
    form = sitting.entry.panel.form
    assert form is not None
    flag = form.boxes["has_regulation"].editor
    assert isinstance(flag, BooleanEditor)
    flag.no.click()
    content = content_of(sitting)
    assert (content["loan_rate"], content["committee_count"], content["has_regulation"]) == (1250, 1500, False)
    reopen(sitting)
    assert (text_at(sitting, "loan_rate"), text_at(sitting, "committee_count")) == ("12.50", "1,500")
    assert flag.no.isChecked()
    assert not flag.yes.isChecked()
    flag.no.click()
    assert "has_regulation" not in content_of(sitting)


def test_choice_by_any_part_of_a_thai_word(sitting: Sitting) -> None:
    open_new(sitting, "leader", "leader")
    sitting.type_into("education", "ปวช")
    content = content_of(sitting)
    assert content["education"] == "upper_sec"
    sitting.type_into("occupation", "ไม่มีในรายการ")
    content = content_of(sitting)
    assert content[RAW + "occupation"] == "ไม่มีในรายการ"
    assert "occupation" not in content


def test_several_choices_are_one_stop_of_the_tab_key(sitting: Sitting) -> None:
    open_new(sitting, "leader", "leader")
    form = sitting.entry.panel.form
    assert form is not None
    several = form.boxes["leader_types"].editor
    assert isinstance(several, MultiChoiceEditor)
    sitting.go_to("leader_types")
    sitting.press(Qt.Key.Key_Space)
    sitting.press(Qt.Key.Key_Right)
    sitting.press(Qt.Key.Key_Space)
    assert content_of(sitting)["leader_types"] == list(several.boxes)[:2]
    assert isinstance(QApplication.focusWidget(), QCheckBox)
    sitting.press(Qt.Key.Key_Tab)
    assert form.current_key() != "leader_types"


def test_citizen_id_is_masked_and_revealing_is_audited(sitting: Sitting) -> None:
    open_new(sitting, "leader", "leader")
    sitting.type_into("citizen_id", f"{CID[0]}-{CID[1:5]}-{CID[5:10]}-{CID[10:12]}-{CID[12]}")
    content = content_of(sitting)
    assert content["citizen_id"] == CID
    assert text_at(sitting, "citizen_id") == f"X-XXXX-XXXXX-{CID[10:12]}-{CID[12]}"
    form = sitting.entry.panel.form
    assert form is not None
    editor = form.boxes["citizen_id"].editor
    assert isinstance(editor, CitizenIdEditor)
    editor.reveal.click()
    sitting.idle()
    assert CID in text_at(sitting, "citizen_id").replace("-", "")
    with sitting.workplace.store.read() as session:
        assert session.scalars(select(AuditRow.action).where(AuditRow.action == "revealed")).all() == ["revealed"]
    sitting.leave_box()
    assert "X-XXXX" in text_at(sitting, "citizen_id")
    assert content_of(sitting)["citizen_id"] == CID


def test_a_masked_citizen_id_is_replaced_by_typing_never_mixed(sitting: Sitting) -> None:
    open_new(sitting, "leader", "leader")
    sitting.type_into("citizen_id", CID)
    sitting.go_to("citizen_id")
    sitting.keys("9")
    assert text_at(sitting, "citizen_id") == "9"
    sitting.leave_box()
    content = content_of(sitting)
    assert content[RAW + "citizen_id"] == "9"
    assert "X" not in str(content)


def test_an_unclear_year_is_asked_never_guessed(sitting: Sitting) -> None:
    open_new(sitting, "leader", "leader")
    sitting.type_into("birth_date", "20 ก.ย. 21")
    content = content_of(sitting)
    assert content[RAW + "birth_date"] == "20 ก.ย. 21"
    form = sitting.entry.panel.form
    assert form is not None
    edit = form.boxes["birth_date"].editor.edit
    answers = [edit._question_flow.itemAt(n).widget() for n in range(1, edit._question_flow.count())]
    next(button for button in answers if "2521" in button.text()).click()
    assert content_of(sitting)["birth_date"] == "1978-09-20"


def test_a_point_typed_the_wrong_way_round_is_offered_right(sitting: Sitting) -> None:
    open_new(sitting, "saving_group", "group")
    sitting.type_into("gps", "98.965432, 18.912345")
    assert content_of(sitting)[RAW + "gps"] == "98.965432, 18.912345"
    form = sitting.entry.panel.form
    assert form is not None
    editor = form.boxes["gps"].editor
    assert isinstance(editor, LineEditor)
    assert editor.meant.isVisible()
    editor.meant.click()
    assert content_of(sitting)["gps"] == "18.912345,98.965432"
    assert text_at(sitting, "gps") == "18.912345, 98.965432"


def test_a_year_of_the_common_era_is_asked(sitting: Sitting) -> None:
    open_new(sitting, "otop_sales", "producer")
    sitting.type_into("registered_year", "2016")
    form = sitting.entry.panel.form
    assert form is not None
    editor = form.boxes["registered_year"].editor
    assert isinstance(editor, LineEditor)
    assert editor.meant.text() == "2559?"
    editor.meant.click()
    assert content_of(sitting)["registered_year"] == 2559


def test_register_reference_and_line_table(sitting: Sitting) -> None:
    open_new(sitting, "fund_institute", "institute")
    sitting.type_into("name_th", "สถาบันการเงินชุมชนริมใต้")
    sitting.type_into("tambon_code", "ริมใต้")
    sitting.type_into("core_group_ref", "ทุ่งหัวช้าง")
    assert str(content_of(sitting)["core_group_ref"]).startswith("01")
    window = next(one for one in sitting.workplace.calendar.windows(2561) if one.dataset == "fund_institute")
    register = sitting.entry.autosave.ref.record_id
    sitting.open(key_of("fund_institute", window.period))
    sitting.entry.open_item(next(one for one in sitting.entry.worklist.items if one.register_id == register))
    sitting.idle()
    form = sitting.entry.panel.form
    assert form is not None
    table = form.tables["member_funds"]
    assert isinstance(table, LineTable)
    assert sitting.entry.draft.editable
    table.add.click()
    path = next(path for path in table.editors if path.endswith("fund_name"))
    sitting.type_into(path, "กองทุนหมู่บ้านริมใต้")
    sitting.type_into(path.replace("fund_name", "fund_capital"), "250000")
    content = content_of(sitting)
    assert content[path] == "กองทุนหมู่บ้านริมใต้"
    assert content[path.replace("fund_name", "fund_capital")] == 25_000_000
    assert content[path.rpartition("/")[0]] is True
    reopen(sitting)
    assert next(iter(table.editors)).split("/")[1] == path.split("/")[1]
    table.findChild(type(table.add), "remove").click()
    assert not [one for one in content_of(sitting) if one.startswith("member_funds")]


def test_photos_are_shrunk_kept_and_removed(sitting: Sitting, tmp_path: Path) -> None:
    picture = QImage(3000, 2000, QImage.Format.Format_RGB32)
    picture.fill(QColor("#0B6B62"))
    picture.setText("Description", "18.9,98.9")
    file = tmp_path / "photo.jpg"
    assert picture.save(str(file), "JPEG")
    open_new(sitting, "leader", "leader")
    form = sitting.entry.panel.form
    assert form is not None
    editor = form.boxes["photo"].editor
    assert isinstance(editor, PhotoEditor)
    editor.add_file(file)
    assert editor.note.text() == "กำลังเตรียมภาพ…"  # shrunk beside the window, not by it
    sitting.saved()
    photos = content_of(sitting)["photo"]
    assert isinstance(photos, list)
    assert len(photos) == 1
    assert editor.note.text() == "ภาพยังไม่ส่ง"
    editor._remove(photos[0])
    assert "photo" not in content_of(sitting)
    file.write_text("no picture")
    editor.add_file(file)
    sitting.saved()
    assert editor.note.text() == "โปรแกรมอ่านไฟล์ photo.jpg เป็นภาพไม่ได้"
    assert "photo" not in content_of(sitting)


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_position_leaves_the_photo_unless_the_form_asks_for_it(tmp_path: Path, order: str) -> None:
    picture = QImage(80, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("#0B6B62"))
    file = tmp_path / "photo.jpg"
    assert picture.save(str(file), "JPEG")
    plain = file.read_bytes()
    latitude = struct.pack(order + "6I", 18, 1, 54, 1, 1234, 100)  # 18 degrees 54 minutes 12.34 seconds
    file.write_bytes(plain[:2] + camera_notes(order, latitude) + plain[2:])
    bare = shrink_file(file)
    assert b"Exif" not in bare
    assert latitude not in bare
    kept = shrink_file(file, keep_position=True)
    assert latitude in kept
    assert b"Maker" not in kept
    assert not QImage.fromData(kept).isNull()
    assert position_of(kept) == kept[2 : 4 + int.from_bytes(kept[4:6], "big")]
    assert position_of(plain) == b""
    assert position_of(file.read_bytes()[:60]) == b""


def camera_notes(order: str, latitude: bytes) -> bytes:
    """An Exif segment: the maker's name, a pointer, then the position as hemisphere and latitude."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    first = struct.pack(order + "HHHIIHHIII", 2, 0x010F, 2, 6, 38, 0x8825, 4, 1, 44, 0)
    second = struct.pack(order + "HHHI", 2, 1, 2, 2) + b"N\0\0\0" + struct.pack(order + "HHIII", 2, 5, 3, 74, 0)
    block = b"Exif\0\0" + head + first + b"Maker\0" + second + latitude
    return b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block


def test_shrinking_keeps_pixels_only_and_at_most_two_megabytes() -> None:
    noisy = QImage(2600, 2600, QImage.Format.Format_RGB32)
    noisy.fill(0)
    bits = memoryview(noisy.bits())
    seed = 12345
    for at in range(0, len(bits), 4):
        seed = (1103515245 * seed + 12345) & 0x7FFFFFFF
        bits[at : at + 3] = seed.to_bytes(4, "little")[:3]
    noisy.setText("GPS", "18.9,98.9")
    data = shrink(noisy)
    assert len(data) <= LARGEST_BYTES
    assert b"Exif" not in data
    assert b"18.9" not in data
    assert not QImage.fromData(data).textKeys()


def test_a_file_of_any_kind_is_kept_as_it_is_and_written_out_again(sitting: Sitting, tmp_path: Path) -> None:
    leader = add_register(sitting.workplace, "leader", "leader", LEADER_VOLUNTEER)
    window = next(one for one in sitting.workplace.calendar.windows(2561) if one.dataset == "leader_evaluation")
    key = key_of("leader_evaluation", window.period)
    sitting.open(EntryTarget(key, EntryRef(EntityKey("evaluation"), key, None, leader.record_id)))
    form = sitting.entry.panel.form
    assert form is not None
    editor = form.boxes["evidence_file"].editor
    assert isinstance(editor, FileEditor)
    assert "5 MB" in editor.note.full_text()
    paper = b"%PDF-1.4 " + bytes(range(256)) * 40
    file = tmp_path / "minutes of somebody.pdf"
    file.write_bytes(paper)
    attach(sitting, editor, file)
    kept = content_of(sitting)["evidence_file"]
    assert kept == [hashlib.sha256(paper).hexdigest()]
    line = editor.files[kept[0]]
    assert line.name.text() == "ไฟล์ 1 · PDF 10 KB"
    copy = tmp_path / "copy.pdf"
    sitting.answer(copy)
    line.save.click()
    assert copy.read_bytes() == paper
    for data, code in ((b"", "file-empty"), (bytes(5 * 1024 * 1024 + 1), "file-too-large"), (None, "file-unreadable")):
        file.unlink(missing_ok=True)
        if data is not None:
            file.write_bytes(data)
        shown = sitting.answer(None)
        editor.add_file(file)
        sitting.idle()
        assert [message.code for message in shown] == [code]
    assert content_of(sitting)["evidence_file"] == kept
    line.remove.click()
    assert "evidence_file" not in content_of(sitting)


@pytest.mark.parametrize("dots", ["1009900001012", "1-0099-00001-01-2", "๑๐๐๙๙๐๐๐๐๑๐๑๒"])
def test_a_citizen_id_in_free_text_is_noticed_where_it_is_typed(sitting: Sitting, dots: str) -> None:
    open_new(sitting, "leader", "leader")
    form = sitting.entry.panel.form
    assert form is not None
    sitting.type_into("expertise", f"ช่างไม้ {dots}")
    assert "เลขประจำตัวประชาชน" in form.boxes["expertise"].note.text
    sitting.type_into("expertise", "ช่างไม้ 081-234-5678")
    assert form.boxes["expertise"].note is None
    dialog = MessageDialog(sitting.window, title="t", sentence="s")
    dialog.add_answer("yes", primary=True)
    dialog.add_reason()
    dialog._reason.setPlainText(f"เปลี่ยนประธาน {dots}")
    assert not dialog._personal.isHidden()
    dialog._reason.setPlainText("เปลี่ยนประธาน")
    assert dialog._personal.isHidden()
    dialog.deleteLater()
