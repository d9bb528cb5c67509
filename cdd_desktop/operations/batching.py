"""How waiting changes become the groups of a batch: saves of one record squashed, order kept where it matters.

Pure. Its promises: a move never overtakes or falls behind an edit of its own dataset; every waiting change ends in
exactly one sent change; a sent change never claims to know more of central than its oldest save did on its paths.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from cdd_desktop.sync.protocol import AnyChange, Change, DelegationChange, Group, MoveChange, PersonChange

_NUMBERED = 32  # a comma, and what one change adds that stands for several: where it began


@dataclass(frozen=True, slots=True)
class Head:
    """The place that changes of one group share; see ``Group``."""

    unit: str
    dataset: str = ""
    period: str = ""
    entity: str = ""
    form: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """One row of the outbox. ``n`` is the device's counter; ``fixed`` is sent as it is."""

    n: int
    head: Head
    record: str = ""
    base: int = 0
    patch: dict[str, Any] = field(default_factory=dict)
    deleted: bool = False
    person: str = ""
    at: str = ""
    fixed: MoveChange | PersonChange | DelegationChange | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A change of a batch and the outbox rows it stands for. Rows share its fate."""

    head: Head
    change: AnyChange
    rows: tuple[int, ...]


@dataclass(slots=True)
class _Run:
    """Consecutive saves of one record that are judged by one revision of central's."""

    base: int
    rows: list[Waiting]

    def writes(self, paths: set[str]) -> bool:
        return any(path in paths for row in self.rows for path in row.patch)

    def sent(self) -> Sent:
        last = self.rows[-1]
        patch: dict[str, Any] = {}
        for row in self.rows:
            patch.update(row.patch)
        change = Change(
            n=last.n,
            first=self.rows[0].n,
            record=last.record,
            base=self.base,
            patch=patch,
            deleted=last.deleted,
            person=last.person,
            at=last.at,
        )
        return Sent(last.head, change, tuple(row.n for row in self.rows))


def after_beginnings(waiting: Iterable[Waiting], new: Collection[str], under_way: Collection[str]) -> Iterator[Waiting]:
    """The same rows, those that go on with a record whose beginning travels in a change of its own made on revision 1.

    ``new``: records that central has not confirmed; ``under_way``: those of them that begin in another batch. Should
    central refuse the beginning, it knows the rest for a part and does not take it for a record.
    """
    begun = set(under_way)
    beginning: dict[str, set[str]] = {}  # dataset → records begun since its last move
    for row in waiting:
        if row.fixed is not None:
            begun |= beginning.pop(row.head.dataset, set())
        elif row.record in new:
            if row.record in begun and row.base == 0:
                yield replace(row, base=1)
                continue
            beginning.setdefault(row.head.dataset, set()).add(row.record)
        yield row


def squash(waiting: Iterable[Waiting]) -> list[Sent]:
    """The changes to send, in an order central may take them in."""
    finished: list[Sent] = []
    open_runs: dict[str, list[_Run]] = {}  # record → its runs, oldest first
    for row in waiting:
        if row.fixed is None:
            _add(open_runs.setdefault(row.record, []), row)
            continue
        _close(open_runs, row.head.dataset, finished)
        finished.append(Sent(row.head, row.fixed, (row.n,)))
    _close(open_runs, "", finished)
    return finished


def _add(runs: list[_Run], row: Waiting) -> None:
    """Put a save into its record's last run, or begin a new one when it was made on another revision.

    A save that writes a path of an older run joins that run, with all between: its author saw the own value there,
    not central's, so it must be judged by the older revision.
    """
    if runs and runs[-1].base == row.base:
        runs[-1].rows.append(row)
    else:
        runs.append(_Run(row.base, [row]))
    paths = set(row.patch)
    for place, run in enumerate(runs[:-1]):
        if run.writes(paths):
            rows = [one for part in runs[place:] for one in part.rows]
            runs[place:] = [_Run(min(part.base for part in runs[place:]), rows)]
            return


def _close(open_runs: dict[str, list[_Run]], dataset: str, finished: list[Sent]) -> None:
    """Finish the runs of a dataset ("" for all), those of one place side by side, in the order they began."""
    places: dict[Head, list[Sent]] = {}
    for record, runs in tuple(open_runs.items()):
        if dataset and runs[0].rows[0].head.dataset != dataset:
            continue
        del open_runs[record]
        for run in runs:
            sent = run.sent()
            places.setdefault(sent.head, []).append(sent)
    finished.extend(sent for place in places.values() for sent in place)


def grouped(sent: Sequence[Sent]) -> list[Group]:
    """Neighbours of one place become one group."""
    groups: list[Group] = []
    last: Head | None = None
    for one in sent:
        if one.head == last:
            groups[-1].changes.append(one.change)
            continue
        last = one.head
        groups.append(
            Group(
                unit=last.unit,
                dataset=last.dataset,
                period=last.period,
                entity=last.entity,
                form=last.form,
                changes=[one.change],
            )
        )
    return groups


def size_of(row: Waiting, before: Head | None) -> int:
    """An upper bound of the bytes one waiting change adds to a batch behind a change of the place ``before``."""
    change = row.fixed if row.fixed is not None else _Run(row.base, [row]).sent().change
    place = 0 if row.head == before else len(msgspec.json.encode(grouped([Sent(row.head, change, ())])))
    return place + len(msgspec.json.encode(change)) + _NUMBERED
