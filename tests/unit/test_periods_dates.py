"""Dates in the Buddhist era: shown, read back, asked about, refused."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.periods.thai_dates import (
    DateAsk,
    DateBad,
    DateParsed,
    arabic_digits,
    format_date,
    format_instant,
    month_name,
    parse_date,
    thai_digits,
)

TODAY = date(2018, 3, 18)
DAYS = st.dates(date(1860, 1, 1), date(2156, 12, 31))
THAI_MONTHS = [
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
]


@pytest.mark.parametrize(
    "text",
    [
        "20/9/2561",
        "๒๐/๙/๒๕๖๑",
        "20/09/2561",
        "20-9-2561",
        "20.9.2561",
        "20 9 2561",
        " 20 / 9 / 2561 ",
        "20092561",
        "20 ก.ย. 2561",
        "20 กย 2561",
        "20ก.ย.2561",
        "๒๐ ก.ย. ๒๕๖๑",
        "20 กันยายน 2561",
        "20 กันยายน พ.ศ. 2561",
        "วันที่ 20 กันยายน 2561",
        "20 Sep 2561",
        "20 september 2561",
        "2018-09-20",
        "2561-09-20",
        "20 กันยายน ค.ศ. 2018",
        "20/9/ค.ศ. 2018",
    ],
)
def test_ways_to_type_one_day(text: str) -> None:
    assert parse_date(text, TODAY) == DateParsed(date(2018, 9, 20))


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("20 ก.ย. 61", (date(2018, 9, 20), date(2061, 9, 20), date(1961, 9, 20))),
        ("1/2/05", (date(2005, 2, 1), date(1962, 2, 1), date(1905, 2, 1))),
        ("20 ก.ย. พ.ศ. 61", (date(2018, 9, 20),)),
        ("20 ก.ย. ค.ศ. 18", (date(2018, 9, 20), date(1918, 9, 20))),
        ("20/9/2018", (date(2018, 9, 20),)),
        ("๒๐/๙/๒๐๑๘", (date(2018, 9, 20),)),
        ("29/2/59", (date(2016, 2, 29),)),
    ],
)
def test_years_that_are_asked_about(text: str, options: tuple[date, ...]) -> None:
    assert parse_date(text, TODAY) == DateAsk(options)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "date-unreadable"),
        ("เมื่อวาน", "date-unreadable"),
        ("20 กันยา 2561", "date-unreadable"),
        ("20/9", "date-unreadable"),
        ("กันยายน 2561", "date-unreadable"),
        ("20/9/2561/1", "date-unreadable"),
        ("30/2/2561", "date-invalid"),
        ("29/2/2561", "date-invalid"),
        ("31/4/2018", "date-invalid"),
        ("32/1/61", "date-invalid"),
        ("1/13/2561", "date-invalid"),
        ("0/1/2561", "date-invalid"),
        ("20/9/256", "date-year"),
        ("20/9/2399พ", "date-unreadable"),
        ("20/9/2701", "date-year"),
        ("20/9/1899", "date-year"),
        ("20/9/5", "date-year"),
        ("20 ก.ย. ค.ศ. 2561", "date-year"),
        ("20 ก.ย. พ.ศ. 2018", "date-year"),
        ("0000-09-20", "date-year"),
    ],
)
def test_what_is_no_date(text: str, code: str) -> None:
    assert parse_date(text, TODAY) == DateBad(code)


@given(DAYS, st.sampled_from(["long", "short", "numeric"]), st.sampled_from(["th", "en"]), st.booleans())
def test_what_is_shown_can_be_typed(day: date, style: str, language: str, digits: bool) -> None:
    shown = format_date(day, style, language, digits)
    assert parse_date(shown.replace("B.E. ", ""), TODAY) == DateParsed(day)


@given(DAYS)
def test_long_dates_against_their_parts(day: date) -> None:
    assert format_date(day, "long") == f"{day.day} {THAI_MONTHS[day.month - 1]} {day.year + 543}"
    assert format_date(day, "numeric") == f"{day:%d/%m/}{day.year + 543}"
    assert format_date(day, "long", thai_digits=True).isascii() is False
    assert arabic_digits(format_date(day, "long", thai_digits=True)) == format_date(day, "long")


@given(DAYS, st.booleans())
def test_no_bare_common_year_is_taken_without_asking(day: date, two_digits: bool) -> None:
    year = f"{day.year % 100:02d}" if two_digits else str(day.year)
    answer = parse_date(f"{day.day}/{day.month}/{year}", TODAY)
    assert not isinstance(answer, DateParsed)
    if day.year >= 1900 and (not two_digits or day.year < 2100):
        assert isinstance(answer, DateAsk)
        assert day in answer.options


@given(st.text(max_size=30))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(parse_date(text, TODAY), DateParsed | DateAsk | DateBad)


def test_formats() -> None:
    day = date(2018, 9, 20)
    assert format_date(day) == "20 ก.ย. 2561"
    assert format_date(day, "long", "en") == "20 September B.E. 2561"
    assert format_date(day, "short", "en") == "20 Sep 2561"
    assert format_date(day, "long", thai_digits=True) == "๒๐ กันยายน ๒๕๖๑"
    assert month_name(9, "short") == "ก.ย."
    assert month_name(1, language="en") == "January"
    assert thai_digits("ที่ 12/2561") == "ที่ ๑๒/๒๕๖๑"


def test_instants_are_thailands() -> None:
    instant = datetime(2018, 3, 17, 18, 5, tzinfo=timezone.utc)
    assert format_instant(instant) == "18 มี.ค. 2561 เวลา 01:05 น."
    assert format_instant(instant, "short", "en") == "18 Mar 2561, 01:05"
    assert format_instant(instant, "numeric", thai_digits=True) == "๑๘/๐๓/๒๕๖๑ ๐๑:๐๕"
