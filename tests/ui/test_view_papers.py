"""Supervisors' views on paper and in workbooks: the figures of the view, whole, in the official layout."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from printed import assert_same, fonts_in, letters, make, read_text, said, speak
from PySide6.QtWidgets import QApplication
from python_calamine import CalamineWorkbook
from sample_supervision import NOW, supervisor

from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.person import Role
from cdd_desktop.exchange.view_book import BookColumn, BookSheet, write_view_book
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.reports.chart import Bar, Chart
from cdd_desktop.reports.view import Cell, Column, Kind, Section, Table, View
from cdd_desktop.ui.fonts import uncovered
from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.ink import make_measure, write_pdf
from cdd_desktop.ui.printing.page_model import MILLIMETRE, Document, Drawing, Run
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.printing.typeset import Typesetter
from cdd_desktop.ui.printing.view_strips import section_strips
from cdd_desktop.ui.views.book import write_view
from cdd_desktop.ui.views.making import make_view
from cdd_desktop.ui.views.reading import read_view
from cdd_desktop.ui.views.request import ViewName, ViewRequest
from cdd_desktop.ui.words import Words

REQUESTS = {name: ViewRequest(name, dataset="otop_sales") for name in ViewName}
every_view = pytest.mark.parametrize("name", list(ViewName), ids=[name.value for name in ViewName])


@pytest.fixture(autouse=True)
def thai(qapp: QApplication) -> Iterator[None]:
    yield from speak(qapp)


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    with supervisor(tmp_path_factory.mktemp("province"), districts=9) as workplace:
        while workplace.do(refresh_facts).left:
            pass
        yield workplace


def view_of(workplace: Workplace, request: ViewRequest, *, language: str = "th") -> View:
    return make_view(workplace.read(read_view, request), Words(language))


def memo(workplace: Workplace, request: ViewRequest, *, thai_digits: bool = False) -> Document:
    return make(workplace, PrintRequest(PrintKind.VIEW, view=request), thai_digits=thai_digits)


@every_view
def test_a_memo_holds_the_view_and_is_the_same_on_screen_and_in_its_pdf(
    province: Workplace, tmp_path: Path, name: ViewName
) -> None:
    view, document = view_of(province, REQUESTS[name]), memo(province, REQUESTS[name])
    laid_out = said(document).replace("\n", "").replace(" ", "")
    for told in ("บันทึกข้อความ", "ส่วนราชการ", "เรียน", "พัฒนาการจังหวัดเชียงใหม่", "(ประเสริฐศรีสุข)", view.title, *view.summary):
        assert told.replace(" ", "") in laid_out
    for table in view.tables():
        for row in table.rows if not table.listing else ():
            assert all(cell.text.replace(" ", "") in laid_out for cell in row), row
    drawn = [item.chart for page in document.pages for item in page.items if isinstance(item, Drawing)]
    assert len(drawn) >= len([chart for chart in view.charts() if chart.shows])
    assert_same(document, tmp_path)
    file = tmp_path / "paper.pdf"
    assert fonts_in(file) <= {("Sarabun-Regular", True), ("Sarabun-Bold", True)}
    text = letters("".join(read_text(file)))
    assert letters(view.title) in text
    for chart in drawn:
        assert all(letters(tile.name) in text for tile in chart.tiles), "a chart is text in the file, no picture"
    numbered = [run.text for page in document.pages for run in page.items if isinstance(run, Run)]
    assert f"หน้า {len(document.pages)} / {len(document.pages)}" in numbered


@every_view
def test_nothing_is_clipped_and_digits_are_of_one_kind(province: Workplace, name: ViewName) -> None:
    measure, document = make_measure(), memo(province, REQUESTS[name], thai_digits=True)
    for page in document.pages:
        for item in page.items:
            if isinstance(item, Run):
                wide = measure(item.text, item.style)
                assert wide <= item.room + 0.5, item.text
                assert item.x + wide <= page.width - 20 * MILLIMETRE + 1, item.text
                assert not uncovered(item.text, "Sarabun"), item.text
                assert not set("0123456789") & set(item.text), item.text


def test_heads_are_repeated_wide_tables_go_on_and_long_charts_share_a_scale(tmp_path: Path) -> None:
    columns = (Column("หน่วย"), *(Column(f"งวดที่ {n} ของปี", Kind.NUMBER) for n in range(30)))
    rows = tuple((Cell(f"อำเภอ {n}"), *(Cell(f"{n * place:,}") for place in range(30))) for n in range(40))
    bars = tuple(Bar(f"อำเภอ {n}", n, str(n)) for n in range(70))
    section = Section(
        "ส่วน", (Chart("กราฟ", lines=bars, note="70 หน่วย", now="ปีนี้", then="ปีก่อน"),), (Table("ตาราง", columns, rows),)
    )
    bench = Bench(Words(), NOW)
    setter: Typesetter = bench.setter(landscape=True)
    document = bench.document(section_strips(section, setter), title="t", name="n", landscape=True)
    for page in document.pages:
        texts = [item.text for item in page.items if isinstance(item, Run)]
        charts = [item.chart for item in page.items if isinstance(item, Drawing)]
        assert charts or "หน่วย" in texts
        assert all(chart.top == 69 for chart in charts)
        assert all(item.y + item.height < page.height for item in page.items if isinstance(item, Drawing))
    written = said(document).split("\n")
    assert all(f"{39 * place:,}" in written for place in range(30))
    shown = [
        bar for page in document.pages for item in page.items if isinstance(item, Drawing) for bar in item.chart.lines
    ]
    assert shown == list(bars)
    write_pdf(document, tmp_path / "long.pdf")
    assert "…" not in "".join(read_text(tmp_path / "long.pdf")), "every line of a chart is painted"


def test_what_is_not_due_is_told_in_one_line_on_paper_and_kept_in_the_workbook(province: Workplace) -> None:
    """Pages of rows that only say "not due" stay out; how many and which rounds are ahead is said instead."""
    leaders = ViewRequest(ViewName.INDICATORS, dataset="leader")  # a year's one round, due in September
    view, document = view_of(province, leaders), memo(province, leaders)
    assert len(document.pages) == 1
    assert len(view.summary) == 1
    assert view.summary[0].startswith("ยังไม่ถึงกำหนด 1 งวด (ปี 2561) จึงยังไม่มีตัวเลขของ ")
    assert all(section.title in view.summary[0] for section in view.sections)
    written = said(document)
    assert "ยังไม่ถึง" not in written.split("\n")
    assert "ตามเอกสารแนบ" not in written
    assert all(len(table.rows) == 26 for table in view.tables()), "25 districts and their total"
    funds = ViewRequest(ViewName.INDICATORS, dataset="poverty_fund")  # due in two days, and in September
    view, lines = view_of(province, funds), said(memo(province, funds)).split("\n")
    reported = {row[0].text for row in view.tables()[0].rows if row[-1].value} - {"รวม"}
    others = {row[0].text for row in view.tables()[0].rows} - reported - {"รวม"}
    assert (len(reported), len(others)) == (4, 21)
    assert reported <= set(lines)
    assert not others & set(lines)
    figures = len(view.sections)
    assert lines.count("ยังไม่ถึงกำหนด 1 งวด (งวดที่ 2)") == figures
    assert sum("ไม่แสดง 21 พื้นที่" in line for line in lines) == figures
    assert lines.count("รวม") == figures


# --- workbooks -------------------------------------------------------------------------------------------------------


@every_view
def test_a_workbook_holds_the_figures_of_the_view_as_numbers(
    province: Workplace, tmp_path: Path, name: ViewName
) -> None:
    view, file = view_of(province, REQUESTS[name]), tmp_path / "view.xlsx"
    assert write_view(view, file) == len(view.tables())
    assert [each.name for each in tmp_path.iterdir()] == ["view.xlsx"]
    book = CalamineWorkbook.from_path(str(file))
    assert len(book.sheet_names) == len(view.tables())
    for tab, table in zip(book.sheet_names, view.tables(), strict=True):
        rows = book.get_sheet_by_name(tab).to_python()
        assert view.title in str(rows[0][0])
        assert any(note in str(row[0]) for row in rows[:5] for note in view.notes), "as of when"
        body = rows[len(rows) - len(table.rows) :] if table.rows else []
        for told, written in zip(table.rows, body, strict=True):
            assert list(expected(table, told)) == [simple(value) for value in written]
    for sheet in openpyxl.load_workbook(file).worksheets:
        assert sheet.freeze_panes.startswith("B")
        assert sheet.auto_filter.ref
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert all(cell.data_type != "f" for cell in cells)
        assert all("107041E" in cell.number_format for cell in cells if cell.is_date), "in the Buddhist era"


def expected(table: Table, row: tuple[Cell, ...]) -> Iterator[object]:
    """What a reader of the workbook gets, worked out from what the view shows."""
    for column, cell in zip(table.columns, row, strict=True):
        if isinstance(cell.value, tuple):
            yield from cell.value
            if column.kind is Kind.SHARE:
                yield pytest.approx(cell.value[0] / cell.value[1], abs=1e-6)
        elif column.kind in (Kind.SHARE, Kind.PAIR):
            yield from (cell.text, "", "")[: 3 if column.kind is Kind.SHARE else 2]
        elif isinstance(cell.value, datetime):
            yield cell.value.astimezone(BANGKOK).replace(tzinfo=None, microsecond=0)
        elif column.kind is Kind.PERCENT and cell.value is not None:
            assert isinstance(cell.value, int)
            yield pytest.approx(cell.value / 10_000)
        else:
            yield (
                cell.text
                if cell.value is None
                else float(cell.value)
                if isinstance(cell.value, int | Decimal)
                else cell.value
            )


def simple(value: object) -> object:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def test_english_comes_by_setting_and_no_citizen_id_is_in_any_view(
    province: Workplace, qapp: QApplication, tmp_path: Path
) -> None:
    for request in REQUESTS.values():
        view = view_of(province, request)
        assert "0099" not in str(view)
    english = speak(qapp, "en")
    next(english)
    titles = [view_of(province, REQUESTS[name], language="en").title for name in ViewName]
    next(english, None)
    assert titles[:2] == ["Completeness and timeliness", "Quality of the data"]
    assert "Report of March 2561" in titles


def test_formulas_long_numbers_and_odd_names_do_no_harm(tmp_path: Path) -> None:
    """What somebody wrote is text; a spreadsheet reads it back as it was."""
    file = tmp_path / "odd.xlsx"
    texts = ("=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(1)", "\tx", "ปกติ\x00")
    sheet = BookSheet(
        "a/b:c*[?]" * 9,
        ("=HYPERLINK(1)",),
        (BookColumn("=x"), BookColumn("n", "number")),
        tuple((t, 10**16) for t in texts),
    )
    write_view_book(file, [sheet, sheet], "t")
    book = openpyxl.load_workbook(file)
    assert len({name.casefold() for name in book.sheetnames}) == 2
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in "=+-@\t")
    read = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(1).to_python()
    assert [row[0] for row in read[2:]] == ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(1)", "\tx", "ปกติ"]
    assert {row[1] for row in read[2:]} == {"10000000000000000"}


def test_libreoffice_reads_the_same_figures(province: Workplace, tmp_path: Path) -> None:
    assert shutil.which("soffice"), "LibreOffice is missing; packaging/dev.py test installs it"
    file, out = tmp_path / "view.xlsx", tmp_path / "out"
    write_view(view_of(province, REQUESTS[ViewName.MONTHLY]), file)
    profile = (tmp_path / "profile").as_uri()
    office = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "ods", "--outdir", str(out)]
    subprocess.run([*office, str(file)], check=True, capture_output=True)
    first, again = CalamineWorkbook.from_path(str(file)), CalamineWorkbook.from_path(str(out / "view.ods"))
    assert first.sheet_names == again.sheet_names
    for tab in first.sheet_names:
        assert plain(again, tab) == plain(first, tab)


def plain(book: CalamineWorkbook, tab: str) -> list[list[object]]:
    """Figures to six digits: the two programs write the last ones of a ratio each in their own way."""
    return [
        [round(value, 6) if isinstance(value, float) else value for value in row]
        for row in book.get_sheet_by_name(tab).to_python()
    ]


# --- other offices ---------------------------------------------------------------------------------------------------


def test_the_country_and_a_district_have_their_own(tmp_path: Path) -> None:
    with supervisor(tmp_path, Role.DEPARTMENT, "00", districts=7) as workplace:
        document = memo(workplace, REQUESTS[ViewName.OVERVIEW])
        text = said(document).replace("\n", "")
        assert "อธิบดีกรมการพัฒนาชุมชน" in text
        view = view_of(workplace, REQUESTS[ViewName.OVERVIEW])
        matrix = next(table for table in view.tables() if len(table.columns) > 8)
        row = next(row for row in matrix.rows if row[0].text == "เชียงใหม่")
        assert all(cell.value is None or isinstance(cell.value, tuple) for cell in row[1:])
        write_pdf(document, tmp_path / "country.pdf")
        write_view(view, tmp_path / "country.xlsx")
        one = view_of(workplace, ViewRequest(ViewName.OVERVIEW, area="50", office="5007"))
        assert "สพอ.แม่ริม" in one.title
