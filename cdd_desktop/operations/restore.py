"""Putting a backup in the place of a profile's store; what was there is kept, and nothing is sent unasked."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from cdd_desktop.clock import Clock
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.backup_file import (
    BackupInfo,
    BackupStep,
    Tell,
    read_backup,
    read_keys,
    unpack_store,
    untold,
)
from cdd_desktop.operations.backup_state import BackupMade, keep_backup
from cdd_desktop.operations.restored import keep_restored
from cdd_desktop.operations.views import Restored
from cdd_desktop.paths import Profile
from cdd_desktop.store.connection import SIDE_FILES
from cdd_desktop.store.engine import Store, open_store
from cdd_desktop.store.errors import StoreError
from cdd_desktop.store.keys import open_slot, read_key_file, write_key_file
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import AuditRow, PersonRow

NUMBERS_SKIPPED = 1_000_000
_KEYS, _STORE, _WHOLE = "keys.json", "store.db", "whole.db"


@dataclass(frozen=True, slots=True)
class Restorer:
    """A person of the backup with the password of then."""

    person_id: str
    password: str


def restore_backup(
    profile: Profile, source: Path, restorer: Restorer, *, clock: Clock, tell: Tell = untold
) -> BackupInfo:
    """Puts a backup in the place of the profile's store; what was there goes into the profile's backups.

    The device's counter skips ahead, so that changes made from now on never carry the numbers of changes that were
    made, and perhaps sent, after the backup; and nothing is sent before ``restored.confirm_restored``. When it fails,
    or ``tell`` raises, nothing has changed. Raises what ``read_backup`` raises and ``RefusedError``:
    ``password-wrong``, ``password-not-chosen``, ``person-inactive``, ``backup-damaged``, ``backup-folder-gone``,
    ``restore-no-room``, ``restore-unwritable``.
    """
    info = read_backup(source)
    try:
        _restore(profile, info, restorer, clock, tell)
    except OSError as error:
        if not source.exists():
            raise RefusedError("backup-folder-gone") from error
        raise RefusedError("restore-unwritable") from error
    return info


def _restore(profile: Profile, info: BackupInfo, restorer: Restorer, clock: Clock, tell: Tell) -> None:
    source = info.file
    profile.folder.mkdir(parents=True, exist_ok=True)
    for left in profile.folder.glob(".restore-*"):
        shutil.rmtree(left, ignore_errors=True)
    _check_room(profile, source)
    with tempfile.TemporaryDirectory(dir=profile.folder, prefix=".restore-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        keys = folder / _KEYS
        keys.write_bytes(read_keys(source))
        _, slot, key = open_slot(keys, restorer.person_id, restorer.password, now=clock.now())
        if slot.first_use:
            raise RefusedError("password-not-chosen")
        unpack_store(source, folder / _STORE, tell)
        _check_and_mark(folder, key, restorer, info, clock, tell)
        file = read_key_file(keys)
        with _present_aside(profile, clock):
            (folder / _WHOLE).replace(profile.store)
            write_key_file(profile.keys, file)


def _check_room(profile: Profile, source: Path) -> None:
    """The store is here twice for a moment."""
    size, free = source.stat().st_size, shutil.disk_usage(profile.folder).free
    if free < 2 * size:
        raise RefusedError("restore-no-room", needed=-(-2 * size // (1 << 20)), free=free // (1 << 20))


def _check_and_mark(folder: Path, key: bytes, restorer: Restorer, info: BackupInfo, clock: Clock, tell: Tell) -> None:
    """Every page is looked at; then the store learns that it was brought back. The result is one file."""
    try:
        store = open_store(folder / _STORE, key, backups=folder)
    except StoreError as error:
        if error.code in ("store-newer", "disk-full"):
            raise
        raise RefusedError("backup-damaged") from error
    try:
        tell(BackupStep.CHECKING, 0.0)
        _check(store, restorer)
        with store.write() as session:
            _mark_restored(session, restorer, info, clock)
        store.backup(folder / _WHOLE, lambda far: tell(BackupStep.CHECKING, far))
    finally:
        store.close()


def _check(store: Store, restorer: Restorer) -> None:
    if store.verify():
        raise RefusedError("backup-damaged")
    with store.read() as session:
        person = session.get(PersonRow, restorer.person_id)
        if person is None or not person.active:
            raise RefusedError("person-inactive")


def _mark_restored(session: Session, restorer: Restorer, info: BackupInfo, clock: Clock) -> None:
    counter = int(read_meta(session, Meta.COUNTER, "0")) + NUMBERS_SKIPPED
    write_meta(session, Meta.COUNTER, str(counter))
    keep_backup(session, BackupMade(info.file, info.made_at, info.about.records, info.about.unsent), counter)
    keep_restored(session, Restored(clock.now(), info.made_at))
    unit = read_meta(session, Meta.UNIT)
    session.add(AuditRow(at=clock.now(), person_id=restorer.person_id, action="restored", unit=unit, detail={}))


@contextmanager
def _present_aside(profile: Profile, clock: Clock) -> Iterator[None]:
    """What is there goes into the profile's backups, and comes back when what follows fails."""
    moment = clock.now().strftime("%Y%m%d%H%M%S")
    profile.backups.mkdir(parents=True, exist_ok=True)
    moved: list[tuple[Path, Path]] = []
    log = [profile.store.with_name(profile.store.name + suffix) for suffix in SIDE_FILES]
    try:
        for path in (*log, profile.store, profile.keys):
            if path.exists():
                aside = _free_name(profile.backups, moment, path.name)
                path.replace(aside)
                moved.append((path, aside))
        yield
    except BaseException:
        for path, aside in reversed(moved):
            aside.replace(path)
        raise


def _free_name(folder: Path, moment: str, name: str) -> Path:
    path, number = folder / f"before-restore-{moment}-{name}", 1
    while path.exists():
        number += 1
        path = folder / f"before-restore-{moment}-{number}-{name}"
    return path
