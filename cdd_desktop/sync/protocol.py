"""The messages between device and central, version 1 (docs/sync.md). JSON through msgspec; instants ISO 8601 UTC.

Both ends import this module; a change here is dated below and has a contract test.

* 1 (2026-11): first version.
* 1 (2026-11-23): delegations (``DelegationChange``, ``PulledDelegation``, ``delegated`` of a move), the digest of the
  holidays in the handshake, ``statement`` and ``reasons`` of a pulled certification. An end that does not know them
  leaves them out; both stay version 1.
"""

from __future__ import annotations

from typing import Any

import msgspec

PROTOCOL_MIN = 1
PROTOCOL_MAX = 1


class Message(msgspec.Struct, frozen=True, omit_defaults=True):
    """A wire message: unknown fields are ignored, so that a newer end can add some."""


# --- up: what a device sends --------------------------------------------------------------------------------------


class Change(Message, frozen=True, kw_only=True, tag_field="t", tag="e"):
    """An edit of one record: a patch of content paths (``domain/record.py``), absolute values, null removes.

    ``n`` is the device's counter of its last local change inside, ``first`` of the first one (several saves of one
    record travel as one change). ``base`` is central's revision the edit was made on, 0 for a record central has
    not acknowledged.
    """

    n: int
    first: int = 0
    record: str
    base: int = 0
    patch: dict[str, Any] = {}
    deleted: bool = False
    person: str = ""
    at: str = ""


class MoveChange(Message, frozen=True, kw_only=True, tag_field="t", tag="m"):
    """A step of the submission's state named by the group's unit, dataset and period. ``move`` is a ``MoveKind``."""

    n: int
    base: int = 0
    move: str
    person: str
    at: str
    reason: str = ""
    nil: bool = False  # a proposal that reports no data
    comments: list[tuple[str, str, str]] = []  # (record or "", path or "", text)
    certification: WireCertification | None = None
    delegated: bool = False  # made for the head, under a delegation


class WireCertification(Message, frozen=True, kw_only=True):
    """``entries``: (record, digest, mark). The digest of the whole is over those rows in their order. ``reasons`` are
    the written reasons for warnings about groups, by ``rule|group``."""

    id: str
    entries: list[tuple[str, str, str]] = []
    digest: str
    form_version: int
    schedule_version: str
    today: str
    nil: bool = False
    statement: str = ""
    delegated: bool = False
    reasons: dict[str, str] = {}


class PersonChange(Message, frozen=True, kw_only=True, tag_field="t", tag="p"):
    """A person added to the office on the spot (officers only; higher roles come from central)."""

    n: int
    id: str
    name: str
    role: str
    at: str
    person: str


class DelegationChange(Message, frozen=True, kw_only=True, tag_field="t", tag="d"):
    """A head lets the officer ``to`` act for the head from ``from_on`` until ``until_on`` (ISO days, both included).

    The same id once more with ``ended`` ends it at the instant ``at``.
    """

    n: int
    id: str
    to: str
    from_on: str
    until_on: str
    reason: str = ""
    ended: bool = False
    person: str
    at: str


AnyChange = Change | MoveChange | PersonChange | DelegationChange


class Group(Message, frozen=True, kw_only=True):
    """A run of changes that share their place. ``entity`` is empty for moves, people and delegations."""

    unit: str
    dataset: str = ""
    period: str = ""  # empty for register entries
    entity: str = ""
    form: int = 0
    changes: list[AnyChange]


class Batch(Message, frozen=True, kw_only=True):
    """Changes sent together; its bytes never change once made, so a repeat is recognised."""

    id: str
    groups: list[Group]


class Claim(Message, frozen=True, kw_only=True):
    """A device taking up an enrolment; travels with its first request and may be repeated."""

    code: str
    device_key: str  # Ed25519 public key, base64
    unit: str


class SyncRequest(Message, frozen=True, kw_only=True):
    """One round trip: handshake and perhaps a batch. ``batch`` is kept as raw bytes and decoded as ``Batch``."""

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
    claim: Claim | None = None
    batch: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


# --- down: what central answers ------------------------------------------------------------------------------------


class Result(Message, frozen=True, kw_only=True):
    """What became of one change. ``status``: stored, same, merged, conflict or refused.

    ``rev`` is the record's or submission's revision afterwards; ``theirs`` holds central's values of the fields in
    conflict; ``code`` (kebab-case) and ``fields`` say why a change was refused; ``at`` names records or groups of a
    refused certification as (record or group, rule or code).
    """

    n: int
    status: str
    rev: int = 0
    code: str = ""
    fields: list[str] = []
    theirs: dict[str, Any] = {}
    at: list[tuple[str, str]] = []


class Receipt(Message, frozen=True, kw_only=True):
    """Central's stored answer to a batch, repeated byte for byte. ``no`` is shown to people ("2561-0004412")."""

    no: str
    batch: str
    received_at: str
    results: list[Result]
    signature: str = ""


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

    ``definitions``, ``schedules`` and ``holidays`` are whole files newer than the device's, as text.
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
    system's own trust. Keys are base64 (Ed25519) and an age recipient."""

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
    signature: str = ""
