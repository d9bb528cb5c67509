"""From the raw bytes of a batch to the stored receipt: each change in a savepoint of its own, each taken once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from cdd_desktop.central.delegations import take_delegation
from cdd_desktop.central.devices import lock_units
from cdd_desktop.central.intake import Intake
from cdd_desktop.central.moves import make_move
from cdd_desktop.central.numbers import take
from cdd_desktop.central.people import take_person
from cdd_desktop.central.problems import ProblemError
from cdd_desktop.central.progress import count_again
from cdd_desktop.central.records import find_place, refuse_taken, store_edit
from cdd_desktop.central.rows import BatchRow, ChangeRow, RecordRow
from cdd_desktop.central.shape import RefusedChangeError, is_id, plain
from cdd_desktop.central.submissions import receive_certified
from cdd_desktop.clock import bangkok_day
from cdd_desktop.periods.fiscal import fiscal_year_of
from cdd_desktop.sync.protocol import (
    AnyChange,
    Change,
    DelegationChange,
    Group,
    Message,
    MoveChange,
    PersonChange,
    Receipt,
    Result,
)

MAX_CHANGES = 5_000
_IN_CLAUSE = 500


class _LooseGroup(Message, frozen=True, kw_only=True):
    """A group whose changes are decoded one by one, so that one bad change does not hold the rest."""

    unit: str
    dataset: str = ""
    period: str = ""
    entity: str = ""
    form: int = 0
    changes: list[msgspec.Raw]


class _LooseBatch(Message, frozen=True, kw_only=True):
    id: str
    groups: list[_LooseGroup]


class _Numbered(msgspec.Struct):
    n: int


@dataclass(frozen=True, slots=True)
class _Item:
    """One change with its place; ``change`` is None when it could not be read."""

    group: Group
    n: int
    change: AnyChange | None
    body: bytes
    body_hash: str


def ingest(intake: Intake, raw: bytes) -> bytes:
    """Take in a batch and answer the bytes of its receipt, unsigned; the same batch again gets the same bytes.

    Raises ``ProblemError``: 400 ``body-unreadable``; 409 ``batch-reused``, ``device-cloned``. Then nothing is stored.
    """
    batch = _read_batch(raw)
    lock_units(intake.session, {intake.device.unit, *(group.unit for group in batch.groups)})
    body_hash = intake.vault.hash(raw)
    stored = intake.session.get(BatchRow, (intake.device.id, batch.id))
    if stored is not None:
        if stored.body_hash != body_hash:
            raise ProblemError(409, "batch-reused")
        return intake.vault.open_bytes(stored.answer)
    items = [item for group in batch.groups for item in _items(intake, group)]
    if len(items) > MAX_CHANGES:
        raise ProblemError(413, "body-too-large")
    log = _read_log(intake, [item.n for item in items])
    _refuse_clones(intake, items, log)
    _preload_records(intake, items)
    results = [_take_in(intake, batch.id, item, log) for item in items]
    intake.session.flush()
    count_again(intake)
    number = _receipt_number(intake)
    receive_certified(intake, number)
    intake.buckets.flush(intake.session)
    receipt = Receipt(no=number, batch=batch.id, received_at=intake.now_text, results=results)
    answer = msgspec.json.encode(receipt)
    intake.session.add(
        BatchRow(
            device=intake.device.id,
            id=batch.id,
            body_hash=body_hash,
            receipt_no=number,
            received_at=intake.now_text,
            answer=intake.vault.seal_bytes(answer),
        )
    )
    intake.session.flush()
    return answer


def _read_batch(raw: bytes) -> _LooseBatch:
    try:
        batch = msgspec.json.decode(raw, type=_LooseBatch)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ProblemError(400, "body-unreadable") from error
    if not is_id(batch.id):
        raise ProblemError(400, "body-unreadable")
    return batch


def _items(intake: Intake, loose: _LooseGroup) -> Iterator[_Item]:
    group = Group(
        unit=loose.unit, dataset=loose.dataset, period=loose.period, entity=loose.entity, form=loose.form, changes=[]
    )
    head = msgspec.json.encode([loose.unit, loose.dataset, loose.period, loose.entity, loose.form])
    for raw in loose.changes:
        change: AnyChange | None
        try:
            change = msgspec.json.decode(raw, type=AnyChange)
            body = msgspec.json.encode(change, order="deterministic")
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            change, body = None, bytes(raw)
        n = _number(raw) if change is None else change.n
        if not 0 < n < 2**63:
            raise ProblemError(400, "body-unreadable")
        yield _Item(group, n, change, body, intake.vault.hash(head + body))


def _number(raw: msgspec.Raw) -> int:
    """The number of a change that cannot be read otherwise; without one nothing of the batch can be answered."""
    try:
        return msgspec.json.decode(raw, type=_Numbered).n
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ProblemError(400, "body-unreadable") from error


def _read_log(intake: Intake, numbers: list[int]) -> dict[int, ChangeRow]:
    found: dict[int, ChangeRow] = {}
    for start in range(0, len(numbers), _IN_CLAUSE):
        part = numbers[start : start + _IN_CLAUSE]
        query = select(ChangeRow).where(ChangeRow.device == intake.device.id, ChangeRow.n.in_(part))
        found.update((row.n, row) for row in intake.session.scalars(query))
    return found


def _preload_records(intake: Intake, items: list[_Item]) -> None:
    """Read all records of the batch at once."""
    ids = [item.change.record for item in items if isinstance(item.change, Change) and is_id(item.change.record)]
    intake.records.update(dict.fromkeys(ids))
    for start in range(0, len(ids), _IN_CLAUSE):
        found = intake.session.scalars(select(RecordRow).where(RecordRow.id.in_(ids[start : start + _IN_CLAUSE])))
        intake.records.update((row.id, row) for row in found)


def _refuse_clones(intake: Intake, items: list[_Item], log: dict[int, ChangeRow]) -> None:
    """A number seen before with other contents, alone or among the saves that travelled as one change; or an old unseen
    number of a device that went back in time."""
    hashes = {n: row.body_hash for n, row in log.items()}
    last = 0
    if intake.device.rewound:
        query = select(func.max(ChangeRow.n)).where(ChangeRow.device == intake.device.id)
        last = intake.session.scalar(query) or 0
    for item in items:
        known = hashes.setdefault(item.n, item.body_hash)
        if known != item.body_hash or (item.n not in log and item.n <= last):
            raise ProblemError(409, "device-cloned", n=item.n)
    _refuse_used_up(intake, [item for item in items if item.n not in log])


def _refuse_used_up(intake: Intake, unseen: list[_Item]) -> None:
    """An edit's numbers, from its first save to its last, are no other edit's of the same record."""
    edits = [item.change for item in unseen if isinstance(item.change, Change)]
    if not edits:
        return
    lowest = min(edit.first or edit.n for edit in edits)
    query = select(ChangeRow.target, ChangeRow.first, ChangeRow.n).where(
        ChangeRow.device == intake.device.id, ChangeRow.n >= lowest, ChangeRow.status != "refused"
    )
    used: dict[str, list[tuple[int, int]]] = {}
    for target, first, last in intake.session.execute(query):
        used.setdefault(target, []).append((first, last))
    for edit in edits:
        if any(first <= edit.n and (edit.first or edit.n) <= last for first, last in used.get(edit.record, ())):
            raise ProblemError(409, "device-cloned", n=edit.n)


def _take_in(intake: Intake, batch: str, item: _Item, log: dict[int, ChangeRow]) -> Result:
    """One change: the result given before if it had an effect or a conflict, else an attempt in a savepoint."""
    row = log.get(item.n)
    if row is not None and row.status != "refused":
        return msgspec.json.decode(intake.vault.open_bytes(row.result), type=Result)
    try:
        with intake.session.begin_nested():
            result = _apply(intake, item)
    except RefusedChangeError as error:
        result = Result(n=item.n, status="refused", code=error.code, fields=error.fields)
    except IntegrityError:  # the savepoint has taken everything back
        result = refuse_taken(intake, item.group, item.change, item.n)
    if row is None:
        row = log[item.n] = _journal_row(intake, batch, item)
        intake.session.add(row)
    row.status = result.status
    row.received_at = intake.now_text
    row.result = intake.vault.seal_bytes(msgspec.json.encode(result))
    return result


def _apply(intake: Intake, item: _Item) -> Result:
    change = item.change
    if isinstance(change, Change):
        return store_edit(intake, find_place(intake, item.group), change)
    if isinstance(change, MoveChange):
        return make_move(intake, item.group, change)
    if isinstance(change, PersonChange):
        return take_person(intake, item.group, change)
    if isinstance(change, DelegationChange):
        return take_delegation(intake, item.group, change)
    raise RefusedChangeError("change-unreadable")


def _journal_row(intake: Intake, batch: str, item: _Item) -> ChangeRow:
    """The journal keeps what was asked for, also when it was refused."""
    change, group = item.change, item.group
    if isinstance(change, Change):
        first, target = change.first or change.n, change.record
    elif isinstance(change, PersonChange | DelegationChange):
        first, target = change.n, change.id
    else:
        first, target = item.n, f"{group.unit}/{group.dataset}/{group.period}"
    return ChangeRow(
        device=intake.device.id,
        n=item.n,
        first=first if 0 < first <= item.n else item.n,
        batch=batch,
        body_hash=item.body_hash,
        kind=type(change).__name__ if change else "",
        target=plain(target),
        person=plain(change.person) if change else "",
        at=plain(change.at) if change else "",
        body=intake.vault.seal_bytes(item.body),
    )


def _receipt_number(intake: Intake) -> str:
    year = fiscal_year_of(bangkok_day(intake.now))
    return f"{year}-{take(intake.session, f'receipt/{year}'):07d}"
