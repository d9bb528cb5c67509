"""The indicators of a dataset over an area: by office and period, the year as a stock or a flow, growth over the same
offices only. Every figure says how many offices it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import Unit
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.formula import Indicator
from cdd_desktop.forms.indicators import Figure, Sums, figure_of
from cdd_desktop.forms.list_facts import UnitSums
from cdd_desktop.reports.chart import Absence
from cdd_desktop.reports.completeness import Share

STEPS = (92, 96, 100, 104, 108)
"""Percent of the base from which on a step of one to five is reached; below the first the step is one as well.

The circular names no bands: these are a proposal, with the base itself in the middle.
"""
FLOW = "flow"
UNITS, YEAR_TO_DATE = "units", "year_to_date"
"""Notes of indicators that are told of what came at all, and of all periods until one."""
RUNNING = {"sales_ytd": "sales_month"}
"""What is added up to the year so far."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: ``figure`` None where there is none; ``offices``: those that have reported, of those that were to
    (n of m; of a flow over a year, their periods). ``nil`` of them have reported that there is nothing; ``unread``
    reports have come whose figures are not here. ``over``: the day of all that was asked for has come."""

    figure: Figure | None
    offices: Share
    nil: int = 0
    unread: int = 0
    over: bool = False

    @property
    def absence(self) -> Absence | None:
        """Why there is no figure; None where there is one, or where reports came that have none."""
        if self.figure is not None or self.unread:
            return None
        if self.nil:
            return Absence.NOTHING
        if self.offices.whole:
            return Absence.NOT_REPORTED
        return Absence.BEFORE_DUTY if self.over else Absence.NOT_DUE


@dataclass(frozen=True, slots=True)
class Growth:
    """``now`` beside ``then``, both summed over the same offices and periods; ``pairs``: how many of them."""

    now: int
    then: int
    pairs: int

    @property
    def percent(self) -> int | None:
        """Now in hundredths of a percent of then; None without a base."""
        return (self.now * 20_000 + self.then) // (2 * self.then) if self.then > 0 else None

    @property
    def step(self) -> int | None:
        """One to five (``STEPS``), None without a base."""
        percent = self.percent
        return None if percent is None else max(sum(percent >= 100 * step for step in STEPS), 1)


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An office, or a province with its districts: a point for each window, the year, and growth against the same
    windows a year before (None for shares and means)."""

    unit: Unit
    points: tuple[Point, ...]
    year: Point
    growth: Growth | None
    before: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """One indicator over an area. ``total.unit`` is the area; ``last`` the last period anybody has reported, of a
    stock that nobody ever has the last that is due."""

    indicator: Indicator
    windows: tuple[Window, ...]
    rows: tuple[IndicatorRow, ...]
    total: IndicatorRow
    last: Window | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """The sums of this year's periods and of last year's; ``offices`` are those that report the dataset, each with
    the day its duty begins; ``today`` tells what is due; ``received`` are (office, period) of all reports, ``nil`` of
    those that there is nothing."""

    sums: Sequence[UnitSums]
    before: Sequence[UnitSums]
    offices: Mapping[str, date]
    today: date
    earlier: Mapping[str, str] = field(default_factory=dict)  # period → the same one a year before
    nil: frozenset[tuple[str, str]] = frozenset()
    received: frozenset[tuple[str, str]] = frozenset()


def build_table(
    definition: Definition,
    indicator: Indicator,
    windows: Sequence[Window],
    groups: Sequence[tuple[Unit, Sequence[str]]],
    sources: Sources,
) -> IndicatorTable:
    """``groups`` are the rows: a unit and the codes of the offices it is made of. Pure."""
    sheet = _Sheet(definition, indicator, windows, sources)
    every = [code for _, codes in groups for code in codes]
    rows = tuple(sheet.row(unit, codes) for unit, codes in groups[1:])
    return IndicatorTable(indicator, tuple(windows), rows, sheet.row(groups[0][0], every), sheet.last)


class _Sheet:
    def __init__(
        self, definition: Definition, indicator: Indicator, windows: Sequence[Window], sources: Sources
    ) -> None:
        self._definition, self._indicator, self._windows, self._sources = definition, indicator, windows, sources
        key = RUNNING.get(indicator.key, indicator.key)
        self._now = _by_place(sources.sums, key)
        self._then = _by_place(sources.before, key)
        reported = {period for _, period in (*self._now, *sources.nil)}
        if indicator.note == UNITS:
            reported = {window.period for window in windows if window.due_on < sources.today}
        told = [window for window in windows if window.period in reported]
        over = [window for window in told if window.due_on < sources.today]
        running = indicator.nature == FLOW or not over  # a balance that few have reported yet is no fall
        due = [] if indicator.nature == FLOW else [window for window in windows if window.due_on <= sources.today]
        self.last = next(reversed((told if running else over) or due), None)

    def row(self, unit: Unit, codes: Iterable[str]) -> IndicatorRow:
        codes = [code for code in dict.fromkeys(codes) if code in self._sources.offices]
        points = tuple(self._point(codes, self._until(window)) for window in self._windows)
        counted = self._windows if self._indicator.nature == FLOW else (self.last,) if self.last else ()
        growth = self._growth(codes, counted) if self._adds_up() else None
        before = tuple(self._earlier_total(codes, self._until(window)) for window in self._windows)
        return IndicatorRow(unit, points, self._point(codes, counted), growth, before if self._adds_up() else ())

    def _until(self, window: Window) -> tuple[Window, ...]:
        """The periods a figure of this one is of: all until it where the year is added up, as far as it has come."""
        if self._indicator.note != YEAR_TO_DATE:
            return (window,)
        place = self._windows.index(window)
        ahead = self.last is None or place > self._windows.index(self.last)
        return (window,) if ahead else tuple(self._windows[: place + 1])

    def _adds_up(self) -> bool:
        formula = self._indicator.formula
        return formula is not None and not (formula.per is not None or formula.mean or formula.moved)

    def _point(self, codes: Sequence[str], windows: Sequence[Window]) -> Point:
        if self._indicator.note == UNITS:
            return self._came(codes, windows)
        found = [
            sums for window in windows for code in codes if (sums := self._now.get((code, window.period))) is not None
        ]
        asked = [(code, window) for window in windows for code in codes]
        begun = len(windows) == 1 and bool(found)  # before its day a period counts all who are to report it
        whole = sum((begun and self._reports(code, window)) or self._is_due(code, window) for code, window in asked)
        silent = {(code, window.period) for code, window in asked if (code, window.period) not in self._now}
        nil = len(silent & self._sources.nil)
        offices = Share(len(found) + nil, whole)
        if not found:
            unread = len(silent & self._sources.received) - nil
            return Point(None, offices, nil, unread, self._is_over(codes, windows))
        return Point(figure_of(self._definition, self._indicator, sum(found[1:], found[0])), offices, nil)

    def _came(self, codes: Sequence[str], windows: Sequence[Window]) -> Point:
        """How many have reported of those whose day is over, as a share; or how many have not."""
        received, today = self._sources.received, self._sources.today
        over = [
            (code, window.period)
            for window in windows
            for code in codes
            if self._sources.offices[code] <= window.due_on
            and (window.due_on < today or (code, window.period) in received)
        ]
        offices = Share(sum(place in received for place in over), len(over))
        if not over:
            return Point(None, offices, over=self._is_over(codes, windows))
        if self._adds_up():
            return Point(Figure(self._indicator, offices.whole - offices.part), offices)
        sums = Sums(offices.part, offices.whole, offices.whole)
        return Point(figure_of(self._definition, self._indicator, sums), offices)

    def _is_over(self, codes: Sequence[str], windows: Sequence[Window]) -> bool:
        return bool(codes and windows) and all(window.due_on <= self._sources.today for window in windows)

    def _reports(self, code: str, window: Window) -> bool:
        return self._sources.offices[code] <= window.due_on and window.opens_on <= self._sources.today

    def _is_due(self, code: str, window: Window) -> bool:
        """Whether the office was to report by today, or has reported already."""
        due = self._sources.offices[code] <= window.due_on <= self._sources.today
        place = (code, window.period)
        return due or place in self._now or place in self._sources.nil

    def _growth(self, codes: Sequence[str], windows: Sequence[Window]) -> Growth | None:
        now = then = pairs = 0
        for window in windows:
            earlier = self._sources.earlier.get(window.period, "")
            for code in codes:
                one, other = self._now.get((code, window.period)), self._then.get((code, earlier))
                if one is not None and other is not None and one.total is not None and other.total is not None:
                    now, then, pairs = now + one.total, then + other.total, pairs + 1
        return Growth(now, then, pairs) if pairs else None

    def _earlier_total(self, codes: Sequence[str], windows: Sequence[Window]) -> int | None:
        earlier = [self._sources.earlier.get(window.period, "") for window in windows]
        places = ((code, period) for period in earlier for code in codes)
        totals = [sums.total for place in places if (sums := self._then.get(place)) is not None]
        filled = [total for total in totals if total is not None]
        return sum(filled) if filled else None


def _by_place(every: Iterable[UnitSums], indicator: str) -> dict[tuple[str, str], Sums]:
    found: dict[tuple[str, str], Sums] = defaultdict(Sums)
    for one in every:
        if one.indicator == indicator:
            found[one.unit, one.period] = one.sums
    return dict(found)
