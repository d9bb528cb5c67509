"""A frozen record as rows of a table: sections, fields with this and last period's values, written reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import Content, Value
from cdd_desktop.domain.remarks import Remark
from cdd_desktop.forms.definition import HUNDREDTHS, Definition, Entity, Field, FieldType
from cdd_desktop.forms.values import format_value
from cdd_desktop.operations.read_review import ReviewEntry, ReviewSheet, calculated_values
from cdd_desktop.ui.reason_words import reason_label
from cdd_desktop.ui.remark_words import remark_words
from cdd_desktop.ui.words import Words

_NUMBERS = HUNDREDTHS | {FieldType.INTEGER}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """``path`` is the content path a comment goes to; empty for a heading, which has a ``label`` only. ``reason``: a
    written reason, below the field its rule speaks of. ``change``: by how many percent a number has changed."""

    label: str
    path: str = ""
    now: str = ""
    before: str = ""
    changed: bool = False
    number: bool = False
    remark: str = ""  # what was said there before, a line each
    reason: bool = False
    change: str = ""

    @property
    def heading(self) -> bool:
        return not self.path


def field_rows(definition: Definition, entry: ReviewEntry, words: Words, sheet: ReviewSheet) -> tuple[FieldRow, ...]:
    """The rows of one entry: the form's sections, calculated fields among them, then its line tables; each written
    reason below the field its rule speaks of, those without a field shown first. Fields that are blank in both
    periods are left out, unless something was said of them."""
    writer = _Writer(words, sheet.titles or {}, {path: _lines(said, words) for path, said in entry.said.items()})
    entity = definition.entity(entry.entity)
    now, before = {**entry.content}, {**(entry.previous or {})}
    if sheet.context is not None:
        now |= calculated_values(definition, entry, entry.content, sheet.context)
    if entry.previous is not None and sheet.context_before is not None:
        before |= calculated_values(definition, entry, entry.previous, sheet.context_before)
    fields = [*_section_rows(definition, entity, now, before, writer), *_line_rows(entity, now, before, writer)]
    places = {row.path for row in fields if row.path}
    below: dict[str, list[FieldRow]] = {}
    for rule_id, reason in (entry.reasons or {}).items():
        at, row = _reason_row(definition, rule_id, reason, words)
        below.setdefault(at if at in places else "", []).append(row)
    loose = below.pop("", [])
    heading = [FieldRow(QCoreApplication.translate("ReviewRows", "Reasons given"))] if loose else []
    return (*heading, *loose, *(row for field in fields for row in (field, *below.get(field.path, ()))))


def said_of_all(entry: ReviewEntry, rows: Sequence[FieldRow], words: Words) -> str:
    """What was said of the whole record, and of what is in it no more."""
    shown = {row.path for row in rows}
    return "\n".join(_lines(said, words) for path, said in entry.said.items() if path not in shown)


def _lines(said: Sequence[Remark], words: Words) -> str:
    return "\n".join(remark_words(remark, words) for remark in said)


def reason_lines(definition: Definition, sheet: ReviewSheet, words: Words) -> list[str]:
    """The reasons written for warnings about groups or the whole submission, one line each."""
    lines = []
    for place, reason in sorted((sheet.reasons or {}).items()):
        rule_id, _, group = place.partition("|")
        _, row = _reason_row(definition, rule_id, reason, words)
        lines.append(f"{row.label}{f' ({group})' if group else ''}: {row.now}")
    return lines


def _reason_row(definition: Definition, rule_id: str, reason: str, words: Words) -> tuple[str, FieldRow]:
    """The field a rule stands at, and the row of its reason."""
    rule = definition.rule_by_id.get(rule_id)
    at = rule.at[0] if rule is not None and rule.at else ""
    label = reason_label(definition, rule_id, words)
    return at, FieldRow(label, path=f":reason:{rule_id}", now=reason, reason=True)


def _section_rows(
    definition: Definition, entity: Entity, now: Content, before: Content, writer: _Writer
) -> Iterator[FieldRow]:
    for section in definition.sections(entity.key):
        rows = [
            writer.row(field, field.key, now, before)
            for field in section.fields
            if field.key in now or field.key in before or field.key in writer.remarks
        ]
        if rows:
            yield FieldRow(writer.words.text(section.label_th, section.label_en))
            yield from rows


def _line_rows(entity: Entity, now: Content, before: Content, writer: _Writer) -> Iterator[FieldRow]:
    """Each row of a line table under its own heading; rows of fixed codes carry their text."""
    for line in entity.lines:
        keys = _row_keys(line, now)
        fixed = {row.code: writer.words.text(row.text_th, row.text_en) for row in line.fixed_rows}
        for number, key in enumerate(keys, start=1):
            rows = [
                writer.row(field, f"{line.key}/{key}/{field.key}", now, before)
                for field in line.fields
                if f"{line.key}/{key}/{field.key}" in now
            ]
            if rows:
                name = fixed.get(key, writer.words.digits(str(number)))
                yield FieldRow(f"{writer.words.text(line.label_th, line.label_en)} · {name}")
                yield from rows


def attached(definition: Definition, entry: ReviewEntry) -> tuple[str, ...]:
    """The photos and files a record names, by SHA-256, each once."""
    entity = definition.entity(entry.entity)
    fields = (entity.find_field(path) for path in entry.content)
    names = [
        name
        for field, value in zip(fields, entry.content.values(), strict=True)
        if field is not None and field.type in (FieldType.PHOTO, FieldType.FILE) and isinstance(value, list)
        for name in value
    ]
    return tuple(dict.fromkeys(names))


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
            change=self._change(now.get(path), before.get(path)) if field.type in _NUMBERS else "",
        )

    def _change(self, now: Value, before: Value) -> str:
        """With its sign; "" without a number to compare with."""
        if not (isinstance(now, int) and isinstance(before, int)) or now == before or not before:
            return ""
        return self.words.digits(f"{(now - before) / abs(before) * 100:+,.1f}%")

    def value(self, field: Field, value: Value) -> str:
        if field.type is FieldType.RECORD_REF and isinstance(value, str):
            return self.titles.get(value, value)
        if field.type in (FieldType.PHOTO, FieldType.FILE) and isinstance(value, list):
            text = QCoreApplication.translate("ReviewRows", "{n} pictures")
            return self.words.digits(text.format(n=len(value)))
        return format_value(field, value, language=self.words.language, thai_digits=self.words.thai_digits)
