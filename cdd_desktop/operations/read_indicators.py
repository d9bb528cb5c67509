"""The indicators of a dataset over an area and a fiscal year, from the facts of frozen lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.definition import Definition, Indicator
from cdd_desktop.forms.list_facts import AGES, UnitSums
from cdd_desktop.operations.read_dashboard import area_of, duties_of, last_pull
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.fiscal import FIRST_YEAR, fiscal_year_of
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.indicators import IndicatorTable, Sources, build_table
from cdd_desktop.store.facts import facts_of
from cdd_desktop.store.figures import count_unfigured, read_figures


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """A dataset's figures for an area and a year. ``groups`` are the area and its rows, each with its offices;
    ``ages`` heads by sex and decade in the newest lists (``forms.list_facts``) of ``ages_of`` offices, empty for other
    datasets; ``left`` lists are still to be worked out."""

    scope: Unit
    definition: Definition
    fiscal_year: int
    windows: tuple[Window, ...]
    groups: tuple[tuple[Unit, tuple[str, ...]], ...]
    sources: Sources
    ages: Mapping[str, int]
    ages_of: Share
    pulled_at: datetime | None
    left: int

    def table(self, indicator: Indicator) -> IndicatorTable:
        """One of its indicators."""
        return build_table(self.definition, indicator, self.windows, self.groups, self.sources)

    def indicators(self) -> tuple[Indicator, ...]:
        """Those that records alone can tell."""
        return tuple(each for each in self.definition.indicators if each.formula is not None and not each.note)


def read_indicators(
    work: Work, dataset: str, fiscal_year: int | None = None, area: str | None = None
) -> IndicatorSheet:
    """Raises ``RefusedError("area-outside")``, ``BadRequestError`` for unknown datasets, areas and years."""
    scope = work.unit if area is None else work.geography.unit(area)
    if not work.unit.covers(scope.code):
        raise RefusedError("area-outside", area=scope.code)
    year = fiscal_year if fiscal_year is not None else fiscal_year_of(work.today)
    definition = work.catalogue.newest(dataset)
    windows = tuple(window for window in work.calendar.windows(year) if window.dataset == dataset)
    before = [work.calendar.year_earlier(window) for window in windows] if year > FIRST_YEAR else []
    duties = [duty for duty in duties_of(work, scope) if any(window.reported_by(duty.unit.level) for window in windows)]
    prefix = area_of(scope)
    sums = read_figures(work.session, prefix, dataset, [window.period for window in windows])
    earlier = read_figures(work.session, prefix, dataset, [window.period for window in before], with_parts=False)
    sources = Sources(
        sums=sums,
        before=earlier,
        offices={duty.unit.code: duty.reports_from for duty in duties},
        today=work.today,
        earlier={window.period: then.period for window, then in zip(windows, before, strict=False)},
        nil=frozenset(
            (key.unit, key.period)
            for key, fact in facts_of(work.session, prefix, year).items()
            if key.dataset == dataset and fact.received and fact.nil
        ),
    )
    ages, counted = _ages(sums)
    return IndicatorSheet(
        scope=scope,
        definition=definition,
        fiscal_year=year,
        windows=windows,
        groups=_groups(work, scope, [duty.unit for duty in duties]),
        sources=sources,
        ages=ages,
        ages_of=Share(counted, len(duties)),
        pulled_at=last_pull(work),
        left=count_unfigured(work.session),
    )


def _groups(work: Work, scope: Unit, offices: Sequence[Unit]) -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    """The area with all its offices, then its rows: provinces for the department, else the offices."""
    codes = tuple(unit.code for unit in offices)
    if scope.level is not UnitLevel.DEPARTMENT:
        return ((scope, codes), *((unit, (unit.code,)) for unit in offices))
    provinces = {code[:2]: work.geography.unit(code[:2]) for code in codes}
    rows = ((unit, tuple(code for code in codes if code[:2] == key)) for key, unit in provinces.items())
    return ((scope, codes), *rows)


def _ages(sums: Sequence[UnitSums]) -> tuple[dict[str, int], int]:
    """Of every office its newest list; and of how many offices there is one."""
    newest: dict[str, UnitSums] = {}
    for one in sorted(sums, key=lambda one: one.period):
        if one.indicator == AGES:
            newest[one.unit] = one
    found: dict[str, int] = {}
    for one in newest.values():
        for part, heads in one.sums.parts.items():
            found[part] = found.get(part, 0) + heads
    return found, len(newest)
