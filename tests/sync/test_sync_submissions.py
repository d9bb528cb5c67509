"""A submission's way through real parts: proposed, certified, received, reviewed, and what becomes of refusals."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from stick import central_takes, take, write

from cdd_desktop.domain.remarks import said_by_place
from cdd_desktop.domain.submission import Delivery, MoveKind, ReviewComment, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.answer_comments import threads_of, write_answers
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_agenda import read_agenda
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.settle_question import settle_conflict, take_note
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.sync.protocol import Pulled, PulledSubmission

KEY = SubmissionKey.parse("5007/saving_group/2561-q2")


def view(desk, key=KEY):
    return desk.workplace.read(view_of, key)


def certified_nil(world):
    """The district has certified its nil report offline."""
    return certify_nil(world.desk())


def certify_nil(desk, key=KEY):
    desk.workplace.do(move_submission, key, MoveKind.PROPOSE, nil=True)
    desk.as_person(1)
    desk.workplace.do(move_submission, key, MoveKind.CERTIFY, nil=True)
    return desk


def test_a_certification_gets_its_receipt_and_verdict(world):
    desk = certified_nil(world)
    before = view(desk)
    assert (before.state, before.delivery, before.pending) == (SubmissionState.CERTIFIED, Delivery.HERE, 2)
    assert desk.sync().ok
    after = view(desk)
    assert (after.state, after.delivery, after.pending) == (SubmissionState.CERTIFIED, Delivery.RECEIVED, 0)
    assert (after.verdict, after.receipt_no, after.nil) == (Verdict.ON_TIME, "2561-0000001", True)
    assert after.received_at == world.clock.now()
    assert [move.kind for move in after.moves] == [MoveKind.PROPOSE, MoveKind.CERTIFY]


def test_the_province_sees_it_and_what_it_says_comes_back(world):
    district, province = certified_nil(world), world.desk("50")
    district.sync()
    province.sync()
    assert view(province).state is SubmissionState.CERTIFIED
    comment = ReviewComment("ขอให้ตรวจสอบอีกครั้ง")
    province.workplace.do(move_submission, KEY, MoveKind.RETURN, reason="ยังไม่ครบ", comments=[comment])
    assert province.sync().needs_you == 0
    district.sync()
    back = view(district)
    assert back.state is SubmissionState.RETURNED
    assert back.moves[-1].reason == "ยังไม่ครบ"
    assert back.moves[-1].comments == (comment,)
    assert back.moves[-1].person_name == province.enrolment.people[0].name
    assert (back.verdict, back.receipt_no) == (Verdict.ON_TIME, "2561-0000001")


@pytest.mark.parametrize("by", ["line", "stick"])
def test_an_answer_to_a_comment_goes_with_the_proposal(world, by):
    """The comment keeps its thread: who said what and when, on both ends, whichever way it went."""
    district, province = certified_nil(world), world.desk("50")
    district.sync()
    province.sync()
    record = RecordId("01890000-0000-7000-8000-000000000001")
    comment = ReviewComment("ยอดไม่ตรงสมุด", record, "members_male")
    province.workplace.do(move_submission, KEY, MoveKind.RETURN, comments=[comment])
    province.sync()
    district.sync()
    world.clock.advance(timedelta(minutes=5))
    district.as_person(0)
    answers = {"members_male": " ตรงกับสมุดเล่มใหม่ ", "members_female": "ไม่มีใครถาม"}
    district.workplace.do(write_answers, KEY, record, answers)
    [thread] = district.workplace.read(lambda work: threads_of(work, KEY, view_of(work, KEY).moves, record))
    assert (thread.path, thread.answer, thread.answered) == ("members_male", "ตรงกับสมุดเล่มใหม่", False)
    district.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    if by == "stick":
        take(district, central_takes(world, write(district).data))
    else:
        district.sync()
    province.sync()
    for desk in (district, province):
        said = said_by_place(view(desk).moves)
        assert {
            place: [(one.text, one.person_name, one.answer) for one in remarks] for place, remarks in said.items()
        } == {
            (record, "members_male"): [
                ("ยอดไม่ตรงสมุด", province.enrolment.people[0].name, False),
                ("ตรงกับสมุดเล่มใหม่", district.enrolment.people[0].name, True),
            ]
        }
        asked, answered = said[record, "members_male"]
        assert answered.at - asked.at == timedelta(minutes=5)


def test_a_second_certification_after_a_return_waits_for_its_own_receipt(world):
    district, province = certified_nil(world), world.desk("50")
    district.sync()
    province.sync()
    province.workplace.do(move_submission, KEY, MoveKind.RETURN, reason="ยังไม่ครบ")
    province.sync()
    district.sync()
    district.as_person(0)
    district.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    assert view(district).state is SubmissionState.PROPOSED
    assert district.sync().needs_you == 0
    assert view(district).state is SubmissionState.PROPOSED
    assert len(view(district).moves) == 4


def test_two_machines_move_the_same_submission(world):
    here, there = world.desk(), world.desk()
    here.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    there.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    here.sync()
    assert there.sync().needs_you == 1
    shown = view(there)
    assert shown.state is SubmissionState.PROPOSED
    assert shown.delivery is Delivery.NEEDS_YOU
    assert [move.person_id for move in shown.moves] == [here.enrolment.people[0].id]
    [question] = there.workplace.read(read_outbox).needs_you
    assert (question.key, question.code) == (KEY, "submission-moved")
    there.workplace.do(take_note, question.id)
    assert view(there).delivery is Delivery.HERE
    assert there.sync().left == 0


def test_steps_stand_in_the_order_of_central_whatever_the_clocks_say(world):
    """A head returns what was proposed from a machine that is a day slow; another one certifies without knowing."""
    here, there = world.desk(), world.desk()
    here.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    here.sync()
    there.sync()
    there.as_person(1)
    world.clock.advance(timedelta(days=-1))
    there.workplace.do(move_submission, KEY, MoveKind.RETURN, reason="ขอให้ตรวจอีกครั้ง")
    there.sync()
    world.clock.advance(timedelta(days=1))
    here.as_person(1)
    here.workplace.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)
    assert here.sync().needs_you == 1
    shown = view(here)
    assert shown.state is SubmissionState.RETURNED
    assert [move.kind for move in shown.moves] == [MoveKind.PROPOSE, MoveKind.RETURN]
    assert shown.moves == view(there).moves


def test_the_outbox_lists_the_ways_of_submissions(world):
    desk = certified_nil(world)
    outbox = desk.workplace.read(read_outbox)
    assert [one.key for one in outbox.submissions] == [KEY]
    assert outbox.pending_changes == 2
    desk.sync()
    outbox = desk.workplace.read(read_outbox)
    assert outbox.pending_changes == 0
    assert outbox.last_contact_at == world.clock.now()
    assert desk.workplace.read(read_agenda).pending_changes == 0


EVENT_KEY = SubmissionKey.parse("50/volunteer_anniversary/2561-r1")


def test_a_certification_waits_behind_a_question_about_one_of_its_entries(world):
    """The decision comes first, the certification after it, and central finds the content that was certified."""
    here, there = world.desk("50"), world.desk("50")
    event = EntryRef(EntityKey("event"), key=EVENT_KEY)
    record = here.save(EVENT, ref=event)
    here.sync()
    there.sync()
    entry = replace(event, record_id=record)
    here.save({"venue": "หอประชุม"}, ref=entry)
    here.sync()
    there.save({"venue": "ศาลากลาง"}, ref=entry)
    there.workplace.do(move_submission, EVENT_KEY, MoveKind.PROPOSE)
    there.as_person(1)
    there.workplace.do(move_submission, EVENT_KEY, MoveKind.CERTIFY)
    assert there.sync().left == 1
    assert view(there, EVENT_KEY).delivery is Delivery.NEEDS_YOU
    assert view(there, EVENT_KEY).state is SubmissionState.CERTIFIED
    [question] = there.workplace.read(read_outbox).needs_you
    there.workplace.do(settle_conflict, question.id, question.mine)
    outcome = there.sync()
    assert (outcome.left, outcome.needs_you) == (0, 0)
    assert view(there, EVENT_KEY).delivery is Delivery.RECEIVED
    assert view(there, EVENT_KEY).verdict is Verdict.LATE


def test_taking_the_other_value_after_certifying_asks_to_certify_again(world):
    here, there = world.desk("50"), world.desk("50")
    event = EntryRef(EntityKey("event"), key=EVENT_KEY)
    record = here.save(EVENT, ref=event)
    here.sync()
    there.sync()
    entry = replace(event, record_id=record)
    here.save({"venue": "หอประชุม"}, ref=entry)
    here.sync()
    there.save({"venue": "ศาลากลาง"}, ref=entry)
    there.workplace.do(move_submission, EVENT_KEY, MoveKind.PROPOSE)
    there.as_person(1)
    there.workplace.do(move_submission, EVENT_KEY, MoveKind.CERTIFY)
    there.sync()
    [question] = there.workplace.read(read_outbox).needs_you
    there.workplace.do(settle_conflict, question.id, question.theirs)
    assert there.sync().needs_you == 1
    refused = view(there, EVENT_KEY)
    assert (refused.state, refused.delivery) == (SubmissionState.PROPOSED, Delivery.NEEDS_YOU)
    there.workplace.do(move_submission, EVENT_KEY, MoveKind.CERTIFY)
    outcome = there.sync()
    assert (outcome.left, outcome.needs_you) == (0, 0)
    assert view(there, EVENT_KEY).delivery is Delivery.RECEIVED


EVENT = {
    "event_name_th": "งานวันอาสาพัฒนาชุมชนตัวอย่าง",
    "event_date": "2018-02-15",
    "organizer_level": "province",
    "host_amphoe_code": "5001",
    "venue": "สนามหน้าที่ว่าการอำเภอ",
    "chair_name": "ประธานตัวอย่าง",
    "chair_position": "ผู้ว่าราชการจังหวัด",
    "activities": ["exhibition"],
    "att_leader_male": 10,
    "att_leader_female": 20,
    "att_volunteer": 30,
    "budget_cdd": 1000000,
    "result_th": "จัดกิจกรรมแล้วเสร็จ",
}


def test_a_nil_proposal_that_waits_keeps_its_mark_when_something_older_is_pulled(world):
    desk = world.desk()
    desk.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    older = PulledSubmission(unit=KEY.unit, dataset=KEY.dataset, period=KEY.period, state="draft", rev=1)
    desk.workplace.do(apply_pulled, Pulled(submissions=[older]), epoch="e", touched=Touched())
    assert (view(desk).state, view(desk).nil) == (SubmissionState.PROPOSED, True)
    desk.workplace.do(move_submission, KEY, MoveKind.TAKE_BACK)
    desk.workplace.do(apply_pulled, Pulled(submissions=[older]), epoch="e", touched=Touched())
    assert (view(desk).state, view(desk).nil) == (SubmissionState.DRAFT, False)
