"""Public holidays as data: a file of years, replaced year by year by newer files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from cdd_desktop.errors import BadRequestError


class Holiday(msgspec.Struct, frozen=True):
    """A day on which offices are closed, beside weekends."""

    on: date
    name_th: str
    name_en: str


class Holidays(msgspec.Struct, frozen=True):
    """Holidays by common-era year ("2018"). A year that is absent is unknown, an empty list says there are none."""

    kind: Literal["holidays"]
    format: Literal[1]
    revision: Annotated[int, Meta(ge=1)]
    source: str
    years: dict[str, tuple[Holiday, ...]]


class OfficeDays(msgspec.Struct, frozen=True):
    """What one office changed for itself: days it added, and days of the program's own file that do not count there."""

    added: tuple[Holiday, ...] = ()
    removed: tuple[date, ...] = ()


class DaySource(StrEnum):
    """Who named a day off."""

    CENTRAL = "central"
    PROGRAM = "program"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off and who named it."""

    holiday: Holiday
    source: DaySource


def read_office_days(text: str) -> OfficeDays:
    """The office's own days from the text they are kept as; none from ""."""
    return msgspec.json.decode(text, type=OfficeDays) if text else OfficeDays()


def write_office_days(days: OfficeDays) -> str:
    return msgspec.json.encode(days).decode()


def read_holidays(text: str) -> Holidays:
    """Holidays from the text of their file; ``BadRequestError("holidays-unreadable")`` when it is not sound."""
    try:
        holidays = msgspec.json.decode(text, type=Holidays)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise BadRequestError("holidays-unreadable", reason=str(error)) from error
    for year, days in holidays.years.items():
        if any(str(day.on.year) != year for day in days):
            raise BadRequestError("holidays-unreadable", reason=f"a day of another year under {year}")
    return holidays
