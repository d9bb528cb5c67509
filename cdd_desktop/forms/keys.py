"""Natural keys: what makes two records of one unit the same thing (product.md, Forms)."""

from __future__ import annotations

from cdd_desktop.domain.record import REASON, Content, Value
from cdd_desktop.forms.definition import Definition, Field, FieldType
from cdd_desktop.forms.stored import is_blank, is_of_type
from cdd_desktop.forms.thai_text import name_key

MERGED = f"{REASON}merged-into"  # the name of the entry that took another's place
_BETWEEN = "\u001f"


def natural_key(definition: Definition, entity_key: str, content: Content) -> str | None:
    """The normalised key of a record within its unit; None while no identity of its entity is filled in.

    Equal for records that are the same thing; an entry merged into another is no thing of its own any more. It may hold
    a citizen id: never log or show it. The period of a snapshot is not part of it.
    """
    if MERGED in content:
        return None
    entity = definition.entity(entity_key)
    for place, identity in enumerate(entity.identity):
        needed = [comparable(entity.field(key), content.get(key)) for key in identity.needs]
        if all(needed):
            also = [comparable(entity.field(key), content.get(key)) for key in identity.also]
            return _BETWEEN.join((str(place), *needed, *also))
    return None


def comparable(field: Field, value: Value) -> str:
    """A value as text for comparing: names without case, spaces and dots; "" when blank or of the wrong type."""
    if is_blank(value) or not is_of_type(field, value):
        return ""
    if isinstance(value, list):
        return ",".join(sorted(value))
    return name_key(str(value)) if field.type in (FieldType.TEXT, FieldType.TEXTAREA) else str(value)
