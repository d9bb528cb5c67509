"""Saving an edit of one record: the record, the change, its place in the outbox and the audit row, in one go."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cdd_desktop.domain.issue import Issue
from cdd_desktop.domain.period import NotEditable, NotEditableReason
from cdd_desktop.domain.record import MARK, RAW, WHY, Content, MarkState, Value, apply_patch
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.evaluate import void_reasons
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.assess import Assessment, refresh_row, surroundings
from cdd_desktop.operations.content_patch import effective_patch, was_before
from cdd_desktop.operations.journal import journal_edit
from cdd_desktop.operations.place import Place, find_place, may_edit
from cdd_desktop.operations.progress import refresh_progress
from cdd_desktop.operations.read_entry import first_content, new_row
from cdd_desktop.operations.refer import fills_of
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.journal import append_audit
from cdd_desktop.store.records import find_record, same_key_rows
from cdd_desktop.store.rows import AuditRow, RecordRow
from cdd_desktop.store.submissions import get_submission


@dataclass(frozen=True, slots=True)
class Saved:
    """``ref`` names the record also where the save has made it. ``changes`` is empty when nothing was different;
    ``issues`` are the record's findings after the save; ``patch`` is what was written, ``was`` what stood there."""

    ref: EntryRef
    changes: Changes
    issues: tuple[Issue, ...] = ()
    patch: dict[str, Value] = field(default_factory=dict)
    was: dict[str, Value] = field(default_factory=dict)


def save_entry(work: Work, ref: EntryRef, patch: Content) -> Saved:
    """Lays a patch over an entry, making its record on the first save with what the form begins with.

    Reasons whose rule reads a changed value become void; typing into an entry marked "not received" takes the mark
    away, and editing a register entry in its own round marks it as changed. Raises what ``refuse_unless_editable``
    raises, and ``BadRequestError`` of ``find_place`` and ``path-unknown``.
    """
    place = find_place(work, ref)
    refuse_unless_editable(may_edit(work, place))
    return write_patch(work, place, ref, patch, follow=True)


def refuse_unless_editable(status: object) -> None:
    """Raises ``RefusedError``: ``not-editable`` with ``reason``, a ``NotEditableReason``; for an entry of another
    level's form central's own ``not-your-form``."""
    if isinstance(status, NotEditable):
        if status.reason is NotEditableReason.NOT_YOUR_FORM:
            raise RefusedError("not-your-form")
        raise RefusedError("not-editable", reason=status.reason.value)


def write_patch(work: Work, place: Place, ref: EntryRef, patch: Content, *, follow: bool) -> Saved:
    """Writes a patch whose right to be made was checked. ``follow``: marks follow from values typed."""
    made = place.record is None
    row = new_row(work, place, work.new_id()) if place.record is None else place.record
    before: dict[str, Value] = {} if made else dict(row.content)
    wanted = effect_of(
        work, place, before, patch, first=_first_content(work, place, row) if made else None, follow=follow
    )
    after = replace(ref, key=place.key, record_id=RecordId(row.id), dataset=place.dataset)
    if not wanted:
        return Saved(ref if made else after, Changes())
    old_key, counted = row.natural_key, _counted_as(row)
    with work.session.no_autoflush:
        if made:
            work.session.add(row)
        row.content = apply_patch(before, wanted)
        row.updated_at, row.updated_by = work.now, work.person.id
        assessment = _refresh(work, place, row)
    work.session.flush()
    was = was_before(before, wanted)
    journal_edit(work, row, wanted, was)
    audit(work, row, "created" if made else "edited", {"paths": sorted(wanted)})
    twins = _refresh_twins(work, place, row, assessment, old_key)
    submissions = frozenset({place.key}) if place.key is not None and place.in_own_round else frozenset()
    if submissions:
        touch_submission(work, place, recount=made or bool(twins) or place.is_register or counted != _counted_as(row))
    records = frozenset({RecordId(row.id), *twins})
    changes = Changes(records=records, submissions=submissions, outbox=True)
    return Saved(after, changes, assessment.issues, wanted, was)


def effect_of(
    work: Work, place: Place, before: Content, patch: Content, *, first: Content | None, follow: bool
) -> dict[str, Value]:
    """What a patch comes to, with all that follows from it; empty when nothing changes. ``first`` is what a record
    begins with that the patch would make."""
    filled = fills_of(work, place.entity, before, patch)
    patch = {**filled, **patch} if filled else patch
    says_more = first is not None and any(value for path, value in patch.items() if path not in first)
    if first and not says_more and not effective_patch(place.entity, first, patch):
        return {}
    wanted = effective_patch(place.entity, before, {**first, **patch} if first else patch)
    if not wanted:
        return {}
    if follow:
        wanted |= {path: value for path, value in _marks(place, before, wanted).items() if path not in wanted}
    return wanted | void_reasons(place.definition, place.entity.key, before, wanted)


def audit(work: Work, row: RecordRow, action: str, detail: dict[str, object]) -> None:
    """One line of the audit trail about a record."""
    append_audit(work.session, audit_row(work, row, action, detail))


def audit_row(work: Work, row: RecordRow, action: str, detail: dict[str, object]) -> AuditRow:
    return AuditRow(**audit_values(work, row, action, detail))


def audit_values(work: Work, row: RecordRow, action: str, detail: dict[str, object]) -> dict[str, object]:
    """The columns of a line of the audit trail about a record."""
    return {
        "at": work.now,
        "person_id": work.person.id,
        "action": action,
        "unit": row.unit,
        "dataset": row.dataset,
        "period": row.period,
        "record_id": row.id,
        "detail": detail,
    }


def touch_submission(work: Work, place: Place, *, recount: bool) -> None:
    """The round has been worked on: it is a draft now, saved at this instant, with fresh counts where they moved."""
    assert place.key is not None
    row = get_submission(work.session, place.key)
    if row.state == SubmissionState.NONE.value:
        row.state = SubmissionState.DRAFT.value
    row.saved_at = work.now
    row.nil = False
    if recount:
        refresh_progress(work, row)


def _counted_as(row: RecordRow) -> tuple[bool, bool, bool]:
    """What the counts of a submission see of a record."""
    return row.done, row.errors > 0, row.warnings > 0


def _first_content(work: Work, place: Place, row: RecordRow) -> Content:
    around = surroundings(work, place.definition, place.entity, place.window, register_id=row.register_id)
    return first_content(work, place, row, around)


def _marks(place: Place, before: Content, wanted: Content) -> dict[str, Value]:
    typed = any(path.startswith(RAW) or not path.startswith(":") for path in wanted)
    if place.key is None or not place.in_own_round or not typed:
        return {}
    mark, why = MARK + place.key.period, WHY + place.key.period
    if place.is_register:
        return (
            {}
            if before.get(mark) in (MarkState.CHANGED.value, MarkState.ENDED.value)
            else {mark: MarkState.CHANGED.value}
        )
    if before.get(mark) == MarkState.NOT_RECEIVED.value:
        return {path: None for path in (mark, why) if path in before}
    return {}


def _refresh(work: Work, place: Place, row: RecordRow) -> Assessment:
    reference = row.content.get(place.entity.ref) if place.entity.ref else None
    register = find_record(work.session, reference) if isinstance(reference, str) else None
    around = surroundings(
        work, place.definition, place.entity, place.window, register_id=register.id if register is not None else None
    )
    return refresh_row(work, around, row, register)


def _refresh_twins(
    work: Work, place: Place, row: RecordRow, assessment: Assessment, old_key: str | None
) -> set[RecordId]:
    """Records that share the key now, or did before, have gained or lost a finding."""
    twins = {twin.id: twin for twin in assessment.twins}
    if old_key is not None and old_key != row.natural_key:
        twins |= {twin.id: twin for twin in same_key_rows(work.session, row, key=old_key)}
    for twin in twins.values():
        _refresh(work, place, twin)
    return {RecordId(twin) for twin in twins}
