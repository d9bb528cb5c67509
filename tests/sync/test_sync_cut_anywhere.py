"""The connection cut after every single byte of a request and of its answer, or silent from there on: the next
contact heals it, with the same receipt."""

from __future__ import annotations

import pytest
from loopback import CuttingProxy
from mortal import MortalCentral, ended, sync_once
from sqlalchemy import func, select

from cdd_desktop.store.rows import OutboxRow, ReceiptRow
from cdd_desktop.sync.gateway import STALL_SECONDS

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}
SHORT_STALL = 0.3
CUTS = 8


@pytest.fixture
def line(world):
    """Central in a process of its own, behind a proxy that cuts, and a machine that has been there before."""
    world.central.stop()
    central = MortalCentral(str(world.central.database), world.central.port)
    process = central.start()
    proxy = CuttingProxy(world.central.port)
    desk = world.desk()
    assert sync_once(desk.workplace, desk.address) == "sync-done"
    yield Line(central, proxy, desk)
    proxy.close()
    process.kill()
    assert ended(process, ask=False)
    world.central.start()


class Line:
    """Contacts that are cut somewhere, and what is there after each."""

    def __init__(self, central, proxy, desk):
        self.central, self.proxy, self.desk = central, proxy, desk
        self.edits = 0

    def measure(self):
        """How many bytes a contact with one edit carries, each way."""
        self.edit()
        assert self.desk.sync(self.proxy.address).ok
        return self.proxy.carried

    def edit(self, records=1):
        for _ in range(records):
            self.edits += 1
            self.desk.save({**ORGANISATION, "name_th": f"กลุ่มที่ {self.edits:05}"})

    def cut(self, way, offset, stall=STALL_SECONDS):
        """The code of a contact that is cut there, and whether central had taken everything by then."""
        self.proxy.up, self.proxy.down = (offset, None) if way == "up" else (None, offset)
        code = self.desk.sync(self.proxy.address, stall=stall).code
        return code, self.central.held()[0] == self.edits

    def heal(self, place):
        """The next contact goes through, and everything is well."""
        self.proxy.up = self.proxy.down = None
        outcome = self.desk.sync(self.proxy.address)
        assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0), place
        assert outcome.checked == "same", place

    def check(self, place):
        """Every edit once at central, and its receipts are those of the machine."""
        records, changes, receipts = self.central.held()
        with self.desk.workplace.store.read() as session:
            own = session.scalars(select(ReceiptRow.no)).all()
            assert session.scalar(select(func.count()).select_from(OutboxRow)) == 0, place
        assert records == changes == self.edits, place
        assert sorted(own) == sorted(receipts), place


def test_cut_after_every_byte(line):
    """Several cuts follow one another before a contact goes through: what was cut once is cut again elsewhere."""
    up, down = line.measure()
    offsets = [("up", n) for n in range(up)] + [("down", n) for n in range(down)]
    for start in range(0, len(offsets), CUTS):
        line.edit()
        for place in offsets[start : start + CUTS]:
            code, taken = line.cut(*place)
            if code == "sync-done":  # what went this time is some bytes shorter than what was measured
                assert line.proxy.carried[place[0] == "down"] <= place[1], place
                line.edit()
                continue
            assert code in ("connection-lost", "no-connection"), place
            assert taken or place[0] == "up", place  # an answer's first byte comes after the commit
        line.heal(place)
        line.check(place)


def test_silent_after_some_bytes(line):
    """Half open: nobody says that the line is gone. The time-out counts seconds without a byte."""
    up, down = line.measure()
    line.proxy.silent = True
    for place in [("up", n) for n in (1, up // 2, up - 20)] + [("down", n) for n in (1, down // 2, down - 20)]:
        line.edit()
        assert line.cut(*place, stall=SHORT_STALL) == ("connection-lost", place[0] == "down")
        line.heal(place)
        line.check(place)


def test_a_larger_batch_cut_at_places_all_over(line):
    """Its halves travel after a cut, and what central took of the whole has the result it had."""
    line.edit(40)
    assert line.desk.sync(line.proxy.address).ok
    up, down = line.proxy.carried
    for place in [("up", n) for n in range(7, up, up // 4)] + [("down", n) for n in range(7, down, down // 4)]:
        line.edit(40)
        line.cut(*place)
        line.heal(place)
        records, changes, _ = line.central.held()
        assert records == changes == line.edits, place
        assert line.desk.states() == []
