"""Hiding citizen ids wherever a record leaves the hands of those who may see them (domain.md, section 7)."""

from __future__ import annotations

import re

from cdd_desktop.domain.record import KEPT, RAW, Content, Value
from cdd_desktop.forms import citizen_id
from cdd_desktop.forms.definition import Definition, FieldType
from cdd_desktop.ids import is_id
from cdd_desktop.periods.thai_dates import arabic_digits

_MASKED = re.compile(r"X-XXXX-XXXXX-\d{2}-\d")
_DIGITS = 13
_IN_TEXT = re.compile(r"(?<!\d)\d(?:[-\s]?\d){12}(?!\d)")


def mask_citizen_id(text: str) -> str:
    """An id with its last three digits only: ``X-XXXX-XXXXX-12-1``; other text with every digit but those hidden."""
    digits = citizen_id.normalise(text)
    if len(digits) == 13 and digits.isdigit():
        return f"X-XXXX-XXXXX-{digits[10:12]}-{digits[12]}"
    if is_masked(text):
        return text
    keep = len(text) - 3
    return "".join("X" if char.isdigit() and place < keep else char for place, char in enumerate(arabic_digits(text)))


def is_masked(text: str) -> bool:
    """Whether the text is an id as ``mask_citizen_id`` leaves it: known to be there, its digits hidden."""
    return _MASKED.fullmatch(text) is not None


def mask_text(text: str) -> str:
    """Free text with every run of 13 digits hidden but for its last three. The id of a record, which may have as many
    digits in a row and names nobody, is left whole: others are found by it."""
    if not has_citizen_id(text) or is_id(text):
        return text
    return _IN_TEXT.sub(lambda match: mask_citizen_id(match.group()), arabic_digits(text))


def without_ids(text: str) -> str:
    """Free text without the citizen ids in it, whole or masked."""
    return _MASKED.sub(" ", mask_text(text))


def masked(definition: Definition, entity_key: str, content: Content) -> dict[str, Value]:
    """The content with citizen ids hidden: in their fields, in raw text, and in any text they were typed into. What a
    newer form has no place for is left out: no definition says what it may show."""
    entity = definition.entity(entity_key)
    result: dict[str, Value] = {}
    for path, value in content.items():
        if path.startswith(KEPT):
            continue
        if isinstance(value, str):
            field = entity.find_field(path.removeprefix(RAW))
            personal = field is not None and field.type is FieldType.CITIZEN_ID
            result[path] = mask_citizen_id(value) if personal else mask_text(value)
        else:
            result[path] = value
    return result


def has_citizen_id(text: str) -> bool:
    """Whether 13 digits, Thai or Arabic ones, stand together in a text, as they do in a citizen id."""
    return len(text) >= _DIGITS and _IN_TEXT.search(text) is not None
