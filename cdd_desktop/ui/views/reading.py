"""What is read for a view: one answer of the store lane, with the books that tell it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from cdd_desktop.domain.fact import MoveFact
from cdd_desktop.domain.person import Person
from cdd_desktop.domain.unit import Unit
from cdd_desktop.ids import DatasetKey
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.read_indicators import IndicatorSheet, read_indicators
from cdd_desktop.operations.read_quality import QualitySheet, read_changes, read_quality
from cdd_desktop.operations.read_queue import QueueItem, read_queue
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.fiscal import fiscal_year_of
from cdd_desktop.reports.dashboard import Dashboard
from cdd_desktop.ui.views.request import ViewName, ViewRequest, wanted
from cdd_desktop.ui.views.telling import Books, books_of


@dataclass(frozen=True, slots=True)
class ViewMaterial:
    """What a view is made of: only what its kind needs is filled. ``person`` of ``unit`` asked at ``now``."""

    request: ViewRequest
    books: Books
    unit: Unit
    person: Person
    now: datetime
    dashboard: Dashboard | None = None
    quality: QualitySheet | None = None
    moves: tuple[MoveFact, ...] = ()
    sheets: tuple[IndicatorSheet, ...] = ()
    queue: tuple[QueueItem, ...] = ()


def read_view(work: Work, request: ViewRequest) -> ViewMaterial:
    """Raises what the reading operations raise: ``area-outside``, unknown areas, years and datasets."""
    area, year = request.area or None, request.fiscal_year
    held = ViewMaterial(request, books_of(work), work.unit, work.person, work.now)
    if request.name is ViewName.OVERVIEW:
        return replace(held, dashboard=read_dashboard(work, year, area))
    if request.name is ViewName.QUALITY:
        return _with_quality(held, read_quality(work, year, area))
    if request.name is ViewName.NEWS:
        return replace(held, dashboard=read_dashboard(work, None, area), moves=tuple(read_changes(work, area)))
    if request.name is ViewName.QUEUE:
        return replace(held, queue=read_queue(work))
    if request.name is ViewName.INDICATORS:
        return replace(held, sheets=(read_indicators(work, request.dataset, year, area),))
    return _read_monthly(work, held)


def this_month(request: ViewRequest, work: Work) -> ViewRequest:
    """The request with the month it is about: the running one unless it names one."""
    if request.period.startswith("m"):
        return request
    day = work.today
    return replace(request, fiscal_year=fiscal_year_of(day), period=f"m{day.month}")


def _read_monthly(work: Work, held: ViewMaterial) -> ViewMaterial:
    """Overview and quality of the year, and the indicators of every dataset that falls due in the month."""
    request = this_month(held.request, work)
    area = request.area or None
    quality = read_quality(work, request.fiscal_year, area)
    due = [window for window in quality.dashboard.windows if wanted(request, window, work.today, work.calendar)]
    datasets = dict.fromkeys(DatasetKey(window.dataset) for window in sorted(due, key=lambda each: each.number))
    sheets = tuple(read_indicators(work, dataset, request.fiscal_year, area) for dataset in datasets)
    return replace(_with_quality(held, quality), request=request, sheets=sheets)


def _with_quality(held: ViewMaterial, sheet: QualitySheet) -> ViewMaterial:
    return replace(held, dashboard=sheet.dashboard, quality=sheet)
