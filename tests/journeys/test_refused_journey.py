"""A log-in that central refuses: said in Thai on the sync screen, tried again by itself, and well in the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from central_process import CentralProcess, enrolled
from entry_office import Sitting, add_groups
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.settings import Settings
from cdd_desktop.store.rows import OutboxRow
from cdd_desktop.ui.outbox.screen import OutboxScreen

BY_ITSELF = Settings(language="th", background_sync=True, metered_sync=True)


def revoke(database: Path, at: str) -> None:
    """What an administrator of central does to a machine; an empty instant takes it back."""
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE device SET revoked_at = ?", (at,))
    connection.close()


def waiting(sitting: Sitting) -> int:
    with sitting.workplace.store.read() as session:
        return session.query(OutboxRow).count()


def follow(sitting: Sitting, code: str) -> OutboxScreen:
    """The sync screen once a contact that nobody asked for has ended with a code."""
    sync = sitting.program.sync
    sitting.qtbot.waitUntil(
        lambda: sync.status.outcome is not None and sync.status.outcome.code == code, timeout=30_000
    )
    sitting.window.open("outbox")
    sitting.idle()
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    return screen


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralProcess]:
    made = CentralProcess(tmp_path)
    yield made
    made.stop()


def test_a_refused_log_in_is_said_in_thai_and_tried_again_by_itself(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, central: CentralProcess
) -> None:
    office, enrolment = enrolled(central, tmp_path, clock, "first")
    central.start()
    sitting = Sitting(qtbot, office, enrolment.people[0].id)
    sitting.program.sync.use_settings(BY_ITSELF)
    follow(sitting, "sync-done")
    add_groups(sitting.workplace)
    left = waiting(sitting)
    assert left

    revoke(tmp_path / "central.db", "2018-03-18T02:00:00Z")
    clock.advance(timedelta(hours=1))
    screen = follow(sitting, "login-refused")
    standing = screen.sending.standing
    assert standing.title == "ส่วนกลางไม่รับการเข้าใช้ของเครื่องนี้"
    assert standing.chip == "ยังส่งไม่สำเร็จ"
    assert "ข้อมูลยังอยู่ครบในเครื่อง" in standing.note
    assert f"การเปลี่ยนแปลง {left} ครั้งรออยู่ในเครื่องนี้" in standing.note
    assert "จะลองใหม่เวลา 09:40 น." in standing.note
    assert screen.sending.heading.text() == standing.title
    assert screen.sending.isVisible()
    assert waiting(sitting) == left

    revoke(tmp_path / "central.db", "")
    clock.advance(timedelta(minutes=1))
    screen = follow(sitting, "sync-done")
    assert screen.sending.standing.title == "ส่วนกลางรับครบแล้ว"
    assert waiting(sitting) == 0
    sitting.end()
