"""The enrolment file's bytes and signature, for central that writes it and the device that reads it."""

from __future__ import annotations

import base64
import binascii
import hashlib

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from cdd_desktop.errors import BadRequestError
from cdd_desktop.sync.protocol import Enrolment

FORMAT = 1


def sign_enrolment(enrolment: Enrolment, private_key: bytes) -> Enrolment:
    """The enrolment with its signature (base64) by central's raw 32-byte Ed25519 key."""
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(_signed_bytes(enrolment))
    return msgspec.structs.replace(enrolment, signature=base64.b64encode(signature).decode())


def verify_enrolment(enrolment: Enrolment) -> None:
    """Checks the signature with the key the file itself names; the file is the root of trust, so this finds damage
    and careless editing. Raises ``BadRequestError("enrolment-signature")``."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(enrolment.signing_key, validate=True))
        key.verify(base64.b64decode(enrolment.signature, validate=True), _signed_bytes(enrolment))
    except (InvalidSignature, ValueError, binascii.Error) as error:
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


def _signed_bytes(enrolment: Enrolment) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(enrolment, signature=""))
