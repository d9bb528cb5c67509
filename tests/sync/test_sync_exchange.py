"""Sending and receiving between real stores and a real central over loopback."""

from __future__ import annotations

import threading
from dataclasses import replace

import msgspec
from sqlalchemy import select

from cdd_desktop.domain.record import content_digest
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.apply_answer import apply_answer
from cdd_desktop.operations.claim_batch import claim_batch
from cdd_desktop.operations.contact import read_handshake
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.read_history import read_history
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.settle_question import send_again, settle_conflict, settle_deletion
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.store.rows import BatchRow, ContactRow, PersonRow, ReceiptRow, RecordRow
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.outcome import SyncStep
from cdd_desktop.sync.protocol import Batch, Receipt

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}


def other(number: int) -> dict[str, str]:
    return {**ORGANISATION, "name_th": f"กลุ่มทอผ้าที่ {number}"}


def same_everywhere(*desks) -> bool:
    """Both machines hold the same records with the same content."""
    held = []
    for desk in desks:
        with desk.workplace.store.read() as session:
            rows = session.execute(_all_records()).all()
        held.append(sorted((row.id, row.rev, content_digest(row.content)) for row in rows))
    return all(one == held[0] for one in held)


def _all_records():
    return select(RecordRow.id, RecordRow.rev, RecordRow.content).where(~RecordRow.deleted)


def test_a_record_arrives_at_the_other_machine_of_the_office(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    sent = here.sync()
    assert (sent.code, sent.sent, sent.left) == ("sync-done", 1, 0)
    assert here.row(record).rev == 1
    assert here.row(record).code == "5007-OR-0001"
    assert there.sync().ok
    assert there.content(record) == here.content(record)
    assert there.row(record).title == here.row(record).title
    assert same_everywhere(here, there)


def test_another_office_receives_nothing_of_a_draft(world):
    here, elsewhere, above = world.desk("5007"), world.desk("5001"), world.desk("50")
    record = here.save(ORGANISATION)
    here.sync()
    for desk in (elsewhere, above):
        assert desk.sync().ok
        assert desk.content(record) is None


def test_the_first_contact_claims_the_enrolment_and_keeps_the_token(world):
    desk = world.desk()
    assert desk.workplace.read(read_handshake).claim is not None
    desk.sync()
    handshake = desk.workplace.read(read_handshake)
    assert handshake.claim is None
    assert handshake.token
    assert handshake.cursor
    assert desk.sync().ok


def test_people_and_contacts_come_with_a_pull(world):
    province, district = world.desk("50"), world.desk("5007")
    district.sync()
    province.sync()
    with province.workplace.store.read() as session:
        assert session.get_one(ContactRow, "5007").last_contact_at is not None
        assert session.get_one(PersonRow, district.enrolment.people[0].id).unit == "5007"


def test_several_saves_travel_as_one_change(world):
    desk = world.desk()
    record = desk.save(ORGANISATION)
    desk.save({"chair_name": "คนที่สอง"}, record)
    desk.save({"chair_name": "คนที่สาม"}, record)
    claimed = desk.workplace.do(claim_batch)
    [group] = msgspec.json.decode(claimed.body, type=Batch).groups
    [change] = group.changes
    assert (change.first, change.n, change.patch["chair_name"]) == (1, 3, "คนที่สาม")
    assert desk.sync().sent == 3
    assert desk.states() == []


def test_a_batch_without_a_receipt_is_claimed_again_byte_for_byte(world):
    desk = world.desk()
    record = desk.save(ORGANISATION)
    first = desk.workplace.do(claim_batch)
    desk.save({"chair_name": "คนใหม่"}, record)
    assert desk.workplace.do(claim_batch) == first
    assert desk.sync().batches == 2
    assert desk.states() == []


def test_a_large_outbox_goes_in_batches_below_the_limits(world):
    desk = world.desk()
    for number in range(7):
        desk.save({**other(number), "remark": "ก" * 300})
    small = desk.workplace.do(claim_batch, limit=3)
    assert small.saves == 3
    assert desk.sync().batches == 2
    desk.save({**other(100), "remark": "ก" * 3000})
    desk.save(other(101))
    assert desk.workplace.do(claim_batch, max_bytes=1000).saves == 1


def test_edits_of_different_fields_merge_by_themselves(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    here.sync()
    there.sync()
    here.save({"chair_name": "ประธานคนใหม่"}, record)
    there.save({"remark": "ย้ายที่ทำการ"}, record)
    here.sync()
    there.sync()
    here.sync()
    assert here.content(record)["remark"] == "ย้ายที่ทำการ"
    assert there.content(record)["chair_name"] == "ประธานคนใหม่"
    assert same_everywhere(here, there)


def _contested(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    here.sync()
    there.sync()
    here.save({"chair_name": "ชื่อจากเครื่องแรก"}, record)
    there.save({"chair_name": "ชื่อจากเครื่องสอง", "remark": "หมายเหตุเครื่องสอง"}, record)
    here.sync()
    outcome = there.sync()
    assert (outcome.code, outcome.needs_you, outcome.left) == ("sync-done", 1, 0)
    [question] = there.workplace.read(read_outbox).needs_you
    assert question.status == "conflict"
    assert question.mine == {"chair_name": "ชื่อจากเครื่องสอง"}
    assert question.theirs == {"chair_name": "ชื่อจากเครื่องแรก"}
    assert there.content(record)["chair_name"] == "ชื่อจากเครื่องสอง"
    return here, there, record, question


def test_a_conflict_waits_for_a_person_and_mine_may_be_kept(world):
    here, there, record, question = _contested(world)
    assert there.sync().left == 0
    there.workplace.do(settle_conflict, question.id, question.mine)
    assert there.sync().needs_you == 0
    here.sync()
    assert here.content(record)["chair_name"] == "ชื่อจากเครื่องสอง"
    assert here.content(record)["remark"] == "หมายเหตุเครื่องสอง"
    assert same_everywhere(here, there)


def test_a_conflict_may_be_settled_for_the_other_side_and_the_rest_still_travels(world):
    here, there, record, question = _contested(world)
    there.workplace.do(settle_conflict, question.id, question.theirs)
    assert there.content(record)["chair_name"] == "ชื่อจากเครื่องแรก"
    there.sync()
    here.sync()
    assert here.content(record)["remark"] == "หมายเหตุเครื่องสอง"
    assert same_everywhere(here, there)
    history = there.workplace.read(read_history, record)
    assert any("ชื่อจากเครื่องสอง" in str(entry) for entry in history)


def test_typing_on_while_a_conflict_is_open_does_not_overwrite_in_silence(world):
    here, there, record, question = _contested(world)
    there.save({"chair_name": "พิมพ์ต่อ"}, record)
    assert there.sync().left == 1
    here.sync()
    assert here.content(record)["chair_name"] == "ชื่อจากเครื่องแรก"
    [question] = there.workplace.read(read_outbox).needs_you
    assert question.mine == {"chair_name": "พิมพ์ต่อ"}
    there.workplace.do(settle_conflict, question.id, question.mine)
    there.sync()
    here.sync()
    assert here.content(record)["chair_name"] == "พิมพ์ต่อ"
    assert same_everywhere(here, there)


def test_another_edit_of_the_contested_field_shows_in_the_open_question(world):
    here, there, record, question = _contested(world)
    here.save({"chair_name": "ชื่อที่สาม"}, record)
    here.sync()
    there.sync()
    [question] = there.workplace.read(read_outbox).needs_you
    assert question.theirs == {"chair_name": "ชื่อที่สาม"}
    there.workplace.do(settle_conflict, question.id, question.mine)
    assert there.sync().needs_you == 0
    here.sync()
    assert same_everywhere(here, there)


def test_an_edit_saved_while_an_older_answer_is_on_its_way_is_judged_by_what_was_known(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    here.sync()
    there.sync()
    there.save({"chair_name": "ก่อน"}, record)
    here.save({"chair_name": "อีกเครื่อง"}, record)
    here.sync()
    claimed = there.workplace.do(claim_batch)
    there.save({"chair_name": "หลัง"}, record)
    assert claimed is not None
    assert there.sync().needs_you == 1
    here.sync()
    assert here.content(record)["chair_name"] == "อีกเครื่อง"


def test_a_draft_deleted_before_it_travelled_vanishes_everywhere(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    here.workplace.do(delete_draft, record)
    here.sync()
    there.sync()
    assert here.content(record) is None
    assert there.content(record) is None
    assert here.states() == []


def test_deleted_here_and_edited_there_becomes_a_question(world):
    here, there = world.desk("50"), world.desk("50")
    key = SubmissionKey.parse("50/volunteer_anniversary/2561-r1")
    event = EntryRef(EntityKey("event"), key=key)
    record = here.save({"event_name_th": "งานวันอาสาพัฒนาตัวอย่าง"}, ref=event)
    here.sync()
    there.sync()
    here.save({"chair_name": "ยังอยู่"}, ref=replace(event, record_id=record))
    here.sync()
    there.workplace.do(delete_draft, record)
    assert there.sync().needs_you == 1
    [question] = there.workplace.read(read_outbox).needs_you
    assert question.deleting
    there.workplace.do(settle_deletion, question.id, False)
    assert there.content(record)["chair_name"] == "ยังอยู่"
    there.sync()
    assert same_everywhere(here, there)


def test_a_second_entry_with_the_same_key_is_a_question_and_goes_once_corrected(world):
    here, there = world.desk(), world.desk()
    here.save(ORGANISATION)
    twin = there.save(ORGANISATION)
    here.sync()
    assert there.sync().needs_you == 1
    [question] = there.workplace.read(read_outbox).needs_you
    assert question.code == "duplicate-key"
    there.workplace.do(send_again, question.id)
    assert there.sync().needs_you == 1
    there.save({"name_th": "กลุ่มอีกชื่อหนึ่ง"}, twin)
    assert there.sync().needs_you == 0
    here.sync()
    assert same_everywhere(here, there)


def test_the_same_answer_applied_again_changes_nothing(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    here.sync()
    there.sync()
    here.save({"chair_name": "หนึ่ง"}, record)
    here.sync()
    there.save({"chair_name": "สอง"}, record)
    answers = []
    there_gateway_answers(there, answers)
    with there.workplace.store.read() as session:
        before = (there.content(record), there.states(), session.query(ReceiptRow).count())
    for answer, batch_id in answers:
        there.workplace.do(apply_answer, answer, batch_id)
    with there.workplace.store.read() as session:
        assert (there.content(record), there.states(), session.query(ReceiptRow).count()) == before
    assert len(there.workplace.read(read_outbox).needs_you) == 1


def there_gateway_answers(desk, answers) -> None:
    """A contact whose answers are kept."""

    class Keeping(HttpGateway):
        def exchange(self, body, token):
            answer = super().exchange(body, token)
            with desk.workplace.store.read() as session:
                batch = session.query(BatchRow).order_by(BatchRow.created_at.desc(), BatchRow.id.desc()).first()
            answers.append((answer, batch.id if answer.receipt is not msgspec.UNSET or answer.packed else None))
            return answer

    gateway = Keeping([desk.address])
    assert SyncEngine(desk.workplace, gateway, desk.clock).run(threading.Event(), lambda _: None).ok
    gateway.close()


def test_the_receipt_is_kept_byte_for_byte(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    desk.sync()
    with desk.workplace.store.read() as session:
        row = session.query(ReceiptRow).one()
    receipt = msgspec.json.decode(row.bytes, type=Receipt)
    assert receipt.no == row.no == "2561-0000001"
    assert [result.status for result in receipt.results] == ["stored"]


def test_progress_tells_how_far_it_is(world):
    desk = world.desk()
    for number in range(3):
        desk.save(other(number))
    desk.sync()
    steps = [progress.step for progress in desk.progress]
    assert steps[0] is SyncStep.SENDING
    assert desk.progress[-1].sent == desk.progress[-1].total == 3


def test_a_contact_that_is_stopped_before_it_begins_sends_nothing(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    stop = threading.Event()
    stop.set()
    outcome = desk.sync(stop=stop)
    assert (outcome.code, outcome.left) == ("sync-stopped", 1)
    assert desk.sync().left == 0


def test_stopping_between_batches_keeps_what_was_answered(world):
    desk = world.desk()
    for number in range(4):
        desk.save(other(number))
    desk.workplace.do(claim_batch, limit=2)
    stop = threading.Event()
    outcome = _stop_after_the_first_answer(desk, stop)
    assert (outcome.code, outcome.batches, outcome.sent, outcome.left) == ("sync-stopped", 1, 2, 2)
    assert desk.sync().sent == 2


def _stop_after_the_first_answer(desk, stop):
    gateway = HttpGateway([desk.address])

    def watch(progress):
        if progress.sent:
            stop.set()

    try:
        return SyncEngine(desk.workplace, gateway, desk.clock).run(stop, watch)
    finally:
        gateway.close()


def test_the_journal_says_what_happened_and_counts_repeated_failures(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    world.central.stop()
    assert desk.sync().code == "no-connection"
    assert desk.sync().code == "no-connection"
    world.central.start()
    desk.sync()
    done, failed = desk.workplace.read(read_outbox).contacts
    assert (failed.code, failed.params["times"], failed.params["left"]) == ("no-connection", 2, 1)
    assert (done.code, done.params["sent"]) == ("sync-done", 1)


def test_quiet_contacts_share_one_line_of_the_journal(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    for _ in range(4):
        assert desk.sync().ok
    quiet, first = desk.workplace.read(read_outbox).contacts
    assert (first.params["sent"], quiet.params["sent"], quiet.params["times"]) == (1, 0, 3)
