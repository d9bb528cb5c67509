"""What a patch really changes: values in one spelling, raw text and values exclusive, removed rows with their cells.

Pure functions of contents and patches (``domain.record``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from cdd_desktop.domain.record import KEPT, MARK, RAW, REASON, WHY, Content, Value
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import Entity

_PREFIXES = (RAW, REASON, MARK, WHY, KEPT)


def effective_patch(entity: Entity, content: Content, patch: Content) -> dict[str, Value]:
    """The paths whose value becomes another, with what belongs to them: setting a value removes the raw text at its
    place and the other way round; removing a row of a table removes its cells, filling a cell makes its row.

    Raises ``BadRequestError("path-unknown")`` for a path that the form does not have.
    """
    fields = entity.field_by_key
    wanted: dict[str, Value] = {}
    for path, value in patch.items():
        if path not in fields:
            _check_path(entity, path)
        wanted[path] = one_spelling(value)
    if not content and wanted.keys() <= fields.keys():  # values of fields alone, nothing that belongs to them
        return {path: value for path, value in wanted.items() if value is not None}
    for path, value in tuple(wanted.items()):
        if path.startswith(RAW):
            if value is not None:
                wanted[path[len(RAW) :]] = None
        elif not path.startswith(":"):
            if RAW + path in content:
                wanted.setdefault(RAW + path, None)
            if "/" in path:
                _with_row(entity, content, wanted, path)
    return {path: value for path, value in wanted.items() if content.get(path) != value}


def one_spelling(value: Value) -> Value:
    """Text in NFC without blanks around it; empty text and empty lists are blank."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip() or None if value else None
    if isinstance(value, list):
        return value or None
    return value


def was_before(content: Content, patch: Mapping[str, Value]) -> dict[str, Value]:
    """The values a patch replaces; None where there was none."""
    return {path: content.get(path) for path in patch}


def value_paths(patch: Content) -> frozenset[str]:
    """The fields and cells a patch touches, also by their raw text."""
    return frozenset(path.removeprefix(RAW) for path in patch if path.startswith(RAW) or not path.startswith(":"))


def _check_path(entity: Entity, path: str) -> None:
    if path in entity.field_by_key:
        return
    for prefix in _PREFIXES:
        if path.startswith(prefix):
            if prefix == RAW:
                _check_path(entity, path[len(RAW) :])
            return
    parts = path.split("/")
    is_row = len(parts) == 2 and parts[0] in entity.line_by_key and bool(parts[1])
    if not is_row and entity.find_field(path) is None:
        raise BadRequestError("path-unknown", path=parts[0])


def _with_row(entity: Entity, content: Content, wanted: dict[str, Value], path: str) -> None:
    table, _, rest = path.partition("/")
    line = entity.line_by_key.get(table)
    if line is None or not rest:
        return
    row, _, cell = rest.partition("/")
    place = f"{table}/{row}"
    if cell:
        fixed = any(other.code == row for other in line.fixed_rows)
        if wanted[path] is not None and not fixed and wanted.get(place, True) is not None:
            wanted[place] = True
    elif wanted[path] is None:
        for other in content:
            if other.removeprefix(RAW).startswith(place + "/"):
                wanted[other] = None
