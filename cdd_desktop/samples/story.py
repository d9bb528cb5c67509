"""What became of every submission of a sample province by an instant: finished, sent, reviewed, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from random import Random

from cdd_desktop.clock import BANGKOK, bangkok_day
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.periods.calendar import Calendar
from cdd_desktop.periods.fiscal import fiscal_year_of
from cdd_desktop.samples.office import sample_key

_WEEK_OF_THE_DEMO = tuple(date(2018, 3, day) for day in range(17, 21))


ENTERED_AT_MAE_RIM = 7  # of the second quarter's 31 groups; the rest waits on the machine, or for somebody


class Fate(StrEnum):
    """How far a submission has come."""

    NOT_BEGUN = "not_begun"
    DRAFT = "draft"
    PROPOSED = "proposed"
    RECEIVED = "received"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One submission. ``entries`` of its records have been entered (-1: all); the instants are those reached."""

    unit: Unit
    window: Window
    fate: Fate
    entries: int = -1
    entered_at: datetime | None = None
    certified_at: datetime | None = None
    received_at: datetime | None = None
    reviewed_at: datetime | None = None
    approved_at: datetime | None = None
    comments: int = 0


class Storyteller:
    """Tells the chapters of units up to ``at``, the same for the same seed. ``begins_on`` is the first due day."""

    def __init__(self, calendar: Calendar, *, begins_on: date, at: datetime, seed: int) -> None:
        self._calendar = calendar
        self._begins_on = begins_on
        self._at = at
        self._seed = seed
        self._today = bangkok_day(at)

    def windows(self, level: UnitLevel) -> tuple[Window, ...]:
        """The windows from the beginning of the story that have opened, by due date."""
        years = range(fiscal_year_of(self._begins_on), fiscal_year_of(self._today) + 1)
        every = [window for year in years for window in self._calendar.windows_of(level, year)]
        told = [each for each in every if each.due_on >= self._begins_on and each.opens_on <= self._today]
        return tuple(sorted(told, key=lambda window: (window.due_on, window.number)))

    def chapters(self, units: Sequence[Unit]) -> Iterator[Chapter]:
        for unit in units:
            for window in self.windows(unit.level):
                yield self._chapter(unit, window)

    def _chapter(self, unit: Unit, window: Window) -> Chapter:
        key = sample_key(self._seed, "story", unit.code, window.dataset, window.period)
        random = Random(int.from_bytes(key[:8], "big"))
        if unit.code == "5007" and window.fiscal_year == 2561 and self._today in _WEEK_OF_THE_DEMO:
            return _of_mae_rim(unit, window, random)
        if window.due_on >= self._today:
            return self._running(unit, window, random)
        return self._past(unit, window, random)

    def _past(self, unit: Unit, window: Window, random: Random) -> Chapter:
        """Due before today: nearly all on time, some late, a few missing; those of last fiscal year all there."""
        old = window.fiscal_year < fiscal_year_of(self._today)
        luck = random.random() * (0.93 if old else 1)
        certified = _office_hours(random, max(window.due_on - timedelta(days=random.randrange(7)), window.opens_on))
        received = certified + timedelta(minutes=random.randrange(4, 50))
        if 0.82 <= luck < 0.88:
            received = _office_hours(random, window.due_on + timedelta(days=random.randrange(1, 9)))
        elif 0.88 <= luck < 0.94:
            certified = _office_hours(random, window.due_on + timedelta(days=random.randrange(1, 12)))
            received = certified + timedelta(minutes=random.randrange(4, 50))
        elif luck >= 0.94:
            entered = _office_hours(random, window.due_on)
            fate = random.choice((Fate.NOT_BEGUN, Fate.DRAFT, Fate.PROPOSED))
            return Chapter(unit, window, fate, entries=5 if fate is Fate.DRAFT else -1, entered_at=entered)
        if received >= self._at:
            return Chapter(unit, window, Fate.DRAFT, entries=4, entered_at=_office_hours(random, window.due_on))
        return self.reviewed(Chapter(unit, window, Fate.RECEIVED, -1, certified, certified, received), random)

    def _running(self, unit: Unit, window: Window, random: Random) -> Chapter:
        """Open today: some are done, some half way, some have not begun."""
        luck = random.random()
        begun = max(window.opens_on, self._today - timedelta(days=random.randrange(1, 9)))
        entered = min(_office_hours(random, begun), self._at - timedelta(hours=20))
        if bangkok_day(entered) < window.opens_on:
            return Chapter(unit, window, Fate.DRAFT, 3, entered)
        if luck < 0.3:
            return Chapter(unit, window, Fate.RECEIVED, -1, entered, entered, entered + timedelta(minutes=9))
        if luck < 0.45:
            return Chapter(unit, window, Fate.PROPOSED, entered_at=entered)
        if luck < 0.75:
            return Chapter(unit, window, Fate.DRAFT, random.randrange(2, 12), entered)
        return Chapter(unit, window, Fate.NOT_BEGUN)

    def reviewed(self, chapter: Chapter, random: Random) -> Chapter:
        """What the level above made of it: older ones are accepted or approved, a few came back."""
        assert chapter.received_at is not None
        day = bangkok_day(chapter.received_at) + timedelta(days=random.randrange(2, 20))
        reviewed = datetime.combine(day, time(15, 30), BANGKOK)  # the province goes through its post once a day
        luck = random.random()
        if reviewed >= self._at or luck < 0.06:
            return chapter
        fate, approved, comments = Fate.ACCEPTED, None, 0
        old = chapter.window.fiscal_year < fiscal_year_of(self._today)
        if luck < 0.11 and not old:
            fate, comments = Fate.RETURNED, random.randrange(1, 3)
        elif luck < 0.45 or old:
            approved = reviewed + timedelta(days=1 + random.randrange(7), hours=1)
            fate = Fate.APPROVED if approved < self._at else Fate.ACCEPTED
        approved = approved if fate is Fate.APPROVED else None
        times = (chapter.entered_at, chapter.certified_at, chapter.received_at, reviewed, approved)
        return Chapter(chapter.unit, chapter.window, fate, -1, *times, comments)


def _of_mae_rim(unit: Unit, window: Window, random: Random) -> Chapter:
    """The first person's office is always in the same middle of its work, just before the 20th of March 2561: one
    report half way, one sent back, one that waits for the head."""
    if (window.dataset, window.key) == ("saving_group", "q2"):
        return Chapter(unit, window, Fate.DRAFT, ENTERED_AT_MAE_RIM, _office_hours(random, date(2018, 3, 16)))
    if (window.dataset, window.key) == ("poverty_fund", "h1"):
        return Chapter(unit, window, Fate.PROPOSED, entered_at=datetime(2018, 3, 16, 15, 50, tzinfo=BANGKOK))
    certified = _office_hours(random, window.due_on - timedelta(days=1 + random.randrange(3)))
    received = certified + timedelta(minutes=12)
    if (window.dataset, window.key) == ("otop_sales", "m02"):
        certified = datetime(2018, 3, 9, 10, 5, tzinfo=BANGKOK)
        received, reviewed = certified + timedelta(minutes=7), datetime(2018, 3, 14, 14, 20, tzinfo=BANGKOK)
        return Chapter(unit, window, Fate.RETURNED, -1, certified, certified, received, reviewed, None, 2)
    reviewed = received + timedelta(days=6)
    return Chapter(unit, window, Fate.ACCEPTED, -1, certified, certified, received, reviewed)


def _office_hours(random: Random, day: date) -> datetime:
    return datetime.combine(day, time(9 + random.randrange(7), random.randrange(60)), BANGKOK)
