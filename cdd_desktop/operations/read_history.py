"""The history of a record: who changed what, and what stood there before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from cdd_desktop.domain.record import Value
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import ChangeRow, OutboxRow


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change. ``patch`` and ``was`` map content paths to the value after and before. ``from_central`` tells a
    change that another machine made; ``waiting`` one that central has not acknowledged."""

    at: datetime
    person_name: str
    patch: Mapping[str, Value]
    was: Mapping[str, Value]
    deleted: bool
    from_central: bool
    waiting: bool


def read_history(work: Work, record_id: str) -> tuple[HistoryLine, ...]:
    """The changes of a record, newest first."""
    query = (
        select(ChangeRow, OutboxRow.n)
        .join(OutboxRow, OutboxRow.n == ChangeRow.n, isouter=True)
        .where(ChangeRow.record_id == record_id)
        .order_by(ChangeRow.id.desc())
    )
    return tuple(
        HistoryLine(
            at=row.at,
            person_name=row.person_name,
            patch=row.patch or {},
            was=row.was or {},
            deleted=row.deleted,
            from_central=row.n is None,
            waiting=waiting is not None,
        )
        for row, waiting in work.session.execute(query)
    )
