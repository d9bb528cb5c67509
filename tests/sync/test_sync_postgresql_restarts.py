"""PostgreSQL goes down and comes again while several machines send: they converge, and no cursor skips anything."""

from __future__ import annotations

import threading

import pytest
from mortal import MortalCentral, ended
from sync_world import free_port, prepare

from cdd_desktop.clock import FixedClock
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway

ORGANISATION = {"org_kind": "group", "chair_name": "ประธานตัวอย่าง"}
RESTARTS = 2


class Worker(threading.Thread):
    """A machine that enters and sends, entry after entry, whatever the answers are."""

    def __init__(self, desk, name):
        super().__init__(name=name)
        self.desk, self.statuses, self.codes = desk, set(), set()
        self.saved, self.well, self.refused, self.over = [], threading.Event(), threading.Event(), threading.Event()

    def run(self):
        gateway = HttpGateway([self.desk.address])
        gateway._client.event_hooks = {"response": [lambda response: self.statuses.add(response.status_code)]}
        engine = SyncEngine(self.desk.workplace, gateway, FixedClock(self.desk.clock.now()))
        while not self.over.is_set():
            self.saved.append(self.desk.save({**ORGANISATION, "name_th": f"{self.name} {len(self.saved)}"}))
            outcome = engine.run(threading.Event(), lambda _: None)
            self.codes.add(outcome.code)
            (self.well if outcome.ok else self.refused).set()
        gateway.close()


@pytest.fixture
def server(postgres, tmp_path):
    """Central in a process of its own on a database of its own, and three machines of two offices."""
    url, port = postgres.create("restarted_central", "empty_central"), free_port()
    prepared = prepare(tmp_path, ("5007", "5007", "5001"), address=url, keys=postgres.keys)
    process = MortalCentral(url, port, postgres.keys).start()
    desks = [prepared.desk(number, f"http://127.0.0.1:{port}") for number in range(3)]
    yield desks
    for desk in desks:
        desk.workplace.close()
    process.kill()
    ended(process, ask=False)
    postgres.drop("restarted_central")


def wait_for_all(workers, name):
    """Until each machine has had such a contact from now on."""
    for worker in workers:
        getattr(worker, name).clear()
    for worker in workers:
        assert getattr(worker, name).wait(60), (worker.name, name)


def test_postgresql_restarted_in_the_middle(server, postgres):
    workers = [Worker(desk, f"กลุ่ม{number}") for number, desk in enumerate(server)]
    for worker in workers:
        worker.start()
    for _ in range(RESTARTS):
        wait_for_all(workers, "well")
        postgres.stop()
        wait_for_all(workers, "refused")
        postgres.begin()
    wait_for_all(workers, "well")
    for worker in workers:
        worker.over.set()
        worker.join(60)
    assert set().union(*(worker.statuses for worker in workers)) == {200, 503}
    assert set().union(*(worker.codes for worker in workers)) == {"sync-done", "central-busy"}
    for _ in range(2):
        outcomes = [desk.sync() for desk in server]
    assert [(outcome.code, outcome.left, outcome.checked) for outcome in outcomes] == [("sync-done", 0, "same")] * 3
    here, there, other = server
    for record in workers[0].saved + workers[1].saved:
        assert here.content(record) is not None
        assert here.content(record) == there.content(record)
        assert other.content(record) is None
    assert all(other.content(record) for record in workers[2].saved)
