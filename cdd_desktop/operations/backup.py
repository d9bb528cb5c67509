"""A backup is one file with the encrypted store and its key file, proved before it counts.

It stays encrypted: it opens with the passwords that were in use when it was made. ``operations/restore.py`` brings
it back.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from cdd_desktop.clock import BANGKOK
from cdd_desktop.errors import BadRequestError, RefusedError, UserError
from cdd_desktop.operations.backup_file import (
    PART,
    SUFFIX,
    About,
    BackupStep,
    Tell,
    forget_cached,
    read_keys,
    unpack_store,
    untold,
    write_bundle,
)
from cdd_desktop.operations.backup_state import BackupMade, note_backup
from cdd_desktop.operations.device_secrets import bring_back
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile
from cdd_desktop.settings import load_settings
from cdd_desktop.store.engine import Store
from cdd_desktop.store.errors import StoreError
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import OutboxRow, RecordRow

_ROOM_BESIDE = 1 << 20  # bytes a file system wants for itself, and the small parts
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class _Copy:
    """The store's copy on this machine's disk, and what is in it: ``counter`` is the number of its last change."""

    store: Path
    keys: bytes
    about: About
    counter: int


def make_backup(workplace: Workplace, target: Path, tell: Tell = untold) -> BackupMade:
    """Writes a backup, reads it back from where it lies, checks every page and opens it with the key in hand; only
    then it gets its name. Otherwise nothing of it is left.

    Runs beside the store lane: people go on working, and the backup is of one instant. Raises ``RefusedError``:
    ``backup-no-room``, ``backup-folder-gone``, ``backup-not-proved``, ``backup-unwritable``; ``StoreError`` for the
    store or this machine's own disk; and whatever ``tell`` raises.
    """
    size = workplace.store.path.stat().st_size
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError("backup-unwritable") from error
    try:
        _sweep(workplace.profile, target)
        _check_room(target.parent, size)
        with tempfile.TemporaryDirectory(
            dir=_bench(workplace.profile, target, size), prefix=".backup-", ignore_cleanup_errors=True
        ) as folder:
            return _make(workplace, target, Path(folder), tell)
    except OSError as error:
        raise _in_words(error, target.parent, size) from error


def back_up_now(workplace: Workplace, folder: Path | None = None, tell: Tell = untold) -> BackupMade:
    """A backup named after office and moment, in a folder or else in the one chosen for backups, else in the
    profile's own. Raises what ``make_backup`` raises."""
    moment = workplace.clock.now().astimezone(BANGKOK).strftime("%Y%m%d-%H%M%S")
    place = folder if folder is not None else chosen_folder(workplace.profile)
    if not place.is_dir() and place != workplace.profile.backups:
        raise RefusedError("backup-folder-gone")  # nothing is made where a stick used to be
    return make_backup(workplace, place / f"cdd-{workplace.unit.code}-{moment}{SUFFIX}", tell)


def automatic_folder(profile: Profile) -> Path:
    """Where copies go that nobody asked for: the chosen folder while it is there (a USB stick may not be), else the
    profile's own, so that no work waits for it."""
    chosen = chosen_folder(profile)
    return chosen if chosen.is_dir() and os.access(chosen, os.W_OK) else profile.backups


def chosen_folder(profile: Profile) -> Path:
    """The folder of the settings, else the profile's own."""
    try:
        chosen = load_settings(profile.settings).backup_folder
    except BadRequestError:
        chosen = ""
    return Path(chosen) if chosen else profile.backups


def _make(workplace: Workplace, target: Path, folder: Path, tell: Tell) -> BackupMade:
    copy = _copy(workplace, folder, tell)
    half = target.with_name(target.name + PART)
    try:
        write_bundle(half, copy.store, copy.keys, copy.about, tell)
        copy.store.unlink()  # room for what is read back
        _prove(workplace, half, copy, tell)
        half.replace(target)
    except BaseException:
        with suppress(OSError):
            half.unlink()
        raise
    _flush_folder(target.parent)
    made = BackupMade(
        file=target,
        made_at=datetime.fromisoformat(copy.about.made_at),
        records=copy.about.records,
        unsent=copy.about.unsent,
    )
    workplace.do(note_backup, made, copy.counter)
    return made


def _copy(workplace: Workplace, folder: Path, tell: Tell) -> _Copy:
    now = workplace.clock.now()
    store, keys = folder / "copy.db", workplace.profile.keys.read_bytes()
    workplace.store.backup(store, lambda far: tell(BackupStep.COPYING, far))
    copy = workplace.store.open_copy(store)
    try:
        records, unsent = _counts(copy)
        with copy.write() as session:
            bring_back(session)
            counter = int(read_meta(session, Meta.COUNTER, "0"))
    finally:
        copy.close()
    about = About(unit=workplace.unit.code, made_at=now.isoformat(), records=records, unsent=unsent)
    return _Copy(store, keys, about, counter)


def _prove(workplace: Workplace, half: Path, copy: _Copy, tell: Tell) -> None:
    """Raises ``RefusedError("backup-not-proved")`` for a file that does not give back what was written."""
    forget_cached(half)
    read_back = copy.store.with_name("read-back.db")
    try:
        unpack_store(half, read_back, tell)
        keys = read_keys(half)
        tell(BackupStep.CHECKING, 0.0)
        proof = workplace.store.open_copy(read_back)
        try:
            whole = not proof.verify() and _counts(proof) == (copy.about.records, copy.about.unsent)
        finally:
            proof.close()
    except (StoreError, BadRequestError) as error:
        if isinstance(error, StoreError) and error.code == "disk-full":
            raise
        if not half.parent.is_dir():
            raise RefusedError("backup-folder-gone") from error
        raise RefusedError("backup-not-proved") from error
    if not whole or keys != copy.keys:
        raise RefusedError("backup-not-proved")
    tell(BackupStep.CHECKING, 1.0)


def _counts(store: Store) -> tuple[int, int]:
    """Records that are not deleted, and changes without a receipt."""
    with store.read() as session:
        records = session.scalar(select(func.count()).select_from(RecordRow).where(~RecordRow.deleted)) or 0
        return records, session.scalar(select(func.count()).select_from(OutboxRow)) or 0


def _bench(profile: Profile, target: Path, size: int) -> Path:
    """Where the copy is made: on this machine's disk, or beside the target when this disk is too full for it."""
    return profile.folder if shutil.disk_usage(profile.folder).free > size + _ROOM_BESIDE else target.parent


def _check_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size + _ROOM_BESIDE:
        raise RefusedError("backup-no-room", needed=-(-size // _MEGABYTE) + 1, free=free // _MEGABYTE)


def _sweep(profile: Profile, target: Path) -> None:
    """What a backup left behind that was cut off by the power: folders here, halves beside the target."""
    for folder in profile.folder.glob(".backup-*"):
        shutil.rmtree(folder, ignore_errors=True)
    for half in target.parent.glob(f"*{SUFFIX}{PART}"):
        with suppress(OSError):
            half.unlink()


def _flush_folder(folder: Path) -> None:
    """The new name, on the medium; systems that cannot do that do it by themselves."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _in_words(error: OSError, folder: Path, size: int) -> UserError:
    if error.errno in _NO_ROOM:
        free = shutil.disk_usage(folder).free if folder.is_dir() else 0
        return RefusedError("backup-no-room", needed=-(-size // _MEGABYTE) + 1, free=free // _MEGABYTE)
    if not folder.exists() or error.errno in (errno.EIO, errno.ENODEV, errno.ENXIO):
        return RefusedError("backup-folder-gone")
    return RefusedError("backup-unwritable")
