"""Sync behind the window: by itself, on request, stopped at once, and never on the main thread."""

from __future__ import annotations

import json
import socket
import threading
import time

import pytest
from loopback import Answering
from PySide6.QtNetwork import QNetworkInformation
from sqlalchemy import update
from sync_world import Desk

from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.settings import Settings
from cdd_desktop.store.rows import MetaRow
from cdd_desktop.sync.schedule import Attempts
from cdd_desktop.ui.line import LineWatch
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


class Halfway(Answering):
    """Answers the beginning of something long and then nothing more."""

    def _reply(self, client):
        client.recv(65536)
        client.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{")
        self.asked.set()
        while not self._closing.is_set() and client.recv(65536):
            pass


@pytest.mark.parametrize("kind", [Answering, Halfway])
def test_stopping_cuts_a_stalled_line_at_once(desk, tasks, service, kind):
    """Before the first byte of the answer and in the middle of it: said at once, and over within a second."""
    stalled = kind(None)
    points_to(desk, stalled.address)
    service.attach(desk.workplace)
    service.start()
    assert stalled.asked.wait(20)
    began = time.perf_counter()
    service.stop()
    said = time.perf_counter() - began
    assert not service.status.running
    assert tasks.wait_until_idle(10)
    over = time.perf_counter() - began
    stalled.close()
    print(f"stop said after {said * 1000:.1f} ms, thread over after {over * 1000:.0f} ms")
    assert said < 0.1
    assert over < 1.0
    assert service.status.outcome.code == "sync-stopped"
    assert desk.states() == ["claimed"]


def test_stopping_does_not_wait_for_a_connection_and_the_next_try_follows_it(desk, tasks, service):
    """Nobody takes the connection up, so there is no line to cut yet."""
    nobody = socket.socket()
    nobody.bind(("127.0.0.1", 0))
    nobody.listen(0)
    waiting = [socket.socket() for _ in range(3)]
    for one in waiting:  # the queue is full: whoever comes now hears nothing
        one.setblocking(False)
        one.connect_ex(nobody.getsockname())
    points_to(desk, f"http://127.0.0.1:{nobody.getsockname()[1]}")
    service.attach(desk.workplace)
    service.start()
    assert not tasks.wait_until_idle(1)
    began = time.perf_counter()
    service.stop()
    assert time.perf_counter() - began < 0.1
    assert not service.status.running
    assert service.status.outcome.code == "sync-stopped"
    points_to(desk, desk.address)
    service.start()  # one at a time: it waits for the thread that is still connecting
    assert service.status.running
    for one in (*waiting, nobody):
        one.close()
    assert tasks.wait_until_idle(30)
    assert service.status.online
    assert desk.states() == []


def test_when_the_line_is_back_it_is_tried_at_once(world, desk, tasks, service):
    """Not when the back-off would let it; and not at all where a person sends by hand."""
    world.central.stop()
    service.attach(desk.workplace)
    for _ in range(4):
        service.start()
        assert tasks.wait_until_idle(60)
    assert service.status.next_at > world.clock.now()
    world.central.start()
    watch = LineWatch()
    watch.returned.connect(service.line_returned)
    watch.take(QNetworkInformation.Reachability.Online)
    assert not service.status.running
    service.use_settings(Settings(background_sync=True, metered_sync=True))
    watch.take(QNetworkInformation.Reachability.Local)
    assert not service.status.running
    watch.take(QNetworkInformation.Reachability.Online)
    assert service.status.running
    assert tasks.wait_until_idle(60)
    assert service.status.online
    watch.take(QNetworkInformation.Reachability.Online)
    assert not service.status.running  # nothing had failed


def test_it_begins_by_itself_when_settings_allow(world, desk, tasks, qtbot):
    service = SyncService(tasks, world.clock, Settings(background_sync=True))
    service.attach(desk.workplace)
    qtbot.waitUntil(lambda: service.status.outcome is not None, timeout=30_000)
    service.detach()
    assert desk.states() == []


def test_a_line_paid_by_volume_is_left_alone_until_the_setting_allows_it(desk, tasks, service):
    """Said once in the journal, not at every look; the next line, the setting or the person lets it go on."""
    paid = [True]
    service.metered = lambda: paid[0]
    service.use_settings(Settings(background_sync=True))
    service.attach(desk.workplace)
    for _ in range(3):
        service._look()
        assert tasks.wait_until_idle(60)
    assert (service.status.running, service.status.held) == (False, True)
    assert desk.states() != []
    assert [entry.code for entry in desk.workplace.read(read_outbox).contacts] == ["line-metered"]
    service.use_settings(Settings(background_sync=True, metered_sync=True))
    assert not service.status.held
    service._look()
    assert service.status.running
    assert tasks.wait_until_idle(60)
    assert desk.states() == []

    service.use_settings(Settings(background_sync=True))
    service._attempts = Attempts()
    service._look()
    assert tasks.wait_until_idle(60)
    assert service.status.held
    assert [entry.code for entry in desk.workplace.read(read_outbox).contacts] == ["sync-done", "line-metered"]
    paid[0] = False  # another line; nothing waited meanwhile, so there was nothing to say
    service._look()
    assert tasks.wait_until_idle(60)
    assert (service.status.online, service.status.held) == (True, False)


def test_nothing_begins_when_nobody_is_signed_in(world, tasks, qapp):
    service = SyncService(tasks, world.clock, Settings(background_sync=True))
    service.start()
    assert not service.status.running
    assert tasks.running == 0
    assert threading.active_count() < 20
    assert Attempts().due(world.clock.now())
