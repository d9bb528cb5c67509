"""The messages between device and central, versions 1 and 2 (docs/sync.md). JSON; instants ISO 8601 UTC.

Both ends import this module; a change here is dated below and has a contract test.

* 1 (2026-11): first version.
* 1 (2026-11-23): delegations (``DelegationChange``, ``PulledDelegation``, ``delegated`` of a move), the digest of the
  holidays in the handshake, ``statement`` and ``reasons`` of a pulled certification. An end that does not know them
  leaves them out; both stay version 1.
* 2 (2026-11-23): batches and receipts may travel packed (``PackedBatch``, ``PackedReceipt``; ``sync/packing.py``), and
  ``books`` stands for the digests of the forms, schedules and holidays held. Version 1 goes on beside it.
* 2 (2026-11-28): ``by`` of a result: who entered what stands beside a merged edit or against one in conflict.
* 1, 2 (2026-11-28): receipts and ``anchor`` are signed by central; a device takes neither without. ``anchor`` of a
  certification.
* 2 (2026-11-28): ``digests``, ``settled``, ``digest``, ``compare``, ``/v1/digests``; who does not know leaves them out.
* 1, 2 (2026-11-28): ``ended`` of a person: an officer who has left.
* 1, 2 (2026-11-28): the messages of ``/v1/blobs``. To a central that does not know the route photos wait.
* 1, 2 (2026-11-28): ``epoch`` of a batch and of an enrolment. What a batch of another epoch brings and central does not
  know is refused with ``made-before-restore`` and made anew; a batch without one is taken as it is.
* 1, 2 (2026-11-28): ``keys`` of a request, an answer, an enrolment and a file's answer: how central's keys follow each
  other (``sync/lineage.py``). ``published``: what an answer brings of forms, schedules and holidays is signed; a device
  takes none without.
* 1, 2 (2026-11-28): ``facts`` of a pulled submission. To a department without them lists come to nothing known.
"""

# ruff: noqa: RUF012 - msgspec copies the defaults of its structs
from __future__ import annotations

from typing import Any

import msgspec

from cdd_desktop.sync.changes import (
    AnyChange,
    Batch,
    Change,
    DelegationChange,
    Group,
    Message,
    MoveChange,
    PackedBatch,
    PackedEdits,
    PackedOther,
    PackedReceipt,
    PersonChange,
    Receipt,
    Result,
    WireCertification,
)
from cdd_desktop.sync.facts import PulledFacts
from cdd_desktop.sync.lineage import NextKeys

__all__ = [
    "LARGEST_BLOB",
    "LARGEST_PIECE",
    "MADE_BEFORE",
    "MOST_BLOBS",
    "PACKED",
    "PROTOCOL_MAX",
    "PROTOCOL_MIN",
    "AnyChange",
    "Batch",
    "BlobState",
    "BlobsAnswer",
    "BlobsRequest",
    "BucketEntries",
    "BucketRevisions",
    "Change",
    "Claim",
    "DelegationChange",
    "DigestAnswer",
    "DigestRequest",
    "EnrolledPerson",
    "Enrolment",
    "Group",
    "Message",
    "MoveChange",
    "NextKeys",
    "PackedBatch",
    "PackedEdits",
    "PackedOther",
    "PackedReceipt",
    "PersonChange",
    "Problem",
    "Pulled",
    "PulledCertified",
    "PulledContact",
    "PulledDelegation",
    "PulledMove",
    "PulledPerson",
    "PulledRecord",
    "PulledSubmission",
    "Receipt",
    "Result",
    "SyncAnswer",
    "SyncRequest",
    "WantedBlob",
    "WireCertification",
]

PROTOCOL_MIN = 1
PROTOCOL_MAX = 2
PACKED = 2  # the first version that packs
LARGEST_BLOB = 5 * 1024 * 1024
LARGEST_PIECE = 256 * 1024
MOST_BLOBS = 100
MADE_BEFORE = "made-before-restore"


# --- up: what a device sends --------------------------------------------------------------------------------------


class Claim(Message, frozen=True, kw_only=True):
    """A device taking up an enrolment; travels with its first request and may be repeated."""

    code: str
    device_key: str  # Ed25519 public key, base64
    unit: str


class SyncRequest(Message, frozen=True, kw_only=True):
    """One round trip: handshake and perhaps a batch. ``batch`` is kept as raw bytes and decoded as ``Batch``;
    ``packed`` is the same in the lean form. ``books`` repeats what central answered last, and then ``definitions``,
    ``schedules`` and ``holidays`` may be left out."""

    protocol: tuple[int, int]
    app: str
    device: str
    clock: str
    unit: str
    epoch: str = ""
    cursor: str = ""  # central's own notation; empty on the first contact
    definitions: dict[str, str] = {}  # dataset → digest of the newest definition held
    schedules: dict[str, str] = {}  # fiscal year → digest
    holidays: str = ""  # digest of the newest file of holidays held
    books: str = ""
    claim: Claim | None = None
    batch: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    packed: PackedBatch | None = None
    digests: bool = False  # the device compares, and repairs by digests after a restore
    settled: str = ""  # records up to here in the feed were compared already
    keys: int | msgspec.UnsetType = msgspec.UNSET  # the number of central's newest key it knows


class DigestRequest(Message, frozen=True, kw_only=True):
    """``/v1/digests``: what the device holds of its office, as (dataset, period, count, sum) (``domain/digest.py``);
    or, with ``wanted``, the ids of at most 200 records to be sent whole."""

    protocol: tuple[int, int]
    device: str
    unit: str
    buckets: list[tuple[str, str, int, str]] = []
    wanted: list[str] = []


# --- down: what central answers ------------------------------------------------------------------------------------


class PulledRecord(Message, frozen=True, kw_only=True):
    """A record's whole content after central's revision ``rev``. Delivered to devices of the same unit only."""

    id: str
    unit: str
    dataset: str
    entity: str
    period: str = ""
    form: int
    rev: int
    code: str = ""
    deleted: bool = False
    content: dict[str, Any] = {}


class PulledMove(Message, frozen=True, kw_only=True):
    """One step of a submission's history."""

    move: str
    person: str
    name: str
    at: str
    reason: str = ""
    comments: list[tuple[str, str, str]] = []
    delegated: bool = False


class PulledSubmission(Message, frozen=True, kw_only=True):
    """A submission's state and counts; delivered to its unit and every unit above."""

    unit: str
    dataset: str
    period: str
    rev: int
    state: str
    nil: bool = False
    verdict: str = ""
    certified_at: str = ""
    finished_at: str = ""
    received_at: str = ""
    receipt_no: str = ""
    schedule_version: str = ""
    form: int = 0
    certification: str = ""
    statement: str = ""  # of the certification in force, as are the reasons
    reasons: dict[str, str] = {}
    expected: int = 0
    done: int = 0
    errors: int = 0
    warnings: int = 0
    moves: list[PulledMove] = []
    facts: PulledFacts | None = None


class PulledCertified(Message, frozen=True, kw_only=True):
    """One frozen entry of a received certification, for the units above: personal fields named by the definition's
    ``pii`` are masked or left out. ``register`` is true for entries of a register entity."""

    certification: str
    unit: str
    dataset: str
    period: str
    record: str
    entity: str
    form: int
    mark: str = ""
    content: dict[str, Any] = {}


class PulledPerson(Message, frozen=True, kw_only=True):
    id: str
    name: str
    role: str
    unit: str
    active: bool = True


class PulledDelegation(Message, frozen=True, kw_only=True):
    """Who may act for the head of an office, and on which days; delivered to devices of the same unit only."""

    id: str
    unit: str
    to: str
    from_on: str
    until_on: str
    reason: str = ""
    given_by: str
    at: str
    ended_at: str = ""


class PulledContact(Message, frozen=True, kw_only=True):
    """When central last heard from an office in scope, and from when its duty runs."""

    unit: str
    last_contact_at: str = ""
    reports_from: str = ""


class Pulled(Message, frozen=True, kw_only=True):
    """Everything in scope since the cursor, in central's order."""

    records: list[PulledRecord] = []
    submissions: list[PulledSubmission] = []
    certified: list[PulledCertified] = []
    people: list[PulledPerson] = []
    delegations: list[PulledDelegation] = []
    contacts: list[PulledContact] = []


class SyncAnswer(Message, frozen=True, kw_only=True):
    """``receipt`` is raw, so that stored bytes are answered unchanged. ``more``: call again, there is more to pull.

    ``definitions``, ``schedules`` and ``holidays`` are whole files newer than the device's, as text. ``anchor`` is
    central's signature over ``at`` and the device (``sync/signing.py``). ``books`` names what central has published;
    ``books_asked``: the device's ``books`` is another, it is asked to come again and name the digests it holds.
    ``keys`` are the words that lead from the key the device knows to the one that signs here; ``published`` is the
    signature over ``books`` and all the files (``signing.books_bytes``), "" where there is none of either.
    ``digest`` is that of all records central holds of the office at this cursor (with ``more``: ""); ``compare``:
    central was restored, the device is asked to compare before it pulls.
    """

    protocol: int
    epoch: str
    cursor: str
    at: str
    more: bool = False
    token: str = ""
    receipt: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    pulled: Pulled = Pulled()
    definitions: list[str] = []
    schedules: list[str] = []
    holidays: str = ""
    anchor: str = ""
    packed: PackedReceipt | None = None
    books: str = ""
    books_asked: bool = False
    digest: str = ""
    compare: bool = False
    keys: list[NextKeys] = []
    published: str = ""


class BucketRevisions(Message, frozen=True, kw_only=True):
    """A bucket both hold alike: central's revisions of its records in the order of their ids, deleted ones aside."""

    dataset: str
    period: str = ""
    revs: list[int]


class BucketEntries(Message, frozen=True, kw_only=True):
    """A bucket that differs: (id, digest, revision) of every record central has; a deleted one has the digest "-"."""

    dataset: str
    period: str = ""
    entries: list[tuple[str, str, int]] = []


class DigestAnswer(Message, frozen=True, kw_only=True):
    """Everything as of one place in the feed, ``settled``."""

    epoch: str
    settled: str
    same: list[BucketRevisions] = []
    other: list[BucketEntries] = []
    records: list[PulledRecord] = []


class WantedBlob(Message, frozen=True, kw_only=True):
    """A photo or file by its SHA-256 (hexadecimal), and a record that names it."""

    sha256: str
    record: str


class BlobsRequest(Message, frozen=True, kw_only=True):
    """Which of these (at most ``MOST_BLOBS``) central holds, and how much of them."""

    device: str
    unit: str
    blobs: list[WantedBlob] = []


class BlobState(Message, frozen=True, kw_only=True):
    """``offset`` bytes of ``size`` (0: nobody has said) are at central; it holds the whole where they are equal and
    above 0. ``code``: why central would not take it."""

    sha256: str
    size: int = 0
    offset: int = 0
    code: str = ""


class BlobsAnswer(Message, frozen=True, kw_only=True):
    """One state for each blob asked for, in that order."""

    epoch: str
    blobs: list[BlobState] = []


class Problem(Message, frozen=True, kw_only=True):
    """The body of every answer that is not 200: a permanent code, its parameters, and a sentence for a log reader."""

    code: str
    params: dict[str, Any] = {}
    message: str = ""


# --- the enrolment file (.cddenrol) ------------------------------------------------------------------------------


class EnrolledPerson(Message, frozen=True, kw_only=True):
    """A first person of an office and the PIN that opens the store once."""

    id: str
    name: str
    role: str
    pin: str


class Enrolment(Message, frozen=True, kw_only=True):
    """What ``cdd-central enrol UNIT --out FILE.cddenrol`` writes. ``trust`` is a PEM certificate, empty for the
    system's own trust. Keys are base64 (Ed25519) and an age recipient. ``courier_key`` is the public half of the
    province's, for its districts, and ``office_key`` the private one, for the province itself: files go sealed to it,
    and it signs the notes of custody. ``keys`` are the words of central's earlier signing keys, the last of which names
    ``signing_key``."""

    format: int
    unit: str
    addresses: list[str]
    trust: str = ""
    signing_key: str
    sealing_key: str
    code: str
    expires_on: str
    reports_from: str
    people: list[EnrolledPerson]
    courier_key: str = ""
    office_key: str = ""
    epoch: str = ""  # of central's database when it was made
    keys: list[NextKeys] = []
    signature: str = ""
