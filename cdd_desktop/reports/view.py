"""What one view of a supervisor holds: tables, charts and the words around them. Screen, workbook, memo and clipboard
are made of these values, so that they cannot tell different figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from cdd_desktop.reports.chart import Absence, Chart


class Kind(StrEnum):
    """What a column holds. ``SHARE``: (part, whole), told as a percentage with both; ``PAIR``: two counts."""

    TEXT = "text"
    NUMBER = "number"
    AMOUNT = "amount"
    PERCENT = "percent"
    SHARE = "share"
    PAIR = "pair"
    DAY = "day"
    INSTANT = "instant"


_AT_THE_LEFT = (Kind.TEXT, Kind.DAY, Kind.INSTANT)
Value = int | Decimal | date | datetime | tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Cell:
    """``text`` is what is shown, ``value`` the figure itself (None where there is none: the text then says why; a
    percentage in hundredths of a percent). ``rank`` is what the column is ordered by (None last); ``tone`` makes a
    chip of it; ``spoken`` is read out where the text alone says too little; ``absence``: why there is no figure."""

    text: str
    rank: float | int | str | None = None
    tone: str | None = None
    spoken: str = ""
    value: Value = None
    absence: Absence | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A heading. ``heads`` name both counts of a share or pair where they stand apart, in a workbook; of any other kind
    the first is the whole heading there. ``unit`` is what its figures are counted in, where the heading does not say
    it."""

    title: str
    kind: Kind = Kind.TEXT
    heads: tuple[str, str] = ("", "")
    unit: str = ""

    @property
    def number(self) -> bool:
        """Whether cells stand at the right."""
        return self.kind not in _AT_THE_LEFT


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as given; the last is a total where ``with_total``. ``note`` says what is in it. ``listing``: too long to
    be read on paper, for a workbook only."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    with_total: bool = False
    note: str = ""
    listing: bool = False

    def texts(self) -> list[list[str]]:
        """Headings and rows as shown."""
        return [[column.title for column in self.columns], *([cell.text for cell in row] for row in self.rows)]


@dataclass(frozen=True, slots=True)
class Sorting:
    """The table of a title is ordered by a column, with ``down`` the largest first."""

    title: str
    column: int
    down: bool


def in_order(table: Table, column: int, *, down: bool) -> list[int]:
    """The numbers of a table's rows, ordered by a column; what has no rank comes after, a total last."""
    numbers = list(range(len(table.rows) - table.with_total))
    known = [number for number in numbers if table.rows[number][column].rank is not None]
    blank = [number for number in numbers if table.rows[number][column].rank is None]
    known.sort(key=lambda number: _rank(table.rows[number][column]), reverse=down)
    return [*known, *blank, *range(len(numbers), len(table.rows))]


def _rank(cell: Cell) -> tuple[str, float]:
    return (cell.rank, 0) if isinstance(cell.rank, str) else ("", float(cell.rank or 0))


@dataclass(frozen=True, slots=True)
class Section:
    """Charts, then tables, that belong together."""

    title: str
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One view whole. ``name`` is the plain name files get, ``subtitle`` the area and year, ``notes`` how old it is
    and of how many offices (n of m), ``summary`` what it comes to, a sentence each."""

    name: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()

    def tables(self) -> list[Table]:
        return [table for section in self.sections for table in section.tables]

    def charts(self) -> list[Chart]:
        return [chart for section in self.sections for chart in section.charts]

    def sorted(self, sortings: Iterable[Sorting]) -> View:
        """The same with its tables ordered as asked for."""
        by_title = {one.title: one for one in sortings}
        sections = (
            replace(section, tables=tuple(_sorted(table, by_title.get(table.title)) for table in section.tables))
            for section in self.sections
        )
        return replace(self, sections=tuple(sections)) if by_title else self


def _sorted(table: Table, sorting: Sorting | None) -> Table:
    if sorting is None or not sorting.column < len(table.columns):
        return table
    order = in_order(table, sorting.column, down=sorting.down)
    return replace(table, rows=tuple(table.rows[number] for number in order))
