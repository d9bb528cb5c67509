"""Central's database: SQLite by default, PostgreSQL by URL; engine, transactions and schema upgrades."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from cdd_desktop.errors import BadRequestError, RefusedError

BUSY_SECONDS = 30
LOCK_MS = 2_000
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-16000",  # 16 MB, so that the pages of a batch are read once
    "wal_autocheckpoint=16000",  # 64 MB: what many batches write to one page is copied once
)
_LOCK_NOT_AVAILABLE = "55P03"
SERVES_FROM = "0001"  # the oldest program whose statements still run on this program's tables


class Database:
    """Opens short transactions; ``write`` takes SQLite's write lock at once, so that it cannot fail half way."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        one_snapshot = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        self._reader = engine.execution_options(reader=True, **one_snapshot)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One read committed transaction, committed at the end of the block."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that only looks, at one snapshot."""
        with Session(self._reader, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        self.engine.dispose()


def database_url(text_or_path: str) -> URL:
    """The URL of a database given as an SQLAlchemy URL, a ``postgresql://`` address or a plain file path.

    Raises ``BadRequestError("database-address")`` for anything else.
    """
    if "://" not in text_or_path:
        return URL.create("sqlite", database=str(Path(text_or_path).absolute()))
    try:
        url = make_url(text_or_path)
    except ArgumentError as error:
        raise BadRequestError("database-address") from error
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    raise BadRequestError("database-address")


def open_database(address: str, *, create: bool = False) -> Database:
    """A database of an address; no connection is made yet.

    Raises ``RefusedError("database-missing")`` for an SQLite file that is not there, unless it may be created.
    """
    url = database_url(address)
    if url.get_backend_name() == "sqlite" and not create and not Path(str(url.database)).exists():
        raise RefusedError("database-missing", path=str(url.database))
    options: dict[str, Any] = {
        "json_serializer": lambda value: msgspec.json.encode(value).decode(),
        "json_deserializer": msgspec.json.decode,
        "hide_parameters": True,  # an error's text must not carry what people typed
    }
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, **options)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        engine = create_engine(url, isolation_level="READ COMMITTED", pool_pre_ping=True, pool_size=8, **options)
    return Database(engine)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the begin event below says how a transaction starts
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reader = connection.get_execution_options().get("reader", False)
    connection.exec_driver_sql("BEGIN" if reader else "BEGIN IMMEDIATE")


def migration_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, built in code so that no ini file has to travel with the program."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def migrate(database: Database) -> tuple[str, str]:
    """Bring the schema to this program's version; answers (before, after), "" for an empty database.

    On PostgreSQL it waits only a moment for a lock: who waits for a table keeps everybody else from it, so a backup
    under way would stop a running central. Raises ``RefusedError("database-newer")`` for a schema of a newer program,
    ``database-busy`` when a lock was not to be had, ``database-unreachable`` when the database does not answer. Then
    nothing has changed.
    """
    try:
        with database.engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = {LOCK_MS}"))
            before = _revision(connection)
            config = migration_config(connection)
            if before and before not in _known_revisions(config):
                raise RefusedError("database-newer")
            command.upgrade(config, "head")
            for statement in _SAY_WHOM_IT_SERVES:
                connection.execute(text(statement), {"oldest": SERVES_FROM})
            return before, _revision(connection)
    except SQLAlchemyError as error:
        busy = isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", "") == _LOCK_NOT_AVAILABLE
        raise RefusedError("database-busy" if busy else "database-unreachable") from error


_SAY_WHOM_IT_SERVES = (
    "DELETE FROM meta WHERE key = 'serves_from'",
    "INSERT INTO meta (key, value) VALUES ('serves_from', :oldest)",
)


def is_current(database: Database) -> bool:
    """Whether this program can work on the schema (for ``/readyz``): it is its own version, or a newer one that says
    it still serves it, so that a running program goes on while its successor is brought in."""
    head = str(ScriptDirectory.from_config(migration_config()).get_current_head())
    with database.read() as session:
        found = _revision(session.connection())
        if found <= head:
            return found == head
        oldest = session.execute(text("SELECT value FROM meta WHERE key = 'serves_from'")).scalar()
        return oldest is not None and str(oldest) <= head


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _known_revisions(config: Config) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
