"""The office's list of villages beside the boxes for moo and village name: which are offered, and what one fills in.

The form and the table ask the same questions. Nothing is forced: other numbers and names stay as they are typed.
"""

from __future__ import annotations

from collections.abc import Iterable

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.domain.village import Village
from cdd_desktop.forms.definition import Field, FieldType

TAMBON, MOO, VILLAGE_NAME = "tambon_code", "moo", "village_name"


def is_village_field(field: Field, path: str) -> bool:
    """Whether a field of the record itself names a village, by its moo or its name."""
    return path == field.key and (field.type is FieldType.MOO or field.key == VILLAGE_NAME)


def villages_here(villages: Iterable[Village], content: Content) -> tuple[Village, ...]:
    """Those of the record's subdistrict; none while it is blank."""
    tambon = content_text(content, TAMBON)
    return tuple(village for village in villages if village.tambon == tambon)


def answer_of(field: Field, village: Village) -> Value:
    """What a village is in a field: its name or its moo."""
    return village.name if field.key == VILLAGE_NAME else village.moo


def picked_patch(field: Field, village: Village, content: Content) -> dict[str, Value]:
    """The patch of a village picked in a field; it fills the other one of the two while that is blank."""
    patch: dict[str, Value] = {field.key: answer_of(field, village), RAW + field.key: None}
    other, value = (MOO, village.moo) if field.key == VILLAGE_NAME else (VILLAGE_NAME, village.name)
    if content.get(other) in (None, "") and not content.get(RAW + other):
        patch[other] = value
    return patch


def content_text(content: Content, key: str) -> str:
    """A text of the content, "" when it is blank."""
    value = content.get(key)
    return value if isinstance(value, str) else ""
