"""Looks at a workbook before anything reads it: what it claims to be, how large it unpacks, and what hides in it.

Everything here works on pieces of fixed size, so that a hostile file costs neither memory nor time.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

from cdd_desktop.errors import BadRequestError

LARGEST_FILE = 100 * 2**20
LARGEST_UNPACKED = 700 * 2**20
LARGEST_RATIO = 200  # of a part of more than 10 MB; Excel's own stay below 60
MOST_PARTS = 5_000
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
MOST_CELLS = 6_000_000  # of the rectangle around a sheet's cells: that is what reading takes memory for

_PIECE = 1 << 20
_TAIL = 256
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACRO_SUFFIXES = frozenset({".xlsm", ".xltm", ".xlam", ".xlsb"})
_PLACE = re.compile(rb'\br\s*=\s*["\']([A-Za-z]{0,3})(\d+)["\']')
_PERHAPS_PLACE = re.compile(_PLACE.pattern.removeprefix(rb"\b"))  # finds more, four times as fast
_CELL = re.compile(rb"<c[\s/>]")
_PREFIXED_CELL = re.compile(rb"<\w+:c[\s/>]")  # in one pattern with the other they take three times as long
_SHEET = re.compile(r"xl/(?:worksheets|macrosheets|dialogsheets)/[^/]+\.xml", re.IGNORECASE)


def check_workbook(path: Path) -> None:
    """Raises ``BadRequestError``: ``workbook-missing``, ``workbook-extension``, ``workbook-macros``,
    ``workbook-password``, ``workbook-old``, ``workbook-unreadable``, ``workbook-too-large`` or ``workbook-unsafe``.
    """
    suffix = path.suffix.casefold()
    if suffix in _MACRO_SUFFIXES:
        raise BadRequestError("workbook-macros")
    if suffix != ".xlsx":
        raise BadRequestError("workbook-extension", name=path.name)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            _check_kind(file, size)
            if size > LARGEST_FILE:
                raise BadRequestError("workbook-too-large", limit=f"{LARGEST_FILE // 2**20} MB")
            with zipfile.ZipFile(file) as archive:
                _check_parts(archive)
    except FileNotFoundError as error:
        raise BadRequestError("workbook-missing", name=path.name) from error
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise BadRequestError("workbook-unreadable") from error


def _check_kind(file: IO[bytes], size: int) -> None:
    head = file.read(_PIECE)
    file.seek(max(0, size - _PIECE))
    tail = file.read(_PIECE)
    file.seek(0)
    if head.startswith(_OLE):
        locked = _ENCRYPTED in head or _ENCRYPTED in tail
        raise BadRequestError("workbook-password" if locked else "workbook-old")
    if not head.startswith(b"PK"):
        raise BadRequestError("workbook-unreadable")


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename.casefold() for part in parts}
    if "xl/workbook.xml" not in names:
        raise BadRequestError("workbook-unreadable")
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in names):
        raise BadRequestError("workbook-macros")
    if any(part.flag_bits & 1 for part in parts):
        raise BadRequestError("workbook-password")
    if len(parts) > MOST_PARTS or len(names) < len(parts):
        raise BadRequestError("workbook-unsafe")
    unpacked = sum(part.file_size for part in parts)
    ratios = (part.file_size / max(1, part.compress_size) for part in parts if part.file_size > 10 * 2**20)
    if unpacked > LARGEST_UNPACKED or any(ratio > LARGEST_RATIO for ratio in ratios):
        raise BadRequestError("workbook-too-large", limit=f"{LARGEST_UNPACKED // 2**20} MB")
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
            _check_xml(archive, part)


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No document type (entity bombs need one), one encoding, and for sheets the rectangle their cells span."""
    is_sheet = _SHEET.fullmatch(part.filename) is not None
    width, height, cells, before = 0, 0, 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            text = before + piece
            if not before and text[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<"):
                raise BadRequestError("workbook-unsafe")
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise BadRequestError("workbook-unsafe")
            if part.filename == "[Content_Types].xml" and b"macroEnabled" in text:
                raise BadRequestError("workbook-macros")
            if is_sheet:
                cells += len(_CELL.findall(text))
                cells += len(_PREFIXED_CELL.findall(text)) if b":c" in text else 0
                wide, high = _extent(_PERHAPS_PLACE, text)
                if _too_large(max(width, wide), max(height, high), cells):
                    wide, high = _extent(_PLACE, text)
                width, height = max(width, wide), max(height, high)
                if _too_large(width, height, cells):
                    raise BadRequestError("workbook-too-large", limit=f"{MOST_ROWS:,} × {MOST_COLUMNS:,}")
            before = text[-_TAIL:]


def _extent(place: re.Pattern[bytes], text: bytes) -> tuple[int, int]:
    """The last column and the last row that a piece of a sheet names."""
    found = place.findall(text)
    width = max((_column_number(letters) for letters in {letters for letters, _ in found}), default=0)
    height = max((int(number[:9]) for number in {number for _, number in found}), default=0)
    return width, height


def _too_large(width: int, height: int, cells: int) -> bool:
    return height > MOST_ROWS or width > MOST_COLUMNS or width * height > MOST_CELLS or cells > MOST_CELLS


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
