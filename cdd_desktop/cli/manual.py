"""``cdd-desktop manual``: the help pages as a PDF for printing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser("manual", help="the help pages as a PDF for printing")
    parser.add_argument("file", type=Path, metavar="FILE.pdf", help="where it goes")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="a folder that the command tour has filled")
    parser.add_argument("--language", choices=("th", "en"), default="th")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes the manual and says how many pages it has."""
    from cdd_desktop.ui.help.manual import write_manual

    pages = write_manual(args.file, args.language, args.pictures)
    print(f"{pages} หน้า / pages: {args.file}", file=sys.stderr)
    return 0
