"""Two entries that are the same thing: read side by side, made one, and taken apart again.

Merging is one transaction. References to the entry that goes follow to the one that stays, except in submissions that
are locked: a list that was certified is not rewritten. A register entry central has is ended, anything else vanishes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import func, select

from cdd_desktop.domain.period import Editable
from cdd_desktop.domain.record import Content, EntityKind, Record, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.forms.keys import MERGED
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.assess import refresh_records
from cdd_desktop.operations.journal import journal_edit
from cdd_desktop.operations.mark_entry import ending_of
from cdd_desktop.operations.place import Place, find_place, may_edit, one_each
from cdd_desktop.operations.refer import read_referred
from cdd_desktop.operations.save_entry import audit, refuse_unless_editable, touch_submission, write_patch
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import records_of_entry, to_record
from cdd_desktop.store.rows import RecordRow


@dataclass(frozen=True, slots=True)
class Twin:
    """One of two entries; ``received`` by central; ``titles`` name the entries it refers to."""

    record: Record
    title: str
    received: bool
    titles: dict[str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """``stays`` and ``goes``; ``was`` lays each changed record back, ``vanished`` tells that the other was deleted.
    ``left`` records keep their reference because their submission is locked."""

    stays: EntryRef
    goes: RecordId
    changes: Changes
    chosen: dict[str, Value]
    was: tuple[tuple[RecordId, dict[str, Value]], ...] = ()
    vanished: bool = False
    left: int = 0


@dataclass(slots=True)
class _Steps:
    """What has been written so far."""

    changes: Changes = field(default_factory=Changes)
    was: list[tuple[RecordId, dict[str, Value]]] = field(default_factory=list)

    def lay(self, work: Work, record_id: str, patch: Content) -> None:
        place = find_place(work, EntryRef(EntityKey(""), record_id=RecordId(record_id)))
        saved = write_patch(work, place, EntryRef(place.entity.key, record_id=RecordId(record_id)), patch, follow=False)
        self.changes |= saved.changes
        if saved.patch:
            self.was.append((RecordId(record_id), saved.was))


def read_twin(work: Work, record_id: str) -> Twin:
    """An entry of this office, to be shown beside another. Raises ``BadRequestError("record-unknown")``."""
    place = find_place(work, EntryRef(EntityKey(""), record_id=RecordId(record_id)))
    row = place.record
    assert row is not None
    referring = [one.key for one in place.entity.fields if one.type is FieldType.RECORD_REF]
    found = {
        str(row.content[key]): read_referred(work, str(row.content[key])) for key in referring if key in row.content
    }
    titles = {name: referred.title for name, referred in found.items() if referred is not None}
    return Twin(to_record(row), row.title, row.rev > 0, titles)


def merge_entries(work: Work, stays: EntryRef, goes: str, chosen: Content) -> Merged:
    """Makes two entries of one kind one: ``chosen`` are the values the one that stays takes over. Its ref names the
    round they were found in.

    Raises ``RefusedError``: ``merge-not-alike``; ``not-editable``; ``merge-both-reported`` when both have figures of
    the same period.
    """
    kept, gone = find_place(work, stays), _place(work, goes, stays.key)
    if kept.record is None or kept.record.id == goes or _kind(kept) != _kind(gone):
        raise RefusedError("merge-not-alike")
    for place in (kept, gone):
        refuse_unless_editable(may_edit(work, place))
    steps, left, kept_id = _Steps(), 0, kept.record.id
    for row, name in _referring(work, gone):
        place = _place(work, row.id)
        if not isinstance(may_edit(work, place), Editable):
            left += 1
            continue
        if (
            one_each(place.entity)
            and name == place.entity.ref
            and records_of_entry(work.session, kept_id, [row.period])
        ):
            raise RefusedError("merge-both-reported", title=row.title)
        steps.lay(work, row.id, {name: kept_id})
    assert gone.record is not None
    vanished = not gone.is_register or (gone.record.rev == 0 and not left)
    if vanished:
        _delete(work, gone.record)
    else:
        steps.lay(work, goes, {**ending_of(work, gone, ""), MERGED: kept.record.title or kept_id})
    steps.lay(work, kept_id, chosen)
    audit(work, gone.record, "merged", {"into": kept_id, "left": left})
    changes = steps.changes | _settle(work, kept, gone.record)
    return Merged(stays, RecordId(goes), changes, dict(chosen), tuple(steps.was), vanished, left)


def part_entries(work: Work, merged: Merged) -> Changes:
    """Takes a merge back: both entries are as they were, and references point where they did."""
    steps = _Steps()
    row = work.session.get_one(RecordRow, merged.goes)
    if merged.vanished:
        row.deleted = False
        row.updated_at, row.updated_by = work.now, work.person.id
        work.session.flush()
        journal_edit(work, row, dict(row.content), {})
    for record_id, was in reversed(merged.was):
        steps.lay(work, record_id, was)
    audit(work, row, "parted", {"from": merged.stays.record_id})
    return steps.changes | _settle(work, find_place(work, merged.stays), row)


def merge_again(work: Work, merged: Merged) -> Merged:
    """Makes again what was taken back."""
    return merge_entries(work, merged.stays, merged.goes, merged.chosen)


def _place(work: Work, record_id: str, key: SubmissionKey | None = None) -> Place:
    return find_place(work, EntryRef(EntityKey(""), key, RecordId(record_id)))


def _settle(work: Work, kept: Place, other: RecordRow) -> Changes:
    """Both are judged anew, as twins or no longer, and their round is counted."""
    assert kept.record is not None
    refresh_records(work, [row for row in (kept.record, other) if not row.deleted])
    in_round = kept.key is not None and kept.in_own_round
    if in_round:
        touch_submission(work, kept, recount=True)
    keys = frozenset({kept.key} if kept.key is not None and in_round else ())
    return Changes(frozenset({RecordId(kept.record.id), RecordId(other.id)}), keys, outbox=True)


def _kind(place: Place) -> tuple[str, str, str, str]:
    assert place.record is not None
    return place.dataset, place.entity.key, place.record.unit, place.record.period


def _delete(work: Work, row: RecordRow) -> None:
    """A draft nobody else has ever seen goes; its content stays in the row and in the history."""
    row.deleted = True
    row.updated_at, row.updated_by = work.now, work.person.id
    work.session.flush()
    journal_edit(work, row, {}, {}, deleted=True)


def _referring(work: Work, place: Place) -> Iterator[tuple[RecordRow, str]]:
    """The records of this office that name an entry of a register, each with the field that does."""
    if place.entity.kind is not EntityKind.REGISTER or place.record is None:
        return
    name = f"{place.dataset}.{place.entity.key}"
    for dataset in work.catalogue.datasets():
        for entity in work.catalogue.newest(dataset).entities:
            for one in entity.fields:
                if one.type is FieldType.RECORD_REF and one.ref == name:
                    yield from ((row, one.key) for row in _naming(work, dataset, entity.key, one.key, place.record.id))


def _naming(work: Work, dataset: str, entity: str, key: str, record_id: str) -> list[RecordRow]:
    query = select(RecordRow).where(
        RecordRow.dataset == dataset,
        RecordRow.entity == entity,
        RecordRow.unit == work.unit.code,
        ~RecordRow.deleted,
        func.json_extract(RecordRow.content, f'$."{key}"') == record_id,
    )
    return list(work.session.scalars(query.order_by(RecordRow.id)))
