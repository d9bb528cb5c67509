"""Which submissions an office owes."""

from __future__ import annotations

from datetime import date

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.periods.calendar import Calendar
from cdd_desktop.periods.fiscal import FIRST_YEAR, LAST_YEAR, fiscal_year_of


def expected_windows(calendar: Calendar, level: UnitLevel, reports_from: date, as_of: date) -> tuple[Window, ...]:
    """Windows of a level with ``reports_from`` ≤ ``due_on`` ≤ ``as_of``, over all fiscal years, oldest first.

    The last window of a fiscal year falls due in the next one, so the year before ``reports_from`` counts too.
    """
    first = max(fiscal_year_of(reports_from) - 1, FIRST_YEAR)
    last = min(fiscal_year_of(as_of), LAST_YEAR)
    return tuple(
        window
        for year in range(first, last + 1)
        for window in calendar.windows_of(level, year)
        if is_expected(window, reports_from, as_of)
    )


def is_expected(window: Window, reports_from: date, as_of: date) -> bool:
    """Whether a window that an office reports in counts as expected on a day."""
    return reports_from <= window.due_on <= as_of
