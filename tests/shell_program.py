"""The program started on a sample office, for tests of the window: fixtures, signing in, and answers at dialogs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import PASSWORD, add_groups, enrolled_office
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.slots import people_on
from cdd_desktop.paths import Profile, profile
from cdd_desktop.settings import Settings
from cdd_desktop.ui.messages import Shown
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.sign_in.screen import SignInScreen

QUIET = Settings(background_sync=False, theme="light")
CONTROL = Qt.KeyboardModifier.ControlModifier
Start = Callable[..., Program]


@pytest.fixture
def start(qapp: QApplication, clock: FixedClock) -> Iterator[Start]:
    """Starts programs and ends them."""
    started: list[Program] = []

    def begin(place: Profile, settings: Settings = QUIET) -> Program:
        program = Program(qapp, profile=place, clock=clock, settings=settings)
        program.window.resize(1366, 698)
        program.begin()
        settle(program)
        started.append(program)
        return program

    yield begin
    for program in started:
        program.end()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """District office 5007 with three savings groups, an officer and a head."""
    folder = tmp_path_factory.mktemp("office")
    workplace = enrolled_office(folder, FixedClock(DEMO_NOW)).work_as()
    add_groups(workplace)
    workplace.close()
    return folder


@pytest.fixture
def office(template: Path, tmp_path: Path) -> Profile:
    """A copy of the office of its own for each test."""
    shutil.copytree(template, tmp_path / "data")
    return profile("test", tmp_path / "data")


def settle(program: Program) -> None:
    for _ in range(3):
        assert program.tasks.wait_until_idle(20)
    QApplication.processEvents()  # the layout that follows from what the tasks brought


def sign_in_as(program: Program, password: str = PASSWORD, number: int = 0) -> None:
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    screen.choose_person(people_on(program.desk.profile)[number])
    screen.box.setText(password)
    screen.submit()
    settle(program)


class Answers:
    """Stands in for the person at dialogs."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.shown: list[Shown] = []

    def __call__(self, shown: Shown, /) -> object:
        self.shown.append(shown)
        return self.answers.pop(0) if self.answers else None
