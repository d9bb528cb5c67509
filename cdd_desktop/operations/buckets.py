"""The sums of what this device holds of its office, added up of what has changed since the last time."""

from __future__ import annotations

from typing import cast

from sqlalchemy import ColumnElement, Table, bindparam, literal_column, select, update

from cdd_desktop.domain.digest import NOTHING, Bucket, record_digest, shifted
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import BucketRow, RecordRow

_TABLE = cast(Table, RecordRow.__table__)
_DIGESTED = update(_TABLE).where(_TABLE.c.id == bindparam("this"))
# As the partial index has it, word for word.
_STALE: ColumnElement[bool] = literal_column("digested <> version")


def read_buckets(work: Work) -> list[Bucket]:
    """What this device holds of its office. Only records written since the last time are read."""
    work.session.flush()
    _add_up(work)
    rows = work.session.scalars(select(BucketRow).where(BucketRow.unit == work.unit.code, BucketRow.count > 0))
    return [Bucket(row.dataset, row.period, row.count, row.sum) for row in rows]


def _add_up(work: Work) -> None:
    session = work.session
    columns = (
        _TABLE.c.id,
        _TABLE.c.dataset,
        _TABLE.c.period,
        _TABLE.c.deleted,
        _TABLE.c.content,
        _TABLE.c.digest,
        _TABLE.c.version,
    )
    stale = session.execute(select(*columns).where(_STALE, _TABLE.c.unit == work.unit.code)).all()
    moves: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    written = []
    for row in stale:
        digest = "" if row.deleted else record_digest(row.id, row.content)
        came, went = moves.setdefault((row.dataset, row.period), ([], []))
        came += [digest] if digest else []
        went += [row.digest] if row.digest else []
        written.append({"this": row.id, "digest": digest, "digested": row.version})
    if written:
        session.execute(_DIGESTED, written)
    for (dataset, period), (came, went) in moves.items():
        bucket = session.get(BucketRow, (work.unit.code, dataset, period))
        if bucket is None:
            bucket = BucketRow(unit=work.unit.code, dataset=dataset, period=period, count=0, sum=NOTHING)
            session.add(bucket)
        bucket.count += len(came) - len(went)
        bucket.sum = shifted(bucket.sum, plus=came, minus=went)
    session.flush()
