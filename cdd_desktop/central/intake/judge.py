"""Findings of records as central sees them: counts kept in their rows, and issues for a certification."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from cdd_desktop.central.holding.records import StoredRecord
from cdd_desktop.central.holding.rounds import as_submission_records
from cdd_desktop.central.holding.surroundings import (
    Library,
    Thing,
    current_window,
    read_surroundings,
    submission_context,
)
from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.forms.evaluate import evaluate
from cdd_desktop.forms.faultless import is_faultless


def judge(
    library: Library, rows: Iterable[StoredRecord], today: date, period: str = ""
) -> Iterator[tuple[StoredRecord, tuple[Issue, ...]]]:
    """Evaluate records of one unit, each under its own form. ``period``: the round they are judged in; without it a
    record in its own period, a register entry in the one that falls due next."""
    groups: dict[tuple[str, str, str, int, str], list[StoredRecord]] = {}
    for row in rows:
        groups.setdefault((row.unit, row.dataset, row.entity, row.form, period or row.period), []).append(row)
    for (unit, dataset, entity_key, form, of_period), members in sorted(groups.items()):
        definition = library.books.catalogue.get(dataset, form)
        entity = definition.entity(entity_key)
        if of_period:
            window = library.books.calendar.window(dataset, of_period)
        else:
            window = current_window(library.books, dataset, today)
        things = [Thing(row.id, row.open(library.vault), row.register) for row in members]
        submission = submission_context(library.books, unit, window, today)
        around = read_surroundings(library, entity, submission, window, things)
        for row, thing in zip(members, things, strict=True):
            context = around.context(thing)
            clean = is_faultless(definition, entity_key, thing.content, context)
            yield row, () if clean else evaluate(definition, entity_key, thing.content, context).issues


def refresh_counts(library: Library, rows: Iterable[StoredRecord], today: date) -> None:
    """Evaluate records and keep with them what the counts of submissions need."""
    for row, issues in judge(library, rows, today):
        if not issues:
            row.errors, row.warnings, row.done = 0, 0, True
            continue
        row.errors = sum(issue.fault for issue in issues)
        row.warnings = sum(issue.level is IssueLevel.WARNING and issue.open for issue in issues)
        excused = bool(row.period) and as_submission_records(library, [row], row.period)[0].excused
        row.done = excused or not any(issue.open for issue in issues)
