"""Store what came from central: each thing whole, with the own changes that still wait laid on top."""

from __future__ import annotations

from datetime import datetime

from cdd_desktop.domain.submission import SubmissionKey, SubmissionState
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.apply_certified import apply_certified
from cdd_desktop.operations.apply_records import apply_records
from cdd_desktop.operations.delegate import store_delegation
from cdd_desktop.operations.leaving import store_person
from cdd_desktop.operations.refresh_facts import take_facts
from cdd_desktop.operations.submission_state import store_head, store_pulled
from cdd_desktop.operations.tell_meeting import ask_about_return
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import ContactRow
from cdd_desktop.store.submissions import find_submission
from cdd_desktop.sync.protocol import Pulled, PulledContact, PulledSubmission


def apply_pulled(work: Work, pulled: Pulled, *, epoch: str, touched: Touched) -> None:
    """Records, submissions, frozen entries, people, delegations and contacts of one answer. The same answer again, or
    an older one, changes nothing."""
    apply_records(work, pulled.records, epoch=epoch, touched=touched)
    for submission in pulled.submissions:
        _store_submission(work, submission, epoch, touched)
    apply_certified(work, pulled.certified, touched)
    for submission in pulled.submissions:
        store_head(work, submission)
    for person in pulled.people:
        store_person(work, person)
        touched.people = True
    for delegation in pulled.delegations:
        store_delegation(work, delegation)
        touched.people = True
    for contact in pulled.contacts:
        _store_contact(work, contact)


def _store_submission(work: Work, pulled: PulledSubmission, epoch: str, touched: Touched) -> None:
    key = SubmissionKey(UnitCode(pulled.unit), DatasetKey(pulled.dataset), PeriodId(pulled.period))
    known = find_submission(work.session, key)
    before = known.state if known is not None else ""
    row = store_pulled(work, pulled, epoch)
    take_facts(work, row, pulled)
    touched.submissions.add(key)
    if key.unit == work.unit.code and row.state == SubmissionState.RETURNED != before:
        ask_about_return(work, key, touched)


def _store_contact(work: Work, contact: PulledContact) -> None:
    last = datetime.fromisoformat(contact.last_contact_at) if contact.last_contact_at else None
    work.session.merge(ContactRow(unit=contact.unit, last_contact_at=last, reports_from=contact.reports_from))
    if contact.unit == work.unit.code and contact.reports_from:
        write_meta(work.session, Meta.REPORTS_FROM, contact.reports_from)
