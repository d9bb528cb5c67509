"""Who signs for what (TUF): the roles of the repository, their keys, and how a lost key is replaced.

*root* names the keys of all roles, three keys of which two sign; *targets* signs for the bundles, where programs are
built; *snapshot*, *timestamp* and *channel* by central's own key, when a version is published, held or staged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.release.channel import Channel

ROOT, TARGETS, SNAPSHOT, TIMESTAMP, CHANNEL = "root", "targets", "snapshot", "timestamp", "channel"
ONLINE = (SNAPSHOT, TIMESTAMP)
ROOT_KEYS, ROOT_THRESHOLD = 3, 2
ROOT_LASTS, TARGETS_LASTS, ONLINE_LASTS = timedelta(days=3650), timedelta(days=1095), timedelta(days=120)
"""An office may be without a line, and a stick under way, for weeks; after that a repository counts as an old one."""
RENEW_BELOW = timedelta(days=60)
_WRITER = JSONSerializer(compact=True)
T = TypeVar("T", Root, Targets, Snapshot, Timestamp)


def new_key() -> bytes:
    """A private key as PEM."""
    key = Ed25519PrivateKey.generate()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def read_key(path: Path) -> CryptoSigner:
    """Raises ``BadRequestError("update-key-missing")``."""
    try:
        return CryptoSigner(load_pem_private_key(path.read_bytes(), None))
    except (OSError, ValueError, TypeError) as error:
        raise BadRequestError("update-key-missing", path=str(path)) from error


def first_root(roots: Sequence[CryptoSigner], targets: CryptoSigner, online: CryptoSigner, now: datetime) -> bytes:
    """The trust anchor that goes into the program: version 1, signed by all root keys."""
    root = Root(version=1, expires=now + ROOT_LASTS, consistent_snapshot=True)
    for signer in roots:
        root.add_key(signer.public_key, ROOT)
    root.roles[ROOT].threshold = ROOT_THRESHOLD
    root.add_key(targets.public_key, TARGETS)
    for role in ONLINE:
        root.add_key(online.public_key, role)
    return _sign(root, roots)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A key that comes in for some roles, in the place of ``lost`` (a key's id) or of all they had."""

    roles: tuple[str, ...]
    signer: CryptoSigner
    lost: str = ""


def replace_key(before: bytes, roots: Sequence[CryptoSigner], what: Replaced, now: datetime) -> bytes:
    """The next root, with another key for some roles; programs that trust ``before`` follow it.

    ``roots`` are at least two of its root keys; a new root key signs too. Raises ``RefusedError("update-keys-few")``.
    """
    old = read_signed(before, Root).signed
    root = Root.from_dict(old.to_dict())
    root.version, root.expires = old.version + 1, now + ROOT_LASTS
    for role in what.roles:
        for key in list(root.roles[role].keyids):
            if what.lost in ("", key):
                root.revoke_key(key, role)
        root.add_key(what.signer.public_key, role)
    signers = [*roots, what.signer] if ROOT in what.roles else roots
    made = _sign(root, {one.public_key.keyid: one for one in signers}.values())
    try:
        old.verify_delegate(ROOT, _payload(made), _signatures(made))
        root.verify_delegate(ROOT, _payload(made), _signatures(made))
    except RepositoryError as error:
        raise RefusedError("update-keys-few", wanted=ROOT_THRESHOLD) from error
    return made


def sign_targets(
    bundles: Mapping[str, Path], earlier: bytes | None, root: bytes, signer: CryptoSigner, now: datetime
) -> bytes:
    """The list of all bundles, those of ``earlier`` among them, and central's right to say who is offered which."""
    targets = Targets(version=1, expires=now + TARGETS_LASTS)
    if earlier is not None:
        before = read_signed(earlier, Targets).signed
        targets.version, targets.targets = before.version + 1, dict(before.targets)
    for name, path in bundles.items():
        targets.targets[name] = TargetFile.from_file(name, str(path), ["sha256"])
    trusted = read_signed(root, Root).signed
    keys = {key: trusted.keys[key] for key in trusted.roles[TIMESTAMP].keyids}
    role = DelegatedRole(CHANNEL, list(keys), 1, terminating=True, paths=[CHANNEL])
    targets.delegations = Delegations(keys, {CHANNEL: role})
    made = _sign(targets, [signer])
    check_targets(made, root)
    return made


def check_targets(targets: bytes, root: bytes) -> Targets:
    """The list of bundles when root's own key for it has signed it. Raises ``RefusedError("update-signature")``."""
    try:
        read_signed(root, Root).signed.verify_delegate(TARGETS, _payload(targets), _signatures(targets))
    except RepositoryError as error:
        raise RefusedError("update-signature") from error
    return read_signed(targets, Targets).signed


def sign_online(channel: Channel, versions: Mapping[str, int], signer: CryptoSigner, now: datetime) -> dict[str, bytes]:
    """What central signs, by role: the channel, and which version of each list is the newest.

    ``versions`` are those of targets, and of channel, snapshot and timestamp as they will be.
    """
    expires = now + ONLINE_LASTS
    file = TargetFile.from_data(CHANNEL, b"", ["sha256"])
    file.unrecognized_fields["custom"] = msgspec.to_builtins(channel)
    offers = Targets(version=versions[CHANNEL], expires=expires, targets={CHANNEL: file})
    meta = {f"{role}.json": MetaFile(versions[role]) for role in (TARGETS, CHANNEL)}
    snapshot = Snapshot(version=versions[SNAPSHOT], expires=expires, meta=meta)
    timestamp = Timestamp(version=versions[TIMESTAMP], expires=expires, snapshot_meta=MetaFile(versions[SNAPSHOT]))
    return {
        CHANNEL: _sign(offers, [signer]),
        SNAPSHOT: _sign(snapshot, [signer]),
        TIMESTAMP: _sign(timestamp, [signer]),
    }


def read_channel(custom: Any) -> Channel:
    """Raises ``RefusedError("update-damaged")``."""
    try:
        return msgspec.convert(custom, Channel)
    except msgspec.ValidationError as error:
        raise RefusedError("update-damaged") from error


def read_signed(data: bytes, kind: type[T]) -> Metadata[T]:
    """A list as it was written, its signature not checked. Raises ``RefusedError("update-damaged")``."""
    try:
        read = Metadata.from_bytes(data)
    except (RepositoryError, ValueError) as error:
        raise RefusedError("update-damaged") from error
    if not isinstance(read.signed, kind):
        raise RefusedError("update-damaged")
    return read


def _sign(signed: T, signers: Iterable[CryptoSigner]) -> bytes:
    made = Metadata(signed)
    for signer in signers:
        made.sign(signer, append=True)
    return made.to_bytes(_WRITER)


def _payload(data: bytes) -> bytes:
    return Metadata.from_bytes(data).signed_bytes


def _signatures(data: bytes) -> Any:
    return Metadata.from_bytes(data).signatures
