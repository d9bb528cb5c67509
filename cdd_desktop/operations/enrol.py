"""Taking up an enrolment file: the office's store is made, with the people it names and this device's key pair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from cdd_desktop.clock import Clock, bangkok_day
from cdd_desktop.domain.person import Role
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.geography import geography
from cdd_desktop.ids import IdMaker, uuid7_maker
from cdd_desktop.operations.central_keys import enrolled_keys, enrolled_lineage
from cdd_desktop.operations.slots import PASSWORD_LENGTH
from cdd_desktop.paths import Profile
from cdd_desktop.store.connection import remove_database
from cdd_desktop.store.engine import create_store
from cdd_desktop.store.keys import (
    FORMAT,
    Identity,
    KeyFile,
    encode_key,
    new_key,
    seal_for_recovery,
    typed,
    wrap,
    write_key_file,
)
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import AuditRow, ContactRow, PersonRow
from cdd_desktop.sync.enrolment import decode_enrolment, verify_enrolment
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment
from cdd_desktop.sync.signing import SignatureError


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """The one who sets the machine up: id and PIN of the enrolment file, and the password chosen."""

    person_id: str
    pin: str
    password: str


def read_enrolment(data: bytes, clock: Clock) -> Enrolment:
    """An enrolment file that can be used now.

    Raises ``BadRequestError``: ``enrolment-unreadable``, ``enrolment-newer``, ``enrolment-signature``,
    ``enrolment-expired``, ``enrolment-unit``, ``enrolment-people``, ``enrolment-addresses``.
    """
    enrolment = decode_enrolment(data)
    verify_enrolment(data)
    try:
        enrolled_lineage(enrolment)
    except SignatureError as error:
        raise BadRequestError("enrolment-signature") from error
    try:
        expires_on = date.fromisoformat(enrolment.expires_on)
        date.fromisoformat(enrolment.reports_from)
    except ValueError as error:
        raise BadRequestError("enrolment-unreadable") from error
    today = bangkok_day(clock.now())
    if today > expires_on:  # or the machine's clock runs ahead: the person sees both days
        raise BadRequestError("enrolment-expired", expires_on=expires_on, today=today)
    try:
        geography().unit(enrolment.unit)
    except BadRequestError as error:
        raise BadRequestError("enrolment-unit", unit=enrolment.unit) from error
    roles = {role.value for role in Role}
    if not enrolment.people or any(person.role not in roles or not person.pin for person in enrolment.people):
        raise BadRequestError("enrolment-people")
    if not enrolment.addresses:
        raise BadRequestError("enrolment-addresses")
    return enrolment


def enrol_office(profile: Profile, enrolment: Enrolment, first: FirstPerson, *, clock: Clock) -> None:
    """Makes the profile's store. The first person can sign in with the chosen password, the others with their PIN
    once, to choose theirs. The key file is written last: without it nothing is enrolled.

    Raises ``RefusedError``: ``profile-enrolled``, ``pin-wrong``, ``password-short``, ``password-is-pin``.
    """
    if profile.keys.exists():
        raise RefusedError("profile-enrolled", profile=profile.name)
    named = next((person for person in enrolment.people if person.id == first.person_id), None)
    if named is None:
        raise BadRequestError("person-unknown")
    if typed(first.pin) != typed(named.pin):
        raise RefusedError("pin-wrong")
    check_password(first.password, pin=named.pin)
    key = new_key()
    slots = tuple(
        wrap(key, _identity(person), first.password if person is named else person.pin, first_use=person is not named)
        for person in enrolment.people
    )
    recovery = seal_for_recovery(key, enrolment.sealing_key)
    _set_orphan_aside(profile, clock)
    store = create_store(profile.store, key)
    try:
        with store.write() as session:
            _write_office(session, enrolment, clock=clock, new_id=uuid7_maker(clock))
    except BaseException:
        store.close()
        remove_database(profile.store)
        raise
    store.close()
    write_key_file(profile.keys, KeyFile(format=FORMAT, recovery=recovery, slots=slots))


def check_password(password: str, *, pin: str = "") -> None:
    """Raises ``RefusedError``: ``password-short`` with ``least``, or ``password-is-pin``."""
    if len(password) < PASSWORD_LENGTH:
        raise RefusedError("password-short", least=PASSWORD_LENGTH)
    if typed(password) == typed(pin):
        raise RefusedError("password-is-pin")


def _identity(person: EnrolledPerson) -> Identity:
    return Identity(id=person.id, name=person.name, role=person.role)


def _set_orphan_aside(profile: Profile, clock: Clock) -> None:
    """A store without its key file can only be opened by central's recovery: it is kept under another name."""
    if profile.store.exists():
        moment = clock.now().strftime("%Y%m%d%H%M%S")
        profile.store.replace(profile.store.with_name(f"store-without-keys-{moment}.db"))
    remove_database(profile.store)


def _write_office(session: Session, enrolment: Enrolment, *, clock: Clock, new_id: IdMaker) -> None:
    now = clock.now()
    facts = {
        Meta.UNIT: enrolment.unit,
        Meta.DEVICE: new_id(),
        Meta.DEVICE_KEY: encode_key(Ed25519PrivateKey.generate().private_bytes_raw()),
        **enrolled_keys(enrolment),
        Meta.COURIER_KEY: enrolment.courier_key,
        Meta.OFFICE_KEY: enrolment.office_key,
        Meta.ADDRESSES: msgspec.json.encode(enrolment.addresses).decode(),
        Meta.TRUST: enrolment.trust,
        Meta.CLAIM_CODE: enrolment.code,
        Meta.EPOCH: enrolment.epoch,
        Meta.REPORTS_FROM: enrolment.reports_from,
        Meta.COUNTER: "0",
        Meta.ENROLLED_AT: now.isoformat(),
    }
    for name, value in facts.items():
        write_meta(session, name, value)
    for person in enrolment.people:
        session.add(PersonRow(id=person.id, name=person.name, role=person.role, unit=enrolment.unit))
    session.add(ContactRow(unit=enrolment.unit, reports_from=enrolment.reports_from))
    session.add(AuditRow(at=now, person_id="", action="enrolled", unit=enrolment.unit, detail={}))
