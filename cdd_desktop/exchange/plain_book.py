"""A workbook of one table to look at and to count with: headings that stay, filters, numbers as numbers.

Nothing is ever a formula: a text that begins like one is written as text. A table longer than a sheet goes on in the
next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

PlainCell = str | int | bool | Decimal | date | None
SHEET_ROWS = 1_000_000
MOST_DIGITS = 15  # a spreadsheet's numbers hold no more; a longer one is written as text
_LONGEST = 32_767
_HEAD = PatternFill("solid", fgColor="1F4E5F")
_WIDTHS = {"text": 22.0, "number": 12.0, "amount": 16.0, "place": 14.0, "day": 13.0, "yes_no": 9.0}
_FORMATS = {"number": "0", "amount": "#,##0.00", "place": "0.000000", "day": "yyyy-mm-dd"}


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """``kind`` is one of text, number, amount, place, day, yes_no."""

    heading: str
    kind: str


def write_plain_book(
    path: Path, title: str, columns: Sequence[PlainColumn], rows: Iterable[Sequence[PlainCell]]
) -> int:
    """Writes the table and answers the number of its rows; the memory it takes does not grow with them."""
    book = Workbook(write_only=True)
    sheet, filled, count = _sheet(book, title, columns), 0, 0
    for row in rows:
        if filled == SHEET_ROWS:
            _filter(sheet, columns, filled)
            sheet, filled = _sheet(book, f"{title[:24]} {len(book.worksheets) + 1}", columns), 0
        sheet.append([_cell(sheet, column, value) for column, value in zip(columns, row, strict=True)])
        filled += 1
        count += 1
    _filter(sheet, columns, filled)
    book.save(path)
    return count


def _sheet(book: Workbook, title: str, columns: Sequence[PlainColumn]) -> WriteOnlyWorksheet:
    sheet: WriteOnlyWorksheet = book.create_sheet("".join(char for char in title if char not in "[]:*?/\\")[:31])
    sheet.freeze_panes = "A2"
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[column.kind]
    head = []
    for column in columns:
        cell = WriteOnlyCell(sheet, column.heading)
        cell.font, cell.fill = Font(name="Sarabun", bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        head.append(cell)
    sheet.append(head)
    return sheet


def _filter(sheet: WriteOnlyWorksheet, columns: Sequence[PlainColumn], rows: int) -> None:
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{rows + 1}"


def _cell(sheet: WriteOnlyWorksheet, column: PlainColumn, value: PlainCell) -> WriteOnlyCell | None:
    if value is None:
        return None
    if isinstance(value, str) or (isinstance(value, int | Decimal) and _digits(value) > MOST_DIGITS):
        cell = WriteOnlyCell(sheet, None)
        cell.value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", str(value))[:_LONGEST], "s"
        return cell
    cell = WriteOnlyCell(sheet, value)
    if column.kind in _FORMATS:
        cell.number_format = _FORMATS[column.kind]
    return cell


def _digits(value: int | Decimal) -> int:
    return len(str(value).strip("-").replace(".", ""))
