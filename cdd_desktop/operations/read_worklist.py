"""What a submission consists of: an entry to deal with in each line, with how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cdd_desktop.collation import thai_key
from cdd_desktop.domain.period import EditStatus
from cdd_desktop.domain.record import MARK, EntityKind, MarkState
from cdd_desktop.domain.remarks import places_asked_about
from cdd_desktop.domain.submission import Move, SubmissionKey, SubmissionState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.round import Round
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.place import one_each
from cdd_desktop.operations.progress import due_entries, round_of
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import ItemStatus, Worklist, WorklistItem
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.editing import edit_status
from cdd_desktop.store.records import period_rows, register_rows
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submissions import find_submission, to_submission

_MARK_STATUS = {
    MarkState.CONFIRMED.value: ItemStatus.CONFIRMED,
    MarkState.CHANGED.value: ItemStatus.CHANGED,
    MarkState.ENDED.value: ItemStatus.ENDED,
    MarkState.NOT_RECEIVED.value: ItemStatus.NOT_RECEIVED,
}


def read_worklist(work: Work, key: SubmissionKey) -> Worklist:
    """The worklist of a submission of this office. Findings over the whole submission are ``check_submission``'s.

    Raises ``BadRequestError``: ``dataset-unknown``, ``period-unknown``, ``dataset-not-reported``.
    """
    place = round_of(work, key)
    view = view_of(work, key)
    moves = view.moves
    comments = comment_counts(moves, view.state)
    entries = register_rows(work.session, key.unit, place.register_dataset, place.register) if place.register else ()
    due = due_entries(work, place)
    if place.is_register:
        items = _register_items(place, entries, due, comments)
    else:
        rows = period_rows(work.session, key.unit, key.dataset, place.periods)
        items = _period_items(place, entries, due, rows, comments)
    return Worklist(
        submission=view,
        entity=place.entity.key,
        register=EntityKey(place.register) if place.register else None,
        addable=addable_kinds(place, bool(items)),
        editable=round_edit_status(work, place, moves),
        items=items,
        register_items=() if place.is_register else tuple(_register_item(row) for row in entries),
    )


def read_registers(work: Work, dataset: str) -> tuple[WorklistItem, ...]:
    """The register entries of a dataset at this office, outside any round, by place and name."""
    definition = work.catalogue.newest(dataset)
    found: list[WorklistItem] = []
    for entity in definition.entities:
        if entity.kind is EntityKind.REGISTER:
            rows = register_rows(work.session, work.unit.code, dataset, entity.key)
            found += [_register_item(row) for row in _by_place(rows)]
    return tuple(found)


def comment_counts(moves: Sequence[Move], state: SubmissionState) -> Counter[str]:
    """Record → places a reviewer has commented on; empty once it is proposed again."""
    if state not in (SubmissionState.RETURNED, SubmissionState.DRAFT):
        return Counter()
    return Counter(str(record) for record, _ in places_asked_about(moves) if record is not None)


def item_status(row: RecordRow, period: str) -> ItemStatus:
    """How far a record is in a period: what is wrong comes before its mark."""
    return status_of(row.content.get(MARK + period), errors=row.errors, warnings=row.warnings, done=row.done)


def status_of(mark: object, *, errors: int, warnings: int, done: bool) -> ItemStatus:
    """The same from a record's mark and what was found when it was saved last."""
    if mark == MarkState.NOT_RECEIVED.value:
        return ItemStatus.NOT_RECEIVED
    return _finding(errors, warnings, done) or _MARK_STATUS.get(str(mark), ItemStatus.COMPLETE)


def _finding(errors: int, warnings: int, done: bool) -> ItemStatus | None:
    """What still keeps a record from being done; boxes not yet filled are work under way, no fault."""
    if errors:
        return ItemStatus.ERROR
    if warnings:
        return ItemStatus.WARNING
    return None if done else ItemStatus.DRAFT


def _register_items(
    place: Round, entries: Sequence[RecordRow], due: frozenset[str], comments: Counter[str]
) -> tuple[WorklistItem, ...]:
    """Every entry of the register: those of this round first, those ended earlier at the end."""
    period = place.key.period
    asked = [row for row in entries if row.id in due or MARK + period in row.content]
    ended = [row for row in entries if row.id not in due and MARK + period not in row.content]
    items = []
    for row in _by_place(asked):
        status = item_status(row, period)
        todo = status is ItemStatus.COMPLETE and MARK + period not in row.content
        items.append(_item(row, ItemStatus.TODO if todo else status, row.id, comments))
    return (*items, *(_item(row, ItemStatus.ENDED, row.id, comments) for row in _by_place(ended)))


def _period_items(
    place: Round,
    entries: Sequence[RecordRow],
    due: frozenset[str],
    rows: Sequence[RecordRow],
    comments: Counter[str],
) -> tuple[WorklistItem, ...]:
    """An item a record, in the register's order; an entry that is due and has none yet is still to do."""
    period = place.key.period
    own = [row for row in rows if row.entity == place.entity.key]
    by_entry: dict[str | None, list[RecordRow]] = {}
    for row in own:
        by_entry.setdefault(row.register_id, []).append(row)
    items: list[WorklistItem] = []
    for entry in _by_place(entries):
        for row in by_entry.pop(entry.id, ()):
            items.append(_item(row, item_status(row, period), RecordId(entry.id), comments))
        if entry.id in due and not any(item.register_id == entry.id for item in items[-1:]):
            items.append(_not_started(place, entry))
    for others in by_entry.values():
        items += [_item(row, item_status(row, period), _register_id(row), comments) for row in others]
    if place.entity.single and not items:
        items.append(WorklistItem(place.entity.key, None, None, place.definition.short_th, ("", None), ItemStatus.TODO))
    return tuple(items)


def _register_item(row: RecordRow) -> WorklistItem:
    return _item(row, _finding(row.errors, row.warnings, row.done) or ItemStatus.COMPLETE, row.id, Counter())


def _item(row: RecordRow, status: ItemStatus, register_id: str | None, comments: Counter[str]) -> WorklistItem:
    return WorklistItem(
        entity=EntityKey(row.entity),
        record_id=RecordId(row.id),
        register_id=RecordId(register_id) if register_id else None,
        title=row.title,
        place=(row.tambon, row.moo),
        status=status,
        errors=row.errors,
        warnings=row.warnings,
        comments=comments[row.id],
    )


def _not_started(place: Round, entry: RecordRow) -> WorklistItem:
    return WorklistItem(
        entity=place.entity.key,
        record_id=None,
        register_id=RecordId(entry.id),
        title=entry.title,
        place=(entry.tambon, entry.moo),
        status=ItemStatus.TODO,
    )


def _register_id(row: RecordRow) -> RecordId | None:
    return RecordId(row.register_id) if row.register_id else None


def _by_place(rows: Iterable[RecordRow]) -> list[RecordRow]:
    return sorted(rows, key=lambda row: (row.tambon, row.moo or 0, thai_key(row.title), row.id))


def addable_kinds(place: Round, begun: bool) -> tuple[EntityKey, ...]:
    """What a person can add: a register entry of the own dataset, an event or application, or a further line where
    one entry may have several (its category is part of what tells the lines apart)."""
    level = UnitLevel.DISTRICT if len(place.key.unit) == 4 else UnitLevel.PROVINCE
    entity = place.entity
    registers = [
        other.key for other in place.definition.entities if other.kind is EntityKind.REGISTER and level in other.levels
    ]
    if place.is_register or (entity.single and begun):
        return tuple(registers)
    own = [] if one_each(entity) else [entity.key]
    return (*own, *registers)


def round_edit_status(work: Work, place: Round, moves: tuple[Move, ...]) -> EditStatus:
    """Whether the signed-in person may edit the records of a round now."""
    row = find_submission(work.session, place.key)
    submission = to_submission(place.key, row, moves)
    return edit_status(submission, place.window, person=work.person, today=work.today)
