"""A forgotten password: the machine asks, central opens its sealed key, and a code lets the person choose a new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from central_process import CentralProcess
from demo_day import DEMO_NOW

from cdd_desktop.central.cli import main as central
from cdd_desktop.cli import main
from cdd_desktop.cli.recover import CODE
from cdd_desktop.clock import FixedClock
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.sign_in import choose_password, sign_in
from cdd_desktop.paths import profile

OLD, NEW = "the forgotten password", "a password chosen anew"


def test_who_has_forgotten_is_let_in_again_and_nobody_else_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LANGUAGE", "en")
    clock, place = FixedClock(DEMO_NOW), profile("test")
    enrolment = CentralProcess(tmp_path).enrol(tmp_path / "office.cddenrol")
    officer, head = enrolment.people
    enrol_office(place, enrolment, FirstPerson(officer.id, officer.pin, OLD), clock=clock)
    choose_password(place, head.id, head.pin, OLD, clock=clock)
    mine = ("--profile", "test", "--person", head.id, "recover")
    asked, answer = tmp_path / "a.cddrecover", tmp_path / "b.cddrecovered"
    assert main([*mine, "ask", str(asked)]) == 0
    served = ["--database", str(tmp_path / "central.db")]
    capsys.readouterr()
    assert central(["people", *served, "recover", str(asked), "--out", str(answer)]) == 0
    code = capsys.readouterr().out.split()[-1]
    monkeypatch.setenv("CDD_PASSWORD", NEW)
    monkeypatch.setenv(CODE, code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert main([*mine, "use", str(answer)]) == 1
    monkeypatch.setenv(CODE, code.lower().replace("-", " "))
    assert main([*mine, "use", str(asked)]) == 2
    monkeypatch.setenv("CDD_PASSWORD", "short")
    assert main([*mine, "use", str(answer)]) == 1
    with pytest.raises(RefusedError, match="password-wrong"):
        sign_in(place, head.id, NEW, clock=clock)
    monkeypatch.setenv("CDD_PASSWORD", NEW)
    assert main([*mine, "use", str(answer)]) == 0
    sign_in(place, head.id, NEW, clock=clock).close()
    sign_in(place, officer.id, OLD, clock=clock).close()
    with pytest.raises(RefusedError, match="password-wrong"):
        sign_in(place, head.id, OLD, clock=clock)
    assert central(["audit", *served, "--unit", "5007"]) == 0
    assert "key-recovered" in capsys.readouterr().out
    assert central(["people", *served, "end", head.id]) == 0
    assert central(["people", *served, "recover", str(asked), "--out", str(answer)]) == 2
