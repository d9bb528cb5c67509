"""A copy of central's whole database while it serves, and a database made of such a copy.

A backup is one zstd frame of msgpack values, the same for SQLite and PostgreSQL: a head, each table's name and its rows
in bunches, a foot with the count of rows, and behind the frame the SHA-256 of it. It is read at one snapshot. What is
sealed in the database stays sealed; names and figures are in clear, so a backup is readable by its owner only.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import zstandard
from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

import cdd_desktop.central.tables.desk
import cdd_desktop.central.tables.figures  # noqa: F401 - their tables belong to the same metadata
from cdd_desktop.central.tables.database import Database, is_current, migrate, open_database
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import Base, MetaRow
from cdd_desktop.central.trust.keys import CentralKeys
from cdd_desktop.errors import RefusedError

FORMAT = 1
_BUNCH = 500
_DIGEST = 32
_PIECE = 1024 * 1024
_TABLES = Base.metadata.sorted_tables  # what others refer to stands before them


class _Head(msgspec.Struct, kw_only=True):
    """``keys`` is the fingerprint of the key file without which the backup cannot be read."""

    format: int
    at: str
    keys: str


@dataclass(frozen=True, slots=True)
class BackedUp:
    """When a backup was made, and how many rows it holds."""

    at: str
    rows: int


def write_backup(database: Database, out: Path, now: datetime) -> BackedUp:
    """Write everything as it is at one moment; nobody who writes meanwhile waits.

    Raises ``RefusedError``: ``out-unwritable``, ``database-not-ready``. Nothing is left of a file that failed.
    """
    if not is_current(database):
        raise RefusedError("database-not-ready")
    part = out.with_name(f"{out.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file, database.read() as session:
            done = _write(session, _Hashed(file), now)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        raise RefusedError("out-unwritable", path=str(out)) from error
    finally:
        part.unlink(missing_ok=True)
    return done


def check_backup(file: Path) -> BackedUp:
    """Read a backup to its end. Raises ``RefusedError``: ``central-backup-damaged``, ``central-backup-newer``."""
    rows = 0
    head = None
    for item in _read(file):
        if isinstance(item, _Head):
            head = item
        else:
            rows += len(item[1])
    assert head is not None
    return BackedUp(head.at, rows)


def restore_backup(file: Path, address: str, keys: CentralKeys, epoch: str) -> BackedUp:
    """Make an empty database the one of a backup, under a new epoch: machines then send what it lacks.

    Raises ``RefusedError``: ``central-backup-damaged``, ``central-backup-newer``, ``keys-other-database``,
    ``restore-not-empty``. A database that could not be filled stays empty.
    """
    done = check_backup(file)
    database = open_database(address, create=True)
    try:
        migrate(database)
        with database.write() as session:
            if session.get(MetaRow, "epoch") is not None:
                raise RefusedError("restore-not-empty")
            session.execute(delete(MetaRow))
            session.flush()
            for item in _read(file):
                if isinstance(item, _Head):
                    if item.keys != keys.fingerprint:
                        raise RefusedError("keys-other-database", path=str(file))
                elif item[1]:
                    session.execute(insert(Base.metadata.tables[item[0]]), item[1])
            session.get_one(MetaRow, "epoch").value = epoch
    finally:
        database.close()
    return done


class _Hashed:
    """A file that knows the SHA-256 of what was written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self._hash.update(data)
        return self._file.write(data)

    def seal(self) -> None:
        self._file.write(self._hash.digest())


def _write(session: Session, file: _Hashed, now: datetime) -> BackedUp:
    head = _Head(format=FORMAT, at=to_text(now), keys=session.get_one(MetaRow, "keys").value)
    packed, rows = msgspec.msgpack.Encoder(), 0
    with zstandard.ZstdCompressor(level=3).stream_writer(file, closefd=False) as frame:  # type: ignore[arg-type]

        def put(value: Any) -> None:
            data = packed.encode(value)
            frame.write(len(data).to_bytes(4, "big") + data)

        put(head)
        for table in _TABLES:
            result = session.execute(select(table).execution_options(yield_per=_BUNCH))
            for bunch in result.mappings().partitions(_BUNCH):
                rows += len(bunch)
                put([str(table.name), [{str(name): value for name, value in row.items()} for row in bunch]])
        put(rows)
    file.seal()
    return BackedUp(head.at, rows)


def _read(file: Path) -> Iterator[_Head | tuple[str, list[dict[str, Any]]]]:
    """The head, then (table, rows) in the order they can be inserted. Nothing is given of a file that is not whole."""
    try:
        _prove(file)
        with file.open("rb") as stream:
            reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=False)
            head = msgspec.msgpack.decode(_item(reader), type=_Head)
            if head.format > FORMAT:
                raise RefusedError("central-backup-newer")
            yield head
            rows = 0
            while not isinstance(item := msgspec.msgpack.decode(_item(reader)), int):
                rows += len(item[1])
                yield item[0], item[1]
            if item != rows:
                raise RefusedError("central-backup-damaged")
    except (OSError, ValueError, msgspec.MsgspecError, zstandard.ZstdError, TypeError, IndexError) as error:
        raise RefusedError("central-backup-damaged") from error


def _item(reader: Any) -> bytes:
    length = int.from_bytes(_exactly(reader, 4), "big")
    return _exactly(reader, length)


def _exactly(reader: Any, count: int) -> bytes:
    data = b""
    while len(data) < count:
        piece = reader.read(count - len(data))
        if not piece:
            raise ValueError("cut off")
        data += piece
    return data


def _prove(file: Path) -> None:
    """Whether the SHA-256 at the end is that of what stands before it."""
    left = file.stat().st_size - _DIGEST
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while left > 0:
            piece = stream.read(min(_PIECE, left))
            if not piece:
                raise ValueError("cut off")
            digest.update(piece)
            left -= len(piece)
        if left < 0 or stream.read() != digest.digest():
            raise ValueError("another digest")


def count_rows(database: Database) -> int:
    """All rows of all tables."""
    with database.read() as session:
        return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in _TABLES)
