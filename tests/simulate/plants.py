"""Faults put into the system on purpose, to see that the simulator finds them (docs/simulator.md lists the seeds).

Each is a handful of replaced functions while a run lasts; the product's code knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from cdd_desktop.central.holding import merge, timing
from cdd_desktop.central.holding.shape import RefusedChangeError
from cdd_desktop.central.intake import codes, ingest, records
from cdd_desktop.central.sync import by_file, endpoint
from cdd_desktop.central.tables import feed
from cdd_desktop.central.tables.rows import CounterRow, FeedRow
from cdd_desktop.central.trust.keys import HeldKeys
from cdd_desktop.operations import apply_answer, apply_receipt, apply_records, settle_question, stick, take_file
from cdd_desktop.operations import attachments as waiting
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import ChangeRow, OutboxRow, PhotoRow, RecordRow
from cdd_desktop.sync import attachments, engine
from cdd_desktop.sync.blobs import Piece
from cdd_desktop.sync.lineage import Lineage
from cdd_desktop.sync.protocol import Batch, Receipt

from . import machines

Replacement = tuple[object, str, Any]
Plant = Callable[[], list[Replacement]]


def receipt_after_answer() -> list[Replacement]:
    """Central answers first and stores then: who dies in between has answered for nothing."""

    @contextmanager
    def write(self: machines.FailingDatabase) -> Iterator[Any]:
        with super(machines.FailingDatabase, self).write() as session:
            yield session
            session.flush()
            if self.dies:
                session.rollback()

    return [(machines.FailingDatabase, "write", write)]


def outbox_before_receipt() -> list[Replacement]:
    """What is put into a batch leaves the outbox at once."""
    real = engine.claim_batch

    def claim_batch(work: Any, **more: Any) -> Any:
        batch = real(work, **more)
        if batch is not None:
            work.session.execute(delete(OutboxRow).where(OutboxRow.batch_id == batch.id))
        return batch

    return [(engine, "claim_batch", claim_batch)]


def last_write_wins() -> list[Replacement]:
    """Nobody looks who wrote since."""
    return [(merge, "_written_since", lambda _stamp, _edit: False)]


def repeat_not_known() -> list[Replacement]:
    """Every delivery is taken for a new one: neither its batch nor its numbers are looked up."""
    take_in, give_receipt = ingest.take_in, ingest.give_receipt
    deliveries = 0
    names: dict[str, tuple[str, int]] = {}

    def taken_in(intake: Any, raw: bytes) -> Any:
        nonlocal deliveries
        deliveries += 1
        batch = msgspec.json.decode(raw, type=Batch)
        move = deliveries * 10_000_000

        def moved(change: Any) -> Any:
            first = {"first": change.first + move} if getattr(change, "first", 0) else {}
            return msgspec.structs.replace(change, n=change.n + move, **first)

        groups = [
            msgspec.structs.replace(one, changes=[moved(change) for change in one.changes]) for one in batch.groups
        ]
        name = f"{batch.id[:24]}{deliveries:012d}"
        names[name] = (batch.id, move)
        return take_in(intake, msgspec.json.encode(Batch(id=name, groups=groups)))

    def receipt_given(intake: Any, taken: Any) -> bytes:
        batch, move = names[taken.batch]
        receipt = msgspec.json.decode(give_receipt(intake, taken), type=Receipt)
        results = [msgspec.structs.replace(result, n=result.n - move) for result in receipt.results]
        return msgspec.json.encode(msgspec.structs.replace(receipt, batch=batch, results=results))

    return [(endpoint, "take_in", taken_in), (endpoint, "give_receipt", receipt_given)]


def copy_not_known() -> list[Replacement]:
    """A number that was seen with other contents is no reason to wonder."""
    return [(ingest, "_refuse_clones", lambda *_: None)]


def receipt_takes_all() -> list[Replacement]:
    """A receipt takes every waiting change of its record out of the outbox, later ones too."""
    real = apply_receipt._leave_outbox

    def leave_outbox(work: Any, done: Any) -> None:
        real(work, done)
        for answered in done:
            record = getattr(answered.change, "record", None)
            waiting = select(ChangeRow.n).where(ChangeRow.record_id == record, ChangeRow.n.is_not(None))
            work.session.execute(delete(OutboxRow).where(OutboxRow.n.in_(waiting), OutboxRow.state == "waiting"))

    return [(apply_receipt, "_leave_outbox", leave_outbox)]


def pulled_over_unsent() -> list[Replacement]:
    """What comes from central takes the place of what was typed and not sent yet."""
    return [(apply_records, "_unsent", lambda _session, _ids: iter(()))]


def late_refused() -> list[Replacement]:
    """Central refuses what was made more than two weeks ago or in the future, by the device's clock."""
    real = ingest._apply

    def apply(intake: Any, draft: Any, item: Any) -> Any:
        made = datetime.fromisoformat(item.change.at) if item.change is not None else intake.now
        if not timedelta(hours=-1) <= intake.now - made <= timedelta(days=14):
            raise RefusedChangeError("too-late")
        return real(intake, draft, item)

    return [(ingest, "_apply", apply)]


def conflict_forgotten() -> list[Replacement]:
    """A conflict is counted, and the device's own value goes without a question."""
    real = apply_receipt._park

    def park(work: Any, answered: Any, touched: Any) -> None:
        if answered.result.status != "conflict" or not hasattr(answered.change, "record"):
            real(work, answered, touched)
            return
        work.session.execute(delete(OutboxRow).where(OutboxRow.n.in_(answered.rows)))
        row = work.session.get(RecordRow, answered.change.record)
        if row is not None:
            row.content = {**row.content, **answered.result.theirs}

    return [(apply_receipt, "_park", park)]


def plain_sequence() -> list[Replacement]:
    """Numbers come from a plain sequence: at once, and without a lock that is held to the commit."""
    reached: dict[str, int] = {}
    drawn: dict[str, list[tuple[int, int]]] = {}  # by the transaction whose commit is held back
    real_tops = feed.read_tops

    def take(session: Session, scope: str, count: int = 1) -> int:
        stage = session.info.get("stage")
        if stage == "again" and drawn.get(scope) and drawn[scope][0][0] == count:
            return drawn[scope].pop(0)[1]
        seen = session.scalar(select(CounterRow.n).where(CounterRow.scope == scope)) or 0
        last = reached[scope] = max(reached.get(scope, 0), seen) + count
        if stage == "held":
            drawn.setdefault(scope, []).append((count, last))
        return last

    def read_tops(session: Session, unit: str) -> dict[str, int]:
        """A reader takes the highest number it sees."""
        seen = session.execute(select(FeedRow.province, func.max(FeedRow.seq)).group_by(FeedRow.province)).all()
        highest = {row.province: row[1] for row in seen}
        return {province: highest.get(province, n) for province, n in real_tops(session, unit).items()}

    takers = [(module, "take", take) for module in (feed, ingest, codes)]
    return [*takers, *((module, "read_tops", read_tops) for module in (feed, endpoint, by_file))]


def merged_revision_kept() -> list[Replacement]:
    """After a merge the device takes the revision for its own, before it has seen what the other side wrote."""
    real = apply_receipt._finish_edit

    def finish(change: Any, result: Any, records: Any, **more: Any) -> None:
        if result.status == "merged":
            result = msgspec.structs.replace(result, status="stored")
        real(change, result, records, **more)

    return [(apply_receipt, "_finish_edit", finish)]


def cursor_before_rows() -> list[Replacement]:
    """The device writes down how far it has pulled in a transaction of its own, before what it pulled."""
    real = engine._Contact._take

    def take(self: Any, answer: Any, batch: Any, handshake: Any) -> None:
        if answer.epoch == handshake.epoch:
            self._workplace.do(_note_cursor, answer.cursor)
        real(self, answer, batch, handshake)

    return [(engine._Contact, "_take", take)]


def _note_cursor(work: Work, cursor: str) -> None:
    write_meta(work.session, Meta.CURSOR, cursor)


def epoch_ignored() -> list[Replacement]:
    """A device does not care that central was restored."""
    return [(apply_answer, "begin_repair", lambda *_: False), (apply_answer, "finish_repair", lambda *_: None)]


def deletion_wins() -> list[Replacement]:
    """A deletion is taken whatever others wrote meanwhile."""
    real = merge.merge

    def merged(held: Any, edit: Any) -> Any:
        return real(held, edit._replace(base=held.rev) if edit.deleted else edit)

    return [(records, "merge_edit", merged)]


def equal_not_written() -> list[Replacement]:
    """Who says what central has already leaves no name there."""
    real = merge.merge

    def merged(held: Any, edit: Any) -> Any:
        outcome = real(held, edit)
        return merge.Same() if isinstance(outcome, merge.Applied) and outcome.status == "same" else outcome

    return [(records, "merge_edit", merged)]


def rest_on_new_revision() -> list[Replacement]:
    """With an answer to a question travels what nobody was asked about, as if its author had seen all there is."""
    real = settle_question.append_edit

    def append(work: Any, row: Any, patch: Any, was: Any, *, base: int) -> int:
        return real(work, row, patch, was, base=max(base, row.rev))

    return [(settle_question, "append_edit", append)]


def stick_is_receipt() -> list[Replacement]:
    """What lies on a stick leaves the outbox."""
    real = stick.note_handed_over

    def note(work: Any, file: Any) -> Any:
        changes = real(work, file)
        work.session.execute(delete(OutboxRow).where(OutboxRow.batch_id.in_(file.batches)))
        return changes

    return [(stick, "note_handed_over", note)]


def old_answer_joins() -> list[Replacement]:
    """News of a file are taken, and its cursor, whether they join on to what is here or not."""
    return [(take_file, "_joins_on", lambda *_, **__: True)]


def word_believed() -> list[Replacement]:
    """A device's word on when it finished is believed, whatever speaks against it."""
    return [(timing.Finish, "judged", lambda self, _now, **_: (self.at, True))]


def good_word_doubted() -> list[Replacement]:
    """Who could not be heard in time is late, whatever central's anchor says."""
    return [(timing.Finish, "judged", lambda self, _now, **_: (self.at, False))]


def first_piece_is_all() -> list[Replacement]:
    """The answer to the first piece of a photo is taken for the answer to the whole."""

    def send(self: Any, place: Any, photo: Any, state: Any, stop: Any) -> Any:
        data = self._workplace.read(attachments.read_photo_piece, photo.sha256, state.offset, self.link.piece)
        if data:
            self._carry(place, Piece(state.offset, photo.size, data), stop)
        return attachments._End.SENT

    return [(attachments.AttachmentSender, "_send", send)]


def received_for_ever() -> list[Replacement]:
    """What central has said to hold is held by any central, restored or not."""
    return [(waiting, "_not_at_central", lambda _work: PhotoRow.epoch == "")]


def keys_by_restart() -> list[Replacement]:
    """The service goes on with the keys it began with when others have taken their place."""
    return [(HeldKeys, "now", lambda self: self._keys)]


def old_word_forgotten() -> list[Replacement]:
    """Once central has new keys, nothing holds that the ones before signed."""
    return [(Lineage, "speaking_at", lambda self, _at: (self.signing_key,))]


def refusal_closed() -> list[Replacement]:
    """A step that central did not take is noted, and nobody is asked."""
    real = apply_receipt._question

    def question(work: Any, answered: Any) -> Any:
        row = real(work, answered)
        row.settled_at = work.now if row.record_id is None else None
        return row

    return [(apply_receipt, "_question", question)]


PLANTS: dict[str, Plant] = {
    plant.__name__.replace("_", "-"): plant
    for plant in (
        receipt_after_answer,
        outbox_before_receipt,
        last_write_wins,
        repeat_not_known,
        copy_not_known,
        receipt_takes_all,
        pulled_over_unsent,
        late_refused,
        conflict_forgotten,
        plain_sequence,
        merged_revision_kept,
        cursor_before_rows,
        epoch_ignored,
        deletion_wins,
        equal_not_written,
        rest_on_new_revision,
        stick_is_receipt,
        old_answer_joins,
        word_believed,
        good_word_doubted,
        first_piece_is_all,
        received_for_ever,
        keys_by_restart,
        old_word_forgotten,
        refusal_closed,
    )
}


@contextmanager
def planted(name: str | None) -> Iterator[None]:
    """The system with a fault; None for none."""
    with ExitStack() as stack:
        for owner, attribute, replacement in PLANTS[name]() if name else ():
            stack.enter_context(patch.object(owner, attribute, replacement))
        yield
