"""Queries for delegations: who acts for the head of an office, and when."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.domain.delegation import Delegation
from cdd_desktop.ids import PersonId
from cdd_desktop.store.rows import DelegationRow


def delegations_of(session: Session, unit: str) -> tuple[Delegation, ...]:
    """All delegations of an office, those that begin last first."""
    query = select(DelegationRow).where(DelegationRow.unit == unit)
    rows = session.scalars(query.order_by(DelegationRow.from_on.desc(), DelegationRow.id.desc()))
    return tuple(to_delegation(row) for row in rows)


def delegations_to(session: Session, unit: str, person: str) -> tuple[Delegation, ...]:
    """The delegations of an office to one person."""
    query = select(DelegationRow).where(DelegationRow.person_id == person, DelegationRow.unit == unit)
    return tuple(to_delegation(row) for row in session.scalars(query))


def to_delegation(row: DelegationRow) -> Delegation:
    return Delegation(
        id=row.id,
        person_id=PersonId(row.person_id),
        from_on=date.fromisoformat(row.from_on),
        until_on=date.fromisoformat(row.until_on),
        reason=row.reason,
        given_by=PersonId(row.given_by),
        at=row.at,
        ended_at=row.ended_at,
    )
