"""The calendar as an iCalendar file (RFC 5545), for phones and office calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import icalendar

from cdd_desktop import __version__
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import Unit
from cdd_desktop.periods.calendar import Calendar
from cdd_desktop.periods.thai_dates import Language, format_date

REMINDER_DAYS = (7, 3, 1, 0)


def to_ics(
    windows: Iterable[Window],
    unit: Unit,
    now: datetime,
    *,
    calendar: Calendar | None = None,
    language: Language = "th",
) -> bytes:
    """One all-day event on each due date, with reminders 7, 3, 1 and 0 days before; UTF-8 with CRLF.

    ``calendar`` gives the datasets' names and the last working day of due dates on days off; without it events
    carry the dataset's key.
    """
    file = icalendar.Calendar()
    file.add("prodid", f"-//Community Development Department//CDD Desktop {__version__}//TH")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", f"{'กำหนดส่งรายงาน' if language == 'th' else 'Reports due'} {_office(unit, language)}")
    for window in windows:
        file.add_component(_event(window, unit, now, calendar, language))
    return bytes(file.to_ical())


def _event(window: Window, unit: Unit, now: datetime, calendar: Calendar | None, language: Language) -> icalendar.Event:
    thai = language == "th"
    name = str(window.dataset)
    if calendar is not None:
        rule = calendar.dataset(window.dataset, window.fiscal_year)
        name = rule.short_th if thai else rule.short_en
    title = f"{name} {window.label_th if thai else window.label_en}"
    event = icalendar.Event()
    event.add("uid", f"{window.period}-{window.dataset}-{unit.code}@cdd-desktop")
    event.add("dtstamp", now)
    event.add("dtstart", window.due_on)
    event.add("dtend", window.due_on + timedelta(days=1))
    event.add("summary", f"ครบกำหนด: {title}" if thai else f"Due: {title}")
    event.add("description", "\n".join(_notes(window, unit, calendar, language)))
    event.add("transp", "TRANSPARENT")
    event.add("status", "TENTATIVE" if window.projected else "CONFIRMED")
    for days in REMINDER_DAYS:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", timedelta(days=-days, hours=9))
        event.add_component(alarm)
    return event


def _notes(window: Window, unit: Unit, calendar: Calendar | None, language: Language) -> list[str]:
    thai = language == "th"
    notes = [_office(unit, language)]
    opens = format_date(window.opens_on, "long", language)
    notes.append(f"เปิดรับรองตั้งแต่ {opens}" if thai else f"Certifying opens on {opens}")
    if calendar is not None and (working := calendar.last_working_day_on(window.due_on)) != window.due_on:
        day = format_date(working, "long", language)
        notes.append(f"ตรงกับวันหยุด ควรส่งภายใน {day}" if thai else f"Falls on a day off, send by {day}")
    if window.projected:
        notes.append("ประมาณการ" if thai else "Projected")
    return notes


def _office(unit: Unit, language: Language) -> str:
    return unit.office_th if language == "th" else unit.name_en
