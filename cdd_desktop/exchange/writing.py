"""Writing workbooks: the frame of ``shell`` with the data rows put into it as they come, however many.

Rows are written as the spreadsheet's own XML: building a cell object for each value takes three times as long.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import msgspec

from cdd_desktop.domain.record import RAW, Content
from cdd_desktop.exchange.cells import LONGEST, Labels, cell_writer, written_raw
from cdd_desktop.exchange.layout import Column, SheetLayout
from cdd_desktop.exchange.shell import NAMES, SAMPLE_ROW, BookFacts, BookKind, shell
from cdd_desktop.forms.definition import Definition, FieldType
from cdd_desktop.forms.evaluate import row_keys

SPARE_ROWS = 300
"""Empty rows of a template that have their drop-downs."""
_SAMPLES = re.compile(rf'<row r="{SAMPLE_ROW}".*?</row>\s*<row r="{SAMPLE_ROW + 1}".*?</row>', re.DOTALL)
_CELL = re.compile(r'<c r="([A-Z]+)(\d+)" s="(\d+)"')
_DIMENSION = re.compile(r"<dimension[^>]*/>")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MARKUP = re.compile("[&<>\r]")
_MARKUP_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
FORMULA_SIGNS = frozenset("=+-@\t\r")
"""What a text begins with that a spreadsheet would run."""
_TEXT = '<is><t xml:space="preserve">'
_BATCH = 500
Written = str | int | float | None
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry to write: ``ref`` names it in the hidden column ("" for none), ``content`` is what is shown."""

    ref: str
    content: Content


@dataclass(frozen=True, slots=True)
class BookContents:
    """``sheets`` of the workbook, the entries of each kind of record, and the names that stand for ids by column."""

    definition: Definition
    sheets: Sequence[SheetLayout]
    entries: Mapping[str, Sequence[EntryRow]]
    labels: Mapping[str, Labels] = field(default_factory=dict)


def write_book(path: Path, facts: BookFacts, contents: BookContents, *, progress: Progress | None = None) -> None:
    """Writes the whole workbook or nothing. ``progress`` hears how many entries are written."""
    sheets, half = contents.sheets, path.with_name(path.name + ".part")
    most = max((len(rows) for rows in contents.entries.values()), default=0)
    frame = shell(facts, contents.definition, sheets, contents.labels, SAMPLE_ROW + most + SPARE_ROWS)
    bases = f"xl/worksheets/sheet{len(sheets) + 2}.xml" if facts.kind is not BookKind.PUBLISHED else ""
    parts = {f"xl/worksheets/sheet{number}.xml": layout for number, layout in enumerate(sheets, start=1)}
    try:
        with (
            zipfile.ZipFile(io.BytesIO(frame)) as made,
            zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as out,
        ):
            for part in made.infolist():
                text = made.read(part)
                if part.filename in parts:
                    layout = parts[part.filename]
                    rows = contents.entries.get(layout.entity.key, ())
                    sheet = _Sheet(layout, contents.labels, text.decode())
                    lines = sheet.table_rows(rows) if layout.line is not None else sheet.rows(rows, progress)
                    _splice(out, part.filename, (sheet.before, lines, sheet.after))
                elif part.filename == bases:
                    before, _, after = text.decode().partition("</sheetData>")
                    _splice(out, part.filename, (before, _base_rows(contents), "</sheetData>" + after))
                else:
                    out.writestr(part.filename, text)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _splice(out: zipfile.ZipFile, name: str, text: tuple[str, Iterator[str], str]) -> None:
    before, rows, after = text
    with out.open(name, "w", force_zip64=True) as stream:
        stream.write(before.encode())
        waiting: list[str] = []
        for row in rows:
            waiting.append(row)
            if len(waiting) == _BATCH:
                stream.write("".join(waiting).encode())
                waiting.clear()
        stream.write(("".join(waiting) + after).encode())


class _Sheet:
    """The rows of one sheet in the styles of its sample rows."""

    def __init__(self, layout: SheetLayout, labels: Mapping[str, Labels], frame: str) -> None:
        frame = _DIMENSION.sub("", frame)
        samples = _SAMPLES.search(frame)
        assert samples is not None
        self.before, self.after = frame[: samples.start()], frame[samples.end() :]
        styles = {(letters, row): style for letters, row, style in _CELL.findall(samples.group())}
        letters = [letters for letters, row in styles if row == str(SAMPLE_ROW)]
        self._layout = layout
        self._plain = [f'" s="{styles[letter, str(SAMPLE_ROW)]}"' for letter in letters]
        self._quoted = [f'" s="{styles[letter, str(SAMPLE_ROW + 1)]}"' for letter in letters]
        self._letters = letters
        self._writers = [
            cell_writer(column.field, labels.get(column.key, Labels())) if column.field else None
            for column in layout.columns
        ]
        self._keys = [column.key for column in layout.columns]
        self._raws = [RAW + key for key in self._keys]

    def rows(self, entries: Sequence[EntryRow], progress: Progress | None) -> Iterator[str]:
        """One row an entry, numbered from 1."""
        for number, entry in enumerate(entries, start=1):
            if progress is not None and number % _BATCH == 0:
                progress(number)
            get = entry.content.get
            values: list[Written] = [number, entry.ref or None]
            for writer, key, raw in zip(self._writers[2:], self._keys[2:], self._raws[2:], strict=True):
                value = get(key)
                values.append(writer(value) if value is not None and writer else written_raw(get(raw)))
            yield self._row(SAMPLE_ROW + number - 1, values)

    def table_rows(self, entries: Sequence[EntryRow]) -> Iterator[str]:
        """The rows of the tables inside the entries, each with its entry's number."""
        line = self._layout.line
        assert line is not None
        texts = {row.code: f"{row.code} {row.text_th}" for row in line.fixed_rows}
        numbers = count(SAMPLE_ROW)
        for number, entry in enumerate(entries, start=1):
            for row in row_keys(line, entry.content):
                place = f"{line.key}/{row}/"
                values: list[Written] = [number, texts.get(row, row)]
                for writer, key in zip(self._writers[2:], self._keys[2:], strict=True):
                    value = entry.content.get(place + key)
                    raw = entry.content.get(RAW + place + key)
                    values.append(writer(value) if value is not None and writer else written_raw(raw))
                yield self._row(next(numbers), values)

    def _row(self, number: int, values: list[Written]) -> str:
        cells = [f'<row r="{number}">']
        for letter, plain, quoted, value in zip(self._letters, self._plain, self._quoted, values, strict=True):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                style = quoted if value[0] in FORMULA_SIGNS else plain
                cells.append(f'<c r="{letter}{number}{style} t="inlineStr">{_TEXT}{_xml(value)}</t></is></c>')
            else:
                cells.append(f'<c r="{letter}{number}{plain}><v>{value!r}</v></c>')
        cells.append("</row>")
        return "".join(cells)


def _base_rows(contents: BookContents) -> Iterator[str]:
    """The entries as they are when the workbook is made, so that an untouched cell is known to be one; and the names
    of entries referred to, which may be others later."""
    for number, pieces in enumerate(_remembered(contents), start=2):
        cells = "".join(f'<c t="inlineStr">{_TEXT}{_xml(piece)}</t></is></c>' for piece in pieces)
        yield f'<row r="{number}">{cells}</row>'


def _remembered(contents: BookContents) -> Iterator[tuple[str, ...]]:
    references = {column.key for layout in contents.sheets for column in layout.columns if _refers(column)}
    for key in sorted(references & contents.labels.keys()):
        for each, name in contents.labels[key].by_id.items():
            yield NAMES + key, each, name
    for layout in contents.sheets:
        for entry in contents.entries.get(layout.entity.key, ()) if layout.line is None else ():
            if entry.ref:
                text = msgspec.json.encode(entry.content).decode()
                yield layout.key, entry.ref, *(text[at : at + LONGEST] for at in range(0, len(text), LONGEST))


def _refers(column: Column) -> bool:
    return column.field is not None and column.field.type is FieldType.RECORD_REF


def _xml(text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub("_x005F_", text)
    return _MARKUP.sub(lambda match: _MARKUP_WRITTEN[match.group()], text) if _MARKUP.search(text) else text
