"""The table through the real window, on a real encrypted store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from entry_office import Office, Sitting, key_of
from grid_office import Q2, go, grid, grid_office, stored, text
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.collation import thai_key
from cdd_desktop.domain.record import RAW, REASON
from cdd_desktop.operations.read_table import read_table
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.paths import profile
from cdd_desktop.samples.people import citizen_id
from cdd_desktop.ui.entry.duplicate import DuplicateDialog
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.theme import Tone

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An enrolled office with three savings groups; the first has figures of the quarter before."""
    return grid_office(tmp_path_factory.mktemp("office"))


@pytest.fixture
def office(template: Path, tmp_path: Path, clock: FixedClock) -> Office:
    shutil.copytree(template, tmp_path / "data")
    return Office(profile("test", tmp_path / "data"), clock)


@pytest.fixture
def sitting(qtbot: QtBot, office: Office) -> Iterator[Sitting]:
    sitting = Sitting(qtbot, office)
    sitting.open(Q2, "grid")
    yield sitting
    sitting.end()


def test_opens_at_the_first_box_with_names_and_places(sitting: Sitting) -> None:
    view = grid(sitting).view
    assert view.grid is not None
    assert view.grid.rowCount() == 3
    assert view.grid.cell(0, 0).text.startswith("ออมทรัพย์")
    assert (view.current_line, view.grid.columns[view.current_column].key) == (0, "data_as_of")
    assert "งวดก่อน" in grid(sitting).foot.message.full_text()


def test_typing_replaces_tab_goes_right_and_enter_below_the_first(sitting: Sitting) -> None:
    go(sitting, 0, "members_male")
    sitting.keys("๘๔")
    sitting.press(Qt.Key.Key_Tab)
    sitting.keys("127")
    sitting.press(Qt.Key.Key_Return)
    view = grid(sitting).view
    assert view.grid is not None
    assert (text(sitting, 0, "members_male"), text(sitting, 0, "members_total")) == ("84", "211")
    assert (view.current_line, view.grid.columns[view.current_column].key) == (1, "members_male")
    assert stored(sitting, 0)["members_male"] == 84


def test_saves_by_itself_as_one_record(sitting: Sitting) -> None:
    go(sitting, 1, "members_male")
    sitting.keys("5")
    sitting.press(Qt.Key.Key_Tab)
    sitting.keys("6")
    sitting.press(Qt.Key.Key_Tab)
    saver = grid(sitting).saver
    assert saver is not None
    sitting.qtbot.waitUntil(lambda: not saver.busy, timeout=5000)
    assert grid(sitting).foot.saved.full_text() == "บันทึกแล้วเมื่อสักครู่"
    rows = [row for row in sitting.workplace.read(read_table, Q2).rows if row.ref.record_id]
    assert [(row.stored["members_male"], row.stored["members_female"]) for row in rows] == [(5, 6)]


def test_what_is_no_value_is_kept_and_marked(sitting: Sitting) -> None:
    go(sitting, 0, "borrowers")
    sitting.keys("สี่สิบ")
    sitting.press(Qt.Key.Key_Return)
    model = grid(sitting).view.grid
    assert model is not None
    column = next(n for n, one in enumerate(model.columns) if one.key == "borrowers")
    assert (model.cell(0, column).text, model.cell(0, column).tone) == ("สี่สิบ", Tone.BAD)
    assert stored(sitting, 0)[RAW + "borrowers"] == "สี่สิบ"
    assert "ต้องแก้ 1" in grid(sitting).foot.counts.text()


def test_undo_and_redo_go_over_all_rows(sitting: Sitting) -> None:
    for line in (0, 1):
        go(sitting, line, "borrowers")
        sitting.keys("7")
        sitting.press(Qt.Key.Key_Return)
    sitting.press(Qt.Key.Key_Z, CONTROL)
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert [text(sitting, line, "borrowers") for line in (0, 1)] == ["", ""]
    sitting.press(Qt.Key.Key_Y, CONTROL)
    assert [text(sitting, line, "borrowers") for line in (0, 1)] == ["7", ""]
    assert stored(sitting, 0)["borrowers"] == 7


def test_calculated_cells_say_why_they_cannot_be_typed_into(sitting: Sitting) -> None:
    go(sitting, 0, "members_total")
    sitting.keys("9")
    assert text(sitting, 0, "members_total") == ""
    assert "โปรแกรมคำนวณให้" in grid(sitting).foot.message.full_text()


def clipboard() -> QClipboard:
    return QGuiApplication.clipboard()


def test_a_block_from_excel_is_pasted_saved_and_taken_back(sitting: Sitting) -> None:
    go(sitting, 0, "members_male")
    clipboard().setText('๑๐\t20\r\n30\t"40"\r\n')
    sitting.press(Qt.Key.Key_V, CONTROL)
    assert [text(sitting, line, "members_total") for line in (0, 1)] == ["30", "70"]
    assert stored(sitting, 1)["members_female"] == 40
    go(sitting, 0, "members_male")
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert [text(sitting, line, "members_male") for line in (0, 1)] == ["", ""]
    assert "members_male" not in stored(sitting, 1)


def test_what_does_not_fit_is_shown_before_anything_is_pasted(sitting: Sitting) -> None:
    shown = sitting.answer(True)
    go(sitting, 0, "members_male")
    clipboard().setText("10\t20\t30\tสิบ\n")
    sitting.press(Qt.Key.Key_V, CONTROL)
    assert isinstance(shown[0], Question)
    assert "วางได้ 2 ช่อง วางไม่ได้ 2 ช่อง" in shown[0].sentence
    assert "โปรแกรมคำนวณให้" in shown[0].sentence
    assert [text(sitting, 0, key) for key in ("members_male", "members_total", "saving_balance")] == ["10", "30", ""]


def test_a_refused_paste_changes_nothing(sitting: Sitting) -> None:
    sitting.answer(None)
    go(sitting, 0, "members_male")
    clipboard().setText("10\tยี่สิบ\n")
    sitting.press(Qt.Key.Key_V, CONTROL)
    assert text(sitting, 0, "members_male") == ""


def test_filling_down_copying_and_clearing(sitting: Sitting) -> None:
    go(sitting, 0, "borrowers")
    sitting.keys("12")
    sitting.press(Qt.Key.Key_Return)
    go(sitting, 0, "borrowers")
    sitting.press(Qt.Key.Key_Down, SHIFT)
    sitting.press(Qt.Key.Key_Down, SHIFT)
    sitting.press(Qt.Key.Key_D, CONTROL)
    assert [text(sitting, line, "borrowers") for line in range(3)] == ["12"] * 3
    sitting.press(Qt.Key.Key_C, CONTROL)
    assert clipboard().text() == "12\n12\n12\n"
    sitting.press(Qt.Key.Key_Delete)
    assert [text(sitting, line, "borrowers") for line in range(3)] == [""] * 3
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert [text(sitting, line, "borrowers") for line in range(3)] == ["12"] * 3


def test_sorts_as_a_thai_dictionary_with_blanks_last_and_filters(sitting: Sitting) -> None:
    screen, view = grid(sitting), grid(sitting).view
    assert view.grid is not None
    go(sitting, 2, "borrowers")
    sitting.keys("3")
    sitting.press(Qt.Key.Key_Return)
    names = [view.grid.cell(line, 0).text for line in range(3)]
    view.sort_asked.emit(0)
    assert [view.grid.cell(line, 0).text for line in range(3)] == sorted(names, key=thai_key)
    column = next(n for n, one in enumerate(view.grid.columns) if one.key == "borrowers")
    for first in ("3", "3"):
        view.sort_asked.emit(column)
        assert text(sitting, 0, "borrowers") == first
    sitting.press(Qt.Key.Key_F, CONTROL)
    sitting.keys("แม่สา")
    assert view.grid.rowCount() == 1
    screen.view.setFocus()
    sitting.press(Qt.Key.Key_Escape)
    assert view.grid.rowCount() == 3


def test_the_reason_of_a_warning_is_written_at_the_foot(sitting: Sitting) -> None:
    go(sitting, 0, "members_male")
    clipboard().setText("900\t900\n")
    sitting.press(Qt.Key.Key_V, CONTROL)
    screen = grid(sitting)
    sitting.press(Qt.Key.Key_F8)
    assert screen.foot.reason.isVisible()
    sitting.press(Qt.Key.Key_E, CONTROL)
    sitting.keys("รวมกับกลุ่มข้างเคียง")
    sitting.press(Qt.Key.Key_Return)
    assert [value for path, value in stored(sitting, 0).items() if path.startswith(REASON)] == ["รวมกับกลุ่มข้างเคียง"]
    assert screen.view.hasFocus()


def test_heads_down_enter_goes_from_blank_to_blank(sitting: Sitting) -> None:
    view = grid(sitting).view
    assert view.grid is not None
    sitting.press(Qt.Key.Key_F7)
    go(sitting, 0, "members_male")
    visited = []
    for figure in ("10", "20", "30"):
        visited.append(view.grid.columns[view.current_column].key)
        sitting.keys(figure)
        sitting.press(Qt.Key.Key_Return)
    assert visited == ["members_male", "members_female", "saving_balance"]


def test_an_unclear_date_is_asked_never_guessed(sitting: Sitting) -> None:
    go(sitting, 0, "data_as_of")
    sitting.keys("1/2/61")
    sitting.press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    if menu is not None:
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert text(sitting, 0, "data_as_of") == "1 ก.พ. 2561"


def test_leaders_are_added_in_the_empty_line(sitting: Sitting) -> None:
    sitting.open(key_of("leader", "2561-r1"), "grid")
    view = grid(sitting).view
    assert view.grid is not None
    assert view.grid.rowCount() == 1
    go(sitting, 0, "first_name")
    sitting.keys("บัวผัน")
    sitting.press(Qt.Key.Key_Return)
    go(sitting, 0, "sex")
    sitting.keys("หญิ")
    sitting.press(Qt.Key.Key_Return)
    assert (view.grid.rowCount(), text(sitting, 0, "sex")) == (2, "หญิง")
    content = stored(sitting, 0)
    assert (content["first_name"], content["sex"]) == ("บัวผัน", "female")


def test_a_person_typed_twice_is_noticed_and_compared_in_the_form(sitting: Sitting) -> None:
    sitting.open(key_of("leader", "2561-r1"), "grid")
    screen = grid(sitting)
    for line, name in enumerate(("บัวผัน", "บัวแก้ว")):
        go(sitting, line, "first_name")
        sitting.keys(name)
        sitting.press(Qt.Key.Key_Return)
        go(sitting, line, "citizen_id")
        assert not screen.foot.compare.isVisible()
        sitting.keys(citizen_id(4242))
        sitting.press(Qt.Key.Key_Return)
        go(sitting, line, "citizen_id")
    assert screen.foot.compare.isVisible()
    sitting.press(Qt.Key.Key_M, CONTROL)
    sitting.idle()
    banner = sitting.entry.panel.twins
    assert banner.isVisible()
    assert "บัว" in banner.text()
    banner.compare.click()
    sitting.idle()
    assert sitting.entry.findChild(DuplicateDialog).isVisible()


def test_last_period_stands_under_the_figures_after_f2(sitting: Sitting) -> None:
    view = grid(sitting).view
    assert view.grid is not None
    sitting.press(Qt.Key.Key_F2)
    sitting.idle()
    view.grid.work_out(0)
    column = next(n for n, one in enumerate(view.grid.columns) if one.key == "members_male")
    line = next(n for n in range(3) if view.grid.cell(n, 0).text == "ออมทรัพย์บ้านหนองหอย")
    view.grid.work_out(line)
    assert view.previous_text(line, column) == "82"


def test_saves_while_typing_goes_on(sitting: Sitting) -> None:
    go(sitting, 0, "borrowers")
    saver, typed = grid(sitting).saver, 0
    assert saver is not None

    def type_until_saved() -> bool:
        nonlocal typed
        typed += 1
        go(sitting, typed % 3, "borrowers")
        sitting.keys(str(typed))
        sitting.press(Qt.Key.Key_Return)
        return any(row.record_id for row in sitting.workplace.read(read_table, Q2).rows)

    sitting.qtbot.waitUntil(type_until_saved, timeout=5000)
    assert typed > 1


def test_what_another_screen_changes_is_shown_beneath_what_is_typed(sitting: Sitting) -> None:
    go(sitting, 0, "borrowers")
    sitting.keys("8")
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()
    model = grid(sitting).view.grid
    assert model is not None
    sitting.workplace.do(save_entry, model.ledger.rows[model.order[0]].ref, {"members_male": 44})
    sitting.qtbot.waitUntil(lambda: text(sitting, 0, "members_male") == "44", timeout=5000)
    assert text(sitting, 0, "borrowers") == "8"


def test_a_round_that_has_not_begun_may_only_be_looked_at(sitting: Sitting) -> None:
    shown = sitting.answer(True)
    sitting.open(key_of("saving_group", "2561-q4"), "grid")
    go(sitting, 0, "borrowers")
    sitting.keys("8")
    assert text(sitting, 0, "borrowers") == ""
    assert grid(sitting).note.isVisible()
    assert "บันทึกได้ตั้งแต่" in grid(sitting).foot.message.full_text()
    assert not shown


def test_otop_lines_take_a_producer_by_name_and_a_choice_by_its_word(sitting: Sitting) -> None:
    sitting.open(key_of("otop_sales", "2561-m02"), "grid")
    view = grid(sitting).view
    assert view.grid is not None
    go(sitting, 0, "source_kind")
    sitting.keys("งาน")
    sitting.press(Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    go(sitting, 0, "sales_total")
    sitting.keys("1,234.50")
    sitting.press(Qt.Key.Key_Return)
    assert text(sitting, 0, "sales_total") == "1,234.50"
    assert stored(sitting, 0)["sales_total"] == 123_450


def test_rows_are_marked_as_not_received_with_one_reason_and_back(sitting: Sitting) -> None:
    key = Q2.period
    go(sitting, 1, "members_male")
    sitting.press(Qt.Key.Key_Down, SHIFT)
    shown = sitting.answer("กลุ่มยังไม่ปิดบัญชี")
    sitting.press(Qt.Key.Key_F7, CONTROL)
    assert isinstance(shown[0], Question)
    assert shown[0].asks_reason
    for line in (1, 2):
        assert stored(sitting, line)[":mark:" + key] == "not_received"
        assert stored(sitting, line)[":why:" + key] == "กลุ่มยังไม่ปิดบัญชี"
    assert "2 จาก 3" in grid(sitting).foot.counts.text()
    assert "กลุ่มยังไม่ปิดบัญชี" in grid(sitting).foot.message.full_text()
    go(sitting, 1, "members_male")
    sitting.keys("82")
    sitting.press(Qt.Key.Key_Return)
    assert ":mark:" + key not in stored(sitting, 1)  # typing says that something has come
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert stored(sitting, 1)[":mark:" + key] == "not_received"
    sitting.press(Qt.Key.Key_Z, CONTROL)
    assert not stored(sitting, 1).get(":mark:" + key)
    assert not stored(sitting, 2).get(":mark:" + key)
    sitting.press(Qt.Key.Key_Y, CONTROL)
    go(sitting, 2, "members_male")
    sitting.press(Qt.Key.Key_F7, CONTROL)  # all chosen rows have the mark: it goes
    assert not stored(sitting, 2).get(":mark:" + key)
    assert stored(sitting, 1)[":mark:" + key] == "not_received"
