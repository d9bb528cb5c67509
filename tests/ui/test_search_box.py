"""The search over everything: by keyboard alone, on every screen, with answers that belong to what is typed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Sitting, add_groups, enrolled_office
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from screen_access import colour_faults, keyboard_faults, naming_faults
from screen_faults import layout_faults

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.work import Work
from cdd_desktop.settings import load_settings
from cdd_desktop.ui.backup.dialog import BackupDialog
from cdd_desktop.ui.help.screen import HelpScreen
from cdd_desktop.ui.lists.screen import ListsScreen
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.outbox.stick.take_dialog import TakeDialog
from cdd_desktop.ui.outbox.stick.write_dialog import WriteDialog
from cdd_desktop.ui.screens import all_screens
from cdd_desktop.ui.search.box import SearchBox
from cdd_desktop.ui.search.hits import HitKind
from cdd_desktop.ui.search.known import known_hits
from cdd_desktop.ui.settings.screen import SettingsScreen
from cdd_desktop.ui.stick_deed import StickDeed

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    held = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)))
    add_groups(held.workplace)
    held.idle()
    yield held
    held.end()


def box_of(sitting: Sitting) -> SearchBox:
    box = sitting.program.search.box
    assert box is not None
    return box


def press_keys(sitting: Sitting) -> None:
    sitting.window.activateWindow()  # as the desktop does when a dialog goes
    QApplication.processEvents()
    sitting.press(Qt.Key.Key_K, CONTROL)
    QApplication.processEvents()


def search(sitting: Sitting, typed: str) -> SearchBox:
    """Ctrl+K, then what is typed, wherever the keyboard is."""
    press_keys(sitting)
    box = box_of(sitting)
    assert QApplication.focusWidget() is box.line
    sitting.keys(typed)
    sitting.idle()
    return box


def titles(box: SearchBox) -> list[str]:
    return [hit.title for hit in box.model.hits]


def test_a_group_is_found_by_a_part_of_its_name_and_opened_with_enter(sitting: Sitting) -> None:
    box = search(sitting, "หัวชาง")
    assert titles(box) == ["ออมทรัพย์บ้านทุ่งหัวช้าง"]
    assert "กลุ่มออมทรัพย์" in box.model.hits[0].where
    assert box.line.accessibleDescription().endswith("ทะเบียน")
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()
    assert sitting.program.search.box is None
    assert sitting.window.current == "entry"
    assert sitting.entry.panel.draft is not None
    assert sitting.entry.panel.draft.content["name_th"] == "ออมทรัพย์บ้านทุ่งหัวช้าง"


def test_enter_before_the_answer_waits_for_it(sitting: Sitting) -> None:
    press_keys(sitting)
    sitting.keys("หนองหอย")
    sitting.press(Qt.Key.Key_Return)
    assert sitting.program.search.box is not None
    sitting.idle()
    assert sitting.program.search.box is None
    assert sitting.entry.panel.draft is not None
    assert sitting.entry.panel.draft.content["name_th"] == "ออมทรัพย์บ้านหนองหอย"


def test_an_answer_to_an_older_text_is_dropped_and_a_save_waits_for_one_question_at_most(sitting: Sitting) -> None:
    press_keys(sitting)
    box, gate, order = box_of(sitting), threading.Event(), []

    def saved(_work: Work) -> None:
        order.append("saved")

    sitting.program.tasks.store(gate.wait)
    sitting.keys("หนอง")  # the first letter is asked for; the rest is remembered
    workplace = sitting.workplace
    sitting.program.tasks.store(lambda: workplace.do(saved), lambda _none: order.append(f"{box.waits}"))
    for _ in range(len("หนอง")):
        sitting.press(Qt.Key.Key_Backspace)
    sitting.keys("ทุ่ง")
    assert box.waits
    gate.set()
    sitting.idle()
    assert order == ["saved", "True"]  # the save came before the question about the newest text
    assert not box.waits
    assert titles(box) == ["ออมทรัพย์บ้านทุ่งหัวช้าง"]


def test_screens_periods_help_and_commands_are_found_in_both_languages(sitting: Sitting) -> None:
    for typed, kind, opens in (
        ("ปฏิทิน", HitKind.SCREEN, "calendar"),
        ("dashboard", HitKind.SCREEN, "dashboard"),
        ("ออมทรัพย ไตรมาส ๒", HitKind.PERIOD, "entry"),
        ("saving group", HitKind.DATASET, "datasets"),
        ("ลืมรหัส", HitKind.HELP, "help"),
        ("sync", HitKind.COMMAND, "send-now"),
        ("สำรอง", HitKind.COMMAND, "back-up"),
    ):
        box = search(sitting, typed)
        assert (kind, opens) in [(hit.kind, hit.opens) for hit in box.model.hits], typed
        sitting.press(Qt.Key.Key_Escape)
        assert sitting.program.search.box is None
    box = search(sitting, "ไม่มีอะไรชื่อนี้")
    assert titles(box) == []
    assert box.nothing.isVisible()


OPENED_FOR_SOMETHING = {"entry", "grid", "certify", "importing", "printing", "review"}
"""Screens about one report or paper; those are found as records and periods. Every other one is found by itself."""


def test_every_screen_is_found_and_opens(sitting: Sitting) -> None:
    found = [one for one in known_hits(sitting.program.desk) if one.hit.kind is HitKind.SCREEN]
    screens = {
        name for name, entry in all_screens().items() if name not in ("first_start", "sign_in", "restore", "recover")
    }
    assert {one.hit.opens for one in found} == screens - OPENED_FOR_SOMETHING
    assert len({one.title for one in found}) == len(found)
    for one in found:
        search(sitting, one.hit.title)
        hits = box_of(sitting).model.hits
        (place,) = (row for row, hit in enumerate(hits) if hit == one.hit)
        for _ in range(place):
            sitting.press(Qt.Key.Key_Down)
        sitting.press(Qt.Key.Key_Return)
        sitting.idle()
        assert sitting.window.current == one.hit.opens, one.hit.title
    lists, settings = sitting.window.screen_named("lists"), sitting.window.screen_named("settings")
    assert isinstance(lists, ListsScreen)
    assert lists.switch.current() == "villages"
    sitting.window.resize(911, 465)
    sitting.open(None, "settings")
    search(sitting, "ส่งมอบงาน")
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()
    QApplication.processEvents()
    assert isinstance(settings, SettingsScreen)
    assert not settings.office.card.visibleRegion().isEmpty()


def test_backing_up_opens_its_dialog_where_one_is(sitting: Sitting) -> None:
    sitting.open(None, "calendar")
    search(sitting, "สำรองข้อมูล")
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()
    assert sitting.window.current == "calendar"
    (dialog,) = sitting.window.findChildren(BackupDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_the_dialogs_about_sticks_are_found_and_open_where_their_buttons_are(sitting: Sitting) -> None:
    for typed, deed, dialog in (
        ("บันทึกลง usb", StickDeed.SAVE, WriteDialog),
        ("แฟลชไดรฟ์ ใบรับ", StickDeed.TAKE, TakeDialog),
    ):
        box = search(sitting, typed)
        assert box.model.hits[0].argument is deed
        sitting.press(Qt.Key.Key_Return)
        sitting.idle()
        outbox = sitting.window.screen_named("outbox")
        assert isinstance(outbox, OutboxScreen)
        assert sitting.window.current == "outbox"
        opened = outbox.stick.dialog
        assert isinstance(opened, dialog)
        assert opened.isVisible()
        opened.reject()
        sitting.open(None, "home")
    search(sitting, "บันทึกใบรับกลับ")
    assert StickDeed.ANSWER not in [hit.argument for hit in box_of(sitting).model.hits], "a province's matter"
    outbox.stick.save.setEnabled(False)  # as on a restored machine nobody has answered for yet
    outbox.stick.dialog = None
    outbox.stick.do(StickDeed.SAVE)
    outbox.stick.do(StickDeed.ANSWER)
    assert outbox.stick.dialog is None


def test_arrows_move_and_commands_are_done(sitting: Sitting) -> None:
    box = search(sitting, "ลืมรหัส")
    first = box.list.currentIndex().row()
    sitting.press(Qt.Key.Key_Down)
    sitting.press(Qt.Key.Key_Up)
    assert box.list.currentIndex().row() == first == 0
    sitting.press(Qt.Key.Key_Return)
    help_screen = sitting.window.screen_named("help")
    assert isinstance(help_screen, HelpScreen)
    assert (sitting.window.current, help_screen.page) == ("help", "password")
    search(sitting, "เปลี่ยนเป็นภาษาอังกฤษ")
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()
    assert not sitting.program.desk.words.is_thai
    assert load_settings(sitting.program.desk.profile.settings).language == "en"
    search(sitting, "lock the")
    sitting.press(Qt.Key.Key_Return)
    assert sitting.window.locked
    press_keys(sitting)
    assert sitting.program.search.box is None


def test_the_box_goes_when_the_program_locks_by_itself_and_is_not_there_before_signing_in(sitting: Sitting) -> None:
    search(sitting, "ออมทรัพย์")
    sitting.window.idle.idled.emit()
    assert sitting.window.locked
    assert sitting.program.search.box is None
    sitting.window.sign_out()
    sitting.idle()
    press_keys(sitting)
    assert sitting.program.search.box is None
    assert not sitting.window.navigation.search.isVisible()


def test_it_opens_on_every_screen_also_while_a_box_is_typed_in(sitting: Sitting) -> None:
    for name, entry in all_screens().items():
        if not entry.signed_in or name in OPENED_FOR_SOMETHING:
            continue
        sitting.open(None, name)
        press_keys(sitting)
        box_of(sitting).reject()
    search(sitting, "ออมทรัพย์ ไตรมาส 2")
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()
    sitting.window.activateWindow()
    sitting.entry.open_item(sitting.entry.worklist.items[0])
    sitting.idle()
    sitting.go_to("members_male")
    sitting.keys("12")
    box = search(sitting, "ออม")
    box.reject()
    assert sitting.entry.panel.draft is not None
    assert sitting.entry.panel.draft.content["members_male"] == 12


@pytest.mark.parametrize("size", [(1366, 698), (911, 465)])
def test_the_box_can_be_used_without_a_mouse_and_without_sight(sitting: Sitting, size: tuple[int, int]) -> None:
    sitting.window.setFixedSize(*size)
    QTest.mouseClick(_button(sitting), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    box = box_of(sitting)
    box.activateWindow()
    sitting.keys("ออม")
    sitting.idle()
    assert box.height() < size[1]
    assert layout_faults(box) == []
    assert [*naming_faults(box), *colour_faults(box), *keyboard_faults(box)] == []
    row = QAccessible.queryAccessibleInterface(box.list).child(0)
    assert "กลุ่มออมทรัพย์" in row.text(QAccessible.Text.Name)
    assert row.text(QAccessible.Text.Name).endswith("ชุดข้อมูล")


def _button(sitting: Sitting) -> QWidget:
    navigation = sitting.window.navigation
    return next(one for one in (navigation.search, navigation.search_in_bar) if one.isVisible())
