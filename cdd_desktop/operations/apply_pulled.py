"""Store what came from central: each thing whole, with the own changes that still wait laid on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.titles import record_title
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.apply_records import apply_records
from cdd_desktop.operations.delegate import store_delegation
from cdd_desktop.operations.place import form_of
from cdd_desktop.operations.submission_state import store_head, store_pulled
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import (
    CertificationRow,
    CertifiedEntryRow,
    ContactRow,
    PersonRow,
    RecordRow,
)
from cdd_desktop.sync.protocol import Pulled, PulledCertified, PulledContact


def apply_pulled(work: Work, pulled: Pulled, *, epoch: str, touched: Touched) -> None:
    """Records, submissions, frozen entries, people, delegations and contacts of one answer. The same answer again, or
    an older one, changes nothing."""
    apply_records(work, pulled.records, epoch=epoch, touched=touched)
    for submission in pulled.submissions:
        row = store_pulled(work, submission, epoch)
        touched.submissions.add(SubmissionKey(UnitCode(row.unit), DatasetKey(row.dataset), PeriodId(row.period)))
    _store_certified(work, pulled.certified, touched)
    for submission in pulled.submissions:
        store_head(work, submission)
    for person in pulled.people:
        work.session.merge(
            PersonRow(id=person.id, name=person.name, role=person.role, unit=person.unit, active=person.active)
        )
        touched.people = True
    for delegation in pulled.delegations:
        store_delegation(work, delegation)
        touched.people = True
    for contact in pulled.contacts:
        _store_contact(work, contact)


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
