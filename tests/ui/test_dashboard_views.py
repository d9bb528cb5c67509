"""The views beside the overview: quality, figures with their charts, and what is new; by keyboard, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sample_supervision import supervisor
from sqlalchemy import func, select
from supervision import Supervision

from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.indicators import Sums, is_ranking
from cdd_desktop.forms.list_facts import AGES, UnitSums
from cdd_desktop.geography import geography
from cdd_desktop.ids import PeriodId, UnitCode
from cdd_desktop.operations.read_indicators import read_indicators
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.reports.chart import Absence, Chart, Tile
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.indicators import Sources, build_table
from cdd_desktop.store.submission_rows import CertifiedEntryRow
from cdd_desktop.ui.dashboard.area_screen import AreaScreen, DashboardTarget
from cdd_desktop.ui.dashboard.chart_view import ChartView
from cdd_desktop.ui.dashboard.indicators_screen import IndicatorsScreen
from cdd_desktop.ui.dashboard.news_screen import NewsScreen
from cdd_desktop.ui.dashboard.quality_screen import QualityScreen
from cdd_desktop.ui.dashboard.table import TableModel
from cdd_desktop.ui.theme import DARK, LIGHT, Theme, theme
from cdd_desktop.ui.views.ages import pyramid
from cdd_desktop.ui.views.charts import paint_chart
from cdd_desktop.ui.views.indicator_charts import Teller
from cdd_desktop.ui.views.part_charts import PartTeller
from cdd_desktop.ui.views.tiles import PROVINCES, places
from cdd_desktop.ui.widgets import ScrollColumn
from cdd_desktop.ui.words import Words


@pytest.fixture
def office(tmp_path: Path, thai: None) -> Iterator[Supervision]:
    with supervisor(tmp_path, districts=9) as workplace:
        while workplace.do(refresh_facts).left:
            pass
        place = Supervision(workplace)
        yield place
        place.tasks.close()


def show(office: Supervision, screen: AreaScreen, argument: object = None) -> None:
    screen.resize(1150, 698)
    screen.show()
    screen.open(argument)
    office.settle()


def column(model: TableModel, number: int) -> list[str]:
    return [line[number] for line in model.texts()[1:]]


def test_quality_by_office_and_what_to_look_at(office: Supervision, qtbot: QtBot) -> None:
    screen = QualityScreen(office.desk)
    qtbot.addWidget(screen)
    tester = QAbstractItemModelTester(screen.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    show(office, screen)
    lines = {line[0]: line for line in screen.table.texts()}
    assert lines["แม่ริม"][1] == "100.0% (6 / 6)"
    assert lines["แม่ริม"][5].endswith("(14 / 14)")
    assert (lines["แม่ริม"][11], lines["แม่แตง"][11]) == ("6 / 6", "0 / 6")  # whose records came whole
    assert lines["แม่แจ่ม"][5] == "–"
    assert column(screen.table, 0)[-1] == "รวม"
    screen.table_view.setCurrentIndex(screen.table.index(0, 1))
    qtbot.keyClick(screen.table_view, Qt.Key.Key_S)
    qtbot.keyClick(screen.table_view, Qt.Key.Key_S)
    assert column(screen.table, 1)[0].startswith("0.0%")
    assert column(screen.table, 0)[-1] == "รวม"
    row = column(screen.table, 0).index("แม่ริม")
    screen.table_view.setCurrentIndex(screen.table.index(row, 0))
    qtbot.keyClick(screen.table_view, Qt.Key.Key_Return)
    assert office.opened[-1] == ("dashboard", DashboardTarget("50", "5007"))
    screen.parts.button("unusual").click()
    office.settle()  # looked for when somebody wants to see them
    assert "ครึ่งกลาง" in screen._note.full_text()
    screen.parts.button("copied").click()
    assert screen.table.columnCount() == 4
    assert tester is not None


def sold(work: Work, period: str) -> int:
    """By plain SQL over the records."""
    amount = func.json_extract(CertifiedEntryRow.content, "$.sales_total")
    query = select(func.sum(amount)).where(
        CertifiedEntryRow.dataset == "otop_sales", CertifiedEntryRow.period == period
    )
    return work.session.scalar(query) or 0


def test_figures_as_charts_and_as_numbers(office: Supervision, qtbot: QtBot) -> None:
    screen = IndicatorsScreen(office.desk)
    qtbot.addWidget(screen)
    show(office, screen)
    december = next(bar for bar in screen.first.chart.columns if bar.label == "ธ.ค.")
    assert december.value == office.workplace.read(sold, "2561-m12") > 0
    assert december.tag == "1/26"
    assert screen.first.chart.columns[-1].text == "ยังไม่ถึง"
    lines = {bar.label: bar.text for bar in screen.second.chart.lines}
    assert lines["แม่อาย"] == "ยังไม่รายงาน"
    assert "ธ.ค." in screen.first.accessibleDescription()
    screen.first.setFocus()
    _walk_over_the_marks(screen.first, qtbot)
    qtbot.keyClick(screen.first, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    picture = QApplication.clipboard().image()
    assert (picture.width(), picture.height()) == (2 * screen.first.width(), 2 * screen.first.height())
    assert picture.pixelColor(0, 0).name().upper() == LIGHT.surface
    qtbot.keyClick(screen.first, Qt.Key.Key_Return)
    assert screen.table_view.isVisible()
    assert screen.kind.current() == "numbers"
    line = next(line for line in screen.table.texts() if line[0] == "แม่ริม")
    assert line[3].replace(",", "") == f"{december.value / 100:.2f}"
    qtbot.keyClick(screen.table_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = [row.split("\t") for row in QApplication.clipboard().text().split("\n")]
    assert copied == screen.table.texts()
    screen.dataset_menu.chosen.emit("poverty_fund")
    office.settle()
    line = next(line for line in screen.table.texts() if line[0] == "แม่แจ่ม")
    assert line[1] == "ไม่มีข้อมูล"  # a report that there is nothing, which is not the same as none


def _walk_over_the_marks(view: ChartView, qtbot: QtBot) -> None:
    """Each in its turn, shown and told; Esc and another widget leave them."""
    whole, plain = view.accessibleDescription(), view.grab().toImage()
    told = []
    for _ in view.chart.columns:
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert view.mark is not None
        assert view.accessibleDescription() == view.mark.text
        told.append(view.mark.text)
    assert [text.split(" · ")[0] for text in told] == [bar.label for bar in view.chart.columns]
    assert all(bar.text in text for bar, text in zip(view.chart.columns, told, strict=True) if bar.absence)
    assert view.grab().toImage() != plain
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.accessibleDescription() == told[0]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert (view.mark, view.accessibleDescription()) == (None, whole)


def test_every_dataset_has_its_figures(office: Supervision, qtbot: QtBot) -> None:
    screen = IndicatorsScreen(office.desk)
    qtbot.addWidget(screen)
    show(office, screen)
    screen.kind.button("numbers").click()  # they are put there when they are in sight
    for dataset in office.workplace.catalogue.datasets():
        sheet = office.workplace.read(read_indicators, dataset)
        screen.dataset_menu.chosen.emit(dataset)
        office.settle()
        for indicator in sheet.indicators():
            screen.indicator_menu.chosen.emit(indicator.key)
            label = indicator.label_th
            assert screen.first.chart.title.startswith(label)
            if not is_ranking(sheet.definition, indicator):
                assert screen.table.rowCount() == len(sheet.groups)


def test_what_is_new_and_who_is_silent(office: Supervision, qtbot: QtBot) -> None:
    screen = NewsScreen(office.desk)
    qtbot.addWidget(screen)
    show(office, screen)
    when = column(screen.changes, 0)
    assert len(when) == 5
    assert all(text.startswith("17 มี.ค. 2561") for text in when)
    assert column(screen.changes, 4)[0] == "ตรวจรับแล้ว"
    screen.changes_view.setCurrentIndex(screen.changes.index(0, 0))
    qtbot.keyClick(screen.changes_view, Qt.Key.Key_Return)
    assert office.opened[-1][0] == "review"
    silent = column(screen.contacts, 1)
    assert silent[0] == "ยังไม่เคย"
    assert silent[-1] in ("วันนี้", "0 วันก่อน")
    screen.views.button("quality").click()
    assert office.opened[-1] == ("quality", DashboardTarget("50"))
    assert screen.views.current() == "news"


# --- charts without a window ---------------------------------------------------------------------------------------


def teller(now: dict[str, int], before: dict[str, int]) -> Teller:
    """OTOP sales of October in three districts, this year and last."""

    def sums(held: dict[str, int], period: str) -> list[UnitSums]:
        return [UnitSums(UnitCode(u), PeriodId(period), "sales_month", Sums(v, None, 1)) for u, v in held.items()]

    calendar, definition = load_calendar(), load_catalogue().newest("otop_sales")
    windows = [window for window in calendar.windows(2561) if window.dataset == "otop_sales"][:1]
    units = [geography().unit(code) for code in ("5001", "5002", "5007")]
    earlier = {windows[0].period: calendar.year_earlier(windows[0]).period}
    day = windows[0].due_on
    sources = Sources(
        sums(now, windows[0].period),
        sums(before, earlier[windows[0].period]),
        {unit.code: day for unit in units},
        day,
        earlier,
    )
    groups = [(geography().unit("50"), ("5001", "5002", "5007")), *((unit, (unit.code,)) for unit in units)]
    indicator = next(each for each in definition.indicators if each.key == "sales_month")
    return Teller(definition, build_table(definition, indicator, windows, groups, sources), Words())


def test_sales_are_told_in_five_steps_against_last_year(thai: None) -> None:
    told = teller({"5001": 12_000_000, "5002": 9_000_000}, {"5001": 10_000_000, "5002": 10_000_000, "5007": 1})
    lines = {bar.label: (bar.text, bar.tag) for bar in told.by_office().lines}
    assert lines["เมืองเชียงใหม่"] == ("120,000", "ระดับ 5 · 120.0%")
    assert lines["จอมทอง"] == ("90,000", "ระดับ 1 · 90.0%")
    assert lines["แม่ริม"] == ("ยังไม่รายงาน", "")
    total = told.numbers().rows[-1]
    assert [cell.text for cell in total[-3:]] == ["2/3", "105.0%", "4"]  # over the two that have both
    chart = told.over_time()
    assert chart.columns[0].before == 20_000_001
    assert (chart.now, chart.then) == ("ปีนี้", "ปีก่อน")


def test_provinces_lie_on_the_grid_and_districts_in_rows() -> None:
    codes = [unit.code for unit in geography().provinces()]
    assert set(codes) == set(PROVINCES)
    assert len(set(PROVINCES.values())) == 76
    where = places(codes)
    assert where["50"][1] < where["10" if "10" in where else "13"][1] < where["90"][1]  # north above south
    assert where["58"][0] < where["34"][0]  # west left of east
    districts = places([f"50{number:02d}" for number in range(1, 26)])
    assert len(set(districts.values())) == 25


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_kind_of_chart_is_painted_inside_its_box(office: Supervision, qapp: QApplication, tokens: object) -> None:
    look = Theme(LIGHT if tokens is LIGHT else DARK)
    sheet = office.workplace.read(read_indicators, "saving_group")
    mix = next(each for each in sheet.indicators() if each.key == "health_mix")
    split = Teller(sheet.definition, sheet.table(mix), Words())
    sales = teller({"5001": 12}, {"5001": 10})
    ages = {"female|40": 3, "male|40": 2, "male|?": 1}
    charts = [
        *PartTeller(split).charts(),
        sales.over_time(),
        sales.by_office(),
        pyramid(ages, Share(2, 3), Words()),
        Chart("", empty="ยังไม่มีตัวเลข"),
    ]
    for chart in charts:
        inked, outside = painted(chart, look)
        assert inked > 30
        assert outside == 0
    assert AGES not in [each.key for each in sheet.indicators()]


def painted(chart: Chart, look: Theme) -> tuple[int, int]:
    """Points that were painted inside the box of a chart and outside of it."""
    image = QImage(460, 340, QImage.Format.Format_RGB32)
    ground = look.colour("surface")
    image.fill(ground)
    painter = QPainter(image)
    paint_chart(painter, QRectF(20, 20, 420, 300), chart, look)
    painter.end()
    plain = ground.rgb()
    points = [(x, y) for x in range(0, 460, 2) for y in range(0, 340, 2) if image.pixel(x, y) != plain]
    outside = sum(not (18 <= x <= 442 and 18 <= y <= 322) for x, y in points)
    return len(points) - outside, outside


def test_the_grid_of_the_country_can_be_read_and_walked(qtbot: QtBot, thai: None) -> None:
    """Seventy-six tiles, each with room for its name; the page follows the keyboard to the last of them."""
    names = {code: geography().unit(code).name_th for code in PROVINCES}
    tiles = tuple(Tile(code, name, "ยังไม่รายงาน", None, Absence.NOT_REPORTED) for code, name in names.items())
    view, page = ChartView(), ScrollColumn()
    view.show_chart(Chart("ระดับ", tiles=tiles))
    page.body.addWidget(view)
    page.resize(1060, 400)
    qtbot.addWidget(page)
    page.show()
    view.grab()
    smallest = QFontMetricsF(theme().font(9.5))
    for number, tile in enumerate(tiles):
        qtbot.keyClick(view, Qt.Key.Key_Home if not number else Qt.Key.Key_Right)
        assert view.mark is not None
        assert view.mark.code == tile.code
        assert smallest.horizontalAdvance(tile.name) <= view.mark.box.width()
        centre = view.mapTo(page.viewport(), view.mark.box.center().toPoint())
        assert page.viewport().rect().contains(centre)
