"""Buddhist-era dates: shown with Thai month names, read as people type them, never guessed at.

A typed year that could belong to either era, or has two digits, comes back as a question with its options.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from cdd_desktop.clock import BANGKOK
from cdd_desktop.periods.fiscal import BUDDHIST_OFFSET

Style = Literal["long", "short", "numeric"]
Language = Literal["th", "en"]

_MONTHS: dict[Language, tuple[tuple[str, str], ...]] = {
    "th": (
        ("มกราคม", "ม.ค."),
        ("กุมภาพันธ์", "ก.พ."),
        ("มีนาคม", "มี.ค."),
        ("เมษายน", "เม.ย."),
        ("พฤษภาคม", "พ.ค."),
        ("มิถุนายน", "มิ.ย."),
        ("กรกฎาคม", "ก.ค."),
        ("สิงหาคม", "ส.ค."),
        ("กันยายน", "ก.ย."),
        ("ตุลาคม", "ต.ค."),
        ("พฤศจิกายน", "พ.ย."),
        ("ธันวาคม", "ธ.ค."),
    ),
    "en": (
        ("January", "Jan"),
        ("February", "Feb"),
        ("March", "Mar"),
        ("April", "Apr"),
        ("May", "May"),
        ("June", "Jun"),
        ("July", "Jul"),
        ("August", "Aug"),
        ("September", "Sep"),
        ("October", "Oct"),
        ("November", "Nov"),
        ("December", "Dec"),
    ),
}
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_BUDDHIST = range(2400, 2701)
_COMMON = range(1900, 2400)
# compiled when first used: a start reads no dates
_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_COMPACT = r"(\d{2})(\d{2})(2[4-7]\d{2})"
_NUMERIC = r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(พศ|คศ)?\s*(\d{1,4})"
_WORDS = r"(\d{1,2})\s*[-/]?\s*([^\d\s/-]+?)\s*[-/]?\s*(พศ|คศ)?\s*(\d{1,4})"
_PREFIX = r"^วันที่\s*"


@dataclass(frozen=True, slots=True)
class DateParsed:
    """The text means this day."""

    value: date


@dataclass(frozen=True, slots=True)
class DateAsk:
    """The text could mean one of these days; the likeliest first. A single option is to be confirmed."""

    options: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class DateBad:
    """No date: ``date-unreadable``, ``date-invalid`` (30 February) or ``date-year`` (no sensible year)."""

    code: str


def month_name(month: int, style: Literal["long", "short"] = "long", language: Language = "th") -> str:
    """The name of month 1 to 12 ("กันยายน", "ก.ย.", "September", "Sep")."""
    return _MONTHS[language][month - 1][style == "short"]


def thai_digits(text: str) -> str:
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    return text.translate(_TO_ARABIC)


def format_date(day: date, style: Style = "short", language: Language = "th", thai_digits: bool = False) -> str:
    """A day in the Buddhist era: "20 กันยายน 2561", "20 ก.ย. 2561" or "20/09/2561"; long English adds "B.E."."""
    year = str(day.year + BUDDHIST_OFFSET)
    if style == "numeric":
        text = f"{day.day:02d}/{day.month:02d}/{year}"
    else:
        era = "B.E. " if style == "long" and language == "en" else ""
        text = f"{day.day} {month_name(day.month, style, language)} {era}{year}"
    return text.translate(_TO_THAI) if thai_digits else text


def format_instant(
    instant: datetime, style: Style = "short", language: Language = "th", thai_digits: bool = False
) -> str:
    """An instant as day and minute in Thailand: "18 มี.ค. 2561 เวลา 08:40 น.", "18 Mar 2561, 08:40"."""
    local = instant.astimezone(BANGKOK)
    day = format_date(local.date(), style, language)
    clock = f"{local:%H:%M}"
    if style == "numeric":
        text = f"{day} {clock}"
    else:
        text = f"{day} เวลา {clock} น." if language == "th" else f"{day}, {clock}"
    return text.translate(_TO_THAI) if thai_digits else text


def parse_date(text: str, today: date) -> DateParsed | DateAsk | DateBad:
    """Reads 20/9/2561, ๒๐/๙/๒๕๖๑, 20 ก.ย. 2561, 20 กันยายน พ.ศ. 2561, 20092561, 2018-09-20, 20 Sep ค.ศ. 2018.

    Years 2400 to 2700 are Buddhist. A bare year 1900 to 2399 or of two digits is asked about; ``today`` only puts
    the options in order, the nearest first.
    """
    clean = re.sub(_PREFIX, "", " ".join(arabic_digits(text).replace("พ.ศ.", "พศ").replace("ค.ศ.", "คศ").split()))
    if match := re.fullmatch(_ISO, clean):
        year, month, day = (int(part) for part in match.groups())
        return _exact(year - (BUDDHIST_OFFSET if year in _BUDDHIST else 0), month, day)
    if match := re.fullmatch(_COMPACT, clean):
        return _read(int(match[1]), int(match[2]), match[3], "", today)
    if match := re.fullmatch(_NUMERIC, clean):
        return _read(int(match[1]), int(match[2]), match[4], match[3] or "", today)
    if match := re.fullmatch(_WORDS, clean):
        named = _month_number(match[2])
        if named is not None:
            return _read(int(match[1]), named, match[4], match[3] or "", today)
    return DateBad("date-unreadable")


def _read(day: int, month: int, year_text: str, era: str, today: date) -> DateParsed | DateAsk | DateBad:
    year = int(year_text)
    if len(year_text) == 4 and (era == "พศ" or not era) and year in _BUDDHIST:
        return _exact(year - BUDDHIST_OFFSET, month, day)
    if len(year_text) == 4 and era == "คศ" and year in _COMMON:
        return _exact(year, month, day)
    if len(year_text) == 4 and not era and year in _COMMON:
        return _ask((year,), month, day, today)
    if len(year_text) == 2:
        years = {"พศ": (2500 - BUDDHIST_OFFSET,), "คศ": (2000, 1900), "": (2500 - BUDDHIST_OFFSET, 2000, 1900)}[era]
        return _ask(tuple(base + year for base in years), month, day, today)
    return DateBad("date-year")


def _exact(year: int, month: int, day: int) -> DateParsed | DateBad:
    if year not in range(1857, 2400):
        return DateBad("date-year")
    try:
        return DateParsed(date(year, month, day))
    except ValueError:
        return DateBad("date-invalid")


def _ask(years: tuple[int, ...], month: int, day: int, today: date) -> DateAsk | DateBad:
    found = [found.value for year in years if isinstance(found := _exact(year, month, day), DateParsed)]
    if not found:
        return DateBad("date-invalid")
    return DateAsk(tuple(sorted(found, key=lambda option: abs(option - today))))


def _month_number(word: str) -> int | None:
    bare = word.replace(".", "").casefold()
    for names in _MONTHS.values():
        for number, (full, short) in enumerate(names, start=1):
            if bare in (full.casefold(), short.replace(".", "").casefold()):
                return number
    return None
