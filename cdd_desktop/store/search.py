"""Finding records by what is written in them.

``record.sought`` is the text (``forms.sought``), kept in an index of its groups of three letters. The database's own
triggers keep that index with every write, whoever makes it, in the same transaction (migration 4). Its numbers run
from the oldest year to the newest and to register entries, so that reading it backwards finds those first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Select, literal_column, select, table, text
from sqlalchemy.orm import Session

from cdd_desktop.store.rows import RecordRow

_GROUP = 3
_LOOKED_AT = 3_000
_index = table("record_search")
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


def _with_all(words: Sequence[str]) -> Select[int | None]:
    match = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
    return (
        select(RecordRow.number)
        .select_from(_index.join(RecordRow, RecordRow.number == _rank))
        .where(text("record_search MATCH :match").bindparams(match=match), ~RecordRow.deleted)
        .order_by(_rank.desc())
    )


def _all() -> Select[int | None]:
    return (
        select(RecordRow.number)
        .where(RecordRow.number.is_not(None), ~RecordRow.deleted)
        .order_by(RecordRow.number.desc())
    )
