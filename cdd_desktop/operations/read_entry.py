"""Everything the form of one entry shows, also of one that has no record yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from cdd_desktop.domain.record import MARK, WHY, Value
from cdd_desktop.domain.remarks import Thread
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.context import Context, Related
from cdd_desktop.forms.definition import Entity
from cdd_desktop.forms.evaluate import evaluate
from cdd_desktop.forms.starting import starting_content
from cdd_desktop.forms.titles import record_title
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.answer_comments import threads_of
from cdd_desktop.operations.assess import Surroundings, assess, context_of, surroundings
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.place import Place, find_place, may_edit
from cdd_desktop.operations.read_moved import kept_values, moved_lately
from cdd_desktop.operations.roll_up import rolled_values
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef, EntrySheet, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import same_key_rows, to_record
from cdd_desktop.store.rows import ChangeRow, OutboxRow, RecordRow

_COMMENTED = (SubmissionState.RETURNED, SubmissionState.DRAFT, SubmissionState.PROPOSED)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The record to show: the one in the store, or one that the first save would make."""

    row: RecordRow
    stored: bool


def read_entry(work: Work, ref: EntryRef) -> EntrySheet:
    """The sheet of an entry; nothing is written. A new record shows what its form begins with.

    Raises ``BadRequestError``: ``record-unknown``, ``entity-unknown``, ``dataset-unknown``, ``period-unknown``.
    """
    place = find_place(work, ref)
    around = surroundings(
        work,
        place.definition,
        place.entity,
        place.window,
        register_id=place.register.id if place.register is not None else None,
    )
    shown = _shown(work, place, around)
    row = shown.row
    with work.session.no_autoflush:
        twins = same_key_rows(work.session, row) if shown.stored else ()
        assessment = assess(around, row, place.register, twins)
    submission = view_of(work, place.key) if place.key is not None else None
    mark_period = place.key.period if place.key is not None and place.in_own_round else ""
    register = to_record(place.register) if place.register is not None else None
    return EntrySheet(
        ref=replace(
            ref,
            key=place.key,
            record_id=RecordId(row.id) if shown.stored else None,
            register_id=RecordId(place.register.id) if place.register is not None else ref.register_id,
            dataset=place.dataset,
        ),
        record=to_record(row),
        submission=submission,
        register=register,
        context=assessment.context,
        title=record_title(place.definition, place.entity.key, row.content, register.content if register else None),
        values=assessment.evaluation.values,
        previous=_previous(work, place, assessment.context),
        visible=assessment.evaluation.visible,
        required=assessment.evaluation.required,
        issues=assessment.issues,
        editable=may_edit(work, place),
        mark=str(row.content.get(MARK + mark_period) or "") if mark_period else "",
        mark_reason=str(row.content.get(WHY + mark_period) or "") if mark_period else "",
        saved_at=row.updated_at if shown.stored else None,
        delivered=shown.stored and row.rev > 0 and not _waits(work, row.id),
        comments=_comments(work, submission, row.id),
        twins=tuple((RecordId(twin.id), twin.title) for twin in twins),
        moved=moved_lately(work, row) if shown.stored else None,
        kept=kept_values(work, row),
    )


def _shown(work: Work, place: Place, around: Surroundings) -> _Shown:
    if place.record is not None:
        return _Shown(place.record, stored=True)
    row = new_row(work, place, "")
    row.content = first_content(work, place, row, around)
    return _Shown(row, stored=False)


def first_content(work: Work, place: Place, row: RecordRow, around: Surroundings) -> dict[str, Value]:
    """What a new record begins with: its reference, the form's suggestions, figures rolled up of units below."""
    context = context_of(around, row.id, row.content, place.register)
    start = starting_content(place.definition, place.entity.key, context)
    rolled = {path: value for path, value in rolled_values(work, place).items() if value is not None}
    return {**start, **row.content, **rolled}


def new_row(work: Work, place: Place, record_id: str) -> RecordRow:
    """A record that is not in the store yet, empty except for its reference to the register entry.

    Raises ``BadRequestError("register-needed")`` when a snapshot that must belong to an entry names none.
    """
    return RecordRow(**new_values(work, place, record_id))


def new_values(work: Work, place: Place, record_id: str) -> dict[str, Any]:
    """The columns of a new record; raises what ``new_row`` raises."""
    content: dict[str, Value] = {}
    if place.entity.ref and place.register is not None:
        content[place.entity.ref] = place.register.id
    elif place.entity.ref and _always_of_an_entry(place.entity):
        raise BadRequestError("register-needed")
    return {
        "id": record_id,
        "unit": work.unit.code,
        "dataset": place.dataset,
        "entity": place.entity.key,
        "period": place.period,
        "form_version": place.definition.version,
        "rev": 0,
        "epoch": "",
        "code": "",
        "deleted": False,
        "content": content,
        "register_id": place.register.id if place.register is not None else None,
        "title": "",
        "tambon": "",
        "sought": "",
        "errors": 0,
        "warnings": 0,
        "done": False,
        "created_at": work.now,
        "updated_at": work.now,
        "updated_by": work.person.id,
    }


def _always_of_an_entry(entity: Entity) -> bool:
    return bool(entity.ref) and entity.field(str(entity.ref)).required


def _previous(work: Work, place: Place, context: Context) -> dict[str, Value]:
    """Last period's values with the calculated ones, worked out in that period's terms."""
    if context.prev is None:
        return {}
    return previous_values(work, place, context.prev, context.register)


def previous_values(work: Work, place: Place, prev: Related, register: Related | None) -> dict[str, Value]:
    window = work.calendar.previous(place.window)
    then = Context(submission=submission_context(work, window), register=register)
    values = evaluate(place.definition, place.entity.key, prev.content, then).values
    return {path: value for path, value in values.items() if value is not None}


def _waits(work: Work, record_id: str) -> bool:
    query = select(OutboxRow.n).join(ChangeRow, ChangeRow.n == OutboxRow.n).where(ChangeRow.record_id == record_id)
    return work.session.scalar(query.limit(1)) is not None


def _comments(work: Work, submission: SubmissionView | None, record_id: str) -> tuple[Thread, ...]:
    """What was said about this record and about the whole submission since it was sent back."""
    if submission is None or submission.state not in _COMMENTED:
        return ()
    return threads_of(work, submission.key, submission.moves, record_id)
