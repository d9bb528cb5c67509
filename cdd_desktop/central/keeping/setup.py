"""Making and opening a central: its database and the key file beside it."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from sqlalchemy.orm import Session

from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.database import Database, database_url, is_current, migrate, open_database
from cdd_desktop.central.tables.rows import MetaRow
from cdd_desktop.central.trust.audit import at_the_server, note
from cdd_desktop.central.trust.keys import CentralKeys, HeldKeys, load_keys, make_keys, rotate_keys
from cdd_desktop.clock import Clock
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.errors import BadRequestError, RefusedError

_NUMBER = "key_number"  # of the newest signing key, in ``meta``


def key_path(address: str, keys: Path | None = None) -> Path:
    """Where the key file lies: as given, else beside the SQLite file.

    Raises ``BadRequestError("keys-needed")`` for a database server without a given path.
    """
    if keys is not None:
        return keys
    url = database_url(address)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise BadRequestError("keys-needed")
    return Path(url.database).with_suffix(".keys.json")


def updates_folder(keys: Path) -> Path:
    """Where the program's versions lie: beside the key file."""
    return keys.parent / "updates"


def initialise(address: str, keys: Path | None = None) -> tuple[Database, CentralKeys]:
    """Create what is missing: schema, keys, epoch. Running it again changes nothing.

    Raises ``RefusedError``: ``keys-other-database`` when the key file is not the one the database was made with,
    ``keys-older`` when it is a copy from before the keys were changed.
    """
    path = key_path(address, keys)
    database = open_database(address, create=True)
    try:
        migrate(database)
        with database.write() as session:
            fingerprint = session.get(MetaRow, "keys")
            opened = make_keys(path) if fingerprint is None and not path.exists() else load_keys(path)
            _remember(session, opened, path)
    except BaseException:
        database.close()
        raise
    return database, opened


def open_endpoint(address: str, clock: Clock, keys: Path | None = None) -> Endpoint:
    """An endpoint on an existing central. Raises ``RefusedError("database-not-ready")`` and what opening raises."""
    path = key_path(address, keys)
    database = open_database(address)
    try:
        held = HeldKeys(path)
        opened = held.now()
        if not is_current(database):
            raise RefusedError("database-not-ready")
        with database.read() as session:
            fingerprint = session.get(MetaRow, "keys")
            if fingerprint is None or fingerprint.value != opened.fingerprint:
                raise RefusedError("keys-other-database", path=str(path))
            _refuse_older(session, opened, path)
    except BaseException:
        database.close()
        raise
    return Endpoint(database, held, clock, updates=updates_folder(path))


def change_keys(endpoint: Endpoint, path: Path) -> CentralKeys:
    """New keys in the file and their number in the database; processes that serve take them up with the next request.

    Raises what ``rotate_keys`` raises; then nothing has changed.
    """
    with endpoint.database.write() as session:
        session.get_one(MetaRow, "keys", with_for_update=True)  # one after the other
        keys = rotate_keys(path, endpoint.clock.now())
        session.merge(MetaRow(key=_NUMBER, value=str(keys.lineage.number)))
        note(session, endpoint.clock, at_the_server(), "keys-changed", unit=DEPARTMENT, number=keys.lineage.number)
    return keys


def _refuse_older(session: Session, keys: CentralKeys, path: Path) -> None:
    """A copy of the key file from before a change does not open everything, and machines do not believe it."""
    number = session.get(MetaRow, _NUMBER)
    if number is not None and int(number.value) > keys.lineage.number:
        raise RefusedError("keys-older", path=str(path))


def _remember(session: Session, keys: CentralKeys, path: Path) -> None:
    held = session.get(MetaRow, "keys")
    if held is None:
        session.add(MetaRow(key="keys", value=keys.fingerprint))
    elif held.value != keys.fingerprint:
        raise RefusedError("keys-other-database", path=str(path))
    _refuse_older(session, keys, path)
    if session.get(MetaRow, "epoch") is None:
        session.add(MetaRow(key="epoch", value=str(uuid4())))
