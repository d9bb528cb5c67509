"""Store records that came from central: each whole, with the own changes that still wait laid on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.domain.record import Content, apply_patch
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.assess import refresh_records
from cdd_desktop.operations.repair import delete_again, join_epochs
from cdd_desktop.operations.settle_question import settle_conflict
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import ChangeRow, NeedsYouRow, OutboxRow, RecordRow
from cdd_desktop.sync.protocol import PulledRecord

_IN_CLAUSE = 500
Writer = tuple[str, str, list[str]]


def apply_records(work: Work, records: Sequence[PulledRecord], *, epoch: str, touched: Touched) -> None:
    """Lay the own unsent edits over what central holds, keep what gave way in the history, and judge anew."""
    for start in range(0, len(records), _IN_CLAUSE):
        part = records[start : start + _IN_CLAUSE]
        held = _Held.read(work.session, [record.id for record in part])
        changed = [row for record in part if (row := _store(work, record, held, epoch, touched)) is not None]
        touched.records.update(RecordId(record.id) for record in part)
        work.session.flush()
        refresh_records(work, changed)


@dataclass(slots=True)
class _Held:
    """What this device has of some records: rows, own edits that central has not taken (parked ones too, oldest
    first) with the number of the last own edit of each path that it has, and open questions."""

    rows: dict[str, RecordRow] = field(default_factory=dict)
    unsent: dict[str, list[ChangeRow]] = field(default_factory=dict)
    taken: dict[tuple[str, str], int] = field(default_factory=dict)
    questions: dict[str, NeedsYouRow] = field(default_factory=dict)

    @classmethod
    def read(cls, session: Session, ids: Sequence[str]) -> _Held:
        held = cls()
        held.rows = {row.id: row for row in session.scalars(select(RecordRow).where(RecordRow.id.in_(ids)))}
        for change in _unsent(session, ids):
            held.unsent.setdefault(change.record_id or "", []).append(change)
        for change in _taken(session, held.unsent):
            held.taken.update(((change.record_id or "", path), change.n or 0) for path in change.patch or ())
        asked = select(NeedsYouRow).where(NeedsYouRow.record_id.in_(ids), NeedsYouRow.settled_at.is_(None))
        held.questions = {row.record_id or "": row for row in session.scalars(asked)}
        return held


def _unsent(session: Session, ids: Sequence[str]) -> Iterator[ChangeRow]:
    query = select(ChangeRow).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(ChangeRow.record_id.in_(ids))
    yield from session.scalars(query.order_by(ChangeRow.n))


def _taken(session: Session, unsent: Mapping[str, Sequence[ChangeRow]]) -> Iterator[ChangeRow]:
    """Own edits of records with unsent ones that were made later than those and have left the outbox, oldest first."""
    if not unsent:
        return
    first = min(changes[0].n or 0 for changes in unsent.values())
    query = select(ChangeRow).outerjoin(OutboxRow, OutboxRow.n == ChangeRow.n).where(OutboxRow.n.is_(None))
    query = query.where(ChangeRow.kind == "edit", ChangeRow.record_id.in_(list(unsent)), ChangeRow.n > first)
    yield from session.scalars(query.order_by(ChangeRow.n))


def _store(work: Work, pulled: PulledRecord, held: _Held, epoch: str, touched: Touched) -> RecordRow | None:
    """The row, when it may have become another."""
    row = held.rows.get(pulled.id)
    unsent = held.unsent.get(pulled.id, [])
    if row is not None and row.epoch not in ("", epoch):
        if not row.deleted:
            join_epochs(work, row, pulled, epoch, {path for change in unsent for path in change.patch or ()})
            return row
        if not (unsent or pulled.deleted):
            delete_again(work, row, pulled, epoch)
            touched.outbox = True
            return row
    if row is not None and row.epoch == epoch and row.rev > pulled.rev:
        return None
    content: Content = pulled.content
    for change in unsent:  # a parked one gives way to what the same person wrote after it, which central has
        patch = change.patch or {}
        newer = {path for path in patch if held.taken.get((pulled.id, path), 0) > (change.n or 0)}
        content = apply_patch(content, {path: value for path, value in patch.items() if path not in newer})
    deleted = unsent[-1].deleted if unsent else pulled.deleted
    if row is None:
        row = _new_row(work, pulled)
        work.session.add(row)
    elif dict(row.content) != dict(content) or row.deleted != deleted:
        _remember_replaced(
            work, row, content, pulled, deleted=deleted, writers=touched.merged.get(RecordId(row.id), [])
        )
        row.updated_at = work.now
        if row.deleted and not deleted:
            touched.revived.add(RecordId(row.id))
    row.form_version = unsent[-1].form_version if unsent else pulled.form
    row.code = pulled.code or row.code
    row.rev, row.epoch = pulled.rev, epoch
    row.deleted = deleted
    row.content = dict(content)
    question = held.questions.get(pulled.id)
    if question is not None:
        _update_question(work, question, row, pulled)
    return row


def _update_question(work: Work, question: NeedsYouRow, row: RecordRow, pulled: PulledRecord) -> None:
    """An open question shows central's present values; once they are equal to the own ones it answers itself."""
    if question.status != "conflict" or not question.theirs:
        return
    question.theirs = {path: pulled.content.get(path) for path in question.theirs}
    question.rev = pulled.rev
    equal = all(row.content.get(path) == value for path, value in question.theirs.items())
    if equal and not row.deleted:
        work.session.flush()
        settle_conflict(work, question.id, dict(question.theirs))


def _new_row(work: Work, pulled: PulledRecord) -> RecordRow:
    return RecordRow(
        id=pulled.id,
        unit=pulled.unit,
        dataset=pulled.dataset,
        entity=pulled.entity,
        period=pulled.period,
        form_version=pulled.form,
        content={},
        created_at=work.now,
        updated_at=work.now,
    )


def _remember_replaced(
    work: Work, row: RecordRow, content: Content, pulled: PulledRecord, *, deleted: bool, writers: Sequence[Writer]
) -> None:
    """The history keeps what was here before central's values took its place, by the names of those who entered them
    where central has said so."""
    paths = {path for path in {*row.content, *content} if row.content.get(path) != content.get(path)}
    parts: list[tuple[str, datetime, set[str]]] = []
    for person, at, written in writers:
        part = paths.intersection(written)
        paths -= part
        if part:
            parts.append((person, datetime.fromisoformat(at), part))
    if paths or not parts:
        parts.append(("", work.now, paths))
    for person, entered_at, part in parts:
        work.session.add(
            ChangeRow(
                kind="pulled",
                unit=row.unit,
                dataset=row.dataset,
                period=row.period,
                entity=row.entity,
                form_version=pulled.form,
                record_id=row.id,
                base=row.rev,
                patch={path: content.get(path) for path in sorted(part)},
                was={path: row.content.get(path) for path in sorted(part)},
                deleted=deleted,
                person_id=person,
                at=entered_at,
            )
        )
