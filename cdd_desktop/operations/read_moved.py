"""What a person is told of a record that has moved to a newer form: which values moved, and which found no place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from cdd_desktop.domain.record import KEPT
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import Definition, Field
from cdd_desktop.forms.moving import way_to
from cdd_desktop.operations.views import KeptValue, Moved
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import AuditRow, RecordRow

FORM_MOVED = "form-moved"


def kept_values(work: Work, row: RecordRow) -> tuple[KeptValue, ...]:
    """What the present form of a record has no place for."""
    found = []
    for path, value in sorted(row.content.items()):
        if path.startswith(KEPT):
            version, _, place = path.removeprefix(KEPT).partition(":")
            found.append(KeptValue(int(version), place, _field(work, row, int(version), place), value))
    return tuple(found)


def moved_lately(work: Work, row: RecordRow) -> Moved | None:
    """The record's last move to a newer form, as long as nobody has edited it since."""
    if row.form_version < 2 or not row.id:
        return None
    query = select(AuditRow).where(AuditRow.record_id == row.id, AuditRow.action.in_((FORM_MOVED, "edited")))
    last = work.session.scalar(query.order_by(AuditRow.id.desc()).limit(1))
    if last is None or last.action != FORM_MOVED:
        return None
    first = int(last.detail["from"])
    return Moved(first, tuple(_moves(row, way_to(work.catalogue, row.dataset, first), last.detail["paths"])))


def _moves(
    row: RecordRow, way: Sequence[tuple[Definition, Definition]], paths: Iterable[str]
) -> Iterable[tuple[Field, Field]]:
    touched = {path.rpartition("/")[2].rpartition(":")[2] for path in paths}
    for old, new in way:
        parts = {row.entity, *(line.key for line in old.entity(row.entity).lines)}
        for step in new.migrate:
            if step.entity in parts and step.field in touched:
                target = new.entity_by_key.get(step.entity)
                for key in step.to or (step.field,):
                    if target is not None and key in target.field_by_key:
                        yield old.entity(step.entity).field(step.field), target.field(key)


def _field(work: Work, row: RecordRow, version: int, path: str) -> Field | None:
    try:
        return work.catalogue.get(row.dataset, version).entity(row.entity).find_field(path)
    except BadRequestError:
        return None
