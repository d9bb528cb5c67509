"""The whole way of a new office without a mouse: a code from a letter, an entry with a mistake in it, proposing,
certifying and sending, by keys alone; after every key it can be seen where the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from central_process import CentralProcess
from entry_office import key_of
from keyboard_person import CONTROL, KeyboardPerson
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shell_program import PASSWORD, QUIET, Start

from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState, Verdict
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.paths import profile
from cdd_desktop.sync.letters import Letter, read_letters
from cdd_desktop.ui.certify.screen import CertifyScreen
from cdd_desktop.ui.entry.editors.choice import BooleanEditor, ChoiceEditor
from cdd_desktop.ui.entry.screen import EntryScreen
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.sign_in.boxes import ChoosePassword
from cdd_desktop.ui.sign_in.first_start import FirstStartScreen
from cdd_desktop.ui.sign_in.screen import SignInScreen

Q2 = key_of("saving_group", "2561-q2")
GROUP = {
    "name_th": "ออมทรัพย์บ้านหนองหอย",
    "tambon_code": "ริมใต้",
    "moo": "3",
    "village_name": "หนองหอย",
    "chair_name": "นางบัวผัน ตัวอย่าง",
    "committee_count": "9",
    "has_regulation": "",
    "status": "active",
}
QUARTER = {
    "data_as_of": "28/02/2561",
    "members_male": "๘๔",
    "members_female": "127",
    "saving_balance": "612,450.50",
    "cash_bank": "212450.50",
    "borrowers": "46",
    "loan_outstanding": "400000",
    "overdue_borrowers": "2",
    "overdue_amount": "4000000",  # one nought too many
}


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralProcess]:
    made = CentralProcess(tmp_path)
    yield made
    made.stop()


class Walk(KeyboardPerson):
    """The person's way through the screens."""

    def screen(self, name: str) -> Screen:
        assert self.window.current == name
        return self.window.screen_named(name)

    @property
    def entry(self) -> EntryScreen:
        screen = self.screen("entry")
        assert isinstance(screen, EntryScreen)
        return screen

    @property
    def certify(self) -> CertifyScreen:
        screen = self.screen("certify")
        assert isinstance(screen, CertifyScreen)
        return screen

    def submission(self) -> SubmissionView:
        return self.program.desk.workplace.read(view_of, Q2)

    def set_up(self, letter: Letter) -> None:
        """The code is mistyped first; the keyboard is back at it, and what is typed takes its place."""
        screen = self.screen("first_start")
        assert isinstance(screen, FirstStartScreen)
        self.tab_to(screen.type_code)
        self.enter()
        boxes = screen.code_boxes
        assert self.here() is boxes.address
        self.type(letter.address)
        self.press(Qt.Key.Key_Tab)
        self.type(letter.code[:-1] + ("Y" if letter.code.endswith("Z") else "Z"))
        self.enter()
        assert screen.file_problem.isVisible()
        assert self.here() is boxes.code
        self.type(letter.code)
        self.enter()
        self.choose_password(screen.choose, letter.people[0].pin)

    def choose_password(self, boxes: ChoosePassword, pin: str) -> None:
        for box, text in ((boxes.pin, pin), (boxes.password, PASSWORD), (boxes.again, PASSWORD)):
            self.tab_to(box)
            self.type(text)
        self.enter()
        assert self.window.current == "home"

    def open_from_home(self) -> None:
        home = self.screen("home")
        assert isinstance(home, HomeScreen)
        assert self.here() in [row.button for row in home.rows], "Enter takes the next step"
        self.tab_to(next(row.button for row in home.rows if row.view.key == Q2))
        self.enter()

    def fill(self, answers: dict[str, str]) -> None:
        """From box to box with Tab; a choice by a part of its words, a yes by the space bar."""
        for path, text in answers.items():
            form = self.entry.panel.form
            assert form is not None
            editor = form.boxes[path].editor
            self.tab_to(editor.first_box())
            if isinstance(editor, BooleanEditor):
                self.press(Qt.Key.Key_Space)
            else:
                self.type(editor.box.text_of(text) if isinstance(editor, ChoiceEditor) and not _thai(text) else text)
            self.press(Qt.Key.Key_Tab)

    def enter_group_and_quarter(self) -> None:
        """In an office without any entry Enter adds one; the keyboard begins in the first box."""
        entry = self.entry
        assert self.here() is entry.list.add
        self.enter()
        self.fill(GROUP)
        self.wait(lambda: entry.list.next_unfinished() is not None)
        self.enter(CONTROL)
        assert entry.draft is not None
        assert entry.draft.entity.key == "quarter"
        self.fill(QUARTER)

    def clear_the_mistake(self) -> None:
        """The count of mistakes leads to the box; what is typed takes the place of what is wrong there."""
        entry, panel = self.entry, self.entry.panel
        form = panel.form
        assert form is not None
        assert form.findings.mistakes == ("overdue_amount",)
        self.tab_to(panel.count)
        self.enter()
        assert self.here() is form.boxes["overdue_amount"].editor.first_box()
        self.type("4000")
        self.press(Qt.Key.Key_Tab)
        assert not form.findings.mistakes
        self.wait(entry.list.all_done)
        self.enter(CONTROL)
        assert self.window.current == "certify"

    def propose(self) -> None:
        assert self.here() is self.certify.moves[MoveKind.PROPOSE]
        self.enter()
        assert self.submission().state is SubmissionState.PROPOSED

    def give_the_machine_to(self, pin: str) -> None:
        """The lock, another person, and their first use."""
        self.press(Qt.Key.Key_L, CONTROL, until=lambda: self.window.locked)
        self.press(Qt.Key.Key_Tab)
        self.enter(until=lambda: self.window.current == "sign_in")
        screen = self.screen("sign_in")
        assert isinstance(screen, SignInScreen)
        self.press(Qt.Key.Key_Tab)
        self.enter()
        self.choose_password(screen.choose, pin)

    def sign_the_report(self) -> None:
        """What waits for the head is the next step at home; then the button, and the password."""
        self.enter()
        assert self.here() is self.certify.moves[MoveKind.CERTIFY]
        self.enter()
        assert self.certify.dialog is not None
        assert self.here() is self.certify.dialog.password
        self.type(PASSWORD)
        self.enter(until=lambda: self.submission().state is SubmissionState.CERTIFIED)

    def send(self) -> None:
        """The key stands in the tool tip of the navigation; the next step has the keyboard."""
        self.press(Qt.Key.Key_4, CONTROL)
        screen = self.screen("outbox")
        assert isinstance(screen, OutboxScreen)
        assert self.here() is screen.send
        self.enter(until=lambda: self.submission().delivery is Delivery.RECEIVED)
        assert self.here() is screen.send
        assert self.submission().pending == 0
        assert self.submission().verdict is Verdict.ON_TIME


def _thai(text: str) -> bool:
    return any("ก" <= letter <= "๙" for letter in text)


@pytest.mark.parametrize(("language", "text_size"), [("th", 100), ("en", 150)])
def test_a_new_office_sends_its_first_report_without_a_mouse(
    start: Start, qtbot: QtBot, tmp_path: Path, central: CentralProcess, language: str, text_size: int
) -> None:
    [letter] = read_letters(central.make_codes(tmp_path, "5007").read_text(encoding="utf-8"))
    central.start()
    settings = replace(QUIET, language=language, text_size=text_size)
    officer = Walk(start(profile("new", tmp_path), settings), qtbot)
    officer.set_up(letter)
    officer.open_from_home()
    officer.enter_group_and_quarter()
    officer.clear_the_mistake()
    officer.propose()
    officer.give_the_machine_to(letter.people[1].pin)
    officer.sign_the_report()
    officer.send()
    assert not officer.used_a_mouse
