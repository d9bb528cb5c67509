"""Appending to the journal and the outbox: every own change gets the device's next number and waits to be sent."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cdd_desktop.store.meta import next_change_number
from cdd_desktop.store.rows import ChangeRow, OutboxRow


def append_change(session: Session, row: ChangeRow) -> int:
    """Numbers a change of this device, keeps it in the journal and puts it into the outbox; answers its number."""
    number = next_change_number(session)
    row.n = number
    session.add(row)
    session.flush()
    session.add(OutboxRow(n=number, state="waiting"))
    return number
