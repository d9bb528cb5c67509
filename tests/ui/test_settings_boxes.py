"""Boxes of the settings that can be wrong: the proxy, and the folder for backups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import OFFICER, Sitting, enrolled_office
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.settings import load_settings
from cdd_desktop.ui.settings.screen import SettingsScreen


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    opened = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)), OFFICER)
    opened.open(None, "settings")
    yield opened
    opened.end()


@pytest.fixture
def screen(sitting: Sitting) -> SettingsScreen:
    found = sitting.window.screen_named("settings")
    assert isinstance(found, SettingsScreen)
    return found


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
