"""Which view of a supervisor is meant, of which area, year and part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cdd_desktop.domain.period import Window
from cdd_desktop.errors import BadRequestError
from cdd_desktop.periods.calendar import Calendar
from cdd_desktop.periods.fiscal import BUDDHIST_OFFSET, month_column
from cdd_desktop.reports.dashboard import begun, quarter_shown
from cdd_desktop.reports.view import Sorting


class ViewName(StrEnum):
    """The views there are; ``MONTHLY`` is a province's report of a month, made of several of them."""

    OVERVIEW = "overview"
    QUALITY = "quality"
    INDICATORS = "indicators"
    NEWS = "news"
    QUEUE = "queue"
    MONTHLY = "monthly"


def screen_of(name: ViewName) -> str:
    """The screen that shows a view."""
    return "dashboard" if name in (ViewName.OVERVIEW, ViewName.MONTHLY) else name.value


BEGUN, WHOLE_YEAR = "begun", "year"
_WORD = re.compile(r"(\d{4})(?:-(q[1-4]|m(?:[1-9]|1[0-2])))?")
_FIRST_MONTH = 10  # of a fiscal year


@dataclass(frozen=True, slots=True)
class ViewRequest:
    """``area`` is a unit's code ("" for the own), ``office`` one office of it in detail. ``period`` is a part of the
    fiscal year: ``begun`` (until today), ``year``, ``q1`` to ``q4`` by due dates, ``m1`` to ``m12`` due in a month of
    the calendar. ``bureau`` and ``state`` narrow the overview as on screen; ``dataset`` and ``indicator`` ("" for all
    of them) are those of the indicators, ``order`` the offices of the overview, or the reports of the queue, as on
    screen, () as they come; ``sorting`` are tables that somebody has ordered.
    """

    name: ViewName
    area: str = ""
    fiscal_year: int | None = None
    period: str = BEGUN
    office: str = ""
    bureau: str = ""
    state: str = ""
    dataset: str = ""
    indicator: str = ""
    order: tuple[str, ...] = ()
    sorting: tuple[Sorting, ...] = ()


def read_period(text: str) -> tuple[int, str]:
    """A fiscal year and its part as typed: ``2561``, ``2561-q2``, ``2561-m3``.

    Raises ``BadRequestError("report-period")``.
    """
    match = _WORD.fullmatch(text.strip())
    if match is None:
        raise BadRequestError("report-period", period=text)
    return int(match[1]), match[2] or WHOLE_YEAR


def first_of_month(fiscal_year: int, period: str) -> date:
    """The first day of month ``m1`` to ``m12`` of a fiscal year: October to December stand in the year before."""
    month = int(period.removeprefix("m"))
    return date(fiscal_year - BUDDHIST_OFFSET - (month >= _FIRST_MONTH), month, 1)


def wanted(request: ViewRequest, window: Window, today: date, calendar: Calendar) -> bool:
    """Whether a window is in the part of the year, and of the bureau, that is asked for."""
    if request.bureau and calendar.dataset(window.dataset, window.fiscal_year).bureau != request.bureau:
        return False
    if request.period == BEGUN:
        return begun(window, today)
    if request.period.startswith("m"):
        return request.period == f"m{_month_shown(window)}"
    return request.period == WHOLE_YEAR or request.period == f"q{quarter_shown(window)}"


def _month_shown(window: Window) -> int:
    """The month of the calendar a window's due date stands in; the 13th of a fiscal year belongs to its September."""
    column = min(month_column(window.fiscal_year, window.due_on), 11)
    return (column + _FIRST_MONTH - 1) % 12 + 1
