"""``kill -9`` in the middle of saving: every save a person was told of is there, whole, and the store is well."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from entry_office import add_groups, enrolled_office
from sqlalchemy import func, select

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import apply_patch
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import AuditRow, ChangeRow, OutboxRow, RecordRow

ROUNDS = 6


def test_no_acknowledged_save_is_lost(tmp_path: Path, clock: FixedClock) -> None:
    office = enrolled_office(tmp_path, clock)
    workplace = office.work_as()
    register_id = str(add_groups(workplace)[0].record_id)
    workplace.close()
    chance, first = random.Random(20180318), 1
    for _ in range(ROUNDS):
        acknowledged = _save_until_killed(tmp_path, register_id, first, chance.uniform(0.02, 0.4))
        workplace = office.work_as()
        try:
            assert workplace.store.verify() == ()
            kept = workplace.read(_latest, acknowledged[-1][1])
            workplace.read(_hangs_together)
        finally:
            workplace.close()
        last = acknowledged[-1][0]
        assert kept in (last, last + 1)  # the one after it may have been durable before it was told of
        first = last + 100


def _save_until_killed(folder: Path, register_id: str, first: int, after: float) -> list[tuple[int, str]]:
    """What the child acknowledged before it was killed, some instants after its first save."""
    tests, root = Path(__file__).parent, Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(root), str(tests.parent)))}
    command = [sys.executable, str(tests / "saving_child.py"), str(folder), register_id, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        said = [child.stdout.readline()]
        deadline = time.monotonic() + after
        while time.monotonic() < deadline:
            said.append(child.stdout.readline())
        child.kill()
        said += child.stdout.readlines()
    lines = [line.split() for line in said if line.endswith("\n")]
    if not lines:
        pytest.fail("the child saved nothing")
    return [(int(number), record_id) for number, record_id in lines]


def _latest(work: Work, record_id: str) -> object:
    row = work.session.get(RecordRow, record_id)
    assert row is not None
    assert row.content["members_male"] == row.content["members_female"]
    return row.content["members_male"]


def _hangs_together(work: Work) -> None:
    """Record, change, outbox and audit row were written together or not at all."""
    session = work.session
    for row in session.scalars(select(RecordRow)):
        content: dict[str, object] = {}
        changes = session.scalars(select(ChangeRow).where(ChangeRow.record_id == row.id).order_by(ChangeRow.n)).all()
        for change in changes:
            assert change.was == {path: content.get(path) for path in change.patch or {}}
            content = apply_patch(content, change.patch or {})  # type: ignore[arg-type,assignment]
        assert content == row.content
        audited = select(func.count()).where(AuditRow.record_id == row.id)
        assert session.scalar(audited) == len(changes)
    numbers = session.scalars(select(ChangeRow.n).order_by(ChangeRow.n)).all()
    assert list(numbers) == list(range(1, len(numbers) + 1))
    assert session.scalars(select(OutboxRow.n).order_by(OutboxRow.n)).all() == numbers
    assert read_meta(session, Meta.COUNTER) == str(len(numbers))
