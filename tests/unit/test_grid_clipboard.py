"""The clipboard's form of a block of cells, against Python's own reader of quoted lines."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.ui.grid.clipboard import from_text, to_text

CELLS = st.text(alphabet='ก๑ab"\t\n, ', max_size=6)
BLOCKS = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1))


@given(BLOCKS)
def test_what_is_copied_is_pasted_back(block: list[list[str]]) -> None:
    assert from_text(to_text(block)) == block


@given(BLOCKS)
def test_another_reader_sees_the_same_block(block: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(to_text(block), newline=""), delimiter="\t"))
    assert [row or [""] for row in read] == block


def test_forms_of_excel_and_libreoffice() -> None:
    assert from_text("1\t2\r\n3\t4\r\n") == [["1", "2"], ["3", "4"]]
    assert from_text('"สอง\nบรรทัด"\tข\n') == [["สอง\nบรรทัด", "ข"]]
    assert from_text('3" ท่อ\t"ไม่ปิด') == [['3" ท่อ', '"ไม่ปิด']]
    assert from_text("") == [[""]]
