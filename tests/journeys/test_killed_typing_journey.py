"""A program killed in the middle of a word: at most half a second is missing, and work goes on at the same letter."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from entry_office import Sitting, add_groups, enrolled_office
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from typing_child import PATH, Q2

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.left_at import read_left
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.ui.home.screen import HomeScreen

TESTS = Path(__file__).resolve().parent.parent
MOST_LOST_SECONDS = 0.5
TEXT = "กลุ่มประชุมทุกวันที่ห้าของเดือน"


@pytest.mark.parametrize(("keys", "screen"), [(33, "entry"), (57, "entry"), (98, "entry"), (71, "grid")])
def test_killed_while_typing(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, request: pytest.FixtureRequest, keys: int, screen: str
) -> None:
    office = enrolled_office(tmp_path, clock)
    workplace = office.work_as()
    add_groups(workplace)
    workplace.close()
    typed = type_until_killed(tmp_path, keys, screen)

    sitting = Sitting(qtbot, office)
    request.addfinalizer(sitting.end)
    left = sitting.workplace.read(read_left)
    assert left is not None
    items = sitting.workplace.read(read_worklist, Q2).items
    if screen == "entry":
        stored = next(item for item in items if item.record_id is not None)
    else:  # the cell was never left, so that its entry has no record
        stored = next(item for item in items if item.register_id == left.ref.register_id)
    assert (left.ref.record_id, left.spot.path, left.spot.caret) == (stored.record_id, PATH, len(left.spot.text))
    whole = "".join(itertools.islice(itertools.cycle(TEXT), len(typed)))
    assert whole.startswith(left.spot.text)
    killed_at = typed[-1]
    assert len(left.spot.text) >= sum(at <= killed_at - MOST_LOST_SECONDS for at in typed)

    home = sitting.window.screen_named("home")
    assert isinstance(home, HomeScreen)
    assert home.left.isVisible()
    assert stored.title in home.left.text()
    home.left.go_on.click()
    sitting.idle()
    box = QApplication.focusWidget()
    assert sitting.entry.panel.form.current_key() == PATH
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    assert sitting.entry.draft.content[PATH] == left.spot.text.strip()
    sitting.keys("ต่อ")
    sitting.saved()
    assert sitting.entry.draft.content[PATH] == left.spot.text + "ต่อ"


def type_until_killed(folder: Path, keys: int, screen: str) -> list[float]:
    """The instants at which the child had typed each key, until it was killed after so many."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS.parent), str(TESTS)])}
    command = [sys.executable, "-W", "ignore", str(TESTS / "typing_child.py"), str(folder), TEXT, screen]
    typed: list[float] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        for line in child.stdout:
            typed.append(float(line.split()[1]))
            if len(typed) >= keys:
                child.kill()
                killed_at = time.monotonic()
                break
        typed += [float(line.split()[1]) for line in child.stdout if len(line.split()) == 2 and line.endswith("\n")]
        child.wait()
    return [at for at in typed if at <= killed_at]
