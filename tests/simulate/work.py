"""What people do: each verb of a plan by the operations the screens use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.record import MARK, Content, MarkState, Value
from cdd_desktop.domain.submission import MoveKind, SubmissionKey
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.geography import geography
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId
from cdd_desktop.operations.add_person import add_person
from cdd_desktop.operations.attach_photo import attach_photo
from cdd_desktop.operations.delegate import delegate, end_delegation, read_office
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.settle_question import send_again, settle_conflict, settle_deletion, take_note
from cdd_desktop.operations.views import EntryRef, NeedsYou
from cdd_desktop.samples.office import SampleOffice, Sizes
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submission_rows import SubmissionRow

from .machines import Machine
from .plan import Event

if TYPE_CHECKING:
    from .world import World

ORGANIZATION, SAVING = "organization", "saving_group"
_FIELDS = {
    "organization": ("chair_name", "main_activity", "remark", "chair_phone", "capital", "name_th"),
    "group": ("chair_name", "remark", "chair_phone"),
    "quarter": ("remark", "problem_th"),
    "leader": ("remark", "position_th", "expertise"),
}
PHOTO_BYTES = 70_000
"""More than a first piece."""
_SAMPLES = Sizes(organizations=9, saving_groups=9, villages_per_tambon=2)

Verb = Callable[["World", Machine, Event], str]


def key(unit: str, dataset: str) -> SubmissionKey:
    return SubmissionKey.parse(f"{unit}/{dataset}/2561-{'r1' if dataset == ORGANIZATION else 'q4'}")


@cache
def _samples(unit: str, dataset: str) -> tuple[dict[str, Any], ...]:
    """What entries of an office look like: of its register, or of the quarter of its savings groups."""
    office = SampleOffice(geography().unit(unit), _SAMPLES, seed=1, catalogue=load_catalogue(), geography=geography())
    return tuple(dict(record.content) for record in office.register(dataset))


_QUARTER = {
    "data_as_of": "2018-08-31",
    "members_male": 70,
    "members_female": 85,
    "saving_balance": 24343580,
    "special_balance": 0,
    "reserve_fund": 973743,
    "welfare_fund": 608589,
    "other_capital": 0,
    "borrowers": 45,
    "loan_outstanding": 15062631,
    "loan_issued": 1894215,
    "loan_repaid": 1841939,
    "overdue_borrowers": 0,
    "overdue_amount": 0,
    "cash_bank": 10863281,
    "activities": ["lending"],
    "health_level": "3",
}


def rows(machine: Machine, *entities: str) -> list[RecordRow]:
    """The office's live entries on a machine, in the order of their ids."""
    with machine.store.read() as session:
        query = select(RecordRow).where(RecordRow.unit == machine.unit, ~RecordRow.deleted)
        if entities:
            query = query.where(RecordRow.entity.in_(entities))
        found = list(session.scalars(query.order_by(RecordRow.id)))
        session.expunge_all()
    return found


def _pick(found: list[Any], number: int) -> Any:
    return found[number % len(found)] if found else None


def enter(world: World, machine: Machine, event: Event) -> str:
    dataset = SAVING if event.b % 3 == 0 and len(machine.unit) == 4 else ORGANIZATION
    entity = "group" if dataset == SAVING else "organization"
    content = dict(_pick(list(_samples(machine.unit, dataset)), event.a))
    if event.b % 8:
        content["name_th"] += f" {event.c}"
    ref = EntryRef(EntityKey(entity), dataset=DatasetKey(dataset))
    world.save(machine, ref, content)
    return entity


def edit(world: World, machine: Machine, event: Event) -> str:
    row = _pick(rows(machine), event.a)
    if row is None:
        return "-"
    path = _pick(list(_FIELDS[row.entity]), event.b)
    values = {"chair_phone": f"08{event.c:08d}", "capital": event.c * 100}
    value = values.get(path, f"ค่าที่ {event.c}")
    if path == "remark" and event.c % 5 == 0:
        value = None
    in_round = key(machine.unit, row.dataset) if row.entity == "quarter" or event.b % 2 else None
    ref = EntryRef(EntityKey(row.entity), key=in_round, record_id=RecordId(row.id), dataset=DatasetKey(row.dataset))
    world.save(machine, ref, {path: value})
    return f"{row.entity} {path}"


def delete(world: World, machine: Machine, event: Event) -> str:
    row = _pick(rows(machine), event.a)
    if row is None:
        return "-"
    world.delete(machine, row)
    return row.entity


def photo(world: World, machine: Machine, event: Event) -> str:
    """A leader is photographed: one who is there, or a new one."""
    if len(machine.unit) != 4:
        return "-"
    row = _pick(rows(machine, "leader"), event.a) if event.b % 3 else None
    ref = EntryRef(EntityKey("leader"), record_id=RecordId(row.id) if row else None, dataset=DatasetKey("leader"))
    if row is None:
        content: Content = {"title": "mr", "first_name": f"ผู้นำ {event.c}", "last_name": f"เครื่อง {machine.number}"}
        ref = world.written(machine, 0, save_entry, ref, content).ref
    world.written(machine, 0, attach_photo, ref, "photo", Random(event.c).randbytes(PHOTO_BYTES))
    return "taken"


def mark(world: World, machine: Machine, event: Event) -> str:
    states = (MarkState.CONFIRMED, MarkState.CONFIRMED, MarkState.CHANGED, None)
    return _mark(world, machine, event, states[event.b % len(states)])


def end(world: World, machine: Machine, event: Event) -> str:
    return _mark(world, machine, event, MarkState.ENDED)


def _mark(world: World, machine: Machine, event: Event, state: MarkState | None) -> str:
    row = _pick(rows(machine, "organization"), event.a)
    if row is None:
        return "-"
    world.written(machine, 0, mark_entry, _in_round(machine, row), state)
    return str(state)


def _in_round(machine: Machine, row: RecordRow) -> EntryRef:
    return EntryRef(
        EntityKey(row.entity),
        key=key(machine.unit, row.dataset),
        record_id=RecordId(row.id),
        dataset=DatasetKey(row.dataset),
    )


def snapshot(world: World, machine: Machine, event: Event) -> str:
    register = _pick(rows(machine, "group"), event.a)
    if register is None:
        return "-"
    _snapshot(world, machine, register)
    return "quarter"


def _snapshot(world: World, machine: Machine, register: RecordRow) -> None:
    ref = EntryRef(EntityKey("quarter"), key=key(machine.unit, SAVING), register_id=RecordId(register.id))
    world.save(machine, ref, dict(_QUARTER))


def report(world: World, machine: Machine, event: Event) -> str:
    """Everything that is missing is done, then the submission is proposed."""
    dataset = _dataset(machine, event)
    if dataset == ORGANIZATION:
        path = MARK + key(machine.unit, dataset).period
        for row in rows(machine, "organization"):
            if path not in row.content:
                world.written(machine, 0, mark_entry, _in_round(machine, row), MarkState.CONFIRMED)
    else:
        done = {row.content.get("group_ref") for row in rows(machine, "quarter")}
        for row in rows(machine, "group"):
            if row.id not in done:
                _snapshot(world, machine, row)
    world.move(machine, 0, key(machine.unit, dataset), MoveKind.PROPOSE)
    return dataset


def certify(world: World, machine: Machine, event: Event) -> str:
    person = 0 if event.b % 6 == 0 else 1
    world.move(machine, person, key(machine.unit, _dataset(machine, event)), MoveKind.CERTIFY, statement="ไม่มีกลุ่มในพื้นที่")
    return str(person)


def nil(world: World, machine: Machine, event: Event) -> str:
    world.move(machine, 0, key(machine.unit, _dataset(machine, event)), MoveKind.PROPOSE, nil=True)
    return "nil"


def _dataset(machine: Machine, event: Event) -> str:
    return SAVING if event.a % 3 == 0 and len(machine.unit) == 4 else ORGANIZATION


def _step(kind: MoveKind, person: int | None) -> Verb:
    def verb(world: World, machine: Machine, event: Event) -> str:
        with machine.store.read() as session:
            found = session.execute(
                select(SubmissionRow.unit, SubmissionRow.dataset, SubmissionRow.period, SubmissionRow.state)
                .where(SubmissionRow.state != "none")
                .order_by(SubmissionRow.unit, SubmissionRow.dataset)
            ).all()
        place = _pick(found, event.a)
        if place is None:
            return "-"
        who = event.b % 2 if person is None else person
        at = SubmissionKey.parse(f"{place.unit}/{place.dataset}/{place.period}")
        world.move(machine, who, at, kind, reason="ขอให้ตรวจอีกครั้ง")
        return str(at)

    return verb


def give(world: World, machine: Machine, event: Event) -> str:
    office = machine.desk(1).read(read_office)
    to = _pick([person for person in office.people if person.id != machine.seat.people[1]], event.a)
    today = bangkok_day(machine.clock.now())
    world.act(machine, 1, delegate, to.id, today, today.replace(year=today.year + 1, day=1), "คำสั่งที่ 1")
    return "given"


def take(world: World, machine: Machine, event: Event) -> str:
    given = _pick(list(machine.desk(1).read(read_office).delegations), event.a)
    if given is None:
        return "-"
    world.act(machine, 1, end_delegation, given.id)
    return "ended"


def add(world: World, machine: Machine, event: Event) -> str:
    world.act(machine, 1, add_person, f"คนใหม่ ที่ {event.c}")
    return "added"


def settle(world: World, machine: Machine, event: Event) -> str:
    question = _pick(list(machine.desk().read(read_outbox).needs_you), event.a)
    if question is None:
        return "-"
    answer(world, machine, question, event.b % 3, event.c)
    return f"{question.status} {question.code}"


def _gone_along(before: Content, after: Content, chosen: Content) -> dict[str, Value]:
    """What changed beside the paths that were asked about: the parts of an ending go with its mark."""
    return {path: after.get(path) for path in {*before, *after} - {*chosen} if before.get(path) != after.get(path)}


def answer(world: World, machine: Machine, question: NeedsYou, choice: int, number: int) -> None:
    """Answer a question: mine (0), theirs (1) or a third value (2)."""
    record = question.record_id
    if record is None:
        operation = send_again if question.key is None and choice else take_note
        world.act(machine, 0, operation, question.id, noted=lambda _: machine.answered.add(question.id))
    elif question.deleting and question.status == "conflict":
        remove = choice == 0
        decided = partial(world.decided_deletion, machine, record, question, remove=remove)
        world.act(machine, 0, settle_deletion, question.id, remove, noted=lambda _: decided())
    elif question.status == "conflict" and question.theirs:
        third = {path: f"ค่าที่ {number}" if _is_text(path) else value for path, value in question.mine.items()}
        chosen = (question.mine, question.theirs, third)[choice]
        chose = partial(_chose, world, machine, question, dict(chosen), world.content(machine, record))
        world.act(machine, 0, settle_conflict, question.id, dict(chosen), noted=lambda _: chose())
    elif question.code == "duplicate-key":
        _rename(world, machine, record, number)
    else:
        world.act(machine, 0, send_again, question.id)


def _chose(world: World, machine: Machine, question: NeedsYou, chosen: Content, before: Content) -> None:
    """The ledger of a decision: what was chosen, and what went along with it."""
    record = question.record_id
    assert record is not None
    world.ledger.choose(machine.number, record, chosen, question.mine, question.theirs)
    world.ledger.write(machine.number, record, _gone_along(before, world.content(machine, record), chosen), before)


def _rename(world: World, machine: Machine, record: str, number: int) -> None:
    row = next((row for row in rows(machine) if row.id == record), None)
    if row is None:
        return
    if row.entity == "quarter":
        world.delete(machine, row)
        return
    ref = EntryRef(EntityKey(row.entity), record_id=RecordId(row.id), dataset=DatasetKey(row.dataset))
    world.save(machine, ref, {"name_th": f"{row.content.get('name_th', '')} ({machine.number}-{number})"})


def _is_text(path: str) -> bool:
    return path in ("chair_name", "main_activity", "remark", "name_th", "problem_th")


VERBS: dict[str, Verb] = {
    "enter": enter,
    "edit": edit,
    "delete": delete,
    "mark": mark,
    "end": end,
    "snapshot": snapshot,
    "report": report,
    "certify": certify,
    "nil": nil,
    "take-back": _step(MoveKind.TAKE_BACK, 0),
    "re-open": _step(MoveKind.REOPEN, 1),
    "return": _step(MoveKind.RETURN, None),
    "accept": _step(MoveKind.ACCEPT, 0),
    "approve": _step(MoveKind.APPROVE, 1),
    "delegate": give,
    "end-delegation": take,
    "add-person": add,
    "settle": settle,
    "photo": photo,
}
