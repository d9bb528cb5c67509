"""Take a file from a stick: central's answer or package is applied, a district's batches are kept for central."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import msgspec

from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.apply_answer import take_over, verified_anchor
from cdd_desktop.operations.carry_file import keep_file
from cdd_desktop.operations.central_keys import learn_keys
from cdd_desktop.operations.contact import note_contact
from cdd_desktop.operations.device_secrets import read_secret
from cdd_desktop.operations.file_keys import is_fresh, opening_keys
from cdd_desktop.operations.take_new_identity import take_new_identity
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import BatchRow, CarriedFileRow, ReceiptRow
from cdd_desktop.sync.cursor import is_behind, read_cursor
from cdd_desktop.sync.filed import BATCH, CUSTODY, PACK, AnswerFile, CustodyFile, FiledReceipt, Speaker
from cdd_desktop.sync.files import Opened, open_file
from cdd_desktop.sync.protocol import MADE_BEFORE, Receipt, SyncAnswer
from cdd_desktop.sync.signing import SignatureError, read_anchor


class Became(StrEnum):
    """What became of a file; the values are codes with a sentence for people."""

    APPLIED = "file-applied"  # receipts or news taken over
    OLDER = "file-older"  # nothing in it that was not here
    GAP = "file-gap"  # its news do not join on to what is here
    CUSTODY = "file-custody"
    KEPT = "file-kept"  # for central
    ANSWERED = "file-answered"  # kept before, and central's answer is here
    AGAIN = "file-again"  # applied; what this machine had written on a stick was not taken and has to go once more
    REIDENTIFIED = "file-new-identity"


@dataclass(frozen=True, slots=True)
class TakenFile:
    """What became of a file. ``received`` counts receipts, ``pulled`` things that are new. ``answer`` is what is to be
    written back onto the stick, None for nothing."""

    became: Became
    changes: Changes = field(default_factory=Changes)
    received: int = 0
    pulled: int = 0
    answer: bytes | None = None


def take_file(work: Work, data: bytes, name: str) -> TakenFile:
    """Take one file of any kind; whole or not at all. The same one again changes nothing.

    Raises ``RefusedError``: ``file-damaged``, ``file-newer``, ``file-not-for-us``, ``file-signature``,
    ``file-wrong-office``, ``file-other-device``, ``keys-not-followed``.
    """
    opened = open_file(data, opening_keys(work.session))
    if opened.kind == BATCH:
        kept = keep_file(work, opened, data, name)
        became = Became.ANSWERED if kept.answered else Became.KEPT
        return TakenFile(became, Changes(outbox=True), answer=kept.answer)
    if opened.kind == CUSTODY:
        return _take_note(work, opened, name)
    answer, key = _read_answer(work, opened)
    device = read_meta(work.session, Meta.DEVICE)
    if answer.unit != work.unit.code:
        raise RefusedError("file-wrong-office")
    starting = opened.kind == PACK and not answer.anchors
    if not starting and (device not in answer.anchors or (opened.kind != PACK and answer.device != device)):
        raise RefusedError("file-other-device")
    taken = _take_start(work, answer) if starting else _take_answer(work, answer, key)
    counts = {"name": name, "received": taken.received + taken.pulled}
    note_contact(work, taken.became.value, counts)
    return taken


def _read_answer(work: Work, opened: Opened) -> tuple[AnswerFile, str]:
    """Central's word and the key that signed it: the one that speaks now, to which the file itself may lead, or one
    that spoke when the file was written. Raises ``RefusedError``."""
    speaker = opened.read(Speaker)
    lineage = learn_keys(work.session, speaker.keys)
    lineage.verify(speaker.at, opened.verify)
    answer = opened.read(AnswerFile)
    return answer, answer.keys[-1].signing_key if answer.keys else lineage.first


def _take_note(work: Work, opened: Opened, name: str) -> TakenFile:
    """The province's word that it holds a file of ours."""
    key = read_meta(work.session, Meta.COURIER_KEY)
    opened.verify(key)
    note = opened.read(CustodyFile).note
    row = work.session.get(CarriedFileRow, note.file)
    try:
        note.verify(key)
        taken_at = datetime.fromisoformat(note.taken_at)
    except (SignatureError, ValueError) as error:
        raise RefusedError("file-signature") from error
    if row is None or row.kind != "own":
        raise RefusedError("file-other-device")
    if row.custody_at is not None:
        return TakenFile(Became.CUSTODY)
    row.custody_at, row.note = taken_at, msgspec.to_builtins(note)
    note_contact(work, Became.CUSTODY.value, {"name": name})
    return TakenFile(Became.CUSTODY, Changes(outbox=True))


def _take_start(work: Work, answer: AnswerFile) -> TakenFile:
    """All that central has for an office, on a machine central has not heard of: no anchor, and no contact yet."""
    if useless := _does_not_begin(work, answer):
        return TakenFile(useless)
    message = SyncAnswer(
        protocol=answer.protocol,
        epoch=answer.epoch,
        cursor=answer.until,
        at=answer.at,
        more=answer.more,
        definitions=answer.definitions,
        schedules=answer.schedules,
        holidays=answer.holidays,
    )
    changes = take_over(work, message, [], answer.pulled)
    pulled = sum(len(page.records) + len(page.submissions) + len(page.certified) for page in answer.pulled)
    return TakenFile(Became.APPLIED, changes, 0, pulled)


def _does_not_begin(work: Work, answer: AnswerFile) -> Became | None:
    """None for the beginning of a machine that has nothing yet, and for the part that goes on where the one before
    ended."""
    if is_fresh(work.session):
        return Became.GAP if answer.since else None
    epoch, own = read_meta(work.session, Meta.EPOCH), read_cursor(read_meta(work.session, Meta.CURSOR))
    if read_secret(work.session, Meta.TOKEN) or answer.epoch != epoch or not is_behind(own, read_cursor(answer.until)):
        return Became.OLDER
    return Became.GAP if is_behind(own, read_cursor(answer.since)) else None


def _take_answer(work: Work, answer: AnswerFile, key: str) -> TakenFile:
    session = work.session
    device = read_meta(session, Meta.DEVICE)
    anchor = verified_anchor(work, answer.at, answer.anchors[device], key)
    if answer.problem:
        return _take_problem(work, answer)
    held, heard = read_meta(session, Meta.ANCHOR), read_meta(session, Meta.LAST_CONTACT_AT)
    epoch, cursor = read_meta(session, Meta.EPOCH), read_meta(session, Meta.CURSOR)
    before = _instant(held)
    newer = before is None or anchor.instant >= before
    joins = _joins_on(answer, epoch, cursor, newer=newer)
    if not joins and answer.epoch != epoch:
        return TakenFile(Became.OLDER)
    ours = [filed for filed in answer.receipts if session.get(BatchRow, filed.batch) is not None]
    new = [filed for filed in ours if session.get(ReceiptRow, filed.batch) is None]
    message = SyncAnswer(
        protocol=answer.protocol,
        epoch=answer.epoch,
        cursor=answer.until if joins else cursor,
        at=answer.at,
        more=answer.more or not joins,  # a repair under way goes on
        token="" if read_secret(session, Meta.TOKEN) else answer.token,
        definitions=answer.definitions,
        schedules=answer.schedules,
        holidays=answer.holidays,
    )
    pages = answer.pulled if joins else []
    changes = take_over(work, message, [(filed.batch, bytes(filed.receipt)) for filed in ours], pages)
    if newer:
        write_meta(session, Meta.ANCHOR, str(anchor))
    if not heard or datetime.fromisoformat(heard) < anchor.instant:
        write_meta(session, Meta.LAST_CONTACT_AT, anchor.instant.isoformat())
    _note_answered(work, answer)
    pulled = sum(len(page.records) + len(page.submissions) + len(page.certified) for page in pages)
    return TakenFile(
        Became.AGAIN
        if _came_too_late(new)
        else _became(work, answer, joins=joins, something=bool(new or pulled or changes.definitions)),
        changes | Changes(outbox=True),
        len(new),
        pulled,
    )


def _became(work: Work, answer: AnswerFile, *, joins: bool, something: bool) -> Became:
    if something or joins:
        return Became.APPLIED
    behind = is_behind(read_cursor(read_meta(work.session, Meta.CURSOR)), read_cursor(answer.since))
    return Became.GAP if behind else Became.OLDER


def _came_too_late(new: Sequence[FiledReceipt]) -> bool:
    """Whether central was restored after a file had been written and took nothing of it that it did not know."""
    receipts = (msgspec.json.decode(bytes(filed.receipt), type=Receipt) for filed in new)
    return any(result.code == MADE_BEFORE for receipt in receipts for result in receipt.results)


def _joins_on(answer: AnswerFile, epoch: str, cursor: str, *, newer: bool) -> bool:
    """Whether what a file brings joins on to what is here: it begins no later and ends no earlier than the own
    cursor. Under another epoch only everything from the beginning does, and only from a central heard later."""
    if epoch and epoch != answer.epoch:
        return newer and not read_cursor(answer.since)
    own, since, until = read_cursor(cursor), read_cursor(answer.since), read_cursor(answer.until)
    return not is_behind(own, since) and not is_behind(until, own)


def _take_problem(work: Work, answer: AnswerFile) -> TakenFile:
    """Central saw this machine's identity twice; once is enough to take a new one."""
    row = work.session.get(CarriedFileRow, answer.file)
    if answer.problem != "device-cloned" or row is None or row.code:
        return TakenFile(Became.OLDER)
    row.code = answer.problem
    return TakenFile(Became.REIDENTIFIED, take_new_identity(work))


def _note_answered(work: Work, answer: AnswerFile) -> None:
    row = work.session.get(CarriedFileRow, answer.file) if answer.file else None
    if row is not None and row.answered_at is None:
        row.answered_at = work.now


def _instant(text: str) -> datetime | None:
    """Of the anchor held; None for none."""
    try:
        return read_anchor(text).instant
    except (SignatureError, ValueError):
        return None
