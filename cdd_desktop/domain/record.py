"""Records: one row of any entity kind, and the flat content that travels, merges and is kept in the history.

Content is a flat mapping *path → value*, so that merging two edits is a comparison of paths:

====================  ============================================================
``field``             value of a field
``table/row/field``   a cell of a line table; ``table/row`` → ``True`` while the row exists
``:raw:path``         text that is no value of the field's type (shown, kept, blocks certifying)
``:reason:rule_id``   the written reason for a warning
``:mark:period``      ``"confirmed"``, ``"changed"``, ``"ended"`` or ``"not_received"``
``:why:period``       the reason that goes with the mark
``:kept:n:path``      what a newer form has no place for: the value a path had under version ``n``
====================  ============================================================

A value is ``None`` (blank; never stored: a path that is absent is blank), text, a whole number (counts, years;
money, decimal and percent in hundredths), a boolean, or a list of text (multi-choice, photo hashes).
Dates are ISO 8601 text in the common era. A GPS point is the text ``"18.912345,98.965432"``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, RecordId, UnitCode

Value = str | int | bool | list[str] | None
Content = Mapping[str, Value]

RAW = ":raw:"
REASON = ":reason:"
MARK = ":mark:"
WHY = ":why:"
KEPT = ":kept:"
_CANONICAL = msgspec.json.Encoder(order="sorted", enc_hook=str)  # also text of a kind of its own


class EntityKind(StrEnum):
    REGISTER = "register"
    SNAPSHOT = "snapshot"
    LINE = "line"
    EVENT = "event"
    APPLICATION = "application"


class MarkState(StrEnum):
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    ENDED = "ended"
    NOT_RECEIVED = "not_received"


@dataclass(frozen=True, slots=True)
class Record:
    """One record as its holder knows it.

    ``period`` is None for register entries, else the period it is reported in (an application of dataset 2: the
    period it was first entered in; it stands in both lists of its fiscal year). ``rev`` is central's revision, 0
    before the first receipt. ``code`` is the number central gives a register entry ("5007-SG-0031").
    """

    id: RecordId
    unit: UnitCode
    dataset: DatasetKey
    entity: EntityKey
    period: PeriodId | None
    form_version: int
    rev: int = 0
    code: str = ""
    deleted: bool = False
    content: Content = field(default_factory=dict)

    def values(self) -> dict[str, Value]:
        """The fields and line cells, without raw text, reasons and marks."""
        return {path: value for path, value in self.content.items() if not path.startswith(":")}

    def raw(self) -> dict[str, str]:
        return self._under(RAW)

    def reasons(self) -> dict[str, str]:
        return self._under(REASON)

    def mark(self, period: PeriodId) -> MarkState | None:
        state = self.content.get(MARK + period)
        return MarkState(state) if isinstance(state, str) else None

    def mark_reason(self, period: PeriodId) -> str:
        return str(self.content.get(WHY + period) or "")

    def _under(self, prefix: str) -> dict[str, str]:
        return {path[len(prefix) :]: str(value) for path, value in self.content.items() if path.startswith(prefix)}


def apply_patch(content: Content, patch: Content) -> dict[str, Value]:
    """Content with a patch laid over it; a None in the patch removes the path."""
    result = {**content, **patch}
    for path, value in patch.items():
        if not value and (value is None or value == "" or value == []):
            del result[path]
    return result


def difference(before: Content, after: Content) -> dict[str, Value]:
    """The patch that leads from one content to another; None removes a path."""
    patch: dict[str, Value] = {path: None for path in before if path not in after}
    patch.update({path: value for path, value in after.items() if before.get(path) != value})
    return patch


def content_digest(content: Content) -> str:
    """SHA-256 (first 32 hexadecimal digits) of the content's canonical JSON: sorted paths, UTF-8, no spaces."""
    return hashlib.sha256(_CANONICAL.encode(dict(content))).hexdigest()[:32]
