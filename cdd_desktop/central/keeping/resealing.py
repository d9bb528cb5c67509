"""After a change of keys: what earlier keys of the vault have sealed in the database is sealed with the present one.

It runs while central serves, in short transactions. Rows somebody is writing are passed over; asked again, it finds
them. Backups made before still need the earlier keys, which stay in the key file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from sqlalchemy import Table, select, tuple_, update

from cdd_desktop.central.tables.database import Database
from cdd_desktop.central.tables.rows import (
    Base,
    BatchRow,
    BlobPartRow,
    BlobRow,
    CertifiedEntryRow,
    ChangeRow,
    RecordRow,
)
from cdd_desktop.central.trust.vault import Vault

_SMALL, _LARGE = 500, 8  # rows of a transaction; photos are up to 5 MB each
_SEALED: tuple[tuple[type[Base], tuple[str, ...], int], ...] = (
    (RecordRow, ("content",), _SMALL),
    (CertifiedEntryRow, ("content",), _SMALL),
    (ChangeRow, ("body", "result"), _SMALL),
    (BatchRow, ("answer",), _SMALL),
    (BlobRow, ("body",), _LARGE),
    (BlobPartRow, ("body",), _LARGE),
)


def reseal(database: Database, vault: Vault) -> int:
    """Seal anew whatever an earlier key sealed; answers how many rows it was."""
    return sum(_reseal_table(database, vault, *table) for table in _SEALED)


def _reseal_table(database: Database, vault: Vault, row: type[Base], columns: tuple[str, ...], bunch: int) -> int:
    table = cast(Table, row.__table__)
    keys = list(table.primary_key.columns)
    done, last = 0, None
    while True:
        query = select(*keys, *(table.c[name] for name in columns)).order_by(*keys).limit(bunch)
        if last is not None:
            query = query.where(tuple_(*keys) > tuple_(*last))
        with database.write() as session:
            found = session.execute(query.with_for_update(skip_locked=True)).all()
            for line in found:
                name, sealed = tuple(line[: len(keys)]), line[len(keys) :]
                fresh = dict(zip(columns, (_anew(vault, value) for value in sealed), strict=True))
                if all(value is None for value in fresh.values()):
                    continue
                kept = {column: value for column, value in fresh.items() if value is not None}
                here = [key == part for key, part in zip(keys, name, strict=True)]
                session.execute(update(table).where(*here).values(kept))
                done += 1
        if len(found) < bunch:
            return done
        last = tuple(found[-1][: len(keys)])


def _anew(vault: Vault, sealed: Any) -> Any:
    again: Callable[[Any], Any] = vault.reseal if isinstance(sealed, dict) else vault.reseal_bytes
    return again(sealed)
