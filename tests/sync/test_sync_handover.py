"""An officer who leaves: central and the other machines hear of it, and steps made before still count."""

from __future__ import annotations

from datetime import timedelta

from cdd_desktop.central.tables.rows import PersonRow as CentralPerson
from cdd_desktop.domain.submission import MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.operations.add_person import add_person, read_people
from cdd_desktop.operations.hand_over import hand_over
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.store.rows import PersonRow

KEY = SubmissionKey.parse("5007/saving_group/2561-q2")


def active_at_central(world, person):
    with world.central.endpoint.database.read() as session:
        return session.get_one(CentralPerson, person).active


def names(desk):
    return {person.id for person in desk.workplace.read(read_people)}


def test_a_leaving_reaches_central_and_the_other_machines(world):
    here, there = world.desk(), world.desk()
    leaver = here.enrolment.people[0].id
    here.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    here.as_person(1)
    successor = here.workplace.do(add_person, "อรุณ แสงทอง").person.id
    world.clock.advance(timedelta(minutes=5))
    here.workplace.do(hand_over, leaver, successor)
    outcome = here.sync()
    assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0)
    assert not active_at_central(world, leaver)
    there.sync()
    assert (leaver in names(there), successor in names(there)) == (False, True)
    assert there.workplace.read(view_of, KEY).state is SubmissionState.PROPOSED  # made before, by who has left
    assert here.sync().ok
    assert leaver not in names(here)


def test_a_step_made_before_leaving_counts_when_it_arrives_later_and_one_made_after_does_not(world):
    here, there = world.desk(), world.desk()
    leaver = there.enrolment.people[0].id
    with here.workplace.store.write() as session:  # the colleague of the other machine, as central tells
        session.merge(PersonRow(id=leaver, name="อีกเครื่อง", role="officer", unit="5007", active=True))
    there.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    world.clock.advance(timedelta(hours=1))
    here.as_person(1)
    here.workplace.do(hand_over, leaver, here.enrolment.people[1].id)
    assert here.sync().ok
    outcome = there.sync()
    assert (outcome.left, outcome.needs_you) == (0, 0)
    assert there.workplace.read(view_of, KEY).state is SubmissionState.PROPOSED
    world.clock.advance(timedelta(hours=1))
    there.workplace.do(move_submission, KEY, MoveKind.TAKE_BACK)  # the machine was still open
    there.sync()
    (question,) = there.workplace.read(read_outbox).needs_you
    assert question.code == "person-not-at-central"


def test_what_central_refuses_is_taken_back(world):
    here = world.desk()
    officer, head = (person.id for person in here.enrolment.people[:2])
    here.sync()
    here.as_person(1)
    here.workplace.do(hand_over, officer, head)
    with world.central.endpoint.database.write() as session:
        session.get_one(CentralPerson, head).active = False  # the head is no head any more
    here.sync()
    assert active_at_central(world, officer)
    assert officer in names(here)
    assert here.workplace.read(read_outbox).needs_you[0].code == "person-not-at-central"
