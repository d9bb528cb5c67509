"""Figures told in parts: what moved, rankings, choices and amounts, as charts and as tables, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sample_supervision import NOW, supervisor
from supervision import Supervision

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.indicators import Sums
from cdd_desktop.forms.list_facts import UnitSums
from cdd_desktop.geography import geography
from cdd_desktop.ids import PeriodId, UnitCode
from cdd_desktop.operations.apply_pulled import apply_pulled
from cdd_desktop.operations.read_indicators import read_indicators
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.reports.chart import Absence
from cdd_desktop.reports.indicators import Sources, build_table
from cdd_desktop.reports.view import Kind
from cdd_desktop.samples.office import sample_id
from cdd_desktop.sync.facts import PulledFacts
from cdd_desktop.sync.protocol import Pulled, PulledSubmission
from cdd_desktop.ui.dashboard.area_screen import DashboardTarget
from cdd_desktop.ui.dashboard.indicators_screen import IndicatorsScreen
from cdd_desktop.ui.views.indicator_charts import Teller
from cdd_desktop.ui.views.indicator_hints import hint_of
from cdd_desktop.ui.views.part_charts import PartTeller, charts_of, numbers_of
from cdd_desktop.ui.words import Words

CATALOGUE = load_catalogue()


@pytest.fixture
def office(tmp_path: Path, thai: None) -> Iterator[Supervision]:
    with supervisor(tmp_path, districts=7) as workplace:
        while workplace.do(refresh_facts).left:
            pass
        place = Supervision(workplace)
        yield place
        place.tasks.close()


def teller(dataset: str, key: str, offices: Mapping[str, Sums | None], scope: str = "50") -> Teller:
    """An indicator in the first period of a dataset; None: due, and not reported."""
    definition = CATALOGUE.newest(dataset)
    window = next(each for each in load_calendar().windows(2561) if each.dataset == dataset)
    indicator = next(each for each in definition.indicators if each.key == key)
    sums = [
        UnitSums(UnitCode(code), PeriodId(window.period), key, each)
        for code, each in offices.items()
        if each is not None
    ]
    unit = geography().unit
    groups = [(unit(scope), list(offices)), *((unit(code), [code]) for code in offices)]
    sources = Sources(sums, (), dict.fromkeys(offices, date(2017, 10, 1)), window.due_on)
    return Teller(definition, build_table(definition, indicator, [window], groups, sources), Words())


def moved(rose: int, same: int, fell: int) -> Sums:
    parts = {"rose": rose, "same": same, "fell": fell}
    return Sums(rose + fell, None, rose + same + fell, {part: number for part, number in parts.items() if number})


def test_grades_that_moved_are_told_by_district_and_altogether(thai: None) -> None:
    held = {"5001": moved(3, 1, 0), "5002": moved(0, 2, 2), "5003": Sums(None, None, 0), "5004": None}
    told = teller("mother_fund_health", "grade_move", held)
    tiles, lines = charts_of(told)
    assert [(tile.name, tile.text, tile.tone) for tile in tiles.tiles[:2]] == [
        ("เมืองเชียงใหม่", "ดีขึ้น 3 · ลดลง 0", "ok"),
        ("จอมทอง", "ดีขึ้น 0 · ลดลง 2", "bad"),
    ]
    assert [(tile.text, tile.absence) for tile in tiles.tiles[2:]] == [
        ("–", None),  # reported, and nothing to be compared with
        ("ยังไม่รายงาน", Absence.NOT_REPORTED),
    ]
    assert [(bar.label, bar.text) for bar in lines.lines] == [
        ("ดีขึ้น", "3 (37.5%)"),
        ("คงเดิม", "3 (37.5%)"),
        ("ลดลง", "2 (25.0%)"),
    ]
    assert tiles.note == "3 จาก 4 หน่วย"
    table = numbers_of(told)
    assert [column.title for column in table.columns] == ["พื้นที่", "ดีขึ้น", "คงเดิม", "ลดลง", "จากหน่วย"]
    assert [cell.value for cell in table.rows[-1]] == [None, (3, 8), (3, 8), (2, 8), (3, 4)]
    assert "ตรวจทั้งสองปี" in hint_of(told)


def test_items_failed_most_often_are_ranked_with_how_many_villages(thai: None) -> None:
    held = {"5001": Sums(5, None, 4, {"i03": 3, "i12": 2}), "5002": Sums(3, None, 2, {"i12": 2, "i01": 1})}
    told = teller("mother_fund_health", "weak_items", held)
    ranking, offices = charts_of(told)
    assert [(bar.label.split("/")[0], bar.text) for bar in ranking.lines[:2]] == [
        ("1. มีกฎ ระเบียบกองทุน", "4/6 · 66.7%"),
        ("2. มีกิจกรรมป้องกัน", "3/6 · 50.0%"),
    ]
    assert [(bar.label, bar.text) for bar in offices.lines] == [("จอมทอง", "1.50"), ("เมืองเชียงใหม่", "1.25")]
    table = numbers_of(told)
    assert [column.kind for column in table.columns] == [Kind.NUMBER, Kind.TEXT, Kind.SHARE]
    assert [row[2].value for row in table.rows] == [(4, 6), (3, 6), (1, 6)]


def test_subdistricts_are_ranked_by_sales_and_lead_to_their_district(thai: None) -> None:
    held = {"5001": Sums(300_00, None, 2, {"500101": 300_00}), "5007": Sums(900_00, None, 2, {"500702": 900_00})}
    told = teller("otop_sales", "top", held)
    ranking, _ = charts_of(told)
    assert [(bar.label, bar.text, bar.code) for bar in ranking.lines] == [
        ("1. ริมเหนือ · แม่ริม", "900.00", "5007"),
        ("2. ศรีภูมิ · เมืองเชียงใหม่", "300.00", "5001"),
    ]
    assert PartTeller(told).ways() == ("5007", "5001")
    alone = teller("otop_sales", "top", {"5007": held["5007"]}, scope="5007")
    assert charts_of(alone)[0].lines[0].label == "1. ริมเหนือ"  # its district goes without saying


def test_shares_of_what_can_be_counted_stand_with_their_counts(thai: None) -> None:
    told = teller("leader", "village_complete", {"5001": Sums(9, 12, 40), "5002": Sums(1, 8, 30)})
    _, offices = charts_of(told)
    assert [(bar.text, bar.tag) for bar in offices.lines] == [("75.0%", "9/12"), ("12.5%", "1/8")]
    table = told.numbers()
    counted = [column.title for column in table.columns].index("นับได้/ทั้งหมด")
    assert [row[counted].value for row in table.rows] == [(9, 12), (1, 8), (10, 20)]


@pytest.mark.parametrize(
    ("dataset", "key", "sums", "title", "value"),
    [
        ("mother_fund_health", "grade_mix", Sums(4, None, 4, {"A": 3, "C": 1}), "A (ร้อยละ ๘๐ ขึ้นไป)", (3, 4)),
        ("mother_fund_health", "fund_sum", Sums(900, None, 1, {"fund_royal": 800, "fund_local": 100}), "", None),
    ],
)
def test_each_part_has_a_column(
    thai: None, dataset: str, key: str, sums: Sums, title: str, value: tuple[int, int] | None
) -> None:
    table = numbers_of(teller(dataset, key, {"5001": sums, "5002": None}))
    first = table.rows[0][1]
    assert title in table.columns[1].title
    assert first.value == value if value else first.text == "8.00"
    assert table.rows[1][1].absence is Absence.NOT_REPORTED
    assert len(table.columns) == 5


def test_a_tile_of_an_amount_tells_a_share_of_it(thai: None) -> None:
    told = teller("otop_sales", "by_category", {"5001": Sums(400_00, None, 2, {"food": 300_00, "herb": 100_00})})
    assert charts_of(told)[0].tiles[0].text == "อาหาร 75.0%"


def tiles_of_the_country(
    workplace: Workplace, dataset: str, key: str, year: int = 2561
) -> dict[str, tuple[str, Absence | None]]:
    """Code of a province → what its tile says, and why it has nothing to tell."""
    sheet = workplace.read(read_indicators, dataset, year)
    found = next(each for each in sheet.indicators() if each.key == key)
    grid, _ = charts_of(Teller(sheet.definition, sheet.table(found), Words()))
    return {tile.code: (tile.text, tile.absence) for tile in grid.tiles}


def test_a_province_that_never_reported_is_silent_when_its_round_is_due(tmp_path: Path, thai: None) -> None:
    """On the country's grid: of how many offices, whether or not anybody else has reported; before the day, not due."""
    with supervisor(tmp_path, Role.DEPARTMENT, "00", districts=1) as workplace:
        krabi = len(geography().districts("81"))
        silent = (f"ยังไม่รายงาน 0/{krabi}", Absence.NOT_REPORTED)
        grades = tiles_of_the_country(workplace, "saving_group", "health_mix")  # the first quarter is due
        assert len(grades) == 76
        assert grades["81"] == silent
        assert grades["50"] == ("–", None)  # a list has come without figures: something has been reported
        assert {code: why for code, (_, why) in grades.items() if code != "50"} == dict.fromkeys(
            grades.keys() - {"50"}, Absence.NOT_REPORTED
        )
        told = PulledSubmission(
            unit="5002",
            dataset="saving_group",
            period="2561-q1",
            rev=1,
            state="certified",
            nil=False,
            received_at=NOW.isoformat(),
            certification=sample_id("c", "5002"),
            facts=PulledFacts(figures=[("health_mix", "", 4, None, 4), ("health_mix", "1", 4, None, 4)]),
        )
        workplace.do(apply_pulled, Pulled(submissions=[told]), epoch="e", touched=Touched())
        grades = tiles_of_the_country(workplace, "saving_group", "health_mix")
        assert grades["50"] == ("ระดับ ๑ 4/4", None)
        assert grades["81"] == silent
        levels = tiles_of_the_country(workplace, "poverty_fund", "level_mix")  # due in two days
        assert levels["81"] == ("ยังไม่ถึง", Absence.NOT_DUE)
        earlier = tiles_of_the_country(workplace, "saving_group", "health_mix", 2560)  # before anybody's duty began
        assert set(earlier.values()) == {("ก่อนเริ่ม", Absence.BEFORE_DUTY)}


def test_rankings_and_shares_lead_on_from_their_numbers(office: Supervision, qtbot: QtBot, thai: None) -> None:
    screen = IndicatorsScreen(office.desk)
    qtbot.addWidget(screen)
    office.show(screen)
    screen.indicator_menu.chosen.emit("top")
    assert screen.first.chart.lines[0].label.startswith("1. ")
    assert screen._hint.isVisible()
    screen.kind.button("numbers").click()
    screen.table_view.setCurrentIndex(screen.table.index(0, 1))
    qtbot.keyClick(screen.table_view, Qt.Key.Key_Return)
    assert office.opened[-1] == ("indicators", DashboardTarget("5007"))
    office.show(screen, DashboardTarget("5007"))
    screen.table_view.setCurrentIndex(screen.table.index(0, 1))
    qtbot.keyClick(screen.table_view, Qt.Key.Key_Return)
    name, key = office.opened[-1]
    assert (name, isinstance(key, SubmissionKey) and key.unit) == ("review", "5007")
    screen.indicator_menu.chosen.emit("late")
    cells = {row[0]: row[-2] for row in screen.table.texts()}
    assert cells["แม่ริม"] in ("0", "1")
