"""The records a batch reads and changes: read by few statements, changed in memory, written at once.

The office's row is locked, so what was read of it stays true until the commit. What has been changed and not yet
written takes the place of the rows in everything that is read here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from cdd_desktop.central.holding.merge import Held, clock_from_json, clock_to_json
from cdd_desktop.central.tables.bulk import among, insert_tuples, table_of
from cdd_desktop.central.tables.rows import RecordRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.record import Content

_TABLE = table_of(RecordRow)
_COLUMNS = tuple(column.name for column in _TABLE.columns)
_LOOKED_AT = ("id", "entity", "period", "content", "register", "done", "errors", "warnings")
_WITHOUT_CLOCK = tuple(name for name in _COLUMNS if name != "clock")
_ALL = attrgetter(*_COLUMNS)
_LIVE = select(*(_TABLE.c[name] for name in _LOOKED_AT)).where(
    _TABLE.c.unit == bindparam("at_unit"),
    _TABLE.c.dataset == bindparam("at_dataset"),
    _TABLE.c.period.in_(bindparam("at_periods", expanding=True)),
    _TABLE.c.deleted.is_(False),
)
_LIVE_OF_KIND = _LIVE.where(_TABLE.c.entity == bindparam("at_entity"))
_CHANGING = tuple(name for name in _COLUMNS if name not in ("id", "unit", "dataset", "entity", "period"))


@dataclass(slots=True, kw_only=True)
class StoredRecord:
    """A record as its row has it (``rows.RecordRow``): ``content`` is sealed. ``opened`` is the content in clear once
    somebody asked; ``was`` the revision in the database, 0 while it is not there; ``counted`` and ``held_key`` the
    digest and the natural key there."""

    id: str
    unit: str
    dataset: str
    entity: str
    period: str
    form: int = 0
    rev: int = 0
    code: str = ""
    deleted: bool = False
    content: dict[str, Any] = field(default_factory=dict)
    clock: list[Any] = field(default_factory=list)
    natural_key: str | None = None
    register: str = ""
    done: bool = False
    errors: int = 0
    warnings: int = 0
    digest: str = ""
    updated_at: str = ""
    opened: Content | None = None
    was: int = 0
    counted: str = ""
    held_key: str | None = None

    @property
    def identity(self) -> tuple[str, str, str, str]:
        return self.unit, self.dataset, self.entity, self.period

    def held(self, vault: Vault) -> Held:
        """What a merge wants to know of it."""
        return Held(self.rev, self.open(vault), clock_from_json(self.clock), self.deleted)

    def open(self, vault: Vault) -> Content:
        """The content in clear; not to be changed."""
        if self.opened is None:
            self.opened = vault.open(self.content)
        return self.opened

    def take(self, held: Held, content: dict[str, Any]) -> None:
        """Becomes what a merge made of it; ``content`` is the sealed one."""
        self.rev, self.deleted, self.opened = held.rev, held.deleted, held.content
        self.content, self.clock = content, clock_to_json(held.clock)


class Line(NamedTuple):
    """What the counts of a submission want to know of one of its records."""

    id: str
    register: str
    done: bool
    errors: int
    warnings: int


@dataclass(slots=True)
class Holdings:
    """The records of one batch. ``changed``: those that have become others, by id."""

    session: Session
    vault: Vault
    changed: dict[str, StoredRecord] = field(default_factory=dict)
    _found: dict[str, StoredRecord | None] = field(default_factory=dict)
    _lists: dict[tuple[object, ...], list[StoredRecord]] = field(default_factory=dict)

    def find(self, ids: Iterable[str]) -> None:
        """Read these records whole, those that are not there too, so that ``get`` knows them."""
        missing = list(dict.fromkeys(record for record in ids if record not in self._found))
        self._found.update(dict.fromkeys(missing))
        if missing:
            wanted = among(self.session, _TABLE.c.id, missing)
            self._found.update((row.id, row) for row in self._select(_COLUMNS, wanted))

    def get(self, record: str) -> StoredRecord | None:
        """A record as it is now; None when there is none."""
        if record not in self._found:
            self.find([record])
        return self._found[record]

    def note(self, record: StoredRecord) -> None:
        """A record has become another."""
        self._found[record.id] = self.changed[record.id] = record

    def some(self, ids: Collection[str]) -> dict[str, StoredRecord]:
        """Those of these records that there are, to look at; of any office."""
        known = {record: self._found[record] for record in ids if record in self._found}
        found = {record: row for record, row in known.items() if row is not None}
        missing = [record for record in ids if record not in known]
        if missing:
            wanted = among(self.session, _TABLE.c.id, missing)
            found.update((row.id, row) for row in self._select(_WITHOUT_CLOCK, wanted))
        return found

    def live(self, unit: str, dataset: str, periods: Collection[str], entity: str = "") -> list[StoredRecord]:
        """The live records of an office's dataset in some periods ("" for register entries), by id, to look at."""
        place = (unit, dataset, frozenset(periods), entity)
        if place not in self._lists:
            query = _LIVE_OF_KIND if entity else _LIVE
            self._lists[place] = list(self._look(query, unit, dataset, periods, entity))
        return self._with_changes(self._lists[place], place)

    def lines(self, unit: str, dataset: str, periods: Collection[str]) -> list[Line]:
        """The same records as ``live`` without their contents."""
        changed = self._with_changes((), (unit, dataset, frozenset(periods), ""))
        rows = self.session.connection().execute(_LINES, _place(unit, dataset, periods)).all()
        found = [Line(*row) for row in rows if row[0] not in self.changed]
        found += [Line(row.id, row.register, row.done, row.errors, row.warnings) for row in changed]
        return sorted(found)

    def naming(
        self, place: tuple[str, str, str], periods: Collection[str], registers: Sequence[str]
    ) -> list[StoredRecord]:
        """Of ``live`` those of an (unit, dataset, entity) that name one of these register entries."""
        unit, dataset, entity = place
        query = _LIVE_OF_KIND.where(among(self.session, _TABLE.c.register, registers))
        rows = self._look(query, unit, dataset, periods, entity)
        found = self._with_changes(rows, (unit, dataset, frozenset(periods), entity))
        return [row for row in found if row.register in set(registers)]

    def write(self) -> None:
        """Put everything that has changed into its row: the compare-and-set is in the update. Call it once.

        Raises ``StaleDataError`` when somebody else has written one of them.
        """
        new = [record for record in self.changed.values() if not record.was]
        old = [record for record in self.changed.values() if record.was]
        connection = self.session.connection()
        given_up = {record.held_key: record.id for record in old if record.held_key != record.natural_key}
        passed_on = [given_up[record.natural_key] for record in (*new, *old) if record.natural_key in given_up]
        if passed_on:  # a key is free before the other one takes it
            wanted = among(self.session, _TABLE.c.id, passed_on)
            connection.execute(update(_TABLE).where(wanted).values(natural_key=None))
        if old:
            rows = [
                {"of": record.id, "was": record.was, **{name: getattr(record, name) for name in _CHANGING}}
                for record in old
            ]
            if connection.execute(_UPDATE, rows).rowcount != len(rows):
                raise StaleDataError("somebody else has written a record")
        insert_tuples(self.session, RecordRow, [_ALL(record) for record in new])

    def _select(self, columns: Sequence[str], *wanted: ColumnElement[bool]) -> Iterator[StoredRecord]:
        query = select(*(_TABLE.c[name] for name in columns)).where(*wanted)
        for row in self.session.connection().execute(query).all():  # all at once takes a third of one by one
            record = StoredRecord(**dict(zip(columns, row, strict=True)))
            record.was, record.counted, record.held_key = record.rev, record.digest, record.natural_key
            yield record

    def _look(
        self, query: Select[Any], unit: str, dataset: str, periods: Collection[str], entity: str
    ) -> Iterator[StoredRecord]:
        """Records of an office's dataset with what those who only look at them want."""
        found = self.session.connection().execute(query, _place(unit, dataset, periods, entity)).all()
        for record, entity, period, content, register, done, errors, warnings in found:
            yield StoredRecord(
                id=record,
                unit=unit,
                dataset=dataset,
                entity=entity,
                period=period,
                content=content,
                register=register,
                done=done,
                errors=errors,
                warnings=warnings,
            )

    def _with_changes(
        self, rows: Iterable[StoredRecord], place: tuple[str, str, frozenset[str], str]
    ) -> list[StoredRecord]:
        unit, dataset, periods, entity = place
        found = {row.id: row for row in rows if row.id not in self.changed}
        for row in self.changed.values():
            here = row.unit == unit and row.dataset == dataset and row.period in periods
            if here and not row.deleted and entity in ("", row.entity):
                found[row.id] = row
        return [found[record] for record in sorted(found)]


_LINES = _LIVE.with_only_columns(*(_TABLE.c[name] for name in Line._fields))
_UPDATE = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("of"), _TABLE.c.rev == bindparam("was"))
    .values({name: bindparam(name) for name in _CHANGING})
)


def _place(unit: str, dataset: str, periods: Collection[str], entity: str = "") -> dict[str, Any]:
    """Where the statements on live records look."""
    place: dict[str, Any] = {"at_unit": unit, "at_dataset": dataset, "at_periods": sorted(periods)}
    return {**place, "at_entity": entity} if entity else place
