"""After central was restored from an older copy: keep everything, and send again what central no longer has.

Records are compared by digests first (``compare``), so that only those that differ travel; everything else in scope is
pulled anew, and what is missing or older there is sent as new changes. A central that does not compare is asked for
the records as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Select, select, update

from cdd_desktop.domain.record import Content
from cdd_desktop.operations.journal import append_edit
from cdd_desktop.operations.parking import put_behind
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.work import Work
from cdd_desktop.store.journal import append_change
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import ChangeRow, NeedsYouRow, OutboxRow, RecordRow
from cdd_desktop.store.submission_rows import MoveRow, SubmissionRow
from cdd_desktop.sync.protocol import MoveChange, PulledRecord


def begin_repair(work: Work, known_epoch: str, epoch: str) -> bool:
    """Note a change of epoch; True when there is one. Changes that wait, for a line or for a person, forget their
    revisions at once; edits in a batch once central has refused it. Steps forget theirs wherever they are, until
    central tells what it still has of their submission (``submission_state``)."""
    if not known_epoch or known_epoch == epoch:
        return False
    unanswered = select(OutboxRow.n).join(ChangeRow, ChangeRow.n == OutboxRow.n)
    forget_revisions(work, unanswered.where(OutboxRow.state.in_(("waiting", "parked")) | (ChangeRow.kind == "move")))
    write_meta(work.session, Meta.REPAIR, "1")
    write_meta(work.session, Meta.SETTLED, "")
    return True


def forget_revisions(work: Work, numbers: Select[int] | Sequence[int]) -> None:
    """Revisions of an old epoch mean nothing in the new one, so changes made then are judged as if they knew nothing
    of central: a question too many, never a silent overwrite."""
    work.session.execute(update(ChangeRow).where(ChangeRow.n.in_(numbers)).values(base=0))


def join_epochs(work: Work, row: RecordRow, pulled: PulledRecord, epoch: str, unsent: set[str]) -> None:
    """A record known from before the restore: values of both stay, and where they differ this device's are sent.

    Nobody can tell which is the newer one, so they are sent as if nothing were known of central: it takes what this
    device itself wrote there last, and asks where another machine did. ``unsent`` paths travel anyway.
    """
    differing = {path: value for path, value in row.content.items() if pulled.content.get(path) != value}
    there = {path: value for path, value in pulled.content.items() if path not in unsent}  # also where it was cleared
    row.content = {**there, **row.content}
    row.rev, row.epoch = pulled.rev, epoch
    patch = {path: value for path, value in differing.items() if path not in unsent}
    if patch:
        append_edit(work, row, patch, {}, base=0)


def delete_again(work: Work, row: RecordRow, pulled: PulledRecord, epoch: str) -> None:
    """A deletion that central had taken before the restore is sent again, not undone. It holds at once where central
    has the record as it was deleted; where it was edited since, or was another then, an edit beats a deletion and a
    person is asked."""
    base = pulled.rev if pulled.content == _deleted_content(work, row) else 0
    row.rev, row.epoch = pulled.rev, epoch
    append_edit(work, row, {}, {}, base=base)


def _deleted_content(work: Work, row: RecordRow) -> Content:
    """What a deleted record held: a tombstone that came from central has emptied it, and the history keeps it."""
    if row.content:
        return row.content
    gone = select(ChangeRow.was).where(ChangeRow.record_id == row.id, ChangeRow.deleted)
    was = work.session.scalar(gone.order_by(ChangeRow.id.desc()).limit(1)) or {}
    return {path: value for path, value in was.items() if value is not None}


def finish_repair(work: Work, epoch: str, touched: Touched) -> None:
    """Once everything has been pulled: send the own office's records and own steps that central did not mention."""
    if read_meta(work.session, Meta.REPAIR) != "1":
        return
    write_meta(work.session, Meta.REPAIR, "")
    write_meta(work.session, Meta.SETTLED, "")
    behind = _from_first_step(work)
    _resend_people(work)
    lost = select(RecordRow).where(
        RecordRow.unit == work.unit.code, RecordRow.rev > 0, RecordRow.epoch != epoch, ~RecordRow.deleted
    )
    for row in work.session.scalars(lost.order_by(RecordRow.id)):
        resend_whole(work, row, epoch)
    _resend_moves(work, epoch)
    for change in behind:
        put_behind(work, change)
    touched.outbox = True


def _from_first_step(work: Work) -> list[ChangeRow]:
    """What waits from the first step on: it stands on what is sent anew now. Steps that central lists already keep
    their number, by which it knows them."""
    query = select(ChangeRow).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(OutboxRow.state == "waiting")
    waiting = work.session.scalars(query.order_by(ChangeRow.n)).all()
    steps = set(work.session.scalars(select(MoveRow.n).where(MoveRow.n.is_not(None))))
    first = next((place for place, change in enumerate(waiting) if change.n in steps), len(waiting))
    return [change for change in waiting[first:] if change.kind != "move" or change.n in steps]


def _resend_people(work: Work) -> None:
    """People and delegations made on this device that central took before. It takes each of them once, so nothing
    has to be known of what it still has."""
    refused = select(NeedsYouRow.n).where(NeedsYouRow.record_id.is_(None))
    own = select(ChangeRow).where(ChangeRow.kind.in_(("person", "delegation")), ChangeRow.n.is_not(None))
    own = own.where(ChangeRow.n.not_in(select(OutboxRow.n)), ChangeRow.n.not_in(refused)).order_by(ChangeRow.n)
    once = {_what(row): row for row in work.session.scalars(own)}
    for row in once.values():
        copy = ChangeRow(
            kind=row.kind,
            unit=row.unit,
            payload=row.payload,
            person_id=row.person_id,
            person_name=row.person_name,
            at=row.at,
        )
        append_change(work.session, copy)


def _what(row: ChangeRow) -> tuple[str, bool]:
    """The person or delegation a change is about, and whether it ends it."""
    payload = row.payload or {}
    return str(payload.get("id", "")), bool(payload.get("ended"))


def resend_whole(work: Work, row: RecordRow, epoch: str) -> None:
    """Send a record as one new to central."""
    row.rev, row.epoch = 0, epoch
    append_edit(work, row, row.content, {}, base=0)


def _resend_moves(work: Work, epoch: str) -> None:
    """Steps made on this device that central took before and does not list now, in their old order."""
    session = work.session
    revisions: dict[tuple[str, str, str], int] = {}
    for submission in session.scalars(select(SubmissionRow)):
        place = (submission.unit, submission.dataset, submission.period)
        if submission.epoch != epoch:
            submission.rev, submission.epoch = 0, epoch
        else:
            revisions[place] = submission.rev
    listed = {
        (move.unit, move.dataset, move.period, move.kind, move.at)
        for move in session.scalars(select(MoveRow).where(MoveRow.n.is_(None)))
        if (move.unit, move.dataset, move.period) in revisions
    }
    unanswered = select(OutboxRow.n)
    refused = select(NeedsYouRow.n).where(NeedsYouRow.record_id.is_(None))
    own = select(ChangeRow).where(ChangeRow.kind == "move", ChangeRow.n.is_not(None))
    own = own.where(ChangeRow.n.not_in(unanswered), ChangeRow.n.not_in(refused)).order_by(ChangeRow.n)
    for row in session.scalars(own).all():
        move = msgspec.convert(row.payload, MoveChange)
        if (row.unit, row.dataset, row.period, move.move, datetime.fromisoformat(move.at)) not in listed:
            _resend_move(work, row, move, revisions.get((row.unit, row.dataset, row.period), 0))


def _resend_move(work: Work, row: ChangeRow, move: MoveChange, base: int) -> None:
    copy = ChangeRow(
        kind="move",
        unit=row.unit,
        dataset=row.dataset,
        period=row.period,
        base=base,
        payload=msgspec.to_builtins(msgspec.structs.replace(move, base=base)),
        person_id=row.person_id,
        person_name=row.person_name,
        at=row.at,
    )
    number = append_change(work.session, copy)
    same = (MoveRow.unit == row.unit, MoveRow.dataset == row.dataset, MoveRow.period == row.period)
    step = work.session.scalar(select(MoveRow).where(*same, MoveRow.kind == move.move, MoveRow.at == row.at).limit(1))
    if step is not None:
        step.n = number
