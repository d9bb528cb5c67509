"""The supervisor's tables: offices × windows with their states, totals, and who has been silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from cdd_desktop.clock import bangkok_day
from cdd_desktop.collation import thai_key
from cdd_desktop.domain.fact import SubmissionFact
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.submission import SubmissionKey, SubmissionState, Verdict
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.periods.fiscal import month_column
from cdd_desktop.reports.completeness import Measures, is_returned, measure, total

SILENT_DAYS = 7


class CellState(StrEnum):
    """What a cell of the matrix says; of several submissions the one that wants most attention."""

    NOT_REPORTED = "not_reported"  # offices of this level do not report this dataset
    BEFORE_DUTY = "before_duty"
    NOT_DUE = "not_due"
    OPEN = "open"
    MISSING = "missing"
    RETURNED = "returned"
    RECEIVED_LATE = "received_late"
    FINISHED_ON_TIME = "finished_on_time"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    APPROVED = "approved"


MOST_URGENT_FIRST = (
    CellState.MISSING,
    CellState.RETURNED,
    CellState.OPEN,
    CellState.RECEIVED_LATE,
    CellState.FINISHED_ON_TIME,
    CellState.WAITING,
    CellState.ACCEPTED,
    CellState.APPROVED,
    CellState.NOT_DUE,
    CellState.BEFORE_DUTY,
    CellState.NOT_REPORTED,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One office (or one province with its districts) and one window. ``fact`` is set for a single office only."""

    state: CellState
    measures: Measures
    key: SubmissionKey | None = None
    fact: SubmissionFact | None = None

    @property
    def nil(self) -> bool:
        """Whether this is a received report that there is nothing to report."""
        return self.fact is not None and self.fact.received and self.fact.nil


@dataclass(frozen=True, slots=True)
class Duty:
    """An office that reports, since when, and when central last heard from it."""

    unit: Unit
    reports_from: date
    last_contact_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A line of the matrix. ``silent_days`` counts whole days since the last contact, None when there was none;
    of a rolled-up province it is the longest silence among its offices. ``offices`` tells how many stand behind it.
    """

    unit: Unit
    cells: tuple[Cell, ...]
    measures: Measures
    silent_days: int | None
    offices: int = 1


@dataclass(frozen=True, slots=True)
class Silence:
    """An office that has not been in contact for more than a week; None: never."""

    unit: Unit
    days: int | None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The matrix of one fiscal year for a scope, as of a day; ``pulled_at`` is how old the figures are.

    Rows and columns match ``UnitRow.cells``; ``column_totals`` has one entry a window. ``withdrawn`` are known
    submissions of periods that a newer schedule no longer has: outside of all figures.
    """

    scope: Unit
    fiscal_year: int
    today: date
    pulled_at: datetime | None
    windows: tuple[Window, ...]
    rows: tuple[UnitRow, ...]
    column_totals: tuple[Measures, ...]
    measures: Measures
    silent: tuple[Silence, ...]
    offices: int
    reporting_offices: int
    withdrawn: tuple[SubmissionKey, ...] = ()

    @property
    def rolled_up(self) -> bool:
        """Whether rows are provinces with their districts."""
        return self.scope.level is UnitLevel.DEPARTMENT


@dataclass(frozen=True, slots=True)
class Figures:
    """What a dashboard is made from: facts by submission, the instant of the question and of the last pull."""

    facts: Mapping[SubmissionKey, SubmissionFact]
    now: datetime
    pulled_at: datetime | None = None


def build_dashboard(
    scope: Unit, duties: Sequence[Duty], windows: Sequence[Window], figures: Figures, *, fiscal_year: int
) -> Dashboard:
    """Tables for a scope. ``windows`` are those to show, all of ``fiscal_year``; ``duties`` all offices in scope.

    For the department there is a row a province, else a row an office, the province's own first. Pure: the same
    facts give the same tables on a device and at central.
    """
    today = bangkok_day(figures.now)
    rows = [_row(duty, windows, figures, today) for duty in duties]
    shown = _provinces(rows) if scope.level is UnitLevel.DEPARTMENT else rows
    known = {(window.dataset, window.period) for window in windows}
    prefix = f"{fiscal_year}-"
    units = {duty.unit.code for duty in duties}
    return Dashboard(
        scope=scope,
        fiscal_year=fiscal_year,
        today=today,
        pulled_at=figures.pulled_at,
        windows=tuple(windows),
        rows=tuple(sorted(shown, key=_row_order)),
        column_totals=tuple(total(row.cells[index].measures for row in rows) for index in range(len(windows))),
        measures=total(row.measures for row in rows),
        silent=_silences(rows),
        offices=len(rows),
        reporting_offices=sum(row.measures.received + row.measures.early > 0 for row in rows),
        withdrawn=tuple(
            key
            for key in figures.facts
            if key.unit in units and key.period.startswith(prefix) and (key.dataset, key.period) not in known
        ),
    )


def narrow(dashboard: Dashboard, windows: Iterable[Window]) -> Dashboard:
    """The same tables with only some of their windows (a quarter, a bureau); totals follow."""
    wanted = {(window.dataset, window.period) for window in windows}
    kept = [index for index, window in enumerate(dashboard.windows) if (window.dataset, window.period) in wanted]
    column_totals = tuple(dashboard.column_totals[index] for index in kept)
    return replace(
        dashboard,
        windows=tuple(dashboard.windows[index] for index in kept),
        rows=tuple(_narrow_row(row, kept) for row in dashboard.rows),
        column_totals=column_totals,
        measures=total(column_totals),
    )


def with_state(dashboard: Dashboard, state: CellState) -> Dashboard:
    """The same tables with those rows only that have a cell of a state; totals stay those of the whole area."""
    return replace(dashboard, rows=tuple(row for row in dashboard.rows if any(c.state is state for c in row.cells)))


def quarter_shown(window: Window) -> int:
    """The quarter 1 to 4 of a fiscal year's view a window's due date stands in; the 13th month belongs to the last."""
    return min(month_column(window.fiscal_year, window.due_on) // 3 + 1, 4)


def begun(window: Window, today: date) -> bool:
    """Whether a window has opened: the part of the year a supervisor looks at first."""
    return window.opens_on <= today


def cell_state(window: Window, fact: SubmissionFact | None, reports_from: date, today: date) -> CellState:
    """The state of one office's one window on a day."""
    if fact is not None and fact.received:
        return _received_state(fact)
    if window.due_on < reports_from:
        return CellState.BEFORE_DUTY
    if window.due_on < today:
        return CellState.MISSING
    return CellState.OPEN if window.opens_on <= today else CellState.NOT_DUE


def _received_state(fact: SubmissionFact) -> CellState:
    if is_returned(fact):
        return CellState.RETURNED
    if fact.state is SubmissionState.APPROVED:
        return CellState.APPROVED
    if fact.state is SubmissionState.ACCEPTED:
        return CellState.ACCEPTED
    return {Verdict.FINISHED_ON_TIME: CellState.FINISHED_ON_TIME, Verdict.LATE: CellState.RECEIVED_LATE}.get(
        fact.verdict or Verdict.ON_TIME, CellState.WAITING
    )


def _row(duty: Duty, windows: Sequence[Window], figures: Figures, today: date) -> UnitRow:
    cells = []
    for window in windows:
        if not window.reported_by(duty.unit.level):
            cells.append(Cell(CellState.NOT_REPORTED, Measures()))
            continue
        key = SubmissionKey(duty.unit.code, window.dataset, window.period)
        fact = figures.facts.get(key)
        state = cell_state(window, fact, duty.reports_from, today)
        cells.append(Cell(state, measure(window, fact, duty.reports_from, today), key, fact))
    days = None if duty.last_contact_at is None else max((figures.now - duty.last_contact_at).days, 0)
    return UnitRow(duty.unit, tuple(cells), total(cell.measures for cell in cells), days)


def _narrow_row(row: UnitRow, kept: Sequence[int]) -> UnitRow:
    cells = tuple(row.cells[index] for index in kept)
    return replace(row, cells=cells, measures=total(cell.measures for cell in cells))


def _provinces(rows: Sequence[UnitRow]) -> list[UnitRow]:
    """A row a province: its own office's and its districts' counts added, the most urgent state of each window."""
    groups: dict[str, list[UnitRow]] = {}
    for row in rows:
        groups.setdefault(row.unit.province, []).append(row)
    shown = []
    for code, members in groups.items():
        cells = tuple(_rolled([row.cells[index] for row in members]) for index in range(len(members[0].cells)))
        days = [row.silent_days for row in members]
        shown.append(
            UnitRow(
                unit=next((row.unit for row in members if row.unit.code == code), members[0].unit),
                cells=cells,
                measures=total(row.measures for row in members),
                silent_days=None if None in days else max(day for day in days if day is not None),
                offices=len(members),
            )
        )
    return shown


def _rolled(cells: Sequence[Cell]) -> Cell:
    state = min((cell.state for cell in cells), key=MOST_URGENT_FIRST.index)
    return Cell(state, total(cell.measures for cell in cells))


def _silences(rows: Sequence[UnitRow]) -> tuple[Silence, ...]:
    """Never heard of first, then the longest silence."""
    quiet = [row for row in rows if row.silent_days is None or row.silent_days > SILENT_DAYS]
    quiet.sort(key=lambda row: (row.silent_days is not None, -(row.silent_days or 0), row.unit.code))
    return tuple(Silence(row.unit, row.silent_days) for row in quiet)


def _row_order(row: UnitRow) -> tuple[int, str]:
    """The province's own office before its districts; districts by code, as lists of the department have them."""
    return (0 if row.unit.level is UnitLevel.PROVINCE else 1, row.unit.code)


def by_name(rows: Iterable[UnitRow]) -> list[UnitRow]:
    """Rows in Thai dictionary order."""
    return sorted(rows, key=lambda row: thai_key(row.unit.name_th))
