"""What the quality of an area's data is judged by, and what has changed there, from what was pulled last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.fact import MoveFact
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.forms.definition import Definition
from cdd_desktop.operations.read_dashboard import area_of, read_dashboard
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.fiscal import FIRST_YEAR
from cdd_desktop.reports.dashboard import Dashboard
from cdd_desktop.reports.quality import Evidence, Unusual, find_unusual
from cdd_desktop.store.facts import facts_of, moves_since, returns_of
from cdd_desktop.store.figures import count_unfigured, read_figures, read_list_facts

_YEARS_BACK = 3


@dataclass(frozen=True, slots=True)
class QualitySheet:
    """``left`` lists are still to be worked out (``refresh_facts``): their figures are not in it yet."""

    dashboard: Dashboard
    evidence: Evidence
    left: int


def read_quality(
    work: Work, fiscal_year: int | None = None, area: str | None = None, *, with_unusual: bool = True
) -> QualitySheet:
    """For a fiscal year and an area, as ``read_dashboard`` has them, raising what it raises.

    ``with_unusual`` looks for unusual figures as well, which reads three more years of them.
    """
    dashboard = read_dashboard(work, fiscal_year, area)
    year, prefix = dashboard.fiscal_year, area_of(dashboard.scope)
    facts = facts_of(work.session, prefix, year)
    unusual: list[Unusual] = []
    if with_unusual and dashboard.scope.level is not UnitLevel.DEPARTMENT:
        unusual = _unusual(work, dashboard.scope, year)
    evidence = Evidence(
        facts=facts,
        lists=read_list_facts(work.session, prefix, year - 1) | read_list_facts(work.session, prefix, year),
        returns=returns_of(work.session, prefix, year),
        received=facts_of(work.session, prefix, year - 1) | facts,
        unusual=unusual,
    )
    return QualitySheet(dashboard, evidence, count_unfigured(work.session))


def read_changes(work: Work, area: str | None = None) -> list[MoveFact]:
    """What happened to an area's submissions since yesterday morning, the newest first."""
    scope = work.unit if area is None else work.geography.unit(area)
    yesterday = datetime.combine(work.today - timedelta(days=1), time(), BANGKOK)
    return moves_since(work.session, area_of(scope), yesterday)


def _unusual(work: Work, scope: Unit, year: int) -> list[Unusual]:
    found: list[Unusual] = []
    for dataset in work.catalogue.datasets():
        definition = work.catalogue.newest(dataset)
        periods = [
            window.period
            for each in range(max(year - _YEARS_BACK, FIRST_YEAR), year + 1)
            for window in work.calendar.windows(each)
            if window.dataset == dataset
        ]
        names = summed_indicators(definition)
        every = read_figures(work.session, area_of(scope), dataset, periods, names, with_parts=False) if names else []
        found += find_unusual(definition.dataset, every, periods, year)
    return found


def summed_indicators(definition: Definition) -> list[str]:
    """Those that add up: neither shares nor means."""
    return [
        each.key
        for each in definition.indicators
        if each.formula is not None and not each.note and each.formula.per is None and not each.formula.mean
    ]
