"""Officers who have left: what central tells of people, and what it may refuse."""

from __future__ import annotations

from sqlalchemy import select

from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import ChangeRow, OutboxRow, PersonRow
from cdd_desktop.sync.protocol import PersonChange, PulledPerson


def store_person(work: Work, pulled: PulledPerson) -> None:
    """Takes over a person from central; a leaving that is known here and not yet there stays."""
    known = work.session.get(PersonRow, pulled.id)
    active = pulled.active and not (known is not None and not known.active and _leaving_waits(work, pulled.id))
    work.session.merge(PersonRow(id=pulled.id, name=pulled.name, role=pulled.role, unit=pulled.unit, active=active))


def take_back_leaving(work: Work, change: PersonChange) -> None:
    """Central has refused a leaving: the person is of the office as before; a colleague can give a PIN."""
    row = work.session.get(PersonRow, change.id)
    if row is not None:
        row.active = True
        work.session.flush()


def _leaving_waits(work: Work, person_id: str) -> bool:
    query = select(ChangeRow.payload).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(ChangeRow.kind == "person")
    waiting = [payload or {} for payload in work.session.scalars(query)]
    return any(payload.get("id") == person_id and payload.get("ended") for payload in waiting)
