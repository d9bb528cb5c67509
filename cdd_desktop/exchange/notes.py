"""What a heading's note tells: help, how to write a value, limits, and the rules that stand at the box."""

from __future__ import annotations

from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.exchange.layout import SheetLayout
from cdd_desktop.forms.definition import Definition, Field, FieldType, RuleKind
from cdd_desktop.forms.values import format_value

_LONGEST = 900
_HOW = {
    FieldType.DATE: "พิมพ์เป็นข้อความ เช่น 20/9/2561 หรือ 20 ก.ย. 2561 (ปี พ.ศ.)",
    FieldType.YEAR_BE: "ปี พ.ศ. สี่หลัก เช่น 2561",
    FieldType.CITIZEN_ID: "เลข 13 หลัก ช่องที่แสดง X ไว้และไม่ได้แก้ หมายถึงเลขเดิม",
    FieldType.PHONE: "เช่น 081-234-5678",
    FieldType.MULTI_CHOICE: "เลือกได้หลายข้อ คั่นด้วยเครื่องหมาย ;",
    FieldType.GPS_POINT: "ละติจูด, ลองจิจูด เช่น 18.912345, 98.965432",
    FieldType.GEO_TAMBON: "เลือกชื่อตำบล",
    FieldType.BOOLEAN: "ใช่ หรือ ไม่ใช่",
    FieldType.RECORD_REF: "เลือกชื่อจากทะเบียน",
    FieldType.MOO: "เลขหมู่ที่ ถ้าไม่มีหมู่ใส่ 0",
    FieldType.MONEY: "จำนวนเงินเป็นบาท เกิน 15 หลักให้พิมพ์เป็นข้อความ",
}


def is_required(field: Field) -> bool:
    """Whether the heading says that the column must be filled."""
    return field.required


def note_of(definition: Definition, layout: SheetLayout, field: Field) -> str:
    """The note of a heading in Thai."""
    lines = ["ต้องกรอก" if field.required else "กรอกเมื่อเข้าเงื่อนไข" if field.required_if else ""]
    lines += [field.help_th, _HOW.get(field.type, ""), _limits(field)]
    if field.type is FieldType.MULTI_CHOICE:
        lines.append("ตัวเลือก: " + "; ".join(choice.label_th for choice in field.options))
    if layout.line is None:
        lines += [
            ("ต้องแก้: " if rule.level is IssueLevel.ERROR else "ควรตรวจ: ") + rule.message_th
            for rule in definition.rules_of(layout.entity.key, RuleKind.RECORD)
            if field.key in rule.at and rule.level is not IssueLevel.INFO
        ]
    text = "\n".join(line for line in lines if line) or field.label_th
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _limits(field: Field) -> str:
    low = f"ไม่น้อยกว่า {format_value(field, field.min)}" if field.min is not None else ""
    high = f"ไม่เกิน {format_value(field, field.max)}" if field.max is not None else ""
    length = f"ไม่เกิน {field.max_len:,} ตัวอักษร" if field.max_len is not None else ""
    return " ".join(part for part in (low, high, length) if part)
