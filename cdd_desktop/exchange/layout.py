"""Which sheets and columns a dataset's workbook has: one sheet a kind of record, one more a table inside it.

Tables stand on sheets of their own: a record stays one row that can be sorted and filtered, and each row of a table
names its record by the number in the first column.
"""

from __future__ import annotations

from dataclasses import dataclass

from cdd_desktop.domain.record import MARK, WHY, EntityKind
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.definition import Choice, Definition, Entity, Field, FieldType
from cdd_desktop.ids import EntityKey

NUMBER, REF, ROW = "#", "#ref", "#row"
"""Keys of the columns that name a record: its number on the sheet, its id (hidden), and the row of a table."""
_NOT_TYPED = frozenset({FieldType.AUTO_CODE, FieldType.PHOTO, FieldType.FILE})
_MARKS = (("confirmed", "ยืนยัน", "Confirmed"), ("changed", "เปลี่ยนแปลง", "Changed"), ("ended", "สิ้นสุด", "Ended"))
_LONGEST_NAME = 28
_NOT_RECEIVED = ("not_received", "ยังไม่ได้รับข้อมูล", "Not received")


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` is the content path of its cells (the field's key on the sheet of a table); ``field`` says how they
    read; columns without one hold numbers and ids."""

    key: str
    label: str
    field: Field | None = None
    group: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """``line`` is the table a sheet holds, with ``entity`` the record it belongs to."""

    name: str
    entity: Entity
    columns: tuple[Column, ...]
    line: Entity | None = None

    @property
    def key(self) -> str:
        return str(self.entity.key if self.line is None else self.line.key)

    def column(self, key: str) -> Column | None:
        return next((column for column in self.columns if column.key == key), None)


def sheets_of(definition: Definition, level: UnitLevel, period: str) -> tuple[SheetLayout, ...]:
    """The sheets of an office's workbook, registers before what refers to them. ``period`` names the round whose
    marks are shown."""
    main = definition.main_entity(level)
    own = [entity for entity in definition.entities if level in entity.levels]
    order = sorted(own, key=lambda entity: (entity.kind is not EntityKind.REGISTER, entity.key != main.key))
    sheets: list[SheetLayout] = []
    for entity in order:
        sheets.append(_main_sheet(entity, period if entity.key == main.key else "", sheets))
        sheets += [_line_sheet(entity, line, sheets) for line in entity.lines]
    return tuple(sheets)


def typed_fields(entity: Entity) -> tuple[Field, ...]:
    """The fields a person fills: neither calculated, given by the system, nor a file."""
    return tuple(field for field in entity.fields if not field.computed and field.type not in _NOT_TYPED)


def mark_field(period: str, *, register: bool) -> Field:
    """The mark of a round as a column: what may be said of an entry."""
    given = _MARKS if register else (_NOT_RECEIVED,)
    options = tuple(Choice(value=value, label_th=th, label_en=en) for value, th, en in given)
    key = MARK + period
    return Field(key=key, type=FieldType.CHOICE, label_th=_mark_label(register), label_en="Mark", options=options)


def _mark_label(register: bool) -> str:
    return "ผลการตรวจในงวดนี้" if register else "ยังไม่ได้รับข้อมูล"


def _main_sheet(entity: Entity, period: str, before: list[SheetLayout]) -> SheetLayout:
    groups = {section.key: section.label_th for section in entity.sections}
    columns = [Column(NUMBER, "ลำดับ"), Column(REF, "รหัสอ้างอิง (ห้ามแก้)", hidden=True)]
    columns += [
        Column(field.key, label_of(field), field, groups.get(field.section, "")) for field in typed_fields(entity)
    ]
    if period and entity.kind in (EntityKind.REGISTER, EntityKind.SNAPSHOT):
        register = entity.kind is EntityKind.REGISTER
        columns.append(Column(MARK + period, _mark_label(register), mark_field(period, register=register), "งวดนี้"))
        why = Field(key=WHY + period, type=FieldType.TEXT, label_th="เหตุผล", label_en="Reason")
        columns.append(Column(WHY + period, "เหตุผล", why, "งวดนี้"))
    name = "ทะเบียน" if entity.kind is EntityKind.REGISTER else entity.label_th
    return SheetLayout(_sheet_name(name, before), entity, _told_apart(columns))


def _line_sheet(entity: Entity, line: Entity, before: list[SheetLayout]) -> SheetLayout:
    columns = [
        Column(NUMBER, "ลำดับรายการ"),
        Column(ROW, "ข้อ" if line.fixed_rows else "แถวที่", hidden=not line.fixed_rows),
    ]
    columns += [Column(field.key, label_of(field), field) for field in typed_fields(line)]
    return SheetLayout(_sheet_name(line.label_th, before), entity, _told_apart(columns), line)


def label_of(field: Field) -> str:
    """The heading of a field: its label with the unit."""
    unit = f" ({field.unit_th})" if field.unit_th and field.unit_th not in field.label_th else ""
    return field.label_th + unit


def _sheet_name(label: str, before: list[SheetLayout]) -> str:
    """A name Excel takes: 31 characters, none of []:*?/\\, each once."""
    clean = "".join(" " if char in "[]:*?/\\'" else char for char in label)
    clean = clean.strip() if len(clean) <= _LONGEST_NAME else f"{clean[: _LONGEST_NAME - 1].strip()}…"
    taken = {sheet.name for sheet in before}
    return next(name for name in (clean, *(f"{clean} {n}" for n in range(2, 99))) if name not in taken)


def _told_apart(columns: list[Column]) -> tuple[Column, ...]:
    """No heading twice."""
    seen: dict[str, int] = {}
    result = []
    for column in columns:
        seen[column.label] = seen.get(column.label, 0) + 1
        again = seen[column.label]
        label = column.label if again == 1 else f"{column.label} [{again}]"
        result.append(Column(column.key, label, column.field, column.group, column.hidden))
    return tuple(result)


def entity_of(sheets: tuple[SheetLayout, ...], key: EntityKey) -> SheetLayout:
    """The sheet of a kind of record."""
    return next(sheet for sheet in sheets if sheet.line is None and sheet.entity.key == key)
