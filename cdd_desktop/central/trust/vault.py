"""Keeps citizen ids out of the tables in clear: sealed values in JSON, sealed bytes, and keyed hashes for equality.

Sealed is every value on a path whose field is a citizen id, and every text that holds thirteen digits, wherever it
stands, but for the ids of records. A sealed value is ``{"~": base64}`` (ChaCha20-Poly1305, random nonce).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from cdd_desktop.central.trust.keys import CentralKeys
from cdd_desktop.domain.record import Value
from cdd_desktop.ids import is_id

_NONCE = 12
_SEAL = "~"
_DIGITS = 13  # of a citizen id
_THIRTEEN_DIGITS = re.compile(r"(?:[0-9๐-๙][ -]?){13}")
_NONCES = 256  # random bytes are asked of the system for so many at once
_BLOCK = 64  # of SHA-256, in bytes


class Vault:
    """Seals and opens with keys that are not in the database. What an earlier key has sealed is opened with it."""

    def __init__(self, keys: CentralKeys) -> None:
        self._cipher, *self._older = [ChaCha20Poly1305(key) for key in keys.vault_keys]
        self._inner, self._outer = _hmac_halves(keys.derive("hash"))
        self._nonces: list[bytes] = []
        self._token_key = keys.derive("token")

    def seal_bytes(self, plain: bytes) -> bytes:
        nonce = self._nonce()
        return nonce + self._cipher.encrypt(nonce, plain, None)

    def open_bytes(self, sealed: bytes) -> bytes:
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
        except InvalidTag:
            for cipher in self._older:
                with suppress(InvalidTag):
                    return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
            raise

    def seal(self, content: Mapping[str, Value], secret_fields: Collection[str]) -> dict[str, Any]:
        """Content as it is stored; ``secret_fields`` are the keys of fields that hold citizen ids."""
        sealed: dict[str, Any] = dict(content)
        for path, value in content.items():
            short = isinstance(value, int) or (isinstance(value, str) and len(value) < _DIGITS)
            if (secret_fields or not short) and _is_secret(path, value, secret_fields):
                sealed[path] = self._seal_value(value)
        return sealed

    def open(self, stored: Mapping[str, Any]) -> dict[str, Any]:
        """Content as it was before ``seal``."""
        opened = dict(stored)
        if dict in map(type, stored.values()):
            for path, value in stored.items():
                if isinstance(value, dict):
                    opened[path] = self._open_value(value)
        return opened

    @staticmethod
    def may_be_sealed(text: str) -> bool:
        """Whether content as JSON text may hold a sealed value: it has their mark somewhere."""
        return f'"{_SEAL}"' in text

    def reseal_bytes(self, sealed: bytes) -> bytes | None:
        """What an earlier key has sealed, sealed with the present one; None for what is already."""
        with suppress(InvalidTag):
            self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
            return None
        return self.seal_bytes(self.open_bytes(sealed))

    def reseal(self, stored: Mapping[str, Any]) -> dict[str, Any] | None:
        """The same for content."""
        fresh = {path: self._reseal_value(value) for path, value in stored.items() if isinstance(value, dict)}
        changed = {path: value for path, value in fresh.items() if value is not None}
        return {**stored, **changed} if changed else None

    def hash(self, data: bytes) -> str:
        """A keyed hash: equal data, equal hash; without the key not even a short number can be found by trying."""
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(data)
        outer.update(inner.digest())
        return str(outer.hexdigest())

    def token(self, device: str, public_key: str) -> str:
        """The device's token; derived, so that a repeated claim is given the same one and no copy is kept."""
        digest = hmac.digest(self._token_key, f"{device}\n{public_key}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")

    def _nonce(self) -> bytes:
        """Random bytes, never given twice. A vault lives for one request and in one thread."""
        if not self._nonces:
            drawn = os.urandom(_NONCE * _NONCES)
            self._nonces = [drawn[at : at + _NONCE] for at in range(0, len(drawn), _NONCE)]
        return self._nonces.pop()

    def _seal_value(self, value: Any) -> dict[str, str]:
        return {_SEAL: base64.b64encode(self.seal_bytes(msgspec.json.encode(value))).decode()}

    def _reseal_value(self, value: dict[str, str]) -> dict[str, str] | None:
        again = self.reseal_bytes(base64.b64decode(value[_SEAL]))
        return None if again is None else {_SEAL: base64.b64encode(again).decode()}

    def _open_value(self, value: dict[str, str]) -> Any:
        return msgspec.json.decode(self.open_bytes(base64.b64decode(value[_SEAL])))


def token_hash(token: str) -> str:
    """What central keeps of a token or a one-time code: its SHA-256 (both are long and random)."""
    return hashlib.sha256(token.encode()).hexdigest()


def _hmac_halves(key: bytes) -> tuple[Any, Any]:
    """HMAC-SHA-256 (RFC 2104) with the key taken in already: its inner and its outer hash, a third of the whole way for
    a short text. ``key`` is at most a block long."""
    padded = key.ljust(_BLOCK, b"\0")
    return tuple(hashlib.sha256(bytes(byte ^ pad for byte in padded)) for pad in (0x36, 0x5C))  # type: ignore[return-value]


def _is_secret(path: str, value: Value, secret_fields: Collection[str]) -> bool:
    if value is None:
        return False
    if secret_fields and path.rpartition("/")[2].rpartition(":")[2] in secret_fields:
        return True
    if isinstance(value, str):
        return _may_hold_id(value)
    return isinstance(value, list) and any(_may_hold_id(text) for text in value)


def _may_hold_id(text: str) -> bool:
    return len(text) >= _DIGITS and not is_id(text) and _THIRTEEN_DIGITS.search(text) is not None
