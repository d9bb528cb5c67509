"""A delegation between two machines of an office, and the mark it leaves with everyone who sees the certification."""

from __future__ import annotations

from datetime import timedelta

from cdd_desktop.central.tables.rows import PersonRow
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.delegate import delegate, end_delegation, read_office
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.read_review import read_review
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.store.meta import Meta, write_meta

KEY = SubmissionKey.parse("5007/saving_group/2561-q2")


def delegated_office(world):
    """The head at one machine has let the officer at the other one act, and both have heard of it."""
    there, here = world.desk(), world.desk()
    here.sync()
    here.as_person(1)
    today = world.clock.now().date()
    here.workplace.do(delegate, there.workplace.person.id, today, today + timedelta(days=2), "คำสั่งที่ 12/2561")
    assert here.sync().ok
    assert there.sync().ok
    return here, there


def certified_by_the_officer(there):
    there.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    assert there.workplace.read(check_submission, KEY).acting
    there.workplace.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)


def test_the_officer_at_the_other_machine_certifies_and_everyone_sees_for_whom(world):
    here, there = delegated_office(world)
    certified_by_the_officer(there)
    assert there.sync().needs_you == 0
    assert there.workplace.read(view_of, KEY).delivery is Delivery.RECEIVED
    here.sync()
    province = world.desk("50")
    province.sync()
    for desk in (there, here, province):
        sheet = desk.workplace.read(read_review, KEY)
        assert sheet.submission.state is SubmissionState.CERTIFIED
        assert [move.delegated for move in sheet.submission.moves] == [False, True]
        assert sheet.delegated
    assert province.workplace.read(read_office).delegations == ()


def test_certified_offline_before_the_head_ended_it_is_taken(world):
    here, there = delegated_office(world)
    certified_by_the_officer(there)
    world.clock.advance(timedelta(hours=3))
    (held,) = here.workplace.read(read_office).delegations
    here.workplace.do(end_delegation, held.id)
    assert here.sync().ok
    assert there.sync().needs_you == 0
    assert there.workplace.read(view_of, KEY).state is SubmissionState.CERTIFIED
    assert there.workplace.read(read_office).acting == frozenset()
    assert there.workplace.read(read_office).delegations == ()


def test_an_end_on_its_way_is_not_undone_by_a_pull(world):
    here, there = delegated_office(world)
    (held,) = here.workplace.read(read_office).delegations
    here.workplace.do(end_delegation, held.id)
    here.workplace.do(forget_cursor)
    assert here.sync().ok
    assert here.workplace.read(read_office).delegations == ()
    assert there.sync().ok
    assert there.workplace.read(read_office).delegations == ()


def test_what_central_refuses_does_not_stand_here_either(world):
    here = world.desk().as_person(1)
    officer = here.enrolment.people[0]
    with world.central.endpoint.database.write() as session:
        session.get_one(PersonRow, officer.id).active = False
    today = world.clock.now().date()
    here.workplace.do(delegate, officer.id, today, today, "คำสั่งที่ 12/2561")
    assert here.sync().needs_you == 1
    assert here.workplace.read(read_office).delegations == ()
    (question,) = here.workplace.read(read_outbox).needs_you
    assert question.code == "person-not-at-central"


def forget_cursor(work):
    write_meta(work.session, Meta.CURSOR, "")
