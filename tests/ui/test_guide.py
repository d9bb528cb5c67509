"""The guide through a first report: what it says follows the store, never the clicks, and it is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from demo_day import DEMO_NOW
from entry_office import HEAD, OFFICER, Office, Sitting, enrolled_office, key_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from screen_faults import layout_faults
from store_office import Filler

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import MarkState
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.operations.apply_receipt import apply_receipt
from cdd_desktop.operations.claim_batch import claim_batch
from cdd_desktop.operations.guide import read_guide
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import EntryRef, GuideStep
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.protocol import Batch, Receipt, Result
from cdd_desktop.ui.guide import FirstReportGuide
from cdd_desktop.ui.help.screen import HelpScreen
from cdd_desktop.ui.printing.screen import PrintingScreen

Q2 = key_of("saving_group", "2561-q2")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Four savings groups; nobody has sent anything."""
    office = enrolled_office(tmp_path, FixedClock(DEMO_NOW))
    workplace = office.work_as()
    Filler(workplace).registers("saving_group")
    workplace.close()
    return office


@pytest.fixture
def sitting(qtbot: QtBot, office: Office) -> Iterator[Sitting]:
    held = Sitting(qtbot, office)
    yield held
    held.end()


def guide_of(sitting: Sitting) -> FirstReportGuide:
    guide = sitting.window.findChild(FirstReportGuide)
    assert isinstance(guide, FirstReportGuide)
    return guide


def says(sitting: Sitting) -> tuple[str, str]:
    """The sentence and the words of the button."""
    strip = guide_of(sitting).strip
    assert strip.isVisible()
    assert strip.go_on.isHidden() != bool(strip.go_on.text())
    return strip.sentence.full_text(), strip.go_on.text()


def step(sitting: Sitting) -> GuideStep | None:
    guide = sitting.workplace.read(read_guide)
    assert guide is not None
    return guide.next


def press(sitting: Sitting) -> None:
    QTest.mouseClick(guide_of(sitting).strip.go_on, Qt.MouseButton.LeftButton)
    sitting.idle()


def change_person(sitting: Sitting, office: Office, person: str) -> None:
    sitting.window.sign_out()
    sitting.idle()
    assert not guide_of(sitting).strip.isVisible()
    sitting.program.desk.opened.emit(office.work_as(person))
    sitting.idle()


def mark(workplace: Workplace, *numbers: int) -> None:
    """Nothing has been received for the groups of these numbers."""
    items = workplace.read(read_worklist, Q2).items
    for item in (items[number] for number in numbers):
        ref = EntryRef(item.entity, Q2, item.record_id, item.register_id)
        workplace.do(mark_entry, ref, MarkState.NOT_RECEIVED, "กลุ่มยังไม่ปิดบัญชี")


def receive_all(work: Work) -> None:
    """Central's receipts for everything that waits."""
    while (claimed := claim_batch(work)) is not None:
        batch = msgspec.json.decode(claimed.body, type=Batch)
        results = [Result(n=change.n, status="stored", rev=1) for group in batch.groups for change in group.changes]
        receipt = Receipt(no="2561-0000412", batch=claimed.id, received_at=work.now.isoformat(), results=results)
        apply_receipt(work, msgspec.json.encode(receipt), claimed.id, epoch="", touched=Touched())


def test_it_leads_from_the_choice_to_the_proposal(sitting: Sitting) -> None:
    assert step(sitting) is GuideStep.CHOOSE
    assert says(sitting) == ("เริ่มจากยอดจำหน่าย OTOP ครบกำหนด 10 ต.ค. 2560 เปิดแล้วกรอกช่องแรก", "เปิดงานนี้")
    press(sitting)
    assert sitting.window.current == "entry"
    assert says(sitting)[1] == ""  # the person is where it is done
    sitting.open(Q2)  # and may choose another report: the guide follows
    sitting.type_into("members_male", "สิบสอง")
    sitting.saved()
    assert step(sitting) is GuideStep.ENTER
    sitting.open(None, "home")
    assert says(sitting)[0].endswith("กรอกหนึ่งรายการให้ครบ โปรแกรมบันทึกให้เอง")
    assert says(sitting)[1] == "ไปบันทึกต่อ"
    mark(sitting.workplace, 1)
    sitting.idle()
    assert step(sitting) is GuideStep.MEND
    left = "กลุ่มออมทรัพย์ฯ เหลือ 2 รายการ กรอกหรือยืนยันให้ครบ รายการใดยังไม่ได้รับข้อมูลให้แจ้งไว้"
    assert says(sitting) == (left, "ไปบันทึกต่อ")
    mark(sitting.workplace, 2, 3)
    sitting.idle()
    faults = "กลุ่มออมทรัพย์ฯ มี 1 รายการที่ต้องแก้หรือต้องเขียนเหตุผล กดทีละแถวเพื่อไปแก้"
    assert says(sitting) == (faults, "ดูรายการ")
    press(sitting)
    assert sitting.window.current == "certify"
    assert says(sitting)[1] == ""
    first = sitting.workplace.read(read_worklist, Q2).items[0]
    ref = EntryRef(first.entity, Q2, first.record_id, first.register_id)
    sitting.workplace.do(save_entry, ref, {"members_male": 84, ":raw:members_male": None})
    mark(sitting.workplace, 0)
    sitting.idle()
    assert step(sitting) is GuideStep.PROPOSE


def test_it_waits_for_the_head_and_for_the_receipt(sitting: Sitting, office: Office) -> None:
    mark(sitting.workplace, 0, 1, 2, 3)
    sitting.open(Q2, "certify")
    assert step(sitting) is GuideStep.PROPOSE
    sitting.certify.moves[MoveKind.PROPOSE].click()
    sitting.idle()
    assert "ต่อไปให้พัฒนาการอำเภอเข้าใช้เครื่องนี้และรับรอง" in says(sitting)[0]
    assert step(sitting) is GuideStep.CERTIFY
    change_person(sitting, office, HEAD)
    assert not guide_of(sitting).strip.isVisible()  # heads have another work
    sitting.workplace.do(move_submission, Q2, MoveKind.CERTIFY)
    change_person(sitting, office, OFFICER)
    assert step(sitting) is GuideStep.SEND
    assert says(sitting)[1] == "ไปส่ง"
    press(sitting)
    assert sitting.window.current == "outbox"
    sitting.workplace.do(receive_all)
    sitting.open(None, "home")
    sitting.window.desk.guide_requested.emit()
    sitting.idle()
    assert step(sitting) is None
    assert says(sitting)[0].endswith("ใบรับเลขที่ 2561-0000412")
    press(sitting)
    assert isinstance(sitting.window.screen_named("printing"), PrintingScreen)
    assert sitting.window.current == "printing"
    guide_of(sitting).strip.skip.click()
    sitting.idle()
    assert sitting.workplace.read(read_guide) is None


def test_skipped_it_stays_away_until_it_is_called(sitting: Sitting, office: Office) -> None:
    strip = guide_of(sitting).strip
    assert strip.isVisible()
    QTest.mouseClick(strip.skip, Qt.MouseButton.LeftButton)
    sitting.idle()
    assert not strip.isVisible()
    change_person(sitting, office, OFFICER)
    assert not strip.isVisible()
    sitting.open("first-report", "help")
    screen = sitting.window.screen_named("help")
    assert isinstance(screen, HelpScreen)
    QTest.mouseClick(screen.guide, Qt.MouseButton.LeftButton)
    sitting.idle()
    assert sitting.window.current == "home"
    assert strip.isVisible()
    sitting.window.lock()
    assert not strip.isVisible()  # nothing is shown while locked


@pytest.mark.parametrize(
    ("size", "text"), [((911, 465), 100), ((1366, 698), 100), ((1366, 698), 200)], ids=["scaled", "plain", "largest"]
)
def test_it_takes_its_own_room(sitting: Sitting, size: tuple[int, int], text: int) -> None:
    program = sitting.program
    program.desk.change_settings(replace(program.desk.settings, text_size=text, theme="light"))
    program.rebuild()
    sitting.window.setFixedSize(*size)
    sitting.idle()
    strip = guide_of(sitting).strip
    assert strip.isVisible()
    assert strip.height() <= size[1] / 4
    for name, argument in (("home", None), ("entry", Q2), ("certify", Q2), ("outbox", None)):
        sitting.open(argument, name)
        for _ in range(3):
            sitting.idle()
        faults = layout_faults(sitting.window)
        assert [fault for fault in faults if text < 200 or "not wholly visible" not in fault] == []
