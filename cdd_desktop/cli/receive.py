"""``cdd-desktop receive``: take files from a stick, whichever kind they are."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import open_workplace
from cdd_desktop.cli.texts import sentence
from cdd_desktop.errors import RefusedError, UserError
from cdd_desktop.operations.stick import FromStick, RefusedFile, take_each
from cdd_desktop.operations.take_file import Became

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

_REFUSED = (Became.GAP, Became.AGAIN, Became.REIDENTIFIED)


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser("receive", help="take .cddbatch, .cddreceipt or .cddpack files from a stick")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where answers go (else beside each file)")
    parser.add_argument("--json", action="store_true", help="machine-readable")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when every file was taken, 1 when one was refused or could not be used, 2 when one is not there."""
    workplace = open_workplace(args)
    status = 0
    lines: list[dict[str, object]] = []
    try:
        for taken in take_each(workplace, args.files, lambda _step, _far: None, args.out):
            if isinstance(taken, RefusedFile):
                error = taken.error
                status = max(status, error.exit_status)
                lines.append({"file": str(taken.path), "code": error.code})
                print(f"{taken.path}: {sentence(error)} ({error.code})", file=sys.stderr)
                continue
            if taken.taken.became in _REFUSED:
                status = max(status, RefusedError.exit_status)
            lines.append(_facts(taken))
            if not args.json:
                print(_line(taken))
    finally:
        workplace.close()
    if args.json:
        print(json.dumps(lines, ensure_ascii=False, indent=2))
    return status


def _facts(taken: FromStick) -> dict[str, object]:
    return {
        "file": str(taken.path),
        "code": taken.taken.became.value,
        "receipts": taken.taken.received,
        "pulled": taken.taken.pulled,
        "answer": str(taken.answer) if taken.answer else None,
    }


def _line(taken: FromStick) -> str:
    received = taken.taken.received + taken.taken.pulled
    text = sentence(UserError(taken.taken.became.value, name=taken.path.name, received=f"{received:,}"))
    return f"{text}: {taken.answer}" if taken.answer else text
