"""The only door to the time of day; everything else is given an instant or a date.

Instants are aware UTC datetimes, days are ``date`` in Thailand's fixed +07:00 (Thailand has no summer time).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Protocol

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")


class Clock(Protocol):
    """Tells the present instant, aware and in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(tz=timezone.utc)  # noqa: TID251 - the one place that asks


class FixedClock:
    """A clock that stands still until it is told to move (``tour`` and tests)."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant.astimezone(timezone.utc)

    def now(self) -> datetime:
        return self._instant

    def advance(self, step: timedelta) -> None:
        self._instant += step


class ShiftedClock:
    """A clock that starts at a chosen instant and runs on (``demo``)."""

    def __init__(self, start: datetime, base: Clock) -> None:
        self._base = base
        self._shift = start - base.now()

    def now(self) -> datetime:
        return self._base.now() + self._shift


def bangkok_day(instant: datetime) -> date:
    """The day of an instant in Thailand."""
    return instant.astimezone(BANGKOK).date()
