"""A backup is one file with the encrypted store and its key file; restoring puts both back and loses nothing.

The backup stays encrypted: it opens with the passwords that were in use when it was made.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from cdd_desktop.clock import BANGKOK, Clock
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import Profile
from cdd_desktop.settings import load_settings
from cdd_desktop.store.connection import SIDE_FILES
from cdd_desktop.store.engine import open_store
from cdd_desktop.store.errors import StoreError
from cdd_desktop.store.keys import open_slot, read_key_file, write_key_file
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import AuditRow

STORE_NAME, KEYS_NAME = "store.db", "store.keys.json"
NUMBERS_SKIPPED = 1_000_000


@dataclass(frozen=True, slots=True)
class Restorer:
    """A person of the backup with the password of then."""

    person_id: str
    password: str


def make_backup(workplace: Workplace, target: Path) -> None:
    """Writes the backup whole or not at all. Raises ``RefusedError("backup-unwritable")``."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            copy = Path(folder) / STORE_NAME
            workplace.store.backup(copy)
            bundle = Path(folder) / "bundle"
            with zipfile.ZipFile(bundle, "w", zipfile.ZIP_STORED) as archive:
                archive.write(copy, STORE_NAME)
                archive.write(workplace.profile.keys, KEYS_NAME)
            with bundle.open("rb+") as stream:
                os.fsync(stream.fileno())
            bundle.replace(target)
    except OSError as error:
        raise RefusedError("backup-unwritable") from error


def back_up_now(workplace: Workplace) -> Path:
    """Writes a backup named after office and moment into the folder that was chosen for backups, else the profile's
    own; returns the file. Raises ``RefusedError("backup-unwritable")``."""
    moment = workplace.clock.now().astimezone(BANGKOK).strftime("%Y%m%d-%H%M%S")
    target = _chosen_folder(workplace.profile) / f"cdd-{workplace.unit.code}-{moment}.cddbackup"
    make_backup(workplace, target)
    return target


def automatic_folder(profile: Profile) -> Path:
    """Where copies go that nobody asked for: the chosen folder while it is there (a USB stick may not be), else the
    profile's own, so that no work waits for it."""
    chosen = _chosen_folder(profile)
    return chosen if chosen.is_dir() and os.access(chosen, os.W_OK) else profile.backups


def _chosen_folder(profile: Profile) -> Path:
    try:
        chosen = load_settings(profile.settings).backup_folder
    except BadRequestError:
        chosen = ""
    return Path(chosen) if chosen else profile.backups


def backup_people(source: Path) -> tuple[tuple[str, str], ...]:
    """(id, name) of the people who can open a backup. Raises ``BadRequestError``: ``backup-missing``,
    ``backup-unreadable``."""
    with tempfile.TemporaryDirectory() as folder:
        _unpack(source, Path(folder))
        return tuple((slot.id, slot.name) for slot in read_key_file(Path(folder) / KEYS_NAME).slots)


def restore_backup(profile: Profile, source: Path, restorer: Restorer, *, clock: Clock) -> None:
    """Puts a backup in the place of the profile's store; what was there goes into the profile's backups.

    The device's counter skips ahead, so that changes made from now on never carry the numbers of changes that were
    made, and perhaps sent, after the backup. Raises ``BadRequestError("backup-unreadable")``,
    ``RefusedError("backup-damaged")``, ``password-wrong``.
    """
    profile.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=profile.folder, prefix=".restore-") as name:
        folder = Path(name)
        _unpack(source, folder)
        store_file, keys_file = folder / STORE_NAME, folder / KEYS_NAME
        _, _, key = open_slot(keys_file, restorer.person_id, restorer.password, now=clock.now())
        try:
            store = open_store(store_file, key, backups=profile.backups)
        except StoreError as error:
            raise RefusedError("backup-damaged") from error
        try:
            if store.verify():
                raise RefusedError("backup-damaged")
            with store.write() as session:
                _mark_restored(session, restorer, clock)
            whole = folder / "whole.db"
            store.backup(whole)
        finally:
            store.close()
        _set_present_aside(profile, clock)
        file = read_key_file(keys_file)
        whole.replace(profile.store)
        write_key_file(profile.keys, file)


def _unpack(source: Path, folder: Path) -> None:
    if not source.exists():
        raise BadRequestError("backup-missing", path=str(source))
    try:
        with zipfile.ZipFile(source) as archive:
            for name in (STORE_NAME, KEYS_NAME):
                (folder / name).write_bytes(archive.read(name))
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise BadRequestError("backup-unreadable") from error


def _mark_restored(session: Session, restorer: Restorer, clock: Clock) -> None:
    number = int(read_meta(session, Meta.COUNTER, "0"))
    write_meta(session, Meta.COUNTER, str(number + NUMBERS_SKIPPED))
    unit = read_meta(session, Meta.UNIT)
    session.add(AuditRow(at=clock.now(), person_id=restorer.person_id, action="restored", unit=unit, detail={}))


def _set_present_aside(profile: Profile, clock: Clock) -> None:
    moment = clock.now().strftime("%Y%m%d%H%M%S")
    profile.backups.mkdir(parents=True, exist_ok=True)
    log = [profile.store.with_name(profile.store.name + suffix) for suffix in SIDE_FILES]
    for path in (*log, profile.store, profile.keys):
        if path.exists():
            path.replace(profile.backups / f"before-restore-{moment}-{path.name}")
