"""The dashboard and review screens, used as a person does: by keyboard and by clicks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from sample_supervision import supervisor
from supervision import Supervision

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import SubmissionKey, SubmissionState
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.read_review import read_review
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.reports.dashboard import MOST_URGENT_FIRST, CellState
from cdd_desktop.ui.dashboard.matrix_model import BY_NAME, BY_URGENCY, TONE
from cdd_desktop.ui.dashboard.screen import DashboardScreen, DashboardTarget
from cdd_desktop.ui.review.fields_model import BEFORE, COMMENT
from cdd_desktop.ui.review.fields_model import NOW as THIS_PERIOD
from cdd_desktop.ui.review.screen import ReviewScreen
from cdd_desktop.ui.theme import Tone


@pytest.fixture
def office(tmp_path: Path, thai: None) -> Iterator[Supervision]:
    with supervisor(tmp_path, districts=9) as workplace:
        place = Supervision(workplace)
        yield place
        place.tasks.close()


def otop_of_mae_rim() -> SubmissionKey:
    return SubmissionKey(UnitCode("5007"), DatasetKey("otop_sales"), PeriodId("2561-m02"))


def waiting_key(workplace: Workplace) -> SubmissionKey:
    """The savings groups' submission of a district that waits, here made of Mae Rim's own."""
    board = workplace.read(read_dashboard)
    return next(
        cell.key for row in board.rows[1:] for cell in row.cells if cell.measures.waiting and cell.key is not None
    )


def test_models_keep_qts_contract(office: Supervision, qtbot: QtBot) -> None:
    dashboard, review = DashboardScreen(office.desk), ReviewScreen(office.desk)
    qtbot.addWidget(dashboard)
    qtbot.addWidget(review)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (dashboard.matrix, dashboard.office, review.entries, review.record.fields)
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    office.show(dashboard)
    dashboard.matrix.set_order(BY_URGENCY)
    office.show(dashboard, DashboardTarget("50", "5007"))
    office.show(review, otop_of_mae_rim())
    review.step(1)
    assert all(model.rowCount() > 0 for model in models)
    assert len(testers) == 4


def test_figures_on_the_cards_and_in_the_matrix(office: Supervision, qtbot: QtBot) -> None:
    screen = DashboardScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    board = office.workplace.read(read_dashboard)
    figures = board.measures
    texts = [card.text() for card in screen.cards.cards]
    assert texts[0].startswith(f"{figures.expected} ")
    assert f"{figures.received} จาก {figures.expected}" in texts[1]
    assert f"{figures.on_time} จาก {figures.expected}" in texts[2]
    assert texts[3].startswith(f"{figures.finished_on_time} ")
    assert texts[4].startswith(f"{figures.late} ")
    assert texts[5].startswith(f"{figures.missing} ")
    assert texts[6].startswith(f"{figures.returned} ")
    matrix = screen.matrix
    assert matrix.rowCount() == len(board.rows) + 1
    last = matrix.rowCount() - 1
    assert matrix.headerData(last, Qt.Orientation.Vertical) == "รวม"
    assert matrix.data(matrix.index(last, 0)) == f"{figures.received} / {figures.expected}"
    words = {matrix.data(matrix.index(row, column)) for row in range(last) for column in range(1, matrix.columnCount())}
    assert words >= {"ตรวจรับ", "–", "เปิดรับ"}
    assert all(Tone(matrix.data(matrix.index(0, column), TONE)) for column in range(matrix.columnCount()))


def test_filters_and_order(office: Supervision, qtbot: QtBot) -> None:
    screen = DashboardScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    until_today = screen.matrix.columnCount()
    screen._period_menu.chosen.emit("year")
    assert screen.matrix.columnCount() == 28 > until_today
    screen._period_menu.chosen.emit("q1")
    assert screen.matrix.dashboard is not None
    assert {window.due_on.month for window in screen.matrix.dashboard.windows} <= {10, 11, 12}
    screen._period_menu.chosen.emit("year")
    screen._bureau_menu.chosen.emit("wisdom")
    assert {window.dataset for window in screen.matrix.dashboard.windows} == {"otop_sales"}
    screen._bureau_menu.chosen.emit("all")
    screen.matrix.set_order(BY_URGENCY)
    missing = [screen.matrix.row_at(row).measures.missing for row in range(screen.matrix.rowCount() - 1)]
    assert missing == sorted(missing, reverse=True)
    screen.matrix.set_order(BY_NAME)
    names = [screen.matrix.headerData(row, Qt.Orientation.Vertical) for row in range(2)]
    assert names == ["กัลยาณิวัฒนา", "จอมทอง"]
    screen._year_menu.chosen.emit("2560")
    office.settle()
    assert screen.matrix.dashboard.fiscal_year == 2560


def test_a_state_and_a_column_put_first_what_wants_attention(office: Supervision, qtbot: QtBot) -> None:
    screen = DashboardScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    matrix, view = screen.matrix, screen.matrix_view
    every = matrix.rowCount()
    screen._state_menu.chosen.emit("returned")
    rows = [matrix.row_at(number) for number in range(matrix.rowCount() - 1)]
    assert 0 < len(rows) < every - 1
    assert all(any(cell.state is CellState.RETURNED for cell in row.cells) for row in rows if row is not None)
    assert screen.cards.cards[0].text().startswith("156 ")  # figures stay those of the whole area
    screen._state_menu.chosen.emit("all")
    heads = [matrix.headerData(number, Qt.Orientation.Horizontal) for number in range(matrix.columnCount())]
    column = heads.index("OTOP\nก.พ.")
    view.setCurrentIndex(matrix.index(3, column))
    qtbot.keyClick(view, Qt.Key.Key_S)
    states = [matrix.cell_at(matrix.index(row, column)).state for row in range(matrix.rowCount() - 1)]
    assert states == sorted(states, key=MOST_URGENT_FIRST.index)
    assert states[0] is CellState.MISSING
    assert view.currentIndex().row() == 0


def test_enter_and_click_drill_down(office: Supervision, qtbot: QtBot) -> None:
    screen = DashboardScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    view = screen.matrix_view
    cell = next(
        screen.matrix.index(row, column)
        for row in range(1, 6)
        for column in range(1, screen.matrix.columnCount())
        if screen.matrix.cell_at(screen.matrix.index(row, column)).state is not CellState.NOT_REPORTED
    )
    view.setCurrentIndex(cell)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert office.opened[-1] == ("review", screen.matrix.cell_at(cell).key)
    view.setCurrentIndex(screen.matrix.index(2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert office.opened[-1] == ("dashboard", DashboardTarget("50", "5002"))
    place = view.visualRect(screen.matrix.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert office.opened[-1] == ("dashboard", DashboardTarget("50", "5001"))
    office.show(screen, DashboardTarget("50", "5007"))
    assert screen.header.title() == "สพอ.แม่ริม จ.เชียงใหม่"
    screen.office_view.setCurrentIndex(screen.office.index(0, 0))
    qtbot.keyClick(screen.office_view, Qt.Key.Key_Return)
    name, key = office.opened[-1]
    assert name == "review"
    assert isinstance(key, SubmissionKey)
    assert key.unit == "5007"
    qtbot.mouseClick(screen._back, Qt.MouseButton.LeftButton)
    assert office.opened[-1] == ("dashboard", DashboardTarget("50"))


def test_the_foot_says_how_old_and_who_is_silent(office: Supervision, qtbot: QtBot) -> None:
    screen = DashboardScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    foot = screen._foot.full_text()
    assert "18 มี.ค. 2561" in foot
    assert "10 จาก 26 หน่วย" in foot
    assert "แม่อาย ยังไม่เคย" in foot
    assert "และอีก 15 หน่วย" in foot


def test_a_record_with_last_period_beside(office: Supervision, qtbot: QtBot) -> None:
    screen = ReviewScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen, otop_of_mae_rim())
    fields = screen.record.fields
    assert screen.list.currentIndex().row() == 0
    below = next(number for number, row in enumerate(fields.rows) if row.reason)
    assert fields.data(fields.index(below, THIS_PERIOD)) == "กลุ่มเปลี่ยนรอบบัญชี"
    assert str(fields.data(fields.index(below, 0))).startswith("เหตุผล: ")
    assert not fields.rows[below - 1].heading
    sold = next(number for number, row in enumerate(fields.rows) if row.number and row.now and row.before)
    assert fields.data(fields.index(sold, THIS_PERIOD)) != ""
    assert fields.data(fields.index(sold, BEFORE)) != ""
    first = screen.record.title.full_text()
    qtbot.keyClick(screen.record.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert screen.list.currentIndex().row() == 1
    assert screen.record.title.full_text() != first
    assert not screen.send_back.isVisible()
    assert not screen.accept.isVisible()


def answer_dialog(reason: str) -> None:
    """Fill the reason of the dialog that is about to open, and take its filled answer."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.findChild(QPlainTextEdit).setPlainText(reason)
        next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()

    QTimer.singleShot(0, act)


@pytest.fixture
def certified(tmp_path: Path, thai: None) -> Iterator[Supervision]:
    """Mae Rim's sales of February, certified anew after they came back."""
    with supervisor(tmp_path, districts=9, corrected=True) as workplace:
        place = Supervision(workplace)
        yield place
        place.tasks.close()


def test_comment_on_a_field_and_send_back(certified: Supervision, qtbot: QtBot) -> None:
    screen = ReviewScreen(certified.desk)
    qtbot.addWidget(screen)
    key = otop_of_mae_rim()
    certified.show(screen, key)
    assert screen.send_back.isVisible()
    view, fields = screen.record.view, screen.record.fields
    row = next(number for number, field in enumerate(fields.rows) if field.number)
    view.setCurrentIndex(fields.index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    editor.setText("ยอดต่างจากใบเสร็จ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    certified.settle()
    assert fields.data(fields.index(row, COMMENT)) == "ยอดต่างจากใบเสร็จ"
    assert len(screen.remarks) == 1
    path, record = fields.rows[row].path, screen.entries.row_at(0).entry.record_id
    answer_dialog("โปรดแก้ไขตามความเห็น")
    screen.send_back.click()
    certified.settle()
    sheet = certified.workplace.read(read_review, key)
    assert sheet.submission.state is SubmissionState.RETURNED
    move = sheet.submission.moves[-1]
    assert (move.reason, move.person_name) == ("โปรดแก้ไขตามความเห็น", "ประเสริฐ ศรีสุข")
    assert [(comment.record_id, comment.field, comment.text) for comment in move.comments] == [
        (record, path, "ยอดต่างจากใบเสร็จ")
    ]
    assert len(screen.remarks) == 0
    assert not screen.send_back.isVisible()
    assert "ส่งกลับแก้ไข" in screen.banner.text()


def test_accept(certified: Supervision, qtbot: QtBot) -> None:
    screen = ReviewScreen(certified.desk)
    qtbot.addWidget(screen)
    certified.show(screen, otop_of_mae_rim())
    screen.record.remark.setText("ไม่ส่ง")
    screen.record.remark.editingFinished.emit()
    assert len(screen.remarks) == 1
    screen.record.remark.clear()
    screen.record.remark.editingFinished.emit()
    assert len(screen.remarks) == 0
    screen.accept.click()
    certified.settle()
    assert certified.workplace.read(read_review, otop_of_mae_rim()).submission.state is SubmissionState.ACCEPTED
    assert not screen.accept.isVisible()


def test_the_head_approves_what_is_accepted(tmp_path: Path, thai: None, qtbot: QtBot) -> None:
    with supervisor(tmp_path, Role.PROVINCIAL_HEAD, districts=9) as workplace:
        place = Supervision(workplace)
        screen = ReviewScreen(place.desk)
        qtbot.addWidget(screen)
        key = SubmissionKey(UnitCode("5007"), DatasetKey("saving_group"), PeriodId("2561-q1"))
        place.show(screen, key)
        assert not screen.accept.isVisible()
        screen.approve.click()
        place.settle()
        assert workplace.read(read_review, key).submission.state is SubmissionState.APPROVED
        place.tasks.close()


def test_one_step_after_the_other_on_a_narrow_page(office: Supervision, qtbot: QtBot) -> None:
    screen = ReviewScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen, otop_of_mae_rim())
    screen.resize(880, 420)
    screen.set_compact(True)
    assert screen.list.isVisible()
    assert not screen.record.isVisible()
    screen.list.clicked.emit(screen.entries.index(1))
    assert screen.record.isVisible()
    assert not screen.list.isVisible()
    screen._to_list.click()
    assert screen.list.isVisible()


def test_what_is_not_certified_says_so(office: Supervision, qtbot: QtBot) -> None:
    screen = ReviewScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen, SubmissionKey(UnitCode("5007"), DatasetKey("saving_group"), PeriodId("2561-q2")))
    assert screen._empty.isVisible()
    assert not screen.record.isVisible()
    assert screen.entries.rowCount() == 0
    assert not screen.entries.index(0).isValid()
    assert screen.list.currentIndex() == QModelIndex()
