"""Running numbers under a row lock: whoever takes one holds the row until the commit, so order is commit order."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from cdd_desktop.central.rows import CounterRow


def insert_for(session: Session, row: type[Any]) -> Any:
    """The dialect's ``INSERT`` that knows ``ON CONFLICT``."""
    dialect = session.get_bind().dialect.name
    return postgresql.insert(row) if dialect == "postgresql" else sqlite.insert(row)


def take(session: Session, scope: str, count: int = 1) -> int:
    """Take ``count`` numbers of a scope; answers the last of them. The first number of a scope is 1."""
    statement = insert_for(session, CounterRow).values(scope=scope, n=count)
    statement = statement.on_conflict_do_update(
        index_elements=[CounterRow.scope], set_={"n": CounterRow.n + statement.excluded.n}
    ).returning(CounterRow.n)
    return int(session.execute(statement).scalar_one())
