"""When reminders come: against a plain retelling of the rule, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.ui.reminders import STAGES, Memory, Pending, Reminder, due_reminders, reached_stage
from cdd_desktop.ui.tray import ReminderFile

DUE = date(2018, 3, 20)


def days_reminded(present: list[bool], due_after: int) -> list[int]:
    """Days left at which a reminder came, for a machine that is on where ``present`` says so."""
    start = DUE - timedelta(days=due_after)
    memory, days = Memory(), []
    for number, is_on in enumerate(present):
        if is_on:
            today = start + timedelta(days=number)
            reminders, memory = due_reminders([Pending("a", DUE)], today, memory)
            days += [reminder.days_left for reminder in reminders]
    return days


def test_a_machine_that_is_always_on_reminds_at_7_3_1_and_0() -> None:
    assert days_reminded([True] * 20, 12) == [7, 3, 1, 0]


def test_a_missed_day_is_caught_up_once() -> None:
    on = [left not in (7, 6, 3) for left in range(12, -5, -1)]
    assert days_reminded(on, 12) == [5, 2, 1, 0]


def test_after_a_long_absence_one_reminder_tells_that_it_is_overdue() -> None:
    assert days_reminded([False] * 14 + [True] * 5, 12) == [-2]


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.integers(0, 15))
def test_each_stage_is_told_once_on_the_first_day_on(present: list[bool], due_after: int) -> None:
    expected = []
    pending = list(STAGES)
    for number, is_on in enumerate(present):
        left = due_after - number
        passed = [stage for stage in pending if left <= stage]
        if is_on and passed:
            expected.append(left)
            pending = [stage for stage in pending if stage not in passed]
    assert days_reminded(present, due_after) == expected


def test_only_one_reminder_a_day_and_the_most_urgent_first() -> None:
    items = [Pending("b", DUE), Pending("a", DUE - timedelta(days=2))]
    today = DUE - timedelta(days=3)
    reminders, memory = due_reminders(items, today, Memory())
    assert reminders == (Reminder("a", 1), Reminder("b", 3))
    again, memory = due_reminders([*items, Pending("c", today)], today, memory)
    assert again == ()
    tomorrow, _ = due_reminders([*items, Pending("c", today)], today + timedelta(days=1), memory)
    assert [reminder.key for reminder in tomorrow] == ["c", "a"]


def test_what_is_received_is_forgotten() -> None:
    _, memory = due_reminders([Pending("a", DUE)], DUE, Memory())
    _, memory = due_reminders([], DUE + timedelta(days=1), memory)
    assert dict(memory.told or {}) == {}


def test_stages() -> None:
    assert [reached_stage(left) for left in (8, 7, 4, 3, 2, 1, 0, -9)] == [None, 7, 7, 3, 3, 1, 0, 0]


def test_the_file_comes_back_and_damage_counts_as_empty(tmp_path: Path) -> None:
    file = ReminderFile(tmp_path / "reminders.json")
    assert file.read() == ((), Memory())
    pending, memory = (Pending("5007/leader/2561-r1", DUE),), Memory(DUE, {"5007/leader/2561-r1": 3})
    file.write(pending, memory)
    assert file.read() == (pending, memory)
    (tmp_path / "reminders.json").write_text('{"pending": []}')
    assert file.read() == ((), Memory())
