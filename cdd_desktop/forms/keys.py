"""Natural keys: what makes two records of one unit the same thing (product.md, Forms)."""

from __future__ import annotations

from cdd_desktop.domain.record import REASON, Content, Value
from cdd_desktop.forms.definition import Definition, Field
from cdd_desktop.forms.stored import box_of, is_blank
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
    for place, (needs, also) in enumerate(definition.entity(entity_key).identities):
        needed = [comparable(field, content.get(field.key)) for field in needs]
        if all(needed):
            return _BETWEEN.join((str(place), *needed, *(comparable(field, content.get(field.key)) for field in also)))
    return None


def comparable(field: Field, value: Value) -> str:
    """A value as text for comparing: names without case, spaces and dots; "" when blank or of the wrong type."""
    if value is None:
        return ""
    box = box_of(field)
    if is_blank(value) or not box.fits(value):
        return ""
    if isinstance(value, list):
        return ",".join(sorted(value))
    return name_key(str(value)) if box.is_free_text else str(value)
