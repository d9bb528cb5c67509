"""What travels on a stick (docs/sync.md, *By file*): sealed in the age format, signed inside, read by both ends.

A file is an age file. Inside it stand the line ``CDDFILE 1 KIND``, 64 bytes of Ed25519 signature over that line and
all that follows, and one zstd frame of a JSON message. Whoever cannot open the seal, or does not know the signer,
takes nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from cdd_desktop.errors import RefusedError
from cdd_desktop.sync.compression import CompressionError, compress, decompress
from cdd_desktop.sync.filed import KINDS, LARGEST, AnswerFile, BatchFile, CustodyFile, FiledBatch, Speaker
from cdd_desktop.sync.packing import PackingError, pack_batch, unpack_batch
from cdd_desktop.sync.protocol import Batch, Change, Message, MoveChange

FORMAT = 1
_LARGEST_INSIDE = 256 * 1024 * 1024
_LEVEL = 12  # a stick has room: a twentieth larger than at 19, in a fifteenth of the time
_MAGIC = b"CDDFILE "
_LONGEST_HEAD = 40
_SIGNATURE = 64

F = TypeVar("F", BatchFile, AnswerFile, CustodyFile, Speaker)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose seal has been opened; its signature is still to be checked with ``verify``."""

    kind: str
    _head: bytes
    _signature: bytes
    _frame: bytes

    def read(self, form: type[F], most: int = _LARGEST_INSIDE) -> F:
        """Its message, of at most so many bytes. Raises ``RefusedError("file-damaged")``."""
        try:
            plain, _ = decompress(self._frame, most)
            return msgspec.json.decode(plain, type=form)
        except (CompressionError, msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise RefusedError("file-damaged") from error

    def verify(self, public_key: str) -> None:
        """Raises ``RefusedError("file-signature")`` unless the key (Ed25519, base64) signed it."""
        try:
            key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
            key.verify(self._signature, self._head + self._frame)
        except (InvalidSignature, ValueError) as error:
            raise RefusedError("file-signature") from error


def seal_file(kind: str, message: Message, signer: Ed25519PrivateKey, recipients: Sequence[str]) -> bytes:
    """The bytes of a file for the holders of some keys: Ed25519 public keys (base64) or age recipients."""
    head = f"CDDFILE {FORMAT} {kind}\n".encode()
    frame = compress(msgspec.json.encode(message), level=_LEVEL)
    inside = head + signer.sign(head + frame) + frame
    return bytes(pyrage.encrypt(inside, [_recipient(text) for text in dict.fromkeys(recipients) if text]))


def open_file(data: bytes, keys: Sequence[Any]) -> Opened:
    """Open the seal with the first of some keys that fits: age identities, or Ed25519 private keys.

    Raises ``RefusedError``: ``file-damaged``, ``file-not-for-us``, ``file-newer``.
    """
    if len(data) > LARGEST or not data.startswith(b"age-encryption.org/"):
        raise RefusedError("file-damaged")
    try:
        inside = pyrage.decrypt(data, [_identity(key) for key in keys])
    except pyrage.DecryptError as error:
        code = "file-not-for-us" if "No matching keys" in str(error) else "file-damaged"
        raise RefusedError(code) from error
    line, found, _ = inside[:_LONGEST_HEAD].partition(b"\n")
    words = line.decode("ascii", "replace").split(" ")
    if not found or not line.startswith(_MAGIC) or not (len(words) > 1 and words[1].isdigit()):
        raise RefusedError("file-damaged")
    if int(words[1]) > FORMAT or (len(words) == 3 and words[2] not in KINDS):
        raise RefusedError("file-newer")
    body = inside[len(line) + 1 :]
    if len(words) != 3 or len(body) <= _SIGNATURE:
        raise RefusedError("file-damaged")
    return Opened(words[2], line + b"\n", body[:_SIGNATURE], body[_SIGNATURE:])


def digest_of(data: bytes) -> str:
    """What a file is named by in notes and lists: the SHA-256 of its bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_batch(batch_id: str, body: bytes, changes: int) -> FiledBatch:
    """A batch as it stands in a file."""
    packed = pack_batch(body)
    raw = msgspec.Raw(body) if packed is None else msgspec.UNSET
    return FiledBatch(id=batch_id, changes=changes, sha256=digest_of(body), batch=raw, packed=packed)


def batch_bytes(filed: FiledBatch) -> bytes:
    """The batch's bytes. Raises ``RefusedError("file-damaged")`` when they are not those that were counted."""
    try:
        if filed.packed is not None:
            body = unpack_batch(filed.packed)
        else:
            body = b"" if filed.batch is msgspec.UNSET else bytes(filed.batch)
    except (PackingError, UnicodeError) as error:
        raise RefusedError("file-damaged") from error
    if digest_of(body) != filed.sha256:
        raise RefusedError("file-damaged")
    return body


def _recipient(text: str) -> Any:
    if text.startswith("age1"):
        return pyrage.x25519.Recipient.from_str(text)
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    return pyrage.ssh.Recipient.from_str(key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode())


def _identity(key: Any) -> Any:
    if not isinstance(key, Ed25519PrivateKey):
        return key
    return pyrage.ssh.Identity.from_buffer(key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))


def read_contents(bodies: Sequence[bytes]) -> tuple[tuple[str, ...], ...]:
    """What batches speak of, without a value of it: (dataset, period, how many records, the last step) of each
    submission or register, in their order. Raises ``RefusedError("file-damaged")``."""
    records: dict[tuple[str, str], set[str]] = {}
    steps: dict[tuple[str, str], str] = {}
    try:
        groups = [group for body in bodies for group in msgspec.json.decode(body, type=Batch).groups]
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise RefusedError("file-damaged") from error
    for group in groups:
        place = (group.dataset, group.period)
        held = records.setdefault(place, set())
        for change in group.changes:
            if isinstance(change, Change):
                held.add(change.record)
            elif isinstance(change, MoveChange):
                steps[place] = change.move
    return tuple((*place, str(len(held)), steps.get(place, "")) for place, held in records.items() if place[0])
