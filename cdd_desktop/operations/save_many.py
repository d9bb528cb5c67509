"""Saving many edits in one go: the checks, journal, outbox and audit of ``save_entry``, written in bulk.

Edits are taken in the order given, in runs of one kind of record in one round: what a run needs of the store (the
round, its past, records with the same key) is read once, and what it writes is there before the next run begins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from cdd_desktop.domain.period import EditStatus
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.place import Place, may_edit, place_of_kind
from cdd_desktop.operations.save_entry import touch_submission
from cdd_desktop.operations.save_run import Run, Terms
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import rows_by_id
from cdd_desktop.store.rows import RecordRow

Edit = tuple[EntryRef, Content]
May = Callable[[Work, Place], EditStatus]


@dataclass(frozen=True, slots=True)
class SavedMany:
    """``refs`` name the records in the order of the edits, also those just made; ``edited`` counts the edits that
    changed something."""

    refs: tuple[EntryRef, ...]
    changes: Changes
    edited: int = 0


def save_many(work: Work, edits: Sequence[Edit]) -> SavedMany:
    """Does what ``save_entry`` does with each edit, one after the other, and counts each submission once.

    All or nothing: raises what ``save_entry`` raises for the first edit that cannot be made.
    """
    return write_in_terms(work, edits, Terms(may_edit))


def write_many(work: Work, edits: Sequence[Edit], *, may: May, follow: bool) -> SavedMany:
    """``save_many`` under another right (marks ask ``may_mark``). ``follow``: marks follow from values typed."""
    return write_in_terms(work, edits, Terms(may, follow))


def write_in_terms(work: Work, edits: Sequence[Edit], terms: Terms) -> SavedMany:
    """``save_many`` in other terms; an edit that is not accepted changes nothing, and its reference stays as it was."""
    work.session.flush()
    held = rows_by_id(work.session, (ref.record_id for ref, _ in edits if ref.record_id))
    kinds: dict[object, Place] = {}
    placed = [(_kind_of(work, ref, held, kinds), ref, patch) for ref, patch in edits]
    refs: list[EntryRef] = []
    changes, edited = Changes(), 0
    touched: dict[SubmissionKey, Place] = {}
    for _, group in groupby(placed, key=lambda edit: id(edit[0])):
        members = list(group)
        place = members[0][0]
        run = Run(work, place, held, terms)
        refs += run.save([(ref, patch) for _, ref, patch in members], len(refs))
        changes, edited = changes | run.changes, edited + run.edited
        touched |= dict.fromkeys(run.changes.submissions, place)
    for place in touched.values():
        touch_submission(work, place, recount=True)
    return SavedMany(tuple(refs), changes, edited)


def _kind_of(work: Work, ref: EntryRef, held: dict[str, RecordRow], kinds: dict[object, Place]) -> Place:
    """The place the edits of a run have in common."""
    record = held.get(ref.record_id) if ref.record_id else None
    if ref.record_id and (record is None or record.deleted):
        raise BadRequestError("record-unknown")
    name: tuple[object, ...] = (ref.entity, ref.key, ref.dataset)
    if record is not None:
        name = (record.dataset, record.form_version, record.entity, record.period, ref.key)
    place = kinds.get(name)
    if place is None:
        place = kinds[name] = place_of_kind(work, ref, record)
    return place
