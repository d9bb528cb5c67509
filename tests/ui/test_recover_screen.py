"""A forgotten password in the window: the request is saved, central answers, the code and a new password let one in."""

from __future__ import annotations

from pathlib import Path

import pytest
from central_process import CentralProcess
from demo_day import DEMO_NOW
from entry_office import Office, Sitting
from pytestqt.qtbot import QtBot

from cdd_desktop.central.cli import main as central
from cdd_desktop.clock import FixedClock
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.enrol import FirstPerson, enrol_office
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.slots import people_on
from cdd_desktop.paths import profile
from cdd_desktop.ui.sign_in.recover import RecoverScreen
from cdd_desktop.ui.sign_in.screen import SignInScreen

OLD, NEW = "the forgotten password", "a password chosen anew"


def refusals(sitting: Sitting, screen: RecoverScreen, answer: Path) -> list[str]:
    """What is said one after the other while one thing is put right and another is still wrong."""
    told = []
    for correct in (
        lambda: None,
        lambda: screen.again.setText(NEW),
        lambda: screen.take_answer(answer),
        lambda: screen.take_answer(answer.with_name("gone.cddrecovered")),
    ):
        correct()
        screen.finish.click()
        sitting.idle()
        assert not sitting.program.desk.signed_in
        told.append(screen.problem.text())
    return told


def test_who_has_forgotten_asks_and_is_let_in_with_a_new_password(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock, place = FixedClock(DEMO_NOW), profile("test", tmp_path / "data")
    enrolment = CentralProcess(tmp_path).enrol(tmp_path / "office.cddenrol")
    officer = enrolment.people[0]
    enrol_office(place, enrolment, FirstPerson(officer.id, officer.pin, OLD), clock=clock)
    sitting = Sitting(qtbot, Office(place, clock), person="")
    entrance = sitting.window.screen_named("sign_in")
    assert isinstance(entrance, SignInScreen)
    entrance.choose_person(people_on(place)[0])
    assert entrance.forgotten.isVisible()
    entrance.forgotten.click()
    screen = sitting.window.screen_named("recover")
    assert isinstance(screen, RecoverScreen)
    asked, answer = tmp_path / "password.cddrecover", tmp_path / "password.cddrecovered"
    sitting.answer(tmp_path / "no such folder" / "x.cddrecover")
    screen.save.click()
    sitting.idle()
    assert screen.problem.text()
    sitting.answer(asked)
    screen.save.click()
    sitting.idle()
    assert (screen.problem.text(), asked.name in screen.saved.text()) == ("", True)
    capsys.readouterr()
    served = ["--database", str(tmp_path / "central.db")]
    assert central(["people", *served, "recover", str(asked), "--out", str(answer)]) == 0
    code = capsys.readouterr().out.split()[-1]

    screen.go_on.click()
    assert not screen.finish.isEnabled()
    sitting.answer(asked)  # the request in the place of the answer
    screen.choose.click()
    for box, text in ((screen.code, code[:-1]), (screen.password, NEW), (screen.again, NEW + "x")):
        box.setText(text)
    told = [screen.problem.text(), *refusals(sitting, screen, answer)]
    assert (told[0], len(set(told))) == ("", 4)  # two differ, unreadable twice, the code wrong
    screen.take_answer(answer)
    screen.code.setText(f" {code.lower()} ")
    screen.finish.click()
    sitting.idle()
    assert sitting.workplace.person.id == officer.id
    sitting.end()
    with pytest.raises(RefusedError, match="password-wrong"):
        sign_in(place, officer.id, OLD, clock=clock)


def test_an_answer_to_another_machine_changes_nothing(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock, process = FixedClock(DEMO_NOW), CentralProcess(tmp_path)
    enrolment = process.enrol(tmp_path / "office.cddenrol")
    officer = enrolment.people[0]
    here, there = (profile(name, tmp_path / "data") for name in ("here", "there"))
    for place in (here, there):
        enrol_office(place, enrolment, FirstPerson(officer.id, officer.pin, OLD), clock=clock)
    sitting = Sitting(qtbot, Office(here, clock), person="")
    sitting.open(None, "recover")
    screen = sitting.window.screen_named("recover")
    assert isinstance(screen, RecoverScreen)
    asked, answer = tmp_path / "a.cddrecover", tmp_path / "a.cddrecovered"
    sitting.answer(asked)
    screen.save.click()
    sitting.idle()
    sitting.end()
    capsys.readouterr()
    line = ["--database", str(tmp_path / "central.db"), "recover", str(asked), "--out", str(answer)]
    assert central(["people", *line]) == 0
    code = capsys.readouterr().out.split()[-1]
    before = there.keys.read_bytes()
    sitting = Sitting(qtbot, Office(there, clock), person="")
    sitting.open(None, "recover")
    screen = sitting.window.screen_named("recover")
    assert isinstance(screen, RecoverScreen)
    screen.go_on.click()
    screen.take_answer(answer)
    for box, text in ((screen.code, code), (screen.password, NEW), (screen.again, NEW)):
        box.setText(text)
    screen.finish.click()
    sitting.idle()
    assert screen.problem.text() == sitting.program.desk.messages.sentence("recovery-other-machine")
    assert there.keys.read_bytes() == before
    screen.back.click()
    screen.back.click()
    assert sitting.window.screen_named("sign_in").isVisible()
    sitting.end()
