"""The file for the administrator: complete enough to help, readable by a person and by central, nothing personal."""

from __future__ import annotations

import io
import logging
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Office, Sitting, add_groups, add_register, enrolled_office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from screen_access import colour_faults, keyboard_faults, naming_faults
from screen_faults import layout_faults

from cdd_desktop.clock import FixedClock
from cdd_desktop.logs import set_up_logs, write_crash
from cdd_desktop.operations.contact import note_contact
from cdd_desktop.operations.support import make_support, support_name
from cdd_desktop.ui.about.screen import AboutScreen
from cdd_desktop.ui.messages import FileWish

CITIZEN, NAME, PHONE, NOTE = "1009900001018", "สมหมาย ทดสอบปลูก", "0899990000", "ป่วยเป็นโรคประจำตัว"
LATIN = "Sommai Planted"
LEADER = {"citizen_id": CITIZEN, "first_name": NAME, "last_name": LATIN, "phone": PHONE}
PLANTED = (
    CITIZEN,
    "1-0099-00001-01-8",
    NAME,
    "สมหมาย",
    LATIN,
    "Planted",
    PHONE,
    NOTE,
    "นางบัวผัน",
    "0812345678",
    "somchai",
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office that has worked, failed and logged; what people typed got into every error on the way."""
    office = enrolled_office(tmp_path, FixedClock(DEMO_NOW))
    desk = office.work_as()
    add_groups(desk)
    add_register(desk, "leader", "leader", LEADER)
    desk.do(note_contact, "file-applied", {"name": f"{NAME}.cddpack", "received": 3, "address": "/home/somchai"})
    desk.close()
    logs = office.profile.logs
    handler = set_up_logs(logs)
    try:
        log = logging.getLogger("cdd_desktop.ui.tasks")
        try:
            raise ValueError(f"UNIQUE constraint failed: {LEADER} {NOTE} 1-0099-00001-01-8")
        except ValueError as error:
            log.error("a task failed: %s", type(error).__name__, exc_info=error)
            log.info("opened /home/somchai/%s of %s %s", NAME, LATIN, PHONE)
            logging.getLogger("elsewhere").info("%s", LEADER)
            write_crash(logs, error)
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    return office


def texts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


pytestmark = pytest.mark.expects_log("a task failed")


def test_nothing_that_was_planted_is_in_it(office: Office) -> None:
    desk = office.work_as()
    data = make_support(desk)
    desk.close()
    texts = texts_of(data)
    assert [(name, word) for name, text in texts.items() for word in PLANTED if word in text or word in name] == []
    assert '"unit": "5007"' in texts["about.json"]
    assert '"records": 4' in texts["counts.json"]
    assert '"code": "file-applied", "received": 3' in texts["contacts.jsonl"]
    assert texts["integrity.txt"].strip() == "ok"
    log = texts["logs/cdd-desktop.log"]
    assert "ERROR cdd_desktop.ui.tasks: ValueError" in log
    assert "test_support_file.py:" in log
    assert "builtins.ValueError" in texts["logs/crash-000001.txt"]


def test_from_the_window_to_the_administrator(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    sitting = Sitting(qtbot, office)
    try:
        sitting.open(None, "about")
        screen = sitting.window.screen_named("about")
        assert isinstance(screen, AboutScreen)
        target = tmp_path / support_name("5007", DEMO_NOW)
        assert target.name == "5007-25610318.cddsupport.zip"
        wishes: list[FileWish] = []
        sitting.program.desk.messages.recorder = lambda shown: (wishes.append(shown), target)[1]
        QTest.mouseClick(screen.support, Qt.MouseButton.LeftButton)
        sitting.idle()
        assert wishes[0].suggested == target.name
        assert target.name in screen.banner.text()
        assert not (*naming_faults(screen), *keyboard_faults(screen), *colour_faults(screen), *layout_faults(screen))
    finally:
        sitting.end()
    said = _central(target)
    assert "unit       5007" in said
    assert "integrity  ok" in said
    assert "crash-000001.txt  builtins.ValueError" in said
    assert [word for word in PLANTED if word in said] == []


def test_another_file_is_refused_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "x.zip"
    other.write_bytes(b"PK nothing")
    assert ".cddsupport.zip" in _central(other, status=2)


def _central(file: Path, status: int = 0) -> str:
    command = [sys.executable, "-m", "cdd_desktop.central", "--language", "en", "support", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr
