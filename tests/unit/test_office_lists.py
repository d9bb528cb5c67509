"""The office's own lists: days off beside the published ones, villages, and both as files."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import OFFICER, PASSWORD, Office, enrolled_office
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from test_periods_days import holidays_file

from cdd_desktop.cli import main
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.village import Village
from cdd_desktop.errors import UserError
from cdd_desktop.exchange.day_list import read_days, write_days
from cdd_desktop.exchange.plan import RowState
from cdd_desktop.exchange.village_list import read_villages as read_village_file
from cdd_desktop.exchange.village_list import village_name, write_villages
from cdd_desktop.geography import geography
from cdd_desktop.ids import UnitCode
from cdd_desktop.operations.listed import taken
from cdd_desktop.operations.office_days import add_days, plan_days, remove_day
from cdd_desktop.operations.villages import plan_villages, put_villages, read_villages, remove_village
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.periods.holidays import DaySource, Holiday, OfficeDays

TODAY = date(2018, 3, 18)
MAE_RIM = UnitCode("5007")
FAIR = Holiday(date(2018, 3, 20), "วันงานประจำอำเภอ", "District fair")
SONGKRAN = date(2018, 4, 13)


def code_of(call: object, *arguments: object) -> str:
    assert callable(call)
    with pytest.raises(UserError) as refused:
        call(*arguments)
    return refused.value.code


# --- days off ----------------------------------------------------------------------------------------------------


def test_the_office_adds_days_and_central_has_the_last_word() -> None:
    plain = load_calendar()
    assert plain.last_working_day_on(FAIR.on) == FAIR.on
    office = OfficeDays((FAIR, Holiday(date(2040, 5, 4), "วันหนึ่ง", "a day")), (SONGKRAN,))
    own = load_calendar(office=office)
    assert own.last_working_day_on(FAIR.on) == date(2018, 3, 19)
    assert own.holiday(SONGKRAN) is None  # taken out of the program's own file
    assert (own.holidays_known(2040), own.holidays_published(2040)) == (True, False)
    assert (own.holidays_known(2041), own.days_off(2041)) == (False, ())
    central = holidays_file(9, {"2018": [{"on": "2018-04-13", "name_th": "สงกรานต์", "name_en": "Songkran"}]})
    ruled = load_calendar(published=[central], office=office)
    assert [(day.holiday.on, day.source) for day in ruled.days_off(2018)] == [
        (FAIR.on, DaySource.OFFICE),
        (SONGKRAN, DaySource.CENTRAL),
    ]
    named = holidays_file(9, {"2018": [{"on": "2018-03-20", "name_th": "วันหยุดพิเศษ", "name_en": "Special"}]})
    found = load_calendar(published=[named], office=office).day_off(FAIR.on)
    assert found is not None
    assert (found.holiday.name_th, found.source) == ("วันหยุดพิเศษ", DaySource.CENTRAL)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return enrolled_office(tmp_path, FixedClock(DEMO_NOW))


def test_days_count_at_once_and_stay(office: Office) -> None:
    desk = office.work_as()
    desk.do(add_days, (FAIR, Holiday(SONGKRAN, "อื่น", "other")))
    assert desk.calendar.last_working_day_on(FAIR.on) == date(2018, 3, 19)
    assert desk.calendar.office_days.added == (FAIR,)  # a day that is there already stays as it was named
    desk.do(remove_day, SONGKRAN)
    assert desk.calendar.holiday(SONGKRAN) is None
    desk.close()
    again = office.work_as()
    assert again.calendar.office_days == OfficeDays((FAIR,), (SONGKRAN,))
    again.do(add_days, (Holiday(SONGKRAN, "สงกรานต์", "Songkran"),))
    again.do(remove_day, FAIR.on)
    assert again.calendar.office_days == OfficeDays()
    assert again.calendar.holiday(SONGKRAN) == load_calendar().holiday(SONGKRAN)
    again.close()


def test_a_file_of_days_is_read_line_by_line_and_shown_before_it_counts(tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    lines = [
        "วันที่,ชื่อ",
        "๒๐/๓/๒๕๖๑,วันงานประจำอำเภอ",
        "13/4/2561,สงกรานต์",
        "4/5/61,วันคลุมเครือ",
        "32/1/2561,ผิด",
        "21/3/2561,",
    ]
    file.write_bytes("\r\n".join([*lines, "20/3/2561,ซ้ำ"]).encode("cp874"))
    plan = plan_days(load_calendar(), read_days(file, TODAY))
    assert [(line.row, line.state, line.code) for line in plan] == [
        (2, RowState.NEW, ""),
        (3, RowState.UNCHANGED, ""),
        (4, RowState.REFUSED, "day-unclear"),
        (5, RowState.REFUSED, "day-unreadable"),
        (6, RowState.REFUSED, "day-nameless"),
        (7, RowState.REFUSED, "list-twice"),
    ]
    assert [day.on for day in taken(plan)] == [FAIR.on]
    assert "1961" in str(plan[2].params) or "2561" in str(plan[2].params)


def test_a_calendar_of_another_program_is_read(tmp_path: Path) -> None:
    file = tmp_path / "days.ics"
    event = "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20180101T000000Z\r\n{1}\r\nSUMMARY:{2}\r\nEND:VEVENT\r\n"
    events = (
        event.format(1, "DTSTART;VALUE=DATE:20180319\r\nDTEND;VALUE=DATE:20180321", "งานประจำปี"),
        event.format(2, "DTSTART;VALUE=DATE:20180101\r\nRRULE:FREQ=YEARLY", "ทุกปี"),
    )
    file.write_text(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{''.join(events)}END:VCALENDAR\r\n", encoding="utf-8"
    )
    first, second, third = read_days(file, TODAY)
    assert first.value is not None
    assert second.value is not None
    assert (first.value.on, second.value.on, third.code) == (date(2018, 3, 19), date(2018, 3, 20), "day-repeats")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ics"])
def test_days_that_are_written_read_back_the_same(tmp_path: Path, suffix: str) -> None:
    days = [day.holiday for day in load_calendar().days_off(2018)]
    file = tmp_path / f"days{suffix}"
    write_days(file, days, DEMO_NOW)
    read = [line.value for line in read_days(file, TODAY)]
    if suffix == ".ics":  # a calendar has one name for a day
        days = [Holiday(day.on, day.name_th, day.name_th) for day in days]
    assert read == days


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"x", "list-extension"),
        ("a.csv", b"a\x00b", "list-unreadable"),
        ("a.csv", b"date,name\r\n", "list-empty"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT", "list-unreadable"),
        ("a.xlsx", b"no zip at all", "workbook-unreadable"),
        ("missing.csv", None, "list-unreadable"),
    ],
)
def test_files_that_are_no_list_say_so(tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert code_of(read_days, tmp_path / name, TODAY) == code


# --- villages ----------------------------------------------------------------------------------------------------


def village_sheet(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_sheet_of_villages_is_mended_compared_and_refused_by_line(office: Office, tmp_path: Path) -> None:
    desk = office.work_as()
    first, second = desk.geography.tambons("5007")[:2]
    desk.do(put_villages, (Village(first.code, 1, "บ้านสันโป่ง"), Village(first.code, 2, "ห้วยทราย")))
    assert desk.read(read_villages)[0].name == "สันโป่ง"  # as forms keep it
    rows: list[list[object]] = [
        ["ตำบล", "หมู่ที่", "ชื่อหมู่บ้าน"],
        [f"ต.{first.name_th}", "หมู่ที่ ๑", "บ้านสันโป่ง "],
        [first.name_th, 2, "ห้วยทรายทอง"],
        [second.code, "๓", "บ้านเเม่แรม"],
        [second.name_th, 3, "อื่น"],
        ["ไม่มีตำบลนี้", 1, "ก"],
        [first.name_th, "หนึ่ง", "ก"],
        [first.name_th, 7, None],
    ]
    file = village_sheet(tmp_path / "v.xlsx", rows)
    lines = read_village_file(file, area=MAE_RIM, places=desk.geography, today=TODAY)
    plan = plan_villages(desk.read(read_villages), lines)
    assert [(line.row, line.state, line.code) for line in plan] == [
        (2, RowState.UNCHANGED, ""),
        (3, RowState.CHANGED, ""),
        (4, RowState.NEW, ""),
        (5, RowState.REFUSED, "list-twice"),
        (6, RowState.REFUSED, "village-tambon"),
        (7, RowState.REFUSED, "village-moo"),
        (8, RowState.REFUSED, "village-nameless"),
    ]
    desk.do(put_villages, taken(plan))
    desk.close()
    again = office.work_as()
    held = again.read(read_villages)
    assert [(village.moo, village.name) for village in held] == [(1, "สันโป่ง"), (2, "ห้วยทรายทอง"), (3, "แม่แรม")]
    again.do(remove_village, held[0])
    assert again.read(read_villages) == held[1:]
    assert code_of(again.do, put_villages, (Village("500101", 1, "ก"),)) == "village-tambon"
    again.close()


names = st.text(st.sampled_from("กขคงบานเแ่้ิ =+@'-1"), min_size=1, max_size=12).map(village_name).filter(bool)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.tuples(st.integers(0, 6), st.integers(1, 99)), names, min_size=1, max_size=8),
    st.sampled_from([".csv", ".xlsx"]),
)
def test_villages_that_are_written_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, held: dict[tuple[int, int], str], suffix: str
) -> None:
    places = geography()
    tambons = places.tambons(MAE_RIM)
    villages = [Village(tambons[number].code, moo, name) for (number, moo), name in held.items()]
    file = tmp_path_factory.mktemp("villages") / f"v{suffix}"
    write_villages(file, villages, places)
    assert [line.value for line in read_village_file(file, area=MAE_RIM, places=places, today=TODAY)] == villages
    if suffix == ".csv":
        cells = [cell for row in csv.reader(file.read_text(encoding="utf-8-sig").splitlines()) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]  # nothing a spreadsheet would run


def test_subdistricts_of_one_name_need_their_district(tmp_path: Path) -> None:
    places = geography()
    by_name: dict[str, list[str]] = {}
    for tambon in places.tambons("50"):
        by_name.setdefault(tambon.name_th, []).append(tambon.code)
    name, codes = next((name, codes) for name, codes in by_name.items() if len(codes) > 1)
    district = places.unit(places.tambon(codes[1]).district).name_th
    rows: list[list[object]] = [["ตำบล", "อำเภอ", "หมู่", "หมู่บ้าน"], [name, "", 1, "ก"], [name, f"อ.{district}", 1, "ข"]]
    file = village_sheet(tmp_path / "v.xlsx", rows)
    unclear, clear = read_village_file(file, area=UnitCode("50"), places=places, today=TODAY)
    assert (unclear.code, clear.value) == ("village-tambon", Village(codes[1], 1, "ข"))


# --- the command line --------------------------------------------------------------------------------------------


def test_both_lists_on_the_command_line(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDD_PASSWORD", PASSWORD)
    monkeypatch.setattr("cdd_desktop.cli.sign_in.profile", lambda _name: office.profile)

    def run(*words: str) -> tuple[int, str]:
        status = main(["--person", OFFICER, *words])
        return status, capsys.readouterr().out

    file = tmp_path / "days.csv"
    file.write_text("20/3/2561,วันงาน\nx,ไม่ใช่วันที่\n32/1/2561,ผิด\n", encoding="utf-8")
    status, said = run("holidays", "import", str(file), "--json")
    assert (status, json.loads(said)["new"], json.loads(said)["refused"]) == (1, 1, 2)
    status, said = run("holidays", "list", "--year", "2018", "--json")
    assert {"on": "2018-03-20", "name_th": "วันงาน", "name_en": "วันงาน", "from": "office"} in json.loads(said)["days"]
    for words, day in (((), "2018-03-19"), (("--unit", "5007"), "2018-03-19"), (("--unit", "5001"), "2018-03-20")):
        lines = json.loads(run("calendar", "--fiscal-year", "2561", "--json", *words)[1])
        assert {line["last_working_day_on"] for line in lines if line["due_on"] == "2018-03-20"} == {day}
    ics = ("calendar", "--fiscal-year", "2561", "--unit", "5007", "--format", "ics")
    told = "ควรส่งภายใน 19 มีนาคม 2561"
    assert told in run(*ics)[1].replace("\r\n ", "")
    monkeypatch.delenv("CDD_PASSWORD")
    assert told not in run(*ics)[1].replace("\r\n ", "")  # nobody is asked for it, and the year is there all the same
    monkeypatch.setenv("CDD_PASSWORD", PASSWORD)
    sheet = tmp_path / "v.xlsx"
    tambon = geography().tambons(MAE_RIM)[0].name_th
    village_sheet(sheet, [["ตำบล", "หมู่", "บ้าน"], [tambon, 4, "บ้านใหม่"]])
    assert run("villages", "import", str(sheet), "--dry-run")[0] == 0
    assert json.loads(run("villages", "list", "--json")[1])["villages"] == []
    assert run("villages", "import", str(sheet))[0] == 0
    assert "ใหม่" in run("villages", "list")[1]
    assert run("villages", "export", str(tmp_path / "out.csv"))[0] == 0
    assert run("villages", "export")[0] == 2
