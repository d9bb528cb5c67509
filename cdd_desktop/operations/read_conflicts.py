"""Entries that two machines changed: what stood there before, what either side wrote, who and when, what merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import select

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.definition import Entity, FieldType
from cdd_desktop.operations.mark_choice import beside_ending, is_ending, pulled_since
from cdd_desktop.operations.parking import parked_rows
from cdd_desktop.operations.place import form_of
from cdd_desktop.operations.read_outbox import read_questions
from cdd_desktop.operations.refer import read_referred
from cdd_desktop.operations.views import NeedsYou
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import ChangeRow, PersonRow, ReceiptRow, RecordRow
from cdd_desktop.sync.protocol import Receipt, Result


@dataclass(frozen=True, slots=True)
class Hand:
    """Who entered something, and when; ``name`` is empty where it is not known here."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Contested:
    """One place that both sides wrote. ``hand`` is the other side's, None where central's value is a later one."""

    path: str
    before: Value
    mine: Value
    theirs: Value
    hand: Hand | None


@dataclass(frozen=True, slots=True)
class Joined:
    """One place that only one side wrote, taken over by itself; ``here``: by this machine."""

    path: str
    value: Value
    here: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """An open question about an entry. ``hand`` is this machine's side; ``along`` are the places an ending wrote that
    stay or go with it; ``content`` is the entry as it is here, for the editors of a third value; ``titles`` name the
    entries that values refer to."""

    question: NeedsYou
    hand: Hand
    contested: tuple[Contested, ...]
    joined: tuple[Joined, ...]
    along: tuple[str, ...]
    content: Content
    titles: dict[str, str]


def read_conflicts(work: Work) -> tuple[Conflict, ...]:
    """Every entry in conflict, in the order in which the questions came."""
    questions = [one for one in read_questions(work) if one.status == "conflict" and one.record_id is not None]
    if not questions:
        return ()
    parked: dict[str, list[ChangeRow]] = {}
    for row in parked_rows(work.session):
        parked.setdefault(row.record_id or "", []).append(row)
    results = _results(work, {row.n or 0 for rows in parked.values() for row in rows}, questions)
    names = dict(work.session.execute(select(PersonRow.id, PersonRow.name)).all())
    return tuple(
        _conflict(work, question, parked[str(question.record_id)], results, names)
        for question in questions
        if str(question.record_id) in parked
    )


def _results(work: Work, numbers: set[int], questions: Sequence[NeedsYou]) -> dict[int, Result]:
    """What the kept receipts say of the parked changes: the one that asked came no earlier than its question."""
    since = min(question.at for question in questions if question.at is not None)
    rows = work.session.scalars(
        select(ReceiptRow.bytes).where(ReceiptRow.arrived_at >= since).order_by(ReceiptRow.arrived_at)
    )
    found: dict[int, Result] = {}
    for raw in rows:
        receipt = msgspec.json.decode(raw, type=Receipt)
        found.update((one.n, one) for one in receipt.results if one.n in numbers)
    return found


def _conflict(
    work: Work,
    question: NeedsYou,
    own: Sequence[ChangeRow],
    results: Mapping[int, Result],
    names: Mapping[str, str],
) -> Conflict:
    row = work.session.get_one(RecordRow, question.record_id)
    entity = form_of(work, row.dataset, row.form_version)[0].entity(row.entity)
    last = own[-1]
    pulled = pulled_since(work, own)
    before = _before([*own, *pulled])  # a deletion says nothing of values: central's took the place of those before
    hands = _hands([results[n] for change in own if (n := change.n or 0) in results], question.theirs, names)
    order = {one.key: place for place, one in enumerate(entity.fields)}
    contested = tuple(
        Contested(path, before.get(path, row.content.get(path)), question.mine.get(path), theirs, hands.get(path))
        for path, theirs in sorted(question.theirs.items(), key=lambda item: order.get(_field_key(item[0]), -1))
    )
    along = _along(question, [*own, *pulled])
    joined = tuple(one for one in _joined(row, own, pulled, question) if one.path not in along)
    values = [(one.path, value) for one in contested for value in (one.before, one.mine, one.theirs)]
    return Conflict(
        question=question,
        hand=Hand(last.person_name or names.get(last.person_id, ""), last.at),
        contested=contested,
        joined=joined,
        along=along,
        content=dict(row.content),
        titles=_titles(work, entity, [*values, *((one.path, one.value) for one in joined)]),
    )


def _field_key(path: str) -> str:
    return path.removeprefix(RAW).split("/")[0]


def _titles(work: Work, entity: Entity, values: Sequence[tuple[str, Value]]) -> dict[str, str]:
    referring = {one.key for one in entity.fields if one.type is FieldType.RECORD_REF}
    named = {str(value) for path, value in values if path in referring and value}
    found = {name: read_referred(work, name) for name in named}
    return {name: referred.title for name, referred in found.items() if referred is not None}


def _before(changes: Sequence[ChangeRow]) -> dict[str, Value]:
    """Path → what the first of the changes found there."""
    found: dict[str, Value] = {}
    for change in changes:
        for path, value in (change.was or {}).items():
            found.setdefault(path, value)
    return found


def _along(question: NeedsYou, changes: Sequence[ChangeRow]) -> tuple[str, ...]:
    """What an ending on either side wrote beside its mark."""
    written = {path for change in changes for path in change.patch or ()} - set(question.theirs)
    marks = [path for path, value in question.theirs.items() if is_ending(path, value, question.mine.get(path))]
    return tuple(path for mark in marks for path in beside_ending(mark) if path in written)


def _hands(results: Sequence[Result], theirs: Content, names: Mapping[str, str]) -> dict[str, Hand]:
    """Who wrote central's values, as long as they are those the receipt spoke of."""
    hands: dict[str, Hand] = {}
    for result in results:
        for person, at, paths in result.by:
            hand = Hand(names.get(person, ""), datetime.fromisoformat(at))
            hands.update((path, hand) for path in paths if path in theirs and result.theirs.get(path) == theirs[path])
    return hands


def _joined(
    row: RecordRow, own: Sequence[ChangeRow], pulled: Sequence[ChangeRow], question: NeedsYou
) -> Iterator[Joined]:
    """Places one side alone wrote, in the order of the entry: this machine's first."""
    if question.deleting:
        return
    here = {path for change in own for path in change.patch or ()}
    there = {path for change in pulled for path in change.patch or ()}
    for paths, is_here in ((here, True), (there - here, False)):
        for path in sorted(paths - set(question.theirs)):
            if not path.startswith(RAW):
                yield Joined(path, row.content.get(path), is_here)
