"""When to remind of a due date: 7, 3, 1 and 0 days before, once a day, caught up after an absence. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

STAGES = (7, 3, 1, 0)


@dataclass(frozen=True, slots=True)
class Pending:
    """A submission that is not received yet. ``key`` is its name in text."""

    key: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Reminder:
    """One submission to remind of, with the days left (negative: overdue)."""

    key: str
    days_left: int


@dataclass(frozen=True, slots=True)
class Memory:
    """What has been said: the last day on which a reminder came, and the last stage told of each submission."""

    last_on: date | None = None
    told: Mapping[str, int] | None = None

    def stage(self, key: str) -> int | None:
        return (self.told or {}).get(key)


def reached_stage(days_left: int) -> int | None:
    """The latest stage that has come: 7 for seven to four days left, … 0 on the day and after; None before."""
    reached = [stage for stage in STAGES if days_left <= stage]
    return min(reached) if reached else None


def due_reminders(pending: Iterable[Pending], today: date, memory: Memory) -> tuple[tuple[Reminder, ...], Memory]:
    """What to remind of today, most urgent first, and the memory afterwards.

    A stage missed while the machine was off is told on the next day it is on, once; nothing is told twice, and no
    second reminder comes on the same day. Submissions no longer pending are forgotten.
    """
    items = list(pending)
    told = {item.key: stage for item in items if (stage := memory.stage(item.key)) is not None}
    if memory.last_on == today:
        return (), Memory(memory.last_on, told)
    reminders = []
    for item in items:
        days_left = (item.due_on - today).days
        stage = reached_stage(days_left)
        before = told.get(item.key)
        if stage is not None and (before is None or stage < before):
            reminders.append(Reminder(item.key, days_left))
            told[item.key] = stage
    reminders.sort(key=lambda reminder: (reminder.days_left, reminder.key))
    return tuple(reminders), Memory(today if reminders else memory.last_on, told)
