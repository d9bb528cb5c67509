"""The journey *stick*: a district without a line saves to a stick, the province carries it, central's receipt comes
home on the same stick; each through its own window, and seen on screen at every step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from central_process import CentralProcess, enrolled
from entry_office import Office, Sitting, add_groups, key_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState, Verdict
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.ui.drives import Drive
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.outbox.stick.answers_dialog import AnswersDialog
from cdd_desktop.ui.outbox.stick.card import StickCard
from cdd_desktop.ui.outbox.stick.take_dialog import TakeDialog
from cdd_desktop.ui.outbox.stick.write_dialog import WriteDialog
from cdd_desktop.ui.outbox.ways import Mark

Q2 = key_of("saving_group", "2561-q2")
QUARTER = {
    "data_as_of": "2018-02-28",
    "members_male": 84,
    "members_female": 125,
    "saving_balance": 128_430_000,
    "cash_bank": 20_133_000,
    "borrowers": 44,
    "loan_outstanding": 100_000_000,
    "overdue_borrowers": 0,
    "overdue_amount": 0,
}


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralProcess]:
    made = CentralProcess(tmp_path)
    yield made
    made.stop()


@pytest.fixture
def stick(tmp_path: Path) -> Drive:
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return Drive("KINGSTON (E:)", folder, 7_300_000_000)


@dataclass(frozen=True)
class Cast:
    """A district whose officer has a certified quarter, its province, and the stick between them."""

    qtbot: QtBot
    stick: Drive
    district: tuple[Office, str]
    province: tuple[Office, str]

    @contextmanager
    def at_the_outbox(self, who: tuple[Office, str]) -> Iterator[tuple[Sitting, OutboxScreen]]:
        """Somebody sits before the sync screen, with the stick plugged in."""
        office, person = who
        sitting = Sitting(self.qtbot, office, person)
        sitting.program.desk.drives = lambda: (self.stick,)
        sitting.open(None, "outbox")
        screen = sitting.window.screen_named("outbox")
        assert isinstance(screen, OutboxScreen)
        yield sitting, screen
        sitting.end()


@pytest.fixture
def cast(qtbot: QtBot, tmp_path: Path, clock: FixedClock, central: CentralProcess, stick: Drive) -> Cast:
    district, people = enrolled(central, tmp_path, clock, "district")
    province, carriers = enrolled(central, tmp_path, clock, "province", "50")
    officer, head = people.people
    certify_the_quarter(district, officer.id, head.id)
    return Cast(qtbot, stick, (district, officer.id), (province, carriers.people[0].id))


def press(sitting: Sitting, button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    sitting.idle()
    sitting.idle()


def ask(sitting: Sitting, card: StickCard, button: object) -> WriteDialog | TakeDialog | AnswersDialog:
    """Press a button of the card, then that of the stick, which is the one filled button of the dialog."""
    press(sitting, button)
    dialog = card.dialog
    assert dialog is not None
    press(sitting, dialog.buttons[0])
    return dialog


def test_a_report_goes_by_stick_and_its_receipt_comes_home(cast: Cast, central: CentralProcess) -> None:
    batch = saved_in_the_district(cast)  # no line anywhere: central does not answer yet
    receipt = kept_by_the_province(cast, batch)
    custody = receipt.read_bytes()
    vouched_for_in_the_district(cast, receipt)
    central.start()
    passed_on_by_the_province(cast, receipt)
    assert receipt.read_bytes() != custody
    home_in_the_district(cast, receipt)


def saved_in_the_district(cast: Cast) -> Path:
    with cast.at_the_outbox(cast.district) as (sitting, screen):
        assert [step.mark for step in screen.rows[0].steps] == [Mark.DONE, Mark.DONE, Mark.NOW, Mark.OPEN]
        dialog = ask(sitting, screen.stick, screen.stick.save)
        [batch] = cast.stick.folder.iterdir()
        assert isinstance(dialog, WriteDialog)
        assert dialog.file.full_text() == batch.name == "5007-25610318-084000.cddbatch"
        assert dialog.where.full_text() == "KINGSTON (E:)"
        assert dialog.sentence.full_text() == "1 ชุดรายงาน (รับรองแล้ว 1) · 6 รายการ · การเปลี่ยนแปลง 8 ครั้ง"
        assert "นำไปให้สำนักงานพัฒนาชุมชนจังหวัด" in dialog.banner.text()
        press(sitting, dialog.close_)
        on_the_way(screen)
        [row] = screen.stick.rows
        assert (row.chip.text(), row.file.name) == ("อยู่บน USB", batch.name)
        assert "งวดที่ 2 (ไตรมาส 2) 3 รายการ รับรองแล้ว" in row.what.full_text()
    return batch


def kept_by_the_province(cast: Cast, batch: Path) -> Path:
    with cast.at_the_outbox(cast.province) as (sitting, screen):
        dialog = ask(sitting, screen.stick, screen.stick.take)
        assert isinstance(dialog, TakeDialog)
        assert [one.chip.text() for one in dialog.rows] == ["ยังไม่ถึงส่วนกลาง"]
        assert "คืน USB ให้อำเภอ" in dialog.banner.text()
        press(sitting, dialog.close_)
        assert [row.chip.text() for row in screen.stick.rows] == ["ยังไม่ถึงส่วนกลาง"]
        assert not screen.stick.answers.isVisible()
    return batch.with_suffix(".cddreceipt")


def vouched_for_in_the_district(cast: Cast, receipt: Path) -> None:
    """The own batch beside the note is sealed to others and passed over."""
    with cast.at_the_outbox(cast.district) as (sitting, screen):
        dialog = ask(sitting, screen.stick, screen.stick.take)
        assert isinstance(dialog, TakeDialog)
        assert [(one.outcome.path, one.chip.text()) for one in dialog.rows] == [(receipt, "อยู่ที่จังหวัด")]
        press(sitting, dialog.close_)
        on_the_way(screen)
        assert screen.stick.rows[0].chip.text() == "อยู่ที่จังหวัด"


def passed_on_by_the_province(cast: Cast, receipt: Path) -> None:
    with cast.at_the_outbox(cast.province) as (sitting, screen):
        press(sitting, screen.send)
        assert screen.stick.rows[0].chip.text() == "ส่วนกลางรับแล้ว"
        dialog = ask(sitting, screen.stick, screen.stick.answers)
        assert isinstance(dialog, AnswersDialog)
        assert dialog.written == [receipt]
        press(sitting, dialog.close_)


def home_in_the_district(cast: Cast, receipt: Path) -> None:
    """By double click; with one byte changed it is refused and nothing becomes green."""
    with cast.at_the_outbox(cast.district) as (sitting, screen):
        whole = receipt.read_bytes()
        worn = receipt.with_name("worn.cddreceipt")
        worn.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        for file, chip, told in ((worn, "ไฟล์เสียหาย", "ไฟล์เสียหาย"), (receipt, "รับแล้ว", "ใบรับและข้อมูลใหม่")):
            on_the_way(screen)
            sitting.program.called((file,))
            sitting.idle()
            opened = screen.stick.dialog
            assert isinstance(opened, TakeDialog)
            assert [one.chip.text() for one in opened.rows] == [chip]
            assert told in opened.rows[0].sentence.full_text()
            press(sitting, opened.close_)
        assert [step.mark for step in screen.rows[0].steps] == [Mark.DONE, Mark.DONE, Mark.DONE, Mark.RECEIVED]
        assert screen.rows[0].chip.text() == "ส่วนกลางรับแล้ว"
        assert screen.stick.rows == []
        assert screen.sending.standing.title == "ส่วนกลางรับครบแล้ว"
        view = sitting.workplace.read(view_of, Q2)
        told_now = (view.state, view.delivery, view.verdict, view.pending)
        assert told_now == (SubmissionState.CERTIFIED, Delivery.RECEIVED, Verdict.ON_TIME, 0)


def on_the_way(screen: OutboxScreen) -> None:
    """On USB until the receipt is home: never green before."""
    [row] = screen.rows
    assert [step.mark for step in row.steps] == [Mark.DONE, Mark.DONE, Mark.DONE, Mark.OPEN]
    assert (row.steps[2].note, row.steps[3].note) == ("อยู่บน USB", "รอใบรับ")
    assert row.chip.text() == "อยู่บน USB"


def certify_the_quarter(office: Office, officer: str, head: str) -> None:
    workplace = office.work_as(officer)
    for group in add_groups(workplace):
        workplace.do(save_entry, EntryRef(EntityKey("quarter"), Q2, None, group.record_id), QUARTER)
    workplace.do(move_submission, Q2, MoveKind.PROPOSE)
    workplace.close()
    workplace = office.work_as(head)
    workplace.do(move_submission, Q2, MoveKind.CERTIFY)
    workplace.close()
