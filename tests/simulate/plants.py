"""Faults put into the system on purpose, to see that the simulator finds them (docs/simulator.md lists the seeds).

Each is a handful of replaced functions while a run lasts; the product's code knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

import msgspec
from sqlalchemy import delete, select

from cdd_desktop.central import endpoint, ingest, merge
from cdd_desktop.central.shape import RefusedChangeError
from cdd_desktop.operations import apply_receipt, apply_records
from cdd_desktop.store.rows import ChangeRow, OutboxRow, RecordRow
from cdd_desktop.sync import engine
from cdd_desktop.sync.protocol import Batch, Receipt

from . import machines

Replacement = tuple[object, str, Any]
Plant = Callable[[], list[Replacement]]


def receipt_after_answer() -> list[Replacement]:
    """Central answers first and stores then: who dies in between has answered for nothing."""

    @contextmanager
    def write(self: machines.FailingDatabase) -> Iterator[Any]:
        with super(machines.FailingDatabase, self).write() as session:
            yield session
            session.flush()
            if self.dies:
                session.rollback()

    return [(machines.FailingDatabase, "write", write)]


def outbox_before_receipt() -> list[Replacement]:
    """What is put into a batch leaves the outbox at once."""
    real = engine.claim_batch

    def claim_batch(work: Any, **more: Any) -> Any:
        batch = real(work, **more)
        if batch is not None:
            work.session.execute(delete(OutboxRow).where(OutboxRow.batch_id == batch.id))
        return batch

    return [(engine, "claim_batch", claim_batch)]


def last_write_wins() -> list[Replacement]:
    """Nobody looks who wrote since."""
    return [(merge, "_written_since", lambda _stamp, _edit: False)]


def _finish_as_stored(real: Callable[..., None]) -> Callable[..., None]:
    def finish(work: Any, answered: Any, receipt: Any, **more: Any) -> None:
        status = "stored" if answered.result.status == "merged" else answered.result.status
        result = msgspec.structs.replace(answered.result, status=status)
        answered = type(answered)(answered.group, answered.change, result, answered.rows)
        real(work, answered, receipt, **more)

    return finish


def repeat_not_known() -> list[Replacement]:
    """Every delivery is taken for a new one: neither its batch nor its numbers are looked up."""
    real = ingest.ingest
    deliveries = 0

    def ingested(intake: Any, raw: bytes) -> bytes:
        nonlocal deliveries
        deliveries += 1
        batch = msgspec.json.decode(raw, type=Batch)
        move = deliveries * 10_000_000

        def moved(change: Any) -> Any:
            first = {"first": change.first + move} if getattr(change, "first", 0) else {}
            return msgspec.structs.replace(change, n=change.n + move, **first)

        groups = [
            msgspec.structs.replace(one, changes=[moved(change) for change in one.changes]) for one in batch.groups
        ]
        name = f"{batch.id[:24]}{deliveries:012d}"
        answer = real(intake, msgspec.json.encode(Batch(id=name, groups=groups)))
        receipt = msgspec.json.decode(answer, type=Receipt)
        results = [msgspec.structs.replace(result, n=result.n - move) for result in receipt.results]
        return msgspec.json.encode(msgspec.structs.replace(receipt, batch=batch.id, results=results))

    return [(endpoint, "ingest", ingested)]


def copy_not_known() -> list[Replacement]:
    """A number that was seen with other contents is no reason to wonder."""
    return [(ingest, "_refuse_clones", lambda *_: None)]


def receipt_takes_all() -> list[Replacement]:
    """A receipt takes every waiting change of its record out of the outbox, later ones too."""
    real = apply_receipt._finish

    def finish(work: Any, answered: Any, receipt: Any, **more: Any) -> None:
        real(work, answered, receipt, **more)
        record = getattr(answered.change, "record", None)
        waiting = select(ChangeRow.n).where(ChangeRow.record_id == record, ChangeRow.n.is_not(None))
        work.session.execute(delete(OutboxRow).where(OutboxRow.n.in_(waiting), OutboxRow.state == "waiting"))

    return [(apply_receipt, "_finish", finish)]


def pulled_over_unsent() -> list[Replacement]:
    """What comes from central takes the place of what was typed and not sent yet."""
    return [(apply_records, "_unsent", lambda _session, _ids: iter(()))]


def late_refused() -> list[Replacement]:
    """Central refuses what was made more than two weeks ago or in the future, by the device's clock."""
    real = ingest._apply

    def apply(intake: Any, item: Any) -> Any:
        made = datetime.fromisoformat(item.change.at) if item.change is not None else intake.now
        if not timedelta(hours=-1) <= intake.now - made <= timedelta(days=14):
            raise RefusedChangeError("too-late")
        return real(intake, item)

    return [(ingest, "_apply", apply)]


def conflict_forgotten() -> list[Replacement]:
    """A conflict is counted, and the device's own value goes without a question."""
    real = apply_receipt._park

    def park(work: Any, answered: Any, touched: Any) -> None:
        if answered.result.status != "conflict" or not hasattr(answered.change, "record"):
            real(work, answered, touched)
            return
        work.session.execute(delete(OutboxRow).where(OutboxRow.n.in_(answered.rows)))
        row = work.session.get(RecordRow, answered.change.record)
        if row is not None:
            row.content = {**row.content, **answered.result.theirs}

    return [(apply_receipt, "_park", park)]


PLANTS: dict[str, Plant] = {
    plant.__name__.replace("_", "-"): plant
    for plant in (
        receipt_after_answer,
        outbox_before_receipt,
        last_write_wins,
        repeat_not_known,
        copy_not_known,
        receipt_takes_all,
        pulled_over_unsent,
        late_refused,
        conflict_forgotten,
    )
}


@contextmanager
def planted(name: str | None) -> Iterator[None]:
    """The system with a fault; None for none."""
    with ExitStack() as stack:
        for owner, attribute, replacement in PLANTS[name]() if name else ():
            stack.enter_context(patch.object(owner, attribute, replacement))
        yield
