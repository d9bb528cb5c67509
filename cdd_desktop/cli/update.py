"""``cdd-desktop update``: look for a newer version at central or on a stick, and make it ready for the next start."""

from __future__ import annotations

import argparse
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.cli.sign_in import open_workplace
from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.contact import read_handshake, read_line
from cdd_desktop.paths import profile
from cdd_desktop.settings import load_settings
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.updates.find import Machine
from cdd_desktop.updates.source import STICK_FOLDER, CentralSource, FolderSource
from cdd_desktop.updates.state import PLATFORM, Installed, Standing, UpdateState, installed
from cdd_desktop.updates.take import take_update

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Adds the command's arguments."""
    parser = subparsers.add_parser("update", help="make a newer version of the program ready for the next start")
    parser.add_argument("--from", dest="folder", type=Path, metavar="DIR", help="a stick with CDD-Updates")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Raises ``BadRequestError("update-none-here")`` for a copy that does not update itself."""
    place = installed()
    if place is None:
        raise BadRequestError("update-none-here")
    state = _by_stick(place, args.folder) if args.folder is not None else _by_network(place, args)
    print(f"{state.version or place.version}  {'ready' if state.standing is Standing.READY else 'newest'}")
    return 0


def _by_stick(place: Installed, folder: Path) -> UpdateState:
    """Without signing in: nobody's data are opened. Staged versions wait until everybody is meant."""
    inside = folder / STICK_FOLDER
    source = FolderSource(inside if inside.is_dir() else folder)
    machine = Machine(PLATFORM, place.version)
    return take_update(source, place.here, machine, threading.Event(), root=place.root)


def _by_network(place: Installed, args: argparse.Namespace) -> UpdateState:
    workplace = open_workplace(args)
    try:
        line, handshake = workplace.read(read_line), workplace.read(read_handshake)
    finally:
        workplace.close()
    proxy = load_settings(profile(args.profile).settings).proxy
    gateway = HttpGateway(line.addresses, trust=line.trust, proxy=proxy)
    machine = Machine(PLATFORM, place.version, handshake.unit, handshake.device)
    try:
        source = CentralSource(gateway.fetch_update)
        return take_update(source, place.here, machine, threading.Event(), root=place.root)
    finally:
        gateway.close()
