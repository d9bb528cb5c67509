"""The entries of a submission as tables: a column a field, wide forms cut into several tables by their sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import WHY, Content, Value
from cdd_desktop.forms.definition import Entity, Field, FieldType
from cdd_desktop.forms.evaluate import row_keys
from cdd_desktop.operations.read_paper import PaperSheet
from cdd_desktop.operations.read_review import ReviewEntry, calculated_values
from cdd_desktop.ui.printing.bench import label_in
from cdd_desktop.ui.printing.cells import CellWriter
from cdd_desktop.ui.printing.page_model import STRONG, Strip
from cdd_desktop.ui.printing.tables import Column, Extent, Row, extent, table
from cdd_desktop.ui.printing.typeset import Typesetter
from cdd_desktop.ui.reason_words import mark_reason

_PLACE = re.compile(r"\{(\w+)\}")
_COUNTED = frozenset(
    {"คน", "ราย", "ครัวเรือน", "ครอบครัว", "หมู่บ้าน", "ตำบล", "กลุ่ม", "กองทุน", "แห่ง", "เครือข่าย", "บาท", "โครงการ"}
)  # units of whole numbers that may be added up
_OUT_OF_SIGHT = frozenset({FieldType.AUTO_CODE})


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with all its values, the calculated ones among them."""

    record: ReviewEntry
    values: Content


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A column with its cells, what it asks for and its total ("" where adding up means nothing)."""

    section: str
    column: Column
    cells: tuple[str, ...]
    extent: Extent
    total: str = ""


@dataclass(frozen=True, slots=True)
class EntityTable:
    """All columns of one kind of entry: ``fixed`` stand in every part, ``place`` in the first."""

    entity: Entity
    entries: tuple[Entry, ...]
    fixed: tuple[FieldColumn, ...]
    columns: tuple[FieldColumn, ...]

    @property
    def wanted(self) -> float:
        """The width at which all columns stand side by side."""
        return sum(one.extent.wanted for one in (*self.fixed, *self.columns))


def read_entries(sheet: PaperSheet, setter: Typesetter) -> list[Entry]:
    """The entries with their calculated values, in the order they are printed."""
    found = []
    for record in sheet.review.entries:
        setter.step()
        values: dict[str, Value] = dict(record.content)
        if sheet.review.context is not None:
            values |= calculated_values(sheet.definition, record, record.content, sheet.review.context)
        found.append(Entry(record, values))
    return found


def entity_table(
    sheet: PaperSheet, entity: Entity, entries: Sequence[Entry], writer: CellWriter, setter: Typesetter
) -> EntityTable:
    """The columns of the entries of one kind. Fields that are blank everywhere, and those the title says, are left
    out."""
    sections = {section.key: label_in(writer.words, section.label_th, section.label_en) for section in entity.sections}
    said = _said_by_title(entity, entries)
    columns = [
        _field_column(setter, writer, field, entries, sections.get(field.section, ""))
        for field in entity.fields
        if field.key not in said and field.type not in _OUT_OF_SIGHT and field.key != entity.ref
    ]
    return EntityTable(
        entity=entity,
        entries=tuple(entries),
        fixed=tuple(_fixed_columns(sheet, entity, entries, writer, setter)),
        columns=tuple(column for column in columns if any(column.cells)),
    )


def entity_strips(whole: EntityTable, setter: Typesetter, heading: str, *, closing: int = 0) -> list[Strip]:
    """The tables of one kind of entry: one, or one after the other when its columns do not fit side by side."""
    parts = list(_parts(whole, setter.width))
    strips = setter.heading(heading)
    for number, part in enumerate(parts, start=1):
        if len(parts) > 1:
            names = " · ".join(dict.fromkeys(one.section for one in part if one.section))
            strips += setter.heading(f"{_part_word(number, len(parts))} {names}", STRONG, gap=8 if number > 1 else 2)
        columns = (*whole.fixed, *part)
        rows = [Row(cells) for cells in zip(*(one.cells for one in columns), strict=True)]
        totals = [one.total for one in columns]
        if any(totals) and len(rows) > 1:
            totals[1] = QCoreApplication.translate("Paper", "Total")
            rows.append(Row(tuple(totals), strong=True))
        strips += table(
            setter,
            [one.column for one in columns],
            rows,
            gap=3,
            extents=[one.extent for one in columns],
            closing=closing if number == len(parts) else 0,
        )
    return strips


def line_strips(whole: EntityTable, writer: CellWriter, setter: Typesetter) -> list[Strip]:
    """The tables inside the entries, one below the other, each row with the name of its entry."""
    strips: list[Strip] = []
    for line in whole.entity.lines:
        rows = list(_line_rows(line, whole.entries, writer))
        if not rows:
            continue
        label = label_in(writer.words, line.label_th, line.label_en)
        name = Column(QCoreApplication.translate("Paper", "Entry"))
        item = [Column(QCoreApplication.translate("Paper", "Item"))] if line.fixed_rows else []
        columns = [name, *item, *(writer.column(field) for field in line.fields)]
        strips += [*setter.heading(label), *table(setter, columns, rows, gap=3)]
    return strips


def _part_word(number: int, total: int) -> str:
    return QCoreApplication.translate("Paper", "Part {n} of {total}:").format(n=number, total=total)


def _parts(whole: EntityTable, room: float) -> Iterator[list[FieldColumn]]:
    """Columns in groups that fit beside the fixed ones; a section stays together where it can."""
    space = room - sum(one.extent.wanted for one in whole.fixed)
    part: list[FieldColumn] = []
    used = 0.0
    for place, one in enumerate(whole.columns):
        begins = place == 0 or whole.columns[place - 1].section != one.section
        section = sum(other.extent.wanted for other in whole.columns[place:] if other.section == one.section)
        too_wide = used + one.extent.wanted > space
        if part and (too_wide or (begins and used + section > space and section <= space)):
            yield part
            part, used = [], 0.0
        part.append(one)
        used += one.extent.wanted
    if part or not whole.columns:
        yield part


def _field_column(
    setter: Typesetter, writer: CellWriter, field: Field, entries: Sequence[Entry], section: str
) -> FieldColumn:
    cells = tuple(writer.at(field, field.key, entry.values) for entry in entries)
    column = writer.column(field)
    total = ""
    if field.type is FieldType.MONEY or (field.type is FieldType.INTEGER and field.unit_th in _COUNTED):
        values = [value for entry in entries if isinstance(value := entry.values.get(field.key), int)]
        total = writer.value(field, sum(values)) if values else ""
    return FieldColumn(section, column, cells, extent(setter, column, [*cells, total]), total)


def _fixed_columns(
    sheet: PaperSheet, entity: Entity, entries: Sequence[Entry], writer: CellWriter, setter: Typesetter
) -> Iterator[FieldColumn]:
    """Number and name, and the mark where entries bear one."""
    translate, words = QCoreApplication.translate, writer.words
    number = tuple(words.digits(str(n)) for n in range(1, len(entries) + 1))
    yield _plain(setter, Column(translate("Paper", "No."), "centre", whole=True), number)
    name = label_in(words, entity.label_th, entity.label_en)
    yield _plain(setter, Column(name), tuple(words.digits(_name(entry, name)) for entry in entries))
    marks = tuple(_mark(sheet, entity, entry, writer) for entry in entries)
    if any(marks):
        yield _plain(setter, Column(translate("Paper", "State of the entry")), marks)


def _plain(setter: Typesetter, column: Column, cells: tuple[str, ...]) -> FieldColumn:
    return FieldColumn("", column, cells, extent(setter, column, cells))


def _name(entry: Entry, kind: str) -> str:
    return entry.record.title or kind


def _mark(sheet: PaperSheet, entity: Entity, entry: Entry, writer: CellWriter) -> str:
    word = writer.mark(entry.record.mark)
    why = entry.record.content.get(WHY + sheet.review.submission.key.period)
    return f"{word} ({mark_reason(sheet.definition, entity, str(why), writer.words)})" if word and why else word


def _said_by_title(entity: Entity, entries: Sequence[Entry]) -> frozenset[str]:
    """The fields whose values all titles are made of."""
    if not entity.titles_th or not entries:
        return frozenset()
    keys = _PLACE.findall(entity.titles_th[0])
    plain = [key for key in keys if key in entity.field_by_key]
    everywhere = all(entry.values.get(key) not in (None, "") for entry in entries for key in plain)
    return frozenset(plain) if everywhere and all(entry.record.title for entry in entries) else frozenset()


def _line_rows(line: Entity, entries: Sequence[Entry], writer: CellWriter) -> Iterator[Row]:
    texts: Mapping[str, str] = {row.code: label_in(writer.words, row.text_th, row.text_en) for row in line.fixed_rows}
    for entry in entries:
        name = writer.words.digits(_name(entry, ""))
        for key in row_keys(line, entry.record.content):
            cells = tuple(writer.at(field, f"{line.key}/{key}/{field.key}", entry.values) for field in line.fields)
            if any(cells):
                yield Row((name, *((texts[key],) if texts else ()), *cells))
                name = ""
