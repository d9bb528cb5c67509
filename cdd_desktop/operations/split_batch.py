"""Halving a batch that a cut line would not carry: the same changes, byte for byte, in two batches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import msgspec
from sqlalchemy import update

from cdd_desktop.operations.apply_receipt import Carried, carried
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import BatchRow, OutboxRow
from cdd_desktop.sync.protocol import Batch, Group


def split_batch(work: Work, batch_id: str) -> None:
    """Put the changes of an unanswered batch into two, in their order; a single change stays as it is.

    Central may have taken the batch nevertheless: it knows every change by its number and bytes, which stay the same,
    and answers what it answered then.
    """
    batch = work.session.get(BatchRow, batch_id)
    changes = carried(work, batch) if batch is not None else []
    if batch is None or len(changes) < 2:
        return
    middle = (len(changes) + 1) // 2
    _make(work, batch, changes[:middle], later=0)
    _make(work, batch, changes[middle:], later=middle)
    work.session.flush()
    work.session.delete(batch)


def _make(work: Work, whole: BatchRow, changes: Sequence[Carried], *, later: int) -> None:
    """``later`` microseconds keep the halves in their order, however often they are halved again."""
    created_at = whole.created_at + timedelta(microseconds=later)
    groups: list[Group] = []
    last: Group | None = None
    for one in changes:
        if one.group is not last:
            groups.append(msgspec.structs.replace(one.group, changes=[]))
            last = one.group
        groups[-1].changes.append(one.change)
    rows = [n for one in changes for n in one.rows]
    batch_id = work.new_id()
    epoch = msgspec.json.decode(whole.bytes, type=Batch).epoch
    body = msgspec.json.encode(Batch(id=batch_id, epoch=epoch, groups=groups))
    work.session.add(BatchRow(id=batch_id, bytes=body, changes=len(rows), created_at=created_at, sent_at=work.now))
    work.session.flush()
    work.session.execute(update(OutboxRow).where(OutboxRow.n.in_(rows)).values(batch_id=batch_id))
