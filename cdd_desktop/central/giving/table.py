"""The tables central gives on: one for each kind of record, one more for each table inside a record.

Columns carry the field's own key, so that they stay the same whatever a label says; ``heading`` is the label in Thai.
A choice has a second column with its label. What a form version adds is added behind; nothing changes its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cdd_desktop.domain.record import MARK, EntityKind, Value
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.forms.definition import HUNDREDTHS, WHOLE_NUMBERS, Definition, Entity, Field, FieldType

Cell = str | int | bool | Decimal | date | None
JOIN = ";"


class Kind(StrEnum):
    """What the cells of a column are; an amount has two decimals, a place six."""

    TEXT = "text"
    NUMBER = "number"
    AMOUNT = "amount"
    PLACE = "place"
    DAY = "day"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class GivenColumn:
    """``read`` makes the cell of a value; ``field`` is None for columns every table has; ``about`` is English."""

    key: str
    heading: str
    kind: Kind
    field: Field | None = None
    read: Callable[[Value], Cell] = lambda value: value if isinstance(value, str) else None
    about: str = ""


@dataclass(frozen=True, slots=True)
class GivenTable:
    """``name`` is ``<dataset>_<kind of record>``. ``lead`` stands before the fields' own ``columns``."""

    name: str
    definition: Definition
    entity: Entity
    line: Entity | None
    lead: tuple[GivenColumn, ...]
    columns: tuple[GivenColumn, ...]

    @property
    def all_columns(self) -> tuple[GivenColumn, ...]:
        return self.lead + self.columns

    @property
    def title(self) -> str:
        part = self.entity if self.line is None else self.line
        return f"{self.definition.short_th} {part.label_th}"

    @property
    def of_register(self) -> bool:
        return self.entity.kind is EntityKind.REGISTER

    def cells(self, content: Mapping[str, Value]) -> tuple[Cell, ...]:
        """The cells of a record, or of a row whose fields stand in ``content`` by their keys."""
        return tuple(column.read(content.get(column.field.key)) for column in self.columns if column.field is not None)


def tables_of(definition: Definition) -> tuple[GivenTable, ...]:
    """Every table of a dataset."""
    return tuple(_tables(definition))


def all_tables(catalogue: Catalogue) -> list[GivenTable]:
    """Every table of every dataset, by its newest form."""
    return [table for dataset in catalogue.datasets() for table in tables_of(catalogue.newest(dataset))]


def find_table(definition: Definition, name: str) -> GivenTable:
    """The table of a kind of record ("" for the one an office reports). Raises ``BadRequestError("table-unknown")``."""
    tables = tables_of(definition)
    if not name:
        return next((table for table in tables if not table.of_register), tables[0])
    for table in tables:
        if name in (table.name, table.name.removeprefix(f"{definition.dataset}_")):
            return table
    names = ", ".join(table.name.removeprefix(f"{definition.dataset}_") for table in tables)
    raise BadRequestError("table-unknown", table=name, tables=names)


def _tables(definition: Definition) -> Iterator[GivenTable]:
    for entity in definition.entities:
        lead = _LEAD + (_REGISTER if entity.kind is EntityKind.REGISTER else _REPORTED)
        name = f"{definition.dataset}_{entity.key}"
        yield GivenTable(name, definition, entity, None, lead, _columns(entity))
        for line in entity.lines:
            rows = (*_LEAD, *(() if entity.kind is EntityKind.REGISTER else _REPORTED), *_ROW)
            yield GivenTable(f"{name}_{line.key}", definition, entity, line, rows, _columns(line))


def _columns(entity: Entity) -> tuple[GivenColumn, ...]:
    return tuple(column for field in entity.fields if field.type is not FieldType.AUTO_CODE for column in _of(field))


def _of(field: Field) -> tuple[GivenColumn, ...]:
    heading = f"{field.label_th} ({field.unit_th})" if field.unit_th else field.label_th
    about = f"{field.label_en} ({field.unit_en})" if field.unit_en else field.label_en
    if field.type in HUNDREDTHS:
        return (GivenColumn(field.key, heading, Kind.AMOUNT, field, _hundredths, about),)
    if field.type in WHOLE_NUMBERS:
        return (GivenColumn(field.key, heading, Kind.NUMBER, field, _number, about),)
    if field.type is FieldType.DATE:
        return (GivenColumn(field.key, heading, Kind.DAY, field, _day, about),)
    if field.type is FieldType.BOOLEAN:
        return (GivenColumn(field.key, heading, Kind.YES_NO, field, _yes_no, about),)
    if field.type is FieldType.GPS_POINT:
        return (
            GivenColumn(f"{field.key}_lat", f"{heading} ละติจูด", Kind.PLACE, field, _part(0), f"{about}, latitude"),
            GivenColumn(f"{field.key}_lon", f"{heading} ลองจิจูด", Kind.PLACE, field, _part(1), f"{about}, longitude"),
        )
    plain = GivenColumn(field.key, heading, Kind.TEXT, field, _text, about)
    if not field.options:
        return (plain,)
    return plain, GivenColumn(
        f"{field.key}_label", f"{heading} (ข้อความ)", Kind.TEXT, field, _labels(field), f"{about}, in words"
    )


def _hundredths(value: Value) -> Cell:
    return Decimal(value).scaleb(-2) if isinstance(value, int) else None


def _number(value: Value) -> Cell:
    return value if isinstance(value, int) else None


def _day(value: Value) -> Cell:
    return date.fromisoformat(value) if isinstance(value, str) else None


def _yes_no(value: Value) -> Cell:
    return value if isinstance(value, bool) else None


def _text(value: Value) -> Cell:
    return JOIN.join(value) if isinstance(value, list) else value if isinstance(value, str) else None


def _part(place: int) -> Callable[[Value], Cell]:
    return lambda value: Decimal(value.split(",")[place]) if isinstance(value, str) else None


def _labels(field: Field) -> Callable[[Value], Cell]:
    words = {value: choice.label_th for value, choice in field.option_labels.items()}

    def read(value: Value) -> Cell:
        values = value if isinstance(value, list) else [value] if isinstance(value, str) else []
        return JOIN.join(words.get(one, one) for one in values) or None

    return read


def mark_path(period: str) -> str:
    return MARK + period


def _lead(key: str, heading: str, about: str, kind: Kind = Kind.TEXT) -> GivenColumn:
    return GivenColumn(key, heading, kind, about=about)


_LEAD = (
    _lead("record", "รหัสข้อมูล", "id of the record"),
    _lead("unit", "รหัสหน่วยงาน", "code of the reporting office"),
    _lead("unit_name", "หน่วยงาน", "reporting office"),
    _lead("province", "รหัสจังหวัด", "code of the province"),
    _lead("province_name", "จังหวัด", "province"),
    _lead("form", "แบบฟอร์มรุ่นที่", "version of the form the record stands under", Kind.NUMBER),
    _lead("updated_at", "แก้ไขล่าสุด", "when central took in the last change (ISO 8601, UTC)"),
)
_REPORTED = (
    _lead("period", "งวด", "reporting period"),
    _lead("state", "สถานะรายงาน", "state of the office's submission of that period"),
    _lead("verdict", "ผลด้านเวลา", "timeliness of that submission"),
)
_REGISTER = (
    _lead("code", "เลขทะเบียน", "number in the register"),
    _lead("mark", "ผลการตรวจในงวด", "mark of the round asked for"),
)
_ROW = (_lead("row", "รายการที่", "row of the table"), _lead("row_text", "รายการ", "text of a given row"))
