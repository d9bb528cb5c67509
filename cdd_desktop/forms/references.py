"""What a reference to a register entry brings along: blank fields that take the entry's name, id and place."""

from __future__ import annotations

from collections.abc import Iterator

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.forms.definition import Definition, Field, FieldType
from cdd_desktop.forms.privacy import is_masked
from cdd_desktop.forms.stored import is_blank

TITLE = "title"
_TEXTS = frozenset({FieldType.TEXT, FieldType.TEXTAREA})


def filled(field: Field, content: Content, referred: Content, title: str) -> dict[str, Value]:
    """The values a reference fills in: of the entry referred to, for fields of ``content`` that hold nothing, not
    even text that is no value. A masked citizen id is none."""
    taken: dict[str, Value] = {}
    for target, source in field.fills.items():
        value: Value = title if source == TITLE else referred.get(source)
        masked = isinstance(value, str) and is_masked(value)
        if is_blank(content.get(target)) and is_blank(content.get(RAW + target)) and not is_blank(value) and not masked:
            taken[target] = value
    return taken


def fill_faults(definition: Definition, catalogue: Catalogue) -> Iterator[str]:
    """What is wrong with ``fills`` in view of the forms referred to: an unknown source, or one of another type."""
    for entity in definition.all_entities:
        for field in entity.fields:
            dataset, _, key = field.ref.partition(".")
            if not field.fills:
                continue
            foreign = catalogue.newest(dataset).entity(key)
            for target, source in field.fills.items():
                wanted = entity.field(target).type
                if source == TITLE:
                    sound = wanted in _TEXTS
                else:
                    known = foreign.field_by_key.get(source)
                    sound = known is not None and known.type is wanted and known.choices == entity.field(target).choices
                if not sound:
                    yield f"{entity.key}.{field.key}: cannot fill {target} from {field.ref}.{source}"
