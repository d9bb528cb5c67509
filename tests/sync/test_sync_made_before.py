"""What was made before central was restored and arrives after it: it brings nothing back, and nothing of it is lost."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select
from stick import central_takes, take, write
from test_sync_link import LosesRequests, lose
from test_sync_restore import KEY, ORGANISATION, back_up, restore
from test_sync_submissions import certify_nil

from cdd_desktop.central.tables.rows import ChangeRow as CentralChange
from cdd_desktop.central.tables.rows import PersonRow
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.settle_question import take_note
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.take_file import Became

PHONE = "0812345601"


def at_central(world, device, record):
    """The numbers central knows of a machine, and the content of a record as another machine is told."""
    with world.central.endpoint.database.read() as session:
        known = session.scalar(select(func.count()).select_from(CentralChange).where(CentralChange.target == record))
    assert device.sync().checked in ("same", "repaired")
    return known, device.content(record)


def test_a_late_file_brings_nothing_back_that_somebody_gave_up(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    assert here.sync().ok
    assert there.sync().ok
    back_up(world)
    here.save({"chair_phone": PHONE}, record)
    late = write(here)
    assert here.sync().ok
    assert there.sync().ok
    there.save({"chair_phone": None}, record)
    assert there.sync().ok
    assert here.sync().ok
    restore(world)
    for desk in (here, there):
        assert desk.sync().checked == "same"
    before = at_central(world, there, record)
    answer = central_takes(world, late.data)
    take(here, answer)
    assert central_takes(world, late.data)
    assert at_central(world, there, record) == before
    assert at_central(world, here, record) == before
    assert "chair_phone" not in before[1]


def test_a_stick_from_before_a_restore_comes_home_to_be_written_again(world):
    """Nothing of it is lost, steps and their order included; nobody is asked."""
    desk = world.desk()
    record = desk.save(ORGANISATION)
    assert desk.sync().ok
    back_up(world)
    desk.save({"chair_phone": PHONE}, record)
    desk.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    desk.as_person(1)
    desk.workplace.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)
    first = write(desk)
    restore(world)
    taken = take(desk, central_takes(world, first.data))
    assert taken.became is Became.AGAIN
    assert desk.states() == ["waiting"] * 3
    second = write(desk)
    assert second.saves == first.saves
    assert take(desk, central_takes(world, second.data)).became is Became.APPLIED
    outcome = desk.sync()
    assert (outcome.left, outcome.needs_you, outcome.checked) == (0, 0, "same")
    other = world.desk()
    assert at_central(world, other, record)[1]["chair_phone"] == PHONE
    assert other.workplace.read(view_of, KEY).state is SubmissionState.CERTIFIED


def test_a_batch_the_line_lost_before_a_restore_goes_in_the_same_contact(world):
    desk = world.desk()
    record = desk.save(ORGANISATION)
    assert desk.sync().ok
    back_up(world)
    desk.save({"remark": "ที่ส่วนกลางหายไป"}, record)
    assert desk.sync().ok
    desk.save({"chair_phone": PHONE}, record)
    assert lose(desk, LosesRequests).left == 1
    restore(world)
    outcome = desk.sync()
    assert (outcome.code, outcome.left, outcome.needs_you, outcome.checked) == ("sync-done", 0, 0, "repaired")
    content = at_central(world, world.desk(), record)[1]
    assert (content["chair_phone"], content["remark"]) == (PHONE, "ที่ส่วนกลางหายไป")


def test_a_machine_that_has_never_called_knows_the_epoch_of_its_enrolment(world):
    """Its first file comes after the restore, and the machine has been there meanwhile by the line."""
    desk, other = world.desk(), world.desk()
    record = desk.save({**ORGANISATION, "chair_phone": PHONE})
    late = write(desk)
    back_up(world)
    assert desk.sync().ok
    desk.save({"chair_phone": None}, record)
    assert desk.sync().ok
    restore(world)
    assert desk.sync().ok
    central_takes(world, late.data)
    assert "chair_phone" not in at_central(world, other, record)[1]
    assert at_central(world, desk, record)[1] == other.content(record)


def test_a_field_cleared_before_a_restore_and_filled_elsewhere_is_asked_about(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    for desk in (here, there):
        assert desk.sync().ok
    back_up(world)
    here.save({"chair_phone": PHONE}, record)
    here.save({"chair_phone": None}, record)
    there.save({"chair_phone": "0812345602"}, record)
    restore(world)
    assert there.sync().ok
    assert here.sync().needs_you == 1
    (question,) = here.workplace.read(read_outbox).needs_you
    assert (dict(question.mine), dict(question.theirs)) == ({"chair_phone": None}, {"chair_phone": "0812345602"})


def test_a_waiting_step_is_judged_by_what_its_author_had_seen(world):
    """The province accepts what another certification has taken the place of, under the same revision: it is asked.
    Where central lists what it had seen, nobody is asked."""
    lost, there, province = world.desk(), world.desk(), world.desk("50")
    for desk in (lost, there, province):
        assert desk.sync().ok
    back_up(world)
    certify_nil(lost)
    assert lost.sync().ok
    assert province.sync().ok
    province.workplace.do(move_submission, KEY, MoveKind.ACCEPT)
    restore(world)
    world.clock.advance(timedelta(minutes=5))
    certify_nil(there)
    assert there.sync().ok
    assert province.sync().needs_you == 1
    (question,) = province.workplace.read(read_outbox).needs_you
    assert question.code == "submission-moved"
    assert province.workplace.read(view_of, KEY).state is SubmissionState.CERTIFIED
    province.workplace.do(take_note, question.id)
    back_up(world)
    province.workplace.do(move_submission, KEY, MoveKind.ACCEPT)
    restore(world, "one more epoch")
    outcome = province.sync()
    assert (outcome.left, outcome.needs_you) == (0, 0)
    assert province.workplace.read(view_of, KEY).state is SubmissionState.ACCEPTED


def test_a_waiting_step_goes_behind_what_it_stands_on(world):
    desk = world.desk()
    assert desk.sync().ok
    back_up(world)
    desk.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    assert desk.sync().ok
    desk.as_person(1)
    desk.workplace.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)
    restore(world)
    outcome = desk.sync()
    assert (outcome.left, outcome.needs_you, outcome.checked) == (0, 0, "same")
    shown = desk.workplace.read(view_of, KEY)
    assert (shown.state, shown.delivery) == (SubmissionState.CERTIFIED, Delivery.RECEIVED)
    assert [move.kind for move in shown.moves] == [MoveKind.PROPOSE, MoveKind.CERTIFY]


def test_a_step_sent_anew_answers_no_question(world):
    """A certifying was refused, for its head had left. Then central forgets what it stood on, and that comes once
    more: the person is still told."""
    desk = world.desk()
    assert desk.sync().ok
    back_up(world)
    desk.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    assert desk.sync().ok
    desk.as_person(1)
    desk.workplace.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)
    with world.central.endpoint.database.write() as session:
        session.get_one(PersonRow, desk.enrolment.people[1].id).active = False
    assert desk.sync().needs_you == 1
    restore(world)
    outcome = desk.sync()
    assert (outcome.left, outcome.needs_you) == (0, 1)
    (question,) = desk.workplace.read(read_outbox).needs_you
    assert question.code == "person-not-at-central"
    assert desk.workplace.read(view_of, KEY).state is SubmissionState.PROPOSED
