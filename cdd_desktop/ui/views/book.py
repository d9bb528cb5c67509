"""A view as a workbook: every table a sheet, every figure a number, counts of shares in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cdd_desktop.exchange.view_book import BookCell, BookColumn, BookSheet, write_view_book
from cdd_desktop.reports.view import Cell, Column, Kind, Table, View

_FINE = Decimal("0.000001")  # a spreadsheet's numbers hold 15 digits
_RATIO = 10_000  # hundredths of a percent in one


def write_view(view: View, file: Path) -> int:
    """Writes the workbook whole or not at all; answers the number of its sheets.

    Raises ``RefusedError("workbook-unwritable")``.
    """
    sheets = [_sheet(view, table) for table in view.tables()]
    write_view_book(file, sheets, f"{view.title} {view.subtitle}")
    return len(sheets)


def _sheet(view: View, table: Table) -> BookSheet:
    title = view.title if table.title == view.title else f"{view.title} · {table.title}"
    lines = (title, view.subtitle, " · ".join(view.notes), table.note)
    rows = table.rows
    if not rows:
        none = QCoreApplication.translate("Views", "None has been found.")
        lines = (*lines[:-1], f"{table.note} {none}".strip())
    return BookSheet(
        table.title,
        tuple(line for line in lines if line),
        tuple(part for column in table.columns for part in _columns(column)),
        tuple(
            tuple(part for column, cell in zip(table.columns, row, strict=True) for part in _cells(column, cell))
            for row in rows
        ),
        table.with_total,
    )


def _columns(column: Column) -> Iterator[BookColumn]:
    if column.kind in (Kind.SHARE, Kind.PAIR):
        yield from (BookColumn(head, "number") for head in column.heads)
        if column.kind is Kind.SHARE:
            yield BookColumn(f"{column.title} (%)", "percent")
        return
    heading = column.heads[0] or column.title
    yield BookColumn(f"{heading} ({column.unit})" if column.unit else heading, column.kind.value)


def _cells(column: Column, cell: Cell) -> Iterator[BookCell]:
    """What stands in the columns of a cell; a word stays where there is no figure, as it says why."""
    value = cell.value
    if column.kind in (Kind.SHARE, Kind.PAIR):
        part, whole = value if isinstance(value, tuple) else (cell.text or None, None)
        yield part
        yield whole
        if column.kind is Kind.SHARE:
            yield (Decimal(part) / whole).quantize(_FINE) if isinstance(part, int) and whole else None
    elif column.kind is Kind.PERCENT and isinstance(value, int):
        yield Decimal(value) / _RATIO
    else:
        assert not isinstance(value, tuple)
        yield (cell.text or None) if value is None else value
