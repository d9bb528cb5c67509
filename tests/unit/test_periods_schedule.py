"""The shipped schedule against the facts of the circular, projections, and files that are no schedules."""

from __future__ import annotations

import calendar as month_lengths
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.paths import resources
from cdd_desktop.periods.calendar import Calendar, load_calendar
from cdd_desktop.periods.fiscal import FIRST_YEAR, LAST_YEAR, month_column, month_columns
from cdd_desktop.periods.schedule import read_schedule

# number, dataset, period, label, opens_on, due_on, district, province: as read from the circular of 23 March 2561
FACTS = """
1,volunteer_anniversary,2561-r1,กุมภาพันธ์,2018-01-28,2018-02-28,no,yes
2,cd_standard,2561-applicants,งวดที่ ๑ ผู้สมัคร (ไตรมาส ๒),2018-01-01,2018-03-31,no,yes
2,cd_standard,2561-certified,งวดที่ ๒ ผู้ผ่านการรับรอง (ไตรมาส ๔),2018-07-01,2018-09-30,no,yes
3,leader,2561-r1,กันยายน,2018-09-01,2018-09-30,yes,no
4,leader_evaluation,2561-r1,กันยายน,2018-09-01,2018-09-30,yes,no
5,organization,2561-r1,กันยายน,2018-09-01,2018-09-30,yes,yes
6,saving_group,2561-q1,งวดที่ ๑ (ไตรมาส ๑),2017-12-01,2017-12-20,yes,no
6,saving_group,2561-q2,งวดที่ ๒ (ไตรมาส ๒),2018-03-01,2018-03-20,yes,no
6,saving_group,2561-q3,งวดที่ ๓ (ไตรมาส ๓),2018-06-01,2018-06-20,yes,no
6,saving_group,2561-q4,งวดที่ ๔ (ไตรมาส ๔),2018-09-01,2018-09-20,yes,no
7,poverty_fund,2561-h1,งวดที่ ๑,2018-03-01,2018-03-20,yes,no
7,poverty_fund,2561-h2,งวดที่ ๒,2018-09-01,2018-09-20,yes,no
8,fund_institute,2561-r1,กันยายน,2018-09-01,2018-09-30,yes,no
9,fund_network,2561-r1,กันยายน,2018-09-01,2018-09-30,yes,no
10,otop_sales,2561-m10,ยอดจำหน่ายเดือนตุลาคม,2017-11-01,2017-11-10,yes,yes
10,otop_sales,2561-m11,ยอดจำหน่ายเดือนพฤศจิกายน,2017-12-01,2017-12-10,yes,yes
10,otop_sales,2561-m12,ยอดจำหน่ายเดือนธันวาคม,2018-01-01,2018-01-10,yes,yes
10,otop_sales,2561-m01,ยอดจำหน่ายเดือนมกราคม,2018-02-01,2018-02-10,yes,yes
10,otop_sales,2561-m02,ยอดจำหน่ายเดือนกุมภาพันธ์,2018-03-01,2018-03-10,yes,yes
10,otop_sales,2561-m03,ยอดจำหน่ายเดือนมีนาคม,2018-04-01,2018-04-10,yes,yes
10,otop_sales,2561-m04,ยอดจำหน่ายเดือนเมษายน,2018-05-01,2018-05-10,yes,yes
10,otop_sales,2561-m05,ยอดจำหน่ายเดือนพฤษภาคม,2018-06-01,2018-06-10,yes,yes
10,otop_sales,2561-m06,ยอดจำหน่ายเดือนมิถุนายน,2018-07-01,2018-07-10,yes,yes
10,otop_sales,2561-m07,ยอดจำหน่ายเดือนกรกฎาคม,2018-08-01,2018-08-10,yes,yes
10,otop_sales,2561-m08,ยอดจำหน่ายเดือนสิงหาคม,2018-09-01,2018-09-10,yes,yes
10,otop_sales,2561-m09,ยอดจำหน่ายเดือนกันยายน,2018-10-01,2018-10-10,yes,yes
11,mother_fund_health,2561-r1,เมษายน,2018-04-01,2018-04-30,yes,yes
"""

YEARS = st.integers(FIRST_YEAR, LAST_YEAR)


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar()


def shipped() -> dict[str, object]:
    return json.loads((resources() / "schedules" / "2561.json").read_text(encoding="utf-8"))


def test_windows_of_2561_are_the_circulars(calendar: Calendar) -> None:
    rows = [
        ",".join(
            (
                str(window.number),
                window.dataset,
                window.period,
                window.label_th,
                window.opens_on.isoformat(),
                window.due_on.isoformat(),
                "yes" if window.district else "no",
                "yes" if window.province else "no",
            )
        )
        for window in calendar.windows(2561)
    ]
    assert rows == FACTS.split("\n")[1:-1]
    assert len(calendar.windows_of(UnitLevel.DISTRICT, 2561)) == 24
    assert len(calendar.windows_of(UnitLevel.PROVINCE, 2561)) == 17
    assert calendar.windows_of(UnitLevel.DEPARTMENT, 2561) == ()
    assert not any(window.projected for window in calendar.windows(2561))
    assert not calendar.is_projected(2561)


def test_circular_keeps_its_own_words(calendar: Calendar) -> None:
    circular = calendar.circular(2561)
    assert circular.number_th == "มท ๐๔๐๕.๔/ว ๐๖๒๖"
    assert circular.dated_on == date(2018, 3, 23)
    assert calendar.schedule(2561).applies_from == date(2017, 10, 1)
    assert calendar.dataset("otop_sales", 2561).rule_th_as_printed == "ทุกวันที่ ๑๐ ของเดือน"
    remarks = [rule.number for rule in calendar.schedule(2561).datasets if rule.note_th_as_printed]
    assert remarks == [6, 7, 8, 9]
    assert [bureau.abbr_th for bureau in calendar.bureaus(2561)] == ["สสช.", "สทอ.", "สภว.", "กผ."]


@given(YEARS)
def test_every_year_has_the_same_shape_shifted(fiscal_year: int) -> None:
    """Against the facts: same day and month, years apart; February by its own length."""
    calendar = load_calendar()
    windows = calendar.windows(fiscal_year)
    base = calendar.windows(2561)
    shift = fiscal_year - 2561
    assert len(windows) == 27
    for window, fact in zip(windows, base, strict=True):
        assert window.projected is (fiscal_year != 2561)
        assert window.schedule_version == "2561-1"
        assert window.period == f"{fiscal_year}-{fact.key}"
        for day, like in (
            (window.opens_on, fact.opens_on),
            (window.due_on, fact.due_on),
            (window.data_start, fact.data_start),
            (window.data_end, fact.data_end),
        ):
            assert (day.year, day.month) == (like.year + shift, like.month)
            if (like + timedelta(days=1)).day == 1 and like.day != 1 and like.month == 2:
                assert day.day == (29 if month_lengths.isleap(day.year) else 28)
            else:
                assert day.day == like.day


@given(YEARS)
def test_thirteen_columns_hold_every_due_date(fiscal_year: int) -> None:
    calendar = load_calendar()
    columns = month_columns(fiscal_year)
    assert len(columns) == 13
    assert columns[0] == (fiscal_year - 544, 10)
    assert columns[12] == (fiscal_year - 543, 10)
    for window in calendar.windows(fiscal_year):
        assert columns[month_column(fiscal_year, window.due_on)] == (window.due_on.year, window.due_on.month)
    last = calendar.window("otop_sales", f"{fiscal_year}-m09")
    assert month_column(fiscal_year, last.due_on) == 12


@pytest.mark.parametrize("fiscal_year", [2559, 2601, 2018, 0, -1])
def test_years_out_of_range_are_refused(calendar: Calendar, fiscal_year: int) -> None:
    with pytest.raises(BadRequestError) as caught:
        calendar.windows(fiscal_year)
    assert caught.value.code == "fiscal-year-range"


@pytest.mark.parametrize(
    ("dataset", "period", "code"),
    [
        ("saving_group", "2561-q5", "period-unknown"),
        ("saving_group", "2561", "period-unknown"),
        ("saving_group", "61-q1", "period-unknown"),
        ("saving_group", "๒๕๖๑-q1", "period-unknown"),
        ("saving_group", "", "period-unknown"),
        ("saving_group", "2659-q1", "fiscal-year-range"),
        ("savings", "2561-q1", "dataset-unknown"),
    ],
)
def test_unknown_windows_are_refused(calendar: Calendar, dataset: str, period: str, code: str) -> None:
    with pytest.raises(BadRequestError) as caught:
        calendar.window(dataset, period)
    assert caught.value.code == code


@given(YEARS, st.integers(0, 40), st.data())
def test_previous_walks_the_whole_line(fiscal_year: int, steps: int, data: st.DataObject) -> None:
    calendar = load_calendar()
    window = data.draw(st.sampled_from(calendar.windows(fiscal_year)))
    found = calendar.previous(window, steps)
    one_by_one = window
    for _ in range(steps):
        earlier = calendar.previous(one_by_one)
        assert earlier.due_on < one_by_one.due_on
        one_by_one = earlier
    assert found == one_by_one
    assert found.dataset == window.dataset


def test_previous_crosses_the_year_and_year_earlier_keeps_the_key(calendar: Calendar) -> None:
    first = calendar.window("saving_group", "2561-q1")
    assert calendar.previous(first).period == "2560-q4"
    assert calendar.previous(first).data_end + timedelta(days=1) == first.data_start
    assert calendar.previous(calendar.window("saving_group", "2560-q1")).period == "2559-q4"
    assert calendar.year_earlier(calendar.window("otop_sales", "2561-m02")).period == "2560-m02"


def test_a_published_year_is_used_from_then_on() -> None:
    text = shipped()
    text["fiscal_year"], text["applies_from"] = 2565, "2021-10-01"
    rows = text["datasets"]
    assert isinstance(rows, list)
    rows[5]["periods"] = rows[5]["periods"][1::2]  # savings groups twice a year
    published = json.dumps(text)
    calendar = load_calendar(published=[published])
    assert len(calendar.windows(2564)) == 27
    assert len(calendar.windows(2565)) == 25
    assert not calendar.is_projected(2565)
    assert calendar.window("saving_group", "2570-q4").schedule_version == "2565-1"
    assert calendar.previous(calendar.window("saving_group", "2565-q2")).period == "2564-q4"
    assert calendar.year_earlier(calendar.window("saving_group", "2565-q4")).period == "2564-q4"
    gone = calendar.window("saving_group", "2565-q1")  # the projection had it: what was begun in it is not lost
    assert gone.cancelled
    assert gone not in calendar.windows(2565)
    assert not any(window.cancelled for window in calendar.windows(2565))
    with pytest.raises(BadRequestError):
        calendar.window("saving_group", "2565-q5")
    assert set(calendar.digests()) == {"2561", "2565"}


def test_year_earlier_finds_the_nearest_when_the_key_is_new() -> None:
    text = shipped()
    text["fiscal_year"], text["applies_from"] = 2562, "2018-10-01"
    rows = text["datasets"]
    assert isinstance(rows, list)
    rows[5]["periods"][3]["key"] = "end"
    calendar = load_calendar(published=[json.dumps(text)])
    assert calendar.year_earlier(calendar.window("saving_group", "2562-end")).period == "2561-q4"


def test_a_higher_revision_wins_whatever_the_order() -> None:
    text = shipped()
    text["revision"] = 2
    rows = text["datasets"]
    assert isinstance(rows, list)
    rows[9]["periods"][0]["due"]["day"] = 15
    old, new = json.dumps(shipped()), json.dumps(text)
    for published in ([old, new], [new, old]):
        calendar = load_calendar(published=published)
        window = calendar.window("otop_sales", "2561-m10")
        assert (window.due_on, window.schedule_version) == (date(2017, 11, 15), "2561-2")


def broken() -> list[tuple[str, str]]:
    def changed(**parts: object) -> str:
        return json.dumps(shipped() | parts)

    rows = shipped()["datasets"]
    assert isinstance(rows, list)
    backwards = json.loads(json.dumps(rows))
    backwards[0]["periods"][0]["due"]["month"] = 1
    backwards[0]["periods"][0]["due"]["day"] = 1
    twice = json.loads(json.dumps(rows))
    twice[5]["periods"][1]["key"] = "q1"
    stranger = json.loads(json.dumps(rows))
    stranger[0]["bureau"] = "nobody"
    return [
        ("", "schedule-unreadable"),
        ("[]", "schedule-unreadable"),
        (changed()[:-200], "schedule-unreadable"),
        (changed(surprise=1), "schedule-unreadable"),
        (changed(fiscal_year=2018), "schedule-unreadable"),
        (changed(applies_from="2018-10-01"), "schedule-unreadable"),
        (changed(datasets=[]), "schedule-unreadable"),
        (changed(datasets=[*rows, rows[0]]), "schedule-unreadable"),
        (changed(datasets=backwards), "schedule-unreadable"),
        (changed(datasets=twice), "schedule-unreadable"),
        (changed(datasets=stranger), "schedule-unreadable"),
        (changed(format=2), "schedule-newer"),
        (changed(format=2, surprise=1), "schedule-newer"),
    ]


@pytest.mark.parametrize(("text", "code"), broken())
def test_what_is_no_sound_schedule_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadRequestError) as caught:
        read_schedule(text)
    assert caught.value.code == code


def test_no_schedule_at_all_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadRequestError) as caught:
        load_calendar(tmp_path)
    assert caught.value.code == "schedule-missing"
