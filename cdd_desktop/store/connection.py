"""Connections to a SQLCipher file and copies of it: the key, the durable settings and how transactions begin."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2

from cdd_desktop.store.errors import StoreError, driver_errors

_BUSY_SECONDS = 10.0
# Pages in the log before a commit folds them into the file. A save writes a dozen, mostly the same ones again and
# again: with SQLite's 1000 every eightieth save waited for the folding, and now every three hundredth.
_FOLD_AFTER_PAGES = 4000
_PAGES_AT_ONCE = 512
SIDE_FILES = ("-wal", "-shm")


def make_engine(path: Path, key: bytes, *, foreign_keys: bool = True, pooled: bool = True) -> Engine:
    """An engine on a SQLCipher file with a raw 32-byte key; transactions begin with BEGIN IMMEDIATE."""

    def connect() -> Any:
        return connect_file(path, key, foreign_keys=foreign_keys)

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool if pooled else NullPool,
        json_serializer=_to_json,
        json_deserializer=msgspec.json.decode,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))

    return engine


def connect_file(path: Path, key: bytes, *, foreign_keys: bool = True) -> Any:
    """A driver connection in autocommit with the key set and durable settings: WAL, every commit on the disk."""
    if len(key) != 32:
        raise StoreError("store-wrong-key")
    connection = dbapi2.connect(str(path), timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_FOLD_AFTER_PAGES}")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA cache_size = -16000")
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def copy_database(source: Path, target: Path, key: bytes, tell: Callable[[float], None] | None = None) -> None:
    """Copies a database page by page into a new file under the same key; the target appears whole or not at all.

    The copy is of one instant, whatever others write meanwhile. ``tell`` hears how far it is, 0 to 1, and may raise
    to stop.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(target.name + ".part")
    remove_database(half)

    def step(_status: int, left: int, total: int) -> None:
        if tell is not None and total:
            tell(1 - left / total)

    try:
        with driver_errors():
            reading, writing = connect_file(source, key), connect_file(half, key)
            try:
                reading.execute("BEGIN")
                reading.execute("SELECT count(*) FROM sqlite_master")  # holds the instant
                reading.backup(writing, pages=_PAGES_AT_ONCE, progress=step)
                writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                writing.close()
                reading.close()
    except BaseException:
        remove_database(half)
        raise
    half.replace(target)


def remove_database(path: Path) -> None:
    """Removes a database file and the files SQLite keeps beside it."""
    for name in (path, *(path.with_name(path.name + suffix) for suffix in SIDE_FILES)):
        with suppress(FileNotFoundError):
            name.unlink()


def _to_json(value: object) -> str:
    return msgspec.json.encode(value).decode()
