"""Running numbers under a row lock: whoever takes one holds the row until the commit, so order is commit order."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

_TAKE = text(
    "INSERT INTO counter (scope, n) VALUES (:scope, :n)"
    " ON CONFLICT (scope) DO UPDATE SET n = counter.n + excluded.n RETURNING n"
)


def insert_for(session: Session, row: type[Any]) -> Any:
    """The dialect's ``INSERT`` that knows ``ON CONFLICT``."""
    dialect = session.get_bind().dialect.name
    return postgresql.insert(row) if dialect == "postgresql" else sqlite.insert(row)


def take(session: Session, scope: str, count: int = 1) -> int:
    """Take ``count`` numbers of a scope; answers the last of them. The first number of a scope is 1."""
    return int(session.execute(_TAKE, {"scope": scope, "n": count}).scalar_one())
