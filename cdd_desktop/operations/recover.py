"""A forgotten password: asking central for the key it can unseal, and a new password when the answer is there."""

from __future__ import annotations

import msgspec

from cdd_desktop.clock import Clock
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.enrol import check_password
from cdd_desktop.paths import Profile
from cdd_desktop.store.engine import open_store
from cdd_desktop.store.keys import Identity, find_slot, read_key_file, with_slot, wrap, write_key_file
from cdd_desktop.store.rows import AuditRow
from cdd_desktop.sync.recovery import RecoveryRequest, open_answer, read_answer


def ask_recovery(profile: Profile, person_id: str) -> bytes:
    """The content of a ``.cddrecover``. Raises ``BadRequestError("person-unknown")``, ``RefusedError``
    (``recovery-not-possible`` for a machine whose key was never sealed for central)."""
    file = read_key_file(profile.keys)
    slot = find_slot(file, person_id)
    if not file.recovery:
        raise RefusedError("recovery-not-possible")
    return msgspec.json.encode(RecoveryRequest(kind="recovery-request", format=1, person=slot.id, sealed=file.recovery))


def use_recovery(profile: Profile, data: bytes, code: str, password: str, *, clock: Clock) -> str:
    """Give the person of a ``.cddrecovered`` a new password; the person's name. Nothing else of the machine changes.

    Raises ``BadRequestError``: ``recovery-unreadable``, ``person-unknown``; ``RefusedError``: ``recovery-code-wrong``,
    ``password-short``; ``StoreError("store-wrong-key")`` for an answer to another machine.
    """
    answer = read_answer(data)
    file = read_key_file(profile.keys)
    slot = find_slot(file, answer.person)
    check_password(password)
    key = open_answer(answer, code)
    store = open_store(profile.store, key)
    try:
        with store.write() as session:
            session.add(AuditRow(at=clock.now(), person_id=slot.id, action="password-recovered", unit="", detail={}))
    finally:
        store.close()
    renewed = wrap(key, Identity(id=slot.id, name=slot.name, role=slot.role), password, first_use=False)
    write_key_file(profile.keys, with_slot(file, renewed))
    return slot.name
