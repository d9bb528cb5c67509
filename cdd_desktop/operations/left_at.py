"""Where a person was typing: kept with each save, so that work goes on at the same letter after a crash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from cdd_desktop.domain.period import Editable
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.answer_comments import ANSWER, write_answers
from cdd_desktop.operations.place import find_place, may_edit
from cdd_desktop.operations.save_entry import Saved, refuse_unless_editable, save_entry
from cdd_desktop.operations.save_many import Edit, SavedMany, save_many
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import find_record
from cdd_desktop.store.spots import read_spot, write_spot


@dataclass(frozen=True, slots=True)
class Spot:
    """A box of a form by its content path, "" for none. ``caret`` counts characters from the left, -1 when it is not
    known; ``text`` is what stood in the box, never of a field that is masked. ``open``: a cell of a table was still
    being typed, so that the text is in no record yet."""

    path: str = ""
    caret: int = -1
    text: str = ""
    open: bool = False


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
    open: bool = False
    entity: str = ""  # these two name an entry that has no record yet
    register: str = ""
    at: str = ""


def save_at(work: Work, ref: EntryRef, patch: Content, spot: Spot, place: EntryRef | None = None) -> Saved:
    """``save_entry``, the answers to comments that the patch brings, and where the person was, in one transaction.
    ``place``: the entry, when it is another one."""
    answers = {path.removeprefix(ANSWER): str(text or "") for path, text in patch.items() if path.startswith(ANSWER)}
    if answers and ref.key is not None and ref.record_id is not None:
        refuse_unless_editable(may_edit(work, find_place(work, ref)))
        write_answers(work, ref.key, ref.record_id, answers)
    values = {path: value for path, value in patch.items() if not path.startswith(ANSWER)}
    saved = save_entry(work, ref, values) if values or not answers else Saved(ref, Changes())
    keep_spot(work, saved.ref if place in (None, ref) else place, spot)
    return saved


def save_many_at(work: Work, edits: Sequence[Edit], here: tuple[EntryRef, Spot] | None) -> SavedMany:
    """``save_many``, and where the person was, in one transaction."""
    saved = save_many(work, edits)
    if here is not None:
        named = next((new for (ref, _), new in zip(edits, saved.refs, strict=True) if ref == here[0]), here[0])
        keep_spot(work, named, here[1])
    return saved


def keep_spot(work: Work, ref: EntryRef, spot: Spot) -> None:
    """Remembers where the signed-in person is. An entry outside a round is not remembered, and one without a record
    only for the text of a cell that is still open."""
    if ref.key is None or not spot.path:
        return
    if ref.record_id is None and not (spot.open and spot.text):
        if not _kept_record(work):
            forget_spot(work)  # that cell was left without an answer
        return
    kept = _Kept(
        str(ref.key),
        ref.record_id or "",
        spot.path,
        spot.caret,
        spot.text,
        spot.open,
        ref.entity,
        ref.register_id or "",
        work.now.isoformat(),
    )
    write_spot(work.session, work.person.id, msgspec.json.encode(kept).decode())


def _kept_record(work: Work) -> bool:
    """Whether what is remembered has a record."""
    text = read_spot(work.session, work.person.id)
    return not text or bool(msgspec.json.decode(text, type=_Kept).record)


def read_left(work: Work) -> LeftAt | None:
    """Where the signed-in person was typing last; None when there is nothing to go on with: the record is gone, or
    may only be looked at by now."""
    text = read_spot(work.session, work.person.id)
    if not text:
        return None
    kept = msgspec.json.decode(text, type=_Kept)
    key, spot = SubmissionKey.parse(kept.key), Spot(kept.path, kept.caret, kept.text, kept.open)
    if not kept.record:
        return _left_unrecorded(work, key, kept, spot)
    row = find_record(work.session, kept.record)
    if row is None or row.deleted or row.unit != work.unit.code:
        return None
    ref = EntryRef(EntityKey(row.entity), key, RecordId(row.id))
    if not isinstance(may_edit(work, find_place(work, ref)), Editable):
        return None
    return LeftAt(key, ref, spot, row.title, row.updated_at)


def _left_unrecorded(work: Work, key: SubmissionKey, kept: _Kept, spot: Spot) -> LeftAt | None:
    """An entry whose first cell was still being typed; its register entry may be gone by now."""
    register = find_record(work.session, kept.register) if kept.register else None
    if kept.register and (register is None or register.deleted):
        return None
    ref = EntryRef(EntityKey(kept.entity), key, register_id=RecordId(kept.register) if kept.register else None)
    if not isinstance(may_edit(work, find_place(work, ref)), Editable):
        return None
    return LeftAt(key, ref, spot, register.title if register is not None else "", datetime.fromisoformat(kept.at))


def forget_spot(work: Work) -> None:
    """The signed-in person does not want to go back there."""
    write_spot(work.session, work.person.id, "")
