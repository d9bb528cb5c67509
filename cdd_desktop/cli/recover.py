"""``cdd-desktop recover``: a new password for somebody who has forgotten it, with central's help."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import choose_person, profile_of, read_password
from cdd_desktop.clock import SystemClock
from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.recover import read_recovered, use_recovery, write_request
from cdd_desktop.operations.slots import people_on

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

CODE = "CDD_RECOVERY_CODE"


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser(
        "recover",
        help="a forgotten password",
        description="recover ask FILE.cddrecover writes what central needs; recover use FILE.cddrecovered takes its "
        "answer, the code central's administrator has read out, and the new password.",
    )
    parser.add_argument("verb", choices=("ask", "use"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """The code comes from ``CDD_RECOVERY_CODE`` or a prompt, the new password as everywhere."""
    chosen = profile_of(args)
    if not chosen.keys.exists():
        raise BadRequestError("not-enrolled", profile=chosen.name)
    if args.verb == "ask":
        who = choose_person(people_on(chosen), args.person)
        write_request(chosen, who.id, args.file)
        print(f"{args.file}  {who.name}")
        return 0
    data = read_recovered(args.file)
    code = os.environ.get(CODE) or (getpass.getpass("รหัสกู้คืน / recovery code: ") if sys.stdin.isatty() else "")
    who = choose_person(people_on(chosen), args.person)
    print(use_recovery(chosen, data, code, read_password(who), clock=SystemClock()).name)
    return 0
