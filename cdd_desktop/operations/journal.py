"""What a deed leaves in the journal and the outbox: an edit of a record, or a word about the people of the office."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cdd_desktop.domain.record import Value
from cdd_desktop.operations.work import Work
from cdd_desktop.store.journal import append_change
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import ChangeRow, RecordRow
from cdd_desktop.sync.protocol import DelegationChange, PersonChange


def journal_edit(
    work: Work, row: RecordRow, patch: Mapping[str, Value], was: Mapping[str, Value], *, deleted: bool = False
) -> int:
    """Appends an edit made on what central is known to hold; answers its number."""
    base = known_revision(row, read_meta(work.session, Meta.EPOCH))
    return append_change(work.session, ChangeRow(**edit_values(work, row, patch, was, base=base, deleted=deleted)))


def append_edit(work: Work, row: RecordRow, patch: Mapping[str, Value], was: Mapping[str, Value], *, base: int) -> int:
    """Appends an edit of a record as it stands on the revision ``base``; answers its number."""
    return append_change(work.session, ChangeRow(**edit_values(work, row, patch, was, base=base, deleted=row.deleted)))


def edit_values(
    work: Work, row: RecordRow, patch: Mapping[str, Value], was: Mapping[str, Value], *, base: int, deleted: bool
) -> dict[str, object]:
    """The columns of the line of the journal for an edit."""
    return {
        "kind": "edit",
        "unit": row.unit,
        "dataset": row.dataset,
        "period": row.period,
        "entity": row.entity,
        "form_version": row.form_version,
        "record_id": row.id,
        "base": base,
        "patch": dict(patch),
        "was": dict(was),
        "deleted": deleted,
        "person_id": work.person.id,
        "person_name": work.person.name,
        "at": work.now,
    }


def known_revision(row: RecordRow, epoch: str) -> int:
    """The revision a record has at central; 0 where it is not known in this ``epoch`` of its database."""
    return row.rev if row.epoch == epoch else 0


def journal_people(work: Work, change: PersonChange | DelegationChange) -> int:
    """Appends what somebody did about people or delegations of this office; answers its number."""
    row = ChangeRow(
        kind="person" if isinstance(change, PersonChange) else "delegation",
        unit=work.unit.code,
        payload=msgspec.to_builtins(change),
        person_id=work.person.id,
        person_name=work.person.name,
        at=work.now,
    )
    return append_change(work.session, row)
