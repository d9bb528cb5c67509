"""Submissions at central: moves, certification and its refusals, verdicts, receipts, what others are told."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from central_driver import Central, Device, batch_of, new_id
from central_report import KEY, Report

from cdd_desktop.central.desk.enrolments import NewPerson
from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.books import open_books
from cdd_desktop.central.intake.ingest import ingest
from cdd_desktop.central.tables.rows import DeviceRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.person import Role


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BANGKOK)


@pytest.fixture
def report(central: Central) -> Report:
    return Report(central.device("5007"))


def test_a_submission_from_first_entry_to_its_receipt(report: Report) -> None:
    device = report.device
    assert {result.status for result in report.enter()} == {"stored"}
    draft = device.submissions[KEY]
    assert (draft.state, draft.rev, draft.expected, draft.done, draft.errors) == ("draft", 0, 2, 2, 0)
    answer = device.exchange(batch_of(report.moves(report.propose(), report.certify())))
    receipt = device.receipt(answer)
    assert [(result.status, result.rev) for result in receipt.results] == [("stored", 1), ("stored", 2)]
    held = device.submissions[KEY]
    assert (held.state, held.verdict, held.receipt_no) == ("certified", "on_time", receipt.no)
    assert held.received_at == receipt.received_at
    assert [move.move for move in held.moves] == ["propose", "certify"]
    assert held.moves[0].name == device.enrolment.people[0].name
    assert held.schedule_version == "2561-1"


def test_the_second_machine_gets_the_frozen_list_unmasked_and_the_first_does_not(report: Report) -> None:
    report.send_all()
    assert not report.device.certified
    second = report.device.central.device("5007")
    assert {record for _, record in second.certified} == set(report.contents)
    assert {entry.record: entry.content for entry in second.certified.values()} == report.contents


def test_the_province_sees_counts_first_and_masked_entries_after_certifying(report: Report) -> None:
    province = report.device.central.device("50")
    report.enter()
    province.sync()
    assert province.submissions[KEY].done == 2
    assert not province.held
    assert not province.certified
    report.device.send(report.moves(report.propose(), report.certify()))
    province.sync()
    assert {record for _, record in province.certified} == set(report.contents)
    register = [entry for entry in province.certified.values() if entry.entity == "group"]
    assert {entry.content["group_code"] for entry in register} == {"5007-SG-0001", "5007-SG-0002"}
    assert not province.held


def test_a_verdict_is_set_once(report: Report) -> None:
    device, central = report.device, report.device.central
    report.send_all()
    first = device.submissions[KEY]
    province = central.device("50")
    returned = province.move("return", "provincial-officer", base=2, reason="โปรดตรวจยอด")
    assert province.send(_of(province, returned))[0].status == "stored"
    device.sync()
    assert device.submissions[KEY].state == "returned"
    assert device.submissions[KEY].verdict == "on_time"
    central.clock.advance(timedelta(days=200))
    again = device.send(report.moves(report.propose(base=3), report.certify(base=3)))
    assert [result.status for result in again] == ["stored", "stored"]
    held = device.submissions[KEY]
    assert (held.verdict, held.received_at, held.finished_at) == ("on_time", first.received_at, first.finished_at)
    assert held.certification != first.certification
    assert len(held.moves) == 5


def test_a_changed_record_refuses_the_certification_with_the_list(report: Report) -> None:
    device = report.device
    report.enter()
    quarter = report.quarter[0].id
    device.save({"note": "แก้จากอีกเครื่อง"}, quarter, base=1, entity="quarter", period="2561-q2")
    other = new_id()
    device.save({"deposits": 100}, other, entity="quarter", period="2561-q2")
    missing = new_id()
    propose = report.propose()
    certify = report.certify(certification=report.certified({**report.contents, missing: {}}))
    _, result = device.send(report.moves(propose, certify))
    assert (result.status, result.code) == ("refused", "records-differ")
    assert sorted(result.at) == sorted(
        [(missing, "record-missing"), (quarter, "record-differs"), (other, "record-unlisted")]
    )
    assert device.submissions[KEY].state == "proposed"
    assert device.submissions[KEY].received_at == ""


def test_errors_refuse_the_certification_with_record_and_rule(report: Report) -> None:
    device = report.device
    report.enter()
    quarter = report.quarter[0].id
    fields = [path for path in report.contents[quarter] if path != "group_ref"]
    broken = dict.fromkeys(fields)
    device.save(broken, quarter, base=1, entity="quarter", period="2561-q2")
    for path in fields:
        del report.contents[quarter][path]
    _, result = device.send(report.moves(report.propose(), report.certify()))
    assert (result.status, result.code) == ("refused", "rules-violated")
    assert {place for place, _ in result.at} == {quarter}
    assert {code for _, code in result.at} >= {"required"}
    device.sync()
    counted = device.submissions[KEY]
    assert (counted.errors, counted.done) == (0, counted.expected - 1)  # blanks are work left, no fault


def test_a_register_entry_left_out_refuses_the_certification(report: Report) -> None:
    device = report.device
    report.enter()
    gone = report.quarter[0].id
    device.send(report.place(device.edit(gone, {}, base=1, deleted=True)))
    del report.contents[gone]
    _, result = device.send(report.moves(report.propose(), report.certify()))
    assert (result.status, result.code) == ("refused", "rules-violated")
    assert [place for place, _ in result.at] == [report.register[0].id]


def test_nil_is_refused_where_something_is_due_and_taken_where_nothing_is(central: Central) -> None:
    report = Report(central.device("5007"))
    device = report.device
    device.send(device.group(*(report._edit(record) for record in report.register)))
    propose, certify = report.propose(), report.certify(certification=report.certified({}, nil=True, **_NOTHING))
    assert device.send(report.moves(propose, certify))[1].code == "nil-not-possible"
    empty = Report(central.device("5008"))
    assert empty.device.send(empty.moves(empty.propose(nil=True)))[0].status == "stored"
    assert empty.device.submissions[KEY.replace("5007", "5008")].nil
    certify = empty.certify(certification=empty.certified({}, nil=True, **_NOTHING))
    assert empty.device.send(empty.moves(certify))[0].status == "stored"
    assert empty.device.submissions[KEY.replace("5007", "5008")].nil


def test_an_empty_submission_wants_a_statement(central: Central) -> None:
    report = Report(central.device("5007"))
    propose, silent = report.propose(), report.certify(certification=report.certified({}, **_NOTHING))
    assert report.device.send(report.moves(propose, silent))[1].code == "statement-needed"
    said = report.certify(certification=report.certified({}, statement="ไม่มีกลุ่มออมทรัพย์ในพื้นที่", **_NOTHING))
    assert report.device.send(report.moves(said))[0].status == "stored"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"form_version": 9}, "form-unknown"),
        ({"digest": "0" * 32}, "certification-unreadable"),
        ({"today": "วันนี้"}, "certification-unreadable"),
        ({"id": "x"}, "id-unreadable"),
    ],
)
def test_an_unreadable_certification_is_refused(sqlite_central: Central, wrong: dict[str, Any], code: str) -> None:
    report = Report(sqlite_central.device("5007"))
    report.enter()
    propose = report.propose()
    certify = report.certify(certification=msgspec.structs.replace(report.certified(), **wrong))
    assert report.device.send(report.moves(propose, certify))[1].code == code


def test_a_move_on_an_old_revision_is_a_conflict(central: Central) -> None:
    report = Report(central.device("5007"))
    report.enter()
    second = central.device("5007")
    report.device.send(report.moves(report.propose()))
    late = Report(second)
    result = second.send(late.moves(late.propose(base=0)))[0]
    assert (result.status, result.code, result.theirs, result.rev) == (
        "conflict",
        "submission-moved",
        {"state": "proposed"},
        1,
    )
    assert second.send(late.moves(second.move("take_back", "officer", base=1)))[0].status == "stored"


def test_re_opening_before_the_receipt_was_seen_is_taken(report: Report) -> None:
    """Certified, re-opened and certified again without a line: one receipt, for what stands at the end."""
    device = report.device
    report.enter()
    chain = [report.propose(), report.certify(), device.move("reopen", "head", reason="แก้ตัวเลข")]
    chain += [report.propose(), report.certify()]
    assert {result.status for result in device.send(report.moves(*chain))} == {"stored"}
    held = device.submissions[KEY]
    assert (held.state, held.certification) == ("certified", chain[-1].certification.id)
    assert [move.move for move in held.moves] == ["propose", "certify", "reopen", "propose", "certify"]


def test_re_opening_a_certification_that_central_refuses_is_taken(report: Report) -> None:
    device = report.device
    report.enter()
    device.send(report.moves(report.propose()))
    wrong = report.certify(certification=report.certified({new_id(): {}}), base=1)
    chain = [wrong, device.move("reopen", "head", base=1, reason="แก้"), report.propose(base=1), report.certify(base=1)]
    assert [r.status for r in device.send(report.moves(*chain))] == ["refused", "stored", "stored", "stored"]
    assert device.submissions[KEY].state == "certified"


def test_re_opening_after_a_lost_receipt_is_taken_but_not_with_the_receipt(report: Report) -> None:
    device = report.device
    report.send_all()
    lost = device.move("reopen", "head", base=0, reason="ยังไม่เห็นใบรับ")
    assert device.send(report.moves(lost))[0].status == "stored"
    held = device.submissions[KEY]
    assert (held.state, held.verdict, bool(held.received_at)) == ("draft", "on_time", True)
    device.send(report.moves(report.propose(), report.certify()))
    known = device.move("reopen", "head", base=device.submissions[KEY].rev, reason="เห็นใบรับแล้ว")
    assert device.send(report.moves(known))[0].code == "move-refused"


def test_a_certification_re_opened_in_the_same_batch_was_never_received(report: Report) -> None:
    device = report.device
    report.enter()
    device.send(report.moves(report.propose(), report.certify(), device.move("reopen", "head", reason="แก้")))
    held = device.submissions[KEY]
    assert (held.state, held.received_at, held.certification, held.verdict) == ("draft", "", "", "")
    province = device.central.device("50")
    assert not province.certified


def test_review_by_the_province_and_what_the_district_is_told(report: Report) -> None:
    device, central = report.device, report.device.central
    report.send_all()
    province = central.device("50")
    comment = (report.quarter[0].id, "note", "โปรดอธิบาย")
    returned = province.move("return", "provincial-officer", base=2, comments=[comment])
    assert province.send(_of(province, returned))[0].status == "stored"
    device.sync()
    held = device.submissions[KEY]
    assert (held.state, held.moves[-1].comments) == ("returned", [comment])
    report.device.send(report.moves(report.propose(base=3), report.certify(base=3)))
    province.sync()
    accept = province.move("accept", "provincial-officer", base=5)
    approve = province.move("approve", "provincial-head", base=5)
    assert [r.status for r in province.send(_of(province, accept, approve))] == ["stored", "stored"]
    assert province.submissions[KEY].state == "approved"


def test_the_same_move_again_keeps_its_result(report: Report) -> None:
    device = report.device
    report.enter()
    propose = report.propose()
    first = device.send(report.moves(propose))
    assert device.send(report.moves(propose)) == first
    assert len(device.submissions[KEY].moves) == 1


def test_a_late_move_of_the_own_device_only_joins_the_history(report: Report) -> None:
    device = report.device
    report.enter()
    early, take_back = report.propose(), device.move("take_back", "officer")
    later = report.propose()
    device.send(report.moves(early))
    device.n += 1
    stored = device.send(report.moves(msgspec.structs.replace(take_back, n=device.n)))[0]
    assert stored.status == "stored"
    assert device.send(report.moves(later))[0].status == "same"
    assert device.submissions[KEY].state == "draft"


ROLES = {
    "5007": ("officer", "head"),
    "5008": ("officer", "head"),
    "50": ("provincial-officer", "provincial-head"),
    "51": ("provincial-officer", "provincial-head"),
    "00": ("department", "administrator"),
}
STATES: dict[str, list[tuple[str, str, str]]] = {
    "draft": [],
    "proposed": [("5007", "officer", "propose")],
    "certified": [("5007", "officer", "propose"), ("5007", "head", "certify")],
}
STATES["accepted"] = [*STATES["certified"], ("50", "provincial-officer", "accept")]
STATES["approved"] = [*STATES["accepted"], ("50", "provincial-head", "approve")]
STATES["returned"] = [*STATES["certified"], ("50", "provincial-officer", "return")]
LEGAL = {
    ("draft", "5007", "officer"): {"propose"},
    ("returned", "5007", "officer"): {"propose"},
    ("proposed", "5007", "officer"): {"take_back"},
    ("proposed", "5007", "head"): {"certify", "return"},
    ("certified", "50", "provincial-officer"): {"accept", "return"},
    ("accepted", "50", "provincial-head"): {"approve", "return"},
    ("approved", "50", "provincial-head"): {"return"},
}


@pytest.mark.parametrize("state", STATES)
def test_every_move_by_every_role_of_every_office(sqlite_central: Central, state: str) -> None:
    """All cells of state × office × role × move: exactly those of the product's table are taken."""
    central = sqlite_central
    devices = {unit: central.device(unit, central.enrol(unit, *_people(unit))) for unit in ROLES}
    report = Report(devices["5007"])
    report.enter()
    for unit, role, kind in STATES[state]:
        result = _step(devices[unit], report, role, kind)
        assert result.status == "stored", (state, kind, result)
    moves = ("propose", "take_back", "certify", "reopen", "return", "accept", "approve")
    taken: dict[tuple[str, str, str], set[str]] = {}
    for unit, roles in ROLES.items():
        for role in roles:
            for kind in moves:
                result = _try(central, devices[unit], report, role, kind)
                if result.status == "stored":
                    taken.setdefault((state, unit, role), set()).add(kind)
                else:
                    assert result.code in ("move-refused", "not-your-unit"), (unit, role, kind, result)
    assert taken == {cell: kinds for cell, kinds in LEGAL.items() if cell[0] == state}


class _UndoError(Exception):
    """Takes a tried move back, so that every cell starts from the same state."""


def _try(central: Central, device: Device, report: Report, role: str, kind: str) -> _Brief:
    batch = batch_of(_of(device, _a_move(device, report, role, kind)))
    results: list[Any] = []
    try:
        with central.endpoint.database.write() as session:
            row = session.get_one(DeviceRow, device.id)
            intake = Intake(session, Vault(central.endpoint.keys), open_books(()), row, central.clock.now())
            results += msgspec.json.decode(ingest(intake, batch))["results"]
            raise _UndoError
    except _UndoError:
        return msgspec.convert(results[0], type=_Brief)


class _Brief(msgspec.Struct):
    status: str
    code: str = ""


def _step(device: Device, report: Report, role: str, kind: str) -> Any:
    result = device.send(_of(device, _a_move(device, report, role, kind)))[0]
    report.device.sync()
    return result


def _a_move(device: Device, report: Report, role: str, kind: str) -> Any:
    base = report.device.submissions[KEY].rev
    certification = report.certified() if kind == "certify" else None
    return device.move(kind, role, base=base, reason="เหตุผล", certification=certification)


def _people(unit: str) -> list[NewPerson]:
    return [NewPerson(f"ผู้ใช้ {role}", Role(role)) for role in ROLES[unit]]


def _of(device: Device, *moves: Any) -> Any:
    return device.group(*moves, unit="5007", entity="", form=0, period="2561-q2")


_EMPTY = "44136fa355b3678a1146ad16f7e8649e"
_NOTHING: dict[str, Any] = {"entries": [], "digest": _EMPTY}
