"""What rules see beside a record: the round, the register entry, and the same thing in earlier periods.

Earlier periods are read from the frozen lists in force; a period without one (never certified, or certified on another
machine of the office) falls back on its records. Register entries and applications keep one id over time, so their
past is their frozen state only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import bindparam, select

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Entity
from cdd_desktop.geography import Geography
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.work import Work
from cdd_desktop.store.certified import certified_in_force
from cdd_desktop.store.records import period_rows, records_of_entry
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submission_rows import CertificationRow, SubmissionRow

STEPS_BACK = 3
_FROZEN = (
    select(SubmissionRow.period)
    .join(CertificationRow, CertificationRow.id == SubmissionRow.certification_id)
    .where(
        SubmissionRow.unit == bindparam("unit"),
        SubmissionRow.dataset == bindparam("dataset"),
        SubmissionRow.period.in_(bindparam("periods", expanding=True)),
    )
)
MatchKey = tuple[object, ...]


def submission_context(
    work: Work, window: Window, *, today: date | None = None, unit: Unit | None = None
) -> SubmissionContext:
    """The round of a window at this office, or at another one. ``today`` is the day stored with a certification, else
    the present one."""
    unit = unit or work.unit
    tambons, counts = _area(work.geography, unit)
    return SubmissionContext(
        fiscal_year=window.fiscal_year,
        period_key=window.key,
        period_start=window.data_start,
        period_end=window.data_end,
        prev_period_end=work.calendar.previous(window).data_end,
        opens_on=window.opens_on,
        due_on=window.due_on,
        today=today or work.today,
        unit_level=unit.level,
        unit_code=unit.code,
        unit_tambons=tambons,
        tambon_counts=counts,
    )


@lru_cache(maxsize=8)
def _area(geography: Geography, unit: Unit) -> tuple[tuple[str, ...], Mapping[str, int]]:
    if unit.level is UnitLevel.DEPARTMENT:
        return (), {}
    areas = [unit.province, *(district.code for district in geography.districts(unit.province))]
    counts: dict[str, int] = {area: geography.tambon_count(area) for area in areas}
    return tuple(tambon.code for tambon in geography.tambons(unit.code)), counts


@dataclass(frozen=True, slots=True)
class Past:
    """The same things in earlier periods: ``back[0]`` is one step back; ``year`` the period a year earlier."""

    entity: Entity
    back: tuple[Mapping[MatchKey, Related | None], ...]
    year: Mapping[MatchKey, Related | None]

    def beside(self, base: Context, record_id: str, content: Content) -> Context:
        """The context with what this record was before. Two matches count as none."""
        if not (self.year or any(self.back)):
            return base
        key = _match_key(self.entity, record_id, content)
        past = tuple(period.get(key) for period in self.back)
        return Context(base.submission, base.register, self.year.get(key), past)


def read_past(work: Work, entity: Entity, window: Window, *, register_id: str | None = None) -> Past:
    """The past of all things of an entity, or of those of one register entry."""
    if not entity.previous:
        return Past(entity, ({},) * STEPS_BACK, {})
    back = [work.calendar.previous(window, step).period for step in range(1, STEPS_BACK + 1)]
    year = work.calendar.year_earlier(window).period
    held = _read_periods(work, entity, window.dataset, {*back, year}, register_id)
    found = {period: _indexed(entity, held.get(period, ())) for period in (*back, year)}
    return Past(entity, tuple(found[period] for period in back), found[year])


def held_in(work: Work, entity: Entity, dataset: str, period: str) -> list[Related]:
    """Everything of an entity in one earlier period: its frozen list, or its records where there is none."""
    return _read_periods(work, entity, dataset, {period}, None).get(period, [])


def related(row: RecordRow | None) -> Related | None:
    return None if row is None else Related(RecordId(row.id), row.content)


def _read_periods(
    work: Work, entity: Entity, dataset: str, periods: set[str], register_id: str | None
) -> dict[str, list[Related]]:
    frozen = _frozen_periods(work, dataset, periods)
    held: dict[str, list[Related]] = {}
    lists = certified_in_force(work.session, work.unit.code, dataset, frozen, register_id=register_id) if frozen else ()
    for entry in lists:
        if entry.entity == entity.key:
            held.setdefault(entry.period, []).append(Related(RecordId(entry.record_id), entry.content))
    rest = periods - frozen
    if rest and "id" not in entity.previous:
        for row in _live(work, dataset, rest, register_id):
            if row.entity == entity.key:
                held.setdefault(row.period, []).append(Related(RecordId(row.id), row.content))
    return held


def _live(work: Work, dataset: str, periods: Iterable[str], register_id: str | None) -> Sequence[RecordRow]:
    if register_id is not None:
        return records_of_entry(work.session, register_id, periods)
    return period_rows(work.session, work.unit.code, dataset, periods)


def _frozen_periods(work: Work, dataset: str, periods: set[str]) -> set[str]:
    place = {"unit": work.unit.code, "dataset": dataset, "periods": tuple(periods)}
    return set(work.session.scalars(_FROZEN, place))


def _indexed(entity: Entity, things: Iterable[Related]) -> dict[MatchKey, Related | None]:
    index: dict[MatchKey, Related | None] = {}
    for thing in things:
        key = _match_key(entity, thing.id, thing.content)
        index[key] = None if key in index else thing
    return index


def _match_key(entity: Entity, record_id: str, content: Content) -> MatchKey:
    return tuple(record_id if field == "id" else _hashable(content.get(field)) for field in entity.previous)


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
