"""Which live record of an office has a natural key: within its dataset, kind and period only one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.central.tables.bulk import among, table_of
from cdd_desktop.central.tables.rows import RecordRow

_RECORD = table_of(RecordRow).c
Key = tuple[str, str, str, str]  # dataset, entity, period, hash of the natural key


@dataclass(slots=True)
class Owners:
    """What a batch knows of its office's natural keys: key → record, or None where none has it."""

    session: Session
    unit: str
    known: dict[Key, str | None] = field(default_factory=dict)

    def learn(self, asked: Iterable[Key]) -> bool:
        """Read who has these keys; whether anybody has one that nothing was known of."""
        unknown = {key for key in asked if key not in self.known}
        self.known.update(dict.fromkeys(unknown))
        columns = (_RECORD.dataset, _RECORD.entity, _RECORD.period, _RECORD.natural_key, _RECORD.id)
        found = False
        for dataset, entity, period in {key[:3] for key in unknown}:
            hashes = sorted(key[3] for key in unknown if key[:3] == (dataset, entity, period))
            query = select(*columns).where(
                _RECORD.unit == self.unit,
                _RECORD.dataset == dataset,
                _RECORD.entity == entity,
                _RECORD.period == period,
                among(self.session, _RECORD.natural_key, hashes),
                _RECORD.natural_key.is_not(None),
                _RECORD.deleted.is_(False),
            )
            for row in self.session.connection().execute(query):
                self.known[row[0], row[1], row[2], str(row[3])] = row[4]
                found = True
        return found

    def move(self, keys: Mapping[Key, str | None]) -> None:
        """Keys that were given and taken away."""
        self.known.update(keys)
