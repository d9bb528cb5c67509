"""The tour: every picture at the small laptop's size, the same twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import HEAD, OFFICER, PASSWORD, add_groups, enrolled_office
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication

from cdd_desktop.clock import FixedClock
from cdd_desktop.ui.program import DemoPerson
from cdd_desktop.ui.tour import run_tour
from cdd_desktop.ui.tour_camera import SCREEN
from cdd_desktop.ui.tour_scenes import FIRST_START, SCENES

ONLY = frozenset({FIRST_START, "home", "entry", "lock", "head-home", "delegation", "outbox-no-line"})

IN_THE_LIST = QPoint(877, 280)  # over a scroll bar of home at 150 %


@pytest.fixture
def people(tmp_path: Path) -> list[DemoPerson]:
    office = enrolled_office(tmp_path, FixedClock(DEMO_NOW))
    workplace = office.work_as()
    add_groups(workplace)
    workplace.close()
    return [
        DemoPerson("พัฒนากร อ.แม่ริม", "Officer, Mae Rim", office.profile, OFFICER, PASSWORD),
        DemoPerson("พัฒนาการอำเภอแม่ริม", "Head, Mae Rim", office.profile, HEAD, PASSWORD),
    ]


def test_pictures_come_out_the_same_twice(qapp: QApplication, people: list[DemoPerson], tmp_path: Path) -> None:
    clock = FixedClock(DEMO_NOW)
    first = run_tour(qapp, people, clock, tmp_path / "first", only=ONLY)
    QCursor.setPos(IN_THE_LIST)  # wherever the mouse happens to be left
    second = run_tour(qapp, people, clock, tmp_path / "second", only=ONLY)
    looks = sum(len(scene.looks) for scene in SCENES if scene.name in ONLY)
    assert len(first) == len(second) == 2 * (looks + 1)
    assert [file.name for file in first] == [file.name for file in second]
    assert len({file.name for file in first}) == len(first)
    different = [
        file.name for file, other in zip(first, second, strict=True) if file.read_bytes() != other.read_bytes()
    ]
    assert different == []
    for file in first:
        image = QImage(str(file))
        assert (image.width(), image.height()) == SCREEN


def test_every_scene_has_a_name_of_its_own() -> None:
    names = [scene.name for scene in SCENES]
    assert len(names) == len(set(names))
    assert all(set(scene.looks) <= {"light", "dark", "150"} for scene in SCENES)
