"""Judging a record by its form and its surroundings, and keeping what lists need of the judgement in its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import MARK, WHY, Content, EntityKind, MarkState
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.context import Context
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.forms.evaluate import Evaluation, evaluate
from cdd_desktop.forms.keys import natural_key
from cdd_desktop.forms.sought import sought_text
from cdd_desktop.forms.submission import SubmissionRecord, unique_issues
from cdd_desktop.forms.titles import record_title
from cdd_desktop.geography import geography
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.context import Past, read_past, related, submission_context
from cdd_desktop.operations.place import current_window, form_of
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import find_record, same_key_rows
from cdd_desktop.store.rows import RecordRow


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all records of one kind in one round share."""

    definition: Definition
    entity: Entity
    window: Window
    base: Context
    past: Past


@dataclass(frozen=True, slots=True)
class Assessment:
    """``issues`` are the record's own and those it has in common with its ``twins`` (the same natural key)."""

    evaluation: Evaluation
    context: Context
    issues: tuple[Issue, ...]
    twins: tuple[RecordRow, ...] = ()


def surroundings(
    work: Work, definition: Definition, entity: Entity, window: Window, *, register_id: str | None = None
) -> Surroundings:
    """For records of a kind in a round: of one register entry, or of all when none is named."""
    base = Context(submission=submission_context(work, window))
    past = read_past(work, entity, window, register_id=register_id)
    return Surroundings(definition, entity, window, base, past)


def context_of(around: Surroundings, record_id: str, content: Content, register: RecordRow | None) -> Context:
    """The context of one record."""
    base = around.base if register is None else Context(around.base.submission, related(register))
    return around.past.beside(base, record_id, content)


def assess(around: Surroundings, row: RecordRow, register: RecordRow | None, twins: Sequence[RecordRow]) -> Assessment:
    """Evaluates a record as it stands in its row."""
    context = context_of(around, row.id, row.content, register)
    evaluation = evaluate(around.definition, around.entity.key, row.content, context)
    issues = evaluation.issues
    if twins:
        issues = (*issues, *_twin_issues(around, row, twins))
    return Assessment(evaluation, context, issues, tuple(twins))


def _twin_issues(around: Surroundings, row: RecordRow, twins: Sequence[RecordRow]) -> tuple[Issue, ...]:
    return tuple(issue for issue in shared_issues(around, (row, *twins)) if issue.record_id == row.id)


def shared_issues(around: Surroundings, same: Iterable[RecordRow]) -> tuple[Issue, ...]:
    """The findings records with the same natural key have in common, each with the record it stands at."""
    records = [SubmissionRecord(RecordId(row.id), row.entity, row.content) for row in same]
    return unique_issues(around.definition, records, around.base)


def register_of(work: Work, entity: Entity, row: RecordRow) -> RecordRow | None:
    """The register entry a record's reference names."""
    reference = row.content.get(entity.ref) if entity.ref else None
    return find_record(work.session, reference) if isinstance(reference, str) and reference else None


def refresh_row(work: Work, around: Surroundings, row: RecordRow, register: RecordRow | None) -> Assessment:
    """Judges a record and writes what lists show of it: title, place, natural key, findings, whether it is done."""
    identify(around, row, register)
    with work.session.no_autoflush:
        assessment = assess(around, row, register, same_key_rows(work.session, row))
    keep_assessment(around, row, register, assessment)
    return assessment


def identify(around: Surroundings, row: RecordRow, register: RecordRow | None) -> None:
    """Writes what finds a record: the register entry it belongs to and its natural key."""
    row.register_id = register.id if register is not None else None
    row.natural_key = natural_key(around.definition, around.entity.key, row.content)


def keep_assessment(around: Surroundings, row: RecordRow, register: RecordRow | None, assessment: Assessment) -> None:
    """Writes what lists show of a judgement into the record's row."""
    definition, entity = around.definition, around.entity
    values = assessment.evaluation.values
    row.title = record_title(definition, entity.key, row.content, register.content if register else None)
    row.tambon = str(values.get("tambon_code") or (register.tambon if register else ""))
    moo = values.get("moo")
    row.moo = moo if isinstance(moo, int) else (register.moo if register else None)
    row.sought = sought_text(row.title, row.code, _tambon_name(row.tambon), row.content)
    keep_findings(row, assessment.issues)


@lru_cache(maxsize=64)
def _tambon_name(code: str) -> str:
    with suppress(BadRequestError):
        return geography().tambon(code).name_th
    return ""


def keep_findings(row: RecordRow, issues: Sequence[Issue]) -> None:
    """Writes the counts of a record's findings, and whether it is done."""
    if not issues:
        row.errors, row.warnings, row.done = 0, 0, True
        return
    row.errors = sum(issue.fault for issue in issues)
    row.warnings = sum(issue.level is IssueLevel.WARNING and issue.open for issue in issues)
    row.done = _excused(row) or not any(issue.open for issue in issues)


def _excused(row: RecordRow) -> bool:
    """Marked "not received" in its period, with the reason."""
    marked = bool(row.period) and row.content.get(MARK + row.period) == MarkState.NOT_RECEIVED.value
    return marked and bool(row.content.get(WHY + row.period))


def _window(work: Work, dataset: str, period: str) -> Window:
    """The period's window; for register entries, and for a period the schedule no longer has, the next one due."""
    if period:
        with suppress(BadRequestError):
            return work.calendar.window(dataset, period)
    return current_window(work, dataset)


def refresh_records(work: Work, rows: Iterable[RecordRow]) -> None:
    """Refreshes rows that came from elsewhere (a pull), register entries first; the past is read once a kind."""
    groups: dict[tuple[str, str, str, int], list[RecordRow]] = {}
    for row in rows:
        groups.setdefault((row.period, row.dataset, row.entity, row.form_version), []).append(row)
    for (period, dataset, entity_key, version), members in sorted(groups.items()):
        definition, _ = form_of(work, dataset, version)
        entity = definition.entity(entity_key)
        window = _window(work, dataset, period)
        around = surroundings(work, definition, entity, window)
        for row in members:
            register = None if entity.kind is EntityKind.REGISTER else register_of(work, entity, row)
            refresh_row(work, around, row, register)
    work.session.flush()
