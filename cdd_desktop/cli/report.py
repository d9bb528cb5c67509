"""``cdd-desktop report``: a supervisor's view into a folder, as a memo and a workbook, without a window or a person."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import open_workplace, profile_of
from cdd_desktop.errors import BadRequestError

if TYPE_CHECKING:
    from cdd_desktop.ui.views.request import ViewRequest

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

_VIEWS = ("overview", "quality", "indicators", "news", "queue", "monthly")
_FORMATS = {"pdf": (".pdf",), "xlsx": (".xlsx",), "both": (".pdf", ".xlsx")}


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser(
        "report",
        help="a supervisor's view into a folder, for a scheduled task",
        description="Writes a view of the dashboard, the review queue or the report of a month into a folder. The "
        "password comes from CDD_PASSWORD or from the file CDD_PASSWORD_FILE names, so that it can run by itself.",
    )
    parser.add_argument("--view", choices=_VIEWS, required=True, metavar="VIEW", help=", ".join(_VIEWS))
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="a folder that exists")
    parser.add_argument("--period", default="", metavar="PERIOD", help="2561, 2561-q2 or 2561-m3; until today without")
    parser.add_argument("--area", default="", metavar="CODE", help="a part of the own area")
    parser.add_argument("--dataset", default="", metavar="DATASET", help="whose indicators")
    parser.add_argument("--format", choices=tuple(_FORMATS), default="pdf", help="pdf (default), xlsx or both")
    parser.add_argument("--thai-digits", action="store_true", help="๐-๙ in place of 0-9")
    parser.add_argument("--language", choices=("th", "en"), default="", help="as in the settings without it")
    parser.add_argument("--json", action="store_true", help="machine-readable")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Signs in, works out what is not added up yet, and writes the files.

    Raises ``BadRequestError``: ``report-period``, ``report-dataset``, ``report-folder``; and what reading raises.
    """
    from cdd_desktop.settings import load_settings
    from cdd_desktop.ui.printing.without_window import report_files

    request = _request(args)
    if not args.to.is_dir():
        raise BadRequestError("report-folder", folder=str(args.to))
    settings = load_settings(profile_of(args).settings)
    workplace = open_workplace(args)
    try:
        files = report_files(
            request,
            workplace,
            args.to,
            _FORMATS[args.format],
            language=args.language or settings.language,
            thai_digits=args.thai_digits or settings.thai_digits,
        )
    finally:
        workplace.close()
    if args.json:
        print(json.dumps({"files": [str(file) for file in files]}, ensure_ascii=False))
    else:
        print("\n".join(str(file) for file in files))
    return 0


def _request(args: argparse.Namespace) -> ViewRequest:
    from cdd_desktop.ui.views.request import BEGUN, ViewName, ViewRequest, read_period

    name = ViewName(args.view)
    if name is ViewName.INDICATORS and not args.dataset:
        raise BadRequestError("report-dataset")
    year, period = read_period(args.period) if args.period else (None, BEGUN)
    return ViewRequest(name, args.area, year, period, dataset=args.dataset)
