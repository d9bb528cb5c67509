"""A machine that central does not accept any more takes up a new enrolment file: as a new machine of the office, with
all the work it holds."""

from __future__ import annotations

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.central_keys import follow_enrolment
from cdd_desktop.operations.device_secrets import move_to_vault, renew_key
from cdd_desktop.operations.take_new_identity import take_new_identity
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile
from cdd_desktop.store.keys import Identity, encode_key, open_slot, with_slot, wrap, write_key_file
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import AuditRow, PersonRow
from cdd_desktop.sync.protocol import Enrolment


def enrol_again(workplace: Workplace, enrolment: Enrolment, password: str) -> Changes:
    """Takes up an enrolment that ``enrol.read_enrolment`` has read. The people it names sign in with their PIN, to
    choose a password; everybody who was here stays. What has no receipt is sent again by the new machine. Taking the
    same file twice changes nothing more than a new identity.

    ``password`` is that of the person at work. Raises ``RefusedError``: ``password-wrong``, ``password-wait``,
    ``enrolment-other-office``, ``enrolment-other-central``; then nothing has changed.
    """
    profile = workplace.profile
    file, _, key = open_slot(profile.keys, workplace.person.id, password, now=workplace.clock.now())
    changes = workplace.do(_take_up, enrolment, profile)
    known = {slot.id for slot in file.slots}
    for person in enrolment.people:
        if person.id not in known:
            who = Identity(id=person.id, name=person.name, role=person.role)
            file = with_slot(file, wrap(key, who, person.pin, first_use=True))
    write_key_file(profile.keys, file)
    return changes


def _take_up(work: Work, enrolment: Enrolment, profile: Profile) -> Changes:
    """Where central is, and a key and an id of its own: the code opens one key, and an old one may be revoked."""
    session = work.session
    if enrolment.unit != work.unit.code:
        raise RefusedError("enrolment-other-office", unit=enrolment.unit)
    follow_enrolment(session, enrolment)
    renew_key(session, encode_key(Ed25519PrivateKey.generate().private_bytes_raw()))
    facts = {
        Meta.COURIER_KEY: enrolment.courier_key,
        Meta.OFFICE_KEY: enrolment.office_key,
        Meta.ADDRESSES: msgspec.json.encode(enrolment.addresses).decode(),
        Meta.TRUST: enrolment.trust,
        Meta.CLAIM_CODE: enrolment.code,
    }
    for name, value in facts.items():
        write_meta(session, name, value)
    for person in enrolment.people:
        if session.get(PersonRow, person.id) is None:
            session.add(PersonRow(id=person.id, name=person.name, role=person.role, unit=enrolment.unit))
    session.add(
        AuditRow(at=work.now, person_id=work.person.id, action="enrolled-again", unit=enrolment.unit, detail={})
    )
    changes = take_new_identity(work) | Changes(people=True)
    move_to_vault(session, profile, work.new_id())
    return changes
