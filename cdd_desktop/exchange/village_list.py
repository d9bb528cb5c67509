"""Villages as files: subdistrict, moo and name, read from .csv or .xlsx with the usual typing faults mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from cdd_desktop.domain.village import Village
from cdd_desktop.errors import BadRequestError
from cdd_desktop.exchange.cells import CellReader, Labels
from cdd_desktop.exchange.read import Cell
from cdd_desktop.exchange.table import ReadLine, plain_text, read_rows, write_rows
from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.forms.thai_text import mend, name_key
from cdd_desktop.forms.values import Parsed
from cdd_desktop.geography import Geography, Tambon
from cdd_desktop.ids import UnitCode

_TAMBON = Field(key="tambon", type=FieldType.GEO_TAMBON, label_th="ตำบล", label_en="Subdistrict")
_MOO = Field(key="moo", type=FieldType.MOO, label_th="หมู่ที่", label_en="Moo")
_HEADINGS = ("อำเภอ", "ตำบล", "หมู่ที่", "ชื่อหมู่บ้าน")
_WORDS = {
    "amphoe": ("อำเภอ", "เขตอำเภอ", "district", "amphoe"),
    "tambon": ("ตำบล", "รหัสตำบล", "subdistrict", "tambon"),
    "moo": ("หมู่ที่", "หมู่", "ม", "moo"),
    "name": ("ชื่อหมู่บ้าน", "หมู่บ้าน", "ชื่อหมู่บ้าน/ชุมชน", "ชื่อบ้าน", "บ้าน", "village", "villagename", "name"),
}
_PREFIX = "บ้าน"


def village_name(text: str) -> str:
    """A village's name as forms keep it: mended, without the word บ้าน before it."""
    clean = mend(text)
    bare = clean.removeprefix(_PREFIX).strip()
    return bare or clean


def read_villages(path: Path, *, area: UnitCode, places: Geography, today: date) -> tuple[ReadLine[Village], ...]:
    """One line a village of the office's ``area``. The heading names the columns; ``อำเภอ`` is needed only where two
    subdistricts share their name.

    Raises what ``read_rows`` raises, ``list-columns`` and ``list-empty``.
    """
    rows = read_rows(path)
    first = next((number for number, row in enumerate(rows) if any(cell != "" for cell in row)), None)
    columns = _columns(rows[first]) if first is not None else {}
    if first is None or not {"tambon", "moo", "name"} <= columns.keys():
        raise BadRequestError("list-columns", columns=", ".join(_HEADINGS[1:]))
    reader = _Reader(places.tambons(area), places, today)
    lines = tuple(
        reader.line(number, {key: row[place] if place < len(row) else "" for key, place in columns.items()})
        for number, row in enumerate(rows[first + 1 :], first + 2)
        if any(cell != "" for cell in row)
    )
    if not lines:
        raise BadRequestError("list-empty", name=path.name)
    return lines


def write_villages(path: Path, villages: Iterable[Village], places: Geography) -> None:
    """As .csv or .xlsx, by the name of the file."""
    write_rows(path, _HEADINGS, _written(villages, places))


def _written(villages: Iterable[Village], places: Geography) -> Iterator[tuple[str, str, int, str]]:
    for village in villages:
        tambon = places.tambon(village.tambon)
        yield places.unit(tambon.district).name_th, tambon.name_th, village.moo, village.name


def _columns(heading: list[Cell]) -> dict[str, int]:
    """The first column of each kind, by the words of its heading."""
    found: dict[str, int] = {}
    for place, cell in enumerate(heading):
        word = name_key(plain_text(cell))
        for key, words in _WORDS.items():
            if word in {name_key(each) for each in words}:
                found.setdefault(key, place)
    return found


class _Reader:
    """Reads lines; names of subdistricts are those of the office, within a district where the line names one."""

    def __init__(self, tambons: tuple[Tambon, ...], places: Geography, today: date) -> None:
        self._moo = CellReader(_MOO, Labels(), today=today, area="")
        self._all = _tambons(tambons, today)
        by_district: dict[str, list[Tambon]] = {}
        for tambon in tambons:
            by_district.setdefault(tambon.district, []).append(tambon)
        self._within = {
            name_key(places.unit(code).name_th): _tambons(found, today) for code, found in by_district.items()
        }
        self._codes = {tambon.code for tambon in tambons}

    def line(self, number: int, cells: dict[str, Cell]) -> ReadLine[Village]:
        texts = {key: plain_text(cell) for key, cell in cells.items()}
        shown = " · ".join(text for text in texts.values() if text)
        amphoe = name_key(texts.get("amphoe", "").removeprefix("อำเภอ").removeprefix("อ."))
        tambon = self._within.get(amphoe, self._all).read(_bare(texts["tambon"])).outcome
        if not isinstance(tambon, Parsed) or tambon.value not in self._codes:
            return ReadLine(number, shown, code="village-tambon", params={"name": texts["tambon"]})
        moo = self._moo.read(cells["moo"]).outcome if cells["moo"] != "" else Parsed(None)
        if not isinstance(moo, Parsed) or not isinstance(moo.value, int):
            return ReadLine(number, shown, code="village-moo", params={"text": texts["moo"]})
        name = village_name(texts["name"])
        if not name:
            return ReadLine(number, shown, code="village-nameless")
        return ReadLine(number, shown, Village(str(tambon.value), moo.value, name))


def _tambons(tambons: Iterable[Tambon], today: date) -> CellReader:
    names = {tambon.code: tambon.name_th for tambon in tambons}
    return CellReader(_TAMBON, Labels.of(names), today=today, area="")


def _bare(text: str) -> str:
    clean = mend(text)
    return clean.removeprefix("ตำบล").removeprefix("ต.").strip() or clean
