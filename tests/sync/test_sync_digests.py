"""What a machine and central hold is compared after each contact, by sums that cost no reading of all records."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, update
from test_sync_restore import ORGANISATION, back_up, restore
from test_sync_submissions import EVENT, EVENT_KEY

from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.rows import BucketRow, FeedRow
from cdd_desktop.central.tables.rows import RecordRow as CentralRecord
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.digest import NOTHING, Bucket, digest_of, record_digest, shifted
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.buckets import read_buckets
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.read_history import read_history
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.store.rows import BucketRow as DeskBucket
from cdd_desktop.store.rows import ChangeRow, ContactJournalRow, RecordRow

digests = st.text("0123456789abcdef", min_size=32, max_size=32)


@given(st.lists(digests), st.lists(digests))
def test_a_sum_is_the_same_in_any_order_and_gives_back_what_was_added(some, others):
    total = shifted(NOTHING, plus=[*some, *others])
    assert shifted(shifted(NOTHING, plus=reversed(others)), plus=some) == total
    assert shifted(total, minus=others) == shifted(NOTHING, plus=some)


def test_an_empty_bucket_is_none_and_every_part_counts():
    one = Bucket("leader", "2561-q1", 2, "1" * 32)
    assert digest_of([one, Bucket("leader", "", 0, NOTHING)]) == digest_of([one])
    others = [
        Bucket("leader", "2561-q2", 2, "1" * 32),
        Bucket("leader", "2561-q1", 3, "1" * 32),
        Bucket("leader", "2561-q1", 2, "2" * 32),
    ]
    assert len({digest_of([each]) for each in (one, *others)}) == 4
    assert record_digest("a", {"x": 1}) != record_digest("b", {"x": 1})


class Wire:
    """Listens to what central answers: how many records went down, request by request."""

    def __init__(self, monkeypatch):
        self.pulled: list[int] = []
        for name in ("sync", "digests"):
            monkeypatch.setattr(Endpoint, name, self._listening(getattr(Endpoint, name)))

    def _listening(self, answer):
        def listening(endpoint, body, token):
            answered = answer(endpoint, body, token)
            message = msgspec.json.decode(answered)
            self.pulled.append(len(message.get("pulled", message).get("records", ())))
            return answered

        return listening


def sums(world, unit="5007"):
    with world.central.endpoint.database.read() as session:
        rows = session.scalars(select(BucketRow).where(BucketRow.unit == unit, BucketRow.count > 0))
        return sorted((row.dataset, row.period, row.count, row.sum) for row in rows)


def held(desk):
    return sorted((one.dataset, one.period, one.count, one.sum) for one in desk.workplace.do(read_buckets))


def true_sums(world):
    """Central's sums, reckoned anew from what the rows hold."""
    endpoint, found = world.central.endpoint, {}
    vault = Vault(endpoint.keys)
    with endpoint.database.read() as session:
        for row in session.scalars(select(CentralRecord).where(CentralRecord.deleted.is_(False))):
            count, total = found.get((row.dataset, row.period), (0, NOTHING))
            digest = record_digest(row.id, vault.open(row.content))
            found[row.dataset, row.period] = (count + 1, shifted(total, plus=[digest]))
    return sorted((*place, *value) for place, value in found.items())


def last_contact(desk):
    with desk.workplace.store.read() as session:
        return session.scalars(select(ContactJournalRow).order_by(ContactJournalRow.id.desc())).first()


def test_two_machines_and_central_agree_after_edits_merges_conflicts_and_deletions(world):
    here, there = world.desk(), world.desk()
    first = here.save({**ORGANISATION, "chair_phone": "0812345678"})
    second = here.save({**ORGANISATION, "name_th": "อีกกลุ่มหนึ่ง"})
    assert here.sync().checked == "same"
    assert there.sync().checked == "same"
    here.save({"chair_name": "คนแรก"}, first)
    there.save({"village_name": "บ้านสอง"}, first)
    here.save({"remark": "ของที่นี่"}, second)
    there.save({"remark": "ของที่นั่น"}, second)
    assert here.sync().checked == "same"
    outcome = there.sync()
    assert (outcome.needs_you, outcome.checked) == (1, "")  # an open question is rightly different
    assert here.sync().checked == "same"
    assert last_contact(here).params["checked"] == "same"
    assert held(here) == sums(world) == true_sums(world)
    assert sum(count for _, _, count, _ in sums(world)) == 2
    province = world.desk("50")
    event = province.save(EVENT, ref=EntryRef(EntityKey("event"), key=EVENT_KEY))
    province.sync()
    assert held(province) == sums(world, "50") != []
    province.workplace.do(delete_draft, event)
    assert province.sync().checked == "same"
    assert held(province) == sums(world, "50") == []


def test_only_what_changed_is_read_again(world):
    desk = world.desk()
    records = [desk.save({**ORGANISATION, "name_th": f"กลุ่มที่ {number}"}) for number in range(20)]
    desk.sync()
    stale = select(func.count()).select_from(RecordRow).where(RecordRow.digested != RecordRow.version)
    desk.save({"remark": "แก้หนึ่งรายการ"}, records[0])
    with desk.workplace.store.read() as session:
        assert session.scalar(stale) == 1
        plan = session.connection().exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id FROM record WHERE digested <> version AND unit = '5007'"
        )
        assert "ix_record_undigested" in str(plan.all())
    assert desk.sync().checked == "same"
    with desk.workplace.store.read() as session:
        assert session.scalar(stale) == 0


def test_a_record_that_never_came_is_fetched(world):
    """As if a cursor had skipped it: the sums differ, the bucket is compared, and the record is taken."""
    here, there = world.desk(), world.desk()
    there.sync()
    lost = here.save(ORGANISATION)
    here.sync()
    with world.central.endpoint.database.write() as session:
        session.execute(delete(FeedRow).where(FeedRow.key == lost))
    outcome = there.sync()
    assert (outcome.checked, outcome.needs_you, outcome.left) == ("repaired", 0, 0)
    assert there.content(lost) == here.content(lost)
    assert there.sync().checked == "same"


def test_a_record_central_lost_without_a_new_epoch_is_sent_again(world):
    desk = world.desk()
    kept, lost = desk.save(ORGANISATION), desk.save({**ORGANISATION, "name_th": "หายไปจากส่วนกลาง"})
    desk.sync()
    with world.central.endpoint.database.write() as session:
        gone = session.get_one(CentralRecord, lost)
        bucket = session.get_one(BucketRow, ("5007", "organization", ""))
        bucket.count, bucket.sum = bucket.count - 1, shifted(bucket.sum, minus=[gone.digest])
        session.execute(delete(CentralRecord).where(CentralRecord.id == lost))
    outcome = desk.sync()
    assert (outcome.checked, outcome.left, outcome.needs_you) == ("repaired", 0, 0)
    assert sums(world) == true_sums(world) == held(desk)
    assert desk.row(kept).rev == 1


def test_a_value_that_went_bad_here_is_taken_from_central_or_asked_about_never_lost(world):
    here, there = world.desk(), world.desk()
    record = here.save(ORGANISATION)
    here.sync()
    there.sync()
    there.save({"chair_name": "คนที่สอง"}, record)
    there.sync()
    here.sync()
    with here.workplace.store.write() as session:  # behind central, as if a pull had been lost
        row = session.get_one(RecordRow, record)
        row.content, row.rev = {**row.content, "chair_name": "ค่าเก่า"}, 1
    outcome = here.sync()
    assert (outcome.checked, outcome.needs_you) == ("repaired", 0)
    assert here.content(record)["chair_name"] == "คนที่สอง"
    assert any(line.was.get("chair_name") == "ค่าเก่า" for line in here.workplace.read(read_history, record))
    with here.workplace.store.write() as session:  # the same revision with another value
        session.get_one(RecordRow, record).content = {**here.content(record), "chair_name": "อีกค่า"}
    outcome = here.sync()
    assert outcome.needs_you == 1
    assert here.content(record)["chair_name"] == "อีกค่า"


def test_after_a_restore_only_what_differs_travels(world, monkeypatch):
    here, there = world.desk(), world.desk()
    records = [here.save({**ORGANISATION, "name_th": f"กลุ่มที่ {number}"}) for number in range(30)]
    here.save({"chair_name": "แก้ก่อนสำรอง"}, records[3])
    here.sync()
    there.sync()
    back_up(world)
    here.save({"chair_name": "แก้หลังสำรอง"}, records[5])
    lost = here.save({**ORGANISATION, "name_th": "กลุ่มที่หายไป"})
    here.sync()
    there.sync()
    restore(world)
    before = {record: here.row(record).rev for record in records}
    wire = Wire(monkeypatch)
    outcome = here.sync()
    assert (outcome.left, outcome.needs_you, outcome.checked) == (0, 0, "repaired")
    assert sum(wire.pulled) <= 3  # the edited one, and the two that were sent again; not all thirty
    assert outcome.sent == 2
    assert there.sync().checked in ("same", "repaired")
    assert there.content(lost) == here.content(lost)
    assert there.content(records[5])["chair_name"] == "แก้หลังสำรอง"
    assert sum(wire.pulled) <= 8
    for record in records[6:]:
        row = here.row(record)
        assert (row.rev, row.epoch) == (before[record], "the epoch after restoring")
    edited = records[7]
    here.save({"chair_name": "แก้ต่อ"}, edited)
    there.save({"village_name": "บ้านหนึ่ง"}, edited)
    assert (here.sync().needs_you, there.sync().needs_you, here.sync().checked) == (0, 0, "same")
    assert here.content(edited) == there.content(edited)


def test_records_of_an_older_database_are_counted_once(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    desk.sync()
    with world.central.endpoint.database.write() as session:
        session.execute(update(CentralRecord).values(digest=""))
        session.execute(delete(BucketRow))
    with desk.workplace.store.write() as session:
        session.execute(update(RecordRow).values(digest="", digested=0, version=RecordRow.version))
        session.execute(delete(DeskBucket))
    assert desk.sync().checked == "same"
    assert sums(world) == true_sums(world) == held(desk)


def test_a_difference_nobody_can_mend_ends_in_words(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    desk.sync()
    with world.central.endpoint.database.write() as session:
        session.get_one(BucketRow, ("5007", "organization", "")).count = 7
    outcome = desk.sync()
    assert (outcome.code, outcome.checked) == ("sync-done", "different")
    assert last_contact(desk).params["checked"] == "different"
    with desk.workplace.store.read() as session:
        assert session.scalar(select(func.count()).select_from(ChangeRow).where(ChangeRow.kind == "edit")) == 1


def test_nobody_compares_for_another_office(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    desk.sync()
    province = world.desk("50")
    outcome = province.sync()
    assert outcome.checked == "same"
    assert held(province) == sums(world, "50") == []
