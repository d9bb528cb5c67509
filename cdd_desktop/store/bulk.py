"""Many rows at once, handed to the driver as tuples.

SQLAlchemy would prepare every row by itself, which costs more than writing it does; here each column is prepared as a
whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import Column, insert
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from cdd_desktop.store.rows import Base


def insert_many(session: Session, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows given by their columns, which are the same for all; the defaults of columns that are left out are
    filled in as for a single row."""
    if not rows:
        return
    connection, columns = session.connection(), Base.metadata.tables[table].c
    statement = insert(Base.metadata.tables[table]).compile(
        dialect=connection.dialect, column_keys=list(rows[0]), for_executemany=True
    )
    prepared = []
    for name in statement.positiontup or ():
        prepare = columns[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
        given = [row[name] for row in rows] if name in rows[0] else [_default(columns[name])] * len(rows)
        prepared.append(_prepared(given, prepare))
    connection.exec_driver_sql(str(statement), list(zip(*prepared, strict=True)))


def _default(column: Column[Any]) -> Any:
    assert isinstance(column.default, ScalarElementColumnDefault), column
    return column.default.arg


def _prepared(values: list[Any], prepare: Callable[[Any], Any] | None) -> Iterable[Any]:
    if prepare is None:
        return values
    first = values[0]
    if all(value is first for value in values):
        return repeat(prepare(first), len(values))
    return map(prepare, values)
