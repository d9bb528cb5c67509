"""Taking back a record that should not have been made."""

from __future__ import annotations

from cdd_desktop.domain.period import NotEditable, NotEditableReason
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.journal import journal_edit
from cdd_desktop.operations.parking import open_question
from cdd_desktop.operations.place import Place, find_place, may_edit
from cdd_desktop.operations.save_entry import audit, refuse_unless_editable, touch_submission
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import has_records

_ROUND_IN_THE_WAY = frozenset(
    {
        NotEditableReason.NOT_BEGUN,  # to a clock that goes wrong
        NotEditableReason.PROPOSED,
        NotEditableReason.CERTIFIED,
        NotEditableReason.ACCEPTED,
        NotEditableReason.APPROVED,
    }
)


def delete_draft(work: Work, record_id: str) -> Changes:
    """Marks a record as deleted; the tombstone travels like any change and the history keeps the content.

    Records of a period can go while their submission is a draft, and later still where central refused one for being
    there already: it is in no list and only the own office has it. A register entry can go only before central has it
    and while nothing refers to it; later it is ended. Raises ``RefusedError``: ``not-editable``, ``register-kept``,
    ``register-in-use``; ``BadRequestError("record-unknown")``.
    """
    place = find_place(work, EntryRef(entity=EntityKey(""), record_id=RecordId(record_id)))
    row = place.record
    assert row is not None
    if not _is_refused_twin(work, place):
        refuse_unless_editable(may_edit(work, place))
    if place.is_register and row.rev > 0:
        raise RefusedError("register-kept")
    if place.is_register and has_records(work.session, row.id):
        raise RefusedError("register-in-use")
    row.deleted = True
    row.updated_at, row.updated_by = work.now, work.person.id
    work.session.flush()
    journal_edit(work, row, {}, {}, deleted=True)
    audit(work, row, "deleted", {})
    submissions = frozenset({place.key}) if place.key is not None and place.in_own_round else frozenset()
    if submissions:
        touch_submission(work, place, recount=True)
    return Changes(records=frozenset({RecordId(row.id)}), submissions=submissions, outbox=True)


def _is_refused_twin(work: Work, place: Place) -> bool:
    """Whether the entry is another machine's over again, refused, while only its round is in the way."""
    row, status = place.record, may_edit(work, place)
    question = open_question(work.session, row.id) if row is not None and row.rev == 0 else None
    if question is None or question.code != "duplicate-key":
        return False
    return isinstance(status, NotEditable) and status.reason in _ROUND_IN_THE_WAY
