"""People: those named at enrolment and the officers an office adds on the spot."""

from __future__ import annotations

from cdd_desktop.central.feed import PERSON
from cdd_desktop.central.intake import Intake
from cdd_desktop.central.rows import PersonRow
from cdd_desktop.central.shape import RefusedChangeError, check_person
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import DEPARTMENT, UnitLevel
from cdd_desktop.geography import geography
from cdd_desktop.sync.protocol import Group, PersonChange, Result

_ROLES = {
    UnitLevel.DISTRICT: (Role.OFFICER, Role.HEAD, Role.VIEWER),
    UnitLevel.PROVINCE: (Role.PROVINCIAL_OFFICER, Role.PROVINCIAL_HEAD, Role.VIEWER),
    UnitLevel.DEPARTMENT: (Role.DEPARTMENT, Role.ADMINISTRATOR, Role.VIEWER),
}


def roles_of(unit: str) -> tuple[Role, ...]:
    """The roles that exist in an office; the first is the one an office may add by itself (not the department)."""
    return _ROLES[geography().unit(unit).level]


def add_person(intake: Intake, group: Group, change: PersonChange) -> Result:
    """Take in a person added by an office.

    Raises ``RefusedChangeError``: ``not-your-unit``, ``person-not-at-central`` (who adds), ``role-not-yours``,
    ``id-reused``.
    """
    check_person(change)
    if group.unit != intake.device.unit or group.unit == DEPARTMENT:
        raise RefusedChangeError("not-your-unit")
    adder = intake.session.get(PersonRow, change.person)
    if adder is None or not adder.active or adder.unit != group.unit:
        raise RefusedChangeError("person-not-at-central")
    if change.role != roles_of(group.unit)[0]:
        raise RefusedChangeError("role-not-yours")
    held = intake.session.get(PersonRow, change.id)
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
    intake.touched.add(PERSON, change.id, group.unit, intake.device.id)
    return Result(n=change.n, status="stored")
