"""Bring the facts of frozen lists up to date: a few lists at a time, those that have changed since and no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.list_facts import FigureLine, Listed, ListFacts, list_facts, sums_of
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.place import form_of
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.figures import count_unfigured, figured_periods, list_of, unfigured, write_facts
from cdd_desktop.store.submission_rows import SubmissionRow
from cdd_desktop.store.submissions import find_submission, key_of
from cdd_desktop.sync.protocol import PulledSubmission

AT_ONCE = 40
"""Submissions in one transaction: about a second of an old machine."""


@dataclass(frozen=True, slots=True)
class FactsRefreshed:
    """How many submissions still have facts of another list, and what changed."""

    left: int
    changes: Changes = field(default_factory=Changes)


def refresh_facts(work: Work, limit: int = AT_ONCE) -> FactsRefreshed:
    """Works out the facts of up to ``limit`` lists, and of those that were compared with one of them."""
    work.session.flush()
    stale = unfigured(work.session, limit)
    if not stale:
        return FactsRefreshed(0)
    keys = {key_of(row) for row in stale}
    every = [*stale, *_compared_with(work, keys)]
    for row in every:
        if not told_by_central(work):
            write_facts(work.session, row, facts_of_list(work, row))
        row.figured = row.certification_id
    work.session.flush()
    left = count_unfigured(work.session) if len(stale) == limit else 0
    return FactsRefreshed(left, Changes(submissions=frozenset(key_of(row) for row in every)))


def told_by_central(work: Work) -> bool:
    """Whether facts come from central with each submission: the department is not given the lists."""
    return work.unit.level is UnitLevel.DEPARTMENT


def take_facts(work: Work, row: SubmissionRow, pulled: PulledSubmission) -> None:
    """What central has told of a submission's list, in the place of what it told before."""
    told = pulled.facts
    if not told_by_central(work):
        return
    facts = None
    if told is not None:
        counts = (told.registered, told.current, told.explained, told.compared, told.copied)
        facts = ListFacts(*counts, sums=sums_of(FigureLine(*line) for line in told.figures))
    write_facts(work.session, row, facts)


def facts_of_list(work: Work, row: SubmissionRow) -> ListFacts | None:
    """The facts of a submission's list in force, worked out from its records; None where there is no list, or where it
    is not delivered to this office. They are of the period, so that the day of working them out changes nothing: rules
    that look at a day look at the last one of the data."""
    if not row.certification_id:
        return None
    entries, form = list_of(work.session, row.certification_id)
    if not entries and not row.nil:
        return None
    definition, _ = form_of(work, row.dataset, row.form_version or form or None)
    window = work.calendar.window(row.dataset, row.period)
    earlier = SubmissionKey(UnitCode(row.unit), DatasetKey(row.dataset), work.calendar.previous(window).period)
    before = find_submission(work.session, earlier)
    held: list[Listed] = []
    if before is not None and before.certification_id:
        held, _ = list_of(work.session, before.certification_id)
    context = submission_context(work, window, today=window.data_end, unit=work.geography.unit(row.unit))
    return list_facts(definition, entries, held, context)


def _compared_with(work: Work, keys: Iterable[SubmissionKey]) -> list[SubmissionRow]:
    """The submissions of the periods after these ones, which looked for copies in them."""
    found = {}
    for key in keys:
        for period in figured_periods(work.session, key.unit, key.dataset):
            later = SubmissionKey(key.unit, key.dataset, PeriodId(period))
            before = work.calendar.previous(work.calendar.window(key.dataset, period)).period
            row = find_submission(work.session, later) if before == key.period and later not in found else None
            if row is not None:
                found[later] = row
    return list(found.values())
