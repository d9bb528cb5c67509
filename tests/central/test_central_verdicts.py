"""The verdict on a first receipt: the device's word, as far as its clock and central's anchors bear it out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from central_driver import Central, batch_of
from central_report import KEY, Report

from cdd_desktop.clock import BANGKOK
from cdd_desktop.sync.signing import make_anchor


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("received", "finished", "hours", "verdict"),
    [
        ("2018-04-10T23:59:59", "2018-04-10T22:00:00", 0, "on_time"),
        ("2018-04-11T00:00:00", "2018-04-10T23:59:59", 0, "finished_on_time"),
        ("2018-06-01T08:00:00", "2018-04-10T09:00:00", 0, "finished_on_time"),
        ("2018-06-01T08:00:00", "2018-04-11T00:00:01", 0, "late"),
        ("2018-06-01T08:00:00", "2018-04-10T09:00:00", 24 * 90, "late"),
        ("2018-04-10T08:00:00", "2019-04-10T09:00:00", 24 * 365, "on_time"),
    ],
)
def test_verdicts(central: Central, received: str, finished: str, hours: int, verdict: str) -> None:
    report = Report(central.device("5007"))
    due = report.window.due_on
    shift = datetime.combine(due, datetime.min.time(), BANGKOK) - at("2018-04-10")
    report.enter()
    central.clock.advance(at(received) + shift - central.clock.now())
    moves = report.propose(), report.certify(at=at(finished) + shift)
    reading = (central.clock.now() + timedelta(hours=hours)).isoformat()
    report.device.exchange(batch_of(report.moves(*moves)), clock=reading)
    assert report.device.submissions[KEY].verdict == verdict


@pytest.mark.parametrize(
    ("anchored", "forged", "verdict"),
    [
        ("2018-04-10T09:00:00", "", "finished_on_time"),
        ("2018-04-10T12:30:00", "", "late"),  # central itself had spoken to the machine after "its" certifying
        ("2018-04-10T12:30:00", "x", "finished_on_time"),  # no anchor of central's says nothing
    ],
)
def test_a_certifying_lies_after_the_anchor_it_was_made_under(
    central: Central, anchored: str, forged: str, verdict: str
) -> None:
    report = Report(central.device("5007"))
    shift = datetime.combine(report.window.due_on, datetime.min.time(), BANGKOK) - at("2018-04-10")
    report.enter()
    central.clock.advance(at("2018-06-01T08:00:00") + shift - central.clock.now())
    instant = (at(anchored) + shift).isoformat()
    anchor = make_anchor(instant, report.device.id, central.endpoint.keys.signer)
    certified = report.certified(anchor=f"{forged}{anchor}")
    propose = report.propose()
    certify = report.certify(at=at("2018-04-10T11:00:00") + shift, certification=certified)
    results = report.device.send(report.moves(propose, certify))
    assert [result.status for result in results] == ["stored", "stored"], results
    assert report.device.submissions[KEY].verdict == verdict
