"""Files that are not what they claim to be: each a clear code, nothing read, little time and memory."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from cdd_desktop.errors import BadRequestError
from cdd_desktop.exchange.read import read_book

SHEET = "xl/worksheets/sheet1.xml"


def good(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["ชื่อ", 1])
    book.save(path)
    return path


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """The workbook with one part made another."""
    good(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def entities(text: bytes) -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return text.replace(b"<worksheet", bomb + b"<worksheet", 1)


def huge(text: bytes) -> bytes:
    return text.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def wide_cell_in_a_small_row(text: bytes) -> bytes:
    return text.replace(b"</sheetData>", b"<row r='3'><c r = 'ABC99999'><v>1</v></c></row></sheetData>")


HOSTILE = {
    "entities": (SHEET, entities, "workbook-unsafe"),
    "dimensions": (SHEET, huge, "workbook-too-large"),
    "spaced reference": (SHEET, wide_cell_in_a_small_row, "workbook-too-large"),
    "another encoding": (SHEET, lambda text: text.decode().encode("utf-16"), "workbook-unsafe"),
    "macros": ("xl/vbaProject.bin", lambda _: b"macro", "workbook-macros"),
    "macro type": (
        "[Content_Types].xml",
        lambda text: text.replace(b"spreadsheetml.sheet.main", b"macroEnabled.main"),
        "workbook-macros",
    ),
    "zip bomb": (
        SHEET,
        lambda text: text.replace(b"</sheetData>", b" " * 40_000_000 + b"</sheetData>"),
        "workbook-too-large",
    ),
    "broken sheet": (SHEET, lambda text: text[:-40], "workbook-unreadable"),
    "no workbook": ("xl/workbook.xml", lambda _: b"nothing", "workbook-unreadable"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_by_its_code(name: str, tmp_path: Path) -> None:
    part, change, code = HOSTILE[name]
    path = tmp_path / "book.xlsx"
    changed(path, part, change)
    tracemalloc.start()
    begun = time.perf_counter()
    with pytest.raises(BadRequestError) as refused:
        read_book(path)
    seconds, (_, peak) = time.perf_counter() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.code == code
    assert peak < 40 * 2**20
    assert seconds < 20


FILES = {
    "locked.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "workbook-password"),
    "old.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook-old"),
    "text.xlsx": (b"name,amount\n", "workbook-unreadable"),
    "empty.xlsx": (b"", "workbook-unreadable"),
    "cut.xlsx": (b"PK\x03\x04 and no more", "workbook-unreadable"),
    "macros.xlsm": (b"PK", "workbook-macros"),
    "table.csv": (b"a,b", "workbook-extension"),
    "old.xls": (b"", "workbook-extension"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_kind_is_refused_by_its_code(name: str, tmp_path: Path) -> None:
    data, code = FILES[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadRequestError) as refused:
        read_book(path)
    assert refused.value.code == code
    with pytest.raises(BadRequestError) as missing:
        read_book(tmp_path / "missing.xlsx")
    assert missing.value.code == "workbook-missing"


def test_a_workbook_of_the_same_parts_twice_is_refused(tmp_path: Path) -> None:
    path = good(tmp_path / "book.xlsx")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, b"<worksheet/>")
    with pytest.raises(BadRequestError) as refused:
        read_book(path)
    assert refused.value.code == "workbook-unsafe"


def test_an_ordinary_workbook_is_read(tmp_path: Path) -> None:
    book = read_book(good(tmp_path / "book.xlsx"))
    assert book.sheets[0].rows == [["ชื่อ", 1.0]]
