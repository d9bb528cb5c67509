"""The counts of submissions, taken again after a batch that touched them."""

from __future__ import annotations

from collections.abc import Sequence

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.records import StoredRecord
from cdd_desktop.central.holding.rounds import as_submission_records, period_lines, register_rows, round_of
from cdd_desktop.central.holding.submissions import (
    add_stale_over_registers,
    submission_row,
    touch_submission,
    write_progress,
)
from cdd_desktop.central.holding.surroundings import Library, submission_context
from cdd_desktop.central.intake.judge import refresh_counts
from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.submission import Progress
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.context import Context
from cdd_desktop.forms.round import Round
from cdd_desktop.forms.submission import SubmissionRecord, expected_entries


def count_again(intake: Intake) -> None:
    """Judge the edited records and bring the counts of all stale submissions up to date; those of a certified list
    hold until another takes its place."""
    library = intake.library
    today = bangkok_day(intake.now)
    edited = [record for record in intake.holdings.changed.values() if not record.deleted]
    refresh_counts(library, edited, today)
    add_stale_over_registers(intake)
    for key in sorted(intake.stale, key=str):
        row = submission_row(intake, key)
        if row.certification:
            continue
        try:
            place = round_of(library.books, key)
        except BadRequestError:  # a dataset this unit may keep records of without having to report it
            continue
        context = Context(submission=submission_context(library.books, key.unit, place.window, today))
        counts = _count(library, place, context)
        held = Progress(row.expected, row.done, row.errors, row.warnings)
        write_progress(row, counts)
        if counts != held or key in intake.begun:
            touch_submission(intake, key)
    intake.stale.clear()


def _count(library: Library, place: Round, context: Context) -> Progress:
    entries = register_rows(library, place)
    records = as_submission_records(library, entries, place.key.period)
    due = set(expected_entries(place.definition, place.entity.key, records, context))
    if place.is_register:
        return _count_register(entries, records, {str(entry) for entry in due})
    rows = period_lines(library, place)
    errors = sum(row.errors > 0 for row in rows)
    warnings = sum(not row.errors and row.warnings > 0 for row in rows)
    if not place.has_base:
        return Progress(int(place.entity.single), sum(row.done for row in rows), errors, warnings)
    covered: dict[str, bool] = {}
    for row in rows:
        if row.register:
            covered[row.register] = covered.get(row.register, True) and row.done
    done = sum(covered.get(entry, False) for entry in due)
    return Progress(len(due), done, errors, warnings)


def _count_register(entries: Sequence[StoredRecord], records: Sequence[SubmissionRecord], due: set[str]) -> Progress:
    """Of a register that is reported itself: done is an entry with a mark of the period and nothing open."""
    counted = [
        (row, record.mark is not None)
        for row, record in zip(entries, records, strict=True)
        if row.id in due or record.mark is not None
    ]
    return Progress(
        expected=len(counted),
        done=sum(row.done and marked for row, marked in counted),
        errors=sum(row.errors > 0 for row, _ in counted),
        warnings=sum(not row.errors and row.warnings > 0 for row, _ in counted),
    )
