"""Enrolment files: an office, its first people with their PINs, and a one-time code."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from cdd_desktop.central.intake.people import roles_of
from cdd_desktop.central.tables.feed import CONTACT, PERSON, Touched
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import ContactRow, EnrolmentCodeRow, MetaRow, PersonRow
from cdd_desktop.central.trust.audit import at_the_server, note
from cdd_desktop.central.trust.keys import CentralKeys
from cdd_desktop.central.trust.vault import token_hash
from cdd_desktop.clock import Clock, bangkok_day
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.errors import BadRequestError
from cdd_desktop.geography import geography
from cdd_desktop.ids import uuid7_maker
from cdd_desktop.periods.fiscal import first_day, fiscal_year_of
from cdd_desktop.sync.enrolment import FORMAT, sign_enrolment
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment
from cdd_desktop.sync.signing import public_text

CODE_DAYS = 30

_FIRST_PEOPLE = {
    Role.OFFICER: "เจ้าหน้าที่พัฒนาชุมชน",
    Role.HEAD: "พัฒนาการอำเภอ",
    Role.PROVINCIAL_OFFICER: "เจ้าหน้าที่พัฒนาชุมชนจังหวัด",
    Role.PROVINCIAL_HEAD: "พัฒนาการจังหวัด",
    Role.DEPARTMENT: "เจ้าหน้าที่กรมการพัฒนาชุมชน",
    Role.ADMINISTRATOR: "ผู้ดูแลระบบส่วนกลาง",
}


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to be named in an enrolment."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Office:
    """What an enrolment is to say. No ``people``: ``first_people``; no ``reports_from``: as it is, or this year's.
    ``trust`` is PEM, empty where the system's own trust will do."""

    unit: str
    addresses: tuple[str, ...]
    people: tuple[NewPerson, ...] = ()
    reports_from: date | None = None
    trust: str = ""


def first_people(unit: str) -> tuple[NewPerson, ...]:
    """Who is named when nobody is given: an officer and a head of the unit's level, under their posts' names."""
    return tuple(NewPerson(_FIRST_PEOPLE[role], role) for role in roles_of(unit)[:2])


def make_enrolment(session: Session, keys: CentralKeys, clock: Clock, office: Office, by: str = "") -> Enrolment:
    """A signed enrolment whose code and people are in the database once the session commits.

    Raises ``BadRequestError``: ``unit-unknown``, ``unit-bangkok``, ``role-not-of-unit``.
    """
    unit = geography().unit(office.unit).code
    today = bangkok_day(clock.now())
    code = secrets.token_urlsafe(24)
    expires_on = (today + timedelta(days=CODE_DAYS)).isoformat()
    touched = Touched()
    begins = begin_duty(session, office, today, touched)
    session.add(
        EnrolmentCodeRow(
            code_hash=token_hash(code),
            unit=unit,
            expires_on=expires_on,
            reports_from=begins,
            created_at=to_text(clock.now()),
        )
    )
    named = [name_person(session, clock, unit, person, touched) for person in office.people or first_people(unit)]
    note(session, clock, by or at_the_server(), "code-made", unit=unit, expires_on=expires_on)
    session.flush()
    touched.flush(session)
    people = [EnrolledPerson(id=row.id, name=row.name, role=row.role, pin=pin_of(code, row.id)) for row in named]
    return signed_enrolment(keys, Opening(unit, code, expires_on, begins, epoch_of(session)), office, people)


@dataclass(frozen=True, slots=True)
class Opening:
    """A code in clear and what it opens."""

    unit: str
    code: str
    expires_on: str
    reports_from: str
    epoch: str


def epoch_of(session: Session) -> str:
    """The id of this database, which another one takes after a restore."""
    return session.get_one(MetaRow, "epoch").value


def signed_enrolment(keys: CentralKeys, opening: Opening, reached: Office, people: list[EnrolledPerson]) -> Enrolment:
    """What an office is given, with the addresses and the trust of ``reached``."""
    unit = opening.unit
    enrolment = Enrolment(
        format=FORMAT,
        epoch=opening.epoch,
        unit=unit,
        addresses=list(reached.addresses),
        trust=reached.trust,
        signing_key=keys.signing_key,
        sealing_key=keys.sealing_key,
        code=opening.code,
        expires_on=opening.expires_on,
        reports_from=opening.reports_from,
        keys=list(keys.words),
        people=people,
        courier_key=public_text(keys.office_key(unit[:2])) if len(unit) == 4 else "",
        office_key=base64.b64encode(keys.office_key(unit).private_bytes_raw()).decode() if carries(unit) else "",
    )
    return sign_enrolment(enrolment, keys.signer.private_bytes_raw())


def pin_of(code: str, person: str) -> str:
    """The PIN of a person under a code: made of both, so that central has to keep neither."""
    digest = hmac.digest(code.encode(), f"pin/{person}".encode(), hashlib.sha256)
    return f"{int.from_bytes(digest[:8], 'big') % 10**8:08d}"


def carries(unit: str) -> bool:
    """Whether an office may carry the files of those below it: the provinces."""
    return len(unit) == 2 and unit != DEPARTMENT


def begin_duty(session: Session, office: Office, today: date, touched: Touched) -> str:
    """The day an office's duty begins: as given, else as it was, else 1 October of the running fiscal year."""
    contact = session.get(ContactRow, office.unit)
    given = office.reports_from.isoformat() if office.reports_from else ""
    begins = given or (contact.reports_from if contact else first_day(fiscal_year_of(today)).isoformat())
    if contact is None:
        session.add(ContactRow(unit=office.unit, reports_from=begins))
    else:
        contact.reports_from = begins
    touched.add(CONTACT, office.unit, office.unit)
    return begins


def name_person(session: Session, clock: Clock, unit: str, person: NewPerson, touched: Touched) -> PersonRow:
    """A new person of an office. Raises ``BadRequestError("role-not-of-unit")``."""
    if person.role not in roles_of(unit):
        raise BadRequestError("role-not-of-unit", role=person.role.value)
    row = PersonRow(
        id=uuid7_maker(clock)(), name=person.name, role=person.role.value, unit=unit, added_at=to_text(clock.now())
    )
    session.add(row)
    touched.add(PERSON, row.id, unit)
    return row
