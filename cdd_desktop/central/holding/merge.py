"""Decides concurrency path by path: what of an edit applies to a record, pure and without a database.

Central remembers for every content path which change wrote it last (a ``Stamp``). docs/sync.md has the rules in
prose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from cdd_desktop.domain.record import Value
from cdd_desktop.forms.keys import MERGED

DELETED = ":deleted"


class Stamp(NamedTuple):
    """The last write of a path: central's revision it made, and the device's number of the change."""

    rev: int
    device: str
    n: int


Clock = Mapping[str, Stamp]


class Edit(NamedTuple):
    """An edit as it came: ``base`` is the revision the device knew."""

    device: str
    n: int
    base: int
    patch: Mapping[str, Value]
    deleted: bool = False


class Held(NamedTuple):
    """A record as central holds it; revision 0 is a record central does not have."""

    rev: int = 0
    content: Mapping[str, Value] = MappingProxyType({})
    clock: Clock = MappingProxyType({})
    deleted: bool = False


class Applied(NamedTuple):
    """The record afterwards, one revision on. ``merged``: another device had written since ``base``; ``same``: and
    all that the edit says is what it wrote."""

    held: Held
    status: Literal["stored", "merged", "same"]


@dataclass(frozen=True, slots=True)
class Same:
    """Nothing to do: the record is deleted already, or central has newer values of the same device."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Others wrote these paths since ``base``; nothing of the edit is applied. ``theirs`` are central's values."""

    theirs: dict[str, Value]


def merge(held: Held, edit: Edit) -> Applied | Same | Conflict:
    """What becomes of an edit."""
    return _delete(held, edit) if edit.deleted else _write(held, edit)


def _delete(held: Held, edit: Edit) -> Applied | Same | Conflict:
    """A deletion loses to what others wrote meanwhile and to later edits of its own device."""
    if held.deleted:
        return Same()
    newer = {path for path, stamp in held.clock.items() if stamp.rev > edit.base and stamp.device != edit.device}
    if newer:
        return Conflict({path: held.content.get(path) for path in sorted(newer) if path != DELETED})
    if any(stamp.device == edit.device and stamp.n > edit.n for stamp in held.clock.values()):
        return Same()
    rev = held.rev + 1
    clock = {**held.clock, DELETED: Stamp(rev, edit.device, edit.n)}
    return Applied(Held(rev, held.content, clock, deleted=True), "stored")


def _write(held: Held, edit: Edit) -> Applied | Same | Conflict:
    """An edit of values. On a deleted record it brings the record back, unless its own device deleted it later."""
    removal = held.clock.get(DELETED)
    if held.deleted and removal is not None and removal.device == edit.device and edit.n < removal.n:
        return Same()
    patch = {path: value if value else _normal(value) for path, value in edit.patch.items()}
    if not held.rev:  # nobody has written anything yet
        return _apply(held, edit, patch)
    open_paths = [path for path in patch if not _superseded(held.clock.get(path), edit)]
    unequal = [path for path in open_paths if not _equal(held.content.get(path), patch[path])]
    contested = {path for path in unequal if _written_since(held.clock.get(path), edit)}
    contested |= {path for asked in unequal for path in _row_conflicts(held, edit, asked, patch[asked])}
    if merged_away(held, edit):
        contested |= set(unequal)
    if contested:
        return Conflict({path: held.content.get(path) for path in sorted(contested)})
    if not open_paths:
        return Same()
    # An equal value is written as well: who wrote it first and does not know of it may not go over it unasked.
    return _apply(held, edit, {path: patch[path] for path in open_paths})


def merged_away(held: Held, edit: Edit) -> bool:
    """Whether somebody has made the record one with another since the edit's base: its author has to know."""
    return MERGED in held.content and MERGED not in edit.patch and _written_since(held.clock.get(MERGED), edit)


def written_since(held: Held, edit: Edit) -> dict[Stamp, list[str]]:
    """What other devices wrote since the edit's base, by the change that wrote it; paths in order."""
    found: dict[Stamp, list[str]] = {}
    for path in sorted(held.clock):
        if _written_since(held.clock[path], edit):
            found.setdefault(held.clock[path], []).append(path)
    return found


def _apply(held: Held, edit: Edit, patch: Mapping[str, Value]) -> Applied:
    if not held.rev:
        return Applied(_first(edit, patch), "stored")
    rev = held.rev + 1
    content = dict(held.content)
    clock = dict(held.clock)
    status: Literal["stored", "merged", "same"] = "stored"
    if any(_written_since(stamp, edit) for stamp in clock.values()):
        repeats = not held.deleted and all(_written_since(clock.get(path), edit) for path in patch)
        status = "same" if repeats else "merged"
    stamp = Stamp(rev, edit.device, edit.n)
    for path, value in patch.items():
        clock[path] = stamp
        if value is None:
            content.pop(path, None)
        else:
            content[path] = value
    return Applied(Held(rev, content, clock, deleted=False), status)


def _first(edit: Edit, patch: Mapping[str, Value]) -> Held:
    """A record that nobody has written before."""
    written = {path: value for path, value in patch.items() if value is not None}
    return Held(1, written, dict.fromkeys(patch, Stamp(1, edit.device, edit.n)))


def _row_conflicts(held: Held, edit: Edit, path: str, value: Value) -> list[str]:
    """A cell written into a row that another device removed, or a row removed with cells another device wrote."""
    parts = path.split("/")
    if path.startswith(":") or len(parts) not in (2, 3):
        return []
    if len(parts) == 3:
        row = "/".join(parts[:2])
        gone = row not in held.content and _written_since(held.clock.get(row), edit)
        return [row] if gone and value is not None else []
    if value is not None:
        return []
    cells = (cell for cell in held.content if cell.startswith(path + "/"))
    return [cell for cell in cells if _written_since(held.clock.get(cell), edit)]


def _own(stamp: Stamp, edit: Edit) -> bool:
    return stamp.device == edit.device


def _superseded(stamp: Stamp | None, edit: Edit) -> bool:
    """Whether the device itself has written the path later than this edit."""
    return stamp is not None and _own(stamp, edit) and stamp.n >= edit.n


def _written_since(stamp: Stamp | None, edit: Edit) -> bool:
    return stamp is not None and not _own(stamp, edit) and stamp.rev > edit.base


def _normal(value: Value) -> Value:
    return None if not value and (value == "" or value == []) else value


def _equal(left: Value, right: Value) -> bool:
    """Equality that tells ``True`` from ``1``."""
    return type(left) is type(right) and left == right


def clock_to_json(clock: Clock) -> list[Any]:
    """``[[rev, device, n, [path, …]], …]``: one item for each change that still owns a path."""
    paths = sorted(clock)
    if paths and len(set(map(id, clock.values()))) == 1:  # a record written once, as most are
        stamp = clock[paths[0]]
        return [[stamp.rev, stamp.device, stamp.n, paths]]
    groups: dict[Stamp, list[str]] = {}
    for path in paths:
        groups.setdefault(clock[path], []).append(path)
    return [[stamp.rev, stamp.device, stamp.n, paths] for stamp, paths in groups.items()]


def clock_from_json(stored: list[Any]) -> dict[str, Stamp]:
    """The clock of ``clock_to_json``."""
    clock: dict[str, Stamp] = {}
    for rev, device, n, paths in stored:
        clock.update(dict.fromkeys(paths, Stamp(rev, device, n)))
    return clock
