"""The cursor without a hole: what changed, numbered per province under a row lock, and pulled in that order.

Numbers are taken at the very end of a transaction and their row stays locked until the commit, so a number that can
be seen has no smaller one still to come. A device's cursor (``sync/cursor.py``) holds the number reached in each
province it may see (all of them for the department).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, union_all, update
from sqlalchemy.orm import Session

from cdd_desktop.central.tables.bulk import among, insert_tuples, table_of
from cdd_desktop.central.tables.numbers import take
from cdd_desktop.central.tables.rows import CounterRow, FeedRow
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.sync.cursor import Cursor

RECORD, SUBMISSION, CERTIFIED, PERSON, CONTACT = "record", "submission", "certified", "person", "contact"
DELEGATION = "delegation"
_PREFIX = "feed/"
_FEED = table_of(FeedRow).c
_COLUMNS = tuple(column.name for column in _FEED)
_NOT_THERE = (0, "")


@dataclass(slots=True)
class Touched:
    """What a transaction changed, collected and numbered at its end, each thing where it was touched last."""

    _things: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    _looked_up: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)

    def add(self, kind: str, key: str, unit: str, device: str = "") -> None:
        """``device`` knows the thing as it is now and need not be told; "" when everybody is to be told.
        Who had to be told of an earlier touch still has to be."""
        before = self._things.pop((kind, key), None)
        self._things[kind, key] = (unit, device if before is None or before[1] == device else "")

    def look_up(self, session: Session) -> None:
        """Read ahead of the numbers what the feed holds of the records and submissions. Only for who has locked their
        offices: then nobody moves them meanwhile."""
        provinces: dict[str, list[tuple[str, str]]] = {}
        for thing, (unit, _) in self._things.items():
            if thing[0] in (RECORD, SUBMISSION):
                provinces.setdefault(unit[:2], []).append(thing)
        for province, things in provinces.items():
            self._looked_up.update(dict.fromkeys(things, _NOT_THERE))
            self._looked_up.update(_held(session, province, things))

    def flush(self, session: Session, cursor: Cursor | None = None) -> None:
        """Give everything its number. Call it last: from here on the provinces' counter rows are locked.

        ``cursor`` is how far the calling device has pulled; what was still on its way to it stays on its way.
        """
        provinces: dict[str, list[tuple[str, str]]] = {}
        for (kind, key), (unit, _) in self._things.items():
            provinces.setdefault(unit[:2], []).append((kind, key))
        for province in sorted(provinces):
            things = provinces[province]
            last = take(session, _PREFIX + province, len(things))
            held = self._looked_up | _held(session, province, [one for one in things if one not in self._looked_up])
            reached = (cursor or {}).get(province, 0)
            new: list[tuple[Any, ...]] = []
            moved: list[tuple[Any, ...]] = []
            for seq, (kind, key) in enumerate(things, start=last - len(things) + 1):
                unit, device = self._things[kind, key]
                before, told = held.get((kind, key), _NOT_THERE)
                device = "" if before > reached and told != device else device
                (moved if before else new).append((province, kind, key, seq, unit, device))
            insert_tuples(session, FeedRow, new)
            if moved:
                session.execute(update(FeedRow), [dict(zip(_COLUMNS, row, strict=True)) for row in moved])
        self._things.clear()
        self._looked_up.clear()


def _held(session: Session, province: str, things: Sequence[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, str]]:
    """What the feed holds of these things: the number of each, and the device that knows it."""
    if not things:
        return {}
    kinds: dict[str, list[str]] = {}
    for kind, key in things:
        kinds.setdefault(kind, []).append(key)
    queries = [
        select(_FEED.kind, _FEED.key, _FEED.seq, _FEED.device).where(
            _FEED.province == province, _FEED.kind == kind, among(session, _FEED.key, keys)
        )
        for kind, keys in sorted(kinds.items())  # the whole key of the table, so that its index is used
    ]
    rows = session.connection().execute(union_all(*queries)).all()
    return {(kind, key): (seq, device) for kind, key, seq, device in rows}


@dataclass(frozen=True, slots=True)
class Page:
    """Keys to deliver by kind, the cursor after them, and whether more wait."""

    keys: dict[str, list[str]]
    cursor: Cursor
    more: bool


def read_page(
    session: Session, unit: str, cursor: Cursor, limit: int, *, without: str = "", settled: Cursor | None = None
) -> Page:
    """The next things in a unit's scope after a cursor; ``without``: leave out what this device knows already;
    ``settled``: records up to there were compared by their digests."""
    scope = _scope(unit)
    keys: dict[str, list[str]] = {}
    after: Cursor = {}
    more = False
    left = limit
    for province, top in sorted(read_tops(session, unit).items()):
        start = cursor.get(province, 0)
        start = start if start <= top else 0
        after[province] = start
        if start == top or more:
            more = more or start != top
            continue
        wanted = [FeedRow.province == province, FeedRow.seq > start, FeedRow.seq <= top, scope]
        if without:
            wanted.append(FeedRow.device != without)
        if settled:
            wanted.append(or_(FeedRow.kind != RECORD, FeedRow.seq > settled.get(province, 0)))
        found = session.execute(
            select(FeedRow.kind, FeedRow.key, FeedRow.seq).where(*wanted).order_by(FeedRow.seq).limit(left + 1)
        ).all()
        more = len(found) > left
        for kind, key, seq in found[:left]:
            keys.setdefault(kind, []).append(key)
            after[province] = seq
        if not more:
            after[province] = top
        left -= min(left, len(found))
    return Page(keys, after, more)


def read_tops(session: Session, unit: str) -> Cursor:
    """The provinces a unit may see with their highest number. Read before the rows: what it counts is all visible."""
    query = select(CounterRow.scope, CounterRow.n)
    if unit == DEPARTMENT:
        query = query.where(CounterRow.scope.like(_PREFIX + "%"))
    else:
        query = query.where(CounterRow.scope.in_([_PREFIX + DEPARTMENT, _PREFIX + unit[:2]]))
    return {scope.removeprefix(_PREFIX): n for scope, n in session.execute(query)}


def _scope(unit: str) -> ColumnElement[bool]:
    """Deny by default: the own unit's things; above it only what the level above may see."""
    own = FeedRow.unit == unit
    if unit == DEPARTMENT:
        return or_(own, FeedRow.kind.in_((SUBMISSION, CONTACT, PERSON)))
    if len(unit) == 2:
        above = and_(FeedRow.unit.like(unit + "%"), FeedRow.kind.in_((SUBMISSION, CERTIFIED, CONTACT, PERSON)))
        return or_(own, above)
    return own
