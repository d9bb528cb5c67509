"""The enrolment file's bytes and signature, for central that writes it and the device that reads it."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from cdd_desktop.errors import BadRequestError
from cdd_desktop.sync.protocol import Enrolment

FORMAT = 1


def sign_enrolment(enrolment: Enrolment, private_key: bytes) -> Enrolment:
    """The enrolment with its signature (base64) by central's raw 32-byte Ed25519 key."""
    plain = msgspec.to_builtins(msgspec.structs.replace(enrolment, signature=""))
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(_signed_bytes(plain))
    return msgspec.structs.replace(enrolment, signature=base64.b64encode(signature).decode())


def verify_enrolment(data: bytes) -> None:
    """Checks the signature of a file's content with the key the file itself names; the file is the root of trust, so
    this finds damage and careless editing. Members that only a later program knows are signed like the others. Raises
    ``BadRequestError("enrolment-signature")``."""
    try:
        members = msgspec.json.decode(data, type=dict[str, Any])
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(members["signing_key"], validate=True))
        key.verify(base64.b64decode(members["signature"], validate=True), _signed_bytes(members))
    except (InvalidSignature, ValueError, TypeError, KeyError, binascii.Error) as error:
        raise BadRequestError("enrolment-signature") from error


def start_key(code: str) -> Ed25519PrivateKey:
    """What opens a start package: a key made from the one-time code of the enrolment it belongs to (192 random bits).
    Raises ``ValueError`` for an empty code."""
    if not code:
        raise ValueError("no code")
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"cdd-start-1\n" + code.encode()).digest())


def encode_enrolment(enrolment: Enrolment) -> bytes:
    """The content of a ``.cddenrol`` file: indented JSON, UTF-8."""
    return msgspec.json.format(msgspec.json.encode(enrolment), indent=2)


def decode_enrolment(data: bytes) -> Enrolment:
    """Raises ``BadRequestError``: ``enrolment-unreadable``, or ``enrolment-newer`` for a format of a later program."""
    try:
        enrolment = msgspec.json.decode(data, type=Enrolment)
    except msgspec.DecodeError as error:
        raise BadRequestError("enrolment-unreadable") from error
    if enrolment.format > FORMAT:
        raise BadRequestError("enrolment-newer")
    return enrolment


def _signed_bytes(members: dict[str, Any]) -> bytes:
    """The compact JSON of everything but the signature, in the file's own order."""
    return msgspec.json.encode({name: value for name, value in members.items() if name != "signature"})
