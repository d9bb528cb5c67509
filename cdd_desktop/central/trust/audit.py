"""The audit trail: what was done that has to be answered for, by whom, when and why."""

from __future__ import annotations

import getpass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import AuditRow
from cdd_desktop.clock import Clock
from cdd_desktop.ids import uuid7_maker


def note(session: Session, clock: Clock, who: str, what: str, *, unit: str, reason: str = "", **details: Any) -> None:
    """Adds a line to the trail, in the same transaction as what it tells of. ``details`` hold no personal data."""
    at = to_text(clock.now())
    session.add(AuditRow(id=uuid7_maker(clock)(), at=at, who=who, what=what, unit=unit, reason=reason, details=details))


def read_audit(session: Session, unit: str, before: str, limit: int) -> list[AuditRow]:
    """The newest lines about offices whose code begins with ``unit``; ``before``: older than this line ("": all)."""
    query = select(AuditRow).where(AuditRow.unit.like(f"{unit}%"))
    if before:
        query = query.where(AuditRow.id < before)
    return list(session.scalars(query.order_by(AuditRow.id.desc()).limit(limit)))


def at_the_server() -> str:
    """Who gives a command on the server: its account, which is all a server knows of a person."""
    try:
        return f"server:{getpass.getuser()}"
    except (KeyError, OSError):  # an account without a name, as in a container
        return "server:"
