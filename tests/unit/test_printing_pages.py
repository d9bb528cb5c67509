"""The page model without any painter: lines of Thai, the flow onto pages, tables, signatures."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.ui.printing.page_model import A4, BODY, MILLIMETRE, Box, Margins, Run, Sheet, Strip, Style
from cdd_desktop.ui.printing.paging import Frame, make_pages, paginate
from cdd_desktop.ui.printing.tables import Column, Row, extent, table, widths
from cdd_desktop.ui.printing.thai_lines import clusters, pieces
from cdd_desktop.ui.printing.typeset import Signature, Typesetter, signatures


def measure(text: str, style: Style) -> float:
    """Half the size for every letter that takes room."""
    return sum(style.size / 2 for c in text if unicodedata.category(c) != "Mn")


def setter(width: float = 400, height: float = 600) -> Typesetter:
    return Typesetter(measure, width, height)


strips = st.builds(
    Strip,
    height=st.integers(5, 90).map(float),
    gap=st.sampled_from([0.0, 4.0, 12.0]),
    glued=st.booleans(),
    new_page=st.sampled_from([False, False, False, True]),
)


@given(st.lists(strips, min_size=1, max_size=60))
def test_every_strip_stands_whole_on_one_page_in_its_order(flow: list[Strip]) -> None:
    pages = paginate(flow, 300)
    placed = [strip for page in pages for _, strip in page]
    assert [id(strip) for strip in placed] == [id(strip) for strip in flow]
    for page in pages:
        assert page
        bottom = 0.0
        for y, strip in page:
            assert y >= bottom
            bottom = y + strip.height
        assert bottom <= 300 + 1e-6


@given(st.lists(strips, min_size=2, max_size=40))
def test_glued_strips_share_a_page_when_one_can_hold_them(flow: list[Strip]) -> None:
    pages = paginate(flow, 300)
    page_of = {id(strip): number for number, page in enumerate(pages) for _, strip in page}
    group: list[Strip] = []
    for strip in flow:
        group.append(strip)
        if strip.glued:
            continue
        if sum(one.height + one.gap for one in group) <= 300:
            assert len({page_of[id(one)] for one in group}) == 1
        group = []


def test_a_table_repeats_its_head_on_every_page_and_cuts_no_row() -> None:
    one = setter(height=120)
    rows = [Row((str(n), f"รายการที่ {n}")) for n in range(40)]
    flow = table(one, [Column("ที่"), Column("ชื่อรายการ")], rows)
    pages = paginate(flow, 120)
    assert len(pages) > 3
    for page in pages:
        texts = [item.text for _, strip in page for item in strip.items if isinstance(item, Run)]
        assert texts[:2] == ["ที่", "ชื่อรายการ"]
        assert len(texts) > 2, "a head alone at the foot of a page"
    written = [item.text for page in pages for _, strip in page for item in strip.items if isinstance(item, Run)]
    assert [text for text in written if text.startswith("รายการที่")] == [f"รายการที่ {n}" for n in range(40)]


def test_a_row_taller_than_a_page_goes_on_over_the_next() -> None:
    one = setter(width=120, height=100)
    text = " ".join(f"คำ{n}" for n in range(60))
    flow = table(one, [Column("หมายเหตุ")], [Row((text,))])
    pages = paginate(flow, 100)
    assert len(pages) > 1
    body = [i.text for p in pages for _, s in p for i in s.items if isinstance(i, Run) and i.text != "หมายเหตุ"]
    assert "".join(body).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("rows", range(1, 30))
def test_signatures_never_stand_alone_on_a_page(rows: int) -> None:
    one = setter(height=200)
    flow = table(one, [Column("ชื่อ")], [Row((str(n),)) for n in range(rows)], closing=2)
    flow.append(signatures(one, [Signature("ผู้เสนอ"), Signature("ผู้รับรอง", "นายก", "พัฒนาการ", "วันนี้")], ("ลงชื่อ", "วันที่")))
    last = paginate(flow, 200)[-1]
    texts = [item.text for _, strip in last for item in strip.items if isinstance(item, Run)]
    assert "ผู้รับรอง" in texts
    assert str(rows - 1) in texts


@given(st.lists(st.tuples(st.floats(20, 200), st.floats(0, 300)), min_size=1, max_size=12), st.floats(100, 900))
def test_columns_fill_the_page_exactly(asked: list[tuple[float, float]], room: float) -> None:
    one = setter()
    extents = [extent(one, Column("ก" * int(least / 5)), ["ข" * int((least + more) / 5)]) for least, more in asked]
    sizes = widths(extents, room)
    assert sum(sizes) == pytest.approx(room)
    if sum(each.least for each in extents) <= room:
        assert all(size >= each.least - 1e-6 for size, each in zip(sizes, extents, strict=True))


def test_numbers_are_never_broken() -> None:
    wide = extent(setter(), Column("บาท", "right", whole=True), ["1,234,567,890.00"])
    text = extent(setter(), Column("ชื่อ"), ["กลุ่ม ออมทรัพย์ บ้าน"])
    assert wide.least == wide.natural
    assert text.least < text.natural


@given(st.text(alphabet="กขคงจนมรลสวอะาำิีึืุูเแโใไ็่้๊๋์ๆฯ abc123,./-()", max_size=80))
def test_pieces_joined_are_the_text_and_never_begin_with_a_mark(text: str) -> None:
    found = pieces(text)
    assert "".join(found) == text
    for before, piece in itertools.pairwise(found):
        if not before.endswith(" "):
            assert piece[0] not in "ะัาำิีึืฺุู็่้๊๋์ํๅๆฯ"
            assert before[-1] not in "เแโใไ" or not "ก" <= piece[0] <= "ฮ"
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("จำนวนสมาชิกทั้งหมด", ["จำนวน", "สมาชิก", "ทั้งหมด"]),
        ("ข้อมูลกลุ่มออมทรัพย์เพื่อการผลิต", ["ข้อมูล", "กลุ่ม", "ออมทรัพย์", "เพื่อ", "การ", "ผลิต"]),
        ("นโยบาย", ["นโยบาย"]),
        ("กำลังบันทึก", ["กำลัง", "บันทึก"]),
        ("งบประมาณ (บาท)", ["งบประมาณ ", "(บาท)"]),
        ("1,234.50", ["1,234.50"]),
        ("X-XXXX-XXXXX-12-1", ["X-XXXX-XXXXX-12-1"]),
        ("20 มี.ค. 2561", ["20 ", "มี.ค. ", "2561"]),
    ],
)
def test_lines_end_between_words(text: str, broken: list[str]) -> None:
    assert list(pieces(text)) == broken


def test_no_line_is_wider_than_its_room() -> None:
    one = setter()
    text = "สำนักงานพัฒนาชุมชนอำเภอแม่ริมจังหวัดเชียงใหม่ปู่ญี่ปุ่นทั้งที่ฐานฎีกา " * 3
    for room in (30.0, 55.0, 120.0, 300.0):
        lines = one.lines(text, BODY, room)
        assert max(measure(line, BODY) for line in lines) <= room
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a4_with_the_margins_of_official_letters() -> None:
    upright, flat = Sheet(), Sheet(landscape=True)
    assert [round(side / MILLIMETRE) for side in A4] == [210, 297]
    assert [round(side / MILLIMETRE) for side in upright.inside] == [30, 25, 160, 252]
    assert [round(side / MILLIMETRE) for side in flat.inside] == [20, 30, 252, 160]
    narrow = Sheet(Margins(10, 10, 10, 10))
    assert [round(side / MILLIMETRE) for side in narrow.inside] == [10, 10, 190, 277]


def test_every_page_says_which_of_how_many() -> None:
    flow = [Strip(200, (Box(0, 0, 10, 200),)) for _ in range(7)]
    frame = Frame("ชื่อ" * 200, lambda page, total: f"หน้า {page} / {total}")
    pages = make_pages(flow, Sheet(), frame, measure)
    for number, page in enumerate(pages, start=1):
        texts = [item for item in page.items if isinstance(item, Run)]
        assert texts[-1].text == f"หน้า {number} / {len(pages)}"
        assert texts[-2].text.endswith("…")
        assert texts[-2].x + measure(texts[-2].text, texts[-2].style) <= texts[-1].x
