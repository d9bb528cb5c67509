"""A workbook of tables to look at and count with: titles, headings that stay, filters, numbers as numbers.

Nothing is ever a formula: a text that begins like one is written as text. The file is written whole or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cdd_desktop.clock import BANGKOK
from cdd_desktop.errors import RefusedError
from cdd_desktop.exchange.plain_book import MOST_DIGITS
from cdd_desktop.exchange.writing import FORMULA_SIGNS

BookCell = str | int | Decimal | date | datetime | None
_FONT = "TH Sarabun New"
_HEAD = PatternFill("solid", fgColor="FF1F5C4D")
_TOTAL = PatternFill("solid", fgColor="FFDDEBE6")
_THIN = Side(style="thin", color="FFC9D3CF")
_EDGES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_THAI = "[$-107041E]"  # the Buddhist era and Thai months: real dates, shown as people write them
_FORMATS = {
    "number": "#,##0",
    "amount": "#,##0.00",
    "percent": "0.0%",
    "day": f"{_THAI}d mmm yyyy",
    "instant": f"{_THAI}d mmm yyyy hh:mm",
}
_WIDTHS = {"text": 24.0, "number": 13.0, "amount": 18.0, "percent": 13.0, "day": 14.0, "instant": 19.0}
_LONGEST, _WIDEST = 32_767, 60.0
_TITLE_LENGTH = 31


@dataclass(frozen=True, slots=True)
class BookColumn:
    """``kind`` is one of text, number, amount, percent (a ratio), day, instant."""

    heading: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One table: ``name`` on the tab, ``lines`` above the headings (the first is the title), rows of cells; the last
    row is a total where ``with_total``."""

    name: str
    lines: tuple[str, ...]
    columns: tuple[BookColumn, ...]
    rows: tuple[tuple[BookCell, ...], ...]
    with_total: bool = False


def write_view_book(path: Path, sheets: Sequence[BookSheet], title: str) -> None:
    """Writes the sheets in their order. Raises ``RefusedError("workbook-unwritable")``."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = _plain(title), "CDD Desktop"
    names: set[str] = set()
    for sheet in sheets:
        _write(book.create_sheet(_tab(sheet.name, names)), sheet)
    half = path.with_name(path.name + ".part")
    try:
        book.save(half)
        half.replace(path)
    except OSError as error:
        raise RefusedError("workbook-unwritable", name=path.name) from error
    finally:
        half.unlink(missing_ok=True)


def _tab(name: str, taken: set[str]) -> str:
    """A name a spreadsheet allows, and no two alike."""
    plain = " ".join("".join(" " if char in "[]:*?/\\" else char for char in _plain(name)).split()).strip("'") or "-"
    for number in count(1):
        ending = f" {number}" if number > 1 else ""
        tab = plain[: _TITLE_LENGTH - len(ending)].rstrip() + ending
        if tab.casefold() not in taken:
            taken.add(tab.casefold())
            return tab
    raise AssertionError("numbers do not end")


def _write(sheet: Worksheet, table: BookSheet) -> None:
    for number, line in enumerate(table.lines, start=1):
        cell = _text(sheet.cell(number, 1), line)
        cell.font = Font(name=_FONT, size=18 if number == 1 else 14, bold=number == 1)
    head = len(table.lines) + 1
    for place, column in enumerate(table.columns, start=1):
        cell = _text(sheet.cell(head, place), column.heading)
        cell.font = Font(name=_FONT, size=14, bold=True, color="FFFFFFFF")
        cell.fill, cell.border = _HEAD, _EDGES
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        sheet.column_dimensions[get_column_letter(place)].width = _width(table, place - 1)
    sheet.row_dimensions[head].height = 60
    for number, row in enumerate(table.rows, start=head + 1):
        total = table.with_total and number == head + len(table.rows)
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True), start=1):
            _fill(sheet.cell(number, place), column, value, total=total)
    sheet.freeze_panes = sheet.cell(head + 1, 2)
    last = head + len(table.rows) - table.with_total  # a filter must not hide or move the total
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(table.columns))}{max(last, head)}"
    _page(sheet, head)


def _page(sheet: Worksheet, head: int) -> None:
    """As wide as a sheet of A4 on its side, with the headings on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddFooter.right.text = "&P / &N"


def _width(table: BookSheet, place: int) -> float:
    """As wide as its texts want, within reason."""
    column = table.columns[place]
    texts = [len(value) for row in table.rows if isinstance(value := row[place], str)]
    return min(max([_WIDTHS[column.kind] if column.kind != "text" else 14.0, *(1.1 * n + 2 for n in texts)]), _WIDEST)


def _fill(cell: Cell, column: BookColumn, value: BookCell, *, total: bool) -> None:
    cell.font, cell.border = Font(name=_FONT, size=14, bold=total), _EDGES
    cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
    if total:
        cell.fill = _TOTAL
    if value is None:
        return
    if isinstance(value, str) or (
        isinstance(value, int | Decimal) and len(str(abs(value)).replace(".", "")) > MOST_DIGITS
    ):
        _text(cell, str(value))
        return
    cell.value = value.astimezone(BANGKOK).replace(tzinfo=None) if isinstance(value, datetime) else value
    cell.number_format = _FORMATS.get(column.kind, "General")


def _too_long(value: BookCell) -> bool:
    """Whether a spreadsheet's number would lose digits of it."""
    return isinstance(value, int | Decimal) and len(str(abs(value)).replace(".", "")) > MOST_DIGITS


def _text(cell: Cell, text: str) -> Cell:
    """Text for good, also where it begins like a formula."""
    cell.value = _plain(text)[:_LONGEST]
    cell.data_type = "s"
    if text[:1] in FORMULA_SIGNS:
        cell.quotePrefix = True
    return cell


def _plain(text: str) -> str:
    return str(ILLEGAL_CHARACTERS_RE.sub("", text))
