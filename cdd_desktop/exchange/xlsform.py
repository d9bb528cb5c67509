"""A form definition as XLSForm, so that ODK and Kobo can ask the same questions: one workbook for each kind of record.

Written after the XLSForm standard (sheets ``survey``, ``choices``, ``settings``; both languages side by side). Amounts
are asked in baht, not in the hundredths they are stored in. What only this program can know, such as codes, figures of
units below and conditions on the register, is left out; central works it out when the data come in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace
from openpyxl import Workbook

from cdd_desktop.exchange.xpath import NO, YES, to_xpath
from cdd_desktop.forms.cel_tokens import UntranslatableError
from cdd_desktop.forms.definition import HUNDREDTHS, Choice, Definition, Entity, Field, FieldType
from cdd_desktop.forms.definition import LISTS as LISTED

_THAI, _ENGLISH = "Thai (th)", "English (en)"
SURVEY = (
    "type",
    "name",
    f"label::{_THAI}",
    f"label::{_ENGLISH}",
    f"hint::{_THAI}",
    f"hint::{_ENGLISH}",
    "required",
    "relevant",
    "constraint",
    f"constraint_message::{_THAI}",
    f"constraint_message::{_ENGLISH}",
    "calculation",
    "appearance",
    "repeat_count",
)
CHOICES = ("list_name", "name", f"label::{_THAI}", f"label::{_ENGLISH}")
SETTINGS = ("form_title", "form_id", "version", "default_language")
_TYPES = {
    FieldType.TEXT: "text",
    FieldType.TEXTAREA: "text",
    FieldType.INTEGER: "integer",
    FieldType.DATE: "date",
    FieldType.YEAR_BE: "integer",
    FieldType.CITIZEN_ID: "text",
    FieldType.PHONE: "text",
    FieldType.GEO_TAMBON: "text",
    FieldType.GEO_AMPHOE: "text",
    FieldType.GEO_PROVINCE: "text",
    FieldType.MOO: "integer",
    FieldType.GPS_POINT: "geopoint",
    FieldType.PHOTO: "image",
    FieldType.FILE: "file",
    FieldType.RECORD_REF: "text",
} | dict.fromkeys(HUNDREDTHS, "decimal")
_PATTERNS = {
    FieldType.CITIZEN_ID: ("regex(., '^[0-9]{13}$')", "เลขประจำตัวประชาชน 13 หลัก", "13 digits"),
    FieldType.PHONE: ("regex(., '^0[0-9]{8,9}$')", "หมายเลขโทรศัพท์ 9 หรือ 10 หลัก", "9 or 10 digits"),
    FieldType.GEO_TAMBON: ("regex(., '^[0-9]{6}$')", "รหัสตำบล 6 หลัก", "code of the subdistrict, 6 digits"),
    FieldType.GEO_AMPHOE: ("regex(., '^[0-9]{4}$')", "รหัสอำเภอ 4 หลัก", "code of the district, 4 digits"),
    FieldType.GEO_PROVINCE: ("regex(., '^[0-9]{2}$')", "รหัสจังหวัด 2 หลัก", "code of the province, 2 digits"),
}
_YES_NO = "yes_no"
_BOOLEAN = (Choice(value=YES, label_th="ใช่", label_en="Yes"), Choice(value=NO, label_th="ไม่ใช่", label_en="No"))
_NOT_A_NAME = re.compile(r"\W")
Row = dict[str, str]


def write_xlsforms(definition: Definition, folder: Path) -> tuple[Path, ...]:
    """A workbook ``<dataset>-<version>-<kind of record>.xlsx`` for each kind of record; what stands there is replaced.
    The folder is there."""
    written = []
    for entity in definition.entities:
        path = folder / f"{definition.dataset}-{definition.version}-{entity.key}.xlsx"
        book = Workbook(write_only=True)
        survey = survey_rows(entity)
        _sheet(book, "survey", SURVEY, survey)
        _sheet(book, "choices", CHOICES, _choice_rows(entity))
        _sheet(book, "settings", SETTINGS, [_settings(definition, entity)])
        book.save(path)
        written.append(path)
    return tuple(written)


def survey_rows(entity: Entity) -> list[Row]:
    """The questions in the order of the form, its sections as groups, its tables as repeats."""
    rows: list[Row] = []
    known = _askable(entity)
    for section in entity.sections:
        asked = _asked([field for field in entity.fields if field.section == section.key], known)
        if asked:
            head = {"type": "begin_group", "name": f"section_{_name(section.key)}"}
            rows += [head | _labels(section.label_th, section.label_en), *asked, {"type": "end_group"}]
    sections = {section.key for section in entity.sections}
    rows += _asked([field for field in entity.fields if field.section not in sections], known)
    for line in entity.lines:
        rows += _table(line)
    return rows


def _table(line: Entity) -> list[Row]:
    """A table whose rows are given is a group for each of them; any other one is a repeat."""
    if not line.fixed_rows:
        head = {"type": "begin_repeat", "name": _name(line.key)} | _labels(line.label_th, line.label_en)
        return [head, *_asked(line.fields, _askable(line)), {"type": "end_repeat"}]
    # a field has the same name in every group, so nothing may refer to it
    plain = [replace(field, visible_if="", required_if="") for field in line.fields if not field.computed]
    rows: list[Row] = []
    for fixed in line.fixed_rows:
        head = {"type": "begin_group", "name": f"{_name(line.key)}_{_name(fixed.code)}"}
        rows += [head | _labels(f"{fixed.code} {fixed.text_th}", f"{fixed.code} {fixed.text_en}")]
        rows += [*_asked(plain, _askable(line)), {"type": "end_group"}]
    return rows


def _askable(entity: Entity) -> dict[str, Field]:
    """The fields that have a place in the form: a calculation may rest on another that has none."""
    known = {field.key: field for field in entity.fields if field.type is not FieldType.AUTO_CODE}
    while lost := [key for key, field in known.items() if field.computed and _calculation(field, known) is None]:
        for key in lost:
            del known[key]
    return known


def _asked(fields: Iterable[Field], known: Mapping[str, Field]) -> list[Row]:
    return [row for field in fields for row in (_question(field, known),) if row is not None]


def _question(field: Field, known: Mapping[str, Field]) -> Row | None:
    if field.key not in known:
        return None
    if field.computed:
        return _calculation(field, known)
    row = {"type": _type(field), "name": field.key}
    row |= _labels(_with_unit(field.label_th, field.unit_th), _with_unit(field.label_en, field.unit_en))
    pattern = _PATTERNS.get(field.type)
    hints = (field.help_th, field.help_en) if field.help_th or pattern is None else pattern[1:]
    row |= {f"hint::{_THAI}": hints[0], f"hint::{_ENGLISH}": hints[1]}
    row["required"] = "yes" if field.required else _condition(field.required_if, known)
    row["relevant"] = _condition(field.visible_if, known)
    row |= _limits(field)
    if field.type is FieldType.TEXTAREA:
        row["appearance"] = "multiline"
    return row


def _type(field: Field) -> str:
    if field.type is FieldType.BOOLEAN:
        return f"select_one {_YES_NO}"
    if field.type is FieldType.CHOICE:
        return f"select_one {_name(field.choices)}"
    if field.type is FieldType.MULTI_CHOICE:
        return f"select_multiple {_name(field.choices)}"
    return _TYPES[field.type]


def _calculation(field: Field, known: Mapping[str, Field]) -> Row | None:
    assert field.computed is not None
    expression = _condition(field.computed.cel, known)
    if not expression:
        return None
    needs = [f"${{{need}}} != ''" for need in field.computed.needs]
    if needs:
        expression = f"if({' and '.join(needs)}, {expression}, '')"
    return {"type": "calculate", "name": field.key, "calculation": expression}


def _condition(text: str, known: Mapping[str, Field]) -> str:
    try:
        return to_xpath(text, known) if text else ""
    except UntranslatableError:
        return ""


def _limits(field: Field) -> Row:
    if field.type in _PATTERNS:
        constraint, thai, english = _PATTERNS[field.type]
        return _constraint(constraint, thai, english)
    least, most = _shown(field, field.min), _shown(field, field.max)
    parts = [f". >= {least}" if least else "", f". <= {most}" if most else ""]
    if field.not_after == "today" and field.type is FieldType.DATE:
        parts.append(". <= today()")
    if field.max_len and field.type not in LISTED:
        parts.append(f"string-length(.) <= {field.max_len}")
    constraint = " and ".join(part for part in parts if part)
    return _constraint(constraint, "ค่านี้อยู่นอกช่วงที่กำหนด", "This is outside the limits of the form.") if constraint else {}


def _constraint(constraint: str, thai: str, english: str) -> Row:
    return {
        "constraint": constraint,
        f"constraint_message::{_THAI}": thai,
        f"constraint_message::{_ENGLISH}": english,
    }


def _shown(field: Field, bound: int | None) -> str:
    """A bound in the unit that is typed."""
    if bound is None:
        return ""
    return f"{bound / 100:.2f}" if field.type in HUNDREDTHS else str(bound)


def _choice_rows(entity: Entity) -> list[Row]:
    lists: dict[str, Sequence[Choice]] = {}
    for part in (entity, *entity.lines):
        for field in part.fields:
            if field.type is FieldType.BOOLEAN:
                lists[_YES_NO] = _BOOLEAN
            elif field.options:
                lists[_name(field.choices)] = field.options
    return [
        {"list_name": name, "name": choice.value} | _labels(choice.label_th, choice.label_en)
        for name, choices in lists.items()
        for choice in choices
    ]


def _settings(definition: Definition, entity: Entity) -> Row:
    title = definition.name_th
    if len(definition.entities) > 1:
        title = f"{definition.name_th} ({entity.label_th})"
    return {
        "form_title": title,
        "form_id": f"cdd_{definition.dataset}_{entity.key}",
        "version": str(definition.version),
        "default_language": _THAI,
    }


def _labels(thai: str, english: str) -> Row:
    return {f"label::{_THAI}": thai, f"label::{_ENGLISH}": english}


def _with_unit(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit else label


def _name(key: str) -> str:
    """A name XML allows."""
    name = _NOT_A_NAME.sub("_", key)
    return name if name[:1].isalpha() or name.startswith("_") else f"_{name}"


def _sheet(book: Workbook, title: str, head: Sequence[str], rows: Iterable[Row]) -> None:
    sheet = book.create_sheet(title)
    sheet.append(list(head))
    for row in rows:
        sheet.append([row.get(column) or None for column in head])
