"""What a change is on the wire, what central answers to it, and the lean forms both may travel in (docs/sync.md).

Part of the messages of ``sync/protocol.py``, which names them all.
"""

from __future__ import annotations

from typing import Any

import msgspec


class Message(msgspec.Struct, frozen=True, omit_defaults=True):
    """A wire message: unknown fields are ignored, so that a newer end can add some."""


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
    the written reasons for warnings about groups, by ``rule|group``. ``anchor`` is the newest one the device held when
    it was made (``sync/signing.py``)."""

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
    anchor: str = ""


class PersonChange(Message, frozen=True, kw_only=True, tag_field="t", tag="p"):
    """A person added to the office on the spot (officers only; higher roles come from central). The same id once more
    with ``ended``: the officer has left and handed over, at the instant ``at``."""

    n: int
    id: str
    name: str
    role: str
    at: str
    person: str
    ended: bool = False


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
    """Changes sent together; its bytes never change once made, so a repeat is recognised. ``epoch`` is that of central
    as the device knew it then: revisions speak of it."""

    id: str
    epoch: str = ""
    groups: list[Group]


class Result(Message, frozen=True, kw_only=True):
    """What became of one change. ``status``: stored, same, merged, conflict or refused.

    ``rev`` is the record's or submission's revision afterwards; ``theirs`` holds central's values of the fields in
    conflict; ``code`` (kebab-case) and ``fields`` say why a change was refused; ``at`` names records or groups of a
    refused certification as (record or group, rule or code). ``by`` says who else wrote since ``base``, at a conflict
    or a merge: (person, entered at, paths), ``:deleted`` standing for a deletion.
    """

    n: int
    status: str
    rev: int = 0
    code: str = ""
    fields: list[str] = []
    theirs: dict[str, Any] = {}
    at: list[tuple[str, str]] = []
    by: list[tuple[str, str, list[str]]] = []


class Receipt(Message, frozen=True, kw_only=True):
    """Central's stored answer to a batch, repeated byte for byte. ``no`` is shown to people ("2561-0004412").

    ``signature`` is the last member; signed are the bytes without it (``sync/signing.py``)."""

    no: str
    batch: str
    received_at: str
    results: list[Result]
    signature: str = ""


# --- from protocol 2 on: the same in fewer bytes (sync/packing.py) ---------------------------------------------


class PackedEdits(Message, frozen=True, kw_only=True, tag_field="t", tag="c"):
    """The edits of one group by columns, in their order.

    ``numbers`` are distances to the number before (the first one: the number). ``spans`` are ``n - first`` (-1:
    ``first`` is left out). ``records`` are the ids in hexadecimal without dashes, 32 characters each. ``people`` are
    (person, so many in a row). ``begin`` is the first instant, ``times`` the seconds from each to the next.
    ``shapes`` lists the paths of a patch, ``shape`` says which of them each edit has, and ``columns`` holds the
    values path by path, paths in the order in which ``shapes`` first names them.
    """

    head: tuple[str, str, str, str, int]  # unit, dataset, period, entity, form
    numbers: list[int]
    spans: list[int] = []
    records: str
    bases: list[int] = []
    deleted: list[int] = []  # places in the list, from 0
    people: list[tuple[str, int]]
    begin: str
    times: list[int] = []
    shapes: list[list[str]]
    shape: list[int] = []
    columns: list[list[Any]] = []


class PackedOther(Message, frozen=True, kw_only=True, tag_field="t", tag="g"):
    """A group as it is."""

    group: Group


class PackedBatch(Message, frozen=True, kw_only=True):
    """A ``Batch`` in the lean form; it stands for exactly the bytes it unpacks to."""

    id: str
    epoch: str = ""
    groups: list[PackedEdits | PackedOther]


class PackedReceipt(Message, frozen=True, kw_only=True):
    """A ``Receipt`` without the names of its batch and changes, which the device knows.

    ``runs`` are (so many in a row, status, revision) in the order of the batch's changes; an empty status stands for
    so many of ``others``, which are whole.
    """

    no: str
    received_at: str
    runs: list[tuple[int, str, int]]
    others: list[Result] = []
    signature: str = ""
