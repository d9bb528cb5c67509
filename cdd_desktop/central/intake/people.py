"""People: those named at enrolment, the officers an office adds on the spot, and those who leave."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.shape import RefusedChangeError, check_person
from cdd_desktop.central.tables.feed import PERSON
from cdd_desktop.central.tables.instants import to_instant
from cdd_desktop.central.tables.rows import ChangeRow, PersonRow
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import DEPARTMENT, UnitLevel
from cdd_desktop.geography import geography
from cdd_desktop.sync.protocol import Group, PersonChange, Result

_ROLES = {
    UnitLevel.DISTRICT: (Role.OFFICER, Role.HEAD, Role.VIEWER),
    UnitLevel.PROVINCE: (Role.PROVINCIAL_OFFICER, Role.PROVINCIAL_HEAD, Role.VIEWER),
    UnitLevel.DEPARTMENT: (Role.DEPARTMENT, Role.ADMINISTRATOR, Role.VIEWER),
}
_HEADS = (Role.HEAD, Role.PROVINCIAL_HEAD)


def roles_of(unit: str) -> tuple[Role, ...]:
    """The roles that exist in an office; the first is the one an office may add by itself (not the department)."""
    return _ROLES[geography().unit(unit).level]


def take_person(intake: Intake, group: Group, change: PersonChange) -> Result:
    """Take in an officer added by an office, or the leaving of one.

    Raises ``RefusedChangeError``: ``not-your-unit``, ``person-not-at-central`` (who adds, or who leaves),
    ``role-not-yours``, ``id-reused``.
    """
    check_person(change)
    if group.unit != intake.unit or group.unit == DEPARTMENT:
        raise RefusedChangeError("not-your-unit")
    held = intake.session.get(PersonRow, change.id)
    if change.ended and held is not None and held.unit == group.unit and not held.active:
        return Result(n=change.n, status="same")
    by = intake.session.get(PersonRow, change.person)
    if by is None or not by.active or by.unit != group.unit:
        raise RefusedChangeError("person-not-at-central")
    if change.role != roles_of(group.unit)[0]:
        raise RefusedChangeError("role-not-yours")
    if change.ended:
        return _end(intake, by, held, change)
    if held is not None:
        if (held.unit, held.role) != (group.unit, change.role):
            raise RefusedChangeError("id-reused")
        return Result(n=change.n, status="same")
    intake.session.add(
        PersonRow(
            id=change.id,
            name=change.name.strip(),
            role=change.role,
            unit=group.unit,
            active=True,
            added_by=change.person,
            added_at=intake.now_text,
        )
    )
    intake.session.flush()
    intake.touched.add(PERSON, change.id, group.unit, intake.sender)
    return Result(n=change.n, status="stored")


def worked_here_at(intake: Intake, person: PersonRow, instant: datetime) -> bool:
    """Whether somebody was of the office when a step was made: a step made before leaving may arrive long after."""
    if person.active:
        return True
    query = select(ChangeRow.at).where(
        ChangeRow.kind == PersonChange.__name__, ChangeRow.target == person.id, ChangeRow.status == "stored"
    )
    left = [to_instant(text) for text in intake.session.scalars(query)]
    return bool(left) and instant <= max(left)


def _end(intake: Intake, by: PersonRow, held: PersonRow | None, change: PersonChange) -> Result:
    """Officers leave by themselves or are let go by their head; a head's leaving is central's matter."""
    if held is None or held.unit != by.unit:
        raise RefusedChangeError("person-not-at-central")
    if held.role != change.role or not (by.id == held.id or Role(by.role) in _HEADS):
        raise RefusedChangeError("role-not-yours")
    held.active = False
    intake.session.flush()
    intake.touched.add(PERSON, change.id, held.unit, intake.sender)
    return Result(n=change.n, status="stored")
