"""Batches fit the link: their size follows what the line has been, and a cut one goes in halves without doubling."""

from __future__ import annotations

import random
import threading

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from cdd_desktop.central.tables.rows import BatchRow as CentralBatch
from cdd_desktop.central.tables.rows import ChangeRow as CentralChange
from cdd_desktop.central.tables.rows import RecordRow as CentralRecord
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.link import MOST, Link, read_link
from cdd_desktop.store.rows import BatchRow
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway

NAMES = [f"กลุ่มตัวอย่างที่ {number}" for number in range(9)]
seconds = st.floats(-100, 100_000, allow_nan=False)
happenings = st.lists(st.one_of(seconds.map(lambda s: ("cut", s)), st.tuples(seconds, st.integers(0, MOST))))


@given(happenings)
def test_the_limit_stays_in_bounds_halves_on_a_cut_and_grows_by_at_most_half(line):
    link = Link()
    for happened, much in line:
        before = link.limit
        if happened == "cut":
            link = link.cut(much)
            assert link.limit == max(1, before // 2)
        else:
            link = link.answered(happened, much)
            assert link.limit <= before * 1.5 + 1
        assert 1 <= link.limit <= MOST


def test_a_line_that_is_never_cut_soon_carries_full_batches():
    link = Link()
    rounds = 0
    while link.limit < MOST:
        link, rounds = link.answered(0.5, link.limit), rounds + 1
    assert rounds <= 6


def sent_over(seed, *, records=935, each=43 / 1200, trip=1.0, between=30.0):
    """935 records of 43 bytes over 9.6 kbit/s with a round trip of a second and a cut every half minute: how much
    longer than without cuts, and which share is carried twice. What was on its way when the line broke is lost; a new
    connection and the question how much has come take a round trip each."""
    chance = random.Random(seed)
    link, now, again, left = Link().answered(trip, 0), trip, 0.0, float(records)
    cut_at = chance.expovariate(1 / between)
    while left:
        size, began = min(link.limit, left), now
        rest = float(size)
        while now + trip + rest * each > cut_at:
            on_the_line = min(max(cut_at - now, 0.0) / each, rest)
            lost = min(on_the_line, trip / 2 / each)
            rest -= on_the_line - lost
            again += lost
            now = max(cut_at, now) + 2 * trip
            cut_at += chance.expovariate(1 / between)
        now, left = now + trip + rest * each, left - size
        link = link.answered(now - began, size)
    return now / (trip + records * each), again / records


def test_a_thin_line_with_cuts_wastes_little():
    found = [sent_over(seed) for seed in range(300)]
    assert sum(longer for longer, _ in found) / len(found) <= 1.3
    assert sum(twice for _, twice in found) / len(found) <= 0.05


class LosesAnswers(HttpGateway):
    """The request arrives, the answer does not."""

    def exchange(self, body, token):
        super().exchange(body, token)
        raise RefusedError("connection-lost")


class LosesRequests(HttpGateway):
    def exchange(self, body, token):
        raise RefusedError("connection-lost")


def lose(desk, kind):
    gateway = kind([desk.address])
    try:
        return SyncEngine(desk.workplace, gateway, desk.clock).run(threading.Event(), lambda _: None)
    finally:
        gateway.close()


def batches(desk):
    with desk.workplace.store.read() as session:
        return [row.changes for row in session.scalars(select(BatchRow).order_by(BatchRow.created_at, BatchRow.id))]


def test_a_cut_batch_goes_in_halves_and_every_change_counts_once(world):
    desk = world.desk()
    desk.sync()
    before = desk.workplace.read(read_link).limit
    for name in NAMES:
        desk.save({"org_kind": "group", "name_th": name})
    assert lose(desk, LosesAnswers).code == "connection-lost"  # central has all nine
    assert batches(desk) == [5, 4]
    assert lose(desk, LosesRequests).left == len(NAMES)
    assert batches(desk) == [3, 2, 4]
    assert desk.workplace.read(read_link).limit == before // 4
    outcome = desk.sync()
    assert (outcome.left, outcome.needs_you, outcome.batches, outcome.checked) == (0, 0, 3, "same")
    with world.central.endpoint.database.read() as session:
        assert session.scalar(select(func.count()).select_from(CentralRecord)) == len(NAMES)
        assert session.scalar(select(func.count()).select_from(CentralChange)) == len(NAMES)
        assert session.scalar(select(func.count()).select_from(CentralBatch)) == 4


def test_how_long_photos_take_is_told_from_pieces_that_were_carried():
    link = Link(overhead=2.0)
    assert link.seconds_for(100_000) is None
    link = link.carried(2.0 + 32 * 3.0, 32 * 1024)
    assert link.seconds_for(64 * 1024) == 64 * 3.0 + 2 * 2.0
