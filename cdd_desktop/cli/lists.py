"""``cdd-desktop holidays`` and ``villages``: the office's lists shown, read from files and written to them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cdd_desktop.cli.sign_in import open_workplace
from cdd_desktop.cli.texts import code_sentence
from cdd_desktop.clock import bangkok_day
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.exchange.day_list import read_days, write_days
from cdd_desktop.exchange.plan import RowState
from cdd_desktop.exchange.village_list import read_villages as read_village_file
from cdd_desktop.exchange.village_list import write_villages
from cdd_desktop.operations.listed import PlannedLine, taken
from cdd_desktop.operations.office_days import add_days, plan_days
from cdd_desktop.operations.villages import plan_villages, put_villages, read_villages
from cdd_desktop.operations.workplace import Workplace

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Adds both commands, each with its three words."""
    days = subparsers.add_parser("holidays", help="the days off of a year: list, import FILE, export FILE")
    days.add_argument("--year", type=int, default=0, metavar="YEAR", help="common-era year (default: this one)")
    days.set_defaults(run=run_holidays)
    villages = subparsers.add_parser("villages", help="the villages of the office: list, import FILE, export FILE")
    villages.set_defaults(run=run_villages)
    for parser in (days, villages):
        parser.add_argument("deed", choices=("list", "import", "export"))
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say what an import would do, and write nothing")
        parser.add_argument("--json", action="store_true", help="machine-readable")


def run_holidays(args: argparse.Namespace) -> int:
    """1 when lines of the file are refused; the others are taken all the same."""
    workplace = _opened(args)
    try:
        now = workplace.clock.now()
        today = bangkok_day(now)
        year = args.year or today.year
        calendar = workplace.calendar
        if args.deed == "import":
            lines = plan_days(calendar, read_days(args.file, today))
            if not args.dry_run:
                workplace.do(add_days, taken(lines))
            return _report(args, lines)
        days = calendar.days_off(year)
    finally:
        workplace.close()
    if args.deed == "export":
        write_days(args.file, [day.holiday for day in days], now)
        return _written(args, len(days))
    rows = [
        {
            "on": str(day.holiday.on),
            "name_th": day.holiday.name_th,
            "name_en": day.holiday.name_en,
            "from": day.source.value,
        }
        for day in days
    ]
    if args.json:
        facts = {"year": year, "published": calendar.holidays_published(year), "days": rows}
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return 0
    if not calendar.holidays_published(year):
        print(f"ปี {year + 543} ยังไม่มีประกาศวันหยุด / nothing is published for {year}", file=sys.stderr)
    _print(rows)
    return 0


def run_villages(args: argparse.Namespace) -> int:
    """1 when lines of the file are refused; the others are taken all the same."""
    workplace = _opened(args)
    try:
        villages = workplace.read(read_villages)
        if args.deed == "import":
            today = bangkok_day(workplace.clock.now())
            area, places = workplace.unit.code, workplace.geography
            lines = plan_villages(villages, read_village_file(args.file, area=area, places=places, today=today))
            if not args.dry_run:
                workplace.do(put_villages, taken(lines))
            return _report(args, lines)
        if args.deed == "export":
            write_villages(args.file, villages, workplace.geography)
            return _written(args, len(villages))
    finally:
        workplace.close()
    rows = [{"tambon": village.tambon, "moo": village.moo, "name": village.name} for village in villages]
    if args.json:
        print(json.dumps({"villages": rows}, ensure_ascii=False, indent=2))
    else:
        _print(rows)
    return 0


def _opened(args: argparse.Namespace) -> Workplace:
    """Raises ``BadRequestError("list-file-needed")`` for an import or export that names no file."""
    if args.deed != "list" and args.file is None:
        raise BadRequestError("list-file-needed")
    return open_workplace(args)


def _report(args: argparse.Namespace, lines: Sequence[PlannedLine[Any]]) -> int:
    counts = {state.value: sum(line.state is state for line in lines) for state in RowState}
    refused = [line for line in lines if line.state is RowState.REFUSED]
    if args.json:
        faults = [{"row": line.row, "code": line.code, "text": _said(line, "en")} for line in refused]
        facts = {**counts, "written": not args.dry_run, "faults": faults}
        print(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        print(
            f"ใหม่ / new {counts['new']:,} · เปลี่ยน / changed {counts['changed']:,} · "
            f"เหมือนเดิม / unchanged {counts['unchanged']:,} · ไม่รับ / refused {counts['refused']:,}"
        )
        for line in refused:
            print(f"{line.row}: {line.shown}: {_said(line, 'th')} ({line.code})", file=sys.stderr)
    return RefusedError.exit_status if refused else 0


def _said(line: PlannedLine[Any], language: str) -> str:
    return code_sentence(line.code, line.params, language)


def _written(args: argparse.Namespace, count: int) -> int:
    facts = {"file": str(args.file), "entries": count}
    print(json.dumps(facts, ensure_ascii=False) if args.json else f"เขียนแล้ว / written: {args.file} ({count:,})")
    return 0


def _print(rows: Sequence[dict[str, Any]]) -> None:
    for row in rows:
        print("  ".join(str(value) for value in row.values()))
