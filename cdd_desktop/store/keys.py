"""The store's random key and who may unwrap it: one slot a person (own password) and one for central's recovery key.

The file beside the store holds no secret in clear: each slot is the key sealed by AES-256-GCM under argon2id of a
password, or by age under central's recipient. Names and roles are readable, for the sign-in list: so that it
appears at once, the libraries of the ciphers are loaded where a key is sealed or opened.
"""

from __future__ import annotations

import base64
import binascii
import os
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.store.errors import StoreError

KEY_BYTES = 32
FORMAT = 1
_FREE_TRIES = 3
_LONGEST_WAIT = timedelta(minutes=5)


class Cost(msgspec.Struct, frozen=True):
    """argon2id's cost: passes, memory in KiB, lanes. 64 MiB suits the 4 GB laptops of the districts."""

    passes: int = 3
    memory: int = 64 * 1024
    lanes: int = 2


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A person's wrapped copy of the key. ``first_use``: the password is still the enrolment's PIN. ``failures`` and
    ``failed_at`` (ISO 8601) make the wait after wrong passwords grow."""

    id: str
    name: str
    role: str
    first_use: bool
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    failures: int = 0
    failed_at: str = ""


class KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    """``recovery`` is the key sealed for central (age)."""

    format: int
    recovery: bytes = b""
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose slot it is."""

    id: str
    name: str
    role: str


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


def seal_for_recovery(key: bytes, recipient: str) -> bytes:
    """The key sealed to central's age recipient. Raises ``BadRequestError("enrolment-unreadable")`` for a bad one."""
    import pyrage

    try:
        return bytes(pyrage.encrypt(key, [pyrage.x25519.Recipient.from_str(recipient)]))
    except (pyrage.RecipientError, ValueError) as error:
        raise BadRequestError("enrolment-unreadable") from error


def wrap(key: bytes, who: Identity, password: str, *, first_use: bool, cost: Cost | None = None) -> Slot:
    """A new slot for a person; the person's id is bound in, so that slots cannot be exchanged."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    chosen = cost or Cost()
    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = AESGCM(_stretch(password, salt, chosen)).encrypt(nonce, key, who.id.encode())
    return Slot(
        id=who.id,
        name=who.name,
        role=who.role,
        first_use=first_use,
        cost=chosen,
        salt=salt,
        nonce=nonce,
        wrapped=wrapped,
    )


def unwrap(slot: Slot, password: str) -> bytes:
    """The store's key. Raises ``RefusedError("password-wrong")``."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_stretch(password, slot.salt, slot.cost)).decrypt(slot.nonce, slot.wrapped, slot.id.encode())
    except InvalidTag as error:
        raise RefusedError("password-wrong") from error


def find_slot(file: KeyFile, person_id: str) -> Slot:
    """Raises ``BadRequestError("person-unknown")``."""
    for slot in file.slots:
        if slot.id == person_id:
            return slot
    raise BadRequestError("person-unknown")


def with_slot(file: KeyFile, slot: Slot) -> KeyFile:
    """The file with a person's slot added or replaced, order kept."""
    if any(other.id == slot.id for other in file.slots):
        slots = tuple(slot if other.id == slot.id else other for other in file.slots)
    else:
        slots = (*file.slots, slot)
    return msgspec.structs.replace(file, slots=slots)


def without_slot(file: KeyFile, person_id: str) -> KeyFile:
    return msgspec.structs.replace(file, slots=tuple(slot for slot in file.slots if slot.id != person_id))


def wait_left(slot: Slot, now: datetime) -> timedelta:
    """How long this person has to wait before another try: nothing for the first three, then 5 s doubling to 5 min."""
    if slot.failures <= _FREE_TRIES or not slot.failed_at:
        return timedelta(0)
    wait = min(timedelta(seconds=5 * 2 ** min(slot.failures - _FREE_TRIES - 1, 10)), _LONGEST_WAIT)
    passed = now - datetime.fromisoformat(slot.failed_at)
    return max(wait - passed, timedelta(0)) if passed >= timedelta(0) else timedelta(0)


def open_slot(path: Path, person_id: str, password: str, *, now: datetime) -> tuple[KeyFile, Slot, bytes]:
    """Unwraps the key and keeps count of wrong passwords in the file.

    Raises ``RefusedError``: ``password-wrong``, or ``password-wait`` with ``seconds``.
    """
    file = read_key_file(path)
    slot = find_slot(file, person_id)
    left = wait_left(slot, now)
    if left > timedelta(0):
        raise RefusedError("password-wait", seconds=-(-left // timedelta(seconds=1)))
    try:
        key = unwrap(slot, password)
    except RefusedError:
        failed = msgspec.structs.replace(
            slot, failures=slot.failures + 1, failed_at=now.astimezone(timezone.utc).isoformat()
        )
        write_key_file(path, with_slot(file, failed))
        raise
    if slot.failures:
        slot = msgspec.structs.replace(slot, failures=0, failed_at="")
        file = with_slot(file, slot)
        write_key_file(path, file)
    return file, slot, key


def read_key_file(path: Path) -> KeyFile:
    """Raises ``StoreError``: ``keys-missing``, ``keys-damaged`` or ``store-newer``."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise StoreError("keys-missing", path=path.name) from error
    return parse_key_file(raw)


def parse_key_file(raw: bytes) -> KeyFile:
    """Raises ``StoreError``: ``keys-damaged`` or ``store-newer``."""
    try:
        file = msgspec.json.decode(raw, type=KeyFile)
    except (msgspec.DecodeError, binascii.Error) as error:
        raise StoreError("keys-damaged") from error
    if file.format > FORMAT:
        raise StoreError("store-newer")
    return file


def write_key_file(path: Path, file: KeyFile) -> None:
    """Replaces the file whole: a new one is written, flushed to the disk and renamed over the old."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".part")
    with half.open("wb") as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(file), indent=1))
        stream.flush()
        os.fsync(stream.fileno())
    half.replace(path)


def encode_key(raw: bytes) -> str:
    """Base64 text of key bytes."""
    return base64.b64encode(raw).decode()


def decode_key(text: str) -> bytes:
    """Raises ``BadRequestError("key-unreadable")``."""
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise BadRequestError("key-unreadable") from error


def typed(password: str) -> str:
    """One spelling of what was typed: NFC, digits of any script as 0-9, so that the keyboard's layout is no matter."""
    composed = unicodedata.normalize("NFC", password)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in composed)


def _stretch(password: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        typed(password).encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
