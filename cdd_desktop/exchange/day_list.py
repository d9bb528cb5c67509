"""Days off as files: read from .csv, .xlsx or a calendar's .ics, and written to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar

from cdd_desktop.errors import BadRequestError
from cdd_desktop.exchange.cells import CellReader, Labels
from cdd_desktop.exchange.read import Cell
from cdd_desktop.exchange.table import ReadLine, plain_text, read_bytes, read_rows, write_rows, write_whole
from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.forms.thai_text import mend
from cdd_desktop.forms.values import Ask, NotAValue
from cdd_desktop.periods.holidays import Holiday
from cdd_desktop.periods.thai_dates import format_date

LONGEST_STAY = 31
_DAY = Field(key="on", type=FieldType.DATE, label_th="วันที่", label_en="Date")
_HEADINGS = ("วันที่", "ชื่อวันหยุด", "ชื่อภาษาอังกฤษ")


def read_days(path: Path, today: date) -> tuple[ReadLine[Holiday], ...]:
    """One line a day: the first cell is the date, the next its name, a third the English one. A first row without a
    date is the heading. Dates of an unclear era are refused with the days they could mean, never guessed.

    Raises what ``read_rows`` raises, ``list-unreadable`` and ``list-empty``.
    """
    lines = tuple(_events(path) if path.suffix.casefold() == ".ics" else _rows(path, today))
    if not any(line.value for line in lines):
        raise BadRequestError("list-empty", name=path.name)
    return lines


def write_days(path: Path, days: Iterable[Holiday], now: datetime) -> None:
    """As .csv, .xlsx or .ics, by the name of the file. ``now`` stamps the events of a calendar."""
    if path.suffix.casefold() == ".ics":
        data = _calendar(days, now)
        write_whole(path, lambda half: half.write_bytes(data))
        return
    write_rows(path, _HEADINGS, [(format_date(day.on, "numeric"), day.name_th, day.name_en) for day in days])


def _rows(path: Path, today: date) -> Iterator[ReadLine[Holiday]]:
    reader = CellReader(_DAY, Labels(), today=today, area="")
    for number, row in enumerate(read_rows(path), 1):
        cells = [cell for cell in row if cell != ""]
        if cells:
            line = _line(reader, number, cells)
            if line.value is None and number == 1 and line.code != "day-unclear":
                continue
            yield line


def _line(reader: CellReader, number: int, cells: list[Cell]) -> ReadLine[Holiday]:
    shown = " · ".join(plain_text(cell) for cell in cells)
    outcome = reader.read(cells[0]).outcome
    if isinstance(outcome, Ask):
        meant = ", ".join(format_date(date.fromisoformat(str(day)), "long") for day in outcome.options)
        return ReadLine(number, shown, code="day-unclear", params={"days": meant})
    if isinstance(outcome, NotAValue) or outcome.value is None:
        return ReadLine(number, shown, code="day-unreadable")
    names = [mend(plain_text(cell)) for cell in cells[1:]]
    if not names or not names[0]:
        return ReadLine(number, shown, code="day-nameless")
    on = date.fromisoformat(str(outcome.value))
    return ReadLine(number, shown, Holiday(on, names[0], names[1] if len(names) > 1 else names[0]))


def _events(path: Path) -> Iterator[ReadLine[Holiday]]:
    try:
        calendar = icalendar.Calendar.from_ical(read_bytes(path))
        events = list(calendar.walk("VEVENT"))
    except (ValueError, IndexError, KeyError, TypeError) as error:
        raise BadRequestError("list-unreadable", name=path.name) from error
    for number, event in enumerate(events, 1):
        yield from _event(number, event)


def _event(number: int, event: icalendar.cal.Component) -> Iterator[ReadLine[Holiday]]:
    name = mend(str(event.get("SUMMARY", "")))
    first, last = _day_of(event, "DTSTART"), _day_of(event, "DTEND")
    if first is None:
        yield ReadLine(number, name, code="day-unreadable")
        return
    if not name or "RRULE" in event:
        yield ReadLine(number, name, code="day-repeats" if name else "day-nameless")
        return
    length = (last - first).days if last is not None else 1
    for step in range(min(max(length, 1), LONGEST_STAY)):
        on = first + timedelta(days=step)
        yield ReadLine(number, f"{format_date(on, 'numeric')} · {name}", Holiday(on, name, name))


def _day_of(event: icalendar.cal.Component, part: str) -> date | None:
    value = getattr(event.get(part), "dt", None)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _calendar(days: Iterable[Holiday], now: datetime) -> bytes:
    file = icalendar.Calendar()
    file.add("prodid", "-//Community Development Department//CDD Desktop//TH")
    file.add("version", "2.0")
    for day in days:
        event = icalendar.Event()
        event.add("uid", f"{day.on.isoformat()}-holiday@cdd-desktop")
        event.add("dtstamp", now)
        event.add("dtstart", day.on)
        event.add("dtend", day.on + timedelta(days=1))
        event.add("summary", day.name_th)
        event.add("transp", "TRANSPARENT")
        file.add_component(event)
    return bytes(file.to_ical())
