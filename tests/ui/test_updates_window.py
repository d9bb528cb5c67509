"""A new version seen from the window: it comes by stick or after a contact, waits quietly, and is confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Office, Sitting, add_groups, enrolled_office, key_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from release_world import ReleaseWorld
from screen_access import colour_faults, keyboard_faults, naming_faults
from screen_faults import layout_faults

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.release.tree import read_tree
from cdd_desktop.sync.outcome import SyncOutcome
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.outbox.stick.take_dialog import TakeDialog
from cdd_desktop.ui.sync_service import SyncStatus
from cdd_desktop.ui.widgets import Label
from cdd_desktop.updates.start import read_current
from cdd_desktop.updates.state import Installed, Standing, UpdateState


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return enrolled_office(tmp_path / "office", FixedClock(DEMO_NOW))


@pytest.fixture
def sitting(qtbot: QtBot, office: Office) -> Iterator[Sitting]:
    opened = Sitting(qtbot, office)
    yield opened
    opened.end()


def home(sitting: Sitting) -> HomeScreen:
    sitting.open(None, "home")
    screen = sitting.window.screen_named("home")
    assert isinstance(screen, HomeScreen)
    return screen


def installed(sitting: Sitting, releases: ReleaseWorld, running: str = "0.1.0") -> None:
    sitting.program.desk.updates.place = Installed(releases.here(running), running, releases.root)


def test_a_version_comes_by_stick_and_waits_for_the_next_start(sitting: Sitting, tmp_path: Path) -> None:
    releases = ReleaseWorld(tmp_path / "releases")
    program = releases.install()
    releases.released("0.1.0", "0.1.1")
    stick = tmp_path / "stick"
    releases.repository.copy_to(stick / "CDD-Updates")
    dialog = TakeDialog(sitting.program.desk, sitting.window)
    dialog.begin()
    dialog.use(stick)
    sitting.idle()
    assert "USB" in dialog.banner.text()
    assert "ไม่พบไฟล์" in dialog.banner.text(), "a copy that does not update itself passes them over"
    installed(sitting, releases)
    dialog.use(stick)
    sitting.idle()
    assert "รุ่นใหม่" in dialog.banner.text()
    assert not layout_faults(dialog)
    dialog.close()
    assert sitting.program.desk.updates.state == UpdateState(Standing.READY, "0.1.1")
    screen = home(sitting)
    assert "0.1.1" in screen.new_version.text()
    assert not (*naming_faults(screen), *keyboard_faults(screen), *colour_faults(screen), *layout_faults(screen))
    QTest.mouseClick(screen.new_version.later, Qt.MouseButton.LeftButton)
    assert screen.new_version.isHidden()
    assert releases.start(program) == ["0.1.1"]


def test_unsaved_work_is_left_alone(sitting: Sitting, tmp_path: Path) -> None:
    """A version is made ready while somebody is in the middle of a number: window, box and letters stay, nothing is
    asked, nothing that runs is touched, and what was typed is saved as always."""
    releases = ReleaseWorld(tmp_path / "releases")
    releases.install()
    releases.released("0.1.0", "0.1.1")
    releases.repository.copy_to(tmp_path / "stick" / "CDD-Updates")
    installed(sitting, releases)
    running = read_tree(releases.here().running)
    add_groups(sitting.workplace)
    sitting.open(key_of("saving_group", "2561-q2"))
    shown = sitting.answer(None)
    box = sitting.go_to("members_male")
    assert isinstance(box, QLineEdit)
    sitting.keys("1")
    assert sitting.program.desk.updates.take_from(tmp_path / "stick")
    sitting.keys("2")
    assert sitting.entry.autosave is not None
    assert sitting.entry.autosave.busy, "not saved yet"
    sitting.idle()
    sitting.keys("3")
    assert sitting.program.desk.updates.state == UpdateState(Standing.READY, "0.1.1")
    assert (sitting.window.current, QApplication.focusWidget(), box.text(), shown) == ("entry", box, "123", [])
    assert read_tree(releases.here().running) == running
    assert not releases.log.exists(), "the new version was proved, not started"
    sitting.saved()
    assert sitting.workplace.read(read_entry, sitting.entry.autosave.ref).values["members_male"] == 123


def test_the_window_confirms_the_version_that_shows_it(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    releases = ReleaseWorld(tmp_path / "releases")
    releases.install()
    releases.released("0.1.0", "0.1.1")
    releases.round()
    place = Installed(releases.here("0.1.1"), "0.1.1", releases.root)
    assert not read_current(releases.machine).confirmed
    place.confirm()
    assert read_current(releases.machine).confirmed
    replace(place, version="0.1.0").confirm()
    assert read_current(releases.machine).version == "0.1.1"


def test_a_version_that_does_not_work_here_is_said_once_and_in_words(sitting: Sitting, tmp_path: Path) -> None:
    releases = ReleaseWorld(tmp_path / "releases")
    releases.install()
    releases.released("0.1.0")
    releases.released("0.1.1", works=False)
    stick = tmp_path / "stick"
    releases.repository.copy_to(stick / "CDD-Updates")
    installed(sitting, releases)
    screen = home(sitting)
    assert sitting.program.desk.updates.take_from(stick)
    sitting.idle()
    assert sitting.program.desk.updates.state.code == "update-self-check"
    assert "0.1.1" in screen.new_version.text()
    assert not screen.new_version.isHidden()
    sitting.open(None, "about")
    about = sitting.window.screen_named("about")
    assert about is not None
    assert any("0.1.1" in label.text() for label in about.findChildren(Label))


def test_a_stick_without_a_list_changes_nothing(sitting: Sitting, tmp_path: Path) -> None:
    releases = ReleaseWorld(tmp_path / "releases")
    releases.install()
    installed(sitting, releases)
    (tmp_path / "stick" / "CDD-Updates").mkdir(parents=True)
    assert sitting.program.desk.updates.take_from(tmp_path / "stick")
    sitting.idle()
    assert sitting.program.desk.updates.state == UpdateState()
    assert home(sitting).new_version.isHidden()


def test_over_a_line_paid_by_volume_no_version_is_looked_for(sitting: Sitting, tmp_path: Path) -> None:
    releases = ReleaseWorld(tmp_path / "releases")
    releases.install()
    installed(sitting, releases)
    sync, updates = sitting.program.sync, sitting.program.desk.updates
    sync.metered = lambda: True
    reached = SyncStatus(outcome=SyncOutcome("sync-done", {}))
    assert reached.online
    updates.note_contact(reached)
    assert sitting.program.tasks.running == 0
    sync.metered = lambda: False
    updates.note_contact(reached)
    assert sitting.program.tasks.running == 1
    sitting.idle()
