"""Adding an officer on the spot; the news travels to central like any change."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from cdd_desktop.domain.person import Person, Role
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import PersonId
from cdd_desktop.operations.journal import journal_people
from cdd_desktop.operations.sign_in import check_pin, confirm_password, give_pin
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import AuditRow, PersonRow
from cdd_desktop.sync.protocol import PersonChange


@dataclass(frozen=True, slots=True)
class AddedPerson:
    """The new officer and what was touched."""

    person: Person
    changes: Changes


def add_person(work: Work, name: str) -> AddedPerson:
    """Adds an officer to the own office. Raises ``RefusedError("name-missing")`` or ``person-exists``."""
    chosen = " ".join(name.split())
    if not chosen:
        raise RefusedError("name-missing")
    if any(person.name == chosen for person in read_people(work)):
        raise RefusedError("person-exists")
    role = Role.PROVINCIAL_OFFICER if work.unit.level is UnitLevel.PROVINCE else Role.OFFICER
    person = Person(id=PersonId(work.new_id()), name=chosen, role=role, unit=work.unit.code)
    work.session.add(PersonRow(id=person.id, name=chosen, role=role.value, unit=person.unit))
    change = PersonChange(
        n=0, id=person.id, name=chosen, role=role.value, at=work.now.isoformat(), person=work.person.id
    )
    journal_people(work, change)
    work.session.add(
        AuditRow(
            at=work.now, person_id=work.person.id, action="person-added", unit=person.unit, detail={"id": person.id}
        )
    )
    return AddedPerson(person, Changes(people=True, outbox=True))


def add_person_here(workplace: Workplace, name: str, *, password: str, pin: str) -> Person:
    """Adds an officer who can sign in on this machine with a PIN, to choose a password. ``password`` is the giver's.

    Raises what ``add_person`` and ``sign_in.give_pin`` raise, and then nobody was added.
    """
    check_pin(pin)
    confirm_password(workplace, password)
    added = workplace.do(add_person, name)
    give_pin(workplace, added.person, password, pin)
    return added.person


def read_people(work: Work) -> tuple[Person, ...]:
    """The active people of the own office."""
    query = select(PersonRow).where(PersonRow.unit == work.unit.code, PersonRow.active).order_by(PersonRow.id)
    return tuple(
        Person(id=PersonId(row.id), name=row.name, role=Role(row.role), unit=work.unit.code)
        for row in work.session.scalars(query)
    )
