"""What central and devices sign, and how it is checked: Ed25519 over a word for the purpose and the exact bytes.

The word before the bytes keeps a signature made for one purpose from being taken for another. Signatures are base64
(88 characters).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

RECEIPT, ANCHOR, BOOKS = "cdd-receipt-1", "cdd-anchor-1", "cdd-books-1"
_RECEIPT_TAIL = re.compile(rb',"signature":"([A-Za-z0-9+/]{86}==)"\}\Z')


class SignatureError(ValueError):
    """A signature that is missing or not of this key, purpose and bytes."""


def sign(key: Ed25519PrivateKey, purpose: str, data: bytes) -> str:
    """The signature of ``data`` for a purpose."""
    return base64.b64encode(key.sign(_signed(purpose, data))).decode()


def public_text(key: Ed25519PrivateKey) -> str:
    """The public half of a key, base64."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def verify(public_key: str, purpose: str, data: bytes, signature: str) -> None:
    """Raises ``SignatureError`` unless ``signature`` is that of ``public_key`` (base64)."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
        key.verify(base64.b64decode(signature, validate=True), _signed(purpose, data))
    except (InvalidSignature, ValueError, binascii.Error) as error:
        raise SignatureError(purpose) from error


def _signed(purpose: str, data: bytes) -> bytes:
    return purpose.encode() + b"\n" + data


def sign_receipt(body: bytes, key: Ed25519PrivateKey) -> bytes:
    """The bytes of a receipt with its signature as the last member; signed are the bytes without that member."""
    return body[:-1] + f',"signature":"{sign(key, RECEIPT, body)}"}}'.encode()


def verify_receipt(raw: bytes, public_key: str) -> None:
    """Checks the bytes of a signed receipt as they came. Raises ``SignatureError``."""
    tail = _RECEIPT_TAIL.search(raw)
    if tail is None:
        raise SignatureError(RECEIPT)
    verify(public_key, RECEIPT, raw[: tail.start()] + b"}", tail[1].decode())


def books_bytes(books: str, texts: Sequence[str]) -> bytes:
    """What is signed of published files: central's name for all it has published, and the digest of each file's text,
    each on a line of its own."""
    return "\n".join([books, *(hashlib.sha256(text.encode()).hexdigest() for text in texts)]).encode()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Central's word that at the instant ``at`` (ISO 8601 UTC) it spoke to ``device``: nothing the device shows it
    for can have happened before."""

    at: str
    device: str
    signature: str

    def __str__(self) -> str:
        return f"{self.at} {self.device} {self.signature}"

    @property
    def instant(self) -> datetime:
        return datetime.fromisoformat(self.at)

    def verify(self, public_key: str) -> None:
        """Raises ``SignatureError`` for one that central did not sign, or whose instant is none."""
        verify(public_key, ANCHOR, _anchored(self.at, self.device), self.signature)
        try:
            aware = self.instant.tzinfo is not None
        except ValueError as error:
            raise SignatureError(ANCHOR) from error
        if not aware:
            raise SignatureError(ANCHOR)


def make_anchor(at: str, device: str, key: Ed25519PrivateKey) -> Anchor:
    """An anchor of central."""
    return Anchor(at, device, sign(key, ANCHOR, _anchored(at, device)))


def read_anchor(text: str) -> Anchor:
    """The anchor of a text ``str`` has made; not verified. Raises ``SignatureError``."""
    parts = text.split(" ")
    if len(parts) != 3:
        raise SignatureError(ANCHOR)
    return Anchor(*parts)


def _anchored(at: str, device: str) -> bytes:
    return f"{at}\n{device}".encode()
