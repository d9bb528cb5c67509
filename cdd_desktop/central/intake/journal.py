"""The journal of changes: what a device has sent before, and what it sends now, written with its result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import select

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.shape import plain
from cdd_desktop.central.tables.bulk import among, insert_tuples
from cdd_desktop.central.tables.rows import ChangeRow
from cdd_desktop.sync.protocol import AnyChange, Change, DelegationChange, Group, PersonChange, Result


class Item(NamedTuple):
    """One change with its place; ``change`` is None when it could not be read."""

    group: Group
    n: int
    change: AnyChange | None
    body: bytes
    body_hash: str


@dataclass(slots=True)
class Journal:
    """The changes of one batch, by their numbers: the rows of those known before, and the new ones that wait to be
    written. ``newest``: the highest number of the device before this batch."""

    intake: Intake
    batch: str
    newest: int = 0
    known: dict[int, ChangeRow] = field(default_factory=dict)
    _new: dict[int, tuple[Item, Result]] = field(default_factory=dict)
    _noted: dict[int, Result] = field(default_factory=dict)
    _stored: set[int] = field(default_factory=set)

    def read(self, numbers: Iterable[int]) -> None:
        """Read what is known of these numbers."""
        wanted = list(numbers)
        if wanted:
            session, device = self.intake.session, self.intake.sender
            first, last = min(wanted), max(wanted)
            dense = last - first < 2 * len(wanted)  # then one look into the index does
            which = ChangeRow.n.between(first, last) if dense else among(session, ChangeRow.n, wanted)
            query = select(ChangeRow).where(ChangeRow.device == device, which)
            self.known.update((row.n, row) for row in session.scalars(query))

    def result(self, n: int) -> Result | None:
        """The result a change got before, in this batch or another, if it had an effect or a conflict."""
        result = self._noted.get(n)
        if result is None and n in self.known and self.known[n].status != "refused":
            result = msgspec.json.decode(self.intake.vault.open_bytes(self.known[n].result), type=Result)
        return None if result is None or result.status == "refused" else result

    def result_of_then(self, item: Item) -> Result | None:
        """The result this very change got in an earlier batch, a refusal too."""
        row = self.known.get(item.n)
        if row is None or row.body_hash != item.body_hash:
            return None
        return msgspec.json.decode(self.intake.vault.open_bytes(row.result), type=Result)

    def note(self, item: Item, result: Result) -> None:
        """What became of a change: of a new one, or of one refused before."""
        self._new[item.n] = (item, result)
        self._noted[item.n] = result

    def write(self) -> None:
        """Write what has been noted since the last time."""
        self.read(n for n in self._new if n in self._stored)  # tried twice in one batch
        new: list[tuple[Any, ...]] = []
        for item, result in self._new.values():
            row = self.known.get(item.n)
            sealed = self.intake.vault.seal_bytes(msgspec.json.encode(result))
            if row is None:
                new.append(self._row(item, result, sealed))
            else:
                row.status, row.received_at, row.result = result.status, self.intake.now_text, sealed
        insert_tuples(self.intake.session, ChangeRow, new)
        self._stored.update(self._new)
        self._new.clear()

    def _row(self, item: Item, result: Result, sealed: bytes) -> tuple[Any, ...]:
        """In the order of the table. The journal keeps what was asked for, also when it was refused."""
        change, group = item.change, item.group
        if isinstance(change, Change):
            first, target = change.first or change.n, change.record
        elif isinstance(change, PersonChange | DelegationChange):
            first, target = change.n, change.id
        else:
            first, target = item.n, f"{group.unit}/{group.dataset}/{group.period}"
        return (
            self.intake.sender,
            item.n,
            first if 0 < first <= item.n else item.n,
            self.batch,
            item.body_hash,
            type(change).__name__ if change else "",
            plain(target),
            plain(change.person) if change else "",
            plain(change.at) if change else "",
            self.intake.vault.seal_bytes(item.body),
            self.intake.now_text,
            result.status,
            sealed,
        )
