"""A forgotten password: asking central for the key it can unseal, and a new password when the answer is there."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cdd_desktop.clock import Clock
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.operations.enrol import check_password
from cdd_desktop.paths import Profile
from cdd_desktop.store.engine import open_store
from cdd_desktop.store.errors import StoreError
from cdd_desktop.store.keys import Identity, Slot, find_slot, read_key_file, with_slot, wrap, write_key_file
from cdd_desktop.store.rows import AuditRow
from cdd_desktop.sync.recovery import LARGEST, RecoveryRequest, open_answer, read_answer


def ask_recovery(profile: Profile, person_id: str) -> bytes:
    """The content of a ``.cddrecover``. Raises ``BadRequestError("person-unknown")``, ``RefusedError``
    (``recovery-not-possible`` for a machine whose key was never sealed for central)."""
    file = read_key_file(profile.keys)
    slot = find_slot(file, person_id)
    if not file.recovery:
        raise RefusedError("recovery-not-possible")
    return msgspec.json.encode(RecoveryRequest(kind="recovery-request", format=1, person=slot.id, sealed=file.recovery))


def write_request(profile: Profile, person_id: str, file: Path) -> Path:
    """The same as a file. Raises ``RefusedError("file-not-writable")`` besides."""
    content = ask_recovery(profile, person_id)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise RefusedError("file-not-writable", file=file.name) from error
    return file


def read_recovered(file: Path) -> bytes:
    """What a ``.cddrecovered`` holds. Raises ``BadRequestError("recovery-unreadable")``."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST)
    except OSError as error:
        raise BadRequestError("recovery-unreadable") from error


def use_recovery(profile: Profile, data: bytes, code: str, password: str, *, clock: Clock) -> Slot:
    """Give the person of a ``.cddrecovered`` a new password; whose it is. Nothing else of the machine changes.

    Raises ``BadRequestError``: ``recovery-unreadable``, ``person-unknown``; ``RefusedError``: ``recovery-code-wrong``,
    ``recovery-other-machine``, ``password-short``; ``StoreError``.
    """
    answer = read_answer(data)
    file = read_key_file(profile.keys)
    slot = find_slot(file, answer.person)
    check_password(password)
    key = open_answer(answer, code)
    try:
        store = open_store(profile.store, key)
    except StoreError as error:
        if error.code != "store-wrong-key":
            raise
        raise RefusedError("recovery-other-machine") from error
    try:
        with store.write() as session:
            session.add(AuditRow(at=clock.now(), person_id=slot.id, action="password-recovered", unit="", detail={}))
    finally:
        store.close()
    renewed = wrap(key, Identity(id=slot.id, name=slot.name, role=slot.role), password, first_use=False)
    write_key_file(profile.keys, with_slot(file, renewed))
    return slot
