"""The first start without a line: language, file and password, and everything the office has from the same stick."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from central_process import CentralProcess, enrolled
from demo_day import DEMO_NOW
from entry_office import add_groups
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from screen_faults import layout_faults
from shell_program import Answers, Start, settle

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.enrol import read_enrolment
from cdd_desktop.operations.read_status import read_status
from cdd_desktop.paths import profile
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.ui.sign_in.first_start import FirstStartScreen

MOST_SECONDS = 20  # of the machine's own work, of the two minutes a person has


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that has worked and sent; the stick that central writes for its next machine."""
    folder = tmp_path_factory.mktemp("central")
    clock = FixedClock(DEMO_NOW)
    central = CentralProcess(folder)
    first, enrolment = enrolled(central, folder, clock, "first")
    central.start()
    workplace = first.work_as(enrolment.people[0].id)
    add_groups(workplace)
    gateway = HttpGateway([f"http://127.0.0.1:{central.port}"])
    assert SyncEngine(workplace, gateway, clock).run(threading.Event(), lambda _progress: None).ok
    gateway.close()
    workplace.close()
    central.stop()
    stick = folder / "stick"
    stick.mkdir()
    words = ("--address", f"http://127.0.0.1:{central.port}", "--now", DEMO_NOW.isoformat())
    files = ("--out", str(stick / "5007.cddenrol"), "--start", str(stick / "5007.cddpack"))
    command = [sys.executable, "-m", "cdd_desktop.central", "enrol", "5007", *files, *words]
    subprocess.run([*command, "--database", str(folder / "central.db")], check=True, stdout=subprocess.DEVNULL)
    return stick


@pytest.fixture
def stick(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "stick"))


def test_from_nothing_to_work_without_a_line(start: Start, stick: Path, tmp_path: Path, qtbot: QtBot) -> None:
    enrolment = read_enrolment((stick / "5007.cddenrol").read_bytes(), FixedClock(DEMO_NOW))
    program = start(profile("new", tmp_path / "new"))
    begun = os.times()
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    qtbot.mouseClick(screen.other_language, Qt.MouseButton.LeftButton)
    settle(program)
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    assert screen.choose_file.text() == "Choose the enrolment file…"
    assert not layout_faults(screen)
    qtbot.mouseClick(screen.other_language, Qt.MouseButton.LeftButton)
    settle(program)
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    program.desk.messages.recorder = Answers(stick / "5007.cddenrol")
    qtbot.mouseClick(screen.choose_file, Qt.MouseButton.LeftButton)
    settle(program)
    assert not screen.package.isHidden()
    assert not layout_faults(screen)
    boxes = (screen.choose.pin, screen.choose.password, screen.choose.again)
    for box, text in zip(boxes, (enrolment.people[0].pin, "a long password", "a long password"), strict=True):
        qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
        assert program.window.focusWidget() is box, "from who one is on, Tab leads through the boxes"
        qtbot.keyClicks(box, text)
    qtbot.keyClick(screen.choose.again, Qt.Key.Key_Return)
    settle(program)
    assert program.window.current == "home"
    assert program.desk.workplace.read(read_status).records == 3, "the groups of the office's first machine"
    ended = os.times()
    assert ended.user + ended.system - begun.user - begun.system < MOST_SECONDS


def test_a_package_of_somebody_else_stops_nothing(start: Start, stick: Path, tmp_path: Path, qtbot: QtBot) -> None:
    (stick / "5007.cddpack").write_bytes(b"something else")
    enrolment = read_enrolment((stick / "5007.cddenrol").read_bytes(), FixedClock(DEMO_NOW))
    program = start(profile("new", tmp_path / "new"))
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    screen.take_file(stick / "5007.cddenrol")
    settle(program)
    screen.choose.pin.setText(enrolment.people[0].pin)
    screen.choose.password.setText("a long password")
    screen.choose.again.setText("a long password")
    screen.submit()
    settle(program)
    assert program.window.current == "home"
    assert program.desk.workplace.read(read_status).records == 0
