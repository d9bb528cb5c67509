"""What is written with a certification reaches the offices above: the statement and the reasons of groups."""

from __future__ import annotations

from central_driver import Central
from central_report import KEY, Report


def test_statement_and_reasons_of_the_certification_in_force_are_delivered(central: Central) -> None:
    report = Report(central.device("5007"))
    report.enter()
    reasons = {"r5_x|500701": "ยังไม่ได้คัดเลือก"}
    certification = report.certified(statement="ทะเบียนว่าง", reasons=reasons)
    report.device.send(report.moves(report.propose(), report.certify(certification=certification)))
    for unit in ("50", "00"):
        held = central.device(unit).submissions[KEY]
        assert (held.statement, held.reasons) == ("ทะเบียนว่าง", reasons)
    before = report.device.submissions[KEY]
    assert (before.statement, before.reasons) == ("ทะเบียนว่าง", reasons)
