"""``cdd-central updates``: keys and bundles where programs are built; publish, hold, stage and carry at central."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from cdd_desktop.central.keeping.setup import key_path, updates_folder
from cdd_desktop.central.updates.offered import Repository
from cdd_desktop.clock import SystemClock
from cdd_desktop.command_line import OneLineParser
from cdd_desktop.errors import BadRequestError
from cdd_desktop.release import making, roles
from cdd_desktop.release.channel import EVERYBODY, Offered

STICK_FOLDER = "CDD-Updates"
PLATFORMS = ("windows", "linux")
_REPLACED = ("targets", "online", *(f"root-{number}" for number in range(1, roles.ROOT_KEYS + 1)))


def add_actions(parser: OneLineParser) -> None:
    """Adds the actions and their arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=OneLineParser)

    def action(name: str, text: str, act: Callable[[argparse.Namespace], None]) -> OneLineParser:
        added = actions.add_parser(name, help=text, description=text)
        added.set_defaults(act=act)
        return added

    keys = action("keys", "Make the keys of all roles and the first root list.", _keys)
    keys.add_argument("folder", type=Path, metavar="DIR")
    packing = action("pack", "Make and sign the bundles of a frozen program.", _pack)
    packing.add_argument("tree", type=Path, metavar="DIR", help="the program's folder, as it is installed")
    packing.add_argument("--version", required=True, metavar="X.Y.Z")
    packing.add_argument("--platform", choices=PLATFORMS, default=PLATFORMS[0])
    packing.add_argument("--release", type=Path, required=True, metavar="DIR", help="the release folder")
    packing.add_argument("--key", type=Path, required=True, metavar="targets.pem")
    replacing = action("replace-key", "Make a key for a lost one, and the root list that names it.", _replace)
    replacing.add_argument("role", choices=_REPLACED)
    replacing.add_argument("new", type=Path, metavar="NEW.pem")
    replacing.add_argument("--release", type=Path, required=True, metavar="DIR")
    replacing.add_argument("--root-key", type=Path, action="append", required=True, metavar="root-N.pem")
    replacing.add_argument("--key", type=Path, metavar="targets.pem", help="signs the list of bundles anew")
    publishing = action("publish", "Take in a release folder and offer a version.", _publish)
    publishing.add_argument("release", type=Path, metavar="DIR")
    publishing.add_argument("version", metavar="X.Y.Z")
    staging = action("stage", "Say whom a version is offered to.", _change)
    holding = action("hold", "Offer a version to nobody; who has it keeps it.", _change)
    holding.set_defaults(percent=0, unit=[], held=True)
    for one in (staging, holding):
        one.add_argument("version", metavar="X.Y.Z")
        one.add_argument("--platform", choices=PLATFORMS, default=PLATFORMS[0])
    for one in (publishing, staging):
        one.add_argument("--percent", type=_percent, default=EVERYBODY, metavar="0-100", help="of the machines")
        one.add_argument("--unit", action="append", default=[], metavar="CODE", help="an office or a province, at once")
        one.set_defaults(held=False)
    publishing.add_argument("--held", action="store_true", help="take it in, offer it to nobody yet")
    action("list", "Every version and whom it is offered to.", _list)
    carrying = action("stick", f"Write what is offered to a stick, into {STICK_FOLDER}.", _stick)
    carrying.add_argument("folder", type=Path, metavar="DIR")


def run(options: argparse.Namespace) -> None:
    """The action that was asked for."""
    options.act(options)


def _percent(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else -1
    if not 0 <= number <= EVERYBODY:
        raise argparse.ArgumentTypeError(f"{text}: 0-100")
    return number


def _offer(options: argparse.Namespace) -> Offered:
    return Offered(version=options.version, held=options.held, percent=options.percent, units=options.unit)


def _here(options: argparse.Namespace) -> Repository:
    return Repository(updates_folder(key_path(options.database, options.keys)))


def _keys(options: argparse.Namespace) -> None:
    print(making.make_keys(options.folder, SystemClock().now()))


def _pack(options: argparse.Namespace) -> None:
    named = (options.platform, options.version)
    for path in making.pack(options.release, options.tree, named, options.key, SystemClock().now()):
        print(f"{path.stat().st_size:>12,}  {path.name}")


def _replace(options: argparse.Namespace) -> None:
    now = SystemClock().now()
    if not options.new.exists():
        making.make_key(options.new)
    print(making.replace_key(options.release, options.role, options.new, options.root_key, now))
    signing = options.new if options.role == "targets" else options.key
    if options.role in ("targets", "online"):
        if signing is None:
            raise BadRequestError("update-key-missing", path="--key targets.pem")
        _, root = making.newest_root(options.release)
        making.sign_again(options.release, {}, roles.read_key(signing), root, now)


def _publish(options: argparse.Namespace) -> None:
    for name in _here(options).publish(options.release, _offer(options), SystemClock().now()):
        print(name)
    _list(options)


def _change(options: argparse.Namespace) -> None:
    _here(options).change(options.platform, _offer(options), SystemClock().now())
    _list(options)


def _list(options: argparse.Namespace) -> None:
    for platform, one in _here(options).offers():
        whom = "held" if one.held else " ".join([f"{one.percent} %", *one.units])
        print(f"{platform:8} {one.version:10} {whom}")


def _stick(options: argparse.Namespace) -> None:
    target = options.folder / STICK_FOLDER
    print(f"{_here(options).copy_to(target):,}  {target}")
