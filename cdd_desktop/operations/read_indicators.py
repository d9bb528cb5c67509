"""The indicators of a dataset over an area and a fiscal year, from the facts of frozen lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.formula import Indicator
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import AGES, UnitSums
from cdd_desktop.operations.read_dashboard import area_of, duties_of, last_pull
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.fiscal import FIRST_YEAR, fiscal_year_of
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.dashboard import Duty
from cdd_desktop.reports.indicators import IndicatorTable, Sources, build_table
from cdd_desktop.reports.wider import LEADERS, Around, widen
from cdd_desktop.store.facts import facts_of
from cdd_desktop.store.figures import count_unfigured, read_figures, read_list_facts


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
    wider: tuple[Indicator, ...]
    ages: Mapping[str, int]
    ages_of: Share
    pulled_at: datetime | None
    left: int

    def table(self, indicator: Indicator) -> IndicatorTable:
        """One of its indicators."""
        return build_table(self.definition, indicator, self.windows, self.groups, self.sources)

    def indicators(self) -> tuple[Indicator, ...]:
        """Those that records alone can tell, then those that take more (``reports.wider``)."""
        own = tuple(each for each in self.definition.indicators if each.formula is not None and not each.note)
        return (*own, *self.wider)


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
    sources, wider = _sources(work, definition, (windows, before), duties, area_of(scope))
    ages, counted = _ages(sources.sums)
    return IndicatorSheet(
        scope=scope,
        definition=definition,
        fiscal_year=year,
        windows=windows,
        groups=_groups(work, scope, [duty.unit for duty in duties]),
        sources=sources,
        wider=tuple(indicator for indicator, _ in wider),
        ages=ages,
        ages_of=Share(counted, len(duties)),
        pulled_at=last_pull(work),
        left=count_unfigured(work.session),
    )


def _sources(
    work: Work,
    definition: Definition,
    windows: tuple[Sequence[Window], Sequence[Window]],
    duties: Sequence[Duty],
    area: str,
) -> tuple[Sources, list[tuple[Indicator, list[UnitSums]]]]:
    """The sums of a dataset's windows and of those a year before, and what is told out of them (``reports.wider``)."""
    dataset, (now, before) = definition.dataset, windows
    year = now[0].fiscal_year if now else fiscal_year_of(work.today)
    sums = read_figures(work.session, area, dataset, [window.period for window in now])
    earlier = read_figures(work.session, area, dataset, [window.period for window in before], with_parts=False)
    year_before: dict[str, str] = {window.period: then.period for window, then in zip(now, before, strict=False)}
    facts = [fact for key, fact in facts_of(work.session, area, year).items() if key.dataset == dataset]
    received = frozenset((fact.key.unit, fact.key.period) for fact in facts if fact.received)
    nil = frozenset((fact.key.unit, fact.key.period) for fact in facts if fact.received and fact.nil)
    heads = _of_leaders(work, area, year, "leaders_by_type") if dataset in LEADERS else {}
    places = _of_leaders(work, area, year, "village_complete") if dataset in LEADERS else {}
    around = Around(
        sums=sums,
        earlier=earlier,
        before={window.period: work.calendar.previous(window).period for window in now},
        year_before=year_before,
        lists={key: one for key, one in read_list_facts(work.session, area, year).items() if key.dataset == dataset},
        nil=nil,
        leaders={unit: one.parts.get("leader_volunteer", 0) for unit, one in heads.items()},
        villages={unit: one.per or 0 for unit, one in places.items()},
    )
    wider = widen(definition, around)
    told = {indicator.key for indicator, _ in wider}
    sources = Sources(
        sums=[*(one for one in sums if one.indicator not in told), *(one for _, more in wider for one in more)],
        before=earlier,
        offices={duty.unit.code: duty.reports_from for duty in duties},
        today=work.today,
        earlier=year_before,
        nil=nil,
        received=received,
    )
    return sources, wider


def _groups(work: Work, scope: Unit, offices: Sequence[Unit]) -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    """The area with all its offices, then its rows: provinces for the department, else the offices."""
    codes = tuple(unit.code for unit in offices)
    if scope.level is not UnitLevel.DEPARTMENT:
        return ((scope, codes), *((unit, (unit.code,)) for unit in offices))
    provinces = {code[:2]: work.geography.unit(code[:2]) for code in codes}
    rows = ((unit, tuple(code for code in codes if code[:2] == key)) for key, unit in provinces.items())
    return ((scope, codes), *rows)


def _of_leaders(work: Work, area: str, year: int, indicator: str) -> dict[str, Sums]:
    """An indicator of the register of leaders by office, of the newest list of this year and the one before."""
    years = range(max(year - 1, FIRST_YEAR), year + 1)
    periods = [window.period for each in years for window in work.calendar.windows(each) if window.dataset == "leader"]
    found = read_figures(work.session, area, "leader", periods, [indicator])
    return {one.unit: one.sums for one in sorted(found, key=lambda one: one.period)}


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
