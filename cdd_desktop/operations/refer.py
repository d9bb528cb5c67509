"""Register entries a field can refer to, and what a reference to one of them fills in."""

from __future__ import annotations

from dataclasses import dataclass

from cdd_desktop.domain.record import Content, EntityKind, Value
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.definition import Entity, Field
from cdd_desktop.forms.references import filled
from cdd_desktop.forms.submission import SubmissionRecord, entries_where
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.place import current_window
from cdd_desktop.operations.read_worklist import read_registers
from cdd_desktop.operations.views import ItemStatus, WorklistItem
from cdd_desktop.operations.work import Work
from cdd_desktop.store.certified import latest_certified, newest_certified
from cdd_desktop.store.records import find_record


@dataclass(frozen=True, slots=True)
class Referred:
    """A register entry as it is known here. Personal ids of other offices' entries are masked."""

    content: Content
    title: str


def read_referable(work: Work, dataset: str) -> tuple[WorklistItem, ...]:
    """The register entries of a dataset that can be referred to: the own ones, and at a province those its districts
    have certified, as far as they have been pulled."""
    own = read_registers(work, dataset)
    if work.unit.level is not UnitLevel.PROVINCE:
        return own
    registers = {e.key for e in work.catalogue.newest(dataset).entities if e.kind is EntityKind.REGISTER}
    known = {str(item.record_id) for item in own}
    rows = newest_certified(work.session, work.unit.code, dataset, registers)
    return own + tuple(
        WorklistItem(
            entity=EntityKey(row.entity),
            record_id=RecordId(row.record_id),
            register_id=RecordId(row.record_id),
            title=row.title,
            place=_place(row.content),
            status=ItemStatus.COMPLETE,
        )
        for row in rows
        if row.record_id not in known
    )


@dataclass(frozen=True, slots=True)
class Choosable:
    """An entry a field can name. ``offered`` is false for one that the field's condition leaves out: it is known by
    its title where it was chosen before, and not offered again."""

    item: WorklistItem
    offered: bool = True


def read_choosable(work: Work, field: Field) -> tuple[Choosable, ...]:
    """The entries a reference can name, with those its ``ref_where`` leaves out."""
    dataset, _, entity = field.ref.partition(".")
    items = [item for item in read_referable(work, dataset) if item.entity == entity]
    if not field.ref_where:
        return tuple(Choosable(item) for item in items)
    records = []
    for item in items:
        referred = read_referred(work, str(item.record_id))
        if referred is not None and item.record_id is not None:
            records.append(SubmissionRecord(item.record_id, entity, referred.content))
    submission = submission_context(work, current_window(work, dataset))
    fitting = entries_where(work.catalogue.newest(dataset), field.ref_where, records, submission)
    return tuple(Choosable(item, item.record_id in fitting) for item in items)


def read_referred(work: Work, record_id: str) -> Referred | None:
    """The entry a reference names: the own record, else the newest frozen one; None when it is not here."""
    row = find_record(work.session, record_id)
    if row is not None and row.unit == work.unit.code and not row.deleted:
        return Referred(row.content, row.title)
    frozen = latest_certified(work.session, record_id)
    return None if frozen is None else Referred(frozen.content, frozen.title)


def read_fills(work: Work, field: Field, content: Content, record_id: str) -> dict[str, Value]:
    """What choosing an entry in a field fills into the blank fields of a record."""
    referred = read_referred(work, record_id) if field.fills else None
    return {} if referred is None else filled(field, content, referred.content, referred.title)


def fills_of(work: Work, entity: Entity, before: Content, patch: Content) -> dict[str, Value]:
    """What the references chosen by a patch fill in; a field the patch itself speaks of is left to it."""
    taken: dict[str, Value] = {}
    for field in entity.fields:
        chosen = patch.get(field.key) if field.fills else None  # only a reference fills others
        if isinstance(chosen, str) and before.get(field.key) != chosen:
            found = read_fills(work, field, {**before, **patch, **taken}, chosen)
            taken |= {path: value for path, value in found.items() if path not in patch}
    return taken


def _place(content: Content) -> tuple[str, int | None]:
    moo = content.get("moo")
    return str(content.get("tambon_code") or ""), moo if isinstance(moo, int) else None
