"""The table beside what else the office has: its agenda, its villages, the entries of other people."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from entry_office import Office, Sitting
from grid_office import Q2, go, grid, grid_office
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.paths import profile
from cdd_desktop.ui import lull as lull_module
from cdd_desktop.ui.home.screen import HomeScreen


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return grid_office(tmp_path_factory.mktemp("office"))


@pytest.fixture
def office(template: Path, tmp_path: Path, clock: FixedClock) -> Office:
    shutil.copytree(template, tmp_path / "data")
    return Office(profile("test", tmp_path / "data"), clock)


@pytest.fixture
def sitting(qtbot: QtBot, office: Office) -> Iterator[Sitting]:
    sitting = Sitting(qtbot, office)
    sitting.open(Q2, "grid")
    yield sitting
    sitting.end()


def test_the_agenda_waits_for_a_pause_in_typing_and_home_shows_it_at_once(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, lull = sitting.window, sitting.program.tasks.lull
    outbox = window.navigation.button("outbox")
    before, agendas = outbox.accessibleName(), list[object]()
    window.agenda_read.connect(agendas.append)
    saver = grid(sitting).saver
    assert saver is not None
    for figure in "567":
        go(sitting, 1, "members_male")
        sitting.keys(figure)
        sitting.press(Qt.Key.Key_Return)
        saver.flush()
        sitting.qtbot.waitUntil(lambda: not saver.busy and sitting.program.tasks.running == 0, timeout=5000)
    assert not lull.quiet
    assert (agendas, outbox.accessibleName()) == ([], before)
    window.open("home")
    sitting.qtbot.waitUntil(lambda: sitting.program.tasks.running == 0, timeout=5000)
    home = window.screen_named("home")
    assert isinstance(home, HomeScreen)
    row = next(row for row in home.rows if row.view.key == Q2)
    assert (row.view.state, row.view.pending) == (SubmissionState.DRAFT, 3)
    monkeypatch.setattr(lull_module, "PAUSE_MS", 1)
    sitting.qtbot.waitUntil(lambda: len(agendas) == 1, timeout=5000)  # three saves, one reading
    assert outbox.accessibleName() != before
