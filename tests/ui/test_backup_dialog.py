"""Backing up from the window: sticks first, two presses, proved before "done"; stopped, refused, reminded of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Office, Sitting, add_groups, enrolled_office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from screen_access import colour_faults, keyboard_faults, naming_faults
from screen_faults import layout_faults

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.backup_file import read_backup
from cdd_desktop.operations.backup_state import read_backup_state
from cdd_desktop.ui.backup.dialog import BackupDialog
from cdd_desktop.ui.drives import Drive, drive_name, is_removable
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.messages import FileWish, Shown
from cdd_desktop.ui.widgets import Label


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


def home(sitting: Sitting) -> HomeScreen:
    sitting.open(None, "home")
    screen = sitting.window.screen_named("home")
    assert isinstance(screen, HomeScreen)
    return screen


def ask(sitting: Sitting, *drives: Drive) -> BackupDialog:
    """Press the button on the home screen, with these sticks plugged in."""
    sitting.program.desk.drives = lambda: drives
    QTest.mouseClick(home(sitting).back_up, Qt.MouseButton.LeftButton)
    sitting.idle()
    return home(sitting).back_up.dialog


def texts(dialog: BackupDialog) -> str:
    return "\n".join(label.full_text() for label in dialog.findChildren(Label) if label.isVisible())


def test_two_presses_make_a_proved_backup_on_the_stick(sitting: Sitting, stick: Drive) -> None:
    dialog = ask(sitting, stick)
    assert [button.text() for button in dialog.buttons] == ["สำรองลง KINGSTON (E:)", "สำรองลงโฟลเดอร์สำรองข้อมูล"]
    assert dialog.focusWidget() is dialog.buttons[0]
    assert "6.8 GB" in texts(dialog)
    assert [*naming_faults(dialog), *colour_faults(dialog), *keyboard_faults(dialog), *layout_faults(dialog)] == []
    QTest.mouseClick(dialog.buttons[0], Qt.MouseButton.LeftButton)
    sitting.idle()
    assert dialog.heading.full_text() == "สำรองและตรวจเรียบร้อยแล้ว"
    (file,) = stick.folder.iterdir()
    assert file.name == "cdd-5007-20180318-084000.cddbackup"
    assert all(part in texts(dialog) for part in (file.name, "18 มี.ค. 2561", "3 รายการ", "ยังไม่ได้ส่ง 3 ครั้ง"))
    assert read_backup(file).about.records == dialog.made.records == 3
    assert [*naming_faults(dialog), *keyboard_faults(dialog), *layout_faults(dialog)] == []
    sitting.press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_stick_appears_by_itself_and_a_folder_will_do(sitting: Sitting, stick: Drive, tmp_path: Path) -> None:
    dialog = ask(sitting)
    assert "เสียบ USB" in texts(dialog)
    sitting.program.desk.drives = lambda: (stick,)
    dialog.look()
    sitting.idle()
    assert dialog.buttons[0].text() == "สำรองลง KINGSTON (E:)"
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    wished: list[Shown] = []

    def answer(shown: Shown, /) -> object:
        wished.append(shown)
        return str(shelf)

    sitting.program.desk.messages.recorder = answer
    dialog.other.click()
    sitting.idle()
    assert isinstance(wished[0], FileWish)
    assert len(list(shelf.glob("*.cddbackup"))) == 1
    dialog.close_.click()


def test_a_stick_pulled_out_is_said_and_another_try_is_one_press(sitting: Sitting, stick: Drive) -> None:
    dialog = ask(sitting, replace(stick, folder=stick.folder / "gone"))
    dialog.buttons[0].click()
    sitting.idle()
    assert "ไม่พบ USB" in dialog.banner.text()
    assert not (stick.folder / "gone").exists()
    assert dialog.buttons[0].isVisible()
    assert layout_faults(dialog) == []
    sitting.program.desk.drives = lambda: (stick,)
    dialog.look()
    sitting.idle()
    dialog.buttons[0].click()
    sitting.idle()
    assert dialog.made is not None
    dialog.close_.click()


def test_stopping_leaves_nothing(sitting: Sitting, stick: Drive) -> None:
    dialog = ask(sitting, stick)
    dialog.buttons[0].click()
    assert dialog.leave.text() == "หยุด"
    dialog.leave.click()
    sitting.idle()
    assert list(stick.folder.iterdir()) == []
    assert sitting.workplace.read(read_backup_state).last is None


def test_home_reminds_calmly_and_only_when_something_has_changed(qtbot: QtBot, office: Office, stick: Drive) -> None:
    office.clock.advance(timedelta(days=8))
    sitting = Sitting(qtbot, office)
    assert home(sitting).left.isHidden()
    assert "ยังไม่เคยสำรองข้อมูล" in home(sitting).backup.text()
    sitting.program.desk.drives = lambda: (stick,)
    home(sitting).backup.back_up.click()
    sitting.idle()
    dialog = home(sitting).backup.back_up.dialog
    dialog.buttons[0].click()
    sitting.idle()
    dialog.close_.click()
    assert home(sitting).backup.isHidden()
    office.clock.advance(timedelta(days=8))
    assert home(sitting).backup.isHidden()  # nothing has changed
    add_groups(sitting.workplace)
    assert "8 วัน" in home(sitting).backup.text()
    assert home(sitting).backup.isVisible()
    home(sitting).backup.later.click()
    assert home(sitting).backup.isHidden()
    sitting.end()


def test_what_counts_as_a_stick() -> None:
    assert [is_removable(root) for root in ("/media/somsri/KINGSTON", "/run/media/x/USB", "/", "/home")] == [
        True,
        True,
        False,
        False,
    ]
    assert drive_name("KINGSTON", "E:/") == "KINGSTON (E:)"
    assert drive_name("", "E:/") == "E:"
    assert drive_name("", "/media/somsri/4A21-0099") == "4A21-0099"
