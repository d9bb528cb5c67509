"""The lean form batches and receipts take on the wire from protocol 2 on (docs/sync.md): columns instead of rows,
distances instead of numbers. Pure.

Unpacking gives the packed bytes back exactly, so what is stored, hashed and signed at either end knows nothing of
this; what cannot be packed so travels as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from itertools import groupby, pairwise
from typing import Any
from uuid import UUID

import msgspec

from cdd_desktop.sync.protocol import (
    Batch,
    Change,
    Group,
    PackedBatch,
    PackedEdits,
    PackedOther,
    PackedReceipt,
    Receipt,
    Result,
)

MAX_CHANGES = 5_000
MAX_BYTES = 16 * 1024 * 1024
_SECOND = timedelta(seconds=1)
_ABSENT = -1


class PackingError(ValueError):
    """A packed message that stands for none."""


def pack_batch(raw: bytes) -> PackedBatch | None:
    """The lean form of a batch's bytes, or None where unpacking would not give the same bytes back."""
    try:
        batch = msgspec.json.decode(raw, type=Batch)
        groups = [_pack_edits(group) or PackedOther(group=group) for group in batch.groups]
        packed = PackedBatch(id=batch.id, epoch=batch.epoch, groups=groups)
        return packed if unpack_batch(packed) == raw else None
    except (msgspec.MsgspecError, PackingError):
        return None


def unpack_batch(packed: PackedBatch) -> bytes:
    """The bytes of the ``Batch``. Raises ``PackingError``."""
    if sum(len(group.numbers) for group in packed.groups if isinstance(group, PackedEdits)) > MAX_CHANGES:
        raise PackingError("too many changes")
    groups = [group.group if isinstance(group, PackedOther) else _unpack_edits(group) for group in packed.groups]
    return msgspec.json.encode(Batch(id=packed.id, epoch=packed.epoch, groups=groups))


def pack_receipt(raw: bytes) -> PackedReceipt | None:
    """The lean form of a receipt's bytes, or None where unpacking would not give the same bytes back."""
    receipt = msgspec.json.decode(raw, type=Receipt)
    runs: list[tuple[int, str, int]] = []
    others: list[Result] = []
    for (status, rev), run in groupby(receipt.results, _plain):
        results = list(run)
        runs.append((len(results), status, rev))
        if not status:
            others += results
    packed = PackedReceipt(
        no=receipt.no, received_at=receipt.received_at, runs=runs, others=others, signature=receipt.signature
    )
    numbers = [result.n for result in receipt.results]
    return packed if _receipt(packed, receipt.batch, numbers) == raw else None


def unpack_receipt(packed: PackedReceipt, batch: bytes) -> bytes:
    """The bytes of the ``Receipt`` of a batch (its bytes). Raises ``PackingError``."""
    sent = msgspec.json.decode(batch, type=Batch)
    return _receipt(packed, sent.id, [change.n for group in sent.groups for change in group.changes])


def _receipt(packed: PackedReceipt, batch: str, numbers: Sequence[int]) -> bytes:
    if any(count < 0 for count, _, _ in packed.runs) or sum(count for count, _, _ in packed.runs) != len(numbers):
        raise PackingError("another batch")
    others, left = iter(packed.others), iter(numbers)
    results: list[Result] = []
    for count, status, rev in packed.runs:
        for _ in range(count):
            number = next(left)
            result = Result(n=number, status=status, rev=rev) if status else next(others, None)
            if result is None or result.n != number:
                raise PackingError("another batch")
            results.append(result)
    return msgspec.json.encode(
        Receipt(
            no=packed.no,
            batch=batch,
            received_at=packed.received_at,
            results=results,
            signature=packed.signature,
        )
    )


def _plain(result: Result) -> tuple[str, int]:
    """Status and revision of a result that says nothing else; an empty status for one that does."""
    bare = Result(n=result.n, status=result.status, rev=result.rev)
    return (result.status, result.rev) if bare == result else ("", 0)


# --- edits ---------------------------------------------------------------------------------------------------------


def _pack_edits(group: Group) -> PackedEdits | None:
    edits = [change for change in group.changes if isinstance(change, Change)]
    if len(edits) != len(group.changes) or not edits or not all(_is_plain(edit) for edit in edits):
        return None
    times = [datetime.fromisoformat(edit.at) for edit in edits]
    shapes = list(dict.fromkeys(tuple(edit.patch) for edit in edits))
    columns: dict[str, list[Any]] = {path: [] for shape in shapes for path in shape}
    for edit in edits:
        for path, value in edit.patch.items():
            columns[path].append(value)
    numbers = [edit.n for edit in edits]
    spans = [edit.n - edit.first if edit.first else _ABSENT for edit in edits]
    bases = [edit.base for edit in edits]
    return PackedEdits(
        head=(group.unit, group.dataset, group.period, group.entity, group.form),
        numbers=[after - before for before, after in zip([0, *numbers], numbers, strict=False)],
        spans=spans if any(spans) else [],
        records="".join(edit.record.replace("-", "") for edit in edits),
        bases=bases if any(bases) else [],
        deleted=[place for place, edit in enumerate(edits) if edit.deleted],
        people=[(person, len(list(run))) for person, run in groupby(edit.person for edit in edits)],
        begin=edits[0].at,
        times=[(after - before) // _SECOND for before, after in pairwise(times)],
        shapes=[list(shape) for shape in shapes],
        shape=[shapes.index(tuple(edit.patch)) for edit in edits] if len(shapes) > 1 else [],
        columns=list(columns.values()),
    )


def _is_plain(edit: Change) -> bool:
    """Ids and instants in the notation the device writes, so that they come back as they were."""
    try:
        at = datetime.fromisoformat(edit.at)
        return (
            str(UUID(edit.record)) == edit.record
            and at.tzinfo == timezone.utc
            and at.isoformat(timespec="seconds") == edit.at
        )
    except ValueError:
        return False


def _unpack_edits(packed: PackedEdits) -> Group:
    count = len(packed.numbers)
    kinds = packed.shape or [0] * count
    if len(packed.records) != 32 * count or len(kinds) != count or len(packed.times) != max(count - 1, 0):
        raise PackingError("columns of different lengths")
    _check_size(packed, kinds)
    people = _repeated(packed.people, count)
    instants = _instants(packed)
    patches = _patches(packed, kinds)
    deleted = frozenset(packed.deleted)
    spans, bases = packed.spans or [0] * count, packed.bases or [0] * count
    if len(spans) != count or len(bases) != count:
        raise PackingError("columns of different lengths")
    changes: list[Any] = []
    n = 0
    for place, step in enumerate(packed.numbers):
        n += step
        changes.append(
            Change(
                n=n,
                first=0 if spans[place] == _ABSENT else n - spans[place],
                record=_id(packed.records[32 * place : 32 * place + 32]),
                base=bases[place],
                patch=next(patches),
                deleted=place in deleted,
                person=people[place],
                at=next(instants),
            )
        )
    unit, dataset, period, entity, form = packed.head
    return Group(unit=unit, dataset=dataset, period=period, entity=entity, form=form, changes=changes)


def _check_size(packed: PackedEdits, kinds: Sequence[int]) -> None:
    """Few bytes must not stand for very many: paths are written once here and repeated in every change."""
    if any(not 0 <= kind < len(packed.shapes) for kind in kinds):
        raise PackingError("no such shape")
    lengths = [sum(len(path) + 4 for path in shape) for shape in packed.shapes]
    people = sum(len(person) * count for person, count in packed.people)
    if sum(lengths[kind] for kind in kinds) + people > MAX_BYTES:
        raise PackingError("too large")


def _repeated(runs: Sequence[tuple[str, int]], count: int) -> list[str]:
    if any(many < 0 for _, many in runs) or sum(many for _, many in runs) != count:
        raise PackingError("columns of different lengths")
    return [text for text, many in runs for _ in range(many)]


def _instants(packed: PackedEdits) -> Iterator[str]:
    try:
        at, text = datetime.fromisoformat(packed.begin), packed.begin
        yield text
        for seconds in packed.times:
            if seconds:  # an import saves many in a second
                at += timedelta(seconds=seconds)
                text = at.isoformat(timespec="seconds")
            yield text
    except (ValueError, OverflowError) as error:
        raise PackingError("no instant") from error


def _patches(packed: PackedEdits, kinds: Sequence[int]) -> Iterator[dict[str, Any]]:
    paths = dict.fromkeys(path for shape in packed.shapes for path in shape)
    if len(paths) != len(packed.columns):
        raise PackingError("columns of different lengths")
    columns: dict[str, Callable[[], Any]] = {
        path: iter(values).__next__ for path, values in zip(paths, packed.columns, strict=True)
    }
    for kind in kinds:
        try:
            yield {path: columns[path]() for path in packed.shapes[kind]}
        except StopIteration as error:
            raise PackingError("columns of different lengths") from error


def _id(digits: str) -> str:
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
