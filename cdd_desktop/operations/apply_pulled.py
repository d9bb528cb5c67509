"""Store what came from central: each thing whole, with the own changes that still wait laid on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cdd_desktop.domain.record import Content, apply_patch
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.titles import record_title
from cdd_desktop.ids import DatasetKey, PeriodId, RecordId, UnitCode
from cdd_desktop.operations.assess import refresh_records
from cdd_desktop.operations.parking import open_question
from cdd_desktop.operations.place import form_of
from cdd_desktop.operations.repair import join_epochs
from cdd_desktop.operations.settle_question import settle_conflict
from cdd_desktop.operations.submission_state import store_pulled
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import (
    CertificationRow,
    CertifiedEntryRow,
    ChangeRow,
    ContactRow,
    OutboxRow,
    PersonRow,
    RecordRow,
)
from cdd_desktop.sync.protocol import Pulled, PulledCertified, PulledContact, PulledRecord


def apply_pulled(work: Work, pulled: Pulled, *, epoch: str, touched: Touched) -> None:
    """Records, submissions, frozen entries, people and contacts of one answer. The same answer again, or an older
    one, changes nothing."""
    stored = [_store_record(work, record, epoch, touched) for record in pulled.records]
    work.session.flush()
    refresh_records(work, [row for row in stored if row is not None])
    for submission in pulled.submissions:
        row = store_pulled(work, submission, epoch)
        touched.submissions.add(SubmissionKey(UnitCode(row.unit), DatasetKey(row.dataset), PeriodId(row.period)))
    _store_certified(work, pulled.certified, touched)
    for person in pulled.people:
        work.session.merge(
            PersonRow(id=person.id, name=person.name, role=person.role, unit=person.unit, active=person.active)
        )
        touched.people = True
    for contact in pulled.contacts:
        _store_contact(work, contact)


# --- records ---------------------------------------------------------------------------------------------------------


def _store_record(work: Work, pulled: PulledRecord, epoch: str, touched: Touched) -> RecordRow | None:
    """The row, when it has become another."""
    session = work.session
    row = session.get(RecordRow, pulled.id)
    unsent = _unsent(session, pulled.id)
    if row is not None and row.epoch not in ("", epoch) and not row.deleted:
        join_epochs(work, row, pulled, epoch, {path for change in unsent for path in change.patch or ()})
        row.updated_at = work.now
        touched.records.add(RecordId(pulled.id))
        return row
    if row is not None and row.epoch == epoch and row.rev > pulled.rev:
        return None
    content: Content = pulled.content
    for change in unsent:
        content = apply_patch(content, change.patch or {})
    deleted = unsent[-1].deleted if unsent else pulled.deleted
    if row is None:
        row = _new_row(work, pulled)
        session.add(row)
    elif dict(row.content) != dict(content) or row.deleted != deleted:
        _remember_replaced(work, row, content, pulled, deleted=deleted)
    row.form_version = unsent[-1].form_version if unsent else pulled.form
    row.code = pulled.code or row.code
    row.rev, row.epoch = pulled.rev, epoch
    row.deleted = deleted
    row.content = dict(content)
    row.updated_at = work.now
    _update_question(work, row, pulled)
    touched.records.add(RecordId(pulled.id))
    return row


def _update_question(work: Work, row: RecordRow, pulled: PulledRecord) -> None:
    """An open question shows central's present values; once they are equal to the own ones it answers itself."""
    question = open_question(work.session, pulled.id)
    if question is None or question.status != "conflict" or not question.theirs:
        return
    question.theirs = {path: pulled.content.get(path) for path in question.theirs}
    question.rev = pulled.rev
    equal = all(row.content.get(path) == value for path, value in question.theirs.items())
    if equal and not row.deleted:
        work.session.flush()
        settle_conflict(work, question.id, dict(question.theirs))


def _unsent(session: Session, record_id: str) -> list[ChangeRow]:
    """Own edits of a record that central has not taken, parked ones too, oldest first."""
    query = select(ChangeRow).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(ChangeRow.record_id == record_id)
    return list(session.scalars(query.order_by(ChangeRow.n)))


def _new_row(work: Work, pulled: PulledRecord) -> RecordRow:
    return RecordRow(
        id=pulled.id,
        unit=pulled.unit,
        dataset=pulled.dataset,
        entity=pulled.entity,
        period=pulled.period,
        form_version=pulled.form,
        content={},
        created_at=work.now,
        updated_at=work.now,
    )


def _remember_replaced(work: Work, row: RecordRow, content: Content, pulled: PulledRecord, *, deleted: bool) -> None:
    """The history keeps what was here before central's values took its place."""
    paths = [path for path in {*row.content, *content} if row.content.get(path) != content.get(path)]
    work.session.add(
        ChangeRow(
            kind="pulled",
            unit=row.unit,
            dataset=row.dataset,
            period=row.period,
            entity=row.entity,
            form_version=pulled.form,
            record_id=row.id,
            base=row.rev,
            patch={path: content.get(path) for path in paths},
            was={path: row.content.get(path) for path in paths},
            deleted=deleted,
            at=work.now,
        )
    )


# --- frozen entries --------------------------------------------------------------------------------------------------


def _store_certified(work: Work, entries: Iterable[PulledCertified], touched: Touched) -> None:
    """Frozen entries of other offices, or of another machine of this one. What this machine froze itself stays: it
    is complete, while a pulled entry is masked."""
    session = work.session
    positions: Counter[str] = Counter()
    for entry in entries:
        if session.get(CertificationRow, entry.certification) is None:
            session.add(
                CertificationRow(
                    id=entry.certification,
                    unit=entry.unit,
                    dataset=entry.dataset,
                    period=entry.period,
                    form_version=entry.form,
                )
            )
            session.flush()
        known = session.get(CertifiedEntryRow, (entry.certification, entry.record))
        if known is None:
            if entry.certification not in positions:
                positions[entry.certification] = _held_entries(session, entry.certification)
            session.add(_entry_row(work, entry, positions[entry.certification]))
            positions[entry.certification] += 1
        elif entry.unit != work.unit.code:
            known.content, known.mark = dict(entry.content), entry.mark
        touched.submissions.add(SubmissionKey(UnitCode(entry.unit), DatasetKey(entry.dataset), PeriodId(entry.period)))


def _held_entries(session: Session, certification: str) -> int:
    count = select(func.count()).where(CertifiedEntryRow.certification_id == certification)
    return session.scalar(count) or 0


def _entry_row(work: Work, entry: PulledCertified, position: int) -> CertifiedEntryRow:
    content = dict(entry.content)
    definition, _ = form_of(work, entry.dataset, entry.form)
    entity = definition.entity(entry.entity)
    reference = content.get(entity.ref) if entity.ref else None
    register_id = reference if isinstance(reference, str) and reference else None
    register = work.session.get(RecordRow, register_id) if register_id else None
    return CertifiedEntryRow(
        certification_id=entry.certification,
        record_id=entry.record,
        position=position,
        unit=entry.unit,
        dataset=entry.dataset,
        period=entry.period,
        entity=entry.entity,
        form_version=entry.form,
        register_id=register_id,
        mark=entry.mark,
        title=record_title(definition, entity.key, content, register.content if register else None),
        content=content,
    )


# --- contacts --------------------------------------------------------------------------------------------------------


def _store_contact(work: Work, contact: PulledContact) -> None:
    last = datetime.fromisoformat(contact.last_contact_at) if contact.last_contact_at else None
    work.session.merge(ContactRow(unit=contact.unit, last_contact_at=last, reports_from=contact.reports_from))
    if contact.unit == work.unit.code and contact.reports_from:
        write_meta(work.session, Meta.REPORTS_FROM, contact.reports_from)
