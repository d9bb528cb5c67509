"""The table beside what else the office has: its agenda, its villages, the entries of other people."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from entry_office import Office, Sitting, key_of
from grid_office import Q2, go, grid, grid_office, stored, text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.collation import thai_key
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.domain.village import Village
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.left_at import LeftAt, Spot, read_left
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.villages import put_villages
from cdd_desktop.paths import profile
from cdd_desktop.ui import lull as lull_module
from cdd_desktop.ui.grid.columns import Source
from cdd_desktop.ui.grid.editors import ChoiceCellEditor
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.theme import Tone

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
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


def test_the_agenda_waits_for_a_pause_in_typing_and_home_shows_it_at_once(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, lull = sitting.window, sitting.program.tasks.lull
    outbox = window.navigation.button("outbox")
    before, agendas = outbox.accessibleName(), list[object]()
    window.agenda_read.connect(agendas.append)
    saver = grid(sitting).saver
    assert saver is not None
    for figure in "567":
        go(sitting, 1, "members_male")
        sitting.keys(figure)
        sitting.press(Qt.Key.Key_Return)
        saver.flush()
        sitting.qtbot.waitUntil(lambda: not saver.busy and sitting.program.tasks.running == 0, timeout=5000)
    assert not lull.quiet
    assert (agendas, outbox.accessibleName()) == ([], before)
    window.open("home")
    sitting.qtbot.waitUntil(lambda: sitting.program.tasks.running == 0, timeout=5000)
    home = window.screen_named("home")
    assert isinstance(home, HomeScreen)
    row = next(row for row in home.rows if row.view.key == Q2)
    assert (row.view.state, row.view.pending) == (SubmissionState.DRAFT, 3)
    monkeypatch.setattr(lull_module, "PAUSE_MS", 1)
    sitting.qtbot.waitUntil(lambda: len(agendas) == 1, timeout=5000)  # three saves, one reading
    assert outbox.accessibleName() != before


def test_villages_of_the_office_are_offered_in_the_table_and_forced_on_nobody(sitting: Sitting) -> None:
    tambon = sitting.workplace.geography.tambons("5007")[0].code
    sitting.workplace.do(put_villages, (Village(tambon, 1, "สันโป่ง"), Village(tambon, 5, "ห้วยทราย")))
    workplace, key = sitting.workplace, key_of("leader", "2561-r1")
    for name in ("ก", "ข"):
        ref = EntryRef(EntityKey("leader"), dataset=key.dataset)
        workplace.do(save_entry, ref, {"tambon_code": tambon, "first_name": name})
    sitting.open(key, "grid")
    sitting.idle()

    def popup() -> QAbstractItemView:
        box = QApplication.focusWidget()
        assert isinstance(box, ChoiceCellEditor)
        return box.completer().popup()

    go(sitting, 0, "village_name")
    sitting.keys("โป่")
    assert popup().isVisible()
    QTest.keyClick(popup(), Qt.Key.Key_Down)
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert (text(sitting, 0, "village_name"), text(sitting, 0, "moo")) == ("สันโป่ง", "1")
    go(sitting, 1, "village_name")
    sitting.keys("ห้วย")
    QTest.keyClick(popup(), Qt.Key.Key_Return)  # as typed, though the list knows a longer one
    assert (text(sitting, 1, "village_name"), text(sitting, 1, "moo")) == ("ห้วย", "")
    go(sitting, 1, "moo")
    sitting.keys("5")
    QTest.keyClick(popup(), Qt.Key.Key_Tab)
    content = stored(sitting, 1)
    assert (content["village_name"], content["moo"]) == ("ห้วย", 5)


def place(sitting: Sitting) -> tuple[int, str]:
    view = grid(sitting).view
    assert view.grid is not None
    return view.current_line, view.grid.columns[view.current_column].key


def test_every_way_from_cell_to_cell_and_sorting_by_the_head_or_f9(sitting: Sitting) -> None:
    view = grid(sitting).view
    assert view.grid is not None
    go(sitting, 0, "members_male")
    sitting.keys("5")
    sitting.press(Qt.Key.Key_Down)  # an arrow takes what was typed and goes on
    assert (text(sitting, 0, "members_male"), place(sitting)) == ("5", (1, "members_male"))
    steps = (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (1, "members_female")),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (0, "members_female")),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, (0, "members_male")),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, (0, "members_female")),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, (0, "saving_balance")),  # over what is calculated
        (Qt.Key.Key_Backtab, SHIFT, (0, "members_female")),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, (1, "members_male")),
        (Qt.Key.Key_Return, SHIFT, (0, "members_male")),
        (Qt.Key.Key_Down, CONTROL, (2, "members_male")),
        (Qt.Key.Key_End, CONTROL, (2, view.grid.columns[-1].key)),
        (Qt.Key.Key_Home, CONTROL, (0, view.grid.columns[0].key)),
    )
    for key, modifiers, there in steps:
        sitting.press(key, modifiers)
        assert place(sitting) == there
    names = [view.grid.cell(line, 0).text for line in range(3)]
    sitting.press(Qt.Key.Key_F9)
    assert [view.grid.cell(line, 0).text for line in range(3)] == sorted(names, key=thai_key) != sorted(names)
    heads = view.pinned.horizontalHeader()
    where = QPoint(heads.sectionPosition(0) + 20, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [view.grid.cell(line, 0).text for line in range(3)] == sorted(names, key=thai_key, reverse=True)


def test_the_name_stays_and_a_fault_is_painted_as_it_is_typed(sitting: Sitting) -> None:
    view, saver = grid(sitting).view, grid(sitting).saver
    assert view.grid is not None
    assert saver is not None
    last = next(n for n, column in reversed(list(enumerate(view.grid.columns))) if column.source is Source.FIELD)
    view.go_to(0, last)
    assert view.horizontalScrollBar().value() > 0
    assert view.pinned.isVisible()
    assert view.pinned.columnViewportPosition(0) == 0
    assert view.visualRect(view.grid.index(0, last)).left() >= view.pinned.width()
    for key, figure in (("borrowers", "3"), ("overdue_borrowers", "9")):
        go(sitting, 0, key)
        sitting.keys(figure)
        sitting.press(Qt.Key.Key_Return)
    column = next(n for n, one in enumerate(view.grid.columns) if one.key == "overdue_borrowers")
    assert view.grid.cell(0, column).tone is Tone.BAD  # more overdue than borrow
    assert saver.busy  # and nothing was saved or read for that
    assert "ต้องแก้ 1" in grid(sitting).foot.counts.text()


def test_a_table_read_again_leaves_filter_row_and_open_cell_alone(sitting: Sitting) -> None:
    """As when central brings an entry that another machine has added."""
    screen = grid(sitting)
    sitting.press(Qt.Key.Key_F, CONTROL)
    sitting.keys("หัว")
    screen.refresh(Changes(definitions=True))
    sitting.idle()
    assert screen.filter.hasFocus()
    sitting.keys("ช้าง")
    assert screen.filter.text() == "หัวช้าง"
    assert len(screen.view.grid.order) == 1
    sitting.press(Qt.Key.Key_Return)
    go(sitting, 0, "borrowers")
    sitting.keys("1")
    screen.refresh(Changes(definitions=True))  # while the cell is open
    sitting.idle()
    sitting.keys("2")
    sitting.press(Qt.Key.Key_Return)
    assert text(sitting, 0, "borrowers") == "12"
    ledger = screen.view.grid.ledger
    sitting.qtbot.waitUntil(lambda: screen.view.grid.ledger is not ledger, timeout=5000)
    assert (text(sitting, 0, "borrowers"), len(screen.view.grid.order)) == ("12", 1)


def test_an_open_cell_is_remembered_until_it_is_left(sitting: Sitting) -> None:
    def left() -> LeftAt | None:
        saver = grid(sitting).saver
        assert saver is not None
        saver.flush()
        sitting.idle()
        return sitting.workplace.read(read_left)

    go(sitting, 1, "remark")
    sitting.keys("กำลังพิ")
    found = left()
    assert found is not None
    assert (found.spot, found.ref.record_id) == (Spot("remark", 7, "กำลังพิ", open=True), None)
    sitting.press(Qt.Key.Key_Escape)
    assert left() is None
    sitting.keys("พิมพ์แล้ว")
    sitting.press(Qt.Key.Key_Return)
    go(sitting, 1, "remark")
    found = left()
    assert found is not None
    assert found.ref.record_id is not None
    assert not found.spot.open
