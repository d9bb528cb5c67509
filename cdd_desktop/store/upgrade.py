"""Bringing a store to the newest version: Alembic on a connection of its own, after a backup, with rows counted.

Alembic is loaded only when there is something to do: it takes 17 MB, and nearly every start finds a store as it should
be.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from cdd_desktop.store.connection import copy_database, make_engine
from cdd_desktop.store.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
_COPIED, _CHANGED = 0.2, 0.9  # of the way
Tell = Callable[[float], None]


def upgrade(
    path: Path, key: bytes, *, backups: Path | None, scripts: Path = MIGRATIONS, tell: Tell | None = None
) -> None:
    """Runs the migrations a file lacks, all in one transaction, foreign keys off (a table rebuilt by a batch
    migration would otherwise take its children along). Nothing is changed when one fails.

    ``backups`` receives a copy first; None for a file that is being made. ``tell`` hears how far it is, 0 to 1, only
    when there is something to do: a large office's file takes a good while. Raises ``StoreError("store-newer")`` for a
    version this program does not know and ``StoreError("store-upgrade-lost-rows")`` when a count went down.
    """
    told = tell if tell is not None else _nobody
    with make_engine(path, key, foreign_keys=False, pooled=False).connect() as connection:
        version = _version(connection)
        connection.rollback()
        if version == _newest(scripts):
            return
        steps = _Steps(connection, version, scripts, told)
        if steps.missing:
            if backups is not None:
                if version is None:
                    raise StoreError("store-damaged")
                name = f"before-{steps.head}-from-{version}.db"
                copy_database(path, backups / name, key, lambda far: told(far * _COPIED))
            steps.run()


def _nobody(_far: float) -> None:
    """Hears nothing."""


def _version(connection: Connection) -> str | None:
    """Where Alembic has noted that the file stands; None for one it has not touched."""
    noted = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").scalar_one()
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if noted else None


def _newest(scripts: Path) -> str:
    """By the names of the files, which begin with a v and the version."""
    return max(file.stem for file in (scripts / "versions").glob("v*.py")).removeprefix("v").partition("_")[0]


class _Steps:
    """The migrations a file lacks. Raises ``store-newer``."""

    def __init__(self, connection: Connection, version: str | None, scripts: Path, tell: Tell) -> None:
        from alembic.config import Config
        from alembic.script import ScriptDirectory

        self._connection, self._tell = connection, tell
        self._config = Config(stdout=io.StringIO())
        self._config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        directory = ScriptDirectory.from_config(self._config)
        self.head = directory.get_current_head()
        if version is not None and version not in {script.revision for script in directory.walk_revisions()}:
            raise StoreError("store-newer")
        self.missing = len(list(directory.iterate_revisions(self.head, version or "base")))
        self._done = 0

    def run(self) -> None:
        """All of them in one transaction."""
        from alembic import command

        self._config.attributes.update(connection=self._connection, within=self._within, applied=self._applied)
        with self._connection.begin():
            before = _counts(self._connection)
            command.upgrade(self._config, "head")
            after = _counts(self._connection)
            if any(after.get(table, 0) < count for table, count in before.items() if table in after):
                raise StoreError("store-upgrade-lost-rows")
        self._tell(1)

    def _within(self, far: float) -> None:
        """A long migration tells how far it is itself."""
        self._tell(_COPIED + (_CHANGED - _COPIED) * (self._done + far) / self.missing)

    def _applied(self, **_of_alembic: object) -> None:
        self._done += 1
        self._within(0)


def _counts(connection: Connection) -> dict[str, int]:
    """Rows of every table but those an index of the search is made of, which come and go as it is arranged."""
    plain = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    tables = [name for name in connection.exec_driver_sql(plain).scalars() if name != "alembic_version"]
    return {name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()) for name in tables}
