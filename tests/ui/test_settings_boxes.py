"""Boxes of the settings that can be wrong: the proxy, and the folder for backups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import OFFICER, Sitting, enrolled_office
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.backup import automatic_folder
from cdd_desktop.operations.backup_file import read_backup
from cdd_desktop.settings import load_settings
from cdd_desktop.ui.backup.dialog import BackupDialog
from cdd_desktop.ui.line import is_metered, knows_metered
from cdd_desktop.ui.messages import FileWish
from cdd_desktop.ui.settings.screen import SettingsScreen
from cdd_desktop.ui.widgets import Label


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    opened = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)), OFFICER)
    opened.open(None, "settings")
    yield opened
    opened.end()


def settings_of(sitting: Sitting) -> SettingsScreen:
    """Asked again after each change: the window is built anew."""
    found = sitting.window.screen_named("settings")
    assert isinstance(found, SettingsScreen)
    return found


@pytest.fixture
def screen(sitting: Sitting) -> SettingsScreen:
    return settings_of(sitting)


def test_a_proxy_that_makes_no_sense_is_said_at_its_box(screen: SettingsScreen) -> None:
    screen.proxy.setText("abc")
    screen.proxy.editingFinished.emit()
    assert "abc" in screen.proxy_problem.full_text()
    assert "proxy.example:3128" in screen.proxy_problem.full_text()
    assert not screen.proxy_problem.isHidden()
    assert screen.desk.settings.proxy == ""
    screen.proxy.setText("proxy.example:3128")
    screen.proxy.editingFinished.emit()
    assert screen.proxy_problem.isHidden()
    assert screen.proxy.text() == "http://proxy.example:3128"
    assert load_settings(screen.desk.profile.settings).proxy == "http://proxy.example:3128"


def test_a_backup_goes_into_the_chosen_folder(sitting: Sitting, screen: SettingsScreen, tmp_path: Path) -> None:
    place, folder = screen.desk.profile, tmp_path / "stick"
    folder.mkdir()
    screen.desk.drives = tuple
    screen.desk.messages.recorder = lambda shown: str(folder) if isinstance(shown, FileWish) else None
    assert automatic_folder(place) == place.backups
    screen._choose_folder.click()
    assert automatic_folder(place) == folder
    dialog = back_up(sitting)
    (made,) = folder.glob("*.cddbackup")
    assert made.name == "cdd-5007-20180318-084000.cddbackup"
    assert {person.name for person in read_backup(made).people} == {"สมศรี ใจดี", "ประเสริฐ มั่นคง"}
    assert dialog.made is not None
    dialog.close_.click()


def test_a_folder_that_is_gone_is_told_and_stops_nobody(
    sitting: Sitting, screen: SettingsScreen, tmp_path: Path
) -> None:
    place, gone = screen.desk.profile, tmp_path / "file"
    gone.write_text("not a folder", encoding="utf-8")
    screen.desk.drives = tuple
    screen._save(replace(screen.desk.settings, backup_folder=str(gone)))
    assert automatic_folder(place) == place.backups
    dialog = back_up(sitting)
    assert "ไม่พบ USB หรือโฟลเดอร์" in dialog.banner.text()
    assert dialog.made is None
    dialog.leave.click()


def back_up(sitting: Sitting) -> BackupDialog:
    """The dialog of the settings, after its first button was pressed."""
    sitting.idle()
    sitting.open(None, "settings")
    screen = settings_of(sitting)
    screen.back_up.click()
    sitting.idle()
    dialog = screen.back_up.dialog
    dialog.buttons[0].click()
    sitting.idle()
    return dialog


def test_the_days_of_the_reminder_are_kept(screen: SettingsScreen) -> None:
    screen.backup_days.setValue(0)
    assert screen.backup_days.text() == "ไม่ต้องเตือน"
    assert load_settings(screen.desk.profile.settings).backup_days == 0


def test_the_metered_switch_says_whether_the_computer_can_tell(screen: SettingsScreen) -> None:
    texts = [label.full_text() for label in screen.findChildren(Label)]
    assert any("ฮอตสปอต" in text for text in texts) == knows_metered()
    assert any("ส่งผ่านทุกเครือข่าย" in text for text in texts) != knows_metered()
    assert knows_metered() or not is_metered()
