"""Excel in the window: a template written, filled in, looked at, stopped, written, and refused rows given back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from demo_day import DEMO_NOW
from entry_office import Office, Sitting, add_groups, enrolled_office, key_of
from pytestqt.qtbot import QtBot
from store_office import copied

from cdd_desktop.clock import FixedClock
from cdd_desktop.exchange.plan import RowState
from cdd_desktop.operations.read_worklist import read_registers
from cdd_desktop.ui.importing.screen import ImportingScreen
from cdd_desktop.ui.messages import FileWish, Message, Question, Shown

KEY = key_of("saving_group", "2561-q2")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = enrolled_office(tmp_path_factory.mktemp("template"), FixedClock(DEMO_NOW))
    workplace = office.work_as()
    add_groups(workplace)
    workplace.close()
    return office


class At:
    """The screen with somebody who answers its questions: every file asked for is ``path``."""

    def __init__(self, qtbot: QtBot, office: Office, path: Path) -> None:
        self.sitting = Sitting(qtbot, office)
        self.path = path
        self.shown: list[Shown] = []
        self.reason = "ย้ายเครื่อง"
        self.sitting.program.desk.messages.recorder = self._answer
        self.sitting.open(KEY, "importing")
        screen = self.sitting.window.screen_named("importing")
        assert isinstance(screen, ImportingScreen)
        self.screen = screen

    def _answer(self, shown: Shown, /) -> object:
        self.shown.append(shown)
        if isinstance(shown, FileWish):
            return str(self.path)
        return self.reason if isinstance(shown, Question) else None

    def press(self, name: str) -> None:
        getattr(self.screen, name).click()
        self.sitting.idle()


@pytest.fixture
def at(qtbot: QtBot, template: Office, tmp_path: Path) -> Iterator[At]:
    one = At(qtbot, copied(template, tmp_path), tmp_path / "book.xlsx")
    yield one
    one.sitting.end()


def heads(sheet: openpyxl.worksheet.worksheet.Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[3]}


def fill_in(path: Path) -> None:
    """One new group, one renamed, and a number that is none."""
    book = openpyxl.load_workbook(path)
    groups, quarters = book.worksheets[:2]
    place = heads(groups)
    for head, value in (("ชื่อกลุ่ม", " กลุ่มเเม่บ้าน"), ("ตำบล", "ริมใต้"), ("หมู่ที่", "๓")):
        groups.cell(7, place[head]).value = value
    groups.cell(5, place["ชื่อกลุ่ม"]).value = "กลุ่มใหม่"
    quarters.cell(5, heads(quarters)["สมาชิกชาย (คน)"]).value = "ยี่สิบ"
    book.save(path)


def test_template_preview_write_and_refused_rows(at: At) -> None:
    at.press("template")
    fill_in(at.path)
    at.press("choose")
    plan = at.screen.plan
    assert plan is not None
    assert [plan.count(state) for state in (RowState.NEW, RowState.CHANGED, RowState.REFUSED)] == [1, 1, 1]
    assert at.screen.write.isVisible()
    workplace = at.sitting.workplace
    assert "กลุ่มใหม่" not in {item.title for item in workplace.read(read_registers, "saving_group")}
    model = at.screen.model
    model.show_only("refused")
    assert model.rowCount() == 1
    assert "E5 สมาชิกชาย: พิมพ์เป็นตัวเลข" in str(model.index(0, 3).data())
    at.press("write")
    names = {item.title for item in workplace.read(read_registers, "saving_group")}
    assert {"กลุ่มใหม่", "กลุ่มแม่บ้าน"} <= names
    source, at.path = at.path, at.path.with_name("refused.xlsx")
    at.press("refused")
    comment = openpyxl.load_workbook(at.path).worksheets[1]["E5"].comment
    assert comment is not None
    assert comment.text.startswith("พิมพ์เป็นตัวเลข")
    at.path = source
    at.press("choose")
    assert at.screen.plan is not None
    assert at.screen.plan.count(RowState.UNCHANGED) == len(at.screen.plan.rows) - 1


def test_a_sheet_of_any_origin_with_chosen_columns(at: At) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["ชื่อ", "ต.", "ม.", "นายกกลุ่ม"])
    sheet.append(["กลุ่มทอผ้า", "ริมใต้", 4, "นางคำ ดี"])
    book.save(at.path)
    at.press("choose")
    if not at.screen.columns:  # nothing recognised: said in words, and the three ways stay
        assert any(isinstance(shown, Message) for shown in at.shown)
        return
    card = at.screen.columns[0]
    card.boxes[0].setCurrentIndex(card.boxes[0].findData("name_th"))
    at.sitting.idle()
    assert at.screen.plan is not None
    assert at.screen.plan.count(RowState.NEW) == 1
    at.press("write")
    at.press("choose")
    assert at.screen.plan.count(RowState.UNCHANGED) == 1


def test_return_asks_why_and_published_is_refused(at: At) -> None:
    at.press("give_back")
    question = next(shown for shown in at.shown if isinstance(shown, Question))
    assert question.asks_reason
    at.press("choose")
    assert at.screen.plan is not None
    assert at.screen.plan.count(RowState.UNCHANGED) == len(at.screen.plan.rows)
    at.press("publish")
    at.press("choose")
    assert isinstance(at.shown[-1], Message)
    assert at.shown[-1].code == "workbook-published"


def test_stopping_leaves_everything_as_it_was(at: At) -> None:
    at.press("template")
    fill_in(at.path)
    at.press("choose")
    at.screen.write.click()
    at.screen.cancel.click()
    at.sitting.idle()
    assert isinstance(at.shown[-1], Message)
    assert at.shown[-1].code == "import-stopped"
    names = {item.title for item in at.sitting.workplace.read(read_registers, "saving_group")}
    assert "กลุ่มใหม่" not in names
