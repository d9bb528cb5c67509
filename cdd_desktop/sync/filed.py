"""The messages inside files: a device's batches, central's answer or package, a courier's note (docs/sync.md).

Unknown fields are ignored, as on the wire. ``KINDS`` are the words of a file's first line.
"""

# ruff: noqa: RUF012 - msgspec copies the defaults of its structs
from __future__ import annotations

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cdd_desktop.sync.lineage import NextKeys
from cdd_desktop.sync.protocol import Claim, Message, PackedBatch, Pulled
from cdd_desktop.sync.signing import sign, verify

BATCH, RECEIPT, PACK, CUSTODY = "batch", "receipt", "pack", "custody"
KINDS = (BATCH, RECEIPT, PACK, CUSTODY)
LARGEST = 16 * 1024 * 1024
DEVICE_HEADER, CUSTODY_HEADER = "x-cdd-device", "x-cdd-custody"  # of a forwarded file
CUSTODY_PURPOSE = "cdd-custody-1"


class FiledBatch(Message, frozen=True, kw_only=True):
    """One batch of a file: the exact bytes, as they are or in the lean form that unpacks to them."""

    id: str
    changes: int
    sha256: str
    batch: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    packed: PackedBatch | None = None


class BatchFile(Message, frozen=True, kw_only=True):
    """``.cddbatch``: every batch of a device without a receipt, in order, with the handshake of the wire beside them.

    ``written_at`` is the device's clock, ``device_key`` its Ed25519 public key, which signed the file.
    """

    protocol: tuple[int, int]
    app: str
    unit: str
    device: str
    device_key: str
    written_at: str
    epoch: str = ""
    cursor: str = ""
    anchor: str = ""
    definitions: dict[str, str] = {}
    schedules: dict[str, str] = {}
    holidays: str = ""
    claim: Claim | None = None
    batches: list[FiledBatch] = []


class FiledReceipt(Message, frozen=True, kw_only=True):
    """The receipt of a batch, byte for byte."""

    batch: str
    receipt: msgspec.Raw


class Speaker(Message, frozen=True, kw_only=True):
    """What has to be read of central's word to know whose key has to have signed it, before anything else of it is:
    ``at`` and ``keys`` of an ``AnswerFile``."""

    at: str = ""
    keys: list[NextKeys] = []


class AnswerFile(Message, frozen=True, kw_only=True):
    """Central's word: a ``.cddreceipt`` for one device, or a ``.cddpack`` for all devices of an office.

    ``file`` names the file it answers. ``pulled`` is everything in scope from the cursor ``since`` to ``until``, where
    another file goes on if there is ``more``;
    ``anchors`` are central's signatures over ``at`` for each device. ``problem`` is a code that takes the place of
    receipts and everything else. ``keys`` are all words of central's signing keys, the last of which names the one that
    signed the file.
    """

    protocol: int
    unit: str
    at: str
    epoch: str
    device: str = ""
    file: str = ""
    since: str = ""
    until: str = ""
    more: bool = False
    anchors: dict[str, str] = {}
    token: str = ""
    problem: str = ""
    receipts: list[FiledReceipt] = []
    pulled: list[Pulled] = []
    definitions: list[str] = []
    schedules: list[str] = []
    holidays: str = ""
    keys: list[NextKeys] = []


class CustodyNote(Message, frozen=True, kw_only=True):
    """A province's word that it held the file ``file`` at ``taken_at``: everything in it had been made by then.

    Signed with the office's key over its other members, each on a line of its own, in their order.
    """

    file: str
    unit: str
    device: str
    taken_at: str
    anchor: str = ""
    signature: str = ""

    def signed(self, key: Ed25519PrivateKey) -> CustodyNote:
        return msgspec.structs.replace(self, signature=sign(key, CUSTODY_PURPOSE, self._bytes()))

    def verify(self, public_key: str) -> None:
        """Raises ``SignatureError``."""
        verify(public_key, CUSTODY_PURPOSE, self._bytes(), self.signature)

    def _bytes(self) -> bytes:
        return "\n".join((self.file, self.unit, self.device, self.taken_at, self.anchor)).encode()


class CustodyFile(Message, frozen=True, kw_only=True):
    """A courier's note on its way home to the device whose file it is."""

    device: str
    note: CustodyNote
