"""Sticks and network in any mix, any order, lost, late and twice: in the end the state that the network alone gives."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from stick import central_takes, take, write
from sync_world import World

PATHS = ("chair_phone", "remark")
MACHINES = st.integers(0, 1)
STEPS = st.one_of(
    st.tuples(st.just("save"), MACHINES, st.integers(0, 9)),
    st.tuples(st.just("sync"), MACHINES),
    st.tuples(st.just("write"), MACHINES),
    st.tuples(st.just("central"), st.integers(0, 99)),
    st.tuples(st.just("home"), st.integers(0, 99)),
)


class _Run:
    """Two machines of an office, each with a field of its own in one record; sticks and answers lie about."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.desks = (world.desk(), world.desk())
        self.record = self.desks[0].save({"org_kind": "group", "name_th": "กลุ่มที่หนึ่ง", "chair_name": "เดิม"})
        for desk in self.desks:
            assert desk.sync().ok
        self.sticks: list[tuple[int, bytes]] = []
        self.homes: list[tuple[int, bytes]] = []
        self.last: dict[str, str] = {}

    def save(self, machine: int, value: int) -> None:
        text = f"081234560{value}" if PATHS[machine] == "chair_phone" else f"ค่า {value}"
        self.desks[machine].save({PATHS[machine]: text}, self.record)
        self.last[PATHS[machine]] = text

    def sync(self, machine: int) -> None:
        assert self.desks[machine].sync().ok

    def write(self, machine: int) -> None:
        self.sticks.append((machine, write(self.desks[machine]).data))

    def central(self, number: int) -> None:
        """Some stick, perhaps an old one, perhaps again."""
        if self.sticks:
            machine, data = self.sticks[number % len(self.sticks)]
            self.homes.append((machine, central_takes(self.world, data)))

    def home(self, number: int) -> None:
        if self.homes:
            machine, data = self.homes[number % len(self.homes)]
            take(self.desks[machine], data)

    def settle(self) -> None:
        for desk in (*self.desks, *self.desks):
            outcome = desk.sync()
            assert (outcome.ok, outcome.left, outcome.needs_you) == (True, 0, 0), outcome


@settings(max_examples=5, deadline=None)
@given(st.lists(STEPS, min_size=6, max_size=24))
def test_any_mix_ends_as_the_network_alone(prepared, steps):
    folder = Path(tempfile.mkdtemp(prefix="cdd-mixed-"))
    world = World(folder / "world", prepared)
    try:
        run = _Run(world)
        for name, *arguments in steps:
            getattr(run, name)(*arguments)
        run.settle()
        for machine, data in run.homes:  # every answer once more, long after
            take(run.desks[machine], data)
        run.settle()
        contents = [desk.content(run.record) for desk in run.desks]
        assert contents[0] == contents[1]
        assert {path: contents[0][path] for path in run.last} == run.last
        assert [desk.row(run.record).rev for desk in run.desks].count(run.desks[0].row(run.record).rev) == 2
    finally:
        world.close()
        shutil.rmtree(folder, ignore_errors=True)
