"""Ways down to submission and record, and back; why there is no figure, by mark and word; what is read first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sample_province import Visit, wait_for
from sample_supervision import supervisor
from supervision import Supervision

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.read_queue import read_queue
from cdd_desktop.operations.read_review import read_review
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.work import Work
from cdd_desktop.reports.chart import Absence
from cdd_desktop.reports.dashboard import Cell, CellState
from cdd_desktop.settings import Settings
from cdd_desktop.store.submission_rows import CertifiedEntryRow, SubmissionRow
from cdd_desktop.store.submissions import find_submission
from cdd_desktop.ui.dashboard.area_screen import DashboardTarget
from cdd_desktop.ui.dashboard.indicators_screen import IndicatorsScreen
from cdd_desktop.ui.dashboard.matrix_model import CellLook
from cdd_desktop.ui.dashboard.matrix_view import paint_cell
from cdd_desktop.ui.dashboard.quality_screen import QualityScreen
from cdd_desktop.ui.dashboard.screen import DashboardScreen
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.review.fields_model import BEFORE
from cdd_desktop.ui.review.fields_model import NOW as THIS_PERIOD
from cdd_desktop.ui.review.screen import ReviewScreen
from cdd_desktop.ui.review_target import ReviewTarget
from cdd_desktop.ui.theme import Theme, Tone, theme
from cdd_desktop.ui.views.absence import absence_word, paint_absence

SAVINGS = SubmissionKey.parse("5007/saving_group/2561-q1")
BACK = (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def office(tmp_path: Path, thai: None) -> Iterator[Supervision]:
    with supervisor(tmp_path, districts=9) as workplace:
        while workplace.do(refresh_facts).left:
            pass
        place = Supervision(workplace)
        yield place
        place.tasks.close()


# --- not due, missing, nothing to report ---------------------------------------------------------------------------


def test_not_due_missing_and_nothing_to_report_differ_in_every_cell(office: Supervision, qtbot: QtBot) -> None:
    """As painted, without the word and in one colour: the mark alone tells them apart, and so does the word alone."""
    screen = DashboardScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    screen._period_menu.chosen.emit("year")
    found: dict[str, tuple[CellLook, str]] = {}
    model = screen.matrix
    for row in range(model.rowCount() - 1):
        for column in range(1, model.columnCount()):
            index = model.index(row, column)
            cell, look = model.cell_at(index), model.look_of(index)
            assert cell is not None
            assert look is not None
            spoken = str(model.data(index, Qt.ItemDataRole.AccessibleTextRole))
            found.setdefault(_reason(cell), (look, spoken.split(": ")[1]))
    reasons = ("not due", "missing", "nothing")
    assert found.keys() >= set(reasons)
    looks = [found[reason][0] for reason in reasons]
    assert len({look.text for look in looks}) == len({found[reason][1] for reason in reasons}) == 3
    marks = [_inked(paint_cell(replace(look, text="ก"), QSize(90, 31), 1.0).toImage()) for look in looks]
    for number, mark in enumerate(marks):
        assert len(mark) > 20
        for other in marks[number + 1 :]:
            assert len(mark ^ other) > 6


def _reason(cell: Cell) -> str:
    if cell.nil:
        return "nothing"
    return {CellState.NOT_DUE: "not due", CellState.MISSING: "missing"}.get(cell.state, "")


def _inked(image: QImage) -> frozenset[tuple[int, int]]:
    """The points that are neither ground nor transparent."""
    ground = image.pixel(8, image.height() // 2)
    every = ((x, y) for x in range(4, image.width() - 4) for y in range(4, image.height() - 4))
    return frozenset(place for place in every if image.pixel(*place) != ground)


def test_charts_and_tables_tell_the_three_reasons_too(office: Supervision, qtbot: QtBot) -> None:
    marks = []
    for absence in Absence:
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(theme().colour("surface"))
        painter = QPainter(image)
        paint_absence(painter, QRectF(5, 5, 13, 13), absence, Theme())
        painter.end()
        plain = image.pixel(0, 0)
        marks.append({(x, y) for x in range(24) for y in range(24) if image.pixel(x, y) != plain})
    assert all(len(one ^ other) > 6 for one in marks for other in marks if one is not other)
    assert len({absence_word(absence) for absence in Absence}) == len(Absence) == 4
    screen = IndicatorsScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    sales = {bar.absence: bar.text for bar in screen.second.chart.lines}
    assert sales[Absence.NOT_REPORTED] == "ยังไม่รายงาน"
    assert screen.first.chart.columns[-1].absence is Absence.NOT_DUE
    for chart in (screen.first.chart, screen.second.chart):
        assert " จาก 130 " in chart.note
        assert "18 มี.ค. 2561" in chart.note  # of how many, and as of when, on the chart itself
    screen.dataset_menu.chosen.emit("poverty_fund")
    office.settle()
    funds = {bar.absence: bar.text for bar in screen.second.chart.lines}
    assert funds == {Absence.NOTHING: "ไม่มีข้อมูล", Absence.NOT_DUE: "ยังไม่ถึง"}
    screen.kind.button("numbers").click()
    cells = [screen.table.cell_at(screen.table.index(row, 1)) for row in range(screen.table.rowCount())]
    assert {cell.absence for cell in cells} == set(funds)


# --- down and back -------------------------------------------------------------------------------------------------


def test_from_the_country_to_the_submission_and_back_by_keyboard(visit: Visit, qtbot: QtBot) -> None:
    program = visit(Settings())
    program.change_person(4)
    wait_for(program)
    window = program.window
    window.open("dashboard")
    wait_for(program)
    _enter(program, "75", "dashboard")
    assert _board(program)._whole is not None
    assert _board(program)._whole.scope.code == "75"  # type: ignore[union-attr]
    _enter(program, "7502", "dashboard")
    view = _board(program).office_view
    assert view.hasFocus() or _board(program).matrix_view.hasFocus()
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    wait_for(program)
    assert window.current == "review"
    QTest.mouseClick(window.screen_named("review")._back, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    wait_for(program)
    assert (window.current, _board(program)._target.office) == ("dashboard", "7502")
    QTest.keyClick(window, *BACK)
    wait_for(program)
    assert _board(program)._target == DashboardTarget("75")
    QTest.keyClick(window, *BACK)
    wait_for(program)
    assert _board(program)._whole.rolled_up  # type: ignore[union-attr]


def _board(program: Program) -> DashboardScreen:
    screen = program.window.screen_named("dashboard")
    assert isinstance(screen, DashboardScreen)
    return screen


def _enter(program: Program, code: str, name: str) -> None:
    """Enter on the row of an area or office in the matrix."""
    board = _board(program)
    matrix = board.matrix
    rows = [row.unit.code for number in range(matrix.rowCount()) if (row := matrix.row_at(number)) is not None]
    board.matrix_view.setCurrentIndex(matrix.index(rows.index(code), 0))
    QTest.keyClick(board.matrix_view, Qt.Key.Key_Return)
    wait_for(program)
    assert program.window.current == name


def test_figures_lead_to_the_area_and_to_the_submission(office: Supervision, qtbot: QtBot) -> None:
    screen = IndicatorsScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    screen.grab()
    spot = next(spot for spot in screen.second._spots if spot.code == "5007")
    place = spot.box.center().toPoint()
    assert "แม่ริม" in spot.text
    qtbot.mouseMove(screen.second, QPoint(place.x() - 1, place.y()))
    qtbot.mouseMove(screen.second, place)
    assert screen.second.toolTip() == spot.text
    qtbot.mouseClick(screen.second, Qt.MouseButton.LeftButton, pos=place)
    assert office.opened[-1] == ("indicators", DashboardTarget("5007"))
    screen.kind.button("numbers").click()
    texts = screen.table.texts()
    row, column = next(n for n, line in enumerate(texts[1:]) if line[0] == "แม่ริม"), texts[0].index("ธ.ค.")
    screen.table_view.setCurrentIndex(screen.table.index(row, column))
    qtbot.keyClick(screen.table_view, Qt.Key.Key_Return)
    assert office.opened[-1] == ("review", SubmissionKey.parse("5007/otop_sales/2561-m12"))
    screen.table_view.setCurrentIndex(screen.table.index(row, 0))
    qtbot.keyClick(screen.table_view, Qt.Key.Key_Return)
    assert office.opened[-1] == ("indicators", DashboardTarget("5007"))
    office.show(screen, DashboardTarget("5007"))
    screen.back.click()
    assert office.opened[-1] == ("indicators", DashboardTarget("50"))


def test_copied_figures_lead_to_the_records_that_are_copied(office: Supervision, qtbot: QtBot) -> None:
    first, second = (SubmissionKey.parse(f"5007/otop_sales/2561-m{month:02}") for month in (11, 12))
    names = office.workplace.do(_copy_the_last, first, second)
    while office.workplace.do(refresh_facts).left:
        pass
    screen, review = QualityScreen(office.desk), ReviewScreen(office.desk)
    qtbot.addWidget(screen)
    qtbot.addWidget(review)
    office.show(screen)
    screen.parts.button("copied").click()
    screen.table_view.setCurrentIndex(screen.table.index(0, 0))
    qtbot.keyClick(screen.table_view, Qt.Key.Key_Return)
    assert office.opened[-1] == ("review", ReviewTarget(second, copied=True))
    office.show(review, ReviewTarget(second, copied=True))
    row = review.entries.row_at(review.list.currentIndex().row())
    assert row is not None
    assert row.entry.record_id in names
    assert review.entries.chip(row)[0] == "ตัวเลขเหมือนงวดก่อน"


def _copy_the_last(work: Work, first: SubmissionKey, second: SubmissionKey) -> set[str]:
    """Gives the last record of a list the figures it had a period before; the ids of all that are alike now."""
    then, now = (_sales(work, key) for key in (first, second))
    named = {row.content["producer_ref"]: row.content for row in then}
    last = next(row for row in reversed(now) if row.content.get("producer_ref") in named)
    keep = {key: value for key, value in last.content.items() if not isinstance(value, int)}
    amounts = {key: value for key, value in named[last.content["producer_ref"]].items() if isinstance(value, int)}
    last.content = keep | amounts
    row = find_submission(work.session, second)
    assert row is not None
    row.figured = ""
    return {last.record_id}


def _sales(work: Work, key: SubmissionKey) -> list[CertifiedEntryRow]:
    row = find_submission(work.session, key)
    assert row is not None
    query = work.session.query(CertifiedEntryRow).filter_by(certification_id=row.certification_id, entity="sale")
    return query.order_by(CertifiedEntryRow.position).all()


# --- what a reviewer reads first -----------------------------------------------------------------------------------


def test_errors_warnings_and_reasons_stand_first(office: Supervision, qtbot: QtBot) -> None:
    broken = office.workplace.do(_break_one)
    sheet = office.workplace.read(read_review, SAVINGS)
    first = sheet.entries[0]
    assert first.record_id == broken
    assert first.errors > 0
    order = [entry.order for entry in sheet.entries]
    assert order == sorted(order)
    assert order[-1] == (True, True, True, True)
    assert any(entry.reasons and not entry.errors for entry in sheet.entries)
    screen = ReviewScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen, SAVINGS)
    row = screen.entries.row_at(0)
    assert row is not None
    assert screen.entries.chip(row) == (f"ข้อผิดพลาด {first.errors} จุด", Tone.BAD)
    item = office.workplace.read(read_queue)[0]
    assert (item.key.unit, item.errors) == ("5001", 2)


def _break_one(work: Work) -> str:
    """A list as an older form let it pass: one record against the rules; and another office's, which says so."""
    row = find_submission(work.session, SAVINGS)
    assert row is not None
    row.errors = 1
    query = work.session.query(CertifiedEntryRow).filter_by(certification_id=row.certification_id, entity="quarter")
    entry = query.order_by(CertifiedEntryRow.position.desc()).first()
    assert entry is not None
    entry.content = {**entry.content, "overdue_amount": 10**12, "loan_outstanding": 100}
    other = work.session.query(SubmissionRow).filter_by(unit="5001", state="certified").first()
    assert other is not None
    other.errors = 2
    return entry.record_id


def test_what_differs_from_last_period_is_marked(office: Supervision, qtbot: QtBot) -> None:
    """By a ground of its own, by the change in percent, and in words for readers of the screen."""
    screen = ReviewScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen, SubmissionKey.parse("5007/otop_sales/2561-m02"))
    fields = screen.record.fields
    row = next(n for n, field in enumerate(fields.rows) if field.changed and field.change)
    same = next(n for n, field in enumerate(fields.rows) if not field.changed and not field.heading)
    role = Qt.ItemDataRole.BackgroundRole
    now, other = fields.index(row, THIS_PERIOD), fields.index(same, THIS_PERIOD)
    assert fields.data(now, role) is not None
    assert fields.data(other, role) is None
    assert fields.data(now, Qt.ItemDataRole.AccessibleDescriptionRole) == "ต่างจากงวดก่อน"
    assert fields.rows[row].change in str(fields.data(fields.index(row, BEFORE)))
