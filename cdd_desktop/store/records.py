"""Queries for records. Lists exclude deleted records and are in the order of making."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import ColumnElement, bindparam, literal_column, select
from sqlalchemy.orm import Session

from cdd_desktop.domain.record import Record
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, RecordId, UnitCode
from cdd_desktop.store.rows import RecordRow

_AT_ONCE = 500
# Asked at every keystroke's save: built once.
_OF_ENTRY = (
    select(RecordRow)
    .where(
        RecordRow.register_id == bindparam("entry"),
        RecordRow.period.in_(bindparam("periods", expanding=True)),
        ~RecordRow.deleted,
    )
    .order_by(RecordRow.id)
)
# The plus keeps the planner to the index of natural keys: without statistics it would rather read the whole round.
_own_period: ColumnElement[str] = literal_column("+record.period")
_SAME_KEY = select(RecordRow).where(
    RecordRow.natural_key == bindparam("natural_key"),
    RecordRow.dataset == bindparam("dataset"),
    RecordRow.entity == bindparam("entity"),
    RecordRow.unit == bindparam("unit"),
    _own_period == bindparam("period"),
    RecordRow.id != bindparam("but"),
    ~RecordRow.deleted,
)


def to_record(row: RecordRow) -> Record:
    """The domain's value of a row."""
    return Record(
        id=RecordId(row.id),
        unit=UnitCode(row.unit),
        dataset=DatasetKey(row.dataset),
        entity=EntityKey(row.entity),
        period=PeriodId(row.period) if row.period else None,
        form_version=row.form_version,
        rev=row.rev,
        code=row.code,
        deleted=row.deleted,
        content=row.content,
    )


def find_record(session: Session, record_id: str) -> RecordRow | None:
    """A record by its id, also a deleted one."""
    return session.get(RecordRow, record_id)


def register_rows(session: Session, unit: str, dataset: str, entity: str) -> Sequence[RecordRow]:
    """The register entries of an office."""
    return _listed(session, unit, dataset, ("",), entity)


def period_rows(session: Session, unit: str, dataset: str, periods: Iterable[str]) -> Sequence[RecordRow]:
    """The records of a dataset in some periods."""
    return _listed(session, unit, dataset, tuple(periods), None)


def _listed(
    session: Session, unit: str, dataset: str, periods: tuple[str, ...], entity: str | None
) -> Sequence[RecordRow]:
    query = select(RecordRow).where(
        RecordRow.dataset == dataset, RecordRow.period.in_(periods), RecordRow.unit == unit, ~RecordRow.deleted
    )
    if entity is not None:
        query = query.where(RecordRow.entity == entity)
    return session.scalars(query.order_by(RecordRow.id)).all()


def records_of_entry(session: Session, register_id: str, periods: Iterable[str]) -> Sequence[RecordRow]:
    """The records that belong to one register entry, in some periods."""
    return session.scalars(_OF_ENTRY, {"entry": register_id, "periods": tuple(periods)}).all()


def has_records(session: Session, register_id: str) -> bool:
    """Whether any record belongs to a register entry."""
    query = select(RecordRow.id).where(RecordRow.register_id == register_id, ~RecordRow.deleted).limit(1)
    return session.scalar(query) is not None


def same_key_rows(session: Session, row: RecordRow, *, key: str | None = None) -> Sequence[RecordRow]:
    """Other records of the office with the record's natural key (or ``key``), among its register entries or in the
    same period."""
    wanted = key if key is not None else row.natural_key
    if wanted is None:
        return ()
    place = {"natural_key": wanted, "dataset": row.dataset, "entity": row.entity, "unit": row.unit}
    return session.scalars(_SAME_KEY, {**place, "period": row.period, "but": row.id}).all()


def rows_by_id(session: Session, ids: Iterable[str]) -> dict[str, RecordRow]:
    """Records by their ids, also deleted ones; unknown ids are left out."""
    found = (session.scalars(select(RecordRow).where(RecordRow.id.in_(chunk))) for chunk in _chunks(ids))
    return {row.id: row for rows in found for row in rows}


def rows_of_entries(session: Session, register_ids: Iterable[str], period: str) -> list[RecordRow]:
    """The records of a period that belong to some register entries, in the order of making."""
    found = (
        session.scalars(
            select(RecordRow).where(RecordRow.register_id.in_(chunk), RecordRow.period == period, ~RecordRow.deleted)
        )
        for chunk in _chunks(register_ids)
    )
    return sorted((row for rows in found for row in rows), key=lambda row: row.id)


def rows_by_key(session: Session, like: RecordRow, keys: Iterable[str]) -> list[RecordRow]:
    """The records with one of some natural keys, of the office, kind and period of a row."""
    place = (
        RecordRow.dataset == like.dataset,
        RecordRow.entity == like.entity,
        RecordRow.unit == like.unit,
        _own_period == like.period,
        ~RecordRow.deleted,
    )
    found = (
        session.scalars(select(RecordRow).where(RecordRow.natural_key.in_(chunk), *place)) for chunk in _chunks(keys)
    )
    return [row for rows in found for row in rows]


def _chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Each once, so many at a time as a statement takes."""
    once = iter(dict.fromkeys(values))
    return iter(lambda: list(islice(once, _AT_ONCE)), [])
