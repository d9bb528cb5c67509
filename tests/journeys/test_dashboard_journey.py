"""The journey *dashboard*: seen, sent back with a comment, mended, answered, accepted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from central_process import CentralProcess, enrolled
from entry_office import PASSWORD, Office, Sitting, add_groups, key_of
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from test_sync_journey import QUARTER, outbox, press

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.submission import MoveKind, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.answer_comments import ANSWER as ANSWER_PATH
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_review import read_review
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.reports.dashboard import CellState
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.protocol import Enrolment
from cdd_desktop.ui.dashboard.screen import DashboardScreen
from cdd_desktop.ui.home.row import SubmissionRow
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.review.fields_model import COMMENT
from cdd_desktop.ui.review.screen import ReviewScreen
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets import ListRow

Q2 = key_of("saving_group", "2561-q2")
DUE_DAY = datetime(2018, 3, 20, 8, 40, tzinfo=BANGKOK)  # from here on the quarter counts as expected
REMARK = "ยอดไม่ตรงกับสมุดบัญชี"
REASON = "โปรดแก้ไขตามความเห็น"
ANSWER = "แก้ตามสมุดบัญชีเล่มที่ 2 แล้ว"
OF_FIELD = "สมุดเล่มเดิมหาย ใช้ยอดจากธนาคาร"


class Province:
    """Central, a district's machine and the province's, each enrolled."""

    def __init__(self, folder: Path, clock: FixedClock) -> None:
        self.central = CentralProcess(folder, clock.now())
        self.district = enrolled(self.central, folder, clock, "district")
        self.province = enrolled(self.central, folder, clock, "province", "50")
        self.central.start()


def operate(machine: tuple[Office, Enrolment], number: int, *deeds: Callable[[Workplace], object]) -> None:
    """Sign a person of a machine in, do something, and sign out."""
    office, enrolment = machine
    workplace = office.work_as(enrolment.people[number].id)
    try:
        for deed in deeds:
            deed(workplace)
    finally:
        workplace.close()


def synchronise(machine: tuple[Office, Enrolment]) -> Callable[[Workplace], None]:
    office, enrolment = machine

    def run(workplace: Workplace) -> None:
        gateway = HttpGateway(enrolment.addresses)
        try:
            outcome = SyncEngine(workplace, gateway, office.clock).run(threading.Event(), lambda _progress: None)
        finally:
            gateway.close()
        assert (outcome.ok, outcome.left, outcome.needs_you) == (True, 0, 0), outcome

    return run


def move(key: SubmissionKey, kind: MoveKind, **said: bool | str) -> Callable[[Workplace], object]:
    return lambda workplace: workplace.do(move_submission, key, kind, **said)


def enter_quarter(workplace: Workplace) -> None:
    for group in add_groups(workplace):
        workplace.do(save_entry, EntryRef(EntityKey("quarter"), Q2, None, group.record_id), QUARTER)


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Province]:
    made = Province(tmp_path, FixedClock(DUE_DAY))
    yield made
    made.central.stop()


def sit_down(qtbot: QtBot, machine: tuple[Office, Enrolment], number: int = 0) -> Sitting:
    """Start the program on a machine and sign in there, by name and password."""
    office, enrolment = machine
    sitting = Sitting(qtbot, office, person="")
    row = sitting.window.screen_named("sign_in").findChild(ListRow, enrolment.people[number].id)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    sitting.keys(PASSWORD)
    sitting.press(Qt.Key.Key_Return)
    sitting.idle()
    return sitting


def send(sitting: Sitting) -> None:
    """Send and receive from the screen for it."""
    screen = outbox(sitting)
    press(sitting, screen.send)
    assert screen.sending.standing.title == "ส่วนกลางรับครบแล้ว"


def choose(sitting: Sitting, name: str) -> QWidget:
    """Go to a screen by its word in the navigation."""
    QTest.mouseClick(sitting.window.navigation.button(name), Qt.MouseButton.LeftButton)
    sitting.idle()
    return sitting.window.screen_named(name)


def dashboard(sitting: Sitting) -> DashboardScreen:
    screen = choose(sitting, "dashboard")
    assert isinstance(screen, DashboardScreen)
    return screen


def cell_of_q2(screen: DashboardScreen) -> tuple[int, int]:
    """Row and column of the district's second quarter in the matrix."""
    board = screen.matrix.dashboard
    assert board is not None
    row = next(number for number, one in enumerate(board.rows) if one.unit.code == "5007")
    column = next(
        number for number, one in enumerate(board.windows, 1) if (one.dataset, one.period) == (Q2.dataset, Q2.period)
    )
    return row, column


def state_in_matrix(screen: DashboardScreen) -> CellState:
    cell = screen.matrix.cell_at(screen.matrix.index(*cell_of_q2(screen)))
    assert cell is not None
    return cell.state


def review_by_drilling(sitting: Sitting, qtbot: QtBot) -> ReviewScreen:
    """From the matrix to the office, from the office to its submission, by keyboard."""
    screen = dashboard(sitting)
    row, _ = cell_of_q2(screen)
    screen.matrix_view.setCurrentIndex(screen.matrix.index(row, 0))
    qtbot.keyClick(screen.matrix_view, Qt.Key.Key_Return)
    sitting.idle()
    assert screen.header.title() == "สพอ.แม่ริม จ.เชียงใหม่"
    line = next(
        number
        for number in range(screen.office.rowCount())
        if getattr(screen.office.cell_at(number), "key", None) == Q2
    )
    screen.office_view.setCurrentIndex(screen.office.index(line, 0))
    qtbot.keyClick(screen.office_view, Qt.Key.Key_Return)
    sitting.idle()
    assert sitting.window.current == "review"
    review = sitting.window.screen_named("review")
    assert isinstance(review, ReviewScreen)
    return review


def answer_dialog(reason: str) -> None:
    """Fill the reason of the dialog that is about to open, and take its filled answer."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        box = dialog.findChild(QPlainTextEdit)
        assert box is not None
        box.setPlainText(reason)
        next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()

    QTimer.singleShot(0, act)


def comment_on(review: ReviewScreen, qtbot: QtBot, path: str, text: str) -> None:
    view, fields = review.record.view, review.record.fields
    row = next(number for number, field in enumerate(fields.rows) if field.path == path)
    view.setFocus()
    view.setCurrentIndex(fields.index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    editor.setText(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert fields.data(fields.index(row, COMMENT)) == text


def row_at_home(sitting: Sitting) -> SubmissionRow:
    home = choose(sitting, "home")
    assert isinstance(home, HomeScreen)
    return next(row for row in home.rows if row.view.key == Q2)


def test_returned_with_a_comment_mended_and_accepted(qtbot: QtBot, places: Province) -> None:
    operate(places.district, 0, enter_quarter, move(Q2, MoveKind.PROPOSE))
    operate(places.district, 1, move(Q2, MoveKind.CERTIFY), synchronise(places.district))
    reviewed = _province_sends_it_back(qtbot, places)
    _officer_finds_the_comment_and_mends(qtbot, places, reviewed)
    _head_certifies_anew(qtbot, places)
    _province_accepts(qtbot, places)
    sitting = sit_down(qtbot, places.district)
    send(sitting)
    row = row_at_home(sitting)
    assert row.view.state is SubmissionState.ACCEPTED
    assert "ตรวจรับ" in row.accessibleName()
    view = sitting.workplace.read(view_of, Q2)
    assert (view.state, view.verdict) == (SubmissionState.ACCEPTED, Verdict.ON_TIME)
    assert [step.kind for step in view.moves] == [
        MoveKind.PROPOSE,
        MoveKind.CERTIFY,
        MoveKind.RETURN,
        MoveKind.PROPOSE,
        MoveKind.CERTIFY,
        MoveKind.ACCEPT,
    ]
    sitting.end()


def _province_sends_it_back(qtbot: QtBot, places: Province) -> str:
    """The id of the record the comment is on."""
    sitting = sit_down(qtbot, places.province)
    screen = dashboard(sitting)
    assert state_in_matrix(screen) is CellState.OPEN
    send(sitting)
    screen = dashboard(sitting)
    assert state_in_matrix(screen) is CellState.WAITING
    row, column = cell_of_q2(screen)
    assert screen.matrix.data(screen.matrix.index(row, column)) == "รอตรวจ"
    office = screen.matrix.row_at(row)
    assert office is not None
    assert (office.measures.received, office.measures.on_time) == (1, 1)
    board = screen.matrix.dashboard
    assert board is not None
    completeness, timeliness = screen.cards.cards[1].text(), screen.cards.cards[2].text()
    assert f"1 จาก {board.measures.expected}" in completeness
    assert f"1 จาก {board.measures.expected}" in timeliness
    review = review_by_drilling(sitting, qtbot)
    assert review.entries.rowCount() >= 3
    assert review.send_back.isVisible()
    assert review.accept.isVisible()
    comment_on(review, qtbot, "cash_bank", REMARK)
    record = review.entries.row_at(0).entry.record_id  # type: ignore[union-attr]
    answer_dialog(REASON)
    press(sitting, review.send_back)
    assert REASON in review.banner.text()
    assert state_in_matrix(dashboard(sitting)) is CellState.RETURNED
    send(sitting)
    sitting.end()
    return record


def _officer_finds_the_comment_and_mends(qtbot: QtBot, places: Province, record: str) -> None:
    sitting = sit_down(qtbot, places.district)
    send(sitting)
    row = row_at_home(sitting)
    assert row.view.state is SubmissionState.RETURNED
    assert "ส่งกลับ" in row.accessibleName()
    press(sitting, row.button)
    assert sitting.window.current == "entry"
    item = next(one for one in sitting.entry.worklist.items if one.record_id == record)
    sitting.entry.open_item(item)
    sitting.idle()
    form = sitting.entry.panel.form
    assert form is not None
    note = form.boxes["cash_bank"].note
    assert REMARK in note.text
    assert note.tone is Tone.WARN
    sitting.type_into("cash_bank", "201,340")
    _answer_at_the_field(sitting, reviewer=places.province[1].people[0].name)
    sitting.end()
    sitting = sit_down(qtbot, places.district)
    sitting.open(Q2, "certify")
    assert sitting.certify.answers.text().startswith("ความเห็นรายช่อง 1 ข้อ ตอบแล้ว 1 ข้อ")
    assert REASON in sitting.certify.banner.text()
    sitting.certify.answer.setFocus()
    sitting.keys(ANSWER)
    press(sitting, sitting.certify.moves[MoveKind.PROPOSE])
    assert sitting.workplace.read(view_of, Q2).state is SubmissionState.PROPOSED
    assert sitting.certify.answer.isHidden()
    sitting.end()


def _answer_at_the_field(sitting: Sitting, *, reviewer: str) -> None:
    """Below the box the comment is on; kept by itself, on this machine, until the report is proposed again."""
    form = sitting.entry.panel.form
    assert form is not None
    strip = form.strips.by_path[ANSWER_PATH + "cash_bank"]
    assert reviewer in strip.title.full_text()
    strip.box.setFocus()
    sitting.keys(OF_FIELD)
    sitting.saved()


def _head_certifies_anew(qtbot: QtBot, places: Province) -> None:
    sitting = sit_down(qtbot, places.district, 1)
    sitting.open(Q2, "certify")
    assert OF_FIELD in " ".join(label.text() for label in sitting.certify.history.findChildren(QLabel))
    press(sitting, sitting.certify.moves[MoveKind.CERTIFY])
    dialog = sitting.certify.dialog
    assert dialog is not None
    dialog.password.setText(PASSWORD)
    press(sitting, dialog.certify)
    send(sitting)
    sitting.end()


def _province_accepts(qtbot: QtBot, places: Province) -> None:
    sitting = sit_down(qtbot, places.province)
    send(sitting)
    review = review_by_drilling(sitting, qtbot)
    assert ANSWER in review.banner.text()
    _every_step_is_told(sitting, places, review)
    sheet = sitting.workplace.read(read_review, Q2)
    commented = next(row for row, entry in enumerate(sheet.entries) if entry.said)
    review.list.setCurrentIndex(review.entries.index(commented))
    sitting.idle()
    _the_answer_stands_beside_the_field(sitting, places, review)
    assert {entry.content.get("cash_bank") for entry in sheet.entries} >= {20_134_000, 20_133_000}
    press(sitting, review.accept)
    assert state_in_matrix(dashboard(sitting)) is CellState.ACCEPTED
    send(sitting)
    sitting.end()


def _the_answer_stands_beside_the_field(sitting: Sitting, places: Province, review: ReviewScreen) -> None:
    """Comment and answer with names and times, in the row of their field."""
    officer, reviewer = places.district[1].people[0].name, places.province[1].people[0].name
    when = sitting.window.desk.words.format_instant(DUE_DAY)
    fields = review.record.fields
    at = next(number for number, row in enumerate(fields.rows) if row.path == "cash_bank")
    assert str(fields.data(fields.index(at, COMMENT))).splitlines() == [
        f"{reviewer}, {when}: {REMARK}",
        f"{officer} ตอบ {when}: {OF_FIELD}",
    ]
    view = review.record.view
    assert view.viewport().rect().contains(view.visualRect(view.model().index(at, 0)))  # without looking for it
    entry = review.entries.row_at(review.list.currentIndex().row())
    assert entry is not None
    assert review.entries.chip(entry)[0] == "ตอบแล้ว"


def _every_step_is_told(sitting: Sitting, places: Province, review: ReviewScreen) -> None:
    """Who did what, when and why, comments included, as the province reads it."""
    officer, head = (person.name for person in places.district[1].people[:2])
    reviewer = places.province[1].people[0].name
    told: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        told.extend(line for label in dialog.findChildren(QLabel) for line in label.text().splitlines())
        dialog.close()

    QTimer.singleShot(0, read)
    press(sitting, review.history)
    when = sitting.window.desk.words.format_instant(DUE_DAY)
    steps = [line for line in told if when in line]
    assert [line.split(" · ")[2] for line in steps] == [officer, head, reviewer, officer, head]
    assert REASON in steps[2]
    assert ANSWER in steps[3]
    assert any(REMARK in line for line in told)
    assert any(OF_FIELD in line for line in told)
