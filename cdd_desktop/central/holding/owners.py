"""Which live record of an office has a natural key: within its dataset, kind and period only one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select, union_all
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
        places: dict[tuple[str, str, str], list[str]] = {}
        for dataset, entity, period, key in unknown:
            places.setdefault((dataset, entity, period), []).append(key)
        if not places:
            return False
        query = union_all(*(self._those_in(place, hashes) for place, hashes in sorted(places.items())))
        held = self.session.connection().execute(query).all()
        self.known.update(((dataset, entity, period, key), record) for dataset, entity, period, key, record in held)
        return bool(held)

    def _those_in(self, place: tuple[str, str, str], hashes: Sequence[str]) -> Select[Any]:
        dataset, entity, period = place
        columns = (_RECORD.dataset, _RECORD.entity, _RECORD.period, _RECORD.natural_key, _RECORD.id)
        return select(*columns).where(
            _RECORD.unit == self.unit,
            _RECORD.dataset == dataset,
            _RECORD.entity == entity,
            _RECORD.period == period,
            among(self.session, _RECORD.natural_key, hashes),
            _RECORD.natural_key.is_not(None),
            _RECORD.deleted.is_(False),
        )

    def move(self, keys: Mapping[Key, str | None]) -> None:
        """Keys that were given and taken away."""
        self.known.update(keys)
