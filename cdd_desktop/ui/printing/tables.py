"""Tables as strips: columns as wide as their contents want, rows in one piece, the head on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cdd_desktop.ui.printing.page_model import CELL, CELL_HEAD, Box, Item, Strip, Stroke, Style
from cdd_desktop.ui.printing.thai_lines import pieces
from cdd_desktop.ui.printing.typeset import Align, Typesetter

PAD = 3.0
_LEAST = 26.0  # no column is narrower
_TEXT_WANTS = 110.0  # what a column of text is content with when columns are packed into a table
_SAMPLE = 2_000  # cells looked at for the width of a column


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and where its cells stand. ``whole``: cells are never broken (numbers, dates, ids)."""

    title: str
    align: Align = "left"
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right; ``strong`` for totals. ``room``: the row is at least so high, to be written in."""

    cells: tuple[str, ...]
    strong: bool = False
    room: float = 0


@dataclass(frozen=True, slots=True)
class Extent:
    """What a column asks for: at least ``least`` points, and ``natural`` to hold every cell in one line."""

    least: float
    natural: float

    @property
    def wanted(self) -> float:
        """What it is packed with: numbers whole, text in a few lines."""
        return max(self.least, min(self.natural, _TEXT_WANTS))


def extent(setter: Typesetter, column: Column, cells: Sequence[str]) -> Extent:
    """The widths of a column with its cells, padding included."""
    words = [setter.measure(piece.rstrip(), CELL_HEAD) for piece in pieces(column.title)]
    natural = least = max([_LEAST, *words])
    natural = max(natural, min(setter.measure(column.title, CELL_HEAD), _TEXT_WANTS))
    distinct = dict.fromkeys(cell for cell in cells if cell)
    for cell in list(distinct)[:_SAMPLE]:
        wide = max(setter.measure(line, CELL) for line in cell.split("\n"))
        natural = max(natural, wide)
        if column.whole:
            least = max(least, wide)
        elif wide > least:
            least = max([least, *(setter.measure(piece.rstrip(), CELL) for piece in pieces(cell))])
    least = least if column.whole else min(least, _TEXT_WANTS)
    return Extent(least + 2 * PAD, max(natural, least) + 2 * PAD)


def widths(extents: Sequence[Extent], room: float) -> list[float]:
    """The width of each column; together they are ``room``."""
    natural = sum(one.natural for one in extents)
    if natural <= room:
        spare = (room - natural) / natural
        return [one.natural * (1 + spare) for one in extents]
    least = sum(one.least for one in extents)
    if least >= room:
        return [one.least * room / least for one in extents]
    share = (room - least) / (natural - least)
    return [one.least + (one.natural - one.least) * share for one in extents]


def table(
    setter: Typesetter,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    gap: float = 6,
    extents: Sequence[Extent] = (),
    closing: int = 0,
) -> list[Strip]:
    """The table's strips; the last ``closing`` rows stay with what follows (a sum, a signature)."""
    asked = extents or [extent(setter, column, [row.cells[n] for row in rows]) for n, column in enumerate(columns)]
    grid = _Grid(setter, tuple(columns), tuple(widths(asked, setter.width)))
    head = grid.head()
    strips = [replace(head, gap=gap, glued=True)]
    for number, row in enumerate(rows):
        setter.step()
        before_total = number + 1 < len(rows) and rows[number + 1].strong
        keep = number >= len(rows) - closing or before_total
        for strip in grid.row(row, setter.height - head.height):
            strips.append(replace(strip, head=head, glued=keep))
    return strips


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of one table with their widths."""

    setter: Typesetter
    columns: tuple[Column, ...]
    sizes: tuple[float, ...]

    def head(self) -> Strip:
        titles = [
            self.setter.lines(column.title, CELL_HEAD, size - 2 * PAD)
            for column, size in zip(self.columns, self.sizes, strict=True)
        ]
        height = max(map(len, titles)) * CELL_HEAD.line_height + PAD
        return Strip(height, tuple(self._items(titles, CELL_HEAD, height, head=True)))

    def row(self, row: Row, limit: float) -> list[Strip]:
        """The strip of a row; more than one only where the row is taller than ``limit``."""
        style = CELL_HEAD if row.strong else CELL
        broken = [
            self.setter.lines(cell, style, size - 2 * PAD) for cell, size in zip(row.cells, self.sizes, strict=True)
        ]
        tallest = max(map(len, broken))
        most = max(1, int((limit - PAD) // style.line_height))
        strips = []
        for first in range(0, tallest, most):
            shown = [lines[first : first + most] for lines in broken]
            height = max(max(map(len, shown)) * style.line_height + PAD, row.room)
            strips.append(Strip(height, tuple(self._items(shown, style, height))))
        return strips

    def _items(
        self, cells: Sequence[Sequence[str]], style: Style, height: float, *, head: bool = False
    ) -> Iterator[Item]:
        yield Box(0, 0, sum(self.sizes), height, 0.5, filled=head)
        x = 0.0
        for column, lines, size in zip(self.columns, cells, self.sizes, strict=True):
            if x:
                yield Stroke(x, 0, x, height, 0.5)
            top = (height - len(lines) * style.line_height) / 2 if head else PAD / 2
            align: Align = "centre" if head else column.align
            for n, line in enumerate(lines):
                y = top + n * style.line_height + style.baseline
                yield self.setter.run(line, style, x=x + PAD, y=y, room=size - 2 * PAD, align=align)
            x += size
