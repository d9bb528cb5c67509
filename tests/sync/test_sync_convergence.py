"""Two machines of an office, random saves, random contacts, random cuts and decisions: in the end all is one."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from loopback import CuttingProxy
from sqlalchemy import select
from sync_world import World

from cdd_desktop.domain.record import content_digest
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.settle_question import settle_conflict
from cdd_desktop.store.rows import RecordRow

PATHS = ("chair_name", "chair_phone", "remark")
MACHINES = st.integers(0, 1)
SAVES = st.tuples(st.just("save"), MACHINES, st.integers(0, 2), st.sampled_from(PATHS), st.integers(0, 9))
CONTACTS = st.tuples(st.just("sync"), MACHINES, st.sampled_from([None, None, "up", "down"]), st.integers(1, 3000))
DECISIONS = st.tuples(st.just("decide"), MACHINES, st.booleans())
SCRIPTS = st.lists(st.one_of(SAVES, SAVES, CONTACTS, DECISIONS), min_size=5, max_size=25)


class _Run:
    """Carries out a script and remembers who wrote what."""

    def __init__(self, world: World) -> None:
        self.desks = (world.desk(), world.desk())
        self.proxy = CuttingProxy(world.central.port)
        first = self.desks[0]
        names = [{"org_kind": "group", "name_th": f"กลุ่มที่ {number}", "chair_name": "เดิม"} for number in range(3)]
        self.records = [first.save(name) for name in names]
        self.writes: dict[tuple[str, str], list[tuple[int, str]]] = {
            (record, "chair_name"): [(0, "เดิม")] for record in self.records
        }
        self.decided: set[tuple[str, str]] = set()
        for desk in self.desks:
            assert desk.sync().ok

    def save(self, machine: int, number: int, path: str, value: int) -> None:
        record = self.records[number]
        text = f"0812345{machine}{value}0" if path == "chair_phone" else f"จากเครื่อง {machine} ค่า {value}"
        self.desks[machine].save({path: text}, record)
        self.writes.setdefault((record, path), []).append((machine, text))

    def sync(self, machine: int, cut: str | None, offset: int) -> None:
        self.proxy.up = offset if cut == "up" else None
        self.proxy.down = offset if cut == "down" else None
        outcome = self.desks[machine].sync(self.proxy.address)
        assert outcome.code in ("sync-done", "connection-lost"), outcome

    def decide(self, machine: int, mine: bool) -> None:
        desk = self.desks[machine]
        for question in desk.workplace.read(read_outbox).needs_you:
            chosen = question.mine if mine else question.theirs
            desk.workplace.do(settle_conflict, question.id, dict(chosen))
            self.decided.update((question.record_id, path) for path in chosen)

    def settle(self) -> None:
        """Everything delivered, every question answered, on both machines."""
        for _ in range(6):
            outcomes = []
            for machine, desk in enumerate(self.desks):
                self.decide(machine, mine=True)
                outcomes.append(desk.sync())
            if all(one.sent == one.received == one.needs_you == one.left == 0 for one in outcomes):
                return
        raise AssertionError("it does not come to rest")

    def held(self, machine: int) -> list[tuple[str, int, str]]:
        with self.desks[machine].workplace.store.read() as session:
            rows = session.execute(select(RecordRow.id, RecordRow.rev, RecordRow.content)).all()
        return sorted((row.id, row.rev, content_digest(row.content)) for row in rows)


@settings(max_examples=10)
@given(SCRIPTS)
def test_it_converges_and_loses_nothing(prepared, script):
    folder = Path(tempfile.mkdtemp(prefix="cdd-converge-"))
    world = World(folder, prepared)
    run = _Run(world)
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, True)
        stack.callback(world.close)
        stack.callback(run.proxy.close)
        for step, *arguments in script:
            getattr(run, step)(*arguments)
        run.settle()
        assert run.held(0) == run.held(1)
        for (record, path), writes in run.writes.items():
            final = run.desks[0].content(record).get(path)
            written = [text for _, text in writes]
            assert final in written
            alone = len({machine for machine, _ in writes}) == 1
            if alone and (record, path) not in run.decided:
                assert final == written[-1], "the only author's last value"
