"""Where a person was typing: kept with each save, so that work goes on at the same letter after a crash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from cdd_desktop.domain.period import Editable
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.place import find_place, may_edit
from cdd_desktop.operations.save_entry import Saved, save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import find_record
from cdd_desktop.store.spots import read_spot, write_spot


@dataclass(frozen=True, slots=True)
class Spot:
    """A box of a form by its content path, "" for none. ``caret`` counts characters from the left, -1 when it is not
    known; ``text`` is what stood in the box, never of a field that is masked."""

    path: str = ""
    caret: int = -1
    text: str = ""


@dataclass(frozen=True, slots=True)
class LeftAt:
    """The entry and the box somebody left, with the entry's title and when it was last saved."""

    key: SubmissionKey
    ref: EntryRef
    spot: Spot
    title: str
    at: datetime


class _Kept(msgspec.Struct, frozen=True):
    key: str
    record: str
    path: str
    caret: int
    text: str


def save_at(work: Work, ref: EntryRef, patch: Content, spot: Spot) -> Saved:
    """``save_entry``, and where the person was, in one transaction."""
    saved = save_entry(work, ref, patch)
    keep_spot(work, saved.ref, spot)
    return saved


def keep_spot(work: Work, ref: EntryRef, spot: Spot) -> None:
    """Remembers where the signed-in person is. An entry without a record, or outside a round, is not remembered."""
    if ref.key is None or ref.record_id is None or not spot.path:
        return
    kept = _Kept(str(ref.key), ref.record_id, spot.path, spot.caret, spot.text)
    write_spot(work.session, work.person.id, msgspec.json.encode(kept).decode())


def read_left(work: Work) -> LeftAt | None:
    """Where the signed-in person was typing last; None when there is nothing to go on with: the record is gone, or
    may only be looked at by now."""
    text = read_spot(work.session, work.person.id)
    if not text:
        return None
    kept = msgspec.json.decode(text, type=_Kept)
    row = find_record(work.session, kept.record)
    if row is None or row.deleted or row.unit != work.unit.code:
        return None
    key = SubmissionKey.parse(kept.key)
    ref = EntryRef(EntityKey(row.entity), key, RecordId(row.id))
    if not isinstance(may_edit(work, find_place(work, ref)), Editable):
        return None
    return LeftAt(key, ref, Spot(kept.path, kept.caret, kept.text), row.title, row.updated_at)


def forget_spot(work: Work) -> None:
    """The signed-in person does not want to go back there."""
    write_spot(work.session, work.person.id, "")
