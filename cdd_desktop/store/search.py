"""Finding records by what is written in them.

``record.sought`` is the text (``forms.sought``), kept in an index of its groups of three letters. The database's own
triggers keep that index with every write, whoever makes it, in the same transaction (migration 4); only many new
records at once bring numbers of their own. Numbers run from the oldest year to the newest and to register entries, so
that reading the index backwards finds those first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select, table, text
from sqlalchemy.orm import Session

from cdd_desktop.store.bulk import insert_many
from cdd_desktop.store.rows import RecordRow

_GROUP = 3
_LOOKED_AT = 3_000
_REGISTERS, _BITS = 9_999, 32  # the year that register entries stand under, and the room of a year
_index = table("record_search")
_TAKE_IN = text(
    "INSERT INTO record_search(rowid, sought)"
    " SELECT number, sought FROM record WHERE number >= :start AND number < :end"
)
_rank: ColumnElement[int] = literal_column("record_search.rowid")


@dataclass(frozen=True, slots=True)
class Found:
    """What a list shows of a record, and the text it was found by."""

    id: str
    unit: str
    dataset: str
    entity: str
    period: str
    register_id: str | None
    code: str
    title: str
    tambon: str
    moo: int | None
    sought: str

    @property
    def title_key(self) -> str:
        """The title as the search compares it, which is what the text begins with."""
        return self.sought.split("\n", 1)[0]


_SHOWN = [getattr(RecordRow, field.name) for field in fields(Found)]


def find_records(session: Session, words: Sequence[str], limit: int) -> list[Found]:
    """Records that hold every one of some words (``forms.sought.sought_words``) anywhere: register entries first, then
    the newest year. Words shorter than three letters narrow the first 3,000 that hold the others."""
    long = [word for word in words if len(word) >= _GROUP]
    short = [word for word in words if len(word) < _GROUP]
    first = (_with_all(long) if long else _all()).limit(_LOOKED_AT if short else limit).subquery()
    query = select(*_SHOWN).join_from(RecordRow, first, first.c.number == RecordRow.number)
    for word in short:
        query = query.where(RecordRow.sought.contains(word, autoescape=True))
    return [Found(*row) for row in session.execute(query.order_by(RecordRow.number.desc()).limit(limit))]


def insert_records(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts new records of one period by their columns. The index takes them in one step: row by row, through the
    trigger, it costs eight times as much."""
    if not rows:
        return
    period = rows[0]["period"]
    first = _first_of(period)
    taken = select(func.max(RecordRow.number)).where(RecordRow.number > first, RecordRow.number < first + (1 << _BITS))
    start = (session.scalar(taken) or first) + 1
    insert_many(session, "record", rows, number=range(start, start + len(rows)))
    session.execute(_TAKE_IN, {"start": start, "end": start + len(rows)})


def _first_of(period: str) -> int:
    """Below the numbers of a period's year, as the migration has it."""
    return (int(period[:4]) if period else _REGISTERS) << _BITS


def _with_all(words: Sequence[str]) -> Select[int | None]:
    """The index knows which groups of three a text holds, not where: what holds all of a word's is looked at."""
    groups = dict.fromkeys(word[at : at + _GROUP] for word in words for at in range(len(word) - _GROUP + 1))
    match = " AND ".join('"' + group.replace('"', '""') + '"' for group in groups)
    return (
        select(RecordRow.number)
        .select_from(_index.join(RecordRow, RecordRow.number == _rank))
        .where(text("record_search MATCH :match").bindparams(match=match), ~RecordRow.deleted)
        .where(*(func.instr(RecordRow.sought, word) > 0 for word in words if len(word) > _GROUP))
        .order_by(_rank.desc())
    )


def _all() -> Select[int | None]:
    return (
        select(RecordRow.number)
        .where(RecordRow.number.is_not(None), ~RecordRow.deleted)
        .order_by(RecordRow.number.desc())
    )
