"""The tables and charts of a view as strips: wide tables in several, long charts in parts, never a cut one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QCoreApplication

from cdd_desktop.reports.chart import Chart
from cdd_desktop.reports.view import Section, Table
from cdd_desktop.ui.printing.ink import CHART_SCALE
from cdd_desktop.ui.printing.page_model import BODY, CELL_HEAD, HEADING, NOTE, STRONG, Drawing, Strip
from cdd_desktop.ui.printing.tables import PAD, Column, Extent, Row, extent, table
from cdd_desktop.ui.printing.typeset import Typesetter
from cdd_desktop.ui.views.charts import LINE, head_height
from cdd_desktop.ui.views.tiles import grid_size

_ABOVE = 50.0  # points kept for a heading, which stands on the page of its chart
_SPARE = 1.2  # of an even share, so that no column is left over
_TILE, _STEP, _COLUMNS, _FLAT = 50, 32, 250, 100  # logical pixels of a chart's pieces; flat: no figure to draw


def section_strips(section: Section, setter: Typesetter) -> list[Strip]:
    """A heading, the charts, then the tables that are read on paper."""
    named = bool(section.charts) and section.charts[0].title == section.title and section.charts[0].shows
    strips = [] if named else setter.heading(section.title, HEADING, gap=14)
    gap = 4 if named else 0
    notes = [strip for note in section.notes for strip in setter.paragraph(note, NOTE, gap=gap, glued=True)]
    charts = [strip for chart in section.charts for strip in chart_strips(chart, setter)]
    strips += [*charts, *notes] if named else [*notes, *charts]  # a chart that is its own heading stands above them
    for each in on_paper(section):
        setter.step()
        strips += table_strips(each, setter, titled=each.title != section.title)
    return strips


def on_paper(section: Section) -> list[Table]:
    """Without the listings, which are for a workbook."""
    return [each for each in section.tables if not each.listing]


def wants_its_side(sections: Sequence[Section], setter: Typesetter) -> bool:
    """Whether a table does not fit on an upright page."""
    tables = [each for section in sections for each in on_paper(section)]
    return any(sum(one.wanted for one in _extents(each, setter)) > setter.width for each in tables)


# --- charts ----------------------------------------------------------------------------------------------------------


def chart_strips(chart: Chart, setter: Typesetter) -> list[Strip]:
    """A chart as wide as the page; one of many lines in parts that share a scale."""
    if not chart.shows:
        return []
    return [
        Strip(height, (Drawing(0, 0, setter.width, height, part),), gap=10)
        for part, height in _parts(chart, setter.height - _ABOVE)
    ]


def _parts(chart: Chart, most: float) -> Iterator[tuple[Chart, float]]:
    head = head_height(chart)
    if not chart.lines:
        yield chart, min((head + _body(chart)) * CHART_SCALE, most)
        return
    room = max(int((most / CHART_SCALE - head) // LINE), 1)
    top = max(max(bar.value or 0, bar.before or 0) for bar in chart.lines)
    for first in range(0, len(chart.lines), room):
        lines = chart.lines[first : first + room]
        yield replace(chart, lines=lines, top=top), (head + len(lines) * LINE + 2) * CHART_SCALE


def _body(chart: Chart) -> float:
    if chart.tiles:
        return grid_size([tile.code for tile in chart.tiles])[1] * _TILE
    if chart.pyramid:
        return len(chart.pyramid) * _STEP
    return _COLUMNS if any(bar.value or bar.before for bar in chart.columns) else _FLAT


# --- tables ----------------------------------------------------------------------------------------------------------


def table_strips(told: Table, setter: Typesetter, *, titled: bool = True) -> list[Strip]:
    """Title, note and rows; what does not fit in one table's width goes on in the next, its first column repeated."""
    strips = setter.paragraph(told.title, STRONG, gap=12, glued=True) if titled else []
    if told.note:
        strips += setter.paragraph(told.note, NOTE, glued=True)
    if not told.rows:
        return [*strips, *setter.paragraph(QCoreApplication.translate("Views", "None has been found."), BODY)]
    columns, rows, extents = _columns(told), _rows(told), _extents(told, setter)
    for chosen in _packed(extents, setter.width):
        strips += table(
            setter,
            [columns[place] for place in chosen],
            [Row(tuple(row.cells[place] for place in chosen), row.strong) for row in rows],
            gap=3 if chosen[-1] < len(columns) - 1 or chosen[1:2] == [1] else 10,
            extents=[extents[place] for place in chosen],
        )
    return strips


def _packed(extents: Sequence[Extent], room: float) -> Iterator[list[int]]:
    """Which columns stand together, the first one in every table; no table much fuller than another."""
    first, others = extents[0].least, [one.least for one in extents[1:]]
    tables = max(ceil(sum(others) / max(room - first, 1)), 1)
    even = min(sum(others) / tables * _SPARE, room - first)
    chosen, taken = [0], 0.0
    for place, wide in enumerate(others, start=1):
        if len(chosen) > 1 and taken + wide > even + 1:
            yield chosen
            chosen, taken = [0], 0.0
        chosen.append(place)
        taken += wide
    yield chosen


def _columns(told: Table) -> list[Column]:
    return [Column(each.title, "right" if each.number else "left", whole=each.number) for each in told.columns]


def _rows(told: Table) -> list[Row]:
    last = len(told.rows) - 1
    return [
        Row(tuple(cell.text for cell in row), strong=told.with_total and number == last)
        for number, row in enumerate(told.rows)
    ]


def _extents(told: Table, setter: Typesetter) -> list[Extent]:
    """What the columns ask for; a total is written in bold."""
    found = []
    for place, column in enumerate(_columns(told)):
        one = extent(setter, column, [row[place].text for row in told.rows])
        bold = setter.measure(told.rows[-1][place].text, CELL_HEAD) + 2 * PAD if told.with_total else 0.0
        least = max(one.least, bold) if column.whole else one.least
        found.append(Extent(least, max(one.natural, bold, least)))
    return found
