"""The state of a window on a day: dates alone decide it."""

from __future__ import annotations

from datetime import date

from cdd_desktop.domain.period import Window, WindowState

DUE_SOON_DAYS = 7


def window_state(window: Window, today: date) -> WindowState:
    """Not open, open, due within seven days, due today or overdue. A due day lasts until its midnight."""
    left = days_left(window, today)
    if left < 0:
        return WindowState.OVERDUE
    if today < window.opens_on:
        return WindowState.NOT_OPEN
    if left == 0:
        return WindowState.DUE_TODAY
    return WindowState.DUE_SOON if left <= DUE_SOON_DAYS else WindowState.OPEN


def days_left(window: Window, today: date) -> int:
    """Days until the due date; 0 on the day itself, negative afterwards."""
    return (window.due_on - today).days
