"""Sync behind the window: by itself, on request, stopped at once, and never on the main thread."""

from __future__ import annotations

import json
import threading

import pytest
from loopback import Answering
from sqlalchemy import update
from sync_world import Desk

from cdd_desktop.settings import Settings
from cdd_desktop.store.rows import MetaRow
from cdd_desktop.sync.schedule import Attempts
from cdd_desktop.ui.sync_service import SyncService, SyncStatus
from cdd_desktop.ui.tasks import TaskRunner

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}


def points_to(desk: Desk, address: str) -> None:
    with desk.workplace.store.write() as session:
        session.execute(update(MetaRow).where(MetaRow.key == "addresses").values(value=json.dumps([address])))


@pytest.fixture
def desk(world):
    made = world.desk()
    points_to(made, made.address)
    made.save(ORGANISATION)
    return made


@pytest.fixture
def tasks(qapp):
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture
def service(world, desk, tasks):
    made = SyncService(tasks, world.clock, Settings(background_sync=False))
    yield made
    made.detach()


def statuses(service: SyncService) -> list[SyncStatus]:
    seen: list[SyncStatus] = []
    service.changed.connect(seen.append)
    return seen


def test_on_request_it_sends_and_tells_how_far_it_is(desk, tasks, service):
    service.attach(desk.workplace)
    seen = statuses(service)
    service.start()
    service.start()  # one at a time
    assert tasks.wait_until_idle(60)
    assert seen[0].running
    assert any(status.progress is not None for status in seen)
    assert service.status.outcome.code == "sync-done"
    assert service.status.online
    assert desk.states() == []


def test_a_failure_is_kept_with_the_time_of_the_next_attempt(world, desk, tasks, service):
    world.central.stop()
    service.attach(desk.workplace)
    service.start()
    assert tasks.wait_until_idle(60)
    assert service.status.outcome.code == "no-connection"
    assert not service.status.online
    assert 0 < (service.status.next_at - world.clock.now()).total_seconds() <= 1.5
    world.central.start()
    service.start()
    assert tasks.wait_until_idle(60)
    assert service.status.online


def test_stopping_cuts_a_silent_line_at_once(desk, tasks, service):
    silent = Answering(None)
    points_to(desk, silent.address)
    service.attach(desk.workplace)
    service.start()
    assert silent.asked.wait(20)
    service.stop()
    assert tasks.wait_until_idle(10)
    silent.close()
    assert service.status.outcome.code == "sync-stopped"
    assert desk.states() == ["claimed"]


def test_it_begins_by_itself_when_settings_allow(world, desk, tasks, qtbot):
    service = SyncService(tasks, world.clock, Settings(background_sync=True))
    service.attach(desk.workplace)
    qtbot.waitUntil(lambda: service.status.outcome is not None, timeout=30_000)
    service.detach()
    assert desk.states() == []


def test_nothing_begins_when_nobody_is_signed_in(world, tasks, qapp):
    service = SyncService(tasks, world.clock, Settings(background_sync=True))
    service.start()
    assert not service.status.running
    assert tasks.running == 0
    assert threading.active_count() < 20
    assert Attempts().due(world.clock.now())
