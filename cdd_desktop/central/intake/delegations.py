"""Delegations: an office's head lets an officer act for the head on certain days (รักษาการแทน)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.shape import RefusedChangeError, check_delegation
from cdd_desktop.central.tables.feed import DELEGATION
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import DelegationRow, PersonRow
from cdd_desktop.domain.delegation import Delegation
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.ids import PersonId
from cdd_desktop.sync.protocol import DelegationChange, Group, MoveChange, Result

_HEADS = (Role.HEAD, Role.PROVINCIAL_HEAD)
_OFFICERS = (Role.OFFICER, Role.PROVINCIAL_OFFICER)


def take_delegation(intake: Intake, group: Group, change: DelegationChange) -> Result:
    """Take in a delegation, or its early end. An end comes to stay; the earliest one counts.

    Raises ``RefusedChangeError``: ``not-your-unit``, ``person-not-at-central``, ``delegation-not-head``,
    ``delegation-not-officer``, ``delegation-days``, ``delegation-unknown`` (an end of nothing), ``id-reused``.
    """
    check_delegation(change)
    if group.unit != intake.unit:
        raise RefusedChangeError("not-your-unit")
    if _role(intake, change.person) not in _HEADS:
        raise RefusedChangeError("delegation-not-head")
    row = intake.session.get(DelegationRow, change.id)
    if row is not None and (row.unit, row.person) != (group.unit, change.to):
        raise RefusedChangeError("id-reused")
    if change.ended:
        return _end(intake, row, change)
    if row is not None:
        return Result(n=change.n, status="same")
    if _role(intake, change.to) not in _OFFICERS:
        raise RefusedChangeError("delegation-not-officer")
    if change.until_on < change.from_on:
        raise RefusedChangeError("delegation-days")
    intake.session.add(
        DelegationRow(
            id=change.id,
            unit=group.unit,
            person=change.to,
            from_on=change.from_on,
            until_on=change.until_on,
            reason=change.reason.strip(),
            given_by=change.person,
            at=to_text(to_instant(change.at)),
        )
    )
    intake.session.flush()
    intake.touched.add(DELEGATION, change.id, group.unit, intake.sender)
    return Result(n=change.n, status="stored")


def acts_for_head(intake: Intake, person: Person, change: MoveChange) -> bool:
    """Whether a move said to be made for the head was: at the instant the device gives, for clocks may lie and
    a certification may come long after the delegation has run out."""
    if not change.delegated:
        return False
    rows = intake.session.scalars(
        select(DelegationRow).where(DelegationRow.person == person.id, DelegationRow.unit == person.unit)
    )
    instant = to_instant(change.at)
    return any(_delegation(row).stands_at(instant) for row in rows)


def _end(intake: Intake, row: DelegationRow | None, change: DelegationChange) -> Result:
    if row is None:
        raise RefusedChangeError("delegation-unknown")
    ended_at = to_text(to_instant(change.at))
    if row.ended_at and row.ended_at <= ended_at:
        return Result(n=change.n, status="same")
    row.ended_at = ended_at
    intake.session.flush()
    intake.touched.add(DELEGATION, row.id, row.unit, intake.sender)
    return Result(n=change.n, status="stored")


def _role(intake: Intake, person: str) -> Role:
    """The role of an active person of the device's office."""
    row = intake.session.get(PersonRow, person)
    if row is None or not row.active or row.unit != intake.unit:
        raise RefusedChangeError("person-not-at-central")
    return Role(row.role)


def _delegation(row: DelegationRow) -> Delegation:
    return Delegation(
        id=row.id,
        person_id=PersonId(row.person),
        from_on=date.fromisoformat(row.from_on),
        until_on=date.fromisoformat(row.until_on),
        reason=row.reason,
        given_by=PersonId(row.given_by),
        at=to_instant(row.at),
        ended_at=to_instant(row.ended_at) if row.ended_at else None,
    )
