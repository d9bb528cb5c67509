"""Delegations at central: who may give one, what it opens and for which instants, who is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from central_driver import Central, Device, batch_of, new_id
from central_report import KEY, Report

from cdd_desktop.central.desk.enrolments import NewPerson
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.person import Role
from cdd_desktop.sync.protocol import DelegationChange, PulledDelegation, Result


@pytest.fixture
def report(central: Central) -> Report:
    report = Report(central.device("5007"))
    report.enter()
    return report


def given(device: Device, **other: Any) -> DelegationChange:
    """The head lets the officer act on the day of the tests' clock and the day after."""
    today = device.central.clock.now().astimezone(BANGKOK).date()
    fields: dict[str, Any] = {
        "id": new_id(),
        "to": device.person("officer"),
        "from_on": today.isoformat(),
        "until_on": (today + timedelta(days=1)).isoformat(),
        "reason": "คำสั่งที่ 12/2561",
        "person": device.person("head"),
        "at": to_text(device.central.clock.now()),
        **other,
    }
    return DelegationChange(n=device.next(), **fields)


def send(device: Device, *changes: DelegationChange, unit: str = "") -> list[Result]:
    return device.send(device.group(*changes, unit=unit or device.unit, dataset="", entity="", form=0))


def pulled(device: Device) -> list[PulledDelegation]:
    """What a device that has nothing yet is told of delegations."""
    device.cursor = ""
    return device.exchange().pulled.delegations


def certify(report: Report, **other: Any) -> Result:
    officer = {"role": "officer", "delegated": True, **other}
    certification = report.certified(delegated=officer["delegated"])
    return report.device.send(report.moves(report.certify(certification=certification, **officer)))[0]


def test_the_one_who_proposed_certifies_only_under_a_delegation(report: Report) -> None:
    device = report.device
    device.send(report.moves(report.propose()))
    assert certify(report).code == "move-refused"
    assert [result.status for result in send(device, given(device))] == ["stored"]
    assert certify(report, delegated=False).code == "move-refused"  # it must say so
    assert certify(report).status == "stored"
    assert [(move.move, move.delegated) for move in device.submissions[KEY].moves] == [
        ("propose", False),
        ("certify", True),
    ]
    province = device.central.device("50")
    assert province.submissions[KEY].moves[-1].delegated


def test_it_counts_when_the_step_was_made_not_when_it_arrives(report: Report) -> None:
    device = report.device
    clock = device.central.clock
    change = given(device)
    made_at, day_before = clock.now(), clock.now() - timedelta(days=1)
    send(device, change)
    device.send(report.moves(report.propose()))
    clock.advance(timedelta(days=30))
    assert certify(report, at=day_before).code == "move-refused"
    assert certify(report, at=clock.now()).code == "move-refused"
    assert certify(report, at=made_at).status == "stored"


def test_what_was_done_before_an_early_end_stands(report: Report) -> None:
    device = report.device
    clock = device.central.clock
    change = given(device)
    send(device, change)
    device.send(report.moves(report.propose()))
    before = clock.now() + timedelta(hours=1)
    clock.advance(timedelta(hours=2))
    end = msgspec.structs.replace(change, n=device.next(), ended=True, at=to_text(clock.now()))
    assert send(device, end)[0].status == "stored"
    later = msgspec.structs.replace(end, n=device.next(), at=to_text(clock.now() + timedelta(hours=1)))
    assert send(device, later)[0].status == "same"
    assert certify(report, at=clock.now()).code == "move-refused"
    assert certify(report, at=before).status == "stored"
    assert datetime.fromisoformat(pulled(device)[0].ended_at) == clock.now()


def test_a_delegation_goes_to_machines_of_the_same_office_only(report: Report) -> None:
    device = report.device
    change = given(device)
    send(device, change)
    (told,) = pulled(device.central.device("5007"))
    assert (told.id, told.to, told.from_on, told.until_on) == (change.id, change.to, change.from_on, change.until_on)
    assert told.given_by == device.person("head")
    assert pulled(device.central.device("50")) == []
    assert pulled(device.central.device("5001")) == []


def test_what_is_no_delegation_is_refused(central: Central) -> None:
    device, other = central.device("5007"), central.device("5001")
    cases: list[tuple[dict[str, Any], str]] = [
        ({"person": device.person("officer")}, "delegation-not-head"),
        ({"person": other.person("head")}, "person-not-at-central"),
        ({"to": device.person("head")}, "delegation-not-officer"),
        ({"to": other.person("officer")}, "person-not-at-central"),
        ({"until_on": "2017-01-01"}, "delegation-days"),
        ({"until_on": "20180318"}, "change-unreadable"),
        ({"from_on": "soon"}, "change-unreadable"),
        ({"at": ""}, "change-unreadable"),
        ({"id": "1"}, "id-unreadable"),
        ({"ended": True}, "delegation-unknown"),
    ]
    for fields, code in cases:
        assert [result.code for result in send(device, given(device, **fields))] == [code], fields
    assert send(device, given(device), unit="5001")[0].code == "not-your-unit"
    assert pulled(device) == []


def test_twice_is_once(central: Central) -> None:
    device = central.device("5007")
    change = given(device)
    again = msgspec.structs.replace(change, n=device.next())
    assert [result.status for result in send(device, change, again)] == ["stored", "same"]
    people = (NewPerson("นางสาวอีกคน ตัวอย่าง", Role.OFFICER), NewPerson("นายหัวหน้า ตัวอย่าง", Role.HEAD))
    second = central.device("5007", central.enrol("5007", *people))
    reused = msgspec.structs.replace(change, n=second.next(), to=second.person("officer"))
    assert send(second, reused)[0].code == "id-reused"


def test_a_delegation_before_its_first_use_in_the_same_batch(report: Report) -> None:
    device = report.device
    delegation = device.group(given(device), dataset="", entity="", form=0)
    moves = report.moves(
        report.propose(), report.certify(role="officer", delegated=True, certification=report.certified())
    )
    answer = device.exchange(batch_of(delegation, moves))
    assert {result.status for result in device.receipt(answer).results} == {"stored"}
