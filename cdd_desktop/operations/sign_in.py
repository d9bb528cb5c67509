"""Signing in: the list of people on a machine, the password that opens the store, and choosing it the first time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from cdd_desktop.clock import Clock
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.errors import RefusedError
from cdd_desktop.geography import geography
from cdd_desktop.ids import DeviceId, IdMaker, PersonId, UnitCode, uuid7_maker
from cdd_desktop.operations.backup import automatic_folder
from cdd_desktop.operations.device_secrets import move_to_vault
from cdd_desktop.operations.enrol import check_password
from cdd_desktop.operations.workplace import Office, Workplace
from cdd_desktop.paths import Profile
from cdd_desktop.store.engine import Store, open_store
from cdd_desktop.store.errors import StoreError
from cdd_desktop.store.keys import (
    Identity,
    KeyFile,
    open_slot,
    with_slot,
    without_slot,
    wrap,
    write_key_file,
)
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import AuditRow, PersonRow

PIN_LENGTH = 6
_OFFICERS = (Role.OFFICER, Role.PROVINCIAL_OFFICER)
_HEADS = (Role.HEAD, Role.PROVINCIAL_HEAD, Role.DEPARTMENT, Role.ADMINISTRATOR)


def sign_in(
    profile: Profile,
    person_id: str,
    password: str,
    *,
    clock: Clock,
    new_id: IdMaker | None = None,
    upgrading: Callable[[float], None] | None = None,
) -> Workplace:
    """Opens the store, and brings it to the version of the program first; ``upgrading`` hears how far that is, 0 to 1.

    Raises ``RefusedError``: ``password-wrong``, ``password-wait``, ``password-not-chosen``, ``person-inactive``, or a
    ``StoreError`` of the file; nothing is lost by any of them.
    """
    file, slot, key = open_slot(profile.keys, person_id, password, now=clock.now())
    if slot.first_use:
        raise RefusedError("password-not-chosen")
    store = _open(profile, key, upgrading)
    try:
        with store.write() as session:
            person, office = _who_and_where(session, person_id)
            _close_slots(profile, file, session)
            move_to_vault(session, profile, (new_id or uuid7_maker(clock))())
            session.add(
                AuditRow(at=clock.now(), person_id=person_id, action="signed-in", unit=office.unit.code, detail={})
            )
        return Workplace(
            store, profile=profile, office=office, person=person, clock=clock, new_id=new_id or uuid7_maker(clock)
        )
    except BaseException:
        store.close()
        raise


def choose_password(profile: Profile, person_id: str, pin: str, password: str, *, clock: Clock) -> None:
    """Replaces a person's PIN (or old password) by an own password; the old one opens nothing any more.

    Raises ``RefusedError``: ``password-wrong``, ``password-wait``, ``password-short``, ``password-is-pin``.
    """
    file, slot, key = open_slot(profile.keys, person_id, pin, now=clock.now())
    check_password(password, pin=pin)
    who = Identity(id=slot.id, name=slot.name, role=slot.role)
    write_key_file(profile.keys, with_slot(file, wrap(key, who, password, first_use=False)))


def confirm_password(workplace: Workplace, password: str) -> None:
    """Asks the signed-in person's own password again, for certifying and unlocking.

    Raises ``RefusedError``: ``password-wrong`` or ``password-wait``.
    """
    open_slot(workplace.profile.keys, workplace.person.id, password, now=workplace.clock.now())


def give_pin(workplace: Workplace, person: Person, password: str, pin: str) -> None:
    """Opens a slot with a PIN for a person of this office, with the giver's own password.

    Officers give one to officers, heads to anybody of the office, nobody to oneself; a lost password of a head is
    central's matter. Raises ``RefusedError``: ``pin-not-yours-to-give``, ``pin-short``, ``password-wrong``.
    """
    giver = workplace.person
    may = giver.role in _HEADS or (giver.role in _OFFICERS and person.role in _OFFICERS)
    if not may or person.id == giver.id or person.unit != giver.unit:
        raise RefusedError("pin-not-yours-to-give")
    check_pin(pin)
    file, _, key = open_slot(workplace.profile.keys, giver.id, password, now=workplace.clock.now())
    who = Identity(id=person.id, name=person.name, role=person.role.value)
    write_key_file(workplace.profile.keys, with_slot(file, wrap(key, who, pin, first_use=True)))


def check_pin(pin: str) -> None:
    """Raises ``RefusedError("pin-short")`` with ``least``."""
    if len(pin) < PIN_LENGTH:
        raise RefusedError("pin-short", least=PIN_LENGTH)


def _open(profile: Profile, key: bytes, upgrading: Callable[[float], None] | None) -> Store:
    """A key that came out of its slot is the right one: what does not open with it is damaged, or another machine's
    file, which nobody can tell from noise."""
    try:
        return open_store(profile.store, key, backups=automatic_folder(profile), tell=upgrading)
    except StoreError as error:
        if error.code != "store-wrong-key":
            raise
        raise StoreError("store-damaged") from error


def _close_slots(profile: Profile, file: KeyFile, session: Session) -> None:
    """Whoever has left the office, on another machine perhaps, opens this store no more."""
    kept = file
    for slot in file.slots:
        row = session.get(PersonRow, slot.id)
        if row is not None and not row.active:
            kept = without_slot(kept, slot.id)
    if kept is not file:
        write_key_file(profile.keys, kept)


def _who_and_where(session: Session, person_id: str) -> tuple[Person, Office]:
    row = session.get(PersonRow, person_id)
    if row is None or not row.active:
        raise RefusedError("person-inactive")
    person = Person(id=PersonId(row.id), name=row.name, role=Role(row.role), unit=UnitCode(row.unit))
    office = Office(
        unit=geography().unit(read_meta(session, Meta.UNIT)),
        device=DeviceId(read_meta(session, Meta.DEVICE)),
        reports_from=date.fromisoformat(read_meta(session, Meta.REPORTS_FROM)),
    )
    return person, office
