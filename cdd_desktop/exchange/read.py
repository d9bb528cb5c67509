"""Reading the cells of a workbook: plain values by sheet, after the file has been found harmless."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from cdd_desktop.errors import BadRequestError
from cdd_desktop.exchange.safety import check_workbook

Cell = str | int | float | bool | date | datetime | time | timedelta
Merged = tuple[tuple[int, int], tuple[int, int]]  # (row, column) of the first and the last cell, from 0


@dataclass(frozen=True, slots=True)
class SheetCells:
    """``rows`` begin with the sheet's first row; blank cells are ""."""

    name: str
    rows: list[list[Cell]]
    merged: tuple[Merged, ...] = ()
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as it was read."""

    path: Path
    sheets: tuple[SheetCells, ...]

    def sheet(self, name: str) -> SheetCells | None:
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def read_book(path: Path) -> Book:
    """The cells of all worksheets. Raises what ``check_workbook`` raises."""
    check_workbook(path)
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            sheets = []
            for place, about in enumerate(workbook.sheets_metadata):
                if about.typ is SheetTypeEnum.WorkSheet:
                    sheet = workbook.get_sheet_by_index(place)
                    rows = sheet.to_python(skip_empty_area=False)
                    merged = tuple(sheet.merged_cell_ranges or ())
                    sheets.append(SheetCells(about.name, rows, merged, about.visible is SheetVisibleEnum.Visible))
    except PasswordError as error:
        raise BadRequestError("workbook-password") from error
    except (CalamineError, XmlError, ZipError, OSError, ValueError) as error:
        raise BadRequestError("workbook-unreadable") from error
    return Book(path, tuple(sheets))
