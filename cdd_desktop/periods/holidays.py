"""Public holidays as data: a file of years, replaced year by year by newer files."""

from __future__ import annotations

from datetime import date
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
