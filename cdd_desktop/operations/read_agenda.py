"""The home screen and the calendar: what is due, how far it is, what waits to be sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import func, select

from cdd_desktop.domain.period import Window, WindowState
from cdd_desktop.domain.submission import SubmissionKey, SubmissionState
from cdd_desktop.operations.restored import read_restored
from cdd_desktop.operations.submission_views import Shelf, count_views, make_view, read_shelf, view_of
from cdd_desktop.operations.views import Agenda, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.expected import expected_windows
from cdd_desktop.periods.fiscal import FIRST_YEAR, LAST_YEAR, fiscal_year_of
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import OutboxRow
from cdd_desktop.store.submissions import needs_you_counts

LOOK_AHEAD = timedelta(days=45)


def read_agenda(work: Work) -> Agenda:
    """What is returned or overdue (since the office reports), open, or opens within 45 days; and the whole running
    fiscal year. An office that reports nothing has an empty agenda."""
    year = min(max(fiscal_year_of(work.today), FIRST_YEAR), LAST_YEAR)
    shelf = read_shelf(work, work.unit.code)
    windows = tuple(_candidates(work, year, shelf))
    count_views(work, shelf, (_key(work, window) for window in windows))
    views = {view.key: view for view in (_view(work, window, shelf) for window in windows)}
    return _agenda(
        work,
        year,
        items=(view for view in views.values() if _on_agenda(work, view)),
        whole_year=(views[_key(work, window)] for window in work.calendar.windows_of(work.unit.level, year)),
    )


def renew_agenda(work: Work, agenda: Agenda, touched: frozenset[SubmissionKey]) -> Agenda:
    """An agenda after changes to some submissions: their views are made anew, the others kept.

    What other rounds expect may have moved with a register entry; only ``read_agenda`` counts those again. It is read
    whole on another day, and where one of them was sent back or is not on the agenda: that may put it there or take it
    away.
    """
    held = {view.key: view for view in (*agenda.year, *agenda.items)}
    fresh = {key: view_of(work, key) for key in touched if key.unit == work.unit.code}
    before = [held[key] for key in fresh if key in held]
    sent_back = any(view.state is SubmissionState.RETURNED for view in (*before, *fresh.values()))
    if agenda.today != work.today or sent_back or len(before) < len(fresh):
        return read_agenda(work)
    kept = [view for view in agenda.items if view.key not in fresh]
    return _agenda(
        work,
        agenda.fiscal_year,
        items=(*kept, *(view for view in fresh.values() if _on_agenda(work, view))),
        whole_year=(fresh.get(view.key, view) for view in agenda.year),
    )


def _agenda(work: Work, year: int, *, items: Iterable[SubmissionView], whole_year: Iterable[SubmissionView]) -> Agenda:
    contact = read_meta(work.session, Meta.LAST_CONTACT_AT)
    return Agenda(
        today=work.today,
        fiscal_year=year,
        items=tuple(sorted(items, key=_urgency)),
        year=tuple(whole_year),
        pending_changes=work.session.scalar(select(func.count()).select_from(OutboxRow)) or 0,
        needs_you=sum(needs_you_counts(work.session).values()),
        last_contact_at=datetime.fromisoformat(contact) if contact else None,
        restored=read_restored(work),
    )


def read_calendar(work: Work, fiscal_year: int) -> tuple[SubmissionView, ...]:
    """The office's submissions of a fiscal year, in the circular's order; after them those of cancelled periods that
    hold something. Raises ``fiscal-year-range``."""
    shelf = read_shelf(work, work.unit.code)
    windows = [*work.calendar.windows_of(work.unit.level, fiscal_year), *_cancelled(work, shelf, fiscal_year)]
    count_views(work, shelf, (_key(work, window) for window in windows))
    return tuple(_view(work, window, shelf) for window in windows)


def _cancelled(work: Work, shelf: Shelf, fiscal_year: int) -> list[Window]:
    begun = [
        key
        for key, row in shelf.rows.items()
        if key.period.startswith(f"{fiscal_year}-") and row.state != SubmissionState.NONE.value
    ]
    windows = (work.calendar.window(key.dataset, key.period) for key in begun)
    return sorted((window for window in windows if window.cancelled), key=lambda one: (one.number, one.due_on))


def _candidates(work: Work, year: int, shelf: Shelf) -> Iterable[Window]:
    """Windows that can be on the agenda, oldest first, and those of the year, each once."""
    level = work.unit.level
    windows = dict.fromkeys(expected_windows(work.calendar, level, work.reports_from, work.today))
    ahead = fiscal_year_of(work.today + LOOK_AHEAD)
    for running in range(max(year - 1, FIRST_YEAR), min(max(year, ahead), LAST_YEAR) + 1):
        for window in work.calendar.windows_of(level, running):
            if running == year or _near(work, window):
                windows.setdefault(window)
    for key, row in shelf.rows.items():
        if row.state == SubmissionState.RETURNED.value:
            windows.setdefault(work.calendar.window(key.dataset, key.period))
    return windows


def _near(work: Work, window: Window) -> bool:
    return window.opens_on - LOOK_AHEAD <= work.today <= window.due_on


def _view(work: Work, window: Window, shelf: Shelf) -> SubmissionView:
    return make_view(work, _key(work, window), window, shelf)


def _key(work: Work, window: Window) -> SubmissionKey:
    return SubmissionKey(work.unit.code, window.dataset, window.period)


def _on_agenda(work: Work, view: SubmissionView) -> bool:
    if view.state is SubmissionState.RETURNED or view.needs_you:
        return True
    if view.window.cancelled:
        return False
    if view.window_state is WindowState.OVERDUE:
        begun = view.state is not SubmissionState.NONE
        return view.received_at is None and (begun or not view.voluntary)
    return _near(work, view.window)


def _urgency(view: SubmissionView) -> tuple[object, ...]:
    """Returned first, then by the due date; what is received already comes after what is not."""
    settled = view.received_at is not None and view.state is not SubmissionState.RETURNED
    return (settled, view.state is not SubmissionState.RETURNED, view.window.due_on, view.window.number)
