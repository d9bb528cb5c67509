"""A field's values as cells and back: what stands in a cell for a value, and which value a cell means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from cdd_desktop.domain.record import Value
from cdd_desktop.exchange.mend import Mending, mended
from cdd_desktop.exchange.read import Cell
from cdd_desktop.forms.amounts import LARGEST_WHOLE
from cdd_desktop.forms.definition import HUNDREDTHS, WHOLE_NUMBERS, Field, FieldType
from cdd_desktop.forms.privacy import is_masked
from cdd_desktop.forms.thai_text import name_key
from cdd_desktop.forms.values import Ask, NotAValue, Outcome, Parsed, format_value, parse_value
from cdd_desktop.periods.thai_dates import arabic_digits, format_date

Era = Literal["", "ce", "be"]
MOST_DIGITS = 15
"""Significant digits a spreadsheet keeps of a number; amounts with more are written as text."""
LONGEST = 32_000
"""Characters that fit a cell."""
_NUMBERS = HUNDREDTHS | {FieldType.INTEGER}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TEXTS = frozenset({FieldType.TEXT, FieldType.TEXTAREA})
_AS_THEY_ARE = _TEXTS | {FieldType.CITIZEN_ID, FieldType.PHONE}
_NAMED = frozenset({FieldType.RECORD_REF, FieldType.GEO_TAMBON, FieldType.GEO_AMPHOE, FieldType.GEO_PROVINCE})
_MOST_KEPT = 20_000  # readings of one column
_BUDDHIST = range(2400, 2701)
_TWO_DIGIT_YEARS = range(1930, 2000)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell means. ``mendings`` says what was mended to read it."""

    outcome: Outcome
    mendings: tuple[Mending, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """Names that stand for ids in cells: of register entries by the field that refers to them, of subdistricts and
    districts of the office."""

    by_id: Mapping[str, str] = field(default_factory=dict)
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Mapping[str, str]) -> Labels:
        """Of id → name; a name that several ids have reads as a question."""
        found: dict[str, list[str]] = {}
        for each, name in names.items():
            found.setdefault(name_key(name), []).append(each)
        return cls(names, {name: tuple(ids) for name, ids in found.items()})

    def beside(self, then: Mapping[str, str]) -> Labels:
        """These names, and those the same things had at another time; what stands in cells are the latter."""
        if not then:
            return self
        found = {name: list(ids) for name, ids in self.by_name.items()}
        for each, name in then.items():
            ids = found.setdefault(name_key(name), [])
            if not ids:
                ids.append(each)
        return Labels({**self.by_id, **then}, {name: tuple(ids) for name, ids in found.items()})


def cell_writer(field: Field, labels: Labels) -> Callable[[Value], str | int | float | None]:
    """Values of a field → what stands in its cells. Amounts of more than 15 digits are text; nothing is a formula."""
    kind = field.type
    if kind in HUNDREDTHS:
        return _written_hundredths
    if kind in WHOLE_NUMBERS:
        return _written_whole
    if kind is FieldType.DATE:
        return _written_date
    if kind in _AS_THEY_ARE:
        return _written
    if kind in _NAMED:
        return lambda value: labels.by_id.get(str(value)) or _written(value)
    shown: dict[str, str] = {}

    def remembered(value: Value) -> str | None:
        if value is None:
            return None
        name = repr(value)
        if name not in shown:
            shown[name] = format_value(field, value)
        return shown[name]

    return remembered


def _written(value: Value) -> str | None:
    """Text as it fits a cell."""
    if value is None:
        return None
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return _NOT_IN_XML.sub("", text)[:LONGEST]


def written_raw(value: Value) -> str | None:
    """Raw text as it fits a cell."""
    return _written(value) if isinstance(value, str) else None


def _written_whole(value: Value) -> str | int | float | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else _written(value)


def _written_hundredths(value: Value) -> str | int | float | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return _written(value)
    if abs(value) < 10**MOST_DIGITS:
        return value // 100 if value % 100 == 0 else value / 100
    return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}"


def _written_date(value: Value) -> str | None:
    try:
        return format_date(date.fromisoformat(str(value)), "numeric") if value is not None else None
    except ValueError:
        return _written(value)


class CellReader:
    """Reads the cells of one column. What comes again is read once."""

    def __init__(self, field: Field, labels: Labels, *, today: date, area: str, era: Era = "") -> None:
        self._field, self._labels = field, labels
        self._today, self._area, self._era = today, area, era
        self._known: dict[tuple[type, Cell], Reading] = {}
        self._number = field.type in _NUMBERS
        self._text = field.type in _TEXTS
        self._multiline = field.type is FieldType.TEXTAREA

    def read(self, cell: Cell) -> Reading:
        """A cell that is not blank."""
        name = (type(cell), cell)
        known = self._known.get(name)
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            known = self._known[name] = self._read(cell)
        return known

    def _read(self, cell: Cell) -> Reading:
        if isinstance(cell, str):
            return self._read_text(cell)
        if self._number and isinstance(cell, float | int) and not isinstance(cell, bool):
            return Reading(_number(self._field, cell))
        if isinstance(cell, date):
            return self._read_day(cell)
        if isinstance(cell, bool):
            return self._read_text("ใช่" if cell else "ไม่ใช่")
        if isinstance(cell, float | int):
            return self._read_text(plain_number(cell))
        return Reading(NotAValue("cell-is-time"))

    def _read_text(self, text: str) -> Reading:
        kind = self._field.type
        clean, mendings = mended(text, multiline=self._multiline)
        if self._text:
            return Reading(Parsed(clean or None), mendings)
        if kind is FieldType.CITIZEN_ID and is_masked(clean):
            return Reading(NotAValue("citizen-id-masked"))
        found = self._labels.by_name.get(name_key(clean))
        if found is not None:
            return Reading(Parsed(found[0]) if len(found) == 1 else NotAValue("name-unclear"), mendings)
        if kind is FieldType.RECORD_REF and clean not in self._labels.by_id:
            return Reading(NotAValue("reference-unknown"), mendings)
        outcome = parse_value(self._field, clean, today=self._today, area=self._area)
        if arabic_digits(clean) != clean:
            mendings = (*mendings, Mending.DIGITS)
        if self._number and isinstance(outcome, Parsed):
            mendings = (*mendings, Mending.TEXT_NUMBER)
        return self._in_era(Reading(outcome, mendings))

    def _read_day(self, cell: date) -> Reading:
        day = cell.date() if isinstance(cell, datetime) else cell
        if self._field.type is not FieldType.DATE:
            return Reading(NotAValue("cell-is-date"))
        if day.year in _BUDDHIST or self._era == "be":
            return _buddhist_day(day)
        twin = day.year + 57  # typed "61", kept by the spreadsheet as 1961, perhaps meant as 2561
        if not self._era and day.year in _TWO_DIGIT_YEARS and twin <= self._today.year:
            other = _buddhist_day(day.replace(year=twin + 543, day=min(day.day, 28))).outcome
            options = [day.isoformat()] + ([other.value] if isinstance(other, Parsed) else [])
            return Reading(Ask(tuple(options)))
        return Reading(Parsed(day.isoformat()))

    def _in_era(self, reading: Reading) -> Reading:
        """A question about the era is answered where the person has said which one the column is in."""
        if not self._era or self._field.type is not FieldType.DATE or not isinstance(reading.outcome, Ask):
            return reading
        wanted = [option for option in reading.outcome.options if _is_in(self._era, str(option))]
        if len(reading.outcome.options) == 1 and self._era == "ce":
            return Reading(Parsed(reading.outcome.options[0]), (*reading.mendings, Mending.ERA))
        return Reading(Parsed(wanted[0]), (*reading.mendings, Mending.ERA)) if len(wanted) == 1 else reading


def _is_in(era: Era, option: str) -> bool:
    """Of the days a year of two digits can mean, the Buddhist one is of the twentieth century's 2500s."""
    return (1957 <= int(option[:4]) <= 2056) == (era == "be")


def _buddhist_day(day: date) -> Reading:
    try:
        return Reading(Parsed(day.replace(year=day.year - 543).isoformat()), (Mending.ERA,))
    except ValueError:
        return Reading(NotAValue("date-invalid"))


def _number(field: Field, cell: float) -> Outcome:
    if field.type is FieldType.INTEGER:
        if cell != int(cell):
            return NotAValue("number-whole")
        return Parsed(int(cell)) if abs(cell) <= LARGEST_WHOLE else NotAValue("number-too-large")
    if abs(cell) >= 10 ** (MOST_DIGITS - 2):
        return NotAValue("number-digits")
    hundredths = round(cell * 100)
    if abs(cell * 100 - hundredths) > 1e-6 * max(1.0, abs(cell)):
        return NotAValue("number-decimals", {"decimals": field.decimals})
    if field.decimals < 2 and hundredths % 10 ** (2 - field.decimals):
        return NotAValue("number-decimals", {"decimals": field.decimals})
    return Parsed(hundredths)


def plain_number(cell: float) -> str:
    """A number as a person would type it: 13 digits of an id, not 1.00e12."""
    return str(int(cell)) if cell == int(cell) and abs(cell) < 10**MOST_DIGITS else format(Decimal(repr(cell)), "f")
