"""The encrypted database file: opening, transactions and verifying."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from cdd_desktop.store.connection import copy_database, make_engine
from cdd_desktop.store.errors import StoreError, driver_errors
from cdd_desktop.store.upgrade import Tell, upgrade

PAGE_SIZE = 4096


class Store:
    """An open store. Sessions come from ``read`` and ``write``; both convert the driver's errors."""

    def __init__(self, path: Path, key: bytes, engine: Engine) -> None:
        self.path = path
        self._key = key
        self._writer = engine
        self._reader = engine.execution_options(begin="BEGIN")

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction that holds the write lock from its start; commits at the end, or nothing happened."""
        with driver_errors(), Session(self._writer) as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent snapshot; what is changed in it is thrown away."""
        with driver_errors(), Session(self._reader, autoflush=False) as session:
            yield session

    def verify(self) -> tuple[str, ...]:
        """Findings of the cipher's page check, SQLite's own and the foreign keys; empty when all is well."""
        findings: list[str] = []
        with driver_errors(), self._reader.connect() as connection:
            for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
                rows = connection.exec_driver_sql(f"PRAGMA {pragma}").fetchall()
                findings += [f"{pragma}: {' '.join(map(str, row))}" for row in rows if tuple(row) != ("ok",)]
        return tuple(findings)

    def backup(self, target: Path, tell: Callable[[float], None] | None = None) -> None:
        """A copy of the present state under the same key, through SQLite's backup interface (never a file copy).
        ``tell`` hears how far it is and may raise to stop."""
        copy_database(self.path, target, self._key, tell)

    def open_copy(self, path: Path) -> Store:
        """Opens a copy of this store with the key in hand. Raises what ``open_store`` raises."""
        return open_store(path, self._key)

    def close(self) -> None:
        """Gives the file back; the write-ahead log is folded in by the last connection."""
        self._writer.dispose()


def create_store(path: Path, key: bytes) -> Store:
    """A new empty store at the newest version; refuses to touch an existing file (``store-exists``)."""
    if path.exists():
        raise StoreError("store-exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    with driver_errors():
        upgrade(path, key, backups=None)
    return Store(path, key, make_engine(path, key))


def open_store(path: Path, key: bytes, *, backups: Path | None = None, tell: Tell | None = None) -> Store:
    """Opens a store, bringing an older one to the newest version after a backup into ``backups``; ``tell`` hears how
    far that is.

    Raises ``StoreError``: ``store-missing``, ``store-wrong-key``, ``store-damaged``, ``store-newer``, ``store-busy``.
    """
    if not path.is_file():
        raise StoreError("store-missing")
    size = path.stat().st_size
    if size == 0 or size % PAGE_SIZE:
        raise StoreError("store-damaged")
    with driver_errors():
        upgrade(path, key, backups=backups if backups is not None else path.parent / "backups", tell=tell)
    return Store(path, key, make_engine(path, key))
