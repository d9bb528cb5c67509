"""Holidays and villages in the window: what is added counts at once, files are shown before they count, forms offer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Office, Sitting, enrolled_office, key_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.domain.village import Village
from cdd_desktop.operations.villages import put_villages, read_villages
from cdd_desktop.ui.entry.editors.village import VillageEditor
from cdd_desktop.ui.lists.screen import ListsScreen

FAIR = date(2018, 3, 20)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return enrolled_office(tmp_path, FixedClock(DEMO_NOW))


@pytest.fixture
def sitting(qtbot: QtBot, office: Office) -> Iterator[Sitting]:
    held = Sitting(qtbot, office)
    yield held
    held.end()


def lists(sitting: Sitting, name: str) -> ListsScreen:
    sitting.open(name, "lists")
    screen = sitting.window.screen_named("lists")
    assert isinstance(screen, ListsScreen)
    return screen


def test_a_holiday_is_added_by_keyboard_and_counts_at_once(sitting: Sitting) -> None:
    page = lists(sitting, "days").days
    page.day.setFocus()
    sitting.keys("๒๐/๓/๒๕๖๑")
    sitting.leave_box()
    page.name.setFocus()
    sitting.keys("วันงานประจำอำเภอ")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    sitting.idle()
    assert sitting.workplace.calendar.last_working_day_on(FAIR) == date(2018, 3, 19)
    row = next(row for row, cells in enumerate(page.model.rows) if "วันงานประจำอำเภอ" in cells)
    assert page.model.rows[row][2] == "หน่วยงานนี้"
    page.table.selectRow(row)
    page.remove.click()
    sitting.idle()
    assert sitting.workplace.calendar.last_working_day_on(FAIR) == FAIR
    page.pick.setCurrentIndex(page.pick.findData(2021))
    assert "ยังไม่มีประกาศ" not in page.note.full_text()


def test_a_file_of_villages_is_shown_before_it_counts(sitting: Sitting, tmp_path: Path) -> None:
    screen = lists(sitting, "villages")
    page = screen.villages
    tambons = sitting.workplace.geography.tambons("5007")
    page.moo.setText("๑")
    page.name.setText("บ้านสันโป่ง")
    page.add.click()
    sitting.idle()
    assert page.model.rows == (("1", "สันโป่ง"),)
    file = tmp_path / "villages.csv"
    rows = [f"{tambons[0].name_th},1,สันโป่งใหม่", f"{tambons[0].name_th},๒,บ้านห้วยทราย", "ไม่มี,1,ก"]
    file.write_text("\n".join(["ตำบล,หมู่ที่,ชื่อหมู่บ้าน", *rows]), encoding="utf-8")
    sitting.answer(str(file))
    screen.take_in.click()
    sitting.idle()
    assert page.counts.full_text() == "ใหม่ 1 · เปลี่ยน 1 · เหมือนเดิม 0 · ไม่รับ 1"
    assert "ไม่พบตำบล" in page.preview_model.rows[2][3]
    assert len(sitting.workplace.read(read_villages)) == 1
    page.leave_file.click()
    screen.take_in.click()
    sitting.idle()
    page.take.click()
    sitting.idle()
    assert page.model.rows == (("1", "สันโป่งใหม่"), ("2", "ห้วยทราย"))
    written = tmp_path / "out.xlsx"
    sitting.answer(str(written))
    screen.write_out.click()
    sitting.idle()
    assert written.exists()


def test_forms_offer_the_villages_and_force_nothing(sitting: Sitting) -> None:
    tambon = sitting.workplace.geography.tambons("5007")[0].code
    sitting.workplace.do(put_villages, (Village(tambon, 1, "สันโป่ง"), Village(tambon, 5, "ห้วยทราย")))
    windows = sitting.workplace.calendar.windows_of(UnitLevel.DISTRICT, 2561)
    period = next(window.period for window in windows if window.dataset == "poverty_fund")
    sitting.open(key_of("poverty_fund", period))
    sitting.entry.add("fund")
    sitting.idle()
    sitting.type_into("tambon_code", sitting.workplace.geography.tambons("5007")[0].name_th)
    form = sitting.entry.panel.form
    moo, name = form.boxes["moo"].editor, form.boxes["village_name"].editor
    assert isinstance(moo, VillageEditor)
    assert isinstance(name, VillageEditor)
    sitting.type_into("moo", "5")
    assert name.meant.text() == "ห้วยทราย?"
    assert name.box.text() != "ห้วยทราย"  # offered, not taken
    name.press_beside()
    sitting.saved()
    assert sitting.entry.draft.content["village_name"] == "ห้วยทราย"
    assert name.meant.isHidden()
    sitting.type_into("village_name", "")
    sitting.type_into("moo", "")
    sitting.go_to("village_name")
    sitting.keys("โป่")
    popup = name.box.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    sitting.saved()
    content = sitting.entry.draft.content
    assert (content["village_name"], content["moo"]) == ("สันโป่ง", 1)
    sitting.type_into("village_name", "บ้านที่ไม่อยู่ในรายการ")
    sitting.saved()
    assert sitting.entry.draft.content["village_name"] == "บ้านที่ไม่อยู่ในรายการ"
    assert name.meant.text() == "สันโป่ง?"
