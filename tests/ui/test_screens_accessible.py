"""Every screen and dialog without a mouse and without sight: names and roles, the Tab key, words beside colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sample_province import Visit, wait_for, walk
from screen_access import colour_faults, keyboard_faults, naming_faults

from cdd_desktop.settings import Settings
from cdd_desktop.ui.calendar.tables import YearTable
from cdd_desktop.ui.dashboard.office_view import OfficeView
from cdd_desktop.ui.datasets.rows import DatasetRow
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.outbox.ways import WayRow
from cdd_desktop.ui.tour_camera import open_dialogs
from cdd_desktop.ui.tour_scenes import Scene
from cdd_desktop.ui.widgets import ListRow, PrimaryButton, QuietButton

QUIET = Settings(theme="light", background_sync=False)


def in_front(window: QWidget) -> QWidget:
    """The dialog over the window, else the window."""
    return next(iter(open_dialogs()), window)


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_control_has_a_name_and_a_role_and_no_colour_stands_alone(visit: Visit, language: str) -> None:
    program = visit(Settings(language=language, theme="light", background_sync=False))
    found: list[str] = []

    def look_at(scene: Scene) -> None:
        front = in_front(program.window)
        found.extend(f"{scene.name}: {fault}" for fault in (*naming_faults(front), *colour_faults(front)))

    walk(program, look_at)
    assert not found, "\n".join(found)


def test_the_keyboard_comes_everywhere_and_shows_where_it_is(visit: Visit) -> None:
    program = visit(QUIET)
    found: list[str] = []

    def look_at(scene: Scene) -> None:
        found.extend(f"{scene.name}: {fault}" for fault in keyboard_faults(in_front(program.window)))

    walk(program, look_at)
    assert not found, "\n".join(found)


def test_months_of_the_year_are_spoken_with_what_falls_due(visit: Visit) -> None:
    program = visit(QUIET)
    home = program.window.screen_named("home")
    assert isinstance(home, HomeScreen)
    march = home.strip.buttons[5]
    interface = QAccessible.queryAccessibleInterface(march)
    assert interface.role() is QAccessible.Role.Button
    spoken = interface.text(QAccessible.Text.Name)
    assert spoken.startswith("มีนาคม 2561")
    assert "กลุ่มออมทรัพย์" in spoken
    assert "เหลือ 2 วัน" in spoken
    program.window.activateWindow()
    march.setFocus()
    QTest.keyClick(march, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is home.strip.buttons[6]
    QTest.keyClick(home.strip.buttons[6], Qt.Key.Key_Return)
    wait_for(program)
    assert program.window.current == "calendar"


def test_f6_goes_from_pane_to_pane_and_back(visit: Visit) -> None:
    program = visit(QUIET)
    program.window.activateWindow()
    home = program.window.screen_named("home")
    home.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    navigation = program.window.navigation
    assert sum(navigation.isAncestorOf(widget) for widget in seen) == 1
    assert sum(home.isAncestorOf(widget) for widget in seen) == 3
    QTest.keyClick(seen[-1], Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is seen[-2]


def test_ctrl_and_a_number_put_the_keyboard_on_the_next_step_or_the_list(visit: Visit) -> None:
    """Not on the page, where arrows and Enter do nothing; somebody who has gone on meanwhile stays there."""
    program = visit(QUIET)
    window = program.window
    window.activateWindow()

    def come_in(number: int) -> str:
        at = QApplication.focusWidget() or window
        QTest.keyClick(at, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        return window.current

    def arrived(name: str) -> QWidget | None:
        wait_for(program)
        assert window.current == name
        return QApplication.focusWidget()

    for number, name, kind in (
        (2, "calendar", YearTable),
        (3, "datasets", DatasetRow),
        (4, "outbox", WayRow),
        (5, "dashboard", OfficeView),
        (6, "settings", QuietButton),
        (1, "home", PrimaryButton),
    ):
        come_in(number)
        assert isinstance(arrived(name), kind)
    come_in(3)
    row = arrived("datasets")
    assert row is not None
    assert row.property("current") == "true"
    assert come_in(2) == "calendar"
    calendar = window.screen_named("calendar")
    assert window.focusWidget() is calendar
    QTest.keyClick(calendar, Qt.Key.Key_Tab)
    gone_on = QApplication.focusWidget()
    assert gone_on is not calendar
    assert arrived("calendar") is gone_on
    program.change_person(1)  # the head has nothing left to do but to send
    wait_for(program)
    come_in(4)
    send = arrived("outbox")
    assert isinstance(send, QuietButton)
    assert send.property("role") == "primary"


def test_a_row_is_a_button_to_readers_of_the_screen(visit: Visit) -> None:
    program = visit(QUIET)
    home = program.window.screen_named("home")
    row = home.findChildren(ListRow)[0]
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() is QAccessible.Role.Button
    assert "วัน" in interface.text(QAccessible.Text.Name)
    QTest.keyClick(row, Qt.Key.Key_Space)
    wait_for(program)
    assert program.window.current == "entry"
