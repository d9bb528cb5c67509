"""Many rows at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from cdd_desktop.central.rows import Base


def insert_rows(session: Session, row: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert new rows; each names all columns of its table."""
    if rows:
        session.connection().execute(insert(table_of(row)), rows)


def table_of(row: type[Base]) -> Table:
    """The table of a row."""
    table = row.__table__
    assert isinstance(table, Table)
    return table
