"""The one line that names a record in lists: the group's name, the person, the village."""

from __future__ import annotations

import re
from functools import lru_cache

from cdd_desktop.domain.record import Content
from cdd_desktop.forms.definition import Definition, Entity, Field, FieldType
from cdd_desktop.forms.stored import is_blank, is_of_type
from cdd_desktop.forms.values import Language, format_value

_PLACE = re.compile(r"\{(register\.)?(\w+)\}")


def record_title(
    definition: Definition,
    entity_key: str,
    content: Content,
    register_content: Content | None = None,
    language: Language = "th",
) -> str:
    """The title of a record; a snapshot's is that of its register entry. With nothing to name it, its entity's label.

    The definition gives patterns in order of preference; the first whose every place is filled is taken.
    """
    entity = definition.entity(entity_key)
    for pattern in entity.titles_en if language == "en" else entity.titles_th:
        title = _filled(definition, entity, pattern, (content, register_content), language)
        if title:
            return title
    return entity.label_en if language == "en" else entity.label_th


def _filled(
    definition: Definition, entity: Entity, pattern: str, contents: tuple[Content, Content | None], language: Language
) -> str:
    """The pattern with its places filled, or "" when one stays blank."""
    content, register_content = contents
    parts: dict[str, str] = {}
    for place, foreign, key in _places(pattern):
        if key == "register":
            has_one = entity.register is not None and register_content is not None
            text = record_title(definition, str(entity.register), register_content or {}, None, language)
            parts[place] = text if has_one else ""
        elif foreign:
            fields = {field.key: field for field in entity.register_fields}
            parts[place] = _text(fields, key, register_content or {}, language)
        else:
            parts[place] = _text(entity.field_by_key, key, content, language)
    if not all(parts.values()):
        return ""
    return parts[pattern] if pattern in parts else _PLACE.sub(lambda match: parts[match.group()], pattern)


@lru_cache(maxsize=256)
def _places(pattern: str) -> tuple[tuple[str, str, str], ...]:
    """The places of a pattern: as they stand there, ``register.`` or "", and the key."""
    return tuple((match.group(), match[1] or "", match[2]) for match in _PLACE.finditer(pattern))


def _text(fields: dict[str, Field], key: str, content: Content, language: Language) -> str:
    """A field's value as read; "other (specify)" as what was specified; moo 0 ("none") as blank."""
    field = fields[key]
    value = content.get(key)
    if is_blank(value) or not is_of_type(field, value) or (field.type is FieldType.MOO and value == 0):
        return ""
    specified = content.get(f"{key}_other")
    if field.type is FieldType.CHOICE and isinstance(specified, str) and specified.strip():
        return specified.strip()
    return format_value(field, value, language=language)
