"""The journey *enter*: sign in, see what is due, fill an entry with no network, close, open again, it is there."""

from __future__ import annotations

from pathlib import Path

from entry_office import OFFICER, PASSWORD, Sitting, add_groups, enrolled_office, key_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.views import ItemStatus
from cdd_desktop.ui.widgets import ListRow

Q2 = key_of("saving_group", "2561-q2")


def sign_in(sitting: Sitting) -> None:
    screen = sitting.window.screen_named("sign_in")
    row = screen.findChild(ListRow, OFFICER)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QApplication.focusWidget().setFocus()
    sitting.keys(PASSWORD)
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()


def open_from_home(sitting: Sitting) -> None:
    """Press the button of the savings groups' row."""
    home = sitting.window.screen_named("home")
    row = next(one for one in home.rows if one.view.key == Q2)
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    sitting.idle()


def test_enter_close_and_find_it_again(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    office = enrolled_office(tmp_path, clock)
    workplace = office.work_as()
    add_groups(workplace)
    workplace.close()

    sitting = Sitting(qtbot, office, person="")
    assert sitting.window.current == "sign_in"
    sign_in(sitting)
    assert sitting.window.current == "home"
    open_from_home(sitting)
    assert sitting.window.current == "entry"
    sitting.type_into("members_male", "๘๔")
    sitting.type_into("members_female", "127")
    sitting.type_into("saving_balance", "612,450.50")
    sitting.type_into("remark", "พิมพ์ไว้ยังไม่ครบ")
    sitting.go_to("borrowers")
    sitting.keys("46")  # still in the box when the window is closed
    sitting.end()

    again = Sitting(qtbot, office, person="")
    sign_in(again)
    open_from_home(again)
    item = next(one for one in again.entry.worklist.items if one.record_id is not None)
    again.entry.open_item(item)
    again.idle()
    content = again.entry.draft.content
    assert content["members_male"] == 84
    assert content["saving_balance"] == 61_245_050
    assert content["remark"] == "พิมพ์ไว้ยังไม่ครบ"
    assert content["borrowers"] == 46
    assert again.entry.draft.values["members_total"] == 211
    assert item.status is not ItemStatus.TODO
    box = again.entry.panel.form.boxes["saving_balance"].editor.first_box()
    assert box.text() == "612,450.50"
    again.end()
