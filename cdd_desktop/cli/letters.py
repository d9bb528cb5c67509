"""``cdd-desktop letters``: central's list of enrolment codes as letters, without a window or an enrolled office."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.errors import BadRequestError
from cdd_desktop.sync.letters import read_letters

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser(
        "letters",
        help="enrolment codes as letters",
        description="Writes a letter for each office of a list that cdd-central codes make has written.",
    )
    parser.add_argument("codes", type=Path, metavar="CODES.csv")
    parser.add_argument("file", type=Path, metavar="LETTERS.pdf")
    parser.add_argument("--thai-digits", action="store_true", help="๐-๙ in place of 0-9, except in codes and PINs")
    parser.add_argument("--language", choices=("th", "en"), default="th")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Raises ``BadRequestError("letters-unreadable")``, ``RefusedError("file-not-writable")``."""
    try:
        letters = read_letters(args.codes.read_text(encoding="utf-8"))
    except (OSError, UnicodeError) as error:
        raise BadRequestError("letters-unreadable") from error
    from cdd_desktop.clock import SystemClock
    from cdd_desktop.ui.printing.without_window import write_letters

    pages = write_letters(letters, args.file, SystemClock().now(), language=args.language, digits=args.thai_digits)
    print(f"{pages} หน้า / pages: {args.file}", file=sys.stderr)
    return 0
