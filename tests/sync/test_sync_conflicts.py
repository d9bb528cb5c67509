"""Two machines of one office change the same entry: what merges is said, what is contested waits for a person."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event, select, update

from cdd_desktop.domain.record import MARK, WHY, MarkState
from cdd_desktop.domain.submission import MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.ids import DatasetKey, EntityKey
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.duplicates import merge_entries
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.parking import release_superseded
from cdd_desktop.operations.read_conflicts import Hand, read_conflicts
from cdd_desktop.operations.read_history import read_history
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.settle_question import settle_conflict, settle_deletion, settle_many, take_note
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.store.rows import OutboxRow

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}
LATER = timedelta(minutes=20)


def _pair(world):
    """The same entry on two machines."""
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    here.sync()
    there.sync()
    return here, there, record


def _contact(desk, code):
    return next(line for line in desk.workplace.read(read_outbox).contacts if line.code == code)


def _codes(desk):
    return [line.code for line in desk.workplace.read(read_outbox).contacts]


def test_a_merge_is_said_with_who_entered_what(world):
    here, there, record = _pair(world)
    here.save({"chair_name": "ประธานคนใหม่"}, record)
    entered_at = world.clock.now()
    here.sync()
    world.clock.advance(LATER)
    there.save({"remark": "ย้ายที่ทำการ"}, record)
    there.sync()
    [met] = _contact(there, "edits-merged").met
    name = here.enrolment.people[0].name
    assert (met.title, met.writers) == (there.row(record).title, ((name, ("chair_name",)),))
    told = there.workplace.read(read_history, record)[0]
    assert (told.person_name, told.at, dict(told.patch)) == (name, entered_at, {"chair_name": "ประธานคนใหม่"})
    here.sync()
    assert here.content(record) == there.content(record)
    assert "edits-merged" not in _codes(here)  # its own edit met nothing
    for _ in range(2):
        there.sync()
    assert _codes(there).count("edits-merged") == 1


def test_both_sides_are_shown_with_before_who_and_when(world):
    here, there, record = _pair(world)
    here.save({"chair_name": "ชื่อจากเครื่องแรก", "remark": "จากเครื่องแรก"}, record)
    theirs_at = world.clock.now()
    here.sync()
    world.clock.advance(LATER)
    there.save({"chair_name": "ชื่อจากเครื่องสอง", "chair_phone": "0812345678"}, record)
    there.sync()
    [conflict] = there.workplace.read(read_conflicts)
    [contested] = conflict.contested
    assert (contested.before, contested.mine, contested.theirs) == (
        "ประธานตัวอย่าง",
        "ชื่อจากเครื่องสอง",
        "ชื่อจากเครื่องแรก",
    )
    assert contested.hand == Hand(here.enrolment.people[0].name, theirs_at)
    assert conflict.hand == Hand(there.enrolment.people[0].name, world.clock.now())
    assert [(one.path, one.value, one.here) for one in conflict.joined] == [
        ("chair_phone", "0812345678", True),
        ("remark", "จากเครื่องแรก", False),
    ]

    here.save({"chair_name": "ชื่อที่สาม"}, record)
    here.sync()
    there.sync()
    [conflict] = there.workplace.read(read_conflicts)
    assert conflict.contested[0].theirs == "ชื่อที่สาม"
    assert conflict.contested[0].hand is None  # the receipt spoke of another value

    there.workplace.do(settle_conflict, conflict.question.id, {"chair_name": "ชื่อที่ตกลงกัน"})
    assert there.workplace.read(read_conflicts) == ()
    assert there.sync().needs_you == 0
    here.sync()
    assert here.content(record) == there.content(record)
    assert here.content(record)["chair_name"] == "ชื่อที่ตกลงกัน"
    assert here.content(record)["chair_phone"] == "0812345678"
    kept = str(there.workplace.read(read_history, record))
    assert all(value in kept for value in ("ชื่อจากเครื่องสอง", "ชื่อที่สาม"))


def test_many_are_answered_at_once_and_what_was_decided_meanwhile_is_passed_over(world):
    here, there = world.desk(), world.desk()
    records = [here.save({**ORGANISATION, "name_th": f"กลุ่มที่ {number}"}) for number in range(3)]
    here.sync()
    there.sync()
    for desk, name in ((here, "ของที่นี่"), (there, "ของที่โน่น")):
        for record in records:
            desk.save({"chair_name": name}, record)
        desk.sync()
    questions = [conflict.question for conflict in there.workplace.read(read_conflicts)]
    there.workplace.do(settle_conflict, questions[0].id, questions[0].mine)
    there.workplace.do(settle_many, [(one.id, dict(one.theirs)) for one in questions])
    assert there.sync().needs_you == 0
    here.sync()
    assert [here.content(record)["chair_name"] for record in records] == ["ของที่โน่น", "ของที่นี่", "ของที่นี่"]
    assert [there.content(record) for record in records] == [here.content(record) for record in records]


EVENTS = SubmissionKey.parse("50/volunteer_anniversary/2561-r1")


def _event_pair(world):
    here, there = world.desk("50"), world.desk("50")
    event = EntryRef(EntityKey("event"), key=EVENTS)
    record = here.save({"event_name_th": "งานวันอาสาพัฒนาตัวอย่าง", "chair_name": "ก่อนแก้"}, ref=event)
    here.sync()
    there.sync()
    return here, there, replace(event, record_id=record)


@pytest.mark.parametrize("remove", [True, False])
def test_deleted_here_and_edited_there_is_asked(world, remove):
    here, there, event = _event_pair(world)
    here.save({"chair_name": "ยังอยู่"}, ref=event)
    here.sync()
    there.workplace.do(delete_draft, event.record_id)
    assert there.sync().needs_you == 1
    [conflict] = there.workplace.read(read_conflicts)
    assert conflict.question.deleting
    assert [(one.path, one.before, one.theirs) for one in conflict.contested] == [("chair_name", "ก่อนแก้", "ยังอยู่")]
    assert conflict.contested[0].hand.name == here.enrolment.people[0].name
    there.workplace.do(settle_deletion, conflict.question.id, remove)
    there.sync()
    here.sync()
    assert here.content(event.record_id) == there.content(event.record_id)
    assert (here.content(event.record_id) is None) is remove


def test_edited_here_and_deleted_there_is_back_and_both_are_told(world):
    here, there, event = _event_pair(world)
    here.workplace.do(delete_draft, event.record_id)
    here.sync()
    there.save({"chair_name": "ยังอยู่"}, ref=event)
    assert there.sync().needs_you == 0
    [met] = _contact(there, "edits-merged").met
    assert met.writers == ((here.enrolment.people[0].name, (":deleted",)),)
    here.sync()
    assert here.content(event.record_id)["chair_name"] == "ยังอยู่"
    [met] = _contact(here, "entry-back").met
    assert met.title == here.row(event.record_id).title


ROUND = SubmissionKey.parse("5007/leader/2561-r1")
LEADER = {"title": "mr", "first_name": "สมชาย", "last_name": "แสนคำ", "status": "active"}


@pytest.mark.parametrize("ended_stays", [True, False])
@pytest.mark.parametrize("ended_first", [True, False])
def test_ended_here_and_confirmed_there_is_one_choice(world, ended_stays, ended_first):
    """Whoever synced first, and whichever is chosen: mark, reason, state and day of the entry go together."""
    here, there = world.desk(), world.desk()
    leader = EntryRef(EntityKey("leader"), key=ROUND)
    record = here.save(LEADER, ref=leader)
    here.sync()
    there.sync()
    leader = replace(leader, record_id=record)
    ending, confirming = (here, there) if ended_first else (there, here)
    ending.workplace.do(mark_entry, leader, MarkState.ENDED, "resigned")
    confirming.workplace.do(mark_entry, leader, MarkState.CONFIRMED)
    here.sync()
    assert there.sync().needs_you == 1
    [conflict] = there.workplace.read(read_conflicts)
    mark = MARK + ROUND.period
    assert mark in conflict.question.theirs
    wanted = MarkState.ENDED.value if ended_stays else MarkState.CONFIRMED.value
    side = conflict.question.mine if conflict.question.mine[mark] == wanted else conflict.question.theirs
    there.workplace.do(settle_conflict, conflict.question.id, dict(side))
    assert there.sync().needs_you == 0
    here.sync()
    assert here.content(record) == there.content(record)
    after = here.content(record)
    assert after[mark] == wanted
    assert (after["status"] != "active") is ended_stays
    assert (WHY + ROUND.period in after) is ended_stays
    assert ("status_date" in after) is ended_stays


def test_returned_there_and_edited_here_holds_and_is_told(world):
    """The second machine had not heard of certifying and return when it edited."""
    here, there, province = world.desk(), world.desk(), world.desk("50")
    key = SubmissionKey.parse("5007/saving_group/2561-q2")
    there.sync()
    here.workplace.do(move_submission, key, MoveKind.PROPOSE, nil=True)
    here.as_person(1)
    here.workplace.do(move_submission, key, MoveKind.CERTIFY, nil=True)
    here.sync()
    province.sync()
    province.workplace.do(move_submission, key, MoveKind.RETURN, reason="ยังไม่ครบ")
    province.sync()
    group = EntryRef(EntityKey("group"), key=key)
    record = there.save({"name_th": "กลุ่มออมทรัพย์ตัวอย่าง"}, ref=group)
    assert there.sync().needs_you == 1
    [question] = there.workplace.read(read_outbox).needs_you
    assert (question.code, question.status, question.key) == ("returned-meanwhile", "told", key)
    assert question.places == ((record, "returned-meanwhile"),)
    assert there.workplace.read(view_of, key).state is SubmissionState.RETURNED
    there.workplace.do(take_note, question.id)
    assert there.sync().needs_you == 0
    here.sync()
    assert here.content(record) == there.content(record)
    assert here.workplace.read(read_outbox).needs_you == ()


def test_claiming_asks_as_little_however_many_changes_are_parked(world):
    desk = world.desk()
    for number in range(40):
        desk.save({**ORGANISATION, "name_th": f"กลุ่มที่ {number}"})
    asked = []
    for parked in (1, 39):
        with desk.workplace.store.write() as session:
            some = select(OutboxRow.n).where(OutboxRow.state == "waiting").order_by(OutboxRow.n).limit(parked)
            session.execute(update(OutboxRow).where(OutboxRow.n.in_(some)).values(state="parked"))
        with counted(desk.workplace.store._writer) as statements:
            desk.workplace.do(release_superseded)
        asked.append(len(statements))
    assert asked == [1, 1]


@contextmanager
def counted(engine):
    statements = []

    def note(_connection, _cursor, statement, *_):
        if not statement.startswith(("BEGIN", "PRAGMA")):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def test_an_edit_of_an_entry_that_was_merged_into_another_is_asked(world):
    """Whatever box it is of: in the entry that went nobody would look for it."""
    here, there, record = _pair(world)
    stays = here.save({**ORGANISATION, "name_th": "กลุ่มทอผ้าที่คงอยู่"})
    here.sync()
    there.sync()
    ref = EntryRef(EntityKey("organization"), record_id=stays, dataset=DatasetKey("organization"))
    here.workplace.do(merge_entries, ref, record, {})
    here.sync()
    there.save({"chair_phone": "0812345678"}, record)
    assert there.sync().needs_you == 1
    [conflict] = there.workplace.read(read_conflicts)
    question = conflict.question
    assert (question.code, question.mine) == ("merged-elsewhere", {"chair_phone": "0812345678"})
    assert question.theirs == {"chair_phone": None}
    there.workplace.do(settle_conflict, question.id, dict(question.mine))
    assert there.sync().needs_you == 0
    there.save({"chair_phone": "0899999999"}, record)  # whoever has been told may write there
    assert there.sync().needs_you == 0
    here.sync()
    assert here.content(record) == there.content(record)
    assert here.content(record)["chair_phone"] == "0899999999"
