"""Which column of a sheet holds which field: exactly for the program's own workbooks, guessed for any other sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import msgspec

from cdd_desktop.errors import BadRequestError
from cdd_desktop.exchange.cells import Era
from cdd_desktop.exchange.layout import Column, SheetLayout
from cdd_desktop.exchange.read import Book, Cell, SheetCells
from cdd_desktop.exchange.shell import ABOUT, FORMAT, MARK, NAMES, ROWS, BookKind
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.forms.thai_text import name_key

_DECODER = msgspec.json.Decoder(dict[str, Any])
_LOOKED_AT = 15  # rows in which headings are looked for
_DEEPEST = 3  # rows a heading can stand over one another
_ALIKE = 0.86
_NUMBERED = re.compile(r"\(?\d{1,3}\)?")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*|^\d+[.)]\s*|^\(?\d+\)\s*")
_ALIASES: dict[FieldType, tuple[str, ...]] = {
    FieldType.CITIZEN_ID: (
        "เลขบัตรประชาชน",
        "เลขประจำตัวประชาชน",
        "เลขประจำตัว13หลัก",
        "เลขที่บัตร",
        "บัตรประชาชน",
        "citizenid",
    ),
    FieldType.GEO_TAMBON: ("ตำบล", "ต", "tambon", "subdistrict"),
    FieldType.MOO: ("หมู่ที่", "หมู่", "ม", "moo"),
    FieldType.PHONE: ("โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "โทร", "หมายเลขโทรศัพท์", "phone"),
    FieldType.GPS_POINT: ("พิกัด", "gps", "ละติจูดลองจิจูด"),
}


@dataclass(frozen=True, slots=True)
class SheetMap:
    """``columns`` are place → key of the layout's column; ``first_row`` is where the data begin (from 0). ``headings``
    are the sheet's own words. ``era`` answers for dates whose year could be of either."""

    sheet: str
    layout: str
    first_row: int
    columns: Mapping[int, str]
    headings: Mapping[int, str] = field(default_factory=dict)
    era: Era = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook of this program says of itself; ``bases`` are the entries as they stood when it was made, by
    (sheet, reference)."""

    kind: BookKind
    dataset: str
    form_version: int
    unit: str
    period: str
    maps: tuple[SheetMap, ...]
    bases: Mapping[tuple[str, str], dict[str, Any]]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_about(book: Book) -> About | None:
    """None for a workbook of another origin. Raises ``BadRequestError("workbook-newer")`` and
    ``("workbook-altered")`` for hidden sheets that somebody changed."""
    sheet = book.sheet(ABOUT)
    if sheet is None or not sheet.rows or sheet.rows[0][:1] != [MARK]:
        return None
    try:
        if int(float(str(sheet.rows[0][1]))) > FORMAT:
            raise BadRequestError("workbook-newer")
        facts = {str(row[0]): str(row[1]) for row in sheet.rows[1:] if row[0] != "sheet"}
        sheets = [msgspec.json.decode(str(row[1])) for row in sheet.rows if row[0] == "sheet"]
        maps = tuple(found for part in sheets if (found := _own_map(book, part)) is not None)
        bases, names = _remembered_rows(book)
        return About(
            kind=BookKind(facts["kind"]),
            dataset=facts["dataset"],
            form_version=int(float(facts["form_version"])),
            unit=facts["unit"],
            period=facts["period"],
            maps=maps,
            bases=bases,
            names=names,
        )
    except (KeyError, IndexError, ValueError, TypeError, msgspec.DecodeError) as error:
        raise BadRequestError("workbook-altered") from error


def _remembered_rows(book: Book) -> tuple[dict[tuple[str, str], dict[str, Any]], dict[str, dict[str, str]]]:
    """The entries as they stood, and the names of what they refer to by column."""
    sheet = book.sheet(ROWS)
    bases: dict[tuple[str, str], dict[str, Any]] = {}
    names: dict[str, dict[str, str]] = {}
    for row in sheet.rows[1:] if sheet is not None else ():
        kind, ref, text = str(row[0]), str(row[1]), "".join(str(piece) for piece in row[2:])
        if kind.startswith(NAMES):
            names.setdefault(kind.removeprefix(NAMES), {})[ref] = text
        elif kind:
            bases[kind, ref] = _DECODER.decode(text)
    return bases, names


def _own_map(book: Book, part: dict[str, Any]) -> SheetMap | None:
    sheet = book.sheet(part["sheet"])
    if sheet is None:
        return None
    wanted = {name_key(label): key for key, label in part["columns"]}
    best: tuple[int, int, dict[int, str]] = (0, 0, {})
    for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
        found: dict[int, str] = {}
        for place, cell in enumerate(row):
            key = wanted.get(name_key(str(cell))) if cell != "" else None
            if key is not None and key not in found.values():
                found[place] = key
        if len(found) > best[0]:
            best = (len(found), number, found)
    headings = {place: str(sheet.rows[best[1]][place]) for place in best[2]}
    return SheetMap(sheet.name, part["key"], best[1] + 1, best[2], headings)


def guess_maps(
    book: Book, layouts: Sequence[SheetLayout], remembered: Mapping[str, Mapping[str, str]]
) -> tuple[SheetMap, ...]:
    """For each kind of record the sheet that fits best, each sheet once; sheets where fewer than two headings are
    recognised fit nothing."""
    offers = [
        (len(found.columns), -place, found)
        for place, sheet in enumerate(book.sheets)
        if sheet.visible
        for layout in layouts
        if layout.line is None and len((found := guess_map(sheet, layout, remembered.get(layout.key, {}))).columns) > 1
    ]
    chosen: dict[str, SheetMap] = {}
    for _, _, found in sorted(offers, key=lambda offer: offer[:2], reverse=True):
        if found.layout not in chosen and found.sheet not in {other.sheet for other in chosen.values()}:
            chosen[found.layout] = found
    return tuple(chosen[layout.key] for layout in layouts if layout.key in chosen)


def guess_map(sheet: SheetCells, layout: SheetLayout, remembered: Mapping[str, str]) -> SheetMap:
    """The rows of headings and the columns they name; ``remembered`` is heading → key as a person once chose."""
    names = _names(layout)
    best: tuple[int, int, SheetMap] = (0, 0, SheetMap(sheet.name, layout.key, 1, {}))
    for first in range(min(_LOOKED_AT, len(sheet.rows))):
        for depth in range(1, _DEEPEST + 1):
            headings = _headings(sheet, first, depth)
            columns = _matched(headings, names, remembered, exact=True)
            score = (len(columns), -depth)
            if score > best[:2]:
                start = _after_numbering(sheet.rows, first + depth)
                shown = {place: " / ".join(parts) for place, parts in headings.items()}
                columns = _matched(headings, names, remembered, exact=False)
                best = (*score, SheetMap(sheet.name, layout.key, start, columns, shown))
    return best[2]


def _headings(sheet: SheetCells, first: int, depth: int) -> dict[int, list[str]]:
    """The words over each column, from the top down; a merged cell stands over all its columns."""
    found: dict[int, list[str]] = {}
    for number in range(first, min(first + depth, len(sheet.rows))):
        row = list(sheet.rows[number])
        for (top, left), (bottom, right) in sheet.merged:
            if top <= number <= bottom and left < len(row):
                text = sheet.rows[top][left] if left < len(sheet.rows[top]) else ""
                row[left : right + 1] = [text] * (min(right, len(row) - 1) - left + 1)
        for place, cell in enumerate(row):
            text = " ".join(str(cell).split())
            if text and text not in found.setdefault(place, []):
                found[place].append(text)
    return {place: parts for place, parts in found.items() if parts}


def _matched(
    headings: Mapping[int, list[str]],
    names: Mapping[str, Sequence[str]],
    remembered: Mapping[str, str],
    *,
    exact: bool,
) -> dict[int, str]:
    columns: dict[int, str] = {}
    for place, parts in headings.items():
        shown = " / ".join(parts)
        if shown in remembered:
            if remembered[shown]:
                columns[place] = remembered[shown]
            continue
        for text in (parts[-1], " ".join(parts), *parts[:-1]):
            keys = [key for key in _meant(text, names, exact=exact) if key not in columns.values()]
            if keys:
                columns[place] = keys[0]
                break
    return columns


def _meant(text: str, names: Mapping[str, Sequence[str]], *, exact: bool) -> Sequence[str]:
    for form in (name_key(text), name_key(_BRACKETS.sub("", text))):
        if form and form in names:
            return names[form]
    wanted = name_key(_BRACKETS.sub("", text))
    if exact or len(wanted) < 5:
        return ()
    ranked = sorted(((SequenceMatcher(None, wanted, name).ratio(), name) for name in names), reverse=True)[:2]
    return names[ranked[0][1]] if ranked and ranked[0][0] >= _ALIKE else ()


def _names(layout: SheetLayout) -> dict[str, list[str]]:
    """Every word a column may be headed with → the keys it may mean, the likeliest first."""
    names: dict[str, list[str]] = {}
    kinds: dict[FieldType, list[Column]] = {}
    for column in layout.columns:
        if column.field is None:
            continue
        kinds.setdefault(column.field.type, []).append(column)
        labels = (column.label, column.field.label_th, column.field.label_en, column.key)
        for label in (*labels, *(_BRACKETS.sub("", label) for label in labels)):
            if name_key(label) and column.key not in names.setdefault(name_key(label), []):
                names[name_key(label)].append(column.key)
    for kind, columns in kinds.items():
        for alias in _ALIASES.get(kind, ()) if len(columns) == 1 else ():
            names.setdefault(name_key(alias), [columns[0].key])
    return names


def _after_numbering(rows: Sequence[Sequence[Cell]], start: int) -> int:
    """Official tables often number their columns in a row of its own: (1) (2) (3)."""
    if start < len(rows):
        filled = [str(cell).removesuffix(".0") for cell in rows[start] if cell != ""]
        numbered = all(_NUMBERED.fullmatch(text) for text in filled)
        if len(filled) > 2 and numbered and filled == sorted(filled, key=lambda text: int(text.strip("()"))):
            return start + 1
    return start
