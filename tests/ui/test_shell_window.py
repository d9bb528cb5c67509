"""The window through its real parts: setting up and signing in."""

from __future__ import annotations

import base64
from pathlib import Path

import pyrage
import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from entry_office import PASSWORD
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shell_program import Answers, Start, settle, sign_in_as

from cdd_desktop.operations.slots import people_on
from cdd_desktop.paths import Profile, profile
from cdd_desktop.sync.enrolment import encode_enrolment, sign_enrolment
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment
from cdd_desktop.ui.sign_in.first_start import FirstStartScreen
from cdd_desktop.ui.sign_in.screen import SignInScreen


def enrolment_file(folder: Path, *, people: int = 2) -> Path:
    key = Ed25519PrivateKey.generate()
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    enrolment = Enrolment(
        format=1,
        unit="5007",
        addresses=["http://127.0.0.1:9"],
        signing_key=public,
        sealing_key=str(pyrage.x25519.Identity.generate().to_public()),
        code="made-for-a-test",
        expires_on="2018-04-15",
        reports_from="2017-10-01",
        people=[
            EnrolledPerson(id=f"p{number}", name=f"ตัวอย่าง {number}", role=role, pin=f"4821-773{number}")
            for number, role in enumerate(("officer", "head")[:people])
        ],
    )
    file = folder / "office.cddenrol"
    file.write_bytes(encode_enrolment(sign_enrolment(enrolment, key.private_bytes_raw())))
    return file


def test_before_enrolment_only_set_up_settings_and_about_open(start: Start, tmp_path: Path) -> None:
    program = start(profile("new", tmp_path))
    window = program.window
    assert window.current == "first_start"
    for name in ("home", "calendar", "datasets", "entry", "outbox", "dashboard"):
        window.open(name)
        assert window.current == "first_start"
    for name in ("settings", "about", "first_start"):
        window.open(name)
        assert window.current == name


def test_first_start_from_file_to_work(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(profile("new", tmp_path))
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    program.desk.messages.recorder = Answers(enrolment_file(tmp_path))
    qtbot.mouseClick(screen.choose_file, Qt.MouseButton.LeftButton)
    settle(program)
    assert not screen.finish.isEnabled()
    qtbot.keyClicks(screen.choose.pin, "4821-7730")
    qtbot.keyClicks(screen.choose.password, "a long password")
    qtbot.keyClicks(screen.choose.again, "another password")
    qtbot.mouseClick(screen.finish, Qt.MouseButton.LeftButton)
    assert "สองช่องไม่ตรงกัน" in screen.choose.problem.full_text()
    screen.choose.again.setText("a long password")
    qtbot.keyClick(screen.choose.again, Qt.Key.Key_Return)
    settle(program)
    assert program.window.current == "home"
    assert program.desk.workplace.person.name == "ตัวอย่าง 0"


def test_a_wrong_pin_and_a_wrong_file_are_explained_in_place(start: Start, tmp_path: Path) -> None:
    program = start(profile("new", tmp_path))
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    bad = tmp_path / "bad.cddenrol"
    bad.write_text("this is no enrolment")
    screen.take_file(bad)
    settle(program)
    assert not screen.file_problem.isHidden()
    assert screen.file_problem.text()
    screen.take_file(enrolment_file(tmp_path))
    settle(program)
    screen.choose.pin.setText("0000-0000")
    screen.choose.password.setText("a long password")
    screen.choose.again.setText("a long password")
    screen.submit()
    settle(program)
    assert screen.choose.problem.full_text()
    assert screen.finish.isEnabled()
    assert not program.desk.signed_in
    assert not program.desk.profile.keys.exists()


def test_wrong_password_then_the_right_one(start: Start, office: Profile) -> None:
    program = start(office)
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    assert program.window.current == "sign_in"
    sign_in_as(program, "not the password")
    assert screen.problem.full_text()
    assert not program.desk.signed_in
    sign_in_as(program)
    assert program.window.current == "home"
    assert not shiboken6.isValid(screen)  # nothing of the sign-in stays in memory


def test_thai_letters_in_a_wrong_password_are_pointed_out(start: Start, office: Profile) -> None:
    program = start(office)
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    sign_in_as(program, "ฟสนืเ")
    assert "ภาษาไทย" in screen.problem.full_text()


def test_first_use_with_the_pin_chooses_a_password(start: Start, tmp_path: Path) -> None:
    program = start(profile("new", tmp_path))
    first = program.window.screen_named("first_start")
    assert isinstance(first, FirstStartScreen)
    first.take_file(enrolment_file(tmp_path))
    settle(program)
    for box, text in (
        (first.choose.pin, "4821-7730"),
        (first.choose.password, PASSWORD),
        (first.choose.again, PASSWORD),
    ):
        box.setText(text)
    first.submit()
    settle(program)
    program.window.sign_out()
    settle(program)
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    screen.choose_person(people_on(program.desk.profile)[1])
    screen.choose.pin.setText("4821-7731")
    screen.choose.password.setText("the head's own one")
    screen.choose.again.setText("the head's own one")
    screen.submit()
    settle(program)
    assert program.desk.workplace.person.name == "ตัวอย่าง 1"
