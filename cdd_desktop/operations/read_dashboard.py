"""The dashboard of the own area, or of a part of it, from what was pulled last; works without a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.fiscal import first_day, fiscal_year_of
from cdd_desktop.reports.dashboard import Dashboard, Duty, Figures, build_dashboard
from cdd_desktop.store.facts import contacts_of, facts_of
from cdd_desktop.store.meta import Meta, read_meta


def read_dashboard(work: Work, fiscal_year: int | None = None, area: str | None = None) -> Dashboard:
    """All windows of a fiscal year (default: the running one) for the own office's area, or for one inside it.

    Every office of the area is there, whether or not it was ever heard from: a district stands alone, a province
    with its districts, the department with all. Raises ``RefusedError("area-outside")`` for another area,
    ``BadRequestError`` for unknown areas and years.
    """
    scope = work.unit if area is None else work.geography.unit(area)
    if not work.unit.covers(scope.code):
        raise RefusedError("area-outside", area=scope.code)
    year = fiscal_year if fiscal_year is not None else fiscal_year_of(work.today)
    duties = duties_of(work, scope)
    levels = {duty.unit.level for duty in duties}
    windows = [window for window in work.calendar.windows(year) if any(window.reported_by(level) for level in levels)]
    figures = Figures(facts_of(work.session, area_of(scope), year), work.now, last_pull(work))
    return build_dashboard(scope, duties, windows, figures, fiscal_year=year)


def duties_of(work: Work, scope: Unit) -> list[Duty]:
    """All offices of an area, since when they report, and when central last heard from them."""
    contacts = contacts_of(work.session, area_of(scope))
    usual = first_day(fiscal_year_of(work.today))
    duties = []
    for unit in _offices(work, scope):
        contact = contacts.get(unit.code)
        since = date.fromisoformat(contact.reports_from) if contact is not None and contact.reports_from else usual
        last = contact.last_contact_at if contact is not None else None
        if unit.code == work.unit.code:
            since, last = work.reports_from, last_pull(work)
        duties.append(Duty(unit, since, last))
    return duties


def _offices(work: Work, scope: Unit) -> Iterator[Unit]:
    if scope.level is UnitLevel.DISTRICT:
        yield scope
        return
    provinces = (scope,) if scope.level is UnitLevel.PROVINCE else work.geography.provinces()
    for province in provinces:
        yield province
        yield from work.geography.districts(province.code)


def area_of(scope: Unit) -> str:
    """What the codes of the offices in an area begin with."""
    return "" if scope.level is UnitLevel.DEPARTMENT else scope.code


def last_pull(work: Work) -> datetime | None:
    """When this machine last heard from central."""
    text = read_meta(work.session, Meta.LAST_CONTACT_AT)
    return datetime.fromisoformat(text) if text else None
