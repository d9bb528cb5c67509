"""``cdd-desktop template``, ``import`` and ``export``: workbooks out and in, without a window."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import open_workplace
from cdd_desktop.cli.texts import code_sentence
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.exchange.plan import Fault, ImportPlan, RowState
from cdd_desktop.exchange.refused import write_refused
from cdd_desktop.forms.definition import Definition
from cdd_desktop.ids import DatasetKey, PeriodId
from cdd_desktop.operations.import_workbook import prepare_import, run_import
from cdd_desktop.operations.make_workbook import export_published, export_return, make_template
from cdd_desktop.operations.place import current_window
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

_MOST_SHOWN = 200


def add_parser(subparsers: Subparsers) -> None:
    """Adds the three commands."""
    template = subparsers.add_parser("template", help="a workbook to fill in for a dataset and period")
    take = subparsers.add_parser("import", help="read a workbook into a dataset and period")
    for parser, run in ((template, run_template), (take, run_import_command)):
        parser.add_argument("dataset", metavar="DATASET")
        parser.add_argument("period", metavar="PERIOD")
        parser.add_argument("file", type=Path, metavar="FILE.xlsx")
        parser.set_defaults(run=run)
    take.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    take.add_argument("--refused", type=Path, metavar="FILE.xlsx", help="where refused rows go (else beside the file)")
    take.add_argument("--years", choices=("be", "ce"), default="", help="the era of dates that could be of either")
    export = subparsers.add_parser("export", help="write the records of a dataset into a workbook")
    export.add_argument("words", nargs="+", metavar="DATASET [PERIOD] FILE.xlsx")
    export.add_argument(
        "--masked", action="store_true", help="for publishing: personal data masked, cannot be read back"
    )
    export.add_argument("--reason", default="", metavar="TEXT", help="for return: why personal data leave the program")
    export.set_defaults(run=run_export)
    for parser in (template, take, export):
        parser.add_argument("--json", action="store_true", help="machine-readable")


def run_template(args: argparse.Namespace) -> int:
    """Writes the template and says how many entries it holds."""
    workplace = open_workplace(args)
    try:
        key = _key(workplace, args.dataset, args.period)
        made = workplace.read(make_template, key, args.file)
    finally:
        workplace.close()
    _say(args, {"file": str(made.path), "entries": made.entries}, f"แบบกรอก / template: {made.path} ({made.entries:,})")
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Writes the workbook. Raises ``BadRequestError("workbook-arguments")`` when words are missing or too many."""
    if len(args.words) not in (2, 3):
        raise BadRequestError("workbook-arguments")
    file = Path(args.words[-1])
    workplace = open_workplace(args)
    try:
        period = args.words[1] if len(args.words) == 3 else workplace.read(_period_now, args.words[0])
        key = _key(workplace, args.words[0], period)
        if args.masked:
            made = workplace.do(export_published, key, file)
        else:
            made = workplace.do(export_return, key, file, args.reason)
    finally:
        workplace.close()
    _say(
        args, {"file": str(made.path), "entries": made.entries}, f"ส่งออกแล้ว / exported: {made.path} ({made.entries:,})"
    )
    return 0


def run_import_command(args: argparse.Namespace) -> int:
    """0 when every row could be taken, 1 when some are refused: they lie in a copy of the workbook."""
    workplace = open_workplace(args)
    try:
        key = _key(workplace, args.dataset, args.period)
        order = workplace.read(prepare_import, key, args.file)
        order = replace(order, maps=tuple(replace(found, era=args.years) for found in order.maps))
        plan = workplace.do(run_import, order, dry_run=args.dry_run).plan
        definition = workplace.catalogue.newest(key.dataset)
    finally:
        workplace.close()
    refused = plan.refused
    copy = args.refused or args.file.with_name(f"{args.file.stem}-refused.xlsx")
    if refused and not args.dry_run:
        try:
            write_refused(args.file, copy, plan.faults, lambda fault: say_fault(fault, definition, "th"))
        except OSError as error:
            raise RefusedError("workbook-unwritable", name=copy.name) from error
    _report(args, plan, definition, copy if refused and not args.dry_run else None)
    return RefusedError.exit_status if refused else 0


def say_fault(fault: Fault, definition: Definition, language: str) -> str:
    """A fault's sentence: a rule's own from the form, else that of its code."""
    rule = definition.rule_by_id.get(fault.rule) if fault.rule else None
    if rule is not None:
        return rule.message_en if language == "en" else rule.message_th
    code = str(fault.params.get("reason", fault.code)) if fault.code == "not-a-value" else fault.code
    return code_sentence(code, fault.params, language)


def _report(args: argparse.Namespace, plan: ImportPlan, definition: Definition, copy: Path | None) -> None:
    counts = {state.value: plan.count(state) for state in RowState}
    counts["incomplete"] = sum(row.incomplete and row.state is not RowState.REFUSED for row in plan.rows)
    if args.json:
        facts: dict[str, object] = {
            **counts,
            "written": not args.dry_run,
            "refused_file": str(copy) if copy else None,
            "faults": [{**_cell(fault), "text": say_fault(fault, definition, "en")} for fault in plan.faults],
            "mended": [
                {"sheet": row.sheet, "row": row.row, "path": each.path, "mending": each.mending.value}
                for row in plan.rows
                for each in row.mended
            ],
        }
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    done = "จะ / would be" if args.dry_run else "แล้ว / were"
    print(
        f"{done}: ใหม่ / new {counts['new']:,} · เปลี่ยน / changed {counts['changed']:,} · "
        f"เหมือนเดิม / unchanged {counts['unchanged']:,} · ไม่รับ / refused {counts['refused']:,} · "
        f"ยังไม่ครบ / incomplete {counts['incomplete']:,}"
    )
    for fault in plan.faults[:_MOST_SHOWN]:
        place = _cell(fault)
        print(f"{place['sheet']}!{place['cell']}: {say_fault(fault, definition, 'th')} ({fault.code})", file=sys.stderr)
    if copy is not None:
        print(f"แถวที่ไม่รับ / refused rows: {copy}", file=sys.stderr)


def _cell(fault: Fault) -> dict[str, object]:
    return {
        "sheet": fault.sheet,
        "row": fault.row + 1,
        "cell": fault.cell,
        "path": fault.path,
        "code": fault.code,
        "rule": fault.rule,
    }


def _key(workplace: Workplace, dataset: str, period: str) -> SubmissionKey:
    workplace.calendar.window(dataset, period)
    return SubmissionKey(workplace.unit.code, DatasetKey(dataset), PeriodId(period))


def _period_now(work: Work, dataset: str) -> str:
    return current_window(work, dataset).period


def _say(args: argparse.Namespace, facts: dict[str, object], line: str) -> None:
    print(json.dumps(facts, ensure_ascii=False) if args.json else line)
