"""Every field type's way between what a person reads or types and what is stored (domain.md, section 6).

Stored are text, whole numbers (hundredths for money, decimal and percent), booleans and lists of text; dates are ISO
8601 in the common era (``domain/record.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from cdd_desktop.domain.record import Value
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms import amounts, citizen_id
from cdd_desktop.forms.definition import Choice, Field, FieldType
from cdd_desktop.forms.thai_text import mend, words
from cdd_desktop.geography import geography
from cdd_desktop.periods import thai_dates

Language = Literal["th", "en"]

PHONE = re.compile(r"0(?:2\d{7}|[3457]\d{7}|[689]\d{8})")
GPS = re.compile(r"(-?\d{1,3}\.\d{1,8}),(-?\d{1,3}\.\d{1,8})")
LATITUDES = (Decimal("5.5"), Decimal("20.5"))
LONGITUDES = (Decimal("97.3"), Decimal("105.7"))
YEARS_BE = range(2400, 2701)
_YEARS_CE = range(1900, 2400)
_GPS_TYPED = re.compile(r"([-+]?\d+(?:\.\d+)?)\s*[°]?\s*[NnEe]?\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*[°]?\s*[NnEe]?")
_TOKEN = re.compile(r"[^\s,;]{1,64}")
_YES = frozenset({"ใช่", "มี", "ผ่าน", "จริง", "yes", "y", "true", "1", "✓"})
_NO = frozenset({"ไม่ใช่", "ไม่มี", "ไม่ผ่าน", "ไม่", "เท็จ", "no", "n", "false", "0"})
_BOOLEANS: dict[Language, tuple[str, str]] = {"th": ("ไม่ใช่", "ใช่"), "en": ("No", "Yes")}
_AREA_PREFIX = re.compile(r"^(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)\s*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text means this value; ``None`` is blank."""

    value: Value


@dataclass(frozen=True, slots=True)
class Ask:
    """The text could mean one of these values, the likeliest first; a person must choose."""

    options: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class NotAValue:
    """The text is no value of the field's type: a code of docs/codes/forms.md and its parameters."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


Outcome = Parsed | Ask | NotAValue


def parse_value(field: Field, text: str, *, today: date, area: str = "") -> Outcome:
    """Reads typed or pasted text as a value of the field.

    Thai digits, thousands separators and stray spaces are understood. ``today`` orders the options of an unclear
    date; ``area`` is the code of the office's area, within which names of subdistricts and districts are looked up.
    """
    clean = mend(text, multiline=field.type is FieldType.TEXTAREA)
    if not clean:
        return Parsed(None)
    read_text = _TEXT_READERS.get(field.type)
    if read_text is not None:
        return read_text(clean)
    read_field = _FIELD_READERS.get(field.type)
    if read_field is not None:
        return read_field(field, clean)
    if field.type is FieldType.DATE:
        return _read_date(clean, today)
    return _read_area(field.type, clean, area)


def format_value(field: Field, value: Value, *, language: Language = "th", thai_digits: bool = False) -> str:
    """The value as a person reads it; "" for blank. Reading it again with ``parse_value`` gives the value back.

    A citizen id is shown in full; ``privacy`` masks it.
    """
    if value is None or value == []:
        return ""
    shown = _shown(field, value, language)
    plain = field.type in _UNTOUCHED_DIGITS
    return thai_dates.thai_digits(shown) if thai_digits and not plain else shown


def reads_as(choices: tuple[Choice, ...], text: str) -> tuple[str, ...]:
    """The values of the choices a text stands for: the value itself, or a label with or without "(ระบุ)"."""
    wanted = words(text)
    exact = tuple(choice.value for choice in choices if choice.value == text.strip())
    if exact:
        return exact
    return tuple(
        choice.value
        for choice in choices
        if wanted in {words(choice.label_th), words(choice.label_en)}
        or wanted in {words(choice.label_th.replace("(ระบุ)", "")), words(choice.label_en.replace("(specify)", ""))}
    )


# --- reading ------------------------------------------------------------------------------------------------------


def _read_text(text: str) -> Outcome:
    return Parsed(text)


def _read_number(field: Field, text: str) -> Outcome:
    try:
        if field.type is FieldType.INTEGER:
            return Parsed(amounts.read_whole(text))
        return Parsed(amounts.read_hundredths(text, field.decimals))
    except amounts.AmountError as error:
        return NotAValue(error.code, {"decimals": field.decimals} if error.code == "number-decimals" else {})


def _read_moo(text: str) -> Outcome:
    digits = re.sub(r"^(?:หมู่ที่|หมู่|ม\.)\s*", "", thai_dates.arabic_digits(text))
    if re.fullmatch(r"\d{1,2}", digits):
        return Parsed(int(digits))
    return NotAValue("moo-range")


def _read_date(text: str, today: date) -> Outcome:
    found = thai_dates.parse_date(text, today)
    if isinstance(found, thai_dates.DateParsed):
        return Parsed(found.value.isoformat())
    if isinstance(found, thai_dates.DateAsk):
        return Ask(tuple(option.isoformat() for option in found.options))
    return NotAValue(found.code)


def _read_year(text: str) -> Outcome:
    digits = re.sub(r"^(?:พ\.?ศ\.?|ปี)\s*", "", thai_dates.arabic_digits(text))
    if not re.fullmatch(r"\d{2}|\d{4}", digits):
        return NotAValue("year-unreadable")
    year = int(digits)
    if year in YEARS_BE:
        return Parsed(year)
    if year in _YEARS_CE:
        return Ask((year + 543,)) if year + 543 in YEARS_BE else NotAValue("year-unreadable")
    return Ask((2500 + year,)) if year < 100 else NotAValue("year-unreadable")


def _read_boolean(text: str) -> Outcome:
    word = thai_dates.arabic_digits(text).casefold()
    if word in _YES or word in _NO:
        return Parsed(word in _YES)
    return NotAValue("boolean-unreadable")


def _read_choice(field: Field, text: str) -> Outcome:
    found = reads_as(field.options, text)
    if len(found) == 1:
        return Parsed(found[0])
    return Ask(found) if found else NotAValue("choice-unknown")


def _read_choices(field: Field, text: str) -> Outcome:
    values: list[str] = []
    for piece in re.split(r"\s*[;\n]\s*", text):
        whole = reads_as(field.options, piece)
        for part in [piece] if whole else re.split(r"\s*,\s*", piece):
            found = reads_as(field.options, part)
            if not found:
                return NotAValue("choice-unknown", {"part": part})
            values += [value for value in found[:1] if value not in values]
    return Parsed(values)


def _read_citizen_id(text: str) -> Outcome:
    digits = citizen_id.normalise(text)
    if not re.fullmatch(r"[0-9]{13}", digits):
        return NotAValue("citizen-id-length")
    return Parsed(digits) if citizen_id.is_valid(digits) else NotAValue("citizen-id-check")


def _read_phone(text: str) -> Outcome:
    digits = re.sub(r"[\s\-().–]", "", thai_dates.arabic_digits(text))
    digits = re.sub(r"^\+?66(?=[2-9])", "0", digits)
    return Parsed(digits) if PHONE.fullmatch(digits) else NotAValue("phone-unreadable")


def _read_gps(text: str) -> Outcome:
    match = _GPS_TYPED.fullmatch(thai_dates.arabic_digits(text))
    if match is None:
        return NotAValue("gps-unreadable")
    try:
        latitude, longitude = (Decimal(part).quantize(Decimal("0.000001")) for part in match.groups())
    except InvalidOperation:
        return NotAValue("gps-unreadable")
    if in_thailand(latitude, longitude):
        return Parsed(f"{latitude},{longitude}")
    return Ask((f"{longitude},{latitude}",)) if in_thailand(longitude, latitude) else NotAValue("gps-outside")


def _read_names(text: str) -> Outcome:
    names = _TOKEN.findall(text)
    return Parsed(names) if names else NotAValue("attachment-unknown")


def _read_reference(text: str) -> Outcome:
    return Parsed(text) if _TOKEN.fullmatch(text) else NotAValue("reference-unknown")


def _read_area(kind: FieldType, text: str, area: str) -> Outcome:
    code = thai_dates.arabic_digits(text).replace(" ", "")
    if code.isascii() and code.isdigit():
        return Parsed(code) if area_names(kind, code) else NotAValue("area-unknown")
    wanted = words(_AREA_PREFIX.sub("", text))
    found = tuple(code for code, names in _areas(kind, area) if wanted in {words(name) for name in names})
    if len(found) == 1:
        return Parsed(found[0])
    return Ask(found) if found else NotAValue("area-unknown")


# --- showing ------------------------------------------------------------------------------------------------------


def _shown(field: Field, value: Value, language: Language) -> str:
    if isinstance(value, bool):
        return _BOOLEANS[language][value]
    if isinstance(value, int):
        return _shown_number(field, value)
    if isinstance(value, list):
        labels = [_label(field, item, language) for item in value]
        return ("; " if field.type is FieldType.MULTI_CHOICE else ", ").join(labels)
    text = str(value)
    shower = _SHOWERS.get(field.type)
    if shower is not None:
        return shower(text)
    if field.type is FieldType.CHOICE:
        return _label(field, text, language)
    if field.type is FieldType.DATE:
        return _shown_date(text, language)
    names = area_names(field.type, text)
    return names[language == "en"] if names else text


def _shown_number(field: Field, value: int) -> str:
    if field.type in (FieldType.MONEY, FieldType.DECIMAL, FieldType.PERCENT):
        return amounts.show_hundredths(value, field.decimals)
    return amounts.show_whole(value) if field.type is FieldType.INTEGER else str(value)


def _shown_date(text: str, language: Language) -> str:
    try:
        return thai_dates.format_date(date.fromisoformat(text), "short", language)
    except ValueError:
        return text


def _shown_phone(text: str) -> str:
    head = 2 if text.startswith("02") else 3
    return f"{text[:head]}-{text[head:-4]}-{text[-4:]}" if PHONE.fullmatch(text) else text


def _shown_citizen_id(text: str) -> str:
    return citizen_id.grouped(text) if len(text) == 13 and text.isdigit() else text


def _label(field: Field, value: str, language: Language) -> str:
    choice = field.option_labels.get(value)
    if choice is None:
        return value
    return choice.label_en if language == "en" else choice.label_th


# --- areas --------------------------------------------------------------------------------------------------------


def in_thailand(latitude: Decimal, longitude: Decimal) -> bool:
    """Whether a WGS 84 point lies in the rectangle around Thailand."""
    return LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]


def area_names(kind: FieldType, code: str) -> tuple[str, str] | None:
    """The Thai and English name of a subdistrict, district or province code; None for a code of no such area."""
    try:
        if kind is FieldType.GEO_TAMBON:
            tambon = geography().tambon(code)
            return tambon.name_th, tambon.name_en
        unit = geography().unit(code)
    except BadRequestError:
        return None
    wanted = 4 if kind is FieldType.GEO_AMPHOE else 2
    return (unit.name_th, unit.name_en) if len(code) == wanted and code != "00" else None


def _areas(kind: FieldType, area: str) -> list[tuple[str, tuple[str, str]]]:
    if kind is FieldType.GEO_TAMBON:
        return [(tambon.code, (tambon.name_th, tambon.name_en)) for tambon in geography().tambons(area[:4])]
    try:
        units = geography().districts(area[:2]) if kind is FieldType.GEO_AMPHOE else geography().provinces()
    except BadRequestError:
        return []
    return [(unit.code, (unit.name_th, unit.name_en)) for unit in units]


_TEXT_READERS: dict[FieldType, Callable[[str], Outcome]] = {
    FieldType.TEXT: _read_text,
    FieldType.TEXTAREA: _read_text,
    FieldType.AUTO_CODE: _read_text,
    FieldType.YEAR_BE: _read_year,
    FieldType.BOOLEAN: _read_boolean,
    FieldType.CITIZEN_ID: _read_citizen_id,
    FieldType.PHONE: _read_phone,
    FieldType.MOO: _read_moo,
    FieldType.GPS_POINT: _read_gps,
    FieldType.PHOTO: _read_names,
    FieldType.FILE: _read_names,
    FieldType.RECORD_REF: _read_reference,
}
_FIELD_READERS: dict[FieldType, Callable[[Field, str], Outcome]] = {
    FieldType.INTEGER: _read_number,
    FieldType.MONEY: _read_number,
    FieldType.DECIMAL: _read_number,
    FieldType.PERCENT: _read_number,
    FieldType.CHOICE: _read_choice,
    FieldType.MULTI_CHOICE: _read_choices,
}
_SHOWERS: dict[FieldType, Callable[[str], str]] = {
    FieldType.TEXT: str,
    FieldType.TEXTAREA: str,
    FieldType.AUTO_CODE: str,
    FieldType.RECORD_REF: str,
    FieldType.PHONE: _shown_phone,
    FieldType.CITIZEN_ID: _shown_citizen_id,
    FieldType.GPS_POINT: lambda text: text.replace(",", ", "),
}
_UNTOUCHED_DIGITS = frozenset(
    {FieldType.TEXT, FieldType.TEXTAREA, FieldType.AUTO_CODE, FieldType.RECORD_REF, FieldType.PHOTO, FieldType.FILE}
    | {FieldType.CHOICE, FieldType.MULTI_CHOICE}
)
