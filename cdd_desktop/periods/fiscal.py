"""The fiscal year: 1 October to 30 September, named by the Buddhist year it ends in."""

from __future__ import annotations

from datetime import date

from cdd_desktop.errors import BadRequestError

BUDDHIST_OFFSET = 543
FIRST_YEAR = 2560
LAST_YEAR = 2600


def fiscal_year_of(day: date) -> int:
    """The fiscal year (Buddhist era) a day lies in."""
    return day.year + BUDDHIST_OFFSET + (1 if day.month >= 10 else 0)


def quarter_of(day: date) -> int:
    """The quarter 1 to 4 of the fiscal year; October to December is the first."""
    return (day.month - 10) % 12 // 3 + 1


def first_day(fiscal_year: int) -> date:
    return date(fiscal_year - BUDDHIST_OFFSET - 1, 10, 1)


def last_day(fiscal_year: int) -> date:
    return date(fiscal_year - BUDDHIST_OFFSET, 9, 30)


def check_fiscal_year(fiscal_year: int) -> int:
    """The year itself when windows can be told for it, else ``BadRequestError("fiscal-year-range")``."""
    if not FIRST_YEAR <= fiscal_year <= LAST_YEAR:
        raise BadRequestError("fiscal-year-range", fiscal_year=fiscal_year, first=FIRST_YEAR, last=LAST_YEAR)
    return fiscal_year


def month_columns(fiscal_year: int) -> tuple[tuple[int, int], ...]:
    """The 13 (year, month) columns of a fiscal year's view, in the common era: October to the October after it.

    The thirteenth is there for OTOP sales of September, due on 10 October.
    """
    start = fiscal_year - BUDDHIST_OFFSET - 1
    return tuple((start + (9 + step) // 12, (9 + step) % 12 + 1) for step in range(13))


def month_column(fiscal_year: int, due_on: date) -> int:
    """Which of the 13 columns (0 to 12) a due date of that fiscal year's windows stands in."""
    start = first_day(fiscal_year)
    return (due_on.year - start.year) * 12 + due_on.month - start.month
