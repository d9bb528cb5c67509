"""The office's own days off: what it adds to the published ones, and days of the program's own file it leaves out.

What central has published counts as it is; the office's days stay beside it, as the office's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cdd_desktop.errors import RefusedError
from cdd_desktop.exchange.plan import RowState
from cdd_desktop.exchange.table import ReadLine
from cdd_desktop.operations.listed import PlannedLine, note_list
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.calendar import Calendar
from cdd_desktop.periods.holidays import DaySource, Holiday, OfficeDays, write_office_days
from cdd_desktop.store.meta import Meta, write_meta


def add_days(work: Work, days: Sequence[Holiday]) -> Changes:
    """Adds days, or gives those of the office another name. A day the program's file has, and the office had taken
    out, counts again. Days that others name already are left as they are."""
    before = work.calendar.office_days
    given = {day.on: day for day in days}
    removed = tuple(on for on in before.removed if on not in given)
    kept = {day.on: day for day in before.added}
    for on, day in given.items():
        found = work.calendar.day_off(on)
        if on not in before.removed and (found is None or found.source is DaySource.OFFICE):
            kept[on] = day
    return _keep(work, OfficeDays(tuple(kept[on] for on in sorted(kept)), removed))


def remove_day(work: Work, on: date) -> Changes:
    """Takes a day out. Raises ``RefusedError("day-is-central")`` for one that central has published."""
    found = work.calendar.day_off(on)
    if found is not None and found.source is DaySource.CENTRAL:
        raise RefusedError("day-is-central")
    before = work.calendar.office_days
    added = tuple(day for day in before.added if day.on != on)
    removed = {*before.removed, on} if found is not None and found.source is DaySource.PROGRAM else set(before.removed)
    return _keep(work, OfficeDays(added, tuple(sorted(removed))))


def plan_days(calendar: Calendar, lines: Iterable[ReadLine[Holiday]]) -> tuple[PlannedLine[Holiday], ...]:
    """What becomes of each line of a file; writes nothing."""
    planned: list[PlannedLine[Holiday]] = []
    seen: dict[date, int] = {}
    for line in lines:
        day = line.value
        if day is None:
            planned.append(PlannedLine.refused(line))
        elif day.on in seen:
            planned.append(
                PlannedLine(line.row, line.shown, RowState.REFUSED, code="list-twice", params={"row": seen[day.on]})
            )
        else:
            seen[day.on] = line.row
            planned.append(PlannedLine(line.row, line.shown, _state(calendar, day), day))
    return tuple(planned)


def _state(calendar: Calendar, day: Holiday) -> RowState:
    found = calendar.day_off(day.on)
    if found is None:
        return RowState.NEW
    same = found.source is not DaySource.OFFICE or found.holiday.name_th == day.name_th
    return RowState.UNCHANGED if same else RowState.CHANGED


def _keep(work: Work, days: OfficeDays) -> Changes:
    if days == work.calendar.office_days:
        return Changes()
    write_meta(work.session, Meta.OFFICE_DAYS, write_office_days(days))
    note_list(work, "days-changed", len(days.added))
    return Changes(definitions=True)
