"""A list of many rows: an office that owes years of reports still sees each of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from entry_office import Sitting, enrolled_office
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.ui.home.screen import HomeScreen


def test_every_row_of_a_long_agenda_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    late = datetime(2025, 11, 28, 9, 0, tzinfo=BANGKOK)
    sitting = Sitting(qtbot, enrolled_office(tmp_path / "office", FixedClock(late)))
    sitting.open(None, "home")
    sitting.idle()
    home = sitting.window.screen_named("home")
    assert isinstance(home, HomeScreen)
    assert len(home.rows) > 128
    assert min(row.height() for row in home.rows) > 20
    sitting.end()
