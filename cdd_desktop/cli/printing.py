"""``cdd-desktop print``: a paper as a PDF, without a window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import open_workplace, profile_of
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import BadRequestError
from cdd_desktop.ids import DatasetKey, PeriodId
from cdd_desktop.operations.workplace import Workplace

if TYPE_CHECKING:
    from cdd_desktop.ui.printing.request import PrintRequest

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

_KINDS = ("submission", "blank-form", "agenda", "privacy-notice", "proof-of-sending")
_OF_A_SUBMISSION = ("submission", "blank-form", "proof-of-sending")


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser(
        "print",
        help="a paper as a PDF",
        description="Writes a paper as a PDF: cdd-desktop print KIND [DATASET PERIOD] FILE.pdf. A submission, a blank "
        "form and a proof of sending need DATASET and PERIOD.",
    )
    parser.add_argument("kind", choices=_KINDS, metavar="KIND", help=", ".join(_KINDS))
    parser.add_argument("words", nargs="+", metavar="[DATASET PERIOD] FILE.pdf", help="what, and where it goes")
    parser.add_argument("--unit", default="", metavar="CODE", help="a certified report of an office of the own area")
    parser.add_argument("--thai-digits", action="store_true", help="๐-๙ in place of 0-9")
    parser.add_argument("--language", choices=("th", "en"), default="", help="as in the settings without it")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Signs in, lays the paper out and writes it. Raises ``BadRequestError("print-arguments")`` when words are missing
    or too many."""
    if len(args.words) != (3 if args.kind in _OF_A_SUBMISSION else 1):
        raise BadRequestError("print-arguments", kind=args.kind)
    file = Path(args.words[-1])
    workplace = open_workplace(args)
    try:
        pages = _print(args, workplace, file)
    finally:
        workplace.close()
    print(f"{pages} หน้า / pages: {file}", file=sys.stderr)
    return 0


def _print(args: argparse.Namespace, workplace: Workplace, file: Path) -> int:
    from cdd_desktop.settings import load_settings
    from cdd_desktop.ui.printing.without_window import print_file

    settings = load_settings(profile_of(args).settings)
    language = args.language or settings.language
    digits = args.thai_digits or settings.thai_digits
    return print_file(_request(args, workplace), workplace, file, language=language, thai_digits=digits)


def _request(args: argparse.Namespace, workplace: Workplace) -> PrintRequest:
    from cdd_desktop.geography import geography
    from cdd_desktop.ui.printing.request import PrintKind, PrintRequest

    kind = PrintKind(args.kind.replace("-", "_"))
    if len(args.words) == 1:
        return PrintRequest(kind)
    unit = geography().unit(args.unit).code if args.unit else workplace.unit.code
    return PrintRequest(kind, SubmissionKey(unit, DatasetKey(args.words[0]), PeriodId(args.words[1])))
