"""Bringing a store to the newest version: Alembic on a connection of its own, after a backup, with rows counted."""

from __future__ import annotations

import io
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from cdd_desktop.store.connection import copy_database, make_engine
from cdd_desktop.store.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, key: bytes, *, backups: Path | None, scripts: Path = MIGRATIONS) -> None:
    """Runs the migrations a file lacks, all in one transaction, foreign keys off (a table rebuilt by a batch
    migration would otherwise take its children along). Nothing is changed when one fails.

    ``backups`` receives a copy first; None for a file that is being made. Raises ``StoreError("store-newer")`` for a
    version this program does not know and ``StoreError("store-upgrade-lost-rows")`` when a count went down.
    """
    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    directory = ScriptDirectory.from_config(config)
    head = directory.get_current_head()
    engine = make_engine(path, key, foreign_keys=False, pooled=False)
    with engine.connect() as connection:
        version = MigrationContext.configure(connection).get_current_revision()
        connection.rollback()
        if version == head:
            return
        if version is not None:
            if version not in {script.revision for script in directory.walk_revisions()}:
                raise StoreError("store-newer")
            if backups is not None:
                copy_database(path, backups / f"before-{head}-from-{version}.db", key)
        elif backups is not None:
            raise StoreError("store-damaged")
        with connection.begin():
            before = _counts(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            after = _counts(connection)
            if any(after.get(table, 0) < count for table, count in before.items() if table in after):
                raise StoreError("store-upgrade-lost-rows")


def _counts(connection: Connection) -> dict[str, int]:
    """Rows of every table but those an index of the search is made of, which come and go as it is arranged."""
    plain = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    tables = [name for name in connection.exec_driver_sql(plain).scalars() if name != "alembic_version"]
    return {name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()) for name in tables}
