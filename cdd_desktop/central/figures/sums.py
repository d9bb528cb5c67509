"""Figures of frozen lists in their rows: written for an office, and carried on into the sums of its province."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, delete, select, tuple_
from sqlalchemy.orm import Session

from cdd_desktop.central.tables.bulk import insert_rows
from cdd_desktop.central.tables.figures import FigureRow, FigureSumRow, ListFactRow
from cdd_desktop.central.tables.numbers import take
from cdd_desktop.central.tables.rows import SubmissionRow
from cdd_desktop.forms.list_facts import FigureLine, ListFacts, lines_of

COUNTS = ("registered", "current", "explained", "compared", "copied")
Place = tuple[str, str, str]
"""Unit, dataset and period."""
SumKey = tuple[str, str, str, str, str]
"""Dataset, period, province, indicator and part."""


@dataclass(slots=True)
class Total:
    """What some offices' lines come to (``figure_rows.FigureSumRow``)."""

    offices: int = 0
    totals: int = 0
    pers: int = 0
    counted: int = 0
    total: int = 0
    per: int = 0

    def add(self, line: FigureLine, times: int = 1) -> None:
        """``times`` -1 takes an office's line away again."""
        self.offices += times
        self.totals += times * (line.total is not None)
        self.pers += times * (line.per is not None)
        self.counted += times * line.counted
        self.total += times * (line.total or 0)
        self.per += times * (line.per or 0)

    def take(self, other: Total) -> None:
        """Other offices' sums join these."""
        self.offices += other.offices
        self.totals += other.totals
        self.pers += other.pers
        self.counted += other.counted
        self.total += other.total
        self.per += other.per

    @property
    def line(self) -> tuple[int | None, int | None, int]:
        """Total, what it is divided by, and how many records counted; None where no office has any."""
        return self.total if self.totals else None, self.per if self.pers else None, self.counted


def place_of(row: SubmissionRow) -> Place:
    """Where the figures of a submission's list stand."""
    return row.unit, row.dataset, row.period


def sums_over(lines: Iterable[tuple[Place, FigureLine]]) -> dict[SumKey, Total]:
    """The sums of provinces over offices' lines."""
    found: dict[SumKey, Total] = {}
    for (unit, dataset, period), line in lines:
        found.setdefault((dataset, period, unit[:2], line.indicator, line.part), Total()).add(line)
    return found


@dataclass(slots=True)
class FigureWriter:
    """Writes what lists come to, for offices of one province; ``flush`` once at the end."""

    session: Session
    _moved: dict[SumKey, Total] = field(default_factory=dict)

    def write(self, place: Place, facts: ListFacts | None) -> bool:
        """Takes the place of what was known of a submission's list; answers whether that was something else."""
        lines = lines_of(facts.sums) if facts is not None else []
        counts = None if facts is None else tuple(getattr(facts, name) for name in COUNTS)
        held, held_counts = read_lines(self.session, [place]).get(place, []), read_counts(self.session, [place])
        if sorted(held) == sorted(lines) and held_counts.get(place) == counts:
            return False
        for table in (FigureRow, ListFactRow):
            self.session.execute(delete(table).where(*_at(table, place)), execution_options=_UNSEEN)
        names = dict(zip(("unit", "dataset", "period"), place, strict=True))
        insert_rows(self.session, FigureRow, [{**names, **line._asdict()} for line in lines])
        if counts is not None:
            insert_rows(self.session, ListFactRow, [{**names, **dict(zip(COUNTS, counts, strict=True))}])
        for times, some in ((-1, held), (1, lines)):
            for line in some:
                key = (place[1], place[2], place[0][:2], line.indicator, line.part)
                self._moved.setdefault(key, Total()).add(line, times)
        return True

    def flush(self) -> None:
        """Carry the differences on into the provinces' sums, each under its lock, which is held until the commit."""
        moved = {key: change for key, change in self._moved.items() if change != Total()}
        for province in sorted({key[2] for key in moved}):
            take(self.session, f"figures/{province}")
            self._add(province, {key: change for key, change in moved.items() if key[2] == province})
        self._moved.clear()

    def _add(self, province: str, moved: Mapping[SumKey, Total]) -> None:
        row = FigureSumRow
        places = sorted({key[:2] for key in moved})
        query = select(row).where(tuple_(row.dataset, row.period).in_(places), row.province == province)
        held = {(r.dataset, r.period, r.province, r.indicator, r.part): r for r in self.session.scalars(query)}
        new = []
        for key, change in moved.items():
            found = held.get(key)
            if found is None:
                names = zip(("dataset", "period", "province", "indicator", "part"), key, strict=True)
                new.append({**dict(names), **{name: getattr(change, name) for name in _SUMMED}})
                continue
            for name in _SUMMED:
                setattr(found, name, getattr(found, name) + getattr(change, name))
        insert_rows(self.session, row, new)
        self.session.flush()


_SUMMED = ("offices", "totals", "pers", "counted", "total", "per")
_BUNCH = 500
_UNSEEN = {"synchronize_session": False}


def every_line(session: Session, *wanted: ColumnElement[bool]) -> Iterator[tuple[Place, FigureLine]]:
    """The figures of all offices, or of those that are wanted."""
    row = FigureRow
    query = select(row.unit, row.dataset, row.period, row.indicator, row.part, row.total, row.per, row.counted)
    rows = session.execute(query.where(*wanted).execution_options(yield_per=_BUNCH))
    for unit, dataset, period, indicator, part, total, per, counted in rows:
        yield (unit, dataset, period), FigureLine(indicator, part, total, per, counted)


def read_lines(session: Session, places: Collection[Place]) -> dict[Place, list[FigureLine]]:
    """The figures of these submissions' lists."""
    found: dict[Place, list[FigureLine]] = {}
    if places:
        wanted = tuple_(FigureRow.unit, FigureRow.dataset, FigureRow.period).in_(places)
        for place, line in every_line(session, wanted):
            found.setdefault(place, []).append(line)
    return found


def read_counts(session: Session, places: Collection[Place]) -> dict[Place, tuple[int, ...]]:
    """The facts of these submissions' lists, in the order of ``COUNTS``."""
    row = ListFactRow
    columns = (row.unit, row.dataset, row.period, *(getattr(row, name) for name in COUNTS))
    wanted = tuple_(row.unit, row.dataset, row.period).in_(places)
    rows = session.execute(select(*columns).where(wanted)) if places else ()
    return {(unit, dataset, period): tuple(counts) for unit, dataset, period, *counts in rows}


def _at(table: type[FigureRow | ListFactRow], place: Place) -> tuple[ColumnElement[bool], ...]:
    return (table.unit == place[0], table.dataset == place[1], table.period == place[2])
