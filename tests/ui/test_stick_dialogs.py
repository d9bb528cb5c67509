"""Sticks in the window: refused with the reason, stopped, pulled out; files by double click wait for who is at work."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from demo_day import DEMO_NOW
from entry_office import PASSWORD, Office, Sitting, add_groups, enrolled_office, key_of
from pytestqt.qtbot import QtBot
from screen_access import colour_faults, keyboard_faults, naming_faults
from screen_faults import layout_faults

from cdd_desktop import app, cli
from cdd_desktop.clock import FixedClock
from cdd_desktop.ids import EntityKey, UnitCode
from cdd_desktop.operations.carry_file import CarriedFile
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.read_worklist import read_registers
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.paths import profile
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.sync.filed import BATCH, RECEIPT, CustodyFile, CustodyNote
from cdd_desktop.sync.files import seal_file
from cdd_desktop.sync.signing import public_text
from cdd_desktop.ui.drives import Drive
from cdd_desktop.ui.messages import FileWish, Message
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.outbox.stick.card import FileRow
from cdd_desktop.ui.outbox.stick.take_dialog import TakeDialog
from cdd_desktop.ui.outbox.stick.write_dialog import WriteDialog
from cdd_desktop.ui.outbox.ways import Mark
from cdd_desktop.ui.sign_in.first_start import FirstStartScreen
from cdd_desktop.ui.single_instance import SingleInstance

SAVINGS = key_of("saving_group", "2561-q2")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = enrolled_office(tmp_path, FixedClock(DEMO_NOW))
    desk = office.work_as()
    add_groups(desk)
    desk.close()
    return office


@pytest.fixture
def sitting(qtbot: QtBot, office: Office) -> Iterator[Sitting]:
    opened = Sitting(qtbot, office)
    yield opened
    opened.end()


@pytest.fixture
def stick(tmp_path: Path) -> Drive:
    folder = tmp_path / "stick"
    folder.mkdir()
    return Drive("KINGSTON (E:)", folder, 7_300_000_000)


def outbox(sitting: Sitting, *drives: Drive) -> OutboxScreen:
    sitting.program.desk.drives = lambda: drives
    if sitting.window.current != "outbox":
        sitting.open(None, "outbox")
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    return screen


def save(sitting: Sitting, *drives: Drive) -> WriteDialog:
    screen = outbox(sitting, *drives)
    screen.stick.save.click()
    sitting.idle()
    assert isinstance(screen.stick.dialog, WriteDialog)
    return screen.stick.dialog


def take(sitting: Sitting, *drives: Drive) -> TakeDialog:
    screen = outbox(sitting, *drives)
    screen.stick.take.click()
    sitting.idle()
    assert isinstance(screen.stick.dialog, TakeDialog)
    return screen.stick.dialog


def faults(dialog: WriteDialog | TakeDialog) -> list[str]:
    return [*naming_faults(dialog), *colour_faults(dialog), *keyboard_faults(dialog), *layout_faults(dialog)]


def test_a_stick_that_is_gone_is_said_and_another_is_one_press(sitting: Sitting, stick: Drive) -> None:
    dialog = save(sitting, replace(stick, folder=stick.folder / "gone"))
    assert dialog.buttons[0].text() == "บันทึกลง KINGSTON (E:)"
    assert dialog.focusWidget() is dialog.buttons[0]
    assert faults(dialog) == []
    dialog.buttons[0].click()
    sitting.idle()
    assert "เขียนไฟล์" in dialog.banner.text()
    assert "งานทั้งหมดยังอยู่ในเครื่อง" in dialog.banner.text()
    assert faults(dialog) == []
    assert outbox(sitting).stick.rows == []
    sitting.program.desk.drives = lambda: (stick,)
    dialog.look()
    sitting.idle()
    dialog.buttons[0].click()
    sitting.idle()
    assert dialog.written is not None
    assert dialog.written.path.parent == stick.folder
    assert faults(dialog) == []
    dialog.close_.click()
    assert [row.chip.text() for row in outbox(sitting).stick.rows] == ["อยู่บน USB"]


def test_drafts_on_a_stick_are_said_to_be_there_and_never_to_wait_here(sitting: Sitting, stick: Drive) -> None:
    group = sitting.workplace.read(read_registers, SAVINGS.dataset)[0]
    quarter = EntryRef(EntityKey("quarter"), SAVINGS, None, group.record_id)
    saved = sitting.workplace.do(save_entry, quarter, {"members_male": 84})
    dialog = save(sitting, stick)
    dialog.buttons[0].click()
    sitting.idle()
    dialog.close_.click()
    screen = outbox(sitting)
    [row] = screen.rows
    assert [(step.note, step.mark) for step in row.steps[2:]] == [("อยู่บน USB", Mark.DONE), ("รอใบรับ", Mark.OPEN)]
    assert screen.sending.standing.title == "การเปลี่ยนแปลงอยู่บน USB รอใบรับ 4 ครั้ง"
    assert screen.sending.standing.chip == "อยู่บน USB"
    assert layout_faults(screen) == []
    sitting.workplace.do(save_entry, saved.ref, {"members_female": 91})
    sitting.open(None, "home")
    screen = outbox(sitting)
    assert (screen.rows[0].steps[2].note, screen.rows[0].steps[2].mark) == ("รอส่ง 1", Mark.NOW)
    assert screen.sending.standing.title == "การเปลี่ยนแปลงรอส่ง 5 ครั้ง"
    assert "อยู่บน USB แล้ว 4 ครั้ง" in screen.sending.standing.note


def test_stopped_before_it_is_written_nothing_is_on_the_stick(sitting: Sitting, stick: Drive) -> None:
    dialog = save(sitting, stick)
    sitting.program.desk.workplace._lock.acquire()  # the store is at work: the file has to wait
    try:
        dialog.buttons[0].click()
        assert dialog.leave.text() == "หยุด"
        dialog.leave.click()
    finally:
        sitting.program.desk.workplace._lock.release()
    sitting.idle()
    assert list(stick.folder.iterdir()) == []
    assert sitting.workplace.read(read_outbox).pending_changes == 3
    assert outbox(sitting).stick.rows == []


def test_each_refusal_is_in_words_and_does_not_hold_the_rest(sitting: Sitting, stick: Drive) -> None:
    dialog = save(sitting, stick)
    dialog.buttons[0].click()
    sitting.idle()
    assert dialog.written is not None
    own = dialog.written.path
    dialog.close_.click()
    whole = own.read_bytes()
    cut = own.with_name("cut.cddbatch")
    cut.write_bytes(whole[: len(whole) // 2])
    strange = own.with_name("strange.cddreceipt")
    strange.write_bytes(b"nothing of ours")
    before = sitting.workplace.read(read_outbox)

    sitting.program.called((own, cut, strange, own.with_name("nowhere.cddpack")))
    sitting.idle()
    told = outbox(sitting).stick.dialog
    assert isinstance(told, TakeDialog)
    chips = [row.chip.text() for row in told.rows if row.outcome.path != cut]  # of that one two things may be said
    assert chips == ["ของหน่วยงานอื่น", "ไฟล์เสียหาย", "อ่านไม่ได้"]
    sentences = [row.sentence.full_text() for row in told.rows]
    assert "ปิดผนึกไว้ให้หน่วยงานอื่น" in sentences[0]
    assert "ไฟล์เสียหาย" in sentences[2]
    assert "ไม่พบหรืออ่านไฟล์" in sentences[3]
    assert told.heading.full_text() == "รับแล้ว 0 จาก 4 ไฟล์"
    assert faults(told) == []
    told.close_.click()
    assert sitting.workplace.read(read_outbox) == before

    cut.unlink()
    strange.unlink()
    nothing_for_this_machine(sitting, stick, own)


def nothing_for_this_machine(sitting: Sitting, stick: Drive, own: Path) -> None:
    """Only the own file is left on the stick, which is for others."""
    dialog = take(sitting, stick)
    dialog.buttons[0].click()
    sitting.idle()
    assert "ไม่พบไฟล์สำหรับเครื่องนี้" in dialog.banner.text()
    assert dialog.buttons[0].isVisible()
    wished: list[object] = sitting.answer(str(own))  # type: ignore[assignment]
    dialog.other.click()
    sitting.idle()
    assert isinstance(wished[0], FileWish)
    assert "*.cddreceipt" in wished[0].pattern
    assert [row.chip.text() for row in dialog.rows] == ["ของหน่วยงานอื่น"]
    assert "ไฟล์นี้บันทึกจากสำนักงานนี้เพื่อส่งส่วนกลาง ให้นำ USB ส่งต่อ" in dialog.rows[0].sentence.full_text()
    dialog.close_.click()


def test_a_strangers_key_and_another_offices_file_are_refused_with_the_reason_and_what_to_do(
    sitting: Sitting, stick: Drive
) -> None:
    with sitting.workplace.store.read() as session:
        own = Ed25519PrivateKey.from_private_bytes(base64.b64decode(read_meta(session, Meta.DEVICE_KEY)))
    stranger, elsewhere = Ed25519PrivateKey.generate(), public_text(Ed25519PrivateKey.generate())
    note = CustodyNote(file="0" * 64, unit="50", device="d", taken_at=DEMO_NOW.isoformat(), anchor="")
    message = CustodyFile(device="d", note=note)
    forged = stick.folder / "5007-25610318-084000.cddreceipt"
    forged.write_bytes(seal_file(RECEIPT, message, stranger, [public_text(own)]))
    foreign = stick.folder / "5001-25610318-090000.cddbatch"
    foreign.write_bytes(seal_file(BATCH, message, stranger, [elsewhere]))
    before = sitting.workplace.read(read_outbox)
    sitting.program.called((forged, foreign))
    sitting.idle()
    told = outbox(sitting).stick.dialog
    assert isinstance(told, TakeDialog)
    assert [row.chip.text() for row in told.rows] == ["ไม่รู้จักผู้ส่ง", "ของหน่วยงานอื่น"]
    for row, reason, step in zip(
        told.rows,
        ("ลายเซ็นในไฟล์ไม่ใช่ของผู้ส่งที่ลงทะเบียนไว้", "ปิดผนึกไว้ให้หน่วยงานอื่น"),
        ("ให้ขอไฟล์ใหม่จากผู้ส่ง", "ให้คืน USB ให้ผู้ที่นำมา"),
        strict=True,
    ):
        said = row.sentence.full_text()
        assert reason in said
        assert "ไม่มีข้อมูลใดถูกบันทึก" in said
        assert step in said
    assert "ชื่อไฟล์บอกว่าเป็นของ สพอ.เมืองเชียงใหม่" in told.rows[1].sentence.full_text()
    assert faults(told) == []
    told.close_.click()
    assert sitting.workplace.read(read_outbox) == before
    assert outbox(sitting).stick.rows == []


@pytest.mark.parametrize("code", ["device-unknown", "token-revoked", "file-signature", "code-used"])
def test_what_central_says_of_a_districts_machine_is_not_said_of_this_one(sitting: Sitting, code: str) -> None:
    name = "5008-25610318-090000.cddbatch"
    file = CarriedFile("0" * 64, False, name, UnitCode("5008"), DEMO_NOW, 4, (), DEMO_NOW, None, code)
    row = FileRow(file, sitting.program.desk)
    assert row.chip.text() in ("ไม่รู้จักผู้ส่ง", "ไม่รับ")
    assert "เครื่องที่บันทึกไฟล์นี้" in row.how.full_text()
    assert "ส่วนกลางไม่ได้เก็บข้อมูลใด" in row.how.full_text()
    assert "อำเภอ" in row.how.full_text()
    row.deleteLater()


def test_files_by_double_click_wait_until_somebody_is_at_work(
    qtbot: QtBot, office: Office, stick: Drive, tmp_path: Path
) -> None:
    file = stick.folder / "x.cddreceipt"
    file.write_bytes(b"nothing")
    sitting = Sitting(qtbot, office, "")
    sitting.program.called((file,))
    sitting.idle()
    assert sitting.window.current == "sign_in"
    sitting.program.desk.opened.emit(office.work_as())
    sitting.idle()
    first = outbox(sitting).stick.dialog
    assert isinstance(first, TakeDialog)
    assert len(first.rows) == 1
    first.close_.click()
    sitting.window.lock()
    sitting.program.called((file,))
    sitting.idle()
    assert outbox(sitting).stick.dialog is first
    lock = sitting.window._lock
    lock.box.setText(PASSWORD)
    lock.unlock.click()
    sitting.idle()
    assert not sitting.window.locked
    assert outbox(sitting).stick.dialog is not first
    shown = sitting.answer(None)
    sitting.program.called((tmp_path / "again.cddenrol",))  # this machine is somebody's already
    assert isinstance(shown[0], Message)
    assert "ลงทะเบียนแล้ว" in shown[0].sentence
    sitting.end()


def test_an_enrolment_opens_the_setting_up_of_a_new_machine(qtbot: QtBot, tmp_path: Path) -> None:
    sitting = Sitting(qtbot, Office(profile("new", tmp_path), FixedClock(DEMO_NOW)), "")
    file = tmp_path / "damaged.cddenrol"
    file.write_bytes(b"nothing")
    sitting.program.called((file,))
    sitting.idle()
    screen = sitting.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    assert screen.file_problem.isVisible()
    sitting.end()


def test_a_second_start_hands_its_files_over(qtbot: QtBot, tmp_path: Path) -> None:
    place, files = profile("one", tmp_path), (tmp_path / "ไฟล์ จาก USB.cddreceipt", tmp_path / "b.cddpack")
    first = SingleInstance(place)
    assert first.begin()
    with qtbot.waitSignal(first.called, timeout=5000) as called:
        assert not SingleInstance(place).begin(files)
    assert called.args == [files]
    with qtbot.waitSignal(first.called, timeout=5000) as called:
        assert not SingleInstance(place).begin()
    assert called.args == [()]
    first.end()


def test_the_command_opens_files_and_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Windows starts the program with the file that was double clicked as its argument."""
    monkeypatch.chdir(tmp_path)
    started: list[dict[str, object]] = []

    def run(**options: object) -> int:
        started.append(options)
        return 0

    monkeypatch.setattr(app, "run", run)
    assert cli.main(["a.cddreceipt", "B.CDDBATCH"]) == 0
    assert started == [
        {"profile_name": "default", "hidden": False, "files": [tmp_path / "a.cddreceipt", tmp_path / "B.CDDBATCH"]}
    ]
    with pytest.raises(SystemExit):
        cli.main(["a.txt"])
