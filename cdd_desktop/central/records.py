"""Edits of records: place and shape, the merge path by path, natural keys, and the code of a register entry."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from cdd_desktop.central.buckets import digest_for
from cdd_desktop.central.codes import next_code
from cdd_desktop.central.feed import RECORD
from cdd_desktop.central.intake import Intake, secret_fields
from cdd_desktop.central.merge import Applied, Conflict, Edit, Held, Same, clock_from_json, clock_to_json, written_since
from cdd_desktop.central.merge import merge as merge_edit
from cdd_desktop.central.rows import CertificationRow, CertifiedEntryRow, ChangeRow, RecordRow
from cdd_desktop.central.shape import RefusedChangeError, check_edit
from cdd_desktop.central.submissions import note_edit
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.forms.keys import natural_key
from cdd_desktop.geography import geography
from cdd_desktop.sync.protocol import Change, Group, Result


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit belongs, checked: its definition and entity, and the group's header."""

    definition: Definition
    entity: Entity
    unit: str
    period: str

    @property
    def is_register(self) -> bool:
        return self.entity.kind is EntityKind.REGISTER


def find_place(intake: Intake, group: Group) -> Place:
    """The place of a group of edits. Raises ``RefusedChangeError``: ``not-your-unit``, ``form-unknown``,
    ``kind-unknown``, ``not-your-form``, ``round-unknown``."""
    if group.unit != intake.device.unit:
        raise RefusedChangeError("not-your-unit")
    definition = intake.books.definition(group.dataset, group.form)
    if definition is None:
        raise RefusedChangeError("form-unknown")
    entity = next((entity for entity in definition.entities if entity.key == group.entity), None)
    if entity is None:
        raise RefusedChangeError("kind-unknown")
    if geography().unit(group.unit).level not in (entity.levels or definition.levels):
        raise RefusedChangeError("not-your-form")
    place = Place(definition, entity, group.unit, group.period)
    if place.is_register:
        if group.period:
            raise RefusedChangeError("round-unknown")
        return place
    try:
        intake.books.calendar.window(group.dataset, group.period)
    except BadRequestError as error:
        raise RefusedChangeError("round-unknown") from error
    return place


def store_edit(intake: Intake, place: Place, change: Change) -> Result:
    """Take in one edit. Raises ``RefusedChangeError`` when it is refused."""
    check_edit(change)
    unknown = intake.records.get(change.record, change) is None  # looked for with the whole batch
    row = None if unknown else intake.session.get(RecordRow, change.record)
    if row is None and change.base > 0:
        raise RefusedChangeError("record-not-here")
    if row is not None and (row.unit, row.dataset, row.entity, row.period) != _identity(place):
        raise RefusedChangeError("record-elsewhere")
    if change.deleted and row is not None and place.is_register and _is_certified(intake, row):
        raise RefusedChangeError("register-entry-kept")
    held = _held(intake, row)
    edit = _edit_of(intake, change)
    outcome = merge_edit(held, edit)
    if isinstance(outcome, Conflict):
        return _conflict(intake, held, edit, outcome)
    if isinstance(outcome, Same):
        if row is not None and place.definition.version > row.form and not (row.deleted or change.deleted):
            _take_form(intake, row, place.definition.version)
        return Result(n=change.n, status="same", rev=held.rev)
    row = _write(intake, place, row, change, outcome)
    note_edit(intake, row, change.patch)
    if row.deleted:
        intake.edited.pop(row.id, None)
    else:
        intake.edited[row.id] = row
    if not outcome.merged:
        return Result(n=change.n, status="stored", rev=row.rev)
    return Result(n=change.n, status="merged", rev=row.rev, by=_writers(intake, held, edit))


def _conflict(intake: Intake, held: Held, edit: Edit, outcome: Conflict) -> Result:
    return Result(
        n=edit.n,
        status="conflict",
        rev=held.rev,
        code="edited-elsewhere" if edit.deleted else "same-fields",
        fields=sorted(outcome.theirs),
        theirs=outcome.theirs,
        by=_writers(intake, held, edit),
    )


def _writers(intake: Intake, held: Held, edit: Edit) -> list[tuple[str, str, list[str]]]:
    """Who wrote what since the edit's base. Changes of a life before a restore are in no journal and are left out."""
    found = (
        (intake.session.get(ChangeRow, (stamp.device, stamp.n)), paths)
        for stamp, paths in written_since(held, edit).items()
    )
    return [(row.person, row.at, paths) for row, paths in found if row is not None]


def _take_form(intake: Intake, row: RecordRow, version: int) -> None:
    """The record has moved to a newer form without a value becoming another: from now on that form's rules hold."""
    row.form = version
    intake.session.flush()
    intake.touched.add(RECORD, row.id, row.unit, intake.device.id)
    note_edit(intake, row, {})
    intake.edited[row.id] = row


def _identity(place: Place) -> tuple[str, str, str, str]:
    return place.unit, place.definition.dataset, place.entity.key, place.period


def _held(intake: Intake, row: RecordRow | None) -> Held:
    if row is None:
        return Held()
    return Held(row.rev, intake.vault.open(row.content), clock_from_json(row.clock), row.deleted)


def _write(intake: Intake, place: Place, row: RecordRow | None, change: Change, outcome: Applied) -> RecordRow:
    """Put the merged record into its row. The mapper adds ``WHERE rev = …`` to the update: the compare-and-set."""
    after = outcome.held
    device = intake.device.id
    knows_all = not outcome.merged
    if row is None:
        row = RecordRow(
            id=change.record,
            unit=place.unit,
            dataset=place.definition.dataset,
            entity=place.entity.key,
            period=place.period,
        )
        row.code, row.errors, row.warnings, row.done = "", 0, 0, False
        intake.session.add(row)
    row.form = max(row.form or 0, place.definition.version)
    row.rev, row.deleted = after.rev, after.deleted
    row.content = intake.vault.seal(after.content, secret_fields(place.definition, place.entity.key))
    row.clock = clock_to_json(after.clock)
    row.natural_key = _natural_key(intake, place, after)
    reference = after.content.get(place.entity.ref) if place.entity.ref else None
    row.register = reference if isinstance(reference, str) else ""
    row.updated_at = intake.now_text
    if place.is_register and not row.code and not after.deleted:
        row.code = next_code(intake.session, place.unit, place.definition.dataset)
        knows_all = False
    counted, row.digest = row.digest or "", digest_for(row, after.content)
    intake.session.flush()
    intake.buckets.note(row, counted, row.digest)
    intake.records[row.id] = row
    intake.touched.add(RECORD, row.id, row.unit, device if knows_all else "")
    return row


def _natural_key(intake: Intake, place: Place, after: Held) -> str | None:
    if after.deleted:
        return None
    key = natural_key(place.definition, place.entity.key, after.content)
    return None if key is None else intake.vault.hash(key.encode())


def refuse_taken(intake: Intake, group: Group, change: object, n: int) -> Result:
    """The result of a change that the database would not have twice: a natural key, or an id of somebody else's."""
    if not isinstance(change, Change):
        return Result(n=n, status="refused", code="id-reused")
    place = find_place(intake, group)
    row = intake.session.get(RecordRow, change.record)
    intake.records[change.record] = row
    outcome = merge_edit(_held(intake, row), _edit_of(intake, change))
    key = _natural_key(intake, place, outcome.held) if isinstance(outcome, Applied) else None
    unit, dataset, entity, period = _identity(place)
    other = intake.session.scalar(
        select(RecordRow.id).where(
            RecordRow.unit == unit,
            RecordRow.dataset == dataset,
            RecordRow.entity == entity,
            RecordRow.period == period,
            RecordRow.natural_key == key,
            RecordRow.deleted.is_(False),
            RecordRow.id != change.record,
        )
    )
    if other is None:
        return Result(n=n, status="refused", code="id-reused")
    rev = row.rev if row else 0
    return Result(n=n, status="refused", rev=rev, code="duplicate-key", at=[(other, "duplicate-key")])


def _edit_of(intake: Intake, change: Change) -> Edit:
    return Edit(intake.device.id, change.n, change.base, change.patch, change.deleted)


def _is_certified(intake: Intake, row: RecordRow) -> bool:
    """Whether a received certification lists the record: then it ends, it is not deleted."""
    query = (
        select(CertifiedEntryRow.record)
        .join(CertificationRow, CertificationRow.id == CertifiedEntryRow.certification)
        .where(CertificationRow.unit == row.unit, CertificationRow.dataset == row.dataset)
        .where(CertifiedEntryRow.record == row.id)
        .limit(1)
    )
    return intake.session.scalar(query) is not None
