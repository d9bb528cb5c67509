"""A frozen record as rows of a table: sections, fields with this and last period's values, written reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import Content, Value
from cdd_desktop.forms.definition import HUNDREDTHS, Definition, Entity, Field, FieldType
from cdd_desktop.forms.values import format_value
from cdd_desktop.operations.read_review import ReviewEntry
from cdd_desktop.ui.words import Words

_NUMBERS = HUNDREDTHS | {FieldType.INTEGER}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """``path`` is the content path a comment goes to; empty for a heading, which has a ``label`` only."""

    label: str
    path: str = ""
    now: str = ""
    before: str = ""
    changed: bool = False
    number: bool = False
    remark: str = ""  # of the last time it was sent back

    @property
    def heading(self) -> bool:
        return not self.path


def field_rows(
    definition: Definition, entry: ReviewEntry, words: Words, titles: Mapping[str, str]
) -> tuple[FieldRow, ...]:
    """The rows of one entry: reasons first, then the form's sections, then its line tables. Fields that are blank in
    both periods are left out; ``titles`` names records that fields refer to."""
    writer = _Writer(words, titles, {comment.field or "": comment.text for comment in entry.comments})
    entity = definition.entity(entry.entity)
    return (
        *_reason_rows(definition, entry, words),
        *_section_rows(definition, entity, entry, writer),
        *_line_rows(entity, entry, writer),
    )


def _reason_rows(definition: Definition, entry: ReviewEntry, words: Words) -> Iterator[FieldRow]:
    if not entry.reasons:
        return
    yield FieldRow(QCoreApplication.translate("ReviewRows", "Reasons given"))
    for rule_id, reason in entry.reasons.items():
        rule = definition.rule_by_id.get(rule_id)
        label = words.text(rule.message_th, rule.message_en) if rule is not None else rule_id
        yield FieldRow(label, path=f":reason:{rule_id}", now=reason)


def _section_rows(definition: Definition, entity: Entity, entry: ReviewEntry, writer: _Writer) -> Iterator[FieldRow]:
    before = entry.previous or {}
    for section in definition.sections(entity.key):
        rows = [
            writer.row(field, field.key, entry.content, before)
            for field in section.fields
            if field.key in entry.content or field.key in before
        ]
        if rows:
            yield FieldRow(writer.words.text(section.label_th, section.label_en))
            yield from rows


def _line_rows(entity: Entity, entry: ReviewEntry, writer: _Writer) -> Iterator[FieldRow]:
    """Each row of a line table under its own heading; rows of fixed codes carry their text."""
    before = entry.previous or {}
    for line in entity.lines:
        keys = _row_keys(line, entry.content)
        fixed = {row.code: writer.words.text(row.text_th, row.text_en) for row in line.fixed_rows}
        for number, key in enumerate(keys, start=1):
            rows = [
                writer.row(field, f"{line.key}/{key}/{field.key}", entry.content, before)
                for field in line.fields
                if f"{line.key}/{key}/{field.key}" in entry.content
            ]
            if rows:
                name = fixed.get(key, writer.words.digits(str(number)))
                yield FieldRow(f"{writer.words.text(line.label_th, line.label_en)} · {name}")
                yield from rows


def _row_keys(line: Entity, content: Content) -> list[str]:
    if line.fixed_rows:
        return [row.code for row in line.fixed_rows]
    found = (path.split("/")[1] for path in content if path.startswith(f"{line.key}/"))
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns values into words."""

    words: Words
    titles: Mapping[str, str]
    remarks: Mapping[str, str]

    def row(self, field: Field, path: str, now: Content, before: Content) -> FieldRow:
        unit = self.words.text(field.unit_th, field.unit_en)
        label = self.words.text(field.label_th, field.label_en)
        return FieldRow(
            label=f"{label} ({unit})" if unit else label,
            path=path,
            now=self.value(field, now.get(path)),
            before=self.value(field, before.get(path)),
            changed=bool(before) and now.get(path) != before.get(path),
            number=field.type in _NUMBERS,
            remark=self.remarks.get(path, ""),
        )

    def value(self, field: Field, value: Value) -> str:
        if field.type is FieldType.RECORD_REF and isinstance(value, str):
            return self.titles.get(value, value)
        if field.type in (FieldType.PHOTO, FieldType.FILE) and isinstance(value, list):
            text = QCoreApplication.translate("ReviewRows", "{n} pictures")
            return self.words.digits(text.format(n=len(value)))
        return format_value(field, value, language=self.words.language, thai_digits=self.words.thai_digits)
