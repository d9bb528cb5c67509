"""Central restored from an older copy: devices keep everything and send what central lost."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, func, select
from sync_world import NOW
from test_sync_submissions import EVENT, EVENT_KEY

from cdd_desktop.central.keeping.backup import restore_backup, write_backup
from cdd_desktop.central.tables.rows import DelegationRow, DeviceRow, EnrolmentCodeRow
from cdd_desktop.central.tables.rows import PersonRow as CentralPerson
from cdd_desktop.central.tables.rows import RecordRow as CentralRecord
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.add_person import add_person
from cdd_desktop.operations.delegate import delegate, end_delegation, read_office
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import RecordRow

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}
KEY = SubmissionKey.parse("5007/saving_group/2561-q2")


def back_up(world):
    """While it serves."""
    write_backup(world.central.endpoint.database, world.folder / "backup.cddcentral", NOW)


def restore(world, epoch="the epoch after restoring"):
    """Yesterday's copy takes the place of the database, with an epoch of its own."""
    world.central.stop()
    for leftover in world.folder.glob("central.db*"):
        leftover.unlink()
    keys = world.central.endpoint.keys
    restore_backup(world.folder / "backup.cddcentral", str(world.central.database), keys, epoch)
    world.central.start()


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


def deleted_event(world):
    """Two machines of an office have heard that an event was deleted; central is restored from before that."""
    here, there = world.desk("50"), world.desk("50")
    event = here.save(EVENT, ref=EntryRef(EntityKey("event"), key=EVENT_KEY))
    assert here.sync().ok
    assert there.sync().ok
    back_up(world)
    here.workplace.do(delete_draft, event)
    assert here.sync().ok
    assert there.sync().ok
    assert there.content(event) is None
    restore(world)
    return here, there, event


@pytest.mark.parametrize("first", [0, 1])
def test_a_deletion_central_lost_is_sent_again_and_not_undone(world, first):
    """By the machine that deleted it as by one that has only heard of it, whichever comes first."""
    *desks, event = deleted_event(world)
    for desk in (desks[first], desks[1 - first], desks[first]):
        outcome = desk.sync()
        assert (outcome.code, outcome.left, outcome.needs_you) == ("sync-done", 0, 0)
        assert desk.content(event) is None
    assert outcome.checked in ("same", "repaired")
    with world.central.endpoint.database.read() as session:
        assert session.get_one(CentralRecord, event).deleted


def test_an_entry_edited_after_the_restore_is_not_deleted_without_a_question(world):
    here, there, event = deleted_event(world)
    with there.workplace.store.write() as session:  # this machine has never heard of the deletion
        row = session.get_one(RecordRow, event)
        row.deleted, row.content, row.rev = False, dict(EVENT), 1
    assert there.sync().ok
    ref = EntryRef(EntityKey("event"), key=EVENT_KEY, record_id=event)
    there.save({"venue": "แก้หลังสำรอง"}, ref=ref)
    assert there.sync().ok
    outcome = here.sync()
    assert (outcome.code, outcome.needs_you) == ("sync-done", 1)
    with world.central.endpoint.database.read() as session:
        assert not session.get_one(CentralRecord, event).deleted


def test_a_machine_that_came_after_the_backup_shows_its_claim_again(world):
    desk = world.desk()
    back_up(world)
    first = desk.save(ORGANISATION)
    assert desk.sync().ok
    second = desk.save({**ORGANISATION, "name_th": "กลุ่มที่ยังไม่ส่ง"})
    restore(world)
    outcome = desk.sync()
    assert (outcome.code, outcome.left, outcome.needs_you, outcome.checked) == ("sync-done", 0, 0, "repaired")
    other = world.desk()
    other.sync()
    assert [other.content(record) for record in (first, second)] == [desk.content(record) for record in (first, second)]


def test_a_machine_whose_code_central_lost_keeps_everything_and_is_told(world):
    desk = world.desk()
    assert desk.sync().ok
    record = desk.save(ORGANISATION)
    with world.central.endpoint.database.write() as session:
        for row in (DeviceRow, EnrolmentCodeRow):
            session.execute(delete(row))
    outcome = desk.sync()
    assert (outcome.code, outcome.left) == ("login-refused", 1)
    assert desk.content(record)["chair_name"] == ORGANISATION["chair_name"]
