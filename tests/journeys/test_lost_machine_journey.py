"""The machine is lost: entered, backed up, restored on another one, worked on, confirmed, sent; nothing lost, nothing
doubled, with a real central in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from central_process import CentralProcess, enrolled
from entry_office import HEAD, PASSWORD, Office, Sitting, add_groups, add_register, enrolled_office, key_of
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import MoveKind, SubmissionState
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.backup import back_up_now
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import profile
from cdd_desktop.store.rows import OutboxRow, RecordRow
from cdd_desktop.sync.outcome import SyncOutcome
from cdd_desktop.ui.drives import Drive
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.messages import Message, Question
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.sign_in.first_start import FirstStartScreen
from cdd_desktop.ui.sign_in.restore import RestoreScreen
from cdd_desktop.ui.sign_in.screen import SignInScreen

NIL = key_of("poverty_fund", "2561-h1")


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralProcess]:
    made = CentralProcess(tmp_path)
    yield made
    made.stop()


@pytest.fixture
def stick(tmp_path: Path) -> Drive:
    (tmp_path / "stick").mkdir()
    return Drive("KINGSTON (E:)", tmp_path / "stick", 7_300_000_000)


def held(workplace: Workplace) -> dict[str, Content]:
    with workplace.store.read() as session:
        return {row.id: dict(row.content) for row in session.query(RecordRow).filter(~RecordRow.deleted)}


def waiting(workplace: Workplace) -> int:
    with workplace.store.read() as session:
        return session.query(OutboxRow).count()


def group(workplace: Workplace, name: str) -> EntryRef:
    return add_register(workplace, "saving_group", "group", {"name_th": name, "area_scope": "village"})


def contact(sitting: Sitting) -> SyncOutcome:
    sync = sitting.program.sync
    sync.start()
    sitting.idle()
    assert sync.status.outcome is not None
    return sync.status.outcome


def outbox(sitting: Sitting) -> OutboxScreen:
    sitting.open(None, "outbox")
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    return screen


def back_up(sitting: Sitting, stick: Drive) -> None:
    sitting.program.desk.drives = lambda: (stick,)
    sitting.open(None, "home")
    home = sitting.window.screen_named("home")
    assert isinstance(home, HomeScreen)
    home.back_up.click()
    sitting.idle()
    home.back_up.dialog.buttons[0].click()
    sitting.idle()
    home.back_up.dialog.close_.click()


def restore(sitting: Sitting, stick: Drive) -> None:
    """From the first screen of a machine nobody has used yet to work."""
    sitting.program.desk.drives = lambda: (stick,)
    first = sitting.window.screen_named("first_start")
    assert isinstance(first, FirstStartScreen)
    first.restore.click()
    sitting.idle()
    screen = sitting.window.screen_named("restore")
    assert isinstance(screen, RestoreScreen)
    (row,) = screen.rows
    assert "แม่ริม" in row.accessibleName()
    assert "18 มี.ค. 2561" in row.accessibleName()
    row.click()
    sitting.idle()
    QTest.keyClicks(screen.password, "guess")
    screen.finish.click()
    sitting.idle()
    assert "รหัสผ่านไม่ถูกต้อง" in screen.problem.full_text()
    screen.password.clear()
    QTest.keyClicks(screen.password, PASSWORD)
    screen.finish.click()
    sitting.idle()
    assert sitting.window.current == "home"


def work_and_lose(sitting: Sitting, stick: Drive, clock: FixedClock) -> dict[str, Content]:
    """Entered, backed up, worked on and partly sent; answers what central knows of it in the end."""
    desk = sitting.workplace
    sent, *_ = add_groups(desk)
    assert contact(sitting).ok
    group(desk, "ออมทรัพย์ที่ยังไม่ได้ส่ง")
    desk.do(save_entry, EntryRef(EntityKey("group"), None, sent.record_id), {"chair_name": "แก้ก่อนสำรอง"})
    desk.do(move_submission, NIL, MoveKind.PROPOSE, nil=True)
    back_up(sitting, stick)
    clock.advance(timedelta(hours=1))
    desk.do(save_entry, EntryRef(EntityKey("group"), None, sent.record_id), {"remark": "แก้หลังสำรองแล้วส่ง"})
    group(desk, "ออมทรัพย์หลังสำรองแล้วส่ง")
    assert contact(sitting).ok
    known = held(desk)
    group(desk, "ออมทรัพย์ที่หายไปกับเครื่อง")
    sitting.end()
    return known


def confirm(sitting: Sitting) -> None:
    """Asked on the sync screen: first not yet, then yes."""
    screen = outbox(sitting)
    assert screen.restored.isVisible()
    assert not screen.send.isEnabled()
    asked = sitting.answer(False)
    screen.restored.confirm.click()
    sitting.idle()
    assert isinstance(asked[0], Question)
    assert "ต้องไม่ใช้เครื่องเดิมอีก" in asked[0].sentence
    assert screen.restored.isVisible()
    sitting.answer(True)
    screen.restored.confirm.click()
    sitting.idle()
    outcome = sitting.program.sync.status.outcome
    assert outcome is not None
    assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0)
    assert screen.restored.isHidden()


def test_a_lost_machine_costs_what_was_typed_since_and_no_more(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, central: CentralProcess, stick: Drive
) -> None:
    office, enrolment = enrolled(central, tmp_path, clock, "first")
    colleague, other = enrolled(central, tmp_path, clock, "second")
    central.start()
    expected = work_and_lose(Sitting(qtbot, office, enrolment.people[0].id), stick, clock)

    clock.advance(timedelta(days=1))
    new = Sitting(qtbot, Office(profile("new", tmp_path / "elsewhere"), clock), "")
    restore(new, stick)
    home = new.window.screen_named("home")
    assert isinstance(home, HomeScreen)
    assert "ยังไม่ส่งอะไรจนกว่าท่านจะยืนยัน" in home.banner.text()
    group(new.workplace, "ออมทรัพย์จากเครื่องใหม่")  # work goes on at once
    outcome = contact(new)
    assert (outcome.code, outcome.sent, waiting(new.workplace)) == ("restore-unconfirmed", 0, 4)
    confirm(new)
    now = held(new.workplace)
    (added,) = now.keys() - expected.keys()
    assert now.pop(added)["name_th"] == "ออมทรัพย์จากเครื่องใหม่"
    assert now == expected

    desk = Sitting(qtbot, colleague, other.people[0].id)
    assert contact(desk).ok
    assert held(desk.workplace) == held(new.workplace)
    for sitting in (desk, new):
        view = sitting.workplace.read(view_of, NIL)
        assert (view.state, len(view.moves)) == (SubmissionState.PROPOSED, 1)
    desk.end()

    again = Sitting(qtbot, office, enrolment.people[0].id)  # the old machine is found and used after all
    assert len(held(again.workplace)) == 6
    outcome = contact(again)
    assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0)
    assert contact(new).ok
    assert held(again.workplace) == held(new.workplace)
    assert len(held(new.workplace)) == 7
    again.end()
    new.end()


def test_restoring_over_an_office_asks_and_keeps_what_was_there(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, stick: Drive
) -> None:
    office = enrolled_office(tmp_path, clock)
    sitting = Sitting(qtbot, office)
    add_groups(sitting.workplace)
    back_up(sitting, stick)
    group(sitting.workplace, "ออมทรัพย์หลังสำรอง")
    sitting.window.sign_out()
    sitting.idle()
    (file,) = stick.folder.glob("*.cddbackup")
    (stick.folder / "bad.cddbackup").write_text("no backup", encoding="utf-8")
    sitting.open(None, "restore")
    screen = sitting.window.screen_named("restore")
    assert isinstance(screen, RestoreScreen)
    assert len(screen.rows) == 1
    screen.take_file(stick.folder / "bad.cddbackup")
    sitting.idle()
    assert "ไม่ใช่ไฟล์สำรอง" in screen.file_problem.text()
    screen.take_file(file)
    sitting.idle()
    for button in screen._group.buttons():
        button.setChecked(button.objectName() == HEAD)
    screen.password.setText(PASSWORD)
    asked = sitting.answer(False)
    screen.finish.click()
    assert isinstance(asked[0], Question)
    assert not list(office.profile.backups.glob("before-restore-*"))
    sitting.answer(True)
    screen.finish.click()
    screen.back.click()  # stopped at once
    sitting.idle()
    assert "หยุดแล้ว" in screen.problem.full_text()
    screen.finish.click()
    sitting.idle()
    assert sitting.workplace.person.id == HEAD
    assert len(held(sitting.workplace)) == 3
    kept = {path.name.partition("-store")[2] for path in office.profile.backups.glob("before-restore-*")}
    assert {".db", ".keys.json"} <= kept
    assert not any(isinstance(shown, Message) for shown in asked)
    sitting.end()


def test_a_damaged_key_file_is_said_above_the_way_back(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, stick: Drive
) -> None:
    office = enrolled_office(tmp_path, clock)
    desk = office.work_as()
    back_up_now(desk, stick.folder)
    desk.close()
    office.profile.keys.write_bytes(b"{")
    sitting = Sitting(qtbot, office, "")
    screen = sitting.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    assert "store.keys.json เสียหาย" in screen._frame.sentence.full_text()
    sitting.program.desk.drives = lambda: (stick,)
    screen.restore.click()
    sitting.idle()
    restoring = sitting.window.screen_named("restore")
    assert isinstance(restoring, RestoreScreen)
    restoring.rows[0].click()
    restoring.password.setText(PASSWORD)
    sitting.answer(True)
    restoring.finish.click()
    sitting.idle()
    assert sitting.workplace.person.name == "สมศรี ใจดี"
    sitting.end()
