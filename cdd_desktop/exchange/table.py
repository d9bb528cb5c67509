"""Small lists as files: rows out of a .csv or .xlsx, and rows into one. Nothing is ever a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from openpyxl import Workbook
from openpyxl.styles import Font

from cdd_desktop.errors import BadRequestError
from cdd_desktop.exchange.read import Cell, read_book

LARGEST_TEXT = 5 * 2**20
MOST_LINES = 20_000
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadLine(Generic[T]):
    """One line of a file: what it means, or the code of why it means nothing. ``row`` counts from 1; ``shown`` is
    what stands in it."""

    row: int
    shown: str
    value: T | None = None
    code: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


def read_rows(path: Path) -> list[list[Cell]]:
    """The rows of a text file with separators, or of the first sheet of a workbook that holds any; blank rows too.

    Raises ``BadRequestError``: ``list-extension``, ``list-unreadable``, ``list-too-long``, and what ``read_book``
    raises.
    """
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        rows: list[list[Cell]] = [list(row) for row in csv.reader(io.StringIO(_csv_text(path)), _separator(path))]
    elif suffix == ".xlsx":
        sheets = [sheet.rows for sheet in read_book(path).sheets if sheet.visible]
        rows = next((found for found in sheets if any(cell != "" for row in found for cell in row)), [])
    else:
        raise BadRequestError("list-extension", name=path.name)
    if len(rows) > MOST_LINES:
        raise BadRequestError("list-too-long", most=f"{MOST_LINES:,}")
    return rows


def read_bytes(path: Path) -> bytes:
    """A text file whole. Raises ``BadRequestError``: ``list-unreadable`` or ``list-too-long``."""
    try:
        if path.stat().st_size > LARGEST_TEXT:
            raise BadRequestError("list-too-long", most=f"{LARGEST_TEXT // 2**20} MB")
        return path.read_bytes()
    except OSError as error:
        raise BadRequestError("list-unreadable", name=path.name) from error


def write_rows(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> None:
    """Writes the file whole or not at all. Raises ``BadRequestError``: ``list-extension`` or ``list-unwritable``."""
    suffix = path.suffix.casefold()
    if suffix not in (".csv", ".xlsx"):
        raise BadRequestError("list-extension", name=path.name)
    make = _write_csv if suffix == ".csv" else _write_workbook
    write_whole(path, lambda half: make(half, headings, rows))


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Lets ``write`` fill a file beside the one wanted and puts it in its place."""
    half = path.with_name(path.name + ".part")
    try:
        write(half)
        half.replace(path)
    except OSError as error:
        raise BadRequestError("list-unwritable", name=path.name) from error
    finally:
        half.unlink(missing_ok=True)


def plain_text(cell: Cell) -> str:
    """What stands in a cell, without the sign that kept a spreadsheet from calculating it."""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return text[1:] if text.startswith("'") and _is_active(text) else text


def _csv_text(path: Path) -> str:
    """As UTF-8, or as Thai Windows writes it."""
    data = read_bytes(path)
    if b"\x00" in data:
        raise BadRequestError("list-unreadable", name=path.name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp874", errors="replace")


class _Comma(csv.excel):
    pass


class _Semicolon(csv.excel):
    delimiter = ";"


class _Tab(csv.excel):
    delimiter = "\t"


def _separator(path: Path) -> type[csv.Dialect]:
    """The separator that stands most often in the first line."""
    head = _csv_text(path).split("\n", 1)[0]
    return max((_Comma, _Semicolon, _Tab), key=lambda dialect: head.count(dialect.delimiter))


def _write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows([[_inert(value) for value in row] for row in rows])


def _inert(value: str | int) -> str | int:
    """Text that a spreadsheet would calculate gets a sign before it, and so does one that has the sign already."""
    return f"'{value}" if isinstance(value, str) and _is_active(value) else value


def _is_active(text: str) -> bool:
    return text.lstrip("'").startswith(_ACTIVE)


def _write_workbook(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(list(headings))
    for row in rows:
        sheet.append([_inert(value) for value in row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for number, heading in enumerate(sheet[1], 1):
        heading.font = Font(bold=True)
        sheet.column_dimensions[heading.column_letter].width = 18 if number < len(headings) else 36
    sheet.freeze_panes = "A2"
    book.save(path)
