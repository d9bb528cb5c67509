"""The sync screen: what waits, each submission's way, what wants a decision, and the journal of contacts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from cdd_desktop.domain.record import Value
from cdd_desktop.domain.submission import SubmissionKey, SubmissionState
from cdd_desktop.errors import BadRequestError
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, RecordId, UnitCode
from cdd_desktop.operations.attachments import read_waiting_photos
from cdd_desktop.operations.contact import read_pace
from cdd_desktop.operations.link import read_link
from cdd_desktop.operations.parking import parked_rows
from cdd_desktop.operations.restored import read_restored
from cdd_desktop.operations.submission_views import Shelf, make_view, read_shelf
from cdd_desktop.operations.views import ContactEntry, MetEntry, NeedsYou, OutboxView, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import ChangeRow, ContactJournalRow, NeedsYouRow, OutboxRow, PersonRow, RecordRow

CONTACTS_SHOWN = 50


def read_outbox(work: Work) -> OutboxView:
    """Everything about sending. Submissions come with open questions first, then those with something to send, then
    the latest; contacts come newest first."""
    session = work.session
    waiting = (
        select(ChangeRow).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(OutboxRow.state != "parked").subquery()
    )
    changes, records = session.execute(
        select(func.count(), func.count(func.distinct(waiting.c.record_id))).select_from(waiting)
    ).one()
    away = select(func.count()).select_from(OutboxRow).where(OutboxRow.state == "handed_over")
    photos = read_waiting_photos(work)
    contact = read_meta(session, Meta.LAST_CONTACT_AT)
    addresses = json.loads(read_meta(session, Meta.ADDRESSES, "[]"))
    return OutboxView(
        pending_changes=changes,
        pending_records=records,
        submissions=_submissions(work),
        needs_you=read_questions(work),
        contacts=_contacts(work),
        last_contact_at=datetime.fromisoformat(contact) if contact else None,
        enrolled_address=addresses[0] if addresses else "",
        pace=read_pace(work),
        restored=read_restored(work),
        photos_waiting=len(photos),
        on_stick=session.scalar(away) or 0,
        clock_off=int(read_meta(session, Meta.CLOCK_OFF) or 0),
        photo_code=next((photo.code for photo in photos if photo.code), ""),
        photo_seconds=read_link(work).seconds_for(sum(photo.size for photo in photos)) if photos else None,
    )


def _submissions(work: Work) -> tuple[SubmissionView, ...]:
    """The office's submissions that have been begun, and those of other offices with an own step on its way."""
    shelf = read_shelf(work, work.unit.code)
    keys = {key for key, row in shelf.rows.items() if row.state != SubmissionState.NONE.value}
    for unit, dataset, period in {*shelf.waiting, *shelf.questions}:
        if period:
            keys.add(SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period)))
    views = [view for view in (_view(work, key, shelf) for key in keys) if view is not None]
    return tuple(sorted(views, key=_order))


def _view(work: Work, key: SubmissionKey, shelf: Shelf) -> SubmissionView | None:
    """None for a period the schedule in force no longer has."""
    try:
        window = work.calendar.window(key.dataset, key.period)
    except BadRequestError:
        return None
    return make_view(work, key, window, shelf)


def _order(view: SubmissionView) -> tuple[object, ...]:
    done = view.received_at is not None and not view.pending
    return (not view.needs_you, done, -view.window.due_on.toordinal(), view.window.number)


def read_questions(work: Work) -> tuple[NeedsYou, ...]:
    """What a person has to decide, in the order in which it came."""
    query = select(NeedsYouRow).where(NeedsYouRow.settled_at.is_(None)).order_by(NeedsYouRow.id)
    deleting = {row.record_id for row in parked_rows(work.session) if row.deleted}
    return tuple(_question(work, row, deleting=row.record_id in deleting) for row in work.session.scalars(query))


def _question(work: Work, row: NeedsYouRow, *, deleting: bool) -> NeedsYou:
    record = work.session.get(RecordRow, row.record_id) if row.record_id else None
    key = None
    if row.period:
        key = SubmissionKey(UnitCode(row.unit), DatasetKey(row.dataset), PeriodId(row.period))
    return NeedsYou(
        record_id=RecordId(row.record_id) if row.record_id else None,
        key=key,
        title=record.title if record is not None else "",
        status=row.status,
        code=row.code,
        fields=tuple(row.fields),
        mine={path: _mine(record, row, path) for path in row.theirs},
        theirs=dict(row.theirs),
        id=row.id,
        dataset=DatasetKey(row.dataset) if row.dataset else None,
        entity=EntityKey(record.entity) if record is not None else None,
        form_version=record.form_version if record is not None else 0,
        places=tuple((place[0], place[1]) for place in row.places),
        titles=_titles(work, row),
        deleting=deleting,
        at=row.at,
    )


def _mine(record: RecordRow | None, row: NeedsYouRow, path: str) -> Value:
    """The own value as it is now: it may have been typed over since it was sent."""
    return record.content.get(path) if record is not None and not record.deleted else row.mine.get(path)


def _titles(work: Work, row: NeedsYouRow) -> dict[str, str]:
    ids = [place[0] for place in row.places]
    if not ids:
        return {}
    return dict(work.session.execute(select(RecordRow.id, RecordRow.title).where(RecordRow.id.in_(ids))).all())


def _contacts(work: Work) -> tuple[ContactEntry, ...]:
    query = select(ContactJournalRow).order_by(ContactJournalRow.id.desc()).limit(CONTACTS_SHOWN)
    return tuple(_contact(work, row) for row in work.session.scalars(query))


def _contact(work: Work, row: ContactJournalRow) -> ContactEntry:
    params = {name: value for name, value in row.params.items() if name != "records"}
    met = [_met(work, record, writers) for record, writers in row.params.get("records", ())]
    return ContactEntry(at=row.at, code=row.code, params=params, met=tuple(one for one in met if one is not None))


def _met(work: Work, record_id: str, writers: Sequence[tuple[str, Sequence[str]]]) -> MetEntry | None:
    record = work.session.get(RecordRow, record_id)
    if record is None:
        return None
    people = [(work.session.get(PersonRow, person), tuple(paths)) for person, paths in writers]
    return MetEntry(
        title=record.title,
        dataset=DatasetKey(record.dataset),
        entity=EntityKey(record.entity),
        form_version=record.form_version,
        writers=tuple((person.name if person is not None else "", paths) for person, paths in people),
    )
