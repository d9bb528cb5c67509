"""Moving this office's drafts to the newest version of their form, after a contact that may have brought one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from cdd_desktop.domain.record import Content, difference
from cdd_desktop.domain.submission import SubmissionKey, SubmissionState
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.moving import moved, way_to
from cdd_desktop.ids import DatasetKey, PeriodId, RecordId, UnitCode
from cdd_desktop.operations.assess import refresh_records
from cdd_desktop.operations.content_patch import was_before
from cdd_desktop.operations.journal import journal_edit
from cdd_desktop.operations.progress import refresh_progress
from cdd_desktop.operations.read_moved import FORM_MOVED
from cdd_desktop.operations.save_entry import audit
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submission_rows import SubmissionRow

_CERTIFIED = (SubmissionState.CERTIFIED, SubmissionState.ACCEPTED, SubmissionState.APPROVED)


def move_to_newer_forms(work: Work) -> Changes:
    """Register entries and the records of submissions that are not certified move to the newest form by its
    ``migrate`` steps and travel as changes; what is certified stays under its form. A proposed submission moves too:
    the head judges it by the rules that hold when certifying.

    Nothing is left to do after it, until a newer form or a record of an older one comes.
    """
    rows: list[RecordRow] = []
    for dataset in work.catalogue.datasets():
        if work.catalogue.newest(dataset).version > 1:
            rows += _move_dataset(work, dataset)
    if not rows:
        return Changes()
    work.session.flush()
    refresh_records(work, rows)
    keys = {SubmissionKey(UnitCode(r.unit), DatasetKey(r.dataset), PeriodId(r.period)) for r in rows if r.period}
    for key in keys:
        row = work.session.get(SubmissionRow, (key.unit, key.dataset, key.period))
        if row is not None:
            refresh_progress(work, row)
    return Changes(
        records=frozenset(RecordId(row.id) for row in rows), submissions=frozenset(keys), outbox=True, definitions=True
    )


def _move_dataset(work: Work, dataset: str) -> list[RecordRow]:
    newest = work.catalogue.newest(dataset).version
    query = select(RecordRow).where(
        RecordRow.dataset == dataset,
        RecordRow.unit == work.unit.code,
        RecordRow.form_version < newest,
        ~RecordRow.deleted,
    )
    rows = work.session.scalars(query.order_by(RecordRow.id)).all()
    certified = _certified_periods(work, dataset) if rows else set()
    ways: dict[int, tuple[tuple[Definition, Definition], ...]] = {}
    done = []
    for row in rows:
        way = ways.setdefault(row.form_version, way_to(work.catalogue, dataset, row.form_version))
        if way and row.period not in certified:
            _move(work, row, way)
            done.append(row)
    return done


def _certified_periods(work: Work, dataset: str) -> set[str]:
    query = select(SubmissionRow.period).where(
        SubmissionRow.unit == work.unit.code,
        SubmissionRow.dataset == dataset,
        SubmissionRow.state.in_([state.value for state in _CERTIFIED]),
    )
    return set(work.session.scalars(query))


def _move(work: Work, row: RecordRow, way: Sequence[tuple[Definition, Definition]]) -> None:
    """A change is written also when no value moves: central has to know by which rules the record is judged."""
    before: Content = row.content
    content: Content = before
    for old, new in way:
        content = moved(old, new, row.entity, content)
    patch = difference(before, content)
    first = row.form_version
    row.content, row.form_version = dict(content), way[-1][1].version
    row.updated_at = work.now
    journal_edit(work, row, patch, was_before(before, patch))
    audit(work, row, FORM_MOVED, {"from": first, "to": row.form_version, "paths": sorted(patch)})
