"""``cdd-desktop tour DIR``: a picture of every screen on the sample province, in Thai and English."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.errors import BadRequestError

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser("tour", help="save a picture of every screen, in Thai and English")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
    parser.add_argument("--only", action="append", default=[], metavar="SCENE", help="take this scene only; repeatable")
    parser.add_argument("--demo", type=Path, metavar="DIR", help="a sample province that is there already")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Makes a sample province whose clock stands still, takes the pictures, and removes it again.

    Raises ``BadRequestError("tour-folder")`` when the folder cannot hold them.
    """
    from cdd_desktop import app, demo
    from cdd_desktop.cli.demo import people_of, say_step

    try:
        args.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadRequestError("tour-folder", folder=str(args.folder)) from error
    with tempfile.TemporaryDirectory() as folder:
        prepared = demo.prepare(demo.DemoWish(args.demo or Path(folder), frozen=True), say_step)
        prepared.close()  # no scene needs central, and one shows the program without
        pictures = app.run_tour(people_of(prepared), prepared.clock, args.folder, frozenset(args.only))
    print(f"{len(pictures)} ภาพ / pictures: {args.folder}", file=sys.stderr)
    return 0
