"""Marking many entries of a register's round in one transaction: confirming what has not changed, and taking back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from cdd_desktop.domain.record import MARK, Content, MarkState, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.assess import refresh_row, surroundings
from cdd_desktop.operations.place import may_mark
from cdd_desktop.operations.progress import due_entries, round_of
from cdd_desktop.operations.save_many import write_many
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import register_rows

Patches = Mapping[RecordId, Content]


@dataclass(frozen=True, slots=True)
class MarkedMany:
    """``patches`` are what was laid over each record, ``was`` what lays it back, for ``lay_marks``. ``passed`` entries
    asked for were left alone, because something is open in them."""

    changes: Changes
    patches: dict[RecordId, dict[str, Value]] = field(default_factory=dict)
    was: dict[RecordId, dict[str, Value]] = field(default_factory=dict)
    passed: int = 0

    @property
    def count(self) -> int:
        return len(self.patches)


def confirm_many(work: Work, key: SubmissionKey, only: Collection[RecordId] | None = None) -> MarkedMany:
    """Confirms the entries of a register's round that nobody has dealt with and that have nothing open; ``only`` some.

    One that differs from the list certified last is marked as changed, as it would be one at a time. Raises
    ``RefusedError``: ``mark-not-possible`` outside a register's own round, ``not-editable``.
    """
    place = round_of(work, key)
    if not place.is_register:
        raise RefusedError("mark-not-possible")
    around = surroundings(work, place.definition, place.entity, place.window)
    due, mark = due_entries(work, place), MARK + key.period
    rows = [row for row in register_rows(work.session, key.unit, key.dataset, place.register) if row.id in due]
    asked = [row for row in rows if only is None or row.id in only]
    waiting = [row for row in asked if mark not in row.content]
    for row in waiting:
        refresh_row(work, around, row, None)  # what was well last year may not be so in this round
    found = [row for row in waiting if row.done]
    patches: dict[RecordId, dict[str, Value]] = {}
    for row in found:
        before = around.past.beside(around.base, row.id, row.content).prev
        same = before is None or _values(before.content) == _values(row.content)
        patches[RecordId(row.id)] = {mark: (MarkState.CONFIRMED if same else MarkState.CHANGED).value}
    changes = lay_marks(work, key, patches) | Changes(frozenset(RecordId(row.id) for row in waiting), frozenset({key}))
    was: dict[RecordId, dict[str, Value]] = {record: {mark: None} for record in patches}
    return MarkedMany(changes, patches, was, sum(not row.done for row in asked))


def lay_marks(work: Work, key: SubmissionKey, patches: Patches) -> Changes:
    """Lays patches of marks, and of what was written with them, over entries of a round: a step taken back or made
    again. All or nothing; raises what ``save_many`` raises."""
    entity = round_of(work, key).entity.key
    edits = [(EntryRef(entity, key, record), patch) for record, patch in patches.items()]
    return write_many(work, edits, may=may_mark, follow=False).changes


def _values(content: Content) -> dict[str, Value]:
    return {path: value for path, value in content.items() if not path.startswith(":")}
