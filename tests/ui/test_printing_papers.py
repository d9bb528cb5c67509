"""Papers of real offices: what they say, and that PDF, picture and layout agree page by page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from entry_office import Office
from printed import (
    DPI,
    TOLERANCE,
    assert_same,
    certify,
    difference,
    filled_office,
    fonts_in,
    letters,
    make,
    pdf_pictures,
    pdf_sizes,
    read_text,
    runs,
    said,
    speak,
)
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from store_office import copied

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.baht_text import baht_text
from cdd_desktop.operations.read_paper import read_paper
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.ui.fonts import uncovered
from cdd_desktop.ui.printing.ink import UNITS, font_of, make_measure, picture, write_pdf
from cdd_desktop.ui.printing.page_model import ASCENT, DESCENT, MILLIMETRE, Box, Document, Run
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest

Prepared = tuple[Office, dict[str, SubmissionKey]]
DISTRICT = (
    "leader",
    "leader_evaluation",
    "organization",
    "saving_group",
    "poverty_fund",
    "fund_institute",
    "fund_network",
    "otop_sales",
    "mother_fund_health",
)
PROVINCE = ("volunteer_anniversary", "cd_standard", "organization", "otop_sales", "mother_fund_health")
EVERY = [("5007", dataset) for dataset in DISTRICT] + [("50", dataset) for dataset in PROVINCE]
every_dataset = pytest.mark.parametrize(("unit", "dataset"), EVERY)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Prepared]:
    return {unit: filled_office(tmp_path_factory.mktemp(unit), unit) for unit in ("5007", "50")}


@pytest.fixture(autouse=True)
def thai(qapp: QApplication) -> Iterator[None]:
    yield from speak(qapp)


def paper(offices: dict[str, Prepared], unit: str, dataset: str, kind: PrintKind = PrintKind.SUBMISSION) -> Document:
    office, keys = offices[unit]
    workplace = office.work_as()
    document = make(workplace, PrintRequest(kind, keys[dataset]))
    workplace.close()
    return document


@every_dataset
def test_nothing_is_clipped(offices: dict[str, Prepared], unit: str, dataset: str) -> None:
    """Every line of text fits its room, and all of it lies within the margins and its page."""
    measure = make_measure()
    for kind in (PrintKind.SUBMISSION, PrintKind.BLANK_FORM):
        document = paper(offices, unit, dataset, kind)
        for page in document.pages:
            for item in page.items:
                if isinstance(item, Run) and not item.turned:
                    wide = measure(item.text, item.style)
                    assert wide <= item.room + 0.5, item.text
                    assert item.x >= 20 * MILLIMETRE - 1
                    assert item.x + wide <= page.width - 20 * MILLIMETRE + 1, item.text
                    assert item.y - ASCENT * item.style.size > 0
                    assert item.y + DESCENT * item.style.size < page.height
                    assert not uncovered(item.text, "Sarabun"), item.text


@every_dataset
def test_every_entry_is_on_the_paper_and_in_its_pdf(
    offices: dict[str, Prepared], unit: str, dataset: str, tmp_path: Path
) -> None:
    office, keys = offices[unit]
    workplace = office.work_as()
    sheet = workplace.read(read_paper, keys[dataset])
    workplace.close()
    document = paper(offices, unit, dataset)
    file = tmp_path / "paper.pdf"
    write_pdf(document, file)
    text = letters("".join(read_text(file)))
    laid_out = said(document).replace("\n", "").replace(" ", "")
    assert sheet.review.entries or "ไม่มีรายการ" in laid_out
    for entry in sheet.review.entries:
        assert entry.title.replace(" ", "") in laid_out
        assert letters(entry.title) in text
    assert len(read_text(file)) == len(document.pages)
    assert fonts_in(file) <= {("Sarabun-Regular", True), ("Sarabun-Bold", True)}
    size = {(842, 595) if document.landscape else (595, 842)}
    assert size == {(round(wide), round(high)) for wide, high in pdf_sizes(file)}


@pytest.mark.parametrize("dataset", ["saving_group", "leader", "mother_fund_health"])
def test_pdf_and_picture_are_the_same_page_by_page(offices: dict[str, Prepared], dataset: str, tmp_path: Path) -> None:
    document = paper(offices, "5007", dataset)
    assert_same(document, tmp_path)


@pytest.mark.parametrize("kind", [PrintKind.BLANK_FORM, PrintKind.AGENDA, PrintKind.PRIVACY_NOTICE])
def test_the_other_papers_are_the_same_as_their_pictures(
    offices: dict[str, Prepared], kind: PrintKind, tmp_path: Path
) -> None:
    assert_same(paper(offices, "5007", "mother_fund_health", kind), tmp_path)


def test_a_missing_line_would_be_noticed(offices: dict[str, Prepared], tmp_path: Path) -> None:
    """The comparison fails when a single cell of a page is not painted."""
    document = paper(offices, "5007", "saving_group")
    items = list(document.pages[1].items)
    cells = [item for item in items if isinstance(item, Run) and not item.turned and len(item.text) > 3]
    short = min(cells, key=lambda run: len(run.text))
    items.remove(short)
    page = type(document.pages[1])(document.pages[1].width, document.pages[1].height, tuple(items))
    file = tmp_path / "paper.pdf"
    write_pdf(document, file)
    assert difference(picture(page, DPI), pdf_pictures(file, DPI)[1]) > TOLERANCE


# --- what is said ----------------------------------------------------------------------------------------------------


def test_a_draft_says_so_on_every_page_and_a_certified_list_does_not(
    offices: dict[str, Prepared], tmp_path: Path
) -> None:
    prepared, keys = offices["5007"]
    office = copied(prepared, tmp_path)
    workplace = office.work_as()
    draft = make(workplace, PrintRequest(PrintKind.SUBMISSION, keys["saving_group"]))
    workplace.close()
    for page in draft.pages:
        assert any(isinstance(item, Run) and item.turned and item.text == "ร่าง" for item in page.items)
    certify(office, keys["saving_group"])
    workplace = office.work_as()
    certified = make(workplace, PrintRequest(PrintKind.SUBMISSION, keys["saving_group"]))
    text = said(certified)
    assert "ร่าง" not in text
    assert "(สมศรี ใจดี)" in text
    assert "(ประเสริฐ มั่นคง)" in text
    assert "ผู้เสนอ" in text
    assert "พัฒนาการอำเภอแม่ริม" in text
    assert "วันที่ 18 มีนาคม 2561" in text
    workplace.close()


def test_a_certified_paper_does_not_follow_the_live_register(offices: dict[str, Prepared], tmp_path: Path) -> None:
    prepared, keys = offices["5007"]
    office, key = copied(prepared, tmp_path), keys["saving_group"]
    certify(office, key)
    workplace = office.work_as()
    before = make(workplace, PrintRequest(PrintKind.SUBMISSION, key))
    sheet = workplace.read(read_paper, key)
    group = next(entry for entry in sheet.review.entries if entry.entity == "group")
    workplace.do(save_entry, EntryRef(group.entity, None, group.record_id), {"name_th": "ชื่อใหม่หลังรับรอง"})
    after = make(workplace, PrintRequest(PrintKind.SUBMISSION, key))
    assert after == before
    assert "ชื่อใหม่หลังรับรอง" not in said(after)
    workplace.close()


def test_citizen_ids_are_hidden(offices: dict[str, Prepared]) -> None:
    office, keys = offices["5007"]
    workplace = office.work_as()
    for request in (
        PrintRequest(PrintKind.SUBMISSION, keys["leader"]),
        PrintRequest(PrintKind.BLANK_FORM, keys["leader"], filled=True),
    ):
        text = said(make(workplace, request))
        assert "X-XXXX-XXXXX-" in text
        assert "0099" not in text
    workplace.close()


def test_money_is_said_in_words_and_totals_are_of_what_is_printed(offices: dict[str, Prepared]) -> None:
    office, keys = offices["5007"]
    workplace = office.work_as()
    sheet = workplace.read(read_paper, keys["saving_group"])
    total = sum(
        value
        for entry in sheet.review.entries
        if entry.entity == "quarter" and isinstance(value := entry.content.get("saving_balance"), int)
    )
    text = said(make(workplace, PrintRequest(PrintKind.SUBMISSION, keys["saving_group"]))).replace("\n", "")
    assert baht_text(total) in text
    assert text.count(f"{total // 100:,}.{total % 100:02d}") >= 2, "in the summary and below its column"
    workplace.close()


SIGNED = {
    ("5007", "poverty_fund", PrintKind.SUBMISSION): ("พัฒนากรผู้รับผิดชอบ", "พัฒนาการอำเภอแม่ริม"),
    ("5007", "poverty_fund", PrintKind.BLANK_FORM): ("ประธานคณะกรรมการ กข.คจ. หมู่บ้าน", "พัฒนากร"),
    ("5007", "leader", PrintKind.SUBMISSION): ("ผู้เสนอ", "พัฒนากร", "ผู้รับรอง", "พัฒนาการอำเภอแม่ริม"),
    ("50", "organization", PrintKind.SUBMISSION): ("เจ้าหน้าที่สำนักงานพัฒนาชุมชนจังหวัด", "พัฒนาการจังหวัดเชียงใหม่"),
}


@pytest.mark.parametrize(("unit", "dataset", "kind"), SIGNED)
def test_those_sign_who_sign_such_papers(
    offices: dict[str, Prepared], unit: str, dataset: str, kind: PrintKind
) -> None:
    text = said(paper(offices, unit, dataset, kind)).replace("\n", "")
    assert [post for post in SIGNED[unit, dataset, kind] if post not in text] == []


def test_one_kind_of_digits_on_a_paper(offices: dict[str, Prepared]) -> None:
    office, keys = offices["5007"]
    workplace = office.work_as()
    for dataset in ("saving_group", "otop_sales"):
        arabic = said(make(workplace, PrintRequest(PrintKind.SUBMISSION, keys[dataset])))
        assert not set("๐๑๒๓๔๕๖๗๘๙") & set(arabic)
    thai_ones = make(workplace, PrintRequest(PrintKind.AGENDA), thai_digits=True)
    assert not set("0123456789") & set(said(thai_ones))
    assert f"หน้า ๑ / {'๐๑๒๓๔๕๖๗๘๙'[len(thai_ones.pages)]}" in said(thai_ones)
    workplace.close()


def test_a_filled_form_for_each_entry_begins_a_page_and_empty_ones_leave_room(offices: dict[str, Prepared]) -> None:
    office, keys = offices["5007"]
    workplace = office.work_as()
    one = make(workplace, PrintRequest(PrintKind.BLANK_FORM, keys["saving_group"]))
    every = make(workplace, PrintRequest(PrintKind.BLANK_FORM, keys["saving_group"], filled=True))
    assert len(every.pages) == 4 * len(one.pages)
    boxes = [item for page in one.pages for item in page.items if isinstance(item, Box)]
    assert len([box for box in boxes if box.width == box.height]) >= 9, "choices are squares to tick"
    assert "☐" not in said(one)
    workplace.close()


def test_the_notice_names_the_office_in_both_languages(offices: dict[str, Prepared]) -> None:
    office, _ = offices["5007"]
    workplace = office.work_as()
    thai_one = said(make(workplace, PrintRequest(PrintKind.PRIVACY_NOTICE, language="th")))
    english = said(make(workplace, PrintRequest(PrintKind.PRIVACY_NOTICE, language="en")))
    assert "สำนักงานพัฒนาชุมชนอำเภอแม่ริม จังหวัดเชียงใหม่" in thai_one
    assert "Mae Rim District Community Development Office" in english.replace("\n", " ")
    assert "{" not in thai_one + english
    workplace.close()


def test_thai_marks_stay_within_their_line(offices: dict[str, Prepared]) -> None:
    """The font's ink above and below fits the ascent and descent that lines are laid out with."""
    for style in {run.style for run in runs(paper(offices, "5007", "leader")) if not run.turned}:
        metrics = QFontMetricsF(font_of(style))
        for text in ("ปู่", "ญี่ปุ่น", "ทั้งที่", "ฐานฎีกา", "กี๊ ปื้ ฏุ ฤๅ ป่ำ"):
            ink: QRectF = metrics.boundingRect(text)
            assert -ink.top() / UNITS <= ASCENT * style.size + 0.2
            assert ink.bottom() / UNITS <= DESCENT * style.size + 0.2
            assert (ASCENT + DESCENT) * style.size <= style.line_height
            assert unicodedata.normalize("NFC", text) == text
