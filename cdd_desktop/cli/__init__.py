"""The command line: everything that matters without a window. Without a command, or with files from a stick,
the program itself starts.

Exit status 0 done, 1 refused or partly refused, 2 the request makes no sense.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from cdd_desktop import __version__
from cdd_desktop.cli.texts import sentence
from cdd_desktop.command_line import OneLineParser, speak_utf8
from cdd_desktop.errors import RefusedError, UserError
from cdd_desktop.logs import write_crash
from cdd_desktop.paths import profile

COMMANDS = (
    "status",
    "calendar",
    "maintenance",
    "printing",
    "report",
    "excel",
    "lists",
    "sync",
    "receive",
    "update",
    "demo",
    "tour",
    "manual",
    "letters",
    "recover",
)
OPENED = (".cddbatch", ".cddreceipt", ".cddpack", ".cddenrol")  # files the program opens by a double click
CRASHED = 70
INTERRUPTED = 130


def make_parser(*, commands: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """The parser with the commands of some modules; each module brings its own arguments and ``run``."""
    parser = OneLineParser(
        prog="cdd-desktop", description="ศูนย์ข้อมูลกลาง กรมการพัฒนาชุมชน (CDD Desktop)", add_help=bool(commands)
    )
    parser.add_argument("--version", action="version", version=f"CDD Desktop {__version__}")
    parser.add_argument(
        "--profile", default="default", metavar="NAME", help="the data folder to use (default: default)"
    )
    parser.add_argument("--person", default="", metavar="NAME", help="who you are, by name or id, where several can be")
    parser.add_argument("--tray", action="store_true", help="start the window hidden, with a sign in the tray")
    parser.add_argument("--self-check", action="store_true", help="say whether every part of the program works here")
    if commands:
        subparsers = parser.add_subparsers(
            title="commands", metavar="COMMAND", parser_class=OneLineParser, required=True
        )
        for name in commands:
            importlib.import_module(f"cdd_desktop.cli.{name}").add_parser(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and answers its exit status; what goes wrong is one line, never a traceback."""
    speak_utf8()
    logs = profile().logs
    try:
        args, rest = make_parser(commands=()).parse_known_args(argv)
        logs = profile(args.profile).logs
        if args.self_check and not rest:
            from cdd_desktop.cli import self_check  # brings every library along

            return self_check.run()
        if all(word.lower().endswith(OPENED) and not word.startswith("-") for word in rest):
            return _start_app(args, rest)  # only here: the commands' modules take a moment to load
        if all(word.startswith("-") and word not in ("-h", "--help") for word in rest):
            make_parser(commands=()).error(f"unrecognized arguments: {' '.join(rest)}")
        only = rest[:1] if rest[0] in COMMANDS else COMMANDS
        args = make_parser(commands=only).parse_args(argv)
        return int(args.run(args))
    except UserError as error:
        print(sentence(error), file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return RefusedError.exit_status
    except Exception as error:  # the last line of defence: a person gets one line and a file to send
        print(f"{sentence(UserError('unexpected'))} ({write_crash(logs, error)})", file=sys.stderr)
        return CRASHED


def _start_app(args: argparse.Namespace, files: Sequence[str]) -> int:
    from cdd_desktop import app  # Qt is loaded only when a window is wanted

    return int(app.run(profile_name=args.profile, hidden=args.tray, files=[Path(file).absolute() for file in files]))
