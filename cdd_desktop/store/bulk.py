"""Many rows at once, handed to the driver as tuples.

SQLAlchemy would prepare every row by itself, which costs more than writing it does; here each column is prepared as a
whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import is_
from typing import Any

from sqlalchemy import Column, insert
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from cdd_desktop.store.columns import Base


def insert_many(session: Session, table: str, rows: Sequence[Mapping[str, Any]], **given: Sequence[Any]) -> None:
    """Inserts rows given by their columns, which are the same for all; ``given`` are further columns, each with the
    values of all rows. The defaults of columns that are left out are filled in as for a single row."""
    if not rows:
        return
    connection, columns = session.connection(), Base.metadata.tables[table].c
    statement = insert(Base.metadata.tables[table]).compile(
        dialect=connection.dialect, column_keys=[*rows[0], *given], for_executemany=True
    )
    prepared = []
    for name in statement.positiontup or ():
        prepare = columns[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
        if name in given:
            values = given[name]
        else:
            values = [row[name] for row in rows] if name in rows[0] else [_default(columns[name])] * len(rows)
        prepared.append(_prepared(values, prepare))
    connection.exec_driver_sql(str(statement), list(zip(*prepared, strict=True)))


def _default(column: Column[Any]) -> Any:
    assert isinstance(column.default, ScalarElementColumnDefault), column
    return column.default.arg


def _prepared(values: Sequence[Any], prepare: Callable[[Any], Any] | None) -> Iterable[Any]:
    if prepare is None:
        return values
    first = values[0]
    if all(map(is_, values, repeat(first))):
        return repeat(prepare(first), len(values))
    return _prepared_in_turn(values, prepare)


def _prepared_in_turn(values: Sequence[Any], prepare: Callable[[Any], Any]) -> Iterator[Any]:
    """One after the other; an object that comes again at once is prepared once."""
    before, prepared = None, None
    for value in values:
        if value is not before or value is None:
            before, prepared = value, prepare(value)
        yield prepared
