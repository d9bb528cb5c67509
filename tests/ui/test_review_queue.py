"""The review queue: what waits for whom, what stands first, and accepting several after their list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sample_province import Visit, wait_for
from sample_supervision import supervisor
from supervision import Supervision

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import MoveKind, SubmissionState
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.read_queue import read_queue
from cdd_desktop.operations.read_review import read_review
from cdd_desktop.operations.review_many import review_many
from cdd_desktop.settings import Settings
from cdd_desktop.ui.review.queue_model import LOOK, OFFICE, REPORT, WAITING
from cdd_desktop.ui.review.queue_screen import QueueScreen
from cdd_desktop.ui.review.screen import ReviewScreen
from cdd_desktop.ui.widgets.dialog import MessageDialog


@pytest.fixture
def office(tmp_path: Path, thai: None) -> Iterator[Supervision]:
    with supervisor(tmp_path, districts=9) as workplace:
        place = Supervision(workplace)
        yield place
        place.tasks.close()


@pytest.fixture
def screen(office: Supervision, qtbot: QtBot) -> QueueScreen:
    queue = QueueScreen(office.desk)
    qtbot.addWidget(queue)
    office.show(queue)
    return queue


def test_the_queue_is_what_the_person_may_accept_and_odd_ones_stand_first(office: Supervision) -> None:
    """Held against the dashboard, which finds what waits in its own way."""
    items = office.workplace.read(read_queue)
    board = office.workplace.read(read_dashboard)
    facts = {cell.fact.key: cell.fact for row in board.rows for cell in row.cells if cell.fact is not None}
    waiting = {key for key, fact in facts.items() if fact.received and fact.state is SubmissionState.CERTIFIED}
    shown = {item.key for item in items}
    assert waiting - {key for key in waiting if len(key.unit) == 2} <= shown
    for item in items:
        assert office.workplace.read(read_review, item.key).allowed >= {MoveKind.ACCEPT, MoveKind.RETURN}
    odd = [item.wants_a_look for item in items]
    assert odd == sorted(odd, reverse=True)
    assert True in odd
    assert False in odd
    for wanted in (True, False):
        since = [item.since for item in items if item.wants_a_look is wanted]
        assert since == sorted(since)


def test_reasons_and_returns_are_counted_as_the_review_shows_them(tmp_path: Path) -> None:
    with supervisor(tmp_path, districts=9, corrected=True) as workplace:
        items = [item for item in workplace.read(read_queue) if item.key.unit == "5007"]
        assert any(item.reasons for item in items)
        assert any(item.returns for item in items)
        for item in items:
            sheet = workplace.read(read_review, item.key)
            assert item.reasons == sum(bool(entry.reasons) for entry in sheet.entries) + len(sheet.reasons or {})
            assert item.returns == sum(move.kind is MoveKind.RETURN for move in sheet.submission.moves)


def test_the_head_of_the_province_approves_what_was_accepted(tmp_path: Path) -> None:
    with supervisor(tmp_path, Role.PROVINCIAL_HEAD, districts=9) as workplace:
        items = workplace.read(read_queue)
        assert items
        assert {item.step for item in items} == {MoveKind.APPROVE}
        reviewed = workplace.do(review_many, [(item.key, item.step) for item in items])
        assert len(reviewed.done) == len(items)
        assert workplace.read(read_queue) == ()


def test_somebody_who_does_not_review_has_no_queue(tmp_path: Path) -> None:
    with supervisor(tmp_path, Role.VIEWER, districts=3) as workplace:
        assert workplace.read(read_queue) == ()


def test_chosen_ones_are_accepted_after_their_list_was_shown(
    office: Supervision, screen: QueueScreen, qtbot: QtBot
) -> None:
    tester = QAbstractItemModelTester(screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = office.workplace.read(read_queue)
    assert screen.model.rowCount() == len(before)
    assert not screen.accept.isEnabled()
    screen.plain.click()
    chosen = screen.model.chosen()
    assert chosen == [item for item in before if not item.wants_a_look]
    assert f"({len(chosen)})" in screen.accept.text()
    said: list[str] = []
    _answer(said, yes=False)
    screen.accept.click()
    assert screen.model.text(chosen[0], REPORT) in said[0]
    assert office.workplace.read(read_queue) == before  # only looked at
    _answer(said, yes=True)
    screen.accept.click()
    office.settle()
    left = office.workplace.read(read_queue)
    assert [item.key for item in left] == [item.key for item in before if item.wants_a_look]
    sheet = office.workplace.read(read_review, chosen[0].key)
    assert sheet.submission.state is SubmissionState.ACCEPTED
    assert sheet.submission.moves[-1].person_name == office.workplace.person.name
    assert str(len(chosen)) in screen.banner.accessibleName()
    assert tester is not None


def test_what_somebody_else_has_moved_is_left_alone(office: Supervision) -> None:
    first, second = office.workplace.read(read_queue)[:2]
    office.workplace.do(review_many, [(first.key, first.step)])
    reviewed = office.workplace.do(review_many, [(first.key, first.step), (second.key, second.step)])
    assert (reviewed.done, reviewed.left) == ((second.key,), (first.key,))


def test_keys_tick_open_filter_and_sort(office: Supervision, screen: QueueScreen, qtbot: QtBot) -> None:
    table, model = screen.table, screen.model
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [item.key for item in model.chosen()] == [model.item_at(0).key]  # type: ignore[union-attr]
    index = model.index(1, OFFICE)
    box = table.visualRect(index)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(12, box.height() // 2))
    assert len(model.chosen()) == 2
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert office.opened[-1] == ("review", model.item_at(table.currentIndex().row()).key)  # type: ignore[union-attr]
    every = model.rowCount()
    office_name = model.index(0, OFFICE).data()
    screen.search_box.setText(office_name)
    assert 0 < model.rowCount() < every
    assert {model.index(row, OFFICE).data() for row in range(model.rowCount())} == {office_name}
    assert all(model.row_of(item.key) >= 0 for item in model.chosen())
    screen.search_box.clear()
    table.sortByColumn(WAITING, Qt.SortOrder.DescendingOrder)
    days = [item.since for row in range(every) if (item := model.item_at(row)) is not None]
    assert days == sorted(days)
    assert model.index(0, REPORT).data()
    assert all(model.index(row, LOOK).data() for row in range(every))


def test_review_goes_on_to_the_next_that_waits(office: Supervision, qtbot: QtBot) -> None:
    review = ReviewScreen(office.desk)
    qtbot.addWidget(review)
    items = office.workplace.read(read_queue)
    office.show(review, items[0].key)
    assert not review.next.isHidden()
    review.accept_submission()
    office.settle()
    review.next.click()
    office.settle()
    assert review._key == items[1].key


def test_the_navigation_says_how_many_wait(visit: Visit) -> None:
    program = visit(Settings())
    program.change_person(2)
    wait_for(program)
    waiting = program.desk.workplace.read(read_queue)
    assert waiting
    button = program.window.navigation.button("queue")
    assert button.accessibleName() == f"{button.text()} {program.desk.words.format_number(len(waiting))}"


def test_nothing_waits(office: Supervision, screen: QueueScreen) -> None:
    items = office.workplace.read(read_queue)
    office.workplace.do(review_many, [(item.key, item.step) for item in items])
    office.settle()
    screen.open()
    office.settle()
    assert not screen.empty.isHidden()
    assert screen.accept.isHidden()


def _answer(said: list[str], *, yes: bool) -> None:
    """Will read the dialog that opens next, then press its main answer or leave it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MessageDialog)
        said.append("\n".join(label.text() for label in dialog.findChildren(QLabel)))
        if yes:
            next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()
        else:
            dialog.reject()

    QTimer.singleShot(0, act)
