"""``cdd-desktop calendar``: the windows of a fiscal year as a table, JSON, CSV or iCalendar."""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import unicodedata
from typing import TYPE_CHECKING, TypedDict

from cdd_desktop.clock import Clock, SystemClock, bangkok_day
from cdd_desktop.command_line import PASSWORD, PASSWORD_FILE
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import DEPARTMENT, Unit, UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.geography import geography
from cdd_desktop.periods.calendar import Calendar, load_calendar
from cdd_desktop.periods.fiscal import FIRST_YEAR, LAST_YEAR, fiscal_year_of
from cdd_desktop.periods.thai_dates import arabic_digits, format_date

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

_CSV_COLUMNS = ("dataset", "period", "label", "opens_on", "due_on", "district", "province", "projected")


class WindowLine(TypedDict):
    """One window as the command prints it; dates are ISO 8601 in the common era."""

    number: int
    dataset: str
    name: str
    name_en: str
    period: str
    key: str
    fiscal_year: int
    label: str
    label_en: str
    opens_on: str
    due_on: str
    last_working_day_on: str
    holidays_known: bool
    data_start: str
    data_end: str
    district: bool
    province: bool
    projected: bool
    schedule_version: str


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's own arguments to the program's parser."""
    parser = subparsers.add_parser(
        "calendar",
        help="the reporting windows of a fiscal year",
        description=(
            "The reporting windows of a fiscal year. With CDD_PASSWORD or CDD_PASSWORD_FILE also what central has "
            "published to this office, and its own days off."
        ),
    )
    parser.add_argument("--fiscal-year", metavar="Y", help="Buddhist era, 2560 to 2600; without it the running one")
    parser.add_argument("--unit", metavar="CODE", help="only what this office reports (2 or 4 digits)")
    parser.add_argument("--format", choices=("table", "json", "csv", "ics"), default="table")
    parser.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the windows asked for; errors are ``BadRequestError``, and what ``open_workplace`` raises."""
    clock = SystemClock()
    fiscal_year = _fiscal_year(args.fiscal_year, clock)
    unit = geography().unit(DEPARTMENT if args.unit is None else arabic_digits(args.unit))
    calendar = _calendar(args, unit)
    everything = unit.level is UnitLevel.DEPARTMENT
    windows = calendar.windows(fiscal_year) if everything else calendar.windows_of(unit.level, fiscal_year)
    if args.format == "ics":
        from cdd_desktop.periods.ics import to_ics  # loaded only when asked for: it is slow to import

        sys.stdout.flush()
        sys.stdout.buffer.write(to_ics(windows, unit, clock.now(), calendar=calendar))
        sys.stdout.buffer.flush()
        return 0
    lines = [_line(window, calendar) for window in windows]
    if args.format == "json":
        print(json.dumps(lines, ensure_ascii=False, indent=2))
    elif args.format == "csv":
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(("no", *_CSV_COLUMNS))
        for line in lines:
            values = dict(line)
            table.writerow((line["number"], *(_yes_no(values[name]) for name in _CSV_COLUMNS)))
    else:
        print("\n".join(_table(windows, calendar)))
    return 0


def _calendar(args: argparse.Namespace, unit: Unit) -> Calendar:
    """The office's own where its store can be opened without asking, else the one that ships with the program."""
    if not os.environ.keys() & {PASSWORD, PASSWORD_FILE}:
        return load_calendar()
    from cdd_desktop.cli.sign_in import open_workplace, profile_of  # brings the database along
    from cdd_desktop.operations.slots import is_enrolled

    if not is_enrolled(profile_of(args)):
        return load_calendar()
    workplace = open_workplace(args)
    try:
        return workplace.calendar if args.unit is None else workplace.calendar_of(unit)
    finally:
        workplace.close()


def _fiscal_year(text: str | None, clock: Clock) -> int:
    if text is None:
        return fiscal_year_of(bangkok_day(clock.now()))
    digits = arabic_digits(text.strip())
    if not (digits.isascii() and digits.isdigit()):
        raise BadRequestError("fiscal-year-range", fiscal_year=text, first=FIRST_YEAR, last=LAST_YEAR)
    return int(digits)


def _line(window: Window, calendar: Calendar) -> WindowLine:
    rule = calendar.dataset(window.dataset, window.fiscal_year)
    return {
        "number": window.number,
        "dataset": window.dataset,
        "name": rule.name_th,
        "name_en": rule.name_en,
        "period": window.period,
        "key": window.key,
        "fiscal_year": window.fiscal_year,
        "label": window.label_th,
        "label_en": window.label_en,
        "opens_on": window.opens_on.isoformat(),
        "due_on": window.due_on.isoformat(),
        "last_working_day_on": calendar.last_working_day_on(window.due_on).isoformat(),
        "holidays_known": calendar.holidays_known(window.due_on.year),
        "data_start": window.data_start.isoformat(),
        "data_end": window.data_end.isoformat(),
        "district": window.district,
        "province": window.province,
        "projected": window.projected,
        "schedule_version": window.schedule_version,
    }


def _table(windows: tuple[Window, ...], calendar: Calendar) -> list[str]:
    head = ("ที่", "ชุดข้อมูล", "งวด", "รหัสงวด", "เปิดรับ", "ครบกำหนด", "")
    rows = [head, *(_row(window, calendar) for window in windows)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(head))]
    return [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _row(window: Window, calendar: Calendar) -> tuple[str, ...]:
    working = calendar.last_working_day_on(window.due_on)
    notes = ["ประมาณการ"] if window.projected else []
    if working != window.due_on:
        notes.append(f"ตรงกับวันหยุด ควรส่งภายใน {format_date(working)}")
    if not calendar.holidays_known(window.due_on.year):
        notes.append("ยังไม่มีข้อมูลวันหยุด นับเฉพาะเสาร์อาทิตย์")
    return (
        str(window.number),
        calendar.dataset(window.dataset, window.fiscal_year).short_th,
        window.label_th,
        window.period,
        format_date(window.opens_on),
        format_date(window.due_on),
        " · ".join(notes),
    )


def _width(text: str) -> int:
    """Columns a terminal gives the text: Thai marks above and below take none."""
    return sum(not unicodedata.combining(char) and unicodedata.category(char) != "Mn" for char in text)


def _yes_no(value: object) -> object:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
