"""Appending to the journal, the outbox and the audit trail; rows that are never touched again by the same work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from cdd_desktop.store.bulk import insert_many
from cdd_desktop.store.columns import Base
from cdd_desktop.store.meta import next_change_number
from cdd_desktop.store.rows import AuditRow, ChangeRow

# On the tables: what goes through the mapped classes takes four times as long.
_CHANGE, _OUTBOX, _AUDIT = (insert(Base.metadata.tables[name]) for name in ("change", "outbox", "audit"))


def append_change(session: Session, row: ChangeRow) -> int:
    """Numbers a change of this device, keeps it in the journal and puts it into the outbox; answers its number.

    The rows are written at once and not kept in the session.
    """
    number = next_change_number(session)
    row.n = number
    session.execute(_CHANGE, _given(row))
    session.execute(_OUTBOX, {"n": number, "state": "waiting"})
    return number


def append_audit(session: Session, row: AuditRow) -> None:
    """Writes a line of the audit trail."""
    session.execute(_AUDIT, _given(row))


def append_changes(session: Session, changes: Sequence[dict[str, Any]]) -> int:
    """What ``append_change`` does with one, for many in their order, given by their columns; answers the number of
    the first."""
    first = next_change_number(session, len(changes))
    numbers = range(first, first + len(changes))
    insert_many(session, "change", changes, n=numbers)
    insert_many(session, "outbox", [{"state": "waiting"}] * len(changes), n=numbers)
    return first


def append_audits(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Writes lines of the audit trail, given by their columns: the same for all."""
    insert_many(session, "audit", rows)


def _given(row: Base) -> dict[str, Any]:
    """What was set on a row; the columns' defaults fill in the rest."""
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}
