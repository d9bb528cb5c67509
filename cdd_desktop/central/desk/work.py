"""Central's desk without HTTP: what people who sign in may see and do, in their role and area (``rights.py``).

Every writing and its line of the audit trail are one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.central.desk import messages as say
from cdd_desktop.central.desk.codes import make_office_codes, take_up, withdraw_codes
from cdd_desktop.central.desk.enrolments import NewPerson, Office, name_person
from cdd_desktop.central.holding.shape import is_text
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.desk import AccountRow
from cdd_desktop.central.tables.feed import PERSON, Touched
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import DeviceRow, PersonRow
from cdd_desktop.central.trust.accounts import (
    SignedIn,
    Visitor,
    end_sign_ins,
    give_account,
    make_code,
    try_password,
    visitor_of,
)
from cdd_desktop.central.trust.audit import at_the_server, note, read_audit
from cdd_desktop.central.trust.rights import Act, check_right
from cdd_desktop.clock import Clock
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.errors import UserError
from cdd_desktop.ids import is_id
from cdd_desktop.sync.address import checked_address
from cdd_desktop.sync.protocol import Message

M = TypeVar("M", bound=Message)
T = TypeVar("T")
TRAIL = 200


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers those who sign in; safe to call from many threads."""

    endpoint: Endpoint

    # --- signing in --------------------------------------------------------------------------------------------------

    def sign_in(self, body: bytes) -> say.SignedInAnswer:
        """Raises ``ProblemError``: 401 ``sign-in-wrong``, 429 ``too-many-requests``."""
        asked, now = _read(body, say.SignIn), self._now
        with self.endpoint.database.write() as session:
            done = try_password(session, asked.login, asked.password, now)
            if isinstance(done, SignedIn):
                who = done.visitor
                note(session, self._clock, who.person, "signed-in", unit=who.unit)
        if isinstance(done, ProblemError):
            raise done
        return say.SignedInAnswer(
            token=done.token,
            expires_at=done.expires_at,
            person=who.person,
            name=who.name,
            role=who.role.value,
            unit=who.unit,
        )

    def is_signed_in(self, token: str) -> bool:
        """Whether a token holds now."""
        with self.endpoint.database.read() as session:
            try:
                visitor_of(session, token, self._now)
            except ProblemError:
                return False
            return True

    def sign_out(self, token: str) -> Message:
        """Ends every sign-in of the caller."""
        with self.endpoint.database.write() as session:
            end_sign_ins(session, visitor_of(session, token, self._now).person, self._now)
        return say.Done(count=1)

    def change_password(self, token: str, body: bytes) -> Message:
        """Raises ``ProblemError``: 401, 422 ``password-short``, 429."""
        asked, now = _read(body, say.PasswordChange), self._now
        with self.endpoint.database.write() as session:
            who = visitor_of(session, token, now)
            account = session.get_one(AccountRow, who.person)
            done = try_password(session, account.login, asked.present, now)
            if isinstance(done, SignedIn):
                person = session.get_one(PersonRow, who.person)
                _or_problem(lambda: give_account(session, person, account.login, asked.new, now))
                note(session, self._clock, who.person, "password-changed", unit=who.unit)
        if isinstance(done, ProblemError):
            raise done
        return say.Done(count=1)

    # --- seeing ------------------------------------------------------------------------------------------------------

    def people(self, token: str, unit: str) -> Message:
        with self.endpoint.database.read() as session:
            self._who(session, token, Act.SEE_PEOPLE, unit)
            rows = session.execute(
                select(PersonRow, AccountRow.login)
                .outerjoin(AccountRow, AccountRow.person == PersonRow.id)
                .where(PersonRow.unit.like(_inside(unit)))
                .order_by(PersonRow.unit, PersonRow.role, PersonRow.id)
            )
            return say.People(people=[_person(row, login or "") for row, login in rows])

    def devices(self, token: str, unit: str) -> Message:
        with self.endpoint.database.read() as session:
            self._who(session, token, Act.SEE_DEVICES, unit)
            query = select(DeviceRow).where(DeviceRow.unit.like(_inside(unit))).order_by(DeviceRow.unit, DeviceRow.id)
            return say.Devices(devices=[_device(row) for row in session.scalars(query)])

    def audit(self, token: str, unit: str, before: str) -> Message:
        if before and not is_id(before):
            raise ProblemError(400, "body-unreadable")
        with self.endpoint.database.read() as session:
            self._who(session, token, Act.SEE_AUDIT, unit)
            area = "" if unit == DEPARTMENT else unit
            rows = read_audit(session, area, before, TRAIL)
            return say.Trail(deeds=[say.Deed(**_facts(row, say.Deed)) for row in rows])

    # --- doing -------------------------------------------------------------------------------------------------------

    def name(self, token: str, body: bytes) -> Message:
        asked = _read(body, say.NamedPerson)
        with self.endpoint.database.write() as session:
            who = self._who(session, token, Act.NAME_PEOPLE, asked.unit)
            wanted = _or_problem(lambda: NewPerson(_name(asked.name), _role(asked.role)))
            row = _or_problem(lambda: add_person(session, self._clock, asked.unit, wanted, who.person))
            return _person(row, "")

    def end(self, token: str, person: str) -> Message:
        with self.endpoint.database.write() as session:
            row, who = self._of_person(session, token, Act.END_PEOPLE, person)
            return say.Done(count=end_person(session, row, self._clock, who.person))

    def give_password(self, token: str, person: str, body: bytes) -> Message:
        asked = _read(body, say.Login)
        with self.endpoint.database.write() as session:
            row, who = self._of_person(session, token, Act.GIVE_PASSWORDS, person)
            if not row.active:
                raise ProblemError(422, "person-ended")
            password = make_code(4, 4)
            _or_problem(lambda: give_account(session, row, asked.login, password, self._now))
            note(session, self._clock, who.person, "password-given", unit=row.unit, person=row.id)
            return say.GivenPassword(login=session.get_one(AccountRow, row.id).login, password=password)

    def revoke(self, token: str, device: str) -> Message:
        with self.endpoint.database.write() as session:
            who = visitor_of(session, token, self._now)
            row = session.get(DeviceRow, device) if is_id(device) else None
            check_right(who, Act.REVOKE_DEVICES, row.unit if row else who.unit)
            if row is None:
                raise ProblemError(404, "device-not-here")
            return say.Done(count=revoke_device(session, row, self._clock, who.person))

    def make_codes(self, token: str, body: bytes) -> Message:
        asked = _read(body, say.CodesWanted)
        with self.endpoint.database.write() as session:
            who = visitor_of(session, token, self._now)
            for unit in asked.units:
                check_right(who, Act.MAKE_CODES, unit)
            addresses = tuple(_or_problem(lambda: [checked_address(text) for text in asked.addresses]))
            offices = [Office(unit, addresses) for unit in dict.fromkeys(asked.units)]
            made = make_office_codes(session, self._clock, offices, by=who.person)
        return say.Codes(
            codes=[
                say.MadeCode(
                    unit=one.unit,
                    code=one.code,
                    expires_on=one.expires_on,
                    people=[say.LetIn(name=person.name, role=person.role, pin=person.pin) for person in one.people],
                )
                for one in made
            ]
        )

    def withdraw_codes(self, token: str, unit: str) -> Message:
        with self.endpoint.database.write() as session:
            who = self._who(session, token, Act.MAKE_CODES, unit)
            return say.Done(count=withdraw_codes(session, self._clock, unit, by=who.person))

    def take_up(self, body: bytes) -> Message:
        """The enrolment of a code somebody typed; nobody is signed in. Raises ``ProblemError`` 403."""
        asked = _read(body, say.TypedCode)
        with self.endpoint.database.read() as session:
            return take_up(session, self.endpoint.keys, asked.code, self._now)

    # --- who is asking -----------------------------------------------------------------------------------------------

    def _who(self, session: Session, token: str, act: Act, unit: str) -> Visitor:
        who = visitor_of(session, token, self._now)
        check_right(who, act, unit)
        return who

    def _of_person(self, session: Session, token: str, act: Act, person: str) -> tuple[PersonRow, Visitor]:
        """The person a deed is about; one that does not exist is told only to those who might do it."""
        who = visitor_of(session, token, self._now)
        row = session.get(PersonRow, person) if is_id(person) else None
        check_right(who, act, row.unit if row else who.unit)
        if row is None:
            raise ProblemError(404, "person-not-here")
        return row, who

    @property
    def _clock(self) -> Clock:
        return self.endpoint.clock

    @property
    def _now(self) -> datetime:
        return self.endpoint.clock.now()


# --- deeds that commands do too --------------------------------------------------------------------------------------


def add_person(session: Session, clock: Clock, unit: str, person: NewPerson, by: str = "") -> PersonRow:
    """Add somebody to an office. Raises ``BadRequestError``: ``role-not-of-unit``, ``unit-unknown``."""
    touched = Touched()
    row = name_person(session, clock, unit, person, touched)
    note(session, clock, by or at_the_server(), "person-added", unit=unit, person=row.id, role=row.role)
    session.flush()
    touched.flush(session)
    return row


def end_person(session: Session, row: PersonRow, clock: Clock, by: str = "") -> int:
    """Somebody is of an office no more: every device is told, sign-ins end. 0 when it was so already."""
    if not row.active:
        return 0
    touched = Touched()
    row.active = False
    end_sign_ins(session, row.id, clock.now())
    note(session, clock, by or at_the_server(), "person-ended", unit=row.unit, person=row.id)
    touched.add(PERSON, row.id, row.unit)
    session.flush()
    touched.flush(session)
    return 1


def revoke_device(session: Session, row: DeviceRow, clock: Clock, by: str = "") -> int:
    """A machine is let in no more. 0 when it was so already."""
    if row.revoked_at:
        return 0
    row.revoked_at = to_text(clock.now())
    note(session, clock, by or at_the_server(), "device-revoked", unit=row.unit, device=row.id)
    session.flush()
    return 1


# --- words and values ------------------------------------------------------------------------------------------------


def _read(body: bytes, kind: type[M]) -> M:
    try:
        message = msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ProblemError(400, "body-unreadable") from error
    for value in msgspec.to_builtins(message).values():
        if not all(is_text(text) for text in (value if isinstance(value, list) else [value])):
            raise ProblemError(400, "body-unreadable")
    return message


def _or_problem(work: Callable[[], T]) -> T:
    """What a command would be told by a ``UserError``, as an answer."""
    try:
        return work()
    except UserError as error:
        raise ProblemError(422, error.code, **error.params) from error


def _name(text: str) -> str:
    if not text.strip():
        raise ProblemError(422, "name-needed")
    return text.strip()


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError as error:
        raise ProblemError(422, "role-not-of-unit", role=text) from error


def _inside(unit: str) -> str:
    return "%" if unit == DEPARTMENT else f"{unit}%"


def _person(row: PersonRow, login: str) -> say.Person:
    return say.Person(id=row.id, name=row.name, role=row.role, unit=row.unit, active=row.active, login=login)


def _device(row: DeviceRow) -> say.KnownDevice:
    return say.KnownDevice(**_facts(row, say.KnownDevice))


def _facts(row: object, kind: type[Message]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in kind.__struct_fields__}
