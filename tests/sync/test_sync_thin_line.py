"""Sixty entries over a real line of 9.6 kbit/s with a second of round trip, torn down twice on the way."""

from __future__ import annotations

import importlib.util
import random
import sys
import threading
from pathlib import Path

from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway

HERE = Path(__file__).parents[2] / "benchmarks" / "thin_line.py"
RECORDS = 60


def thin_line():
    """The line of the benchmark."""
    spec = importlib.util.spec_from_file_location("thin_line", HERE)
    module = sys.modules["thin_line"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_over_a_thin_line_with_cuts_everything_arrives_once_in_one_contact(world):
    """The first cut comes in the middle of the request, the second where it has gone on, or in the answer."""
    line_of = thin_line()
    desk, chance = world.desk(), random.Random(0)
    assert desk.sync().ok
    for number in range(RECORDS):
        desk.save({"org_kind": "group", "name_th": f"กลุ่มที่ {number}", "remark": chance.randbytes(40).hex()})
    with line_of.at_line(world.central.port, iter((4.0, 4.0))) as line:
        gateway = HttpGateway([f"http://127.0.0.1:{line.port}"])
        outcome = SyncEngine(desk.workplace, gateway, desk.clock).run(threading.Event(), lambda _: None)
        gateway.close()
    assert (outcome.code, outcome.batches, outcome.left, outcome.checked) == ("sync-done", 1, 0, "same")
    assert outcome.sent == RECORDS
    assert line.cuts == 2
    needed = RECORDS * 40  # bytes of chance, which nothing squeezes
    assert needed < line.up.bytes < 2.5 * needed
    assert 0 < gateway.speed < 9_600 * 2
