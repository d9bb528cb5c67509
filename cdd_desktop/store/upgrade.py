"""Bringing a store to the newest version: Alembic on a connection of its own, after a backup, with rows counted.

Alembic is loaded only when there is something to do: it takes 17 MB, and nearly every start finds a store as it should
be.
"""

from __future__ import annotations

import io
from pathlib import Path

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
    with make_engine(path, key, foreign_keys=False, pooled=False).connect() as connection:
        version = _version(connection)
        connection.rollback()
        if version != _newest(scripts):
            _run(connection, version, path=path, key=key, backups=backups, scripts=scripts)


def _version(connection: Connection) -> str | None:
    """Where Alembic has noted that the file stands; None for one it has not touched."""
    noted = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").scalar_one()
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if noted else None


def _newest(scripts: Path) -> str:
    """By the names of the files, which begin with a v and the version."""
    return max(file.stem for file in (scripts / "versions").glob("v*.py")).removeprefix("v").partition("_")[0]


def _run(
    connection: Connection, version: str | None, *, path: Path, key: bytes, backups: Path | None, scripts: Path
) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    directory = ScriptDirectory.from_config(config)
    head = directory.get_current_head()
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
