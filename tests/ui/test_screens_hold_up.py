"""Every screen at the sizes people have: nothing clipped, nothing sideways, the next step in sight."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Sitting, add_groups, enrolled_office, key_of
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sample_province import SCALED, SMALL_LAPTOP, Visit, walk
from screen_faults import focus_box, layout_faults
from shell_program import Start, settle
from test_shell_window import enrolment_file

from cdd_desktop.clock import FixedClock
from cdd_desktop.paths import profile
from cdd_desktop.settings import Settings
from cdd_desktop.ui.screens import all_screens
from cdd_desktop.ui.sign_in.first_start import FirstStartScreen
from cdd_desktop.ui.tour_scenes import Scene


@dataclass(frozen=True)
class Look:
    """A size of the client area and a text size."""

    name: str
    size: tuple[int, int]
    text_size: int = 100
    scrolls: bool = False  # so large that a page may scroll as a whole

    def settings(self, language: str) -> Settings:
        return Settings(language=language, text_size=self.text_size, theme="light", background_sync=False)


LOOKS = (
    Look("1366x698", SMALL_LAPTOP),
    Look("911x465", SCALED),
    Look("large-text", SMALL_LAPTOP, text_size=150),
    Look("largest-text", SMALL_LAPTOP, text_size=200, scrolls=True),
)
BELOW = "not wholly visible"
every_look = pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
both_languages = pytest.mark.parametrize("language", ["th", "en"])


@both_languages
@every_look
def test_every_screen_holds_up(visit: Visit, look: Look, language: str) -> None:
    program = visit(look.settings(language), look.size)
    found: list[str] = []
    seen: set[str] = set()

    def look_at(scene: Scene) -> None:
        seen.add(program.window.current)
        faults = layout_faults(program.window)
        found.extend(f"{scene.name}: {fault}" for fault in faults if not (look.scrolls and BELOW in fault))

    walk(program, look_at)
    assert not found, "\n".join(found)
    assert seen == set(all_screens()) - {"first_start"}


@both_languages
@every_look
def test_setting_up_holds_up(start: Start, tmp_path: Path, look: Look, language: str) -> None:
    program = start(profile("new", tmp_path), look.settings(language))
    program.window.setFixedSize(*look.size)
    settle(program)
    found = [fault for fault in layout_faults(program.window) if not (look.scrolls and BELOW in fault)]
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    screen.type_code.click()
    settle(program)
    found += [fault for fault in layout_faults(program.window) if not (look.scrolls and BELOW in fault)]
    screen.take_file(enrolment_file(tmp_path))
    settle(program)
    found += [fault for fault in layout_faults(program.window) if not (look.scrolls and BELOW in fault)]
    assert not found, "\n".join(found)
    screen.choose.password.setFocus()
    QTest.keyClick(screen.choose.password, Qt.Key.Key_Tab)  # to what lies further down than a low window reaches
    settle(program)
    assert in_sight(screen.choose.again)


@every_look
def test_the_message_of_the_current_box_is_in_sight(qtbot: QtBot, tmp_path: Path, look: Look) -> None:
    sitting = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)))
    sitting.program.window.setFixedSize(*look.size)
    add_groups(sitting.workplace)
    sitting.open(key_of("saving_group", "2561-q2"))
    sitting.entry.open_item(sitting.entry.worklist.items[0])
    sitting.idle()
    form = sitting.entry.panel.form
    assert form is not None
    for path in ("members_male", "saving_balance", "overdue_borrowers"):
        sitting.type_into(path, "สิบสอง")
        sitting.go_to(path)
        sitting.idle()
        message = form.boxes[path].message
        assert message.full_text(), path
        assert in_sight(message), (path, message.full_text())
        assert in_sight(focus_box()), path
        assert layout_faults(sitting.window) == []
    sitting.end()


def in_sight(widget: QWidget) -> bool:
    """The whole widget can be seen without scrolling."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return widget.visibleRegion().boundingRect() == widget.rect() and window.rect().contains(place)
