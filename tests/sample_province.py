"""A small sample province with everything in it, made once for the tests that look at every screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cdd_desktop import demo
from cdd_desktop.cli.demo import people_of
from cdd_desktop.clock import Clock
from cdd_desktop.demo_typing import type_entries
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, PeriodId
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.paths import profile
from cdd_desktop.settings import Settings
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.program import DemoPerson, Program
from cdd_desktop.ui.screens import all_screens
from cdd_desktop.ui.tour_camera import Visitor, clear_away
from cdd_desktop.ui.tour_scenes import OFFICER, SCENES, Scene

SMALL = "75"  # Samut Songkhram, three districts
SMALL_LAPTOP = (1366, 698)  # a screen of 1366×768 less taskbar and title bar
SCALED = (911, 465)  # the same at 150 %


@dataclass(frozen=True)
class Province:
    """Five people in three offices, and a clock that stands still."""

    people: tuple[DemoPerson, ...]
    clock: Clock

    def copied_to(self, folder: Path) -> tuple[DemoPerson, ...]:
        """The same people on copies of their machines."""
        for original in {person.profile.folder: person.profile for person in self.people}.values():
            shutil.copytree(original.folder, profile(original.name, folder).folder)
        return tuple(replace(person, profile=profile(person.profile.name, folder)) for person in self.people)


@pytest.fixture(scope="session")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Province]:
    """Made by the demo itself; the first officer has half typed the quarter, with a slip in one entry."""
    folder = tmp_path_factory.mktemp("province")
    made = demo.prepare(demo.DemoWish(folder, frozen=True, province=SMALL), lambda _step: None)
    officer = made.people[0]
    workplace = sign_in(officer.profile, officer.person_id, officer.password, clock=made.clock)
    type_entries(workplace, workplace.reports_from, demo.SEED)
    workplace.close()
    yield Province(tuple(people_of(made)), made.clock)
    made.close()


Visit = Callable[..., Program]


@pytest.fixture
def visit(qapp: QApplication, province: Province, tmp_path: Path) -> Iterator[Visit]:
    """Opens the program on a copy of the province at a size; signed in as its first officer."""
    opened: list[Program] = []
    people = province.copied_to(tmp_path)

    def begin(settings: Settings, size: tuple[int, int] = SMALL_LAPTOP) -> Program:
        program = Program(qapp, profile=people[0].profile, clock=province.clock, settings=settings, people=people)
        program.desk.messages.recorder = Visitor(program)
        program.window.setFixedSize(*size)
        program.begin()
        wait_for(program)
        opened.append(program)
        return program

    yield begin
    for program in opened:
        program.end()


def wait_for(program: Program) -> None:
    """Until every task has been delivered, and those that follow from it."""
    for _ in range(3):
        assert program.tasks.wait_until_idle(20)
        QApplication.processEvents()


def _others(seen: set[str]) -> Iterator[Scene]:
    """Screens the tour takes no picture of, for the first officer's savings groups."""
    for name in all_screens().keys() - seen - {"first_start"}:
        yield Scene(name, OFFICER, partial(_open_for_groups, name))


def _open_for_groups(name: str, program: Program) -> None:
    unit = program.desk.workplace.unit.code
    key = SubmissionKey(unit, DatasetKey("saving_group"), PeriodId("2561-q2"))
    arguments = {"printing": PrintRequest(PrintKind.SUBMISSION, key), "help": "home"}
    program.window.open(name, arguments.get(name, key))


def walk(program: Program, look_at: Callable[[Scene], None]) -> None:
    """Open every scene of the tour as the person it is for, then the screens it leaves out."""
    seen: set[str] = set()
    for scene in SCENES:
        _visit(program, scene, look_at)
        seen.add(program.window.current)
    for scene in _others(seen):
        _visit(program, scene, look_at)


def _visit(program: Program, scene: Scene, look_at: Callable[[Scene], None]) -> None:
    if scene.person != program.person or program.window.locked or not program.desk.signed_in:
        program.change_person(scene.person)
        wait_for(program)
    scene.act(program)
    wait_for(program)
    look_at(scene)
    clear_away(program)
