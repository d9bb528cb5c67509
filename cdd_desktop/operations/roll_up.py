"""A province's own summary: figures of its districts' certified records, put into the summary and frozen with it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from cdd_desktop.domain.record import Value
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.context import Context, Related
from cdd_desktop.forms.evaluate import evaluate
from cdd_desktop.forms.roll_up import EvaluatedRecord, rolled_up
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.place import Place
from cdd_desktop.operations.work import Work
from cdd_desktop.store.submission_rows import CertifiedEntryRow, SubmissionRow


def rolled_values(work: Work, place: Place) -> dict[str, Value]:
    """The rolled-up fields of a summary as the districts' lists in force give them; empty for any other form."""
    has_any = any(field.computed is not None and field.computed.roll_up for field in place.entity.fields)
    if not has_any or work.unit.level is not UnitLevel.PROVINCE:
        return {}
    rows = _district_entries(work, place)
    received = {row.unit for row in _received(work, place)}
    districts = work.geography.districts(work.unit.code)
    return rolled_up(place.definition, place.entity.key, _evaluated(work, place, rows), len(received), len(districts))


def _district_entries(work: Work, place: Place) -> list[CertifiedEntryRow]:
    query = (
        select(CertifiedEntryRow)
        .join(SubmissionRow, SubmissionRow.certification_id == CertifiedEntryRow.certification_id)
        .where(
            CertifiedEntryRow.dataset == place.dataset,
            CertifiedEntryRow.period == place.window.period,
            CertifiedEntryRow.unit.startswith(work.unit.code),
            CertifiedEntryRow.unit != work.unit.code,
        )
    )
    return list(work.session.scalars(query))


def _received(work: Work, place: Place) -> list[SubmissionRow]:
    query = select(SubmissionRow).where(
        SubmissionRow.dataset == place.dataset,
        SubmissionRow.period == place.window.period,
        SubmissionRow.unit.startswith(work.unit.code),
        SubmissionRow.unit != work.unit.code,
        SubmissionRow.received,
    )
    return list(work.session.scalars(query))


def _evaluated(work: Work, place: Place, rows: list[CertifiedEntryRow]) -> list[EvaluatedRecord]:
    submission = submission_context(work, place.window)
    by_id: Mapping[str, CertifiedEntryRow] = {row.record_id: row for row in rows}
    found: list[EvaluatedRecord] = []
    for row in rows:
        if row.entity not in place.definition.entity_by_key:
            continue
        entry = by_id.get(row.register_id or "")
        register = Related(RecordId(entry.record_id), entry.content) if entry is not None else None
        context = Context(submission=submission, register=register)
        found.append((row.entity, evaluate(place.definition, row.entity, row.content, context).values))
    return found
