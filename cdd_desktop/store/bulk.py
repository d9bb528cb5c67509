"""Many rows at once, handed to the driver as tuples.

SQLAlchemy would prepare every row by itself, which costs more than writing it does; here each column is prepared as a
whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from cdd_desktop.store.rows import Base


def insert_many(session: Session, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows given by their columns, which are the same for all. A column may be left out that the database
    fills in or that may be blank; there are no defaults."""
    if not rows:
        return
    connection, columns = session.connection(), Base.metadata.tables[table].c
    statement = insert(Base.metadata.tables[table]).compile(
        dialect=connection.dialect, column_keys=list(rows[0]), for_executemany=True
    )
    prepared = []
    for name in statement.positiontup or ():
        prepare = columns[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
        prepared.append(_prepared([row[name] for row in rows], prepare))
    connection.exec_driver_sql(str(statement), list(zip(*prepared, strict=True)))


def _prepared(values: list[Any], prepare: Callable[[Any], Any] | None) -> Iterable[Any]:
    if prepare is None:
        return values
    first = values[0]
    if all(value is first for value in values):
        return repeat(prepare(first), len(values))
    return map(prepare, values)
