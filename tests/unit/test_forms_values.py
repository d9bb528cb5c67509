"""Every field type: what people type, what is stored, what they read, and back again."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.forms import amounts, citizen_id
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.definition import Choice, Definition, Field, FieldType
from cdd_desktop.forms.stored import is_of_type
from cdd_desktop.forms.thai_text import mend, name_key
from cdd_desktop.forms.values import Ask, NotAValue, Parsed, format_value, parse_value
from cdd_desktop.geography import geography

TODAY = date(2018, 3, 18)
COLOURS = (
    Choice(value="r", label_th="แดง", label_en="Red"),
    Choice(value="o", label_th="อื่น ๆ (ระบุ)", label_en="Other (specify)"),
)


def field(kind: FieldType, **more: object) -> Field:
    made = Field(key="x", type=kind, label_th="ก", label_en="x", **more)  # type: ignore[arg-type]
    if kind in (FieldType.CHOICE, FieldType.MULTI_CHOICE):
        msgspec.structs.force_setattr(made, "options", COLOURS)
    return made


def parse(kind: FieldType, text: str, **more: object) -> object:
    return parse_value(field(kind, **more), text, today=TODAY, area="5007")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldType.MONEY, "1,234.50", 123450),
        (FieldType.MONEY, "๑,๒๓๔.๕ บาท", 123450),
        (FieldType.MONEY, "1 234 567", 123456700),
        (FieldType.MONEY, "-1250.75", -125075),
        (FieldType.MONEY, ".5", 50),
        (FieldType.MONEY, "0", 0),
        (FieldType.MONEY, "999999999999999.99", 99999999999999999),
        (FieldType.PERCENT, "12%", 1200),
        (FieldType.INTEGER, "๑๒๐", 120),
        (FieldType.INTEGER, "12.00", 12),
        (FieldType.MOO, "หมู่ที่ ๓", 3),
        (FieldType.YEAR_BE, "๒๕๖๑", 2561),
        (FieldType.YEAR_BE, "พ.ศ. 2561", 2561),
        (FieldType.DATE, "๒๐/๙/๒๕๖๑", "2018-09-20"),
        (FieldType.DATE, "20 ก.ย. 2561", "2018-09-20"),
        (FieldType.BOOLEAN, "ใช่", True),
        (FieldType.BOOLEAN, "ไม่มี", False),
        (FieldType.CHOICE, "แดง", "r"),
        (FieldType.CHOICE, "อื่น ๆ", "o"),
        (FieldType.CHOICE, "other", "o"),
        (FieldType.MULTI_CHOICE, "แดง, อื่น ๆ (ระบุ)", ["r", "o"]),
        (FieldType.MULTI_CHOICE, "Red; red", ["r"]),
        (FieldType.CITIZEN_ID, "๑-๐๐๙๙-๐๐๐๐๑-๐๑-๘", "1009900001018"),
        (FieldType.PHONE, "02-141-6298", "021416298"),
        (FieldType.PHONE, "+66 81 234 5678", "0812345678"),
        (FieldType.GPS_POINT, "18.912345, 98.965432", "18.912345,98.965432"),
        (FieldType.GEO_TAMBON, "500701", "500701"),
        (FieldType.GEO_AMPHOE, "แม่ริม", "5007"),
        (FieldType.GEO_PROVINCE, "จังหวัดเชียงใหม่", "50"),
        (FieldType.TEXT, "  นำ้ใจ\u200b  งาม ", "น้ำใจ  งาม"),
        (FieldType.TEXT, "เเม่ริม", "แม่ริม"),
        (FieldType.TEXTAREA, "บรรทัดแรก \r\nบรรทัดสอง", "บรรทัดแรก\nบรรทัดสอง"),
        (FieldType.TEXT, " \u00a0 ", None),
    ],
)
def test_what_people_type(kind: FieldType, text: str, value: object) -> None:
    assert parse(kind, text) == Parsed(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (FieldType.MONEY, "1,23", "number-unreadable"),
        (FieldType.MONEY, "12 50", "number-unreadable"),
        (FieldType.MONEY, "1E+05", "number-unreadable"),
        (FieldType.MONEY, "-", "number-unreadable"),
        (FieldType.MONEY, "1.005", "number-decimals"),
        (FieldType.MONEY, "1000000000000000.01", "number-too-large"),
        (FieldType.INTEGER, "1.5", "number-whole"),
        (FieldType.INTEGER, "10000000000000", "number-too-large"),
        (FieldType.MOO, "100", "moo-range"),
        (FieldType.YEAR_BE, "25611", "year-unreadable"),
        (FieldType.DATE, "31/2/2561", "date-invalid"),
        (FieldType.DATE, "ไม่ทราบ", "date-unreadable"),
        (FieldType.BOOLEAN, "อาจจะ", "boolean-unreadable"),
        (FieldType.CHOICE, "เขียว", "choice-unknown"),
        (FieldType.MULTI_CHOICE, "แดง, เขียว", "choice-unknown"),
        (FieldType.CITIZEN_ID, "100990000101", "citizen-id-length"),
        (FieldType.CITIZEN_ID, "1009900001019", "citizen-id-check"),
        (FieldType.PHONE, "12345", "phone-unreadable"),
        (FieldType.GPS_POINT, "เหนือ", "gps-unreadable"),
        (FieldType.GPS_POINT, "51.5, 0.1", "gps-outside"),
        (FieldType.GEO_TAMBON, "999999", "area-unknown"),
        (FieldType.GEO_AMPHOE, "1001", "area-unknown"),
    ],
)
def test_what_is_no_value(kind: FieldType, text: str, code: str) -> None:
    outcome = parse(kind, text)
    assert isinstance(outcome, NotAValue)
    assert outcome.code == code


@pytest.mark.parametrize(
    ("kind", "text", "options"),
    [
        (FieldType.DATE, "20/9/2018", ("2018-09-20",)),
        (FieldType.YEAR_BE, "1990", (2533,)),
        (FieldType.YEAR_BE, "45", (2545,)),
        (FieldType.GPS_POINT, "98.965432, 18.912345", ("18.912345,98.965432",)),
    ],
)
def test_what_is_asked_and_never_guessed(kind: FieldType, text: str, options: tuple[object, ...]) -> None:
    assert parse(kind, text) == Ask(options)  # type: ignore[arg-type]


def test_how_values_are_shown() -> None:
    shown = [
        (FieldType.MONEY, 123450, "1,234.50"),
        (FieldType.MONEY, -5, "-0.05"),
        (FieldType.INTEGER, 1234567, "1,234,567"),
        (FieldType.YEAR_BE, 2561, "2561"),
        (FieldType.DATE, "2018-09-20", "20 ก.ย. 2561"),
        (FieldType.PHONE, "0812345678", "081-234-5678"),
        (FieldType.PHONE, "021416298", "02-141-6298"),
        (FieldType.CITIZEN_ID, "1009900001018", "1-0099-00001-01-8"),
        (FieldType.GEO_TAMBON, "500701", geography().tambon("500701").name_th),
        (FieldType.MULTI_CHOICE, ["r", "o"], "แดง; อื่น ๆ (ระบุ)"),
        (FieldType.BOOLEAN, False, "ไม่ใช่"),
        (FieldType.TEXT, None, ""),
    ]
    for kind, value, text in shown:
        assert format_value(field(kind), value) == text  # type: ignore[arg-type]
    assert format_value(field(FieldType.MONEY), 123450, thai_digits=True) == "๑,๒๓๔.๕๐"
    assert format_value(field(FieldType.DECIMAL, decimals=1), 1650) == "16.5"
    assert format_value(field(FieldType.DECIMAL, decimals=1), 1655) == "16.55"
    assert format_value(field(FieldType.CHOICE), "r", language="en") == "Red"


HUNDREDTHS = st.integers(-amounts.LARGEST_HUNDREDTHS, amounts.LARGEST_HUNDREDTHS)
DAYS = st.dates(date(1857, 1, 1), date(2157, 12, 31)).map(lambda day: day.isoformat())
DIGITS = st.text("0123456789", min_size=11, max_size=11)
IDS = st.tuples(st.sampled_from("12345678"), DIGITS).map(lambda parts: "".join(parts))
TAMBONS = st.sampled_from([t.code for province in ("50", "86", "30") for t in geography().tambons(province)])
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), max_size=40)
TOKENS = st.text("0123456789abcdef", min_size=1, max_size=64)
STORED = {
    FieldType.TEXT: PLAIN.map(mend).filter(bool),
    FieldType.TEXTAREA: PLAIN.map(lambda text: mend(text, multiline=True)).filter(bool),
    FieldType.AUTO_CODE: PLAIN.map(mend).filter(bool),
    FieldType.INTEGER: st.integers(-amounts.LARGEST_WHOLE, amounts.LARGEST_WHOLE),
    FieldType.MONEY: HUNDREDTHS,
    FieldType.DECIMAL: HUNDREDTHS,
    FieldType.PERCENT: HUNDREDTHS,
    FieldType.DATE: DAYS,
    FieldType.YEAR_BE: st.integers(2400, 2700),
    FieldType.BOOLEAN: st.booleans(),
    FieldType.CHOICE: st.sampled_from(["r", "o"]),
    FieldType.MULTI_CHOICE: st.lists(st.sampled_from(["r", "o"]), min_size=1, unique=True),
    FieldType.CITIZEN_ID: IDS.map(lambda twelve: twelve + citizen_id.check_digit(twelve)),
    FieldType.PHONE: st.from_regex(r"0(?:2[0-9]{7}|[3457][0-9]{7}|[689][0-9]{8})", fullmatch=True),
    FieldType.GEO_TAMBON: TAMBONS,
    FieldType.GEO_AMPHOE: st.sampled_from([unit.code for unit in geography().districts("50")]),
    FieldType.GEO_PROVINCE: st.sampled_from([unit.code for unit in geography().provinces()]),
    FieldType.MOO: st.integers(0, 99),
    FieldType.GPS_POINT: st.tuples(st.integers(5500000, 20500000), st.integers(97300000, 105700000)).map(
        lambda point: f"{point[0] / 1e6:.6f},{point[1] / 1e6:.6f}"
    ),
    FieldType.PHOTO: st.lists(TOKENS, min_size=1, max_size=3),
    FieldType.FILE: st.lists(TOKENS, min_size=1, max_size=3),
    FieldType.RECORD_REF: TOKENS,
}


def test_every_type_has_a_property() -> None:
    assert set(STORED) == set(FieldType)


@pytest.mark.parametrize("kind", list(FieldType), ids=lambda kind: kind.value)
@given(data=st.data(), thai=st.booleans(), language=st.sampled_from(["th", "en"]))
def test_what_is_shown_reads_back_as_the_same_value(
    kind: FieldType, data: st.DataObject, thai: bool, language: str
) -> None:
    value = data.draw(STORED[kind])
    made = field(kind)
    shown = format_value(made, value, language=language, thai_digits=thai)  # type: ignore[arg-type]
    area = str(value)[:4] if kind in (FieldType.GEO_TAMBON, FieldType.GEO_AMPHOE) else "50"
    outcome = parse_value(made, shown, today=TODAY, area=area)
    if isinstance(outcome, Ask):  # two subdistricts of one district share their name
        assert value in outcome.options
    else:
        assert outcome == Parsed(value)


@pytest.mark.parametrize("kind", list(FieldType), ids=lambda kind: kind.value)
@given(text=st.text(max_size=30))
def test_no_text_is_too_odd(kind: FieldType, text: str) -> None:
    outcome = parse_value(field(kind), text, today=TODAY, area="5007")
    if isinstance(outcome, Parsed) and outcome.value is not None and kind not in (FieldType.PHOTO, FieldType.FILE):
        assert is_of_type(field(kind), outcome.value)


@given(st.text("กขคเแาำิี่้ํ์ \n\u200ba1.", max_size=20), st.booleans())
def test_mending_mended_text_changes_nothing(text: str, multiline: bool) -> None:
    once = mend(text, multiline)
    assert mend(once, multiline) == once


def test_thai_typing_faults() -> None:
    assert mend("เเละ") == "และ"
    assert mend("น\u0e4d\u0e49า") == "น้ำ"
    assert mend("น\u0e49\u0e4dา") == "น้ำ"
    assert mend("ที\u0e48\u0e48") == "ที่"
    assert mend("ท\u0e48ี") == "ที่"
    assert name_key("กลุ่มออมทรัพย์ฯ บ้าน หนองหอย") == name_key(" กลุ่มออมทรัพย์บ้านหนองหอย")


def oracle(text: str) -> bool:
    """The check written another way: running sums instead of weights, and a table instead of the two remainders."""
    running = total = 0
    for digit in text[:12]:
        running += int(digit)
        total += running
    return text[0] in "12345678" and text[12] == "10987654321"[(total + running) % 11]


@given(st.text("0123456789", min_size=13, max_size=13))
def test_citizen_ids_against_an_independent_check(text: str) -> None:
    assert citizen_id.is_valid(text) == oracle(text)
    assert citizen_id.is_valid(text[:12] + citizen_id.check_digit(text[:12])) == (text[0] in "12345678")


@given(st.text(max_size=20))
def test_other_text_is_no_citizen_id(text: str) -> None:
    if not (len(text) == 13 and text.isascii() and text.isdigit()):
        assert not citizen_id.is_valid(text)


def every_definition() -> list[Definition]:
    catalogue = load_catalogue()
    return [catalogue.newest(dataset) for dataset in catalogue.datasets()]


@pytest.mark.parametrize("definition", every_definition(), ids=lambda definition: definition.dataset)
def test_every_choice_reads_back_in_both_languages(definition: Definition) -> None:
    for entity in definition.all_entities:
        for made in entity.fields:
            for choice in made.options:
                for language in ("th", "en"):
                    value = [choice.value] if made.is_list else choice.value
                    shown = format_value(made, value, language=language)  # type: ignore[arg-type]
                    assert parse_value(made, shown, today=TODAY) == Parsed(value), (made.key, shown)
