"""Central restored from an older copy: devices keep everything and send what central lost."""

from __future__ import annotations

import shutil

from sqlalchemy import func, select

from cdd_desktop.central.rows import DelegationRow, MetaRow
from cdd_desktop.central.rows import PersonRow as CentralPerson
from cdd_desktop.central.rows import RecordRow as CentralRecord
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.operations.add_person import add_person
from cdd_desktop.operations.delegate import delegate, end_delegation, read_office
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.store.meta import Meta, read_meta

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}
KEY = SubmissionKey.parse("5007/saving_group/2561-q2")


def back_up(world):
    world.central.stop()
    shutil.copy(world.central.database, world.folder / "backup.db")
    world.central.start()


def restore(world, epoch="the epoch after restoring"):
    """Yesterday's file comes back, with an epoch of its own as restoring gives it."""
    world.central.stop()
    for leftover in world.folder.glob("central.db-*"):
        leftover.unlink()
    shutil.copy(world.folder / "backup.db", world.central.database)
    world.central.start()
    with world.central.endpoint.database.write() as session:
        session.get_one(MetaRow, "epoch").value = epoch


def test_records_and_edits_central_lost_are_sent_again(world):
    here, there = world.desk(), world.desk()
    kept = here.save(ORGANISATION)
    here.sync()
    there.sync()
    back_up(world)
    lost = here.save({**ORGANISATION, "name_th": "กลุ่มที่หายไป"})
    here.save({"chair_name": "แก้หลังสำรอง"}, kept)
    here.sync()
    there.sync()
    restore(world)
    outcome = here.sync()
    assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0)
    assert here.content(kept)["chair_name"] == "แก้หลังสำรอง"
    assert there.sync().needs_you == 0
    assert there.content(kept) == here.content(kept)
    assert there.content(lost) == here.content(lost)
    with world.central.endpoint.database.read() as session:
        assert session.scalar(select(func.count()).select_from(CentralRecord)) == 2
    with here.workplace.store.read() as session:
        assert read_meta(session, Meta.REPAIR) == ""
        assert read_meta(session, Meta.EPOCH) == "the epoch after restoring"


def test_unsent_edits_survive_a_restore(world):
    here = world.desk()
    record = here.save(ORGANISATION)
    here.sync()
    back_up(world)
    here.save({"remark": "ส่งแล้วแต่หาย"}, record)
    here.sync()
    here.save({"chair_name": "ยังไม่ส่ง"}, record)
    restore(world)
    outcome = here.sync()
    assert (outcome.left, outcome.needs_you) == (0, 0)
    other = world.desk()
    other.sync()
    assert other.content(record)["remark"] == "ส่งแล้วแต่หาย"
    assert other.content(record)["chair_name"] == "ยังไม่ส่ง"


def test_steps_of_a_submission_central_lost_are_sent_again(world):
    desk = world.desk()
    desk.sync()
    back_up(world)
    desk.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    desk.as_person(1)
    desk.workplace.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)
    desk.sync()
    restore(world)
    outcome = desk.sync()
    assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0)
    view = desk.workplace.read(view_of, KEY)
    assert (view.state, view.delivery, view.pending) == (SubmissionState.CERTIFIED, Delivery.RECEIVED, 0)
    assert len(view.moves) == 2
    province = world.desk("50")
    province.sync()
    assert province.workplace.read(view_of, KEY).state is SubmissionState.CERTIFIED
    assert desk.workplace.read(read_outbox).needs_you == ()


def test_an_edit_of_a_record_central_lost_brings_the_whole_record(world):
    here = world.desk()
    here.sync()
    back_up(world)
    record = here.save(ORGANISATION)
    here.sync()
    here.save({"remark": "หลังสำรอง"}, record)
    restore(world)
    outcome = here.sync()
    assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0)
    other = world.desk()
    other.sync()
    assert other.content(record) == here.content(record)


def test_a_copied_machine_takes_an_identity_of_its_own(world):
    here = world.desk()
    kept = here.save(ORGANISATION)
    here.sync()
    copy = world.copy_of(here)
    first = here.save({**ORGANISATION, "name_th": "กลุ่มของเครื่องเดิม"})
    second = copy.save({**ORGANISATION, "name_th": "กลุ่มของเครื่องสำเนา"})
    copy.save({"remark": "จากเครื่องสำเนา"}, kept)
    assert here.sync().ok
    outcome = copy.sync()
    assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0)
    assert here.sync().ok
    for record in (kept, first, second):
        assert here.content(record) == copy.content(record)
    assert here.content(kept)["remark"] == "จากเครื่องสำเนา"


def test_people_and_delegations_central_lost_are_sent_again(world):
    here = world.desk()
    here.sync()
    back_up(world)
    here.as_person(1)
    person = here.workplace.do(add_person, "อรุณ แสงทอง").person
    today = world.clock.now().date()
    here.workplace.do(delegate, person.id, today, today, "คำสั่งที่ 12/2561")
    here.workplace.do(end_delegation, here.workplace.read(read_office).delegations[0].id)
    assert here.sync().ok
    for epoch in ("second", "third"):
        restore(world, epoch)
        outcome = here.sync()
        assert (outcome.code, outcome.sent, outcome.left, outcome.needs_you) == ("sync-done", 3, 0, 0)
        with world.central.endpoint.database.read() as session:
            assert session.get_one(CentralPerson, person.id).name == "อรุณ แสงทอง"
            assert session.scalars(select(DelegationRow)).one().ended_at


def test_a_copy_whose_number_went_into_several_saves_of_the_other_machine_is_recognised(world):
    here = world.desk()
    record = here.save(ORGANISATION)
    assert here.sync().ok
    copy = world.copy_of(here)
    copy.save({"chair_name": "จากเครื่องสำเนา"}, record)  # the same number as the first of the two below
    here.save({"remark": "จากเครื่องเดิม"}, record)
    here.save({"chair_name": "จากเครื่องเดิม"}, record)
    assert here.sync().ok
    outcome = copy.sync()
    assert (outcome.code, outcome.needs_you) == ("sync-done", 1)
    assert copy.content(record)["chair_name"] == "จากเครื่องสำเนา"


def test_several_saves_of_a_copy_meet_a_number_of_the_other_machine(world):
    here = world.desk()
    record = here.save(ORGANISATION)
    assert here.sync().ok
    copy = world.copy_of(here)
    here.save({"chair_name": "จากเครื่องเดิม"}, record)
    copy.save({"remark": "จากเครื่องสำเนา"}, record)
    copy.save({"chair_name": "จากเครื่องสำเนา"}, record)
    assert here.sync().ok
    outcome = copy.sync()
    assert (outcome.code, outcome.needs_you) == ("sync-done", 1)
    assert here.content(record)["chair_name"] == "จากเครื่องเดิม"
