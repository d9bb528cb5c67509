"""Central's secrets in one file beside the database: signing pair, sealing identity, and the master of its vault."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pyrage
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cdd_desktop.errors import BadRequestError, RefusedError

_RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)


class _KeyFile(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    format: int
    signing: str
    sealing: str
    master: str


@dataclass(frozen=True, slots=True)
class CentralKeys:
    """The opened keys. ``signing_key`` (base64) and ``sealing_key`` (age recipient) are the public halves."""

    signer: Ed25519PrivateKey
    sealing: pyrage.x25519.Identity
    master: bytes

    @property
    def signing_key(self) -> str:
        return base64.b64encode(self.signer.public_key().public_bytes(*_RAW)).decode()

    @property
    def sealing_key(self) -> str:
        return str(self.sealing.to_public())

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
        format=1,
        signing=base64.b64encode(signer.private_bytes_raw()).decode(),
        sealing=str(sealing),
        master=base64.b64encode(master).decode(),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise RefusedError("keys-exist", path=str(path)) from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(body)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return CentralKeys(signer, sealing, master)


def load_keys(path: Path) -> CentralKeys:
    """Read a key file. Raises ``BadRequestError("keys-missing")`` or ``("keys-unreadable")``."""
    try:
        body = msgspec.json.decode(path.read_bytes(), type=_KeyFile)
        if body.format != 1:
            raise ValueError("unknown format")
        return CentralKeys(
            Ed25519PrivateKey.from_private_bytes(base64.b64decode(body.signing, validate=True)),
            pyrage.x25519.Identity.from_str(body.sealing),
            base64.b64decode(body.master, validate=True),
        )
    except FileNotFoundError as error:
        raise BadRequestError("keys-missing", path=str(path)) from error
    except (OSError, ValueError, msgspec.MsgspecError, pyrage.IdentityError) as error:
        raise BadRequestError("keys-unreadable", path=str(path)) from error
