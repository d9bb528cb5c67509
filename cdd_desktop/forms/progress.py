"""The counts of a certified list, the same on both ends: judged on the day stored with the certification."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from cdd_desktop.domain.issue import Issue
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.domain.submission import Progress
from cdd_desktop.forms.definition import Entity
from cdd_desktop.forms.submission import SubmissionRecord


def list_progress(
    entity: Entity,
    entries: Sequence[SubmissionRecord],
    due: Collection[str],
    issues: Iterable[Issue],
    *,
    has_base: bool,
) -> Progress:
    """How far what is certified is: it holds from the certification until another list takes this one's place.

    ``entries`` are what the list reports of ``entity``, without the register it stands on; ``due`` the register
    entries expected of it and ``issues`` their findings, both on the day of the certification. Without a base nothing
    is expected and ``done`` is a plain count; a form filled once a round expects one.
    """
    issues = tuple(issues)
    wrong = {issue.record_id for issue in issues if issue.fault}
    unfinished = {issue.record_id for issue in issues if issue.open}
    done = [entry for entry in entries if entry.id not in unfinished]
    errors = sum(entry.id in wrong for entry in entries)
    warnings = len(entries) - len(done) - errors
    if entity.kind is EntityKind.REGISTER:
        return Progress(len(entries), sum(entry.mark is not None for entry in done), errors, warnings)
    if not has_base:
        return Progress(int(entity.single), len(done), errors, warnings)
    reported = {str(entry.register.id) for entry in entries if entry.register is not None}
    open_still = {str(entry.register.id) for entry in entries if entry.register is not None and entry.id in unfinished}
    return Progress(len(due), len((reported - open_still) & set(due)), errors, warnings)
