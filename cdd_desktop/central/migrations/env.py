"""Alembic's entry: runs the upgrades on the connection that ``tables/database.py`` hands over."""

from __future__ import annotations

from alembic import context

import cdd_desktop.central.tables.desk
import cdd_desktop.central.tables.figures  # noqa: F401 - their tables belong to the same metadata
from cdd_desktop.central.tables.rows import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
