"""Rows of a sheet as drafts: every cell read, an untouched cell known as one, tables joined to their records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.exchange.cells import CellReader, Labels, Reading, cell_writer, plain_number, written_raw
from cdd_desktop.exchange.columns import SheetMap
from cdd_desktop.exchange.layout import NUMBER, REF, ROW, SheetLayout
from cdd_desktop.exchange.plan import DraftRow, Fault, Mended
from cdd_desktop.exchange.read import Cell, SheetCells
from cdd_desktop.forms.values import Ask, NotAValue, Parsed

_EVERY = 500


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading cells needs of the office: names that stand for ids by column, the day, the area's code."""

    labels: Mapping[str, Labels]
    today: date
    area: str
    bases: Mapping[tuple[str, str], dict[str, Any]]


@dataclass(slots=True)
class _Column:
    place: int
    key: str
    reader: CellReader
    written: Callable[[Value], str | int | float | None]


def read_drafts(
    sheet: SheetCells, layout: SheetLayout, found: SheetMap, reader: Reader, *, heard: Callable[[int], None]
) -> list[DraftRow]:
    """The rows that hold anything. ``heard`` is told every few hundred rows how many are read, and may raise."""
    columns = _columns(layout, found, reader)
    places = {key: place for place, key in found.columns.items()}
    cells = {column.key: column.place for column in columns}
    rows: list[DraftRow] = []
    for number, row in enumerate(sheet.rows[found.first_row :], start=found.first_row):
        if number % _EVERY == 0:
            heard(number)
        ref = _text(row, places.get(REF))
        draft = DraftRow(sheet.name, number, ref, _text(row, places.get(NUMBER)), cells=cells)
        draft.base = reader.bases.get((layout.key, ref)) if ref else None
        filled = _read_row(draft, row, columns, "")
        if filled or draft.base is not None:
            rows.append(draft)
        elif ref:
            draft.refuse("reference-altered")
            rows.append(draft)
    return rows


def join_tables(
    sheet: SheetCells, layout: SheetLayout, found: SheetMap, reader: Reader, drafts: Sequence[DraftRow]
) -> None:
    """Adds the rows of a table's sheet to the drafts of their records; a row whose record is not on its sheet is a
    draft's fault, or, with no record at all, the first draft's."""
    line = layout.line
    assert line is not None
    columns = _columns(layout, found, reader)
    places = {key: place for place, key in found.columns.items()}
    by_number = {draft.number: draft for draft in drafts if draft.number}
    seen: dict[int, set[str]] = {}
    lost: list[Fault] = []
    for number, row in enumerate(sheet.rows[found.first_row :], start=found.first_row):
        if all(cell == "" for cell in row):
            continue
        draft = by_number.get(_text(row, places.get(NUMBER)))
        if draft is None:
            lost.append(Fault(sheet.name, number, places.get(NUMBER), "table-row-lost"))
            continue
        rows = seen.setdefault(id(draft), set())
        key = _text(row, places.get(ROW)).split(" ")[0] or _new_key(draft, line.key, rows)
        if key in rows or (line.fixed_rows and key not in {fixed.code for fixed in line.fixed_rows}):
            draft.faults.append(Fault(sheet.name, number, places.get(ROW), "table-row-twice"))
            continue
        rows.add(key)
        at = _Elsewhere(draft, sheet.name, number)
        if _read_row(at.draft, row, columns, f"{line.key}/{key}/") and not line.fixed_rows:
            at.draft.patch.setdefault(f"{line.key}/{key}", True)
        at.give_back()
    for draft in drafts:
        for path, value in (draft.base or {}).items():
            table, _, key = path.partition("/")
            if table == line.key and value is True and key not in seen.get(id(draft), ()):
                draft.patch[path] = None
    if lost and drafts:
        drafts[0].faults += lost


class _Elsewhere:
    """A draft while a row of another sheet is read for it."""

    def __init__(self, draft: DraftRow, sheet: str, row: int) -> None:
        self._owner = draft
        self.draft = DraftRow(sheet, row, draft.ref, draft.number, draft.base, draft.patch)

    def give_back(self) -> None:
        self._owner.faults += self.draft.faults
        self._owner.mended += self.draft.mended


def _columns(layout: SheetLayout, found: SheetMap, reader: Reader) -> list[_Column]:
    columns: list[_Column] = []
    for place, key in found.columns.items():
        column = layout.column(key)
        if column is None or column.field is None:
            continue
        labels = reader.labels.get(key, Labels())
        cells = CellReader(column.field, labels, today=reader.today, area=reader.area, era=found.era)
        columns.append(_Column(place, key, cells, cell_writer(column.field, labels)))
    return columns


def _read_row(draft: DraftRow, row: Sequence[Cell], columns: Sequence[_Column], prefix: str) -> bool:
    """Reads the cells into the draft; answers whether any held something."""
    filled, width, new = False, len(row), draft.base is None
    for column in columns:
        cell = row[column.place] if column.place < width else ""
        path = prefix + column.key if prefix else column.key
        if isinstance(cell, str) and not cell.strip():
            if draft.base is not None and str(_stood(draft.base, path, column) or "").strip():
                draft.patch[path] = None
                if RAW + path in draft.base:
                    draft.patch[RAW + path] = None
            continue
        filled = True
        if draft.base is not None and _same(cell, _stood(draft.base, path, column)):
            continue
        reading = column.reader.read(cell)
        outcome = reading.outcome
        if new and type(outcome) is Parsed and not reading.mendings:
            draft.patch[path] = outcome.value
        else:
            _take(draft, path, column, reading)
    return filled


def _take(draft: DraftRow, path: str, column: _Column, reading: Reading) -> None:
    outcome = reading.outcome
    if type(outcome) is Parsed:
        if draft.base is None or outcome.value != draft.base.get(path):
            draft.patch[path] = outcome.value
        if reading.mendings:
            draft.mended += [Mended(column.place, path, mending) for mending in reading.mendings]
    elif isinstance(outcome, NotAValue):
        draft.faults.append(Fault(draft.sheet, draft.row, column.place, outcome.code, path, outcome.params))
    elif isinstance(outcome, Ask):
        params = {"options": " / ".join(str(option) for option in outcome.options)}
        draft.faults.append(Fault(draft.sheet, draft.row, column.place, "value-unclear", path, params))


def _stood(base: Content, path: str, column: _Column) -> str | int | float | None:
    """What stood in the cell when the workbook was made."""
    value = base.get(path)
    if value is not None:
        return column.written(value)
    return written_raw(base.get(RAW + path))


def _same(cell: Cell, stood: str | int | float | None) -> bool:
    if stood is None:
        return False
    if isinstance(cell, float | int) and isinstance(stood, float | int):
        return float(cell) == float(stood)
    return _one_form(cell) == _one_form(stood)


def _one_form(value: Cell) -> str:
    text = plain_number(value) if isinstance(value, float) else str(value)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _text(row: Sequence[Cell], place: int | None) -> str:
    cell = row[place] if place is not None and place < len(row) else ""
    return plain_number(cell) if isinstance(cell, float) else str(cell).strip()


def _new_key(draft: DraftRow, table: str, taken: set[str]) -> str:
    """A name for a new row of a table that none of the record's rows has."""
    held = {path.split("/")[1] for path in draft.base or () if path.startswith(f"{table}/")}
    return next(name for name in _names() if name not in held and name not in taken)


def _names() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"x{number:04}"
