"""By stick: what is written, carried, taken in and answered gives the state that the network alone would give."""

from __future__ import annotations

from datetime import timedelta

import pytest
from stick import central_takes, take, write
from test_sync_submissions import KEY, certified_nil, certify_nil, view

from cdd_desktop.central.sync.by_file import make_packs
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState, Verdict
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.carry_file import read_carried
from cdd_desktop.operations.contact import read_handshake
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.take_file import Became
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import ReceiptRow

ORGANISATION = {"org_kind": "group", "name_th": "กลุ่มทอผ้าบ้านตัวอย่าง", "chair_name": "ประธานตัวอย่าง"}


def receipts(desk) -> list[bytes]:
    with desk.workplace.store.read() as session:
        return [row.bytes for row in session.query(ReceiptRow).order_by(ReceiptRow.batch_id)]


def test_a_first_contact_by_stick_alone_and_the_receipt_comes_home(world):
    desk = world.desk()
    record = desk.save(ORGANISATION)
    certify_nil(desk)
    file = write(desk)
    assert (file.reports, file.certified, file.saves) == (1, 1, 3)
    assert view(desk).delivery is Delivery.HANDED_OVER
    assert desk.states() == ["handed_over"] * 3
    home = central_takes(world, file.data)
    taken = take(desk, home)
    assert (taken.became, taken.received, desk.states()) == (Became.APPLIED, 1, [])
    after = view(desk)
    assert (after.delivery, after.verdict, after.receipt_no) == (Delivery.RECEIVED, Verdict.ON_TIME, "2561-0000001")
    assert desk.row(record).rev == 1
    assert desk.workplace.read(read_handshake).claim is None
    assert take(desk, home).became is Became.APPLIED  # once more changes nothing
    outcome = desk.sync()
    assert (outcome.ok, outcome.batches, receipts(desk)[0][:20]) == (True, 0, b'{"no":"2561-0000001"')


def test_the_province_carries_it_and_vouches_for_the_time(world):
    """Blue at the note of custody, green at central's receipt; the note is an upper bound a wrong clock cannot move."""
    desk, province = certified_nil(world), world.desk("50")
    province.sync()
    file = write(desk)
    world.clock.advance(timedelta(days=1))
    kept = take(province, file.data, file.name)
    assert kept.became is Became.KEPT
    shown = province.workplace.read(read_carried)[0]
    assert (shown.unit, shown.contents, shown.answered_at) == (
        "5007",
        (("saving_group", "2561-q2", "0", "certify"),),
        None,
    )
    assert take(desk, kept.answer).became is Became.CUSTODY
    assert view(desk).delivery is Delivery.HANDED_OVER
    assert desk.workplace.read(read_carried)[0].custody_at == world.clock.now()
    world.clock.advance(timedelta(days=60))  # long past the due day
    outcome = province.sync()
    assert outcome.ok, outcome
    assert [(file.code, bool(file.answered_at)) for file in province.workplace.read(read_carried)] == [("", True)]
    answered = take(province, file.data, file.name)
    assert answered.became is Became.ANSWERED
    assert take(desk, answered.answer).became is Became.APPLIED
    after = view(desk)
    assert (after.delivery, after.verdict) == (Delivery.RECEIVED, Verdict.FINISHED_ON_TIME)
    assert take(desk, kept.answer).became is Became.CUSTODY
    assert view(desk).delivery is Delivery.RECEIVED


def test_a_batch_taken_by_file_and_offered_by_network_gets_the_same_receipt(world):
    desk = world.desk()
    desk.save(ORGANISATION)
    file = write(desk)
    home = central_takes(world, file.data)
    assert desk.sync().ok
    by_wire = receipts(desk)
    assert take(desk, home).became in (Became.APPLIED, Became.OLDER)
    assert receipts(desk) == by_wire
    again = central_takes(world, file.data)
    assert take(desk, again).received == 0
    assert receipts(desk) == by_wire
    assert desk.sync().ok


def test_files_arrive_in_any_order(world):
    """A later file holds what an earlier one without an answer held: none builds on another."""
    desk, other = world.desk(), world.desk()
    other.sync()
    desk.workplace.do(move_submission, KEY, MoveKind.PROPOSE, nil=True)
    first = write(desk)
    desk.as_person(1)
    desk.workplace.do(move_submission, KEY, MoveKind.CERTIFY, nil=True)
    second = write(desk)
    answers = [central_takes(world, file.data) for file in (second, first, second)]
    for home in (answers[1], answers[0], answers[2], answers[1]):
        take(desk, home)
    assert (view(desk).state, view(desk).delivery) == (SubmissionState.CERTIFIED, Delivery.RECEIVED)
    assert desk.workplace.read(read_outbox).needs_you == ()
    other.sync()
    assert [move.kind for move in view(other).moves] == [MoveKind.PROPOSE, MoveKind.CERTIFY]


def test_news_of_an_older_answer_do_not_turn_time_back(world):
    desk, other = world.desk(), world.desk()
    record = desk.save(ORGANISATION)
    desk.sync()
    other.sync()
    file = write(desk)
    other.save({"remark": "หนึ่ง"}, record)
    other.sync()
    old = central_takes(world, file.data)
    other.save({"remark": "สอง"}, record)
    other.sync()
    desk.sync()
    assert take(desk, old).became is Became.OLDER
    assert desk.content(record)["remark"] == "สอง"


def test_a_package_brings_what_the_province_decided(world):
    district, province = certified_nil(world), world.desk("50")
    district.sync()
    province.sync()
    province.workplace.do(move_submission, KEY, MoveKind.RETURN, reason="ยังไม่ครบ")
    province.sync()
    pack = next(make_packs(world.central.endpoint, "5007"))
    taken = take(district, pack, "5007.cddpack")
    assert (taken.became, view(district).state) == (Became.APPLIED, SubmissionState.RETURNED)
    assert take(district, pack).became in (Became.OLDER, Became.APPLIED)
    with pytest.raises(RefusedError) as refused:
        take(province, pack)
    assert refused.value.code == "file-not-for-us"


def test_a_copied_machine_learns_it_by_stick_and_loses_nothing(world):
    desk = world.desk()
    record = desk.save(ORGANISATION)
    desk.sync()
    copy = world.copy_of(desk)
    desk.save({"remark": "จากเครื่องแรก"}, record)
    copy.save({"chair_name": "จากสำเนา"}, record)
    assert desk.sync().ok
    file = write(copy)
    assert take(copy, central_takes(world, file.data)).became is Became.REIDENTIFIED
    assert take(copy, central_takes(world, write(copy).data)).became is Became.APPLIED
    desk.sync()
    for one in (desk, copy):
        content = one.content(record)
        assert (content["remark"], content["chair_name"]) == ("จากเครื่องแรก", "จากสำเนา")


def test_the_anchor_held_is_the_newest(world):
    desk = world.desk()
    home = central_takes(world, write(desk).data)
    world.clock.advance(timedelta(days=1))
    desk.sync()
    with desk.workplace.store.read() as session:
        newest = read_meta(session, Meta.ANCHOR)
    take(desk, home)
    with desk.workplace.store.read() as session:
        assert read_meta(session, Meta.ANCHOR) == newest
