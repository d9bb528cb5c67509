"""The journey *sync*: enter, propose, certify with no line; get a line, send, hold a receipt; see it all on screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from central_process import CentralProcess, enrolled
from entry_office import PASSWORD, Sitting, add_groups, key_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState, Verdict
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.ui.entry.conflict.choices import Side
from cdd_desktop.ui.entry.conflict.screen import ConflictScreen
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.outbox.ways import Mark

Q2 = key_of("saving_group", "2561-q2")
QUARTER = {
    "data_as_of": "2018-02-28",
    "members_male": 82,
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


def outbox(sitting: Sitting) -> OutboxScreen:
    sitting.window.open("outbox")
    sitting.idle()
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    return screen


def press(sitting: Sitting, button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    sitting.idle()
    sitting.idle()


def test_enter_certify_send_and_hold_a_receipt(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, central: CentralProcess
) -> None:
    office, enrolment = enrolled(central, tmp_path, clock, "first")
    officer, head = enrolment.people
    workplace = office.work_as(officer.id)
    for group in add_groups(workplace):
        workplace.do(save_entry, EntryRef(EntityKey("quarter"), Q2, None, group.record_id), QUARTER)
    workplace.close()

    sitting = Sitting(qtbot, office, officer.id)
    sitting.open(Q2)
    sitting.type_into("members_male", "๘๔")
    sitting.saved()
    sitting.open(Q2, "certify")
    press(sitting, sitting.certify.moves[MoveKind.PROPOSE])
    screen = outbox(sitting)
    press(sitting, screen.send)
    assert screen.sending.standing.chip == "ยังส่งไม่สำเร็จ"
    assert "ติดต่อส่วนกลางไม่ได้" in screen.sending.standing.note
    sitting.end()

    sitting = Sitting(qtbot, office, head.id)
    sitting.open(Q2, "certify")
    press(sitting, sitting.certify.moves[MoveKind.CERTIFY])
    dialog = sitting.certify.dialog
    assert dialog is not None
    dialog.password.setText(PASSWORD)
    press(sitting, dialog.certify)
    screen = outbox(sitting)
    [row] = screen.rows
    assert [step.mark for step in row.steps] == [Mark.DONE, Mark.DONE, Mark.NOW, Mark.OPEN]

    central.start()
    press(sitting, screen.send)
    assert screen.sending.standing.title == "ส่วนกลางรับครบแล้ว"
    [row] = screen.rows
    assert [step.mark for step in row.steps] == [Mark.DONE, Mark.DONE, Mark.DONE, Mark.RECEIVED]
    assert row.steps[3].note == "ใบรับ 2561-0000002"  # the first one is of the batch that waited for the line
    assert row.chip.text() == "ส่วนกลางรับแล้ว"
    view = sitting.workplace.read(view_of, Q2)
    assert (view.state, view.delivery, view.verdict) == (
        SubmissionState.CERTIFIED,
        Delivery.RECEIVED,
        Verdict.ON_TIME,
    )
    assert view.pending == 0
    sitting.end()


def conflict(sitting: Sitting) -> ConflictScreen:
    screen = sitting.window.screen_named("conflict")
    assert isinstance(screen, ConflictScreen)
    return screen


MINE, THEIRS, AGREED = "นายหนึ่ง ตัวอย่าง", "นางสาวสอง ตัวอย่าง", "ประธานที่ตกลงกัน"


@pytest.fixture
def contested(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, central: CentralProcess
) -> Iterator[tuple[Sitting, list[EntryRef]]]:
    """The first machine in front of three groups whose chairperson both machines have changed."""
    here, first = enrolled(central, tmp_path, clock, "first")
    there, second = enrolled(central, tmp_path, clock, "second")
    central.start()
    workplace = here.work_as(first.people[0].id)
    groups = add_groups(workplace)
    workplace.close()
    for office, enrolment in ((here, first), (there, second)):
        sitting = Sitting(qtbot, office, enrolment.people[0].id)
        press(sitting, outbox(sitting).send)
        sitting.end()
    for office, enrolment, name in ((there, second, THEIRS), (here, first, MINE)):
        workplace = office.work_as(enrolment.people[0].id)
        for group in groups:
            workplace.do(save_entry, group, {"chair_name": name})
        workplace.close()
        sitting = Sitting(qtbot, office, enrolment.people[0].id)
        press(sitting, outbox(sitting).send)
        if office is there:
            sitting.end()
    yield sitting, groups
    sitting.end()


def decide(sitting: Sitting) -> ConflictScreen:
    press(sitting, outbox(sitting).questions.decide)
    screen = sitting.window.screen_named("conflict")
    assert isinstance(screen, ConflictScreen)
    assert screen.isVisible()
    return screen


def names_after(sitting: Sitting, groups: list[EntryRef]) -> list[object]:
    """Send, and see what the machine holds when central has everything."""
    screen = outbox(sitting)
    assert not screen.questions.isVisible()
    press(sitting, screen.send)
    assert screen.sending.standing.title == "ส่วนกลางรับครบแล้ว"
    with sitting.workplace.store.read() as session:
        return [session.get_one(RecordRow, group.record_id).content["chair_name"] for group in groups]


def test_conflicts_are_decided_one_by_one(contested: tuple[Sitting, list[EntryRef]]) -> None:
    sitting, groups = contested
    screen = decide(sitting)
    order = [group.record_id for group in groups]
    places = [order.index(row.conflict.question.record_id) for row in screen.model.rows]
    assert len(places) == 3
    assert not screen.save.isEnabled()
    screen.refresh(Changes(outbox=True))  # central was heard meanwhile
    sitting.idle()
    assert screen.sheet.isAncestorOf(sitting.window.focusWidget())  # the keyboard is still at the question

    press(sitting, screen.sheet.openers["chair_name"])
    box = screen.sheet.editors["chair_name"].first_box()
    assert box.text() == MINE
    box.selectAll()
    sitting.keys(AGREED)
    assert screen.sheet.options["chair_name", Side.THIRD].ring.isChecked()
    sitting.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.idle()

    assert len(screen.model.rows) == 2
    sitting.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert screen.list.currentIndex().row() == 1
    press(sitting, screen.sheet.options["chair_name", Side.MINE].ring)
    press(sitting, screen.save)
    press(sitting, screen.sheet.options["chair_name", Side.THEIRS].ring)
    press(sitting, screen.save)
    assert screen.empty.isVisible()
    names = names_after(sitting, groups)
    assert [names[place] for place in places] == [AGREED, THEIRS, MINE]


def test_many_conflicts_are_decided_after_a_list_and_may_be_turned_round(
    contested: tuple[Sitting, list[EntryRef]],
) -> None:
    sitting, groups = contested
    screen = decide(sitting)
    press(sitting, screen.all_mine)
    listed = [label.text() for label in screen.dialog.findChildren(QLabel)]
    assert (listed.count(MINE), listed.count(THEIRS)) == (3, 3)
    press(sitting, screen.dialog.confirm)
    assert screen.empty.isVisible()
    assert "3 รายการ" in screen.banner.text()
    press(sitting, screen.other_values)  # a change of mind is an edit like any other
    assert names_after(sitting, groups) == [THEIRS] * 3
