"""The overview as tables: the figures of the area, offices × windows, what is late and whose, every report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import Window
from cdd_desktop.reports.chart import Chart, Tile
from cdd_desktop.reports.completeness import Measures, Share
from cdd_desktop.reports.dashboard import Cell as MatrixCell
from cdd_desktop.reports.dashboard import CellState, Dashboard, UnitRow
from cdd_desktop.reports.view import Cell, Column, Kind, Row, Table
from cdd_desktop.ui.state_words import verdict_word
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.cell_words import (
    TONES,
    cell_text,
    column_head,
    count_text,
    count_tone,
    state_in_words,
)
from cdd_desktop.ui.views.telling import Telling, place_columns

LATE = (CellState.MISSING, CellState.RETURNED)
Place = tuple[UnitRow, Window, MatrixCell]


def figures_table(measures: Measures, telling: Telling) -> Table:
    """What the cards above the matrix say, a line a figure."""
    translate = QCoreApplication.translate
    columns = (
        Column(translate("Views", "What is measured")),
        Column(translate("Views", "Reports"), Kind.NUMBER),
        Column(
            translate("Views", "Of those expected"),
            Kind.SHARE,
            (translate("Views", "Reports of it"), translate("Views", "Reports expected")),
        ),
    )
    counted = (
        (translate("Views", "Expected by today"), measures.expected),
        (translate("Views", "Received (declared completeness)"), measures.received),
        (translate("Views", "Received on time"), measures.on_time),
        (translate("Views", "Done in time, arrived late"), measures.finished_on_time),
        (translate("Views", "Received late"), measures.late),
        (translate("Views", "Missing"), measures.missing),
        (translate("Views", "Sent back"), measures.returned),
        (translate("Views", "Received, to check"), measures.waiting),
        (translate("Views", "Accepted"), measures.accepted),
        (translate("Views", "Approved"), measures.approved),
        (translate("Views", "Nothing to report"), measures.nil),
    )
    rows: list[Row] = [
        (Cell(label), telling.count(count), telling.share(Share(count, measures.expected))) for label, count in counted
    ]
    entries = translate("Views", "Entries done, of those expected (computed completeness)")
    rows.append((Cell(entries), telling.count(measures.entries_done), telling.share(measures.computed)))
    rows.append((Cell(translate("Views", "Open, not yet due")), telling.count(measures.open), Cell("–")))
    return Table(translate("Views", "Figures of the area"), columns, tuple(rows))


def matrix_table(dashboard: Dashboard, telling: Telling, rows: Sequence[UnitRow] | None = None) -> Table:
    """Offices × windows as on screen: of an office a word, of a province's offices received of expected. ``rows`` are
    those of the dashboard, in their order on screen."""
    translate = QCoreApplication.translate
    received = translate("Views", "received"), translate("Views", "expected")
    columns = [Column(translate("Views", "Office")), _pair(translate("Views", "Complete"), received)]
    for window in dashboard.windows:
        head = " ".join(column_head(window, telling.words))
        columns.append(_pair(head, received) if dashboard.rolled_up else Column(head))
    lines = [_line(row, telling) for row in (dashboard.rows if rows is None else rows)]
    if len(lines) > 1:
        sums = [_counted(measures, telling) for measures in dashboard.column_totals]
        sums = sums if dashboard.rolled_up else [replace(cell, value=None) for cell in sums]  # below words
        lines.append((Cell(translate("Views", "Total")), _counted(dashboard.measures, telling), *sums))
    title = (
        translate("Views", "Provinces × datasets") if dashboard.rolled_up else translate("Views", "Offices × datasets")
    )
    return Table(title, tuple(columns), tuple(lines), with_total=len(lines) > 1)


def _pair(title: str, heads: tuple[str, str]) -> Column:
    return Column(title, Kind.PAIR, (f"{title} · {heads[0]}", f"{title} · {heads[1]}"))


def _line(row: UnitRow, telling: Telling) -> Row:
    cells = (_cell(cell, telling) for cell in row.cells)
    return (telling.area(row.unit), _counted(row.measures, telling), *cells)


def _cell(cell: MatrixCell, telling: Telling) -> Cell:
    text, tone = cell_text(cell, telling.words), TONES[cell.state]
    if cell.key is None and cell.measures.expected:
        return Cell(text, None, tone, value=(cell.measures.received, cell.measures.expected))
    return Cell(text, None, tone if cell.state is not CellState.NOT_REPORTED else None)


def _counted(measures: Measures, telling: Telling) -> Cell:
    value = (measures.received, measures.expected) if measures.expected else None
    return Cell(count_text(measures, telling.words), measures.declared.ratio, count_tone(measures), value=value)


def office_table(windows: Sequence[Window], row: UnitRow, telling: Telling) -> Table:
    """All windows of one office."""
    title = QCoreApplication.translate("Views", "Submissions of this office")
    return _reports(title, [(row, window, cell) for window, cell in zip(windows, row.cells, strict=True)], telling)


def late_table(dashboard: Dashboard, telling: Telling) -> Table:
    """What is missing or sent back, and whose; of the department by province, with how many."""
    translate = QCoreApplication.translate
    found = [place for place in _places(dashboard) if place[2].state in LATE or place[2].measures.missing]
    found.sort(key=lambda place: (place[1].due_on, place[0].unit.code))
    if not dashboard.rolled_up:
        return _reports(translate("Views", "Missing or sent back"), found, telling)
    columns = (
        *place_columns(),
        Column(translate("Views", "Due"), Kind.DAY),
        Column(translate("Views", "Missing"), Kind.NUMBER),
        Column(translate("Views", "Sent back"), Kind.NUMBER),
        Column(translate("Views", "Reports expected"), Kind.NUMBER),
    )
    rows = [
        (
            *_where(row, window, telling),
            *(telling.count(n) for n in (cell.measures.missing, cell.measures.returned, cell.measures.expected)),
        )
        for row, window, cell in found
    ]
    return Table(translate("Views", "Missing or sent back"), columns, tuple(rows))


def every_report_table(dashboard: Dashboard, telling: Telling) -> tuple[Table, ...]:
    """A line for every office and window, to be filtered in a workbook; none where rows are whole provinces."""
    if dashboard.rolled_up or len(dashboard.rows) < 2:
        return ()
    title = QCoreApplication.translate("Views", "Every report")
    return (_reports(title, list(_places(dashboard)), telling, listing=True),)


def completeness_map(dashboard: Dashboard, telling: Telling) -> Chart:
    """A tile an area: received of expected."""
    title = QCoreApplication.translate("Views", "Received of expected")
    tiles = tuple(
        Tile(
            row.unit.code,
            telling.words.area(row.unit),
            count_text(row.measures, telling.words),
            _tone(row.measures),
        )
        for row in dashboard.rows
    )
    return Chart(title, tiles=tiles if len(tiles) > 1 else ())


def _tone(measures: Measures) -> Tone | None:
    return count_tone(measures) if measures.expected else None


def _places(dashboard: Dashboard) -> Iterator[Place]:
    for row in dashboard.rows:
        for window, cell in zip(dashboard.windows, row.cells, strict=True):
            yield row, window, cell


def _where(row: UnitRow, window: Window, telling: Telling) -> Row:
    words = telling.words
    return (
        telling.area(row.unit),
        Cell(words.dataset(window.dataset), window.number),
        Cell(words.period(window), window.due_on.isoformat()),
        Cell(words.format_date(window.due_on), window.due_on.isoformat(), value=window.due_on),
    )


def _reports(title: str, places: Sequence[Place], telling: Telling, *, listing: bool = False) -> Table:
    """A line a report: office, dataset, period, due date, state, timeliness, entries."""
    translate = QCoreApplication.translate
    columns = (
        *place_columns(),
        Column(translate("Views", "Due"), Kind.DAY),
        Column(translate("Views", "State")),
        Column(translate("Views", "Timeliness")),
        Column(
            translate("Views", "Entries done"),
            Kind.PAIR,
            (translate("Views", "Entries done"), translate("Views", "Entries expected")),
        ),
    )
    rows = [
        (*_where(row, window, telling), *_standing(cell, telling))
        for row, window, cell in places
        if cell.state is not CellState.NOT_REPORTED
    ]
    return Table(title, columns, tuple(rows), listing=listing)


def _standing(cell: MatrixCell, telling: Telling) -> Row:
    fact, state = cell.fact, state_in_words(cell)
    verdict = verdict_word(fact.verdict) if fact is not None and fact.received and fact.verdict is not None else ""
    entries = Cell("")
    if fact is not None and (fact.progress.expected or fact.progress.done):
        entries = telling.pair(fact.progress.done, fact.progress.expected)
    return (Cell(state, state, TONES[cell.state]), Cell(verdict, verdict), entries)
