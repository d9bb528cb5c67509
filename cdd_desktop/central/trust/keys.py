"""Central's secrets in one file beside the database: signing pair, sealing identity, and what its vault is made of.

Signing and sealing pair and the vault's key can be changed for new ones (``rotate_keys``). Of the signing pairs before
the file keeps the public halves and the words that lead from one to the next, of the others everything: what was
sealed to them has to be opened. The master stays: tokens, the keyed hashes and the offices' pairs come of it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import msgspec
import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.sync.lineage import Lineage, NextKeys
from cdd_desktop.sync.signing import public_text

_FORMAT, _ROTATED = 1, 2
_UNDER_WAY = timedelta(seconds=5)  # answers that were begun with the old keys still hold


class _Before(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What earlier keys are still needed for; ``vault`` as in the file."""

    sealing: str
    vault: str


class _KeyFile(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """``vault`` is the key that seals in the database; "": the one of the master. ``before``: oldest first."""

    format: int
    signing: str
    sealing: str
    master: str
    vault: str = ""
    before: list[_Before] = []
    words: list[NextKeys] = []


@dataclass(frozen=True, slots=True)
class CentralKeys:
    """The opened keys. ``signing_key`` (base64) and ``sealing_key`` (age recipient) are the public halves. ``vault`` is
    b"" where it comes of the master; ``older`` are the sealing identities and vaults before, newest first."""

    signer: Ed25519PrivateKey
    sealing: pyrage.x25519.Identity
    master: bytes
    vault: bytes = b""
    older: tuple[tuple[pyrage.x25519.Identity, bytes], ...] = ()
    words: tuple[NextKeys, ...] = ()

    @property
    def signing_key(self) -> str:
        return public_text(self.signer)

    @property
    def sealing_key(self) -> str:
        return str(self.sealing.to_public())

    @property
    def lineage(self) -> Lineage:
        """All signing keys so far, the present one last."""
        return Lineage(self.words[0].before if self.words else self.signing_key, self.words)

    @property
    def openers(self) -> list[pyrage.x25519.Identity]:
        """All that may open what was sealed for central."""
        return [self.sealing, *(identity for identity, _ in self.older)]

    @property
    def vault_keys(self) -> tuple[bytes, ...]:
        """The key that seals in the database, and those that once did."""
        return tuple(key or self.derive("vault") for key in (self.vault, *(vault for _, vault in self.older)))

    @property
    def fingerprint(self) -> str:
        """Tells whether a database and a key file belong together, without giving anything away."""
        return self.derive("fingerprint").hex()[:32]

    def office_key(self, unit: str) -> Ed25519PrivateKey:
        """The pair of an office that carries files for those below it: all its machines hold it, by their enrolment,
        and those below know the public half."""
        return Ed25519PrivateKey.from_private_bytes(self.derive(f"office/{unit}"))

    def derive(self, purpose: str) -> bytes:
        """A 32-byte secret of its own for each purpose."""
        return hmac.digest(self.master, purpose.encode(), hashlib.sha256)


def make_keys(path: Path) -> CentralKeys:
    """Write new keys (0600) and answer them. Raises ``RefusedError("keys-exist")`` rather than replace a file."""
    signer = Ed25519PrivateKey.generate()
    sealing = pyrage.x25519.Identity.generate()
    master = os.urandom(32)
    body = _KeyFile(
        format=_FORMAT,
        signing=_text(signer.private_bytes_raw()),
        sealing=str(sealing),
        master=_text(master),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise RefusedError("keys-exist", path=str(path)) from error
    with os.fdopen(descriptor, "wb") as file:
        _write(file, body)
    return CentralKeys(signer, sealing, master)


def load_keys(path: Path) -> CentralKeys:
    """Read a key file. Raises ``BadRequestError("keys-missing")`` or ``("keys-unreadable")``."""
    return _opened(path)[1]


class HeldKeys:
    """The keys of a file for as long as central serves: taken up anew when they have been changed. Safe between
    threads; what one thread has from the old keys, the new ones open."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, threading.Lock()
        self._state = _state(path)
        self._keys = load_keys(path)

    def now(self) -> CentralKeys:
        """The present ones. Of a file that is away, unreadable, older or another central's nothing is taken."""
        state = _state(self._path)
        if state != self._state:
            with self._lock:
                if state != self._state:
                    self._keys, self._state = self._followed(), state
        return self._keys

    def _followed(self) -> CentralKeys:
        try:
            found = load_keys(self._path)
        except BadRequestError:
            return self._keys
        held = self._keys
        leads_on = found.fingerprint == held.fingerprint and found.lineage.number >= held.lineage.number
        return found if leads_on else held


def _state(path: Path) -> tuple[int, ...] | None:
    """Tells a file from one that has taken its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def rotate_keys(path: Path, now: datetime) -> CentralKeys:
    """New pairs for signing and sealing and a new key of the vault, in the place of those of the file; answers them.

    The present signing key says its last word, that the new one speaks from now on, and is gone. The file is replaced
    whole. Raises what ``load_keys`` raises and ``RefusedError("keys-unwritable")``.
    """
    body, held = _opened(path)
    signer, sealing = Ed25519PrivateKey.generate(), pyrage.x25519.Identity.generate()
    at = max([to_text(now + _UNDER_WAY), *(word.at for word in held.words)])
    word = NextKeys(
        number=len(held.words) + 1,
        before=held.signing_key,
        signing_key=public_text(signer),
        sealing_key=str(sealing.to_public()),
        at=at,
    ).signed(held.signer)
    body.before.append(_Before(sealing=body.sealing, vault=body.vault))
    body.words.append(word)
    body.format, body.signing, body.sealing = _ROTATED, _text(signer.private_bytes_raw()), str(sealing)
    body.vault = _text(os.urandom(32))
    half = path.with_name(path.name + ".part")
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            _write(file, body)
        half.replace(path)
    except OSError as error:
        raise RefusedError("keys-unwritable", path=str(path)) from error
    return load_keys(path)


def _opened(path: Path) -> tuple[_KeyFile, CentralKeys]:
    try:
        body = msgspec.json.decode(path.read_bytes(), type=_KeyFile)
        if body.format > _ROTATED:
            raise ValueError("unknown format")
        keys = CentralKeys(
            Ed25519PrivateKey.from_private_bytes(_bytes(body.signing)),
            pyrage.x25519.Identity.from_str(body.sealing),
            _bytes(body.master),
            _bytes(body.vault),
            tuple((pyrage.x25519.Identity.from_str(old.sealing), _bytes(old.vault)) for old in reversed(body.before)),
            tuple(body.words),
        )
        if keys.lineage.signing_key != keys.signing_key:
            raise ValueError("its words lead to another key")
        return body, keys
    except FileNotFoundError as error:
        raise BadRequestError("keys-missing", path=str(path)) from error
    except (OSError, ValueError, msgspec.MsgspecError, pyrage.IdentityError) as error:
        raise BadRequestError("keys-unreadable", path=str(path)) from error


def _write(file: BinaryIO, body: _KeyFile) -> None:
    file.write(msgspec.json.format(msgspec.json.encode(body)) + b"\n")
    file.flush()
    os.fsync(file.fileno())


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
