"""What rules see beside a record, read from central's tables as the desktop reads it from its own.

Earlier periods come from the frozen lists in force; a period without one falls back on its records, except for
things that keep one id over time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.holding.records import Holdings, StoredRecord
from cdd_desktop.central.tables.bulk import among
from cdd_desktop.central.tables.rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Entity
from cdd_desktop.geography import geography
from cdd_desktop.ids import RecordId
from cdd_desktop.periods.fiscal import FIRST_YEAR, LAST_YEAR, fiscal_year_of

STEPS_BACK = 3
_IN_FORCE = select(SubmissionRow.period, SubmissionRow.certification).where(
    SubmissionRow.unit == bindparam("unit"),
    SubmissionRow.dataset == bindparam("dataset"),
    SubmissionRow.period.in_(bindparam("periods", expanding=True)),
    SubmissionRow.certification != "",
)
_Key = tuple[object, ...]
_Past = Mapping[_Key, Related | None]


@dataclass(frozen=True, slots=True)
class Library:
    """The open session with what is needed to read it."""

    session: Session
    vault: Vault
    books: Books
    holdings: Holdings


class Thing(NamedTuple):
    """A record to be judged: its id, its opened content, and the register entry it names ("" for none)."""

    id: str
    content: Content
    register: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The contexts of some records of one kind in one round."""

    entity: Entity
    submission: SubmissionContext
    register: Mapping[str, Related]
    back: tuple[_Past, ...]
    year: _Past

    def context(self, thing: Thing) -> Context:
        if not (self.year or any(self.back)):
            return Context(submission=self.submission, register=self.register.get(thing.register))
        key = _match_key(self.entity, thing.id, thing.content)
        return Context(
            submission=self.submission,
            register=self.register.get(thing.register),
            prev_year=self.year.get(key),
            past=tuple(past.get(key) for past in self.back),
        )


def submission_context(books: Books, unit: str, window: Window, today: date) -> SubmissionContext:
    """The round of a window at an office on a day."""
    tambons, counts = _area(unit)
    return SubmissionContext(
        fiscal_year=window.fiscal_year,
        period_key=window.key,
        period_start=window.data_start,
        period_end=window.data_end,
        prev_period_end=books.calendar.previous(window).data_end,
        opens_on=window.opens_on,
        due_on=window.due_on,
        today=today,
        unit_level=geography().unit(unit).level,
        unit_code=geography().unit(unit).code,
        unit_tambons=tambons,
        tambon_counts=counts,
    )


def current_window(books: Books, dataset: str, today: date) -> Window:
    """The dataset's window that falls due next; register entries are judged by it outside a round."""
    year = min(max(fiscal_year_of(today), FIRST_YEAR), LAST_YEAR)
    windows = [window for window in books.calendar.windows(year) if window.dataset == dataset]
    return next((window for window in windows if window.due_on >= today), windows[-1])


def read_surroundings(
    library: Library, entity: Entity, submission: SubmissionContext, window: Window, things: Sequence[Thing]
) -> Surroundings:
    """Read at once what these records of one kind need."""
    calendar = library.books.calendar
    back = [calendar.previous(window, step).period for step in range(1, STEPS_BACK + 1)]
    year = calendar.year_earlier(window).period
    past = _read_past(library, entity, submission.unit_code, window.dataset, {*back, year}, things)
    return Surroundings(
        entity,
        submission,
        _read_register(library, entity, submission.unit_code, {thing.register for thing in things if thing.register}),
        tuple(past.get(period, {}) for period in back),
        past.get(year, {}),
    )


def read_period(library: Library, entity: Entity, key: SubmissionKey, period: str) -> list[Related]:
    """Everything of an entity a unit reported in one period: its frozen list, or its records where there is none."""
    frozen = _lists_in_force(library.session, key.unit, key.dataset, {period}).get(period)
    if frozen is not None:
        query = select(CertifiedEntryRow).where(
            CertifiedEntryRow.certification == frozen, CertifiedEntryRow.entity == entity.key
        )
        entries = library.session.scalars(query.order_by(CertifiedEntryRow.position))
        return [Related(RecordId(entry.record), library.vault.open(entry.content)) for entry in entries]
    if "id" in entity.previous:
        return []
    rows = library.holdings.live(key.unit, key.dataset, {period}, entity.key)
    return [Related(RecordId(row.id), row.open(library.vault)) for row in rows]


@lru_cache(maxsize=1024)
def _area(unit: str) -> tuple[tuple[str, ...], Mapping[str, int]]:
    office = geography().unit(unit)
    if office.level is UnitLevel.DEPARTMENT:
        return (), {}
    areas = [office.province, *(district.code for district in geography().districts(office.province))]
    counts: dict[str, int] = {area: geography().tambon_count(area) for area in areas}
    return tuple(tambon.code for tambon in geography().tambons(office.code)), counts


def _read_register(library: Library, entity: Entity, unit: str, ids: set[str]) -> dict[str, Related]:
    """Register entries by id. The live ones of their kind come all together: the counts of the round want them too."""
    found: dict[str, StoredRecord] = {}
    if ids and entity.register and entity.register_dataset:
        rows = library.holdings.live(unit, entity.register_dataset, ("",), entity.register)
        found = {row.id: row for row in rows if row.id in ids}
    found.update(library.holdings.some(sorted(ids - found.keys())))
    return {name: Related(RecordId(name), row.open(library.vault)) for name, row in found.items()}


def _read_past(
    library: Library, entity: Entity, unit: str, dataset: str, periods: set[str], things: Sequence[Thing]
) -> dict[str, dict[_Key, Related | None]]:
    """The same things by period; two that match count as none."""
    if not entity.previous or not things:
        return {}
    by_id = "id" in entity.previous
    names = sorted({thing.id if by_id else thing.register for thing in things})
    held: dict[str, dict[_Key, Related | None]] = {}

    def put(period: str, record: str, content: Content) -> None:
        key = _match_key(entity, record, content)
        index = held.setdefault(period, {})
        index[key] = None if key in index else Related(RecordId(record), content)

    frozen = _lists_in_force(library.session, unit, dataset, periods)
    if frozen:
        column = CertifiedEntryRow.record if by_id else CertifiedEntryRow.register
        query = (
            select(CertificationRow.period, CertifiedEntryRow.record, CertifiedEntryRow.content)
            .join(CertificationRow, CertificationRow.id == CertifiedEntryRow.certification)
            .where(CertificationRow.id.in_(frozen.values()), CertifiedEntryRow.entity == entity.key)
            .where(among(library.session, column, names))
        )
        for period, record, content in library.session.execute(query):
            put(period, record, library.vault.open(content))
    rest = periods - frozen.keys()
    if rest and not by_id:
        for row in library.holdings.naming((unit, dataset, str(entity.key)), rest, names):
            put(row.period, row.id, row.open(library.vault))
    return held


def _lists_in_force(session: Session, unit: str, dataset: str, periods: set[str]) -> dict[str, str]:
    """Period → certification."""
    places = {"unit": unit, "dataset": dataset, "periods": list(periods)}
    return {row[0]: row[1] for row in session.execute(_IN_FORCE, places)}


def _match_key(entity: Entity, record: str, content: Content) -> _Key:
    values = (record if name == "id" else content.get(name) for name in entity.previous)
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
