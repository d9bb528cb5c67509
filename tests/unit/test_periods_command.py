"""The calendar command and the iCalendar file, read by two independent readers."""

from __future__ import annotations

import argparse
import csv
import io
import json
import subprocess
import sys
from datetime import date, datetime, timezone
from pathlib import Path

import icalendar
import pytest
import vobject

from cdd_desktop.cli import calendar as command
from cdd_desktop.errors import BadRequestError
from cdd_desktop.geography import geography
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.periods.ics import to_ics

NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    return command.run(parser.parse_args(["calendar", *words]))


@pytest.mark.parametrize(("unit", "count"), [((), 27), (("--unit", "5007"), 24), (("--unit", "50"), 17)])
def test_json_lists_the_windows(capsys: pytest.CaptureFixture[str], unit: tuple[str, ...], count: int) -> None:
    assert run("--fiscal-year", "2561", *unit, "--json") == 0
    lines = json.loads(capsys.readouterr().out)
    assert len(lines) == count
    march = next(line for line in lines if line["dataset"] == "otop_sales" and line["period"] == "2561-m02")
    assert march["label"] == "ยอดจำหน่ายเดือนกุมภาพันธ์"
    assert march["opens_on"] == "2018-03-01"
    assert march["due_on"] == "2018-03-10"
    assert march["last_working_day_on"] == "2018-03-09"
    assert march["projected"] is False
    assert march["holidays_known"] is True


def test_a_projected_year_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--fiscal-year", "๒๕๙๙", "--format", "json", "--unit", "๕๐๐๗") == 0
    lines = json.loads(capsys.readouterr().out)
    assert all(line["projected"] and not line["holidays_known"] for line in lines)
    assert run("--fiscal-year", "2599") == 0
    table = capsys.readouterr().out.splitlines()
    assert len(table) == 28
    assert all("ประมาณการ" in line for line in table[1:])


def test_csv_has_a_line_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--fiscal-year", "2561", "--format", "csv") == 0
    text = capsys.readouterr().out
    assert text.startswith("no,dataset,period,label,opens_on,due_on,district,province,projected\n1,")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 27
    assert rows[0]["due_on"] == "2018-02-28"
    assert (rows[0]["district"], rows[0]["province"]) == ("no", "yes")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--fiscal-year", "2018"), "fiscal-year-range"),
        (("--fiscal-year", "ปีนี้"), "fiscal-year-range"),
        (("--fiscal-year", "2561", "--unit", "1001"), "unit-bangkok"),
        (("--fiscal-year", "2561", "--unit", "10"), "unit-bangkok"),
        (("--fiscal-year", "2561", "--unit", "9999"), "unit-unknown"),
        (("--fiscal-year", "2561", "--unit", ""), "unit-unknown"),
    ],
)
def test_senseless_requests_are_refused(words: tuple[str, ...], code: str) -> None:
    with pytest.raises(BadRequestError) as caught:
        run(*words)
    assert caught.value.code == code
    assert caught.value.exit_status == 2


def test_without_a_year_the_running_one_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 27


def test_command_needs_neither_qt_nor_a_database() -> None:
    code = (
        "import sys; from cdd_desktop.cli import calendar; "
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'sqlalchemy', 'sqlcipher3') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path.cwd()).returncode == 0


@pytest.mark.parametrize("language", ["th", "en"])
def test_ics_is_read_by_two_readers(language: str) -> None:
    calendar = load_calendar()
    unit = geography().unit("5007")
    windows = calendar.windows_of(unit.level, 2561)
    data = to_ics(windows, unit, NOW, calendar=calendar, language=language)
    due = sorted(window.due_on for window in windows)

    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert sorted(event.decoded("dtstart") for event in events) == due
    assert len({str(event["uid"]) for event in events}) == 24
    assert all(event["status"] == "CONFIRMED" for event in events)

    second = vobject.readOne(data.decode("utf-8"))
    assert sorted(event.dtstart.value for event in second.vevent_list) == due
    assert all(len(event.valarm_list) == 4 for event in second.vevent_list)
    titles = " ".join(event.summary.value for event in second.vevent_list)
    assert ("กลุ่มออมทรัพย์ฯ" if language == "th" else "Savings groups") in titles
    holiday = next(event for event in second.vevent_list if event.dtstart.value == date(2018, 9, 30))
    assert ("28 กันยายน 2561" if language == "th" else "28 September B.E. 2561") in holiday.description.value


def test_ics_on_the_command_line(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("--fiscal-year", "2565", "--unit", "50", "--format", "ics") == 0
    events = icalendar.Calendar.from_ical(capsysbinary.readouterr().out).walk("VEVENT")
    assert len(events) == 17
    assert {str(event["status"]) for event in events} == {"TENTATIVE"}
    assert "ประมาณการ" in events[0]["description"]
