"""The columns of a table: what names a row first, then the fields in the order of the form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from cdd_desktop.forms.definition import HUNDREDTHS, WHOLE_NUMBERS, Entity, Field, FieldType
from cdd_desktop.operations.read_table import Table
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.words import Words

NUMBERS = HUNDREDTHS | WHOLE_NUMBERS
IN_FORM_ONLY = frozenset({FieldType.PHOTO, FieldType.FILE})
_WIDTHS = {
    FieldType.TEXT: 160,
    FieldType.TEXTAREA: 220,
    FieldType.MULTI_CHOICE: 190,
    FieldType.CHOICE: 150,
    FieldType.BOOLEAN: 84,
    FieldType.DATE: 112,
    FieldType.MONEY: 132,
    FieldType.MOO: 64,
    FieldType.CITIZEN_ID: 164,
    FieldType.PHONE: 124,
    FieldType.GPS_POINT: 176,
    FieldType.RECORD_REF: 200,
    FieldType.AUTO_CODE: 124,
    FieldType.PHOTO: 84,
    FieldType.FILE: 84,
}
_NUMBER_WIDTH, _NAME_WIDTH, _SHORT_NAME_WIDTH, _PLACE_WIDTH, _OTHER_WIDTH, _LINES_WIDTH = 96, 210, 128, 136, 124, 104
_FIELD_IN_TITLE = re.compile(r"\{(\w+)\}")


class Source(StrEnum):
    """Where a column's text comes from: the title of the register entry, its place, a field, or a line table."""

    TITLE = "title"
    PLACE = "place"
    FIELD = "field"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` is the content path, of a title the reference it stands for (or ""). ``pinned`` columns stay at the
    left. ``width`` is in pixels at 100 %."""

    key: str
    source: Source
    head: str
    unit: str = ""
    help: str = ""
    field: Field | None = None
    width: int = _OTHER_WIDTH
    pinned: bool = False

    @property
    def numeric(self) -> bool:
        return self.source is Source.LINES or (self.field is not None and self.field.type in NUMBERS)


def columns_of(table: Table, words: Words) -> tuple[Column, ...]:
    """Name columns, the place of an entry of a register, the fields, and the number of rows of each line table."""
    entity = table.entity
    names = () if entity.ref else _naming(entity)
    columns: list[Column] = []
    if entity.ref or not names:
        columns.append(_title(entity, words))
    columns += [_field_column(entity.field(key), words, pinned=True) for key in names]
    if entity.ref:
        head = QCoreApplication.translate("Grid", "Village")
        columns.append(Column("", Source.PLACE, head, width=_PLACE_WIDTH))
    shown = [field for field in entity.fields if field.key not in names and field.key != entity.ref]
    columns += [_field_column(field, words) for field in shown]
    for line in entity.lines:
        columns.append(Column(line.key, Source.LINES, _say(words, line.label_th, line.label_en), width=_LINES_WIDTH))
    return tuple(columns)


def _naming(entity: Entity) -> tuple[str, ...]:
    """The fields that make the title of an entity of its own."""
    pattern = entity.titles_th[0] if entity.titles_th else ""
    return tuple(key for key in _FIELD_IN_TITLE.findall(pattern) if key in entity.field_by_key)


def _title(entity: Entity, words: Words) -> Column:
    field = entity.field(entity.ref) if entity.ref else None
    label = (field.label_th, field.label_en) if field is not None else (entity.label_th, entity.label_en)
    return Column(entity.ref or "", Source.TITLE, _say(words, *label), field=field, width=_NAME_WIDTH, pinned=True)


def _field_column(field: Field, words: Words, *, pinned: bool = False) -> Column:
    width = _WIDTHS.get(field.type, _NUMBER_WIDTH if field.type in NUMBERS else _OTHER_WIDTH)
    if pinned:
        width = _NAME_WIDTH if field.key.startswith(("name", "event_name", "applicant")) else _SHORT_NAME_WIDTH
        width = min(width, 84) if field.type in (FieldType.CHOICE, FieldType.MOO) else width
    return Column(
        key=field.key,
        source=Source.FIELD,
        head=_say(words, field.label_th, field.label_en),
        unit=_say(words, field.unit_th, field.unit_en),
        help=_say(words, field.help_th, field.help_en),
        field=field,
        width=width,
        pinned=pinned,
    )


def _say(words: Words, thai: str, english: str) -> str:
    return words.digits(arabic_digits(words.text(thai, english)))
