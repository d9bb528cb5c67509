"""From the raw bytes of a batch to the stored receipt: each change taken once, one bad one never holding the others.

Edits are decided in memory, as many as follow each other, and written at the end, all in a few statements. Every other
change is taken in a savepoint of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import msgspec
from sqlalchemy import bindparam, exists, func, insert, select
from sqlalchemy.exc import IntegrityError

from cdd_desktop.central.figures.figuring import UNFIGURED, keep_figures
from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.devices import lock_units
from cdd_desktop.central.holding.shape import RefusedChangeError
from cdd_desktop.central.holding.submissions import receive_certified
from cdd_desktop.central.intake.delegations import take_delegation
from cdd_desktop.central.intake.journal import Item, Journal
from cdd_desktop.central.intake.moves import make_move
from cdd_desktop.central.intake.people import take_person
from cdd_desktop.central.intake.progress import count_again
from cdd_desktop.central.intake.records import Draft, find_place, settle, store_edit
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.tables.bulk import table_of
from cdd_desktop.central.tables.numbers import take
from cdd_desktop.central.tables.rows import BatchRow, ChangeRow, MetaRow, SubmissionRow
from cdd_desktop.clock import bangkok_day
from cdd_desktop.ids import is_id
from cdd_desktop.periods.fiscal import fiscal_year_of
from cdd_desktop.sync.protocol import (
    MADE_BEFORE,
    AnyChange,
    Change,
    DelegationChange,
    Group,
    Message,
    MoveChange,
    PersonChange,
    Receipt,
    Result,
)

MAX_CHANGES = 5_000
_NEWEST = select(func.max(ChangeRow.n)).where(ChangeRow.device == bindparam("device")).scalar_subquery()
_WAITS = exists().where(SubmissionRow.unit == bindparam("unit"), UNFIGURED)
_STANDING = select(func.coalesce(_NEWEST, 0), _WAITS)
_CHANGE = msgspec.json.Decoder(AnyChange)  # a union's decoder takes longer to make than a change to read


class _LooseGroup(Message, frozen=True, kw_only=True):
    """A group whose changes are decoded one by one, so that one bad change does not hold the rest."""

    unit: str
    dataset: str = ""
    period: str = ""
    entity: str = ""
    form: int = 0
    changes: list[msgspec.Raw]


class _LooseBatch(Message, frozen=True, kw_only=True):
    id: str
    epoch: str = ""
    groups: list[_LooseGroup]


class _Numbered(msgspec.Struct):
    n: int


class Taken(NamedTuple):
    """A batch whose changes are written and that wants its receipt; or one that has it already (``answer``)."""

    batch: str
    body_hash: str
    results: list[Result]
    answer: bytes = b""


def ingest(intake: Intake, raw: bytes) -> bytes:
    """Take in a batch and answer the bytes of its receipt, unsigned; the same batch again gets the same bytes.

    Raises ``ProblemError``: 400 ``body-unreadable``; 409 ``batch-reused``, ``device-cloned``. Then nothing is stored.
    """
    return give_receipt(intake, take_in(intake, raw))


def take_in(intake: Intake, raw: bytes) -> Taken:
    """All of it but the receipt, whose number everybody else waits for. Raises as ``ingest``."""
    batch = _read_batch(raw)
    lock_units(intake.session, {intake.unit, *(group.unit for group in batch.groups)})
    body_hash = intake.vault.hash(raw)
    stored = intake.session.get(BatchRow, (intake.sender, batch.id))
    if stored is not None:
        if stored.body_hash != body_hash:
            raise ProblemError(409, "batch-reused")
        return Taken(batch.id, body_hash, [], intake.vault.open_bytes(stored.answer))
    items = [item for group in batch.groups for item in _items(intake, group)]
    if len(items) > MAX_CHANGES:
        raise ProblemError(413, "body-too-large")
    newest, unfigured = _standing(intake)
    journal = Journal(intake, batch.id, newest)
    journal.read(item.n for item in items if item.n <= newest)
    if batch.epoch not in ("", intake.session.get_one(MetaRow, "epoch").value):
        results = [_made_before(journal, item) for item in items]
    else:
        results = _take_all(intake, journal, items)
    intake.session.flush()
    count_again(intake)
    _write_records(intake)
    if unfigured or intake.certified:
        keep_figures(intake)
    intake.buckets.flush(intake.session)
    return Taken(batch.id, body_hash, results)


def _standing(intake: Intake) -> tuple[int, bool]:
    """How things stand before a batch: the highest number of its device in the journal, and whether lists of its office
    wait for their figures. Most batches come after all of that, and need not look again."""
    found = intake.session.connection().execute(_STANDING, {"device": intake.sender, "unit": intake.unit}).one()
    return int(found[0]), bool(found[1])


def give_receipt(intake: Intake, taken: Taken) -> bytes:
    """The bytes of the receipt, stored. Call it late: from here on its number is held until the commit."""
    if taken.answer:
        return taken.answer
    number = _receipt_number(intake)
    receive_certified(intake, number)
    receipt = Receipt(no=number, batch=taken.batch, received_at=intake.now_text, results=taken.results)
    answer = msgspec.json.encode(receipt)
    row = {
        "device": intake.sender,
        "id": taken.batch,
        "body_hash": taken.body_hash,
        "receipt_no": number,
        "received_at": intake.now_text,
        "answer": intake.vault.seal_bytes(answer),
    }
    intake.session.connection().execute(insert(table_of(BatchRow)), row)
    return answer


def _read_batch(raw: bytes) -> _LooseBatch:
    try:
        batch = msgspec.json.decode(raw, type=_LooseBatch)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ProblemError(400, "body-unreadable") from error
    if not is_id(batch.id):
        raise ProblemError(400, "body-unreadable")
    return batch


def _items(intake: Intake, loose: _LooseGroup) -> Iterator[Item]:
    group = Group(
        unit=loose.unit, dataset=loose.dataset, period=loose.period, entity=loose.entity, form=loose.form, changes=[]
    )
    head = msgspec.json.encode([loose.unit, loose.dataset, loose.period, loose.entity, loose.form])
    for raw in loose.changes:
        change: AnyChange | None
        try:
            change = _CHANGE.decode(raw)
            body = msgspec.json.encode(change, order="deterministic")
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            change, body = None, bytes(raw)
        n = _number(raw) if change is None else change.n
        if not 0 < n < 2**63:
            raise ProblemError(400, "body-unreadable")
        yield Item(group, n, change, body, intake.vault.hash(head + body))


def _number(raw: msgspec.Raw) -> int:
    """The number of a change that cannot be read otherwise; without one nothing of the batch can be answered."""
    try:
        return msgspec.json.decode(raw, type=_Numbered).n
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ProblemError(400, "body-unreadable") from error


def _refuse_clones(journal: Journal, items: list[Item]) -> None:
    """A number seen before with other contents, alone or among the saves that travelled as one change; or an old unseen
    number of a device that went back in time."""
    log = journal.known
    hashes = {n: row.body_hash for n, row in log.items()}
    last = journal.newest if journal.intake.device.rewound else 0
    for item in items:
        known = hashes.setdefault(item.n, item.body_hash)
        if known != item.body_hash or (item.n not in log and item.n <= last):
            raise ProblemError(409, "device-cloned", n=item.n)
    _refuse_used_up(journal, [item for item in items if item.n not in log])


def _refuse_used_up(journal: Journal, unseen: list[Item]) -> None:
    """An edit's numbers, from its first save to its last, are no other edit's of the same record."""
    edits = [item.change for item in unseen if isinstance(item.change, Change)]
    lowest = min((edit.first or edit.n for edit in edits), default=journal.newest + 1)
    if lowest > journal.newest:
        return
    intake = journal.intake
    query = select(ChangeRow.target, ChangeRow.first, ChangeRow.n).where(
        ChangeRow.device == intake.sender, ChangeRow.n >= lowest, ChangeRow.status != "refused"
    )
    used: dict[str, list[tuple[int, int]]] = {}
    for target, first, last in intake.session.execute(query):
        used.setdefault(target, []).append((first, last))
    for edit in edits:
        if any(first <= edit.n and (edit.first or edit.n) <= last for first, last in used.get(edit.record, ())):
            raise ProblemError(409, "device-cloned", n=edit.n)


def _made_before(journal: Journal, item: Item) -> Result:
    """Of a batch made before central was restored: what is known from then has its result of then. Anything else is
    refused without a trace, for its revisions mean nothing now, and somebody who saw it may have given it up since: its
    device makes it anew, under the same numbers, once it has compared."""
    return journal.result_of_then(item) or Result(n=item.n, status="refused", code=MADE_BEFORE)


def _take_all(intake: Intake, journal: Journal, items: list[Item]) -> list[Result]:
    _refuse_clones(journal, items)
    edits = (item.change for item in items if isinstance(item.change, Change))
    intake.holdings.find(edit.record for edit in edits if is_id(edit.record))
    results = [result for run in _runs(items) for result in _take_in(intake, journal, run)]
    journal.write()
    return results


def _runs(items: list[Item]) -> Iterator[list[Item]]:
    """Edits that follow each other together, every other change alone."""
    for edits, group in groupby(items, lambda item: isinstance(item.change, Change)):
        run = list(group)
        yield from [run] if edits else ([item] for item in run)


def _take_in(intake: Intake, journal: Journal, run: list[Item]) -> list[Result]:
    """The results of a run of edits, or of one other change."""
    if isinstance(run[0].change, Change):
        return _take_edits(intake, journal, run)
    item = run[0]
    known = journal.result(item.n)
    if known is not None:
        return [known]
    journal.write()  # what was refused before may matter to it
    try:
        with intake.session.begin_nested():
            result = _apply(intake, Draft(), item)
    except RefusedChangeError as error:
        result = _refused(item, error)
    except IntegrityError:  # the savepoint has taken everything back
        result = Result(n=item.n, status="refused", code="id-reused")
    journal.note(item, result)
    return [result]


def _take_edits(intake: Intake, journal: Journal, run: list[Item]) -> list[Result]:
    """Decided without writing; once more when somebody has a natural key that was thought to be free."""
    while True:
        draft = Draft()
        results: dict[int, Result] = {}
        told = [_decide(intake, journal, draft, results, item) for item in run]
        if not intake.owners.learn(draft.asked):
            break
    for item in run:
        if item.n in results:
            journal.note(item, results[item.n])
    settle(intake, draft)
    return told


def _decide(intake: Intake, journal: Journal, draft: Draft, results: dict[int, Result], item: Item) -> Result:
    """The result given before, in this batch or another, if the change had an effect or a conflict; else an attempt."""
    known = results.get(item.n) or journal.result(item.n)
    if known is not None and known.status != "refused":
        return known
    try:
        result = _apply(intake, draft, item)
    except RefusedChangeError as error:
        result = _refused(item, error)
    results[item.n] = result
    return result


def _refused(item: Item, error: RefusedChangeError) -> Result:
    return Result(n=item.n, status="refused", code=error.code, fields=error.fields)


def _apply(intake: Intake, draft: Draft, item: Item) -> Result:
    change = item.change
    if isinstance(change, Change):
        return store_edit(intake, draft, find_place(intake, item.group), change)
    if isinstance(change, MoveChange):
        return make_move(intake, item.group, change)
    if isinstance(change, PersonChange):
        return take_person(intake, item.group, change)
    if isinstance(change, DelegationChange):
        return take_delegation(intake, item.group, change)
    raise RefusedChangeError("change-unreadable")


def _write_records(intake: Intake) -> None:
    for record in intake.holdings.changed.values():
        intake.buckets.note(record, record.counted, record.digest)
    intake.holdings.write()


def _receipt_number(intake: Intake) -> str:
    year = fiscal_year_of(bangkok_day(intake.now))
    return f"{year}-{take(intake.session, f'receipt/{year}'):07d}"
