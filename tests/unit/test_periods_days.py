"""Fiscal years, quarters, window states, days off and duties against calculations written another way."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.domain.period import WindowState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.periods.expected import expected_windows
from cdd_desktop.periods.fiscal import first_day, fiscal_year_of, last_day, quarter_of
from cdd_desktop.periods.states import days_left, window_state

CALENDAR = load_calendar()
DAYS = st.dates(date(2017, 1, 1), date(2057, 12, 31))
QUARTER_BY_MONTH = {10: 1, 11: 1, 12: 1, 1: 2, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 4, 8: 4, 9: 4}
WINDOWS = st.integers(2560, 2600).flatmap(lambda year: st.sampled_from(CALENDAR.windows(year)))


@given(DAYS)
def test_a_day_lies_between_the_ends_of_its_fiscal_year(day: date) -> None:
    year = fiscal_year_of(day)
    assert first_day(year) <= day <= last_day(year)
    assert fiscal_year_of(last_day(year) + timedelta(days=1)) == year + 1
    assert (last_day(year) - first_day(year)).days in (364, 365)
    assert quarter_of(day) == QUARTER_BY_MONTH[day.month]


def test_the_last_and_the_first_day() -> None:
    assert fiscal_year_of(date(2018, 9, 30)) == 2561
    assert fiscal_year_of(date(2018, 10, 1)) == 2562


@given(WINDOWS, st.integers(-400, 400))
def test_state_follows_from_counting_days(window, offset: int) -> None:
    today = window.due_on + timedelta(days=offset)
    state = window_state(window, today)
    assert days_left(window, today) == -offset
    ahead = {window.due_on - timedelta(days=number) for number in range(1, 8)}
    if offset > 0:
        assert state is WindowState.OVERDUE
    elif today < window.opens_on:
        assert state is WindowState.NOT_OPEN
    elif offset == 0:
        assert state is WindowState.DUE_TODAY
    else:
        assert state is (WindowState.DUE_SOON if today in ahead else WindowState.OPEN)


@pytest.mark.parametrize(("fiscal_year", "days_off"), [(2561, 11), (2569, 9), (2570, 10)])
def test_due_dates_on_days_off_as_counted_by_hand(fiscal_year: int, days_off: int) -> None:
    assert sum(CALENDAR.is_day_off(window.due_on) for window in CALENDAR.windows(fiscal_year)) == days_off


@given(DAYS)
def test_last_working_day_skips_days_off_only(day: date) -> None:
    working = CALENDAR.last_working_day_on(day)
    assert working <= day
    assert working.isoweekday() <= 5
    assert CALENDAR.holiday(working) is None
    skipped = [working + timedelta(days=number) for number in range(1, (day - working).days + 1)]
    assert all(other.isoweekday() > 5 or CALENDAR.holiday(other) for other in skipped)
    if not CALENDAR.holidays_known(day.year) and not CALENDAR.holidays_known(day.year - 1):
        assert (day - working).days == max(day.isoweekday() - 5, 0)


def test_known_days() -> None:
    assert CALENDAR.last_working_day_on(date(2018, 9, 30)) == date(2018, 9, 28)
    assert CALENDAR.last_working_day_on(date(2017, 12, 10)) == date(2017, 12, 8)
    assert CALENDAR.last_working_day_on(date(2018, 3, 20)) == date(2018, 3, 20)
    assert CALENDAR.last_working_day_on(date(2018, 4, 16)) == date(2018, 4, 12)
    assert CALENDAR.holidays_known(2018)
    assert not CALENDAR.holidays_known(2040)
    fixed = [(1, 1), (4, 6), (8, 12), (10, 23), (12, 5), (12, 10), (12, 31)]  # Songkran moved in 2020
    for year in range(2016, 2028):
        assert all(CALENDAR.holiday(date(year, month, day)) for month, day in fixed), year


def holidays_file(revision: int, years: dict[str, list[dict[str, str]]]) -> str:
    return json.dumps({"kind": "holidays", "format": 1, "revision": revision, "source": "test", "years": years})


def test_holidays_come_by_file_and_replace_whole_years() -> None:
    day = {"on": "2030-05-10", "name_th": "วันหยุดพิเศษ", "name_en": "Special day"}
    calendar = load_calendar(published=[holidays_file(3, {"2030": [day], "2018": []}), holidays_file(2, {"2030": []})])
    assert calendar.last_working_day_on(date(2030, 5, 10)) == date(2030, 5, 9)
    assert calendar.holidays_known(2030)
    assert calendar.last_working_day_on(date(2018, 3, 1)) == date(2018, 3, 1)
    assert calendar.holidays_known(2017)


@pytest.mark.parametrize(
    "text",
    [
        '{"kind": "holidays"',
        '{"kind": "holidays", "format": 9, "revision": 1, "source": "", "years": {}}',
        holidays_file(1, {"2030": [{"on": "2031-05-10", "name_th": "ก", "name_en": "a"}]}),
    ],
)
def test_what_is_no_holidays_file_is_refused(text: str) -> None:
    with pytest.raises(BadRequestError):
        load_calendar(published=[text])


@given(
    st.sampled_from([UnitLevel.DISTRICT, UnitLevel.PROVINCE]),
    st.dates(date(2017, 10, 1), date(2030, 1, 1)),
    st.integers(-30, 1500),
)
def test_duty_is_every_window_due_in_between(level: UnitLevel, reports_from: date, length: int) -> None:
    as_of = reports_from + timedelta(days=length)
    counted = {
        (window.dataset, window.period)
        for year in range(2560, 2601)
        for window in CALENDAR.windows(year)
        if (window.district if level is UnitLevel.DISTRICT else window.province)
        and (window.due_on - reports_from).days >= 0
        and (as_of - window.due_on).days >= 0
    }
    found = expected_windows(CALENDAR, level, reports_from, as_of)
    assert {(window.dataset, window.period) for window in found} == counted
    assert len(found) == len(counted)


def test_a_year_of_duty() -> None:
    year = expected_windows(CALENDAR, UnitLevel.DISTRICT, date(2017, 10, 11), date(2018, 10, 10))
    assert len(year) == 24
    assert [
        window.period
        for window in expected_windows(CALENDAR, UnitLevel.DISTRICT, date(2017, 10, 1), date(2017, 10, 31))
    ] == ["2560-m09"]
