"""How long the rest takes on a line, from what was measured on it."""

from __future__ import annotations

import threading
from datetime import timedelta

from cdd_desktop.operations.claim_batch import claim_batch
from cdd_desktop.operations.pace import Pace
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.outcome import SyncStep

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}


def test_the_pace_of_the_line_is_measured_and_tells_how_long_the_rest_takes(world):
    """Each request takes a minute by this clock; the next contact begins with what the last one measured."""

    class Slow(HttpGateway):
        def exchange(self, body, token):
            world.clock.advance(timedelta(minutes=1))
            return super().exchange(body, token)

    desk = world.desk()
    seen = []

    def contact():
        seen.clear()
        gateway = Slow([desk.address])
        assert SyncEngine(desk.workplace, gateway, desk.clock).run(threading.Event(), seen.append).ok
        gateway.close()
        return [progress for progress in seen if progress.step is SyncStep.SENDING]

    for number in range(6):
        desk.save({**ORGANISATION, "name_th": f"กลุ่มทอผ้าที่ {number}"})
    desk.workplace.do(claim_batch, limit=2)
    first, second = contact()
    assert (first.batch, first.batches, first.seconds_left) == (1, 3, None)
    assert (second.batch, second.sent, second.seconds_left) == (2, 2, 120.0)
    outbox = desk.workplace.read(read_outbox)
    assert outbox.pace == Pace(6, 120.0)
    for number in range(6, 9):
        desk.save({**ORGANISATION, "name_th": f"กลุ่มทอผ้าที่ {number}"})
    [third] = contact()
    assert third.seconds_left == 60.0
