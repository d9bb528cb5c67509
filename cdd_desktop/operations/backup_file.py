"""The file of a backup: the encrypted store, its key file and a line about them, uncompressed in one zip."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import IO

import msgspec

from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import Unit
from cdd_desktop.errors import BadRequestError, UserError
from cdd_desktop.geography import geography
from cdd_desktop.ids import PersonId
from cdd_desktop.operations.slots import SlotPerson
from cdd_desktop.store.errors import StoreError
from cdd_desktop.store.keys import KeyFile, parse_key_file

SUFFIX = ".cddbackup"
PART = ".part"  # behind the name of a file that is not whole yet
STORE_NAME, KEYS_NAME, ABOUT_NAME = "store.db", "store.keys.json", "about.json"
_CHUNK = 1 << 20
_MOST_KEYS = 1 << 20  # bytes of a key file; a slot takes some three hundred
_BROKEN = (  # what the library says of a file that is none of ours
    KeyError,
    ValueError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    msgspec.MsgspecError,
)


class BackupStep(StrEnum):
    """What a backup or a restore is at."""

    COPYING = "copying"
    WRITING = "writing"
    READING = "reading"
    CHECKING = "checking"


Tell = Callable[[BackupStep, float], None]
"""Hears of the step and how far it is, 0 to 1, on the thread that works; may raise to stop."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """Readable without a password: whose office, when (ISO 8601), and how much is inside. ``unsent`` counts changes
    without a receipt."""

    format: int = 1
    unit: str = ""
    made_at: str = ""
    records: int = 0
    unsent: int = 0


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """What a backup says of itself before it is opened. ``unit`` is None in backups of the first program, which had
    no ``about``."""

    file: Path
    unit: Unit | None
    made_at: datetime
    about: About
    people: tuple[SlotPerson, ...]


def untold(_step: BackupStep, _far: float) -> None:
    """Nobody listens."""


def read_backup(source: Path) -> BackupInfo:
    """Raises ``BadRequestError``: ``backup-missing``, ``backup-unreadable``, ``unit-unknown``, and
    ``StoreError("store-newer")``."""
    with _opened(source) as archive:
        about = About()
        if ABOUT_NAME in archive.namelist():
            about = msgspec.json.decode(_small(archive, ABOUT_NAME), type=About)
        keys = _parsed(_small(archive, KEYS_NAME))
        inside = archive.getinfo(STORE_NAME)
        made_at = (
            datetime.fromisoformat(about.made_at)
            if about.made_at
            else datetime(*inside.date_time, tzinfo=BANGKOK)  # of the clock on the wall
        )
    unit = geography().unit(about.unit) if about.unit else None
    return BackupInfo(source, unit, made_at, about, _people(keys))


def find_backups(folders: Iterable[Path], most: int = 6) -> tuple[BackupInfo, ...]:
    """The latest backups that lie in some folders, newest first; what cannot be read is passed over."""
    found: dict[Path, BackupInfo] = {}
    for folder in folders:
        with suppress(OSError):
            for file in folder.glob(f"*{SUFFIX}"):
                with suppress(UserError, OSError):
                    found[file] = read_backup(file)
    return tuple(sorted(found.values(), key=lambda info: info.made_at, reverse=True)[:most])


def write_bundle(target: Path, store: Path, keys: bytes, about: About, tell: Tell) -> None:
    """Writes the parts one after the other; all of it is on the medium afterwards. Raises ``OSError``."""
    moment = datetime.fromisoformat(about.made_at).astimezone(BANGKOK).timetuple()[:6]
    total = store.stat().st_size
    with target.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo(ABOUT_NAME, moment), msgspec.json.encode(about))
            archive.writestr(zipfile.ZipInfo(KEYS_NAME, moment), keys)
            with store.open("rb") as source, archive.open(zipfile.ZipInfo(STORE_NAME, moment), "w") as part:
                _pour(source, part, total, BackupStep.WRITING, tell)
        stream.flush()
        os.fsync(stream.fileno())


def unpack_store(source: Path, target: Path, tell: Tell) -> None:
    """Takes the store out of a backup; what was written is compared with the sums in the file.

    Raises ``BadRequestError``: ``backup-missing``, ``backup-unreadable``.
    """
    with _opened(source) as archive:
        inside = archive.getinfo(STORE_NAME)
        if inside.compress_type != zipfile.ZIP_STORED or inside.file_size > source.stat().st_size:
            raise BadRequestError("backup-unreadable")
        with archive.open(inside) as packed, target.open("wb") as stream:
            _pour(packed, stream, inside.file_size, BackupStep.READING, tell)


def read_keys(source: Path) -> bytes:
    """The key file of a backup, as it was written. Raises what ``unpack_store`` raises."""
    with _opened(source) as archive:
        return _small(archive, KEYS_NAME)


def forget_cached(path: Path) -> None:
    """Asks the system to read the file from its medium next time; Windows cannot be asked."""
    if sys.platform == "linux":
        with path.open("rb") as stream:
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    """A backup's archive; whatever is wrong with the file is one code."""
    if not source.exists():
        raise BadRequestError("backup-missing", path=str(source))
    try:
        archive = zipfile.ZipFile(source)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise BadRequestError("backup-unreadable") from error
    try:
        with archive:
            yield archive
    except _BROKEN as error:
        raise BadRequestError("backup-unreadable") from error


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    inside = archive.getinfo(name)
    if inside.compress_type != zipfile.ZIP_STORED or inside.file_size > _MOST_KEYS:
        raise BadRequestError("backup-unreadable")
    return archive.read(inside)


def _pour(source: IO[bytes], target: IO[bytes], total: int, step: BackupStep, tell: Tell) -> None:
    done = 0
    tell(step, 0.0)
    while chunk := source.read(_CHUNK):
        target.write(chunk)
        done += len(chunk)
        tell(step, done / total if total else 1.0)


def _parsed(raw: bytes) -> KeyFile:
    try:
        return parse_key_file(raw)
    except StoreError as error:
        if error.code != "keys-damaged":
            raise
        raise BadRequestError("backup-unreadable") from error


def _people(keys: KeyFile) -> tuple[SlotPerson, ...]:
    return tuple(
        SlotPerson(id=PersonId(slot.id), name=slot.name, role=Role(slot.role), first_use=slot.first_use)
        for slot in keys.slots
    )
