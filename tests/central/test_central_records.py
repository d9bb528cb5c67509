"""Edits of records: stored, same, merged, in conflict, refused; replays, natural keys, codes, tombstones."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from central_driver import Central, batch_of, new_id

from cdd_desktop.central.tables.rows import ChangeRow, RecordRow

GROUP = {"name_th": "กลุ่มออมทรัพย์บ้านตัวอย่าง", "tambon_code": "500701", "moo": 3}


def test_an_edit_is_stored_and_gets_a_code(central: Central) -> None:
    device = central.device("5007")
    record, result = device.save(GROUP)
    assert (result.status, result.rev) == ("stored", 1)
    assert device.held[record].content == GROUP
    assert device.held[record].code == "5007-SG-0001"
    _, second = device.save({**GROUP, "moo": 4})
    assert second.status == "stored"
    assert sorted(row.code for row in device.held.values()) == ["5007-SG-0001", "5007-SG-0002"]


def test_the_same_batch_gets_the_same_bytes(central: Central) -> None:
    device = central.device("5007")
    batch = batch_of(device.group(device.edit(new_id(), GROUP)))
    first = device.sync(batch)
    central.clock.advance(central.clock.now() - central.clock.now().replace(hour=0))
    again = device.sync(batch)
    assert bytes(first.receipt) == bytes(again.receipt)
    assert device.receipt(first).no == "2561-0000001"
    with central.endpoint.database.read() as session:
        assert session.query(RecordRow).count() == 1
        assert session.query(ChangeRow).count() == 1


def test_a_batch_id_with_other_bytes_is_refused(central: Central) -> None:
    device = central.device("5007")
    batch = batch_of(device.group(device.edit(new_id(), GROUP)))
    device.sync(batch)
    problem = device.problem(batch.replace(b'"moo":3', b'"moo":4'))
    assert (problem.status, problem.code) == (409, "batch-reused")


def test_a_change_in_another_batch_keeps_its_result(central: Central) -> None:
    device = central.device("5007")
    change = device.edit(new_id(), GROUP)
    first = device.send(device.group(change))
    again = device.send(device.group(change))
    assert first == again
    assert device.held[change.record].rev == 1


def test_a_number_with_other_contents_is_a_clone(central: Central) -> None:
    device = central.device("5007")
    record, _ = device.save(GROUP)
    forged = device.edit(record, {"moo": 9}, n=device.n)
    fine = device.edit(new_id(), {**GROUP, "moo": 8})
    problem = device.problem(batch_of(device.group(fine, forged)))
    assert (problem.status, problem.code, problem.params) == (409, "device-cloned", {"n": 1})
    assert len(central.device("5007", None).held) == 1


def test_a_clone_takes_a_new_identity_with_its_old_code_and_sends_again(central: Central) -> None:
    device = central.device("5007")
    record, _ = device.save(GROUP)
    device.id, device.token, device.cursor, device.n = new_id(), "", "", 0
    device.held.clear()
    result = device.send(device.group(device.edit(record, {**GROUP, "moo": 3})))[0]
    assert result.status == "same"
    assert device.held[record].content == GROUP


def test_a_restored_device_is_told_its_own_writes_again(central: Central) -> None:
    device = central.device("5007")
    backup = device.cursor, device.n
    record, _ = device.save(GROUP)
    device.send(device.group(device.edit(record, {"moo": 5}, base=1), device.edit(record, {"moo": 6}, base=1)))
    device.sync()
    device.cursor, device.n = backup
    device.held.clear()
    device.sync()
    assert device.held[record].content["moo"] == 6
    late = device.edit(record, {"moo": 7}, base=1)
    late = msgspec.structs.replace(late, n=2)  # a number it has used up, with contents nobody has seen
    assert device.problem(batch_of(device.group(late))).code == "device-cloned"


def test_disjoint_edits_merge_and_both_are_told(central: Central) -> None:
    enrolment = central.enrol("5007")
    first = central.device("5007", enrolment)
    second = central.device("5007")
    record, _ = first.save(GROUP)
    second.sync()
    assert first.save({"chair_name": "นางหนึ่ง ตัวอย่าง"}, record, base=1)[1].status == "stored"
    merged = second.save({"phone": "053000000"}, record, base=1)[1]
    assert (merged.status, merged.rev) == ("merged", 3)
    first.sync()
    expected = {**GROUP, "chair_name": "นางหนึ่ง ตัวอย่าง", "phone": "053000000"}
    assert first.held[record].content == second.held[record].content == expected


def test_the_same_field_is_a_conflict_and_nothing_is_applied(central: Central) -> None:
    first, second = central.device("5007"), central.device("5007")
    record, _ = first.save(GROUP)
    second.sync()
    first.save({"moo": 5}, record, base=1)
    conflict = second.save({"moo": 6, "name_th": "ชื่อใหม่"}, record, base=1)[1]
    assert (conflict.status, conflict.code, conflict.fields) == ("conflict", "same-fields", ["moo"])
    assert conflict.theirs == {"moo": 5}
    assert conflict.rev == 2
    first.sync()
    assert first.held[record].content == {**GROUP, "moo": 5}
    assert second.save({"moo": 5}, record, base=1)[1].status == "same"
    assert second.save({"moo": 6}, record, base=2)[1].status == "stored"


def test_a_device_that_knows_a_record_is_not_told_again(central: Central) -> None:
    device = central.device("5007")
    record, _ = device.save(GROUP)
    device.held.clear()
    device.save({"moo": 4}, record, base=1)
    assert record not in device.held
    device.cursor = ""
    device.sync()
    assert device.held[record].content["moo"] == 4


def test_a_code_on_its_way_is_not_lost_by_a_later_edit(central: Central) -> None:
    device = central.device("5007")
    before = device.cursor
    record, _ = device.save(GROUP)
    device.cursor = before
    device.held.clear()
    device.save({"moo": 4}, record)
    assert device.held[record].code == "5007-SG-0001"


def test_two_machines_with_one_natural_key_collide_visibly(central: Central) -> None:
    first, second = central.device("5007"), central.device("5007")
    record, _ = first.save(GROUP)
    twin, result = second.save({**GROUP, "name_th": "  กลุ่มออมทรัพย์บ้านตัวอย่าง "})
    assert (result.status, result.code, result.at) == ("refused", "duplicate-key", [(record, "duplicate-key")])
    elsewhere = central.device("5008")
    assert elsewhere.save({**GROUP, "tambon_code": "500801"})[1].status == "stored"
    first.save({}, record, base=1)
    first.send(first.group(first.edit(record, {}, base=2, deleted=True)))
    assert second.save(GROUP, twin)[1].status == "stored"


def test_deleting_leaves_a_tombstone_for_the_other_machine(central: Central) -> None:
    first, second = central.device("5007"), central.device("5007")
    record, _ = first.save(GROUP)
    second.sync()
    assert first.send(first.group(first.edit(record, {}, base=1, deleted=True)))[0].status == "stored"
    second.sync()
    assert second.held[record].deleted
    assert second.held[record].content == {}


def test_an_edit_beats_a_deletion_in_either_order(central: Central) -> None:
    first, second = central.device("5007"), central.device("5007")
    for delete_first in (True, False):
        record, _ = first.save({**GROUP, "moo": 10 + delete_first})
        second.sync()
        remove = first.group(first.edit(record, {}, base=1, deleted=True))
        write = second.group(second.edit(record, {"chair_name": "นายสอง ตัวอย่าง"}, base=1))
        if delete_first:
            assert first.send(remove)[0].status == "stored"
            assert second.send(write)[0].status == "merged"
        else:
            assert second.send(write)[0].status == "stored"
            refused = first.send(remove)[0]
            assert (refused.status, refused.code) == ("conflict", "edited-elsewhere")
        first.sync()
        assert not first.held[record].deleted
        assert first.held[record].content["chair_name"] == "นายสอง ตัวอย่าง"


def test_a_cell_in_a_removed_row_is_a_conflict(central: Central) -> None:
    first, second = central.device("5007"), central.device("5007")
    institute = {"name_th": "สถาบันตัวอย่าง", "tambon_code": "500701", "moo": 1}
    place = {"dataset": "fund_institute", "entity": "year", "period": "2561-y"}
    period = _period(central, "fund_institute")
    place["period"] = period
    register, _ = first.save(institute, dataset="fund_institute", entity="institute")
    row = {"institute_ref": register, "member_funds/r1": True, "member_funds/r1/members": 4}
    record, stored = first.save(row, **place)
    assert stored.status == "stored"
    second.sync()
    first.save({"member_funds/r1": None, "member_funds/r1/members": None}, record, base=1, **place)
    conflict = second.save({"member_funds/r1/name": "กองทุนหนึ่ง"}, record, base=1, **place)[1]
    assert (conflict.status, conflict.fields) == ("conflict", ["member_funds/r1"])


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        ({"patch": {"moo": 1.5}}, {}, "value-unreadable"),
        ({"patch": {"moo": 2**70}}, {}, "value-unreadable"),
        ({"patch": {"name_th": "a\x00b"}}, {}, "value-unreadable"),
        ({"patch": {"name_th": "x" * 30000}}, {}, "value-unreadable"),
        ({"patch": {"name_th": {"a": 1}}}, {}, "value-unreadable"),
        ({"patch": {"Moo; DROP": 1}}, {}, "path-unknown"),
        ({"patch": {":secret:x": 1}}, {}, "path-unknown"),
        ({"record": "1"}, {}, "id-unreadable"),
        ({"base": -1}, {}, "change-unreadable"),
        ({"at": "yesterday"}, {}, "change-unreadable"),
        ({"base": 7}, {}, "record-not-here"),
        ({}, {"unit": "5008"}, "not-your-unit"),
        ({}, {"unit": "50"}, "not-your-unit"),
        ({}, {"form": 99}, "form-unknown"),
        ({}, {"dataset": "nothing"}, "form-unknown"),
        ({}, {"entity": "nothing"}, "kind-unknown"),
        ({}, {"period": "2561-q2"}, "round-unknown"),
        ({}, {"entity": "quarter", "period": "2561-x9"}, "round-unknown"),
        ({}, {"entity": "quarter", "period": "9999-q1"}, "round-unknown"),
        ({}, {"dataset": "volunteer_anniversary", "entity": "event", "period": "2561-r1"}, "not-your-form"),
    ],
)
def test_one_bad_change_is_refused_and_the_rest_goes_on(
    sqlite_central: Central, change: dict[str, Any], place: dict[str, Any], code: str
) -> None:
    device = sqlite_central.device("5007")
    fields = msgspec.to_builtins(device.edit(new_id(), GROUP)) | change
    good = device.edit(new_id(), {**GROUP, "moo": 7})
    bad = device.group(**place)
    body = {
        "id": new_id(),
        "groups": [msgspec.to_builtins(bad) | {"changes": [fields]}, msgspec.to_builtins(device.group(good))],
    }
    receipt = device.receipt(device.sync(msgspec.json.encode(body)))
    assert [(result.status, result.code) for result in receipt.results] == [("refused", code), ("stored", "")]


def test_an_unreadable_change_is_refused_by_its_number(central: Central) -> None:
    device = central.device("5007")
    good = msgspec.to_builtins(device.edit(new_id(), GROUP))
    group = msgspec.to_builtins(device.group())
    group["changes"] = [{"t": "z", "n": 70}, {"t": "e", "n": 71, "record": 5}, good]
    results = device.receipt(device.sync(msgspec.json.encode({"id": new_id(), "groups": [group]}))).results
    assert [(result.n, result.status, result.code) for result in results] == [
        (70, "refused", "change-unreadable"),
        (71, "refused", "change-unreadable"),
        (1, "stored", ""),
    ]


def test_a_refused_change_is_tried_again_in_another_batch(central: Central) -> None:
    device = central.device("5007")
    record = new_id()
    late = device.edit(record, {"moo": 4}, base=1)
    assert device.send(device.group(late))[0].code == "record-not-here"
    device.send(device.group(device.edit(record, GROUP)))
    assert device.send(device.group(late))[0].status == "same"
    assert device.held[record].content["moo"] == 3


def test_a_record_cannot_move_to_another_place(central: Central) -> None:
    device, other = central.device("5007"), central.device("5008")
    record, _ = device.save(GROUP)
    assert device.save({"moo": 5}, record, base=1, dataset="leader", entity="leader")[1].code == "record-elsewhere"
    assert other.save({"moo": 5}, record, base=1)[1].code == "record-elsewhere"


def _period(central: Central, dataset: str) -> str:
    with central.endpoint.database.read() as session:
        calendar = central.endpoint._shelf.books(session).calendar
    return next(window.period for window in calendar.windows(2561) if window.dataset == dataset)
