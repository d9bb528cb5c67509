"""A large request whose line breaks goes on at the byte where it broke, within the same contact."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import CuttingProxy
from sqlalchemy import func, select

from cdd_desktop.central.doors.begun import BegunBodies
from cdd_desktop.central.tables.rows import BatchRow, ChangeRow
from cdd_desktop.sync.bodies import Part, read_part

HEAD = 210  # bytes of a question
HEADS = 900


class CutsAtFirst(CuttingProxy):
    """The first connections are cut after so many bytes, up or down, one after the other; then none."""

    def __init__(self, port, cuts):
        self.cuts = list(cuts)
        self.way_up = self.connections = 0
        super().__init__(port)

    def _carry(self, client):
        way, offset = self.cuts.pop(0) if self.cuts else ("up", None)
        self.up, self.down = (offset, None) if way == "up" else (None, offset)
        self.connections += 1
        super()._carry(client)
        self.way_up += self.carried[0]


def sent_over(world, desk, cuts):
    """The contact with forty new records, and its proxy."""
    chance = random.Random(repr(cuts))
    for _ in range(40):
        desk.save({"org_kind": "group", "name_th": f"กลุ่ม {chance.random()}", "remark": chance.randbytes(60).hex()})
    proxy = CutsAtFirst(world.central.port, cuts)
    try:
        outcome = desk.sync(proxy.address)
    finally:
        proxy.close()
    with world.central.endpoint.database.read() as session:
        counts = [session.scalar(select(func.count()).select_from(row)) for row in (BatchRow, ChangeRow)]
    return outcome, proxy, counts


def test_only_what_central_has_not_got_goes_once_more(world):
    desk = world.desk()
    assert desk.sync().ok
    outcome, proxy, _ = sent_over(world, desk, [])
    whole = proxy.way_up
    assert outcome.ok
    # twice on the way up, once in the answer, when all of the request has come
    for number, cuts in enumerate(
        ([("up", whole // 2)], [("up", whole // 2), ("down", 9), ("up", 700)], [("down", 100)])
    ):
        outcome, proxy, (batches, changes) = sent_over(world, desk, cuts)
        assert (outcome.code, outcome.batches, outcome.left, outcome.checked) == ("sync-done", 1, 0, "same"), cuts
        assert proxy.way_up < whole + len(cuts) * HEADS * 2, cuts
        assert proxy.connections == 1 + len(cuts), cuts
        assert (batches, changes) == (2 + number, 40 * (2 + number))


def test_who_asks_after_all_of_it_has_come_is_answered(world):
    """A cut in the answer costs one question, not a question and a request."""
    desk = world.desk()
    assert desk.sync().ok
    _, plain, _ = sent_over(world, desk, [])
    outcome, broken, (batches, _) = sent_over(world, desk, [("down", 100)])
    assert (outcome.code, batches) == ("sync-done", 2)
    assert broken.way_up < plain.way_up + HEAD * 1.5


def test_a_line_that_carries_no_byte_more_is_given_up(world):
    """Then the batch goes in halves, as after any cut."""
    desk = world.desk()
    assert desk.sync().ok
    outcome, _, _ = sent_over(world, desk, [("up", 100)] * 12)
    assert (outcome.code, outcome.left) == ("connection-lost", 40)
    assert desk.sync().checked == "same"


@given(st.from_regex(r"[0-9a-f]{16}", fullmatch=True), st.none() | st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1))
def test_a_part_is_read_as_it_was_written(name, start, size):
    part = Part(name, start, size)
    assert read_part(str(part)) == part


@pytest.mark.parametrize("text", ["", "a/0/1", "0123456789abcdef/-1/9", "0123456789abcdef/1", "0123456789abcdef/x/9"])
def test_what_is_no_part_is_refused(text):
    with pytest.raises(ValueError, match="no part"):
        read_part(text)


def test_the_oldest_bodies_make_room_and_a_late_connection_adds_nothing():
    begun = BegunBodies(most=100)
    old = begun.take(("", "a", 60))
    old += b"x" * 50
    begun.take(("", "a", 60)).extend(b"y")
    old += b"z"
    assert begun.take(("", "a", 60)) == b"x" * 50 + b"y"
    begun.take(("", "b", 60))
    assert begun.take(("", "a", 60)) == b""
    assert begun.take(("another", "a", 60)) == b""
