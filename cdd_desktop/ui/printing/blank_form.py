"""A form for taking notes in the field: every question of one kind of entry with room for its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import EntityKind
from cdd_desktop.forms.definition import Entity, Field, FieldType
from cdd_desktop.forms.values import area_names
from cdd_desktop.operations.read_field_forms import FieldForm, FieldForms
from cdd_desktop.ui.printing.answer_boxes import FORM, FORM_LABEL, AnswerBoxes, known_block
from cdd_desktop.ui.printing.bench import Bench, label_in, office_in_full
from cdd_desktop.ui.printing.cells import CellWriter
from cdd_desktop.ui.printing.page_model import NOTE, STRONG, TITLE, Document, Strip, Stroke
from cdd_desktop.ui.printing.signing import field_signers, signing_words
from cdd_desktop.ui.printing.tables import Column, Row, table
from cdd_desktop.ui.printing.typeset import Typesetter, signatures

_LABELS = 0.37  # of the width
_KNOWN = 0.17
_EMPTY_ROWS = 6
_ROW_ROOM = 22.0
_MOST_TICKS = 4  # choices that become columns of a table to tick


def blank_form(forms: FieldForms, bench: Bench) -> Document:
    """The forms one after the other, each on a page of its own."""
    setter = bench.setter()
    strips: list[Strip] = []
    for number, form in enumerate(forms.forms):
        bench.step()
        own = _form_strips(forms, form, bench, setter)
        strips += own if number == 0 else _on_a_new_page(own)
    words = bench.words
    title = f"{words.dataset(forms.definition.dataset)} · {_label(forms.entity, bench)} · {words.office(forms.unit)}"
    name = f"form-{forms.unit.code}-{forms.definition.dataset}-{forms.entity.key}"
    return bench.document(strips, title=title, name=name)


def _on_a_new_page(strips: list[Strip]) -> list[Strip]:
    return [replace(strips[0], new_page=True), *strips[1:]]


def _form_strips(forms: FieldForms, form: FieldForm, bench: Bench, setter: Typesetter) -> list[Strip]:
    words, translate = bench.words, QCoreApplication.translate
    definition = forms.definition
    dataset = label_in(words, definition.name_th, definition.name_en)
    year = translate("Paper", "fiscal year {year}").format(year=forms.window.fiscal_year)
    strips = [
        *setter.paragraph(
            translate("Paper", "Field form: {name}").format(name=_label(forms.entity, bench)), TITLE, align="centre"
        ),
        *setter.paragraph(dataset, STRONG, align="centre"),
        *setter.paragraph(words.digits(f"{words.period(forms.window)} {year}"), FORM, align="centre"),
        *setter.paragraph(office_in_full(words, forms.unit), FORM, align="centre"),
        setter.space(6),
    ]
    strips += _named(forms, form, bench, setter)
    boxes = AnswerBoxes(setter, words, setter.width * (1 - _LABELS - (_KNOWN if form.known else 0)) - 8)
    writer = CellWriter(words, {})
    for section in definition.sections(forms.entity.key):
        fields = [field for field in section.fields if _asked(forms.entity, field)]
        if not fields:
            continue
        strips += setter.heading(label_in(words, section.label_th, section.label_en), gap=8)
        strips += [_question(field, form, boxes, writer) for field in fields]
    for line in forms.entity.lines:
        strips += _line_table(line, writer, setter)
    note = translate("Paper", "* must be filled in. Written here first, then entered in the program.")
    strips += setter.paragraph(note, NOTE, gap=8, glued=True)
    return [*strips, signatures(setter, field_signers(forms), signing_words())]


def _named(forms: FieldForms, form: FieldForm, bench: Bench, setter: Typesetter) -> Iterator[Strip]:
    """The entry the form is for, or lines to write its name and place on."""
    words, translate = bench.words, QCoreApplication.translate
    if form.title:
        names = area_names(FieldType.GEO_TAMBON, form.tambon) if form.tambon else None
        place = words.text(*names) if names else ""
        if form.moo:
            place = translate("Paper", "{tambon} moo {moo}").format(tambon=place, moo=form.moo)
        facts = [(translate("Paper", "For"), form.title)]
        facts += [(translate("Paper", "Place"), place)] if place else []
        yield from setter.facts([(label, words.digits(value)) for label, value in facts], columns=1)
    elif forms.entity.kind is EntityKind.SNAPSHOT and forms.entity.ref:
        field = forms.entity.field(forms.entity.ref)
        label = words.text(field.label_th, field.label_en)
        long = setter.measure(label, FORM_LABEL) + 6
        y = FORM.baseline + 4
        yield Strip(
            FORM.line_height + 6,
            (setter.run(label, FORM_LABEL, x=0, y=y, room=long), Stroke(long, y, setter.width, y, 0.6, dotted=True)),
        )


def _asked(entity: Entity, field: Field) -> bool:
    """What a person answers: nothing calculated, numbered by the program, or said by the form's heading."""
    return field.computed is None and field.type is not FieldType.AUTO_CODE and field.key != entity.ref


def _question(field: Field, form: FieldForm, boxes: AnswerBoxes, writer: CellWriter) -> Strip:
    setter = boxes.setter
    left = setter.width * _LABELS
    label = label_in(writer.words, field.label_th, field.label_en)
    if field.required:
        label += " *"
    elif field.visible_if or field.required_if:
        label += " " + QCoreApplication.translate("Paper", "(where it applies)")
    height, items = setter.block(label, FORM, x=0, room=left - 8, top=2)
    tall, answer = boxes.answer(field)
    items += [item.moved(left, 0) for item in answer]
    known = ""
    if form.known and form.known.get(field.key) is not None:
        known = writer.value(field, form.known[field.key])
    if known:
        wide = setter.width * _KNOWN
        small, lines = known_block(setter, known, x=setter.width - wide, room=wide)
        items += lines
        tall = max(tall, small)
    return Strip(max(height, tall) + 3, tuple(items))


def _line_table(line: Entity, writer: CellWriter, setter: Typesetter) -> list[Strip]:
    """A table to write in: the fixed rows, or some empty ones; few choices become columns to tick."""
    words = writer.words
    columns = [Column(QCoreApplication.translate("Paper", "No."), "centre")]
    if line.fixed_rows:
        columns.append(Column(QCoreApplication.translate("Paper", "Item")))
    for field in line.fields:
        if 0 < len(field.options) <= _MOST_TICKS:
            columns += [Column(label_in(words, choice.label_th, choice.label_en)) for choice in field.options]
        else:
            columns.append(Column(writer.label(field)))
    rows = []
    for number in range(len(line.fixed_rows) or _EMPTY_ROWS):
        first = [words.digits(str(number + 1))]
        if line.fixed_rows:
            row = line.fixed_rows[number]
            first.append(label_in(words, row.text_th, row.text_en))
        rows.append(Row((*first, *[""] * (len(columns) - len(first))), room=_ROW_ROOM))
    heading = setter.heading(label_in(words, line.label_th, line.label_en))
    return [*heading, *table(setter, columns, rows, gap=3)]


def _label(entity: Entity, bench: Bench) -> str:
    return label_in(bench.words, entity.label_th, entity.label_en)
