"""A whole submission judged: every record by its form, and all of them together by the rules over a submission."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cdd_desktop.domain.issue import Issue
from cdd_desktop.domain.record import MARK, EntityKind, MarkState
from cdd_desktop.domain.submission import Progress, SubmissionKey
from cdd_desktop.forms.context import Context, Related
from cdd_desktop.forms.progress import list_progress
from cdd_desktop.forms.round import Round
from cdd_desktop.forms.submission import SubmissionRecord, check_submission, nil_possible
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.assess import assess, surroundings
from cdd_desktop.operations.context import held_in, related, submission_context
from cdd_desktop.operations.progress import due_entries, round_of
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import period_rows, register_rows, to_record
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submissions import find_submission


@dataclass(frozen=True, slots=True)
class Judgement:
    """``rows`` are what is reported, ``register_rows`` the entries of the own dataset's register it stands on.
    ``nil_possible``: nothing is there and the form allows to say so; ``empty``: nothing is there. ``progress``: the
    counts of it as a list."""

    round: Round
    rows: tuple[RecordRow, ...]
    register_rows: tuple[RecordRow, ...]
    issues: tuple[Issue, ...]
    titles: dict[RecordId, str]
    nil_possible: bool
    empty: bool
    progress: Progress

    @property
    def blocking(self) -> tuple[Issue, ...]:
        """The findings that stop proposing and certifying."""
        return tuple(issue for issue in self.issues if issue.open)


def judge(work: Work, key: SubmissionKey) -> Judgement:
    """Judges this office's submission as it stands now; nothing is written.

    Raises ``BadRequestError``: ``dataset-unknown``, ``period-unknown``, ``dataset-not-reported``.
    """
    place = round_of(work, key)
    due = due_entries(work, place)
    registered = (
        tuple(register_rows(work.session, key.unit, place.register_dataset, place.register)) if place.register else ()
    )
    if place.is_register:
        rows = tuple(row for row in registered if row.id in due or MARK + key.period in row.content)
    else:
        rows = tuple(period_rows(work.session, key.unit, key.dataset, place.periods))
    by_id = {row.id: row for row in registered}
    entries = [_as_entry(row, key, by_id) for row in rows]
    register = entries if place.is_register else [_as_entry(row, key, by_id) for row in registered]
    context = Context(submission=submission_context(work, place.window))
    held = find_submission(work.session, key)
    over_all = check_submission(
        place.definition,
        entries,
        register,
        context,
        previous=_previous(work, place),
        reasons=dict(held.reasons or {}) if held is not None else {},
    )
    issues = (*_of_records(work, place, rows, by_id), *over_all)
    referred = {row.register_id for row in rows}
    own_register = place.register_dataset == key.dataset and not place.is_register
    return Judgement(
        round=place,
        rows=rows,
        register_rows=tuple(row for row in registered if row.id in due or row.id in referred) if own_register else (),
        issues=issues,
        titles={RecordId(row.id): row.title for row in (*registered, *rows)},
        nil_possible=nil_possible(place.definition, entries, register, context),
        empty=not rows and not due,
        progress=list_progress(place.entity, entries, due, issues, has_base=place.has_base),
    )


def _as_entry(row: RecordRow, key: SubmissionKey, registered: dict[str, RecordRow]) -> SubmissionRecord:
    record = to_record(row)
    return SubmissionRecord(
        id=record.id,
        entity=record.entity,
        content=record.content,
        mark=record.mark(key.period),
        mark_reason=record.mark_reason(key.period),
        register=related(registered.get(row.register_id or "")),
    )


def _of_records(
    work: Work, place: Round, rows: Sequence[RecordRow], registered: dict[str, RecordRow]
) -> Iterable[Issue]:
    """The findings of each record by itself; one that was not received, with its reason, has none."""
    kinds: dict[str, list[RecordRow]] = {}
    for row in rows:
        kinds.setdefault(row.entity, []).append(row)
    for entity_key, members in kinds.items():
        entity = place.definition.entity(entity_key)
        around = surroundings(work, place.definition, entity, place.window)
        for row in members:
            if row.done and row.content.get(MARK + place.key.period) == MarkState.NOT_RECEIVED.value:
                continue
            register = None if entity.kind is EntityKind.REGISTER else registered.get(row.register_id or "")
            for issue in assess(around, row, register, ()).issues:
                yield replace(issue, record_id=RecordId(row.id))


def _previous(work: Work, place: Round) -> list[SubmissionRecord]:
    before: list[Related] = held_in(work, place.entity, place.key.dataset, work.calendar.previous(place.window).period)
    return [SubmissionRecord(id=thing.id, entity=place.entity.key, content=thing.content) for thing in before]
