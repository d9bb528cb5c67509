"""One step of a definition's ``migrate`` list: what becomes of a field of the version before (docs/forms.md)."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class StepKind(StrEnum):
    """``rename``: the value moves to the one field of ``to``. ``keep``: the field is gone, its value stays readable.
    ``map``: choice values become others (to "" or to none: kept). ``split`` and ``convert``: as ``by`` says."""

    RENAME = "rename"
    KEEP = "keep"
    MAP = "map"
    SPLIT = "split"
    CONVERT = "convert"


class Split(StrEnum):
    """Where a text is cut in two."""

    FIRST_SPACE = "first-space"
    LAST_SPACE = "last-space"
    FIRST_COMMA = "first-comma"


class Conversion(StrEnum):
    """How a value becomes one of another type. What does not fit is kept as it was."""

    TO_TEXT = "to-text"
    TO_NUMBER = "to-number"
    TO_HUNDREDTHS = "to-hundredths"
    TO_WHOLE = "to-whole"
    TO_LIST = "to-list"
    TO_ONE = "to-one"


class MigrateStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """``entity`` is the key of an entity or line table, ``field`` a field of the version before; ``to`` are fields of
    this version (a conversion without one stays in its field), ``values`` old choice → new one."""

    do: StepKind
    entity: str
    field: str
    to: tuple[str, ...] = ()
    values: dict[str, str] = {}
    by: str = ""
