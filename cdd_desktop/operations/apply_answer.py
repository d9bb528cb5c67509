"""Apply one answer of central, all of it in the one transaction this runs in: receipt, what is new, and the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from sqlalchemy import select

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.apply_receipt import apply_receipt
from cdd_desktop.operations.central_keys import learn_keys, read_lineage
from cdd_desktop.operations.contact import note_clock, note_heard
from cdd_desktop.operations.device_secrets import write_secret
from cdd_desktop.operations.published import store_published
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.repair import begin_repair, finish_repair
from cdd_desktop.operations.submission_state import refresh_delivery
from cdd_desktop.operations.tell_meeting import tell_meeting
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.figures import forget_all_figured
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import BatchRow, RecordRow
from cdd_desktop.store.submission_rows import SubmissionRow
from cdd_desktop.sync.packing import PackingError, unpack_receipt
from cdd_desktop.sync.protocol import Pulled, SyncAnswer
from cdd_desktop.sync.signing import BOOKS, Anchor, SignatureError, books_bytes, verify, verify_receipt


class _Dated(msgspec.Struct):
    received_at: str


def apply_answer(work: Work, answer: SyncAnswer, batch_id: str | None) -> Changes:
    """Store what central answered to a request with the batch ``batch_id``, or with none.

    The same answer applied again leaves the same state. Raises ``RefusedError`` for a receipt that cannot be read,
    belongs to another batch or is not signed by the key of central that speaks now, and for published files that are
    not; then nothing of the answer is kept.
    """
    speaks = learn_keys(work.session, answer.keys).signing_key
    anchor = verified_anchor(work, answer.at, answer.anchor, speaks)
    _verify_books(answer, speaks)
    receipt = _receipt(work, answer, batch_id)
    receipts = [] if batch_id is None or receipt is None else [(batch_id, receipt)]
    changes = take_over(work, answer, receipts, [answer.pulled])
    write_meta(work.session, Meta.ANCHOR, str(anchor))
    note_clock(work, anchor.instant)
    note_heard(work)
    return changes


def take_over(
    work: Work, answer: SyncAnswer, receipts: Sequence[tuple[str, bytes]], pages: Sequence[Pulled]
) -> Changes:
    """Receipts by batch, what is new, and where central stands, however they came. Raises ``RefusedError``."""
    touched = Touched()
    session = work.session
    _verify_receipts(work, receipts)
    begin_repair(work, read_meta(session, Meta.EPOCH), answer.epoch)
    for batch_id, receipt in receipts:
        apply_receipt(work, receipt, batch_id, epoch=answer.epoch, touched=touched)
    for page in pages:
        apply_pulled(work, page, epoch=answer.epoch, touched=touched)
    touched.definitions = store_published(work, answer)
    if not answer.more:
        finish_repair(work, answer.epoch, touched)
    tell_meeting(work, touched)
    for key in _concerned(work, touched):
        refresh_delivery(work, key)
    if touched.definitions:
        forget_all_figured(session)  # the forms in hand are those from before
    else:
        touched.submissions.update(refresh_facts(work).changes.submissions)
    if answer.token:
        write_secret(session, Meta.TOKEN, answer.token)
    write_meta(session, Meta.PROTOCOL, str(answer.protocol))
    write_meta(session, Meta.EPOCH, answer.epoch)
    write_meta(session, Meta.CURSOR, answer.cursor)
    return touched.changes()


def _receipt(work: Work, answer: SyncAnswer, batch_id: str | None) -> bytes | None:
    """The receipt's bytes, whichever form they came in. Raises ``RefusedError("receipt-other-batch")``."""
    if answer.receipt is not msgspec.UNSET:
        return bytes(answer.receipt)
    batch = work.session.get(BatchRow, batch_id) if batch_id else None
    if answer.packed is None or batch is None:
        return None
    try:
        return unpack_receipt(answer.packed, batch.bytes)
    except PackingError as error:
        raise RefusedError("receipt-other-batch") from error


def verified_anchor(work: Work, at: str, signature: str, key: str) -> Anchor:
    """Central's anchor for this device. Raises ``RefusedError("anchor-signature")`` for one the key did not sign."""
    anchor = Anchor(at, read_meta(work.session, Meta.DEVICE), signature)
    try:
        anchor.verify(key)
    except SignatureError as error:
        raise RefusedError("anchor-signature") from error
    return anchor


def _verify_receipts(work: Work, receipts: Sequence[tuple[str, bytes]]) -> None:
    """Of the key that speaks now, or of an older one for what it received while it spoke."""
    lineage = read_lineage(work.session)
    try:
        for _, raw in receipts:
            lineage.verify(_received_at(raw), partial(verify_receipt, raw))
    except SignatureError as error:
        raise RefusedError("receipt-signature") from error


def _received_at(raw: bytes) -> str:
    try:
        return msgspec.json.decode(raw, type=_Dated).received_at
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise SignatureError("receipt") from error


def _verify_books(answer: SyncAnswer, key: str) -> None:
    """Forms, schedules and holidays of an answer by wire, and that they are all; a file is signed as a whole."""
    texts = [*answer.definitions, *answer.schedules, *([answer.holidays] if answer.holidays else [])]
    if not texts and not answer.books:
        return
    try:
        verify(key, BOOKS, books_bytes(answer.books, texts), answer.published)
    except SignatureError as error:
        raise RefusedError("published-signature") from error


def _concerned(work: Work, touched: Touched) -> set[SubmissionKey]:
    """The submissions named, and those of the records named."""
    keys = set(touched.submissions)
    if touched.records:
        places = select(RecordRow.unit, RecordRow.dataset, RecordRow.period).distinct()
        ids = sorted(touched.records)
        for start in range(0, len(ids), 500):
            for place in work.session.execute(places.where(RecordRow.id.in_(ids[start : start + 500]))):
                if place.period:
                    keys.add(SubmissionKey(UnitCode(place.unit), DatasetKey(place.dataset), PeriodId(place.period)))
    known = {
        (row.unit, row.dataset, row.period)
        for row in work.session.scalars(select(SubmissionRow).where(SubmissionRow.unit.in_({k.unit for k in keys})))
    }
    return {key for key in keys if (key.unit, key.dataset, key.period) in known}
