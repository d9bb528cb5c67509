"""The one place where a database driver's error becomes an error that speaks to people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cdd_desktop.errors import RefusedError, UserError

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

_CODES = {
    _BUSY: "store-busy",
    _LOCKED: "store-busy",
    _READONLY: "store-read-only",
    _IOERR: "store-disk",
    _CORRUPT: "store-damaged",
    _FULL: "disk-full",
    _CANTOPEN: "store-unreachable",
    _NOTADB: "store-wrong-key",
}


class StoreError(RefusedError):
    """The store cannot be used now; its file is left as it is."""


@contextmanager
def driver_errors() -> Iterator[None]:
    """Turns the driver's errors inside into ``StoreError`` by SQLite's primary result code; others pass on."""
    from sqlalchemy.exc import DBAPIError  # not on top: the sign-in list needs the class above, and no database
    from sqlcipher3 import dbapi2

    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        converted = convert(error)
        if converted is None:
            raise
        raise converted from error


def convert(error: BaseException) -> UserError | None:
    """The person's error for a driver's, or None when it is a mistake of the program."""
    cause = getattr(error, "orig", error)  # what SQLAlchemy has wrapped, or the driver's own
    extended = getattr(cause, "sqlite_errorcode", None)
    code = _CODES.get(extended & 0xFF) if isinstance(extended, int) else None
    return StoreError(code) if code else None
