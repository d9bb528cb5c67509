"""The way out of every screen of a supervisor: memo, workbook, the month, and what is pasted elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from sample_supervision import supervisor
from supervision import Supervision

from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.work import Work
from cdd_desktop.reports.view import Cell, Column, Kind, Table
from cdd_desktop.store.rows import AuditRow
from cdd_desktop.ui.dashboard.area_screen import DashboardTarget
from cdd_desktop.ui.dashboard.indicators_screen import IndicatorsScreen
from cdd_desktop.ui.dashboard.news_screen import NewsScreen
from cdd_desktop.ui.dashboard.quality_screen import QualityScreen
from cdd_desktop.ui.dashboard.screen import DashboardScreen
from cdd_desktop.ui.export_menu import ExportMenu
from cdd_desktop.ui.messages import FileWish
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.review.queue_model import OFFICE
from cdd_desktop.ui.review.queue_screen import QueueScreen
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.views.clip import SVG, as_html, as_text
from cdd_desktop.ui.views.making import make_view
from cdd_desktop.ui.views.reading import read_view
from cdd_desktop.ui.views.request import ViewName, ViewRequest

SCREENS = (DashboardScreen, QualityScreen, IndicatorsScreen, NewsScreen, QueueScreen)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(tmp_path: Path, thai: None) -> Iterator[Supervision]:
    with supervisor(tmp_path / "office", districts=9) as workplace:
        while workplace.do(refresh_facts).left:
            pass
        place = Supervision(workplace)
        yield place
        place.tasks.close()


def choose(screen: Screen, key: str) -> None:
    """As by mouse or keyboard in the menu."""
    export = screen.findChild(ExportMenu)
    assert export is not None
    action = next(each for each in export.menu().actions() if each.data() == key)
    assert action.text()
    action.trigger()


def clipboard() -> QMimeData:
    return QApplication.clipboard().mimeData()


def test_what_somebody_has_ordered_goes_out_in_that_order(office: Supervision, qtbot: QtBot) -> None:
    screens = [make(office.desk) for make in (QualityScreen, NewsScreen, IndicatorsScreen)]
    for screen in screens:
        qtbot.addWidget(screen)
        office.show(screen)
        if isinstance(screen, IndicatorsScreen):
            screen.kind.button("numbers").click()
            office.settle()
        for model in screen.tables():
            given = model.shown()
            model.sort_by(1)
            model.sort_by(1)
            assert sorted(model.shown().rows, key=str) == sorted(given.rows, key=str)
        choose(screen, "memo")
        assert {model.shown() for model in screen.tables()} <= set(_memo(office))
    queue = QueueScreen(office.desk)
    qtbot.addWidget(queue)
    office.show(queue)
    before = queue.model.table()
    queue.table.sortByColumn(OFFICE, Qt.SortOrder.DescendingOrder)
    choose(queue, "memo")
    assert queue.model.table() != before
    assert queue.model.table() in _memo(office)


def _memo(office: Supervision) -> list[Table]:
    """The tables of the memo that was asked for last."""
    request = office.opened[-1][1]
    assert isinstance(request, PrintRequest)
    assert request.view is not None
    return make_view(office.workplace.read(read_view, request.view), office.desk.words).tables()


@pytest.mark.parametrize("make", SCREENS, ids=[screen.name for screen in SCREENS])
def test_every_screen_lets_out_what_it_shows(
    office: Supervision, qtbot: QtBot, tmp_path: Path, make: type[Screen]
) -> None:
    screen = make(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    choose(screen, "memo")
    name, request = office.opened[-1]
    assert name == "printing"
    assert isinstance(request, PrintRequest)
    assert request.kind is PrintKind.VIEW
    assert request.view is not None
    view = make_view(office.workplace.read(read_view, request.view), office.desk.words)

    choose(screen, "copy")
    rows = [line.split("\t") for line in clipboard().text().split("\n")]
    assert rows in [table.texts() for table in view.tables()], "the table in front is one of the view's"
    assert all(cell in clipboard().html() for row in rows for cell in row if "&" not in cell)

    shown: list[object] = []

    def answer(asked: object, /) -> object:
        shown.append(asked)
        return str(tmp_path / "view") if isinstance(asked, FileWish) else None

    office.desk.messages.recorder = answer
    choose(screen, "book")
    office.settle()
    wish = shown[0]
    assert isinstance(wish, FileWish)
    assert wish.suggested == f"{view.name}-50-2018-03-18.xlsx"
    assert CalamineWorkbook.from_path(str(tmp_path / "view.xlsx")).sheet_names
    assert "ไม่ได้เข้ารหัส" in getattr(shown[-1], "next_step", "")
    assert office.workplace.read(noted) == [(request.view.name.value, "workbook", len(view.tables()))]

    choose(screen, "month")
    assert office.opened[-1][0] == "printing"
    month = office.opened[-1][1]
    assert isinstance(month, PrintRequest)
    assert month.view == ViewRequest(ViewName.MONTHLY, request.view.area)


def noted(work: Work) -> list[tuple[str, str, int]]:
    rows = work.session.query(AuditRow).filter(AuditRow.action == "exported-view")
    return [(row.detail["view"], row.detail["way"], row.detail["size"]) for row in rows]


def test_what_cannot_be_written_is_said_and_nothing_is_left(office: Supervision, qtbot: QtBot, tmp_path: Path) -> None:
    screen = QualityScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    shown: list[object] = []

    def answer(asked: object, /) -> object:
        shown.append(asked)
        return str(tmp_path / "no" / "such" / "view.xlsx") if isinstance(asked, FileWish) else None

    office.desk.messages.recorder = answer
    choose(screen, "month-book")
    office.settle()
    assert getattr(shown[-1], "code", "") == "workbook-unwritable"
    assert office.workplace.read(noted) == []


def test_the_overview_on_paper_has_the_words_of_the_matrix_in_its_order(office: Supervision, qtbot: QtBot) -> None:
    screen = DashboardScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    screen.matrix.set_order("urgency")
    view = make_view(office.workplace.read(read_view, screen.request()), office.desk.words)
    table = next(table for table in view.tables() if len(table.columns) == screen.matrix.columnCount() + 1)
    down, across = range(screen.matrix.rowCount()), range(screen.matrix.columnCount())
    display = [[str(screen.matrix.index(row, column).data()) for column in across] for row in down]
    assert [[cell.text for cell in row[1:]] for row in table.rows] == display
    names = [screen.matrix.headerData(row, Qt.Orientation.Vertical) for row in down]
    assert [row[0].text for row in table.rows] == names
    screen.matrix_view.setFocus()
    qtbot.keyClick(screen.matrix_view, Qt.Key.Key_C, CTRL)
    assert clipboard().text().split("\n")[1].split("\t")[1:] == display[0]
    screen.open(DashboardTarget("50", "5007"))
    office.settle()
    qtbot.keyClick(screen.office_view, Qt.Key.Key_C, CTRL)
    assert "แม่ริม" in clipboard().text()


def test_a_chart_is_copied_as_picture_and_drawing_and_its_numbers_by_one_key(office: Supervision, qtbot: QtBot) -> None:
    screen = IndicatorsScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    screen.second.setFocus()
    qtbot.keyClick(screen.second, Qt.Key.Key_C, CTRL)
    data = clipboard()
    picture = data.imageData()
    assert isinstance(picture, QImage)
    drawing = QByteArray(data.data(SVG))
    assert "แม่ริม" in bytes(drawing).decode()
    drawn = QImage(picture.size(), QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    renderer = QSvgRenderer(drawing)
    assert renderer.isValid()
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    inks = [
        sum(
            image.pixelColor(x, y).lightness() < 200
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        )
        for image in (picture, drawn)
    ]
    assert inks[0] > 100
    assert abs(inks[0] - inks[1]) < inks[0] / 5
    choose(screen, "chart")
    assert clipboard().hasImage()
    qtbot.keyClick(screen.second, Qt.Key.Key_Return)
    qtbot.keyClick(screen.table_view, Qt.Key.Key_C, CTRL)
    assert [line.split("\t") for line in clipboard().text().split("\n")] == screen.table.texts()


def test_what_is_pasted_calculates_nothing_and_keeps_its_cells() -> None:
    table = Table(
        "ก <ข>",
        (Column("ชื่อ"), Column("n", Kind.NUMBER)),
        ((Cell("=1+1"), Cell("-2", value=-2)), (Cell("a\tb\nc"), Cell("3"))),
        with_total=True,
    )
    assert as_text(table) == "ชื่อ\tn\n'=1+1\t-2\na b c\t3"
    html = as_html(table)
    assert "<p><b>ก &lt;ข&gt;</b></p>" in html
    assert "<td align='right'>-2</td>" in html
    assert "<b>3</b>" in html
