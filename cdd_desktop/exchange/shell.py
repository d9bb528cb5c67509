"""The frame of a workbook, made with openpyxl: headings with notes, drop-downs, protection, and the hidden sheets.

Data rows are not written here: ``writing`` puts them into the frame. The rows ``SAMPLE_ROW`` (as it is) and the next
(quoted, so that a spreadsheet never takes the text for a formula) carry the styles of each column.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cdd_desktop.exchange.cells import Labels
from cdd_desktop.exchange.layout import NUMBER, Column, SheetLayout
from cdd_desktop.exchange.notes import is_required, note_of
from cdd_desktop.forms.definition import HUNDREDTHS, Definition, FieldType

GROUP_ROW, HEAD_ROW, SAMPLE_ROW = 2, 3, 4
ABOUT, LISTS, ROWS = "_cdd", "_cdd_lists", "_cdd_rows"
NAMES = "names/"  # on the sheet of rows: the names in the cells of a column that refers to entries
MARK = "cdd-desktop workbook"
FORMAT = 1
MOST_OFFERED = 2_000
"""Names in a drop-down; nobody finds one among more, and typing it does as well."""
_HEAD = PatternFill("solid", fgColor="FF1F5C4D")
_HEAD_REQUIRED = PatternFill("solid", fgColor="FF8A4B08")
_GROUP = PatternFill("solid", fgColor="FFDDEBE6")
_FONT = "TH Sarabun New"
_THIN = Side(style="thin", color="FFC9D3CF")
_FORMATS = {FieldType.INTEGER: "#,##0", FieldType.MOO: "0", FieldType.YEAR_BE: "0"}


class BookKind(StrEnum):
    """What a workbook is for: to be filled in, to be brought back, or to be handed out (never read back)."""

    TEMPLATE = "template"
    RETURN = "return"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What stands on the hidden sheet, and the lines above the headings."""

    kind: BookKind
    dataset: str
    form_version: int
    unit: str
    period: str
    title: str
    made_at: str


def shell(
    facts: BookFacts, definition: Definition, sheets: Sequence[SheetLayout], labels: Mapping[str, Labels], last_row: int
) -> bytes:
    """The frame as an xlsx file. ``labels`` are by column key; drop-downs reach down to ``last_row``."""
    book = Workbook()
    book.remove(book.active)
    lists = _Lists()
    for layout in sheets:
        sheet = book.create_sheet(layout.name)
        _head(sheet, layout, facts, definition)
        for place, column in enumerate(layout.columns, start=1):
            _style_column(sheet, place, column)
            if facts.kind is not BookKind.PUBLISHED:
                _offer(sheet, place, lists.of(column, labels), last_row)
        _protect(sheet, layout)
    if facts.kind is not BookKind.PUBLISHED:
        lists.write(_hidden(book, LISTS))
        _hidden(book, ROWS).append(("sheet", "ref", "content"))
    _about(_hidden(book, ABOUT), facts, sheets)
    memory = io.BytesIO()
    book.save(memory)
    return memory.getvalue()


def _hidden(book: Workbook, name: str) -> Worksheet:
    sheet = book.create_sheet(name)
    sheet.sheet_state = "hidden"
    return sheet


def _about(sheet: Worksheet, facts: BookFacts, sheets: Sequence[SheetLayout]) -> None:
    columns = [
        {"sheet": layout.name, "key": layout.key, "columns": [[column.key, column.label] for column in layout.columns]}
        for layout in sheets
    ]
    sheet.append((MARK, FORMAT))
    for name in ("kind", "dataset", "form_version", "unit", "period", "made_at"):
        sheet.append((name, str(getattr(facts, name))))
    for part in columns:
        sheet.append(("sheet", msgspec.json.encode(part).decode()))
    sheet.protection.sheet = True


def _head(sheet: Worksheet, layout: SheetLayout, facts: BookFacts, definition: Definition) -> None:
    sheet.cell(1, 1, facts.title).font = Font(name=_FONT, size=16, bold=True)
    start = 1
    for place, column in enumerate(layout.columns, start=1):
        cell = sheet.cell(HEAD_ROW, place, column.label)
        needed = column.field is not None and is_required(column.field)
        cell.font = Font(name=_FONT, size=14, bold=True, color="FFFFFFFF")
        cell.fill = _HEAD_REQUIRED if needed else _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.border = Border(left=_THIN, right=_THIN)
        if column.field is not None and facts.kind is not BookKind.PUBLISHED:
            text = note_of(definition, layout, column.field)
            cell.comment = Comment(text, "CDD Desktop", width=320, height=30 + 22 * (2 + len(text) // 40))
        last = place == len(layout.columns) or layout.columns[place].group != column.group
        if last:
            _group(sheet, start, place, column.group)
            start = place + 1
    sheet.row_dimensions[HEAD_ROW].height = 48
    sheet.freeze_panes = sheet.cell(SAMPLE_ROW, 4 if len(layout.columns) > 4 else 2)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(layout.columns))}{HEAD_ROW}"


def _group(sheet: Worksheet, first: int, last: int, label: str) -> None:
    if label:
        cell = sheet.cell(GROUP_ROW, first, label)
        cell.font, cell.fill = Font(name=_FONT, size=14, bold=True), _GROUP
        if last > first:
            sheet.merge_cells(start_row=GROUP_ROW, end_row=GROUP_ROW, start_column=first, end_column=last)


def _style_column(sheet: Worksheet, place: int, column: Column) -> None:
    field = column.field
    form = "@"
    if column.key == NUMBER:
        form = "0"
    elif field is not None and field.type in HUNDREDTHS:
        form = "#,##0" + ("." + "0" * field.decimals if field.decimals else "")
    elif field is not None:
        form = _FORMATS.get(field.type, "@")
    dimension = sheet.column_dimensions[get_column_letter(place)]
    dimension.width = _width(column)
    dimension.hidden = column.hidden
    cells = [dimension, sheet.cell(SAMPLE_ROW, place), sheet.cell(SAMPLE_ROW + 1, place)]
    for cell in cells:
        cell.number_format, cell.protection = form, Protection(locked=False)
        cell.font = Font(name=_FONT, size=14)
    cells[2].quotePrefix = True


def _width(column: Column) -> float:
    field = column.field
    if field is None:
        return 8
    if field.type is FieldType.TEXTAREA:
        return 40
    if field.type in HUNDREDTHS or field.type in _FORMATS:
        return 15
    return 26 if field.type in (FieldType.TEXT, FieldType.RECORD_REF, FieldType.MULTI_CHOICE) else 18


def _protect(sheet: Worksheet, layout: SheetLayout) -> None:
    """Headings stay as they are; rows can be added, removed, sorted and filtered. No password: it is no secret."""
    guard = sheet.protection
    guard.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(guard, allowed, False)
    sheet.sheet_properties.tabColor = "FF1F5C4D" if layout.line is None else "FF9DB8AF"


def _offer(sheet: Worksheet, place: int, source: str, last_row: int) -> None:
    if not source:
        return
    letter = get_column_letter(place)
    choice = DataValidation(type="list", formula1=source, allow_blank=True, errorStyle="warning")
    choice.errorTitle, choice.error = "ไม่อยู่ในรายการ", "ค่านี้ไม่อยู่ในรายการให้เลือก โปรแกรมจะแจ้งเมื่อนำเข้า"
    choice.showErrorMessage = True
    choice.add(f"{letter}{SAMPLE_ROW}:{letter}{last_row}")
    sheet.add_data_validation(choice)


class _Lists:
    """The choices of drop-downs, each list once, on a sheet of their own."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, ...], str] = {}

    def of(self, column: Column, labels: Mapping[str, Labels]) -> str:
        """The reference to a column's choices; "" where there is nothing to choose, or more than one thing."""
        field = column.field
        if field is None or field.type is FieldType.MULTI_CHOICE:
            return ""
        if field.type is FieldType.BOOLEAN:
            names: tuple[str, ...] = ("ใช่", "ไม่ใช่")
        elif field.options:
            names = tuple(choice.label_th for choice in field.options)
        else:
            names = tuple(labels[column.key].by_id.values()) if column.key in labels else ()
        names = names if len(names) <= MOST_OFFERED else ()
        if names and names not in self._sources:
            letter = get_column_letter(len(self._sources) + 1)
            self._sources[names] = f"'{LISTS}'!${letter}$1:${letter}${len(names)}"
        return self._sources[names] if names else ""

    def write(self, sheet: Worksheet) -> None:
        for place, names in enumerate(self._sources, start=1):
            for row, name in enumerate(names, start=1):
                cell = sheet.cell(row, place)
                cell.value, cell.data_type = name, "s"
