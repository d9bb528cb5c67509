"""What is not due yet: told in one line on paper, where pages of rows that say nothing else would hide what there is.
Screens and workbooks keep every row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from cdd_desktop.reports.chart import Absence, Chart
from cdd_desktop.reports.view import Row, Section, Table
from cdd_desktop.ui.views.indicator_charts import Teller
from cdd_desktop.ui.words import Words

_SILENT = (Absence.NOT_DUE, Absence.BEFORE_DUTY)


def sentences(tellers: Sequence[Teller]) -> tuple[str, ...]:
    """A sentence a figure; one for all of which no period is due."""
    ahead = [teller for teller in tellers if len(teller.ahead()) == len(teller.table.windows)]
    told = tuple(teller.sentence() for teller in tellers if teller not in ahead)
    if not ahead:
        return told
    text = QCoreApplication.translate("Indicators", "{rounds}; no figures yet of: {names}")
    rounds, names = rounds_ahead(ahead[0]), ", ".join(teller.name for teller in ahead)
    return (*told, text.format(rounds=rounds, names=names))


def rounds_ahead(teller: Teller) -> str:
    """How many periods of a figure are not due yet, and which; "" for none."""
    ahead = teller.ahead()
    if not ahead:
        return ""
    text = QCoreApplication.translate("Indicators", "Rounds not due yet: {n} ({rounds})")
    rounds = ", ".join(teller.period(window) for window in ahead)
    return text.format(n=teller.words.format_number(len(ahead)), rounds=rounds)


def without_ahead(section: Section, words: Words) -> Section | None:
    """A section without the rows, lines and charts of which nothing is expected, with how many were left out; None
    where nothing is left of it."""
    tables = tuple(told for each in section.tables if (told := _due_table(each, words)) is not None)
    charts = tuple(shown for each in section.charts if (shown := _due_chart(each, words)) is not None)
    if (section.tables and not tables) or (section.charts and not charts and not section.tables):
        return None
    return replace(section, charts=charts, tables=tables)


def _due_table(table: Table, words: Words) -> Table | None:
    rows = tuple(row for row in table.rows if not _is_ahead(row))
    if len(rows) == len(table.rows):
        return table
    if not rows:
        return None
    with_total = table.with_total and rows[-1] is table.rows[-1]
    note = _with_left_out(table.note, len(table.rows) - len(rows), words)
    return replace(table, rows=rows, with_total=with_total, note=note)


def _is_ahead(row: Row) -> bool:
    """Whether nothing is expected of a row yet, or was: behind its name nothing else is said."""
    told = row[1:]
    silent = all(cell.value is None and cell.absence in (None, *_SILENT) for cell in told)
    return silent and any(cell.absence is not None for cell in told)


def _due_chart(chart: Chart, words: Words) -> Chart | None:
    bars = (*chart.columns, *chart.lines)
    ahead = [why in _SILENT for why in (*(bar.absence for bar in bars), *(tile.absence for tile in chart.tiles))]
    if not any(ahead):
        return chart
    if all(ahead):
        return None
    lines = tuple(bar for bar in chart.lines if bar.absence not in _SILENT)
    return replace(chart, lines=lines, note=_with_left_out(chart.note, len(chart.lines) - len(lines), words))


def _with_left_out(note: str, count: int, words: Words) -> str:
    """A note that says as well how many areas were left out, if any were."""
    if not count:
        return note
    text = QCoreApplication.translate("Indicators", "left out: {n} areas of which no report is due")
    left = text.format(n=words.format_number(count))
    return f"{note} · {left}" if note else left
