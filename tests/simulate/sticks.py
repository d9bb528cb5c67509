"""Sticks: folders that offices, the province and central write to and read from by the code of the real commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.by_file import make_packs, receive_file
from cdd_desktop.central.sync.received import take_in, write_out
from cdd_desktop.errors import UserError
from cdd_desktop.operations.stick import take_from, write_answers, write_to

from .machines import CentralKilledError, Machine
from .plan import DISK_FAULTS, Event

if TYPE_CHECKING:
    from .world import World

_BATCH = ".cddbatch"


class Sticks:
    """Two sticks in use, and a drawer with files that are found again some day."""

    def __init__(self, folder: Path) -> None:
        self.used = (folder / "stick0", folder / "stick1")
        self.drawer = folder / "drawer"
        for place in (*self.used, self.drawer):
            place.mkdir()
        self._spoilt: set[bytes] = set()

    def pick(self, stick: int, number: int, unit: str = "") -> Path | None:
        """A file of a stick; with ``unit`` rather one that this office has something to do with."""
        found = sorted(self.used[stick % 2].iterdir())
        fit = [path for path in found if unit and _fits(path, unit)] or found
        return fit[number % len(fit)] if fit else None

    def files(self) -> list[Path]:
        return sorted(path for place in (*self.used, self.drawer) for path in place.iterdir())

    def spoil(self, path: Path, number: int) -> None:
        """Half a file, or one with a changed byte."""
        data = path.read_bytes()
        place = number * 7919 % len(data)
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        path.write_bytes(data[:place] if number % 2 else changed)
        self._spoilt.add(sha256(path.read_bytes()).digest())

    def is_spoilt(self, path: Path) -> bool:
        return sha256(path.read_bytes()).digest() in self._spoilt


def _fits(path: Path, unit: str) -> bool:
    if path.suffix == _BATCH:
        return len(unit) == 2 and path.name.startswith(unit)
    return path.name.startswith(unit) and path.name[len(unit)] in "-."


def write(world: World, machine: Machine, event: Event) -> str:
    if machine.calling:
        return "-"
    with _failing_disk(machine, event):
        file = write_to(machine.desk(), world.sticks.used[event.a % 2]).file
    return f"{file.name} {file.saves}"


def take(world: World, machine: Machine, event: Event) -> str:
    """Somebody double-clicks a file, mostly one for this office."""
    path = world.sticks.pick(event.a, event.b, machine.unit if event.c % 5 else "")
    if path is None or machine.calling:
        return "-"
    with _failing_disk(machine, event), _refusing_spoilt(world, path):
        if path.suffix == _BATCH:
            world.ledger.custody.add(machine.clock.now())
        taken = take_from(machine.desk(), path)
        return f"{path.name} {taken.taken.became} {taken.taken.received} {taken.taken.pulled}"
    return f"{path.name} spoilt"


def bring(world: World, _machine: Machine, event: Event) -> str:
    """A stick is carried to central, whose answer goes onto it."""
    path = world.sticks.pick(event.a, event.b)
    if path is None:
        return "-"
    database = world.central.database
    database.dies = next((fault.kind for fault in event.faults if fault.kind in ("before", "after")), "")
    try:
        with _refusing_spoilt(world, path):
            return " ".join(take_in(world.central.commands, path, None).split()[1:-1])
        return f"{path.name} spoilt"
    except ProblemError as problem:
        return f"{path.name} {problem.code}"
    except CentralKilledError:
        world.central.restart()
        return f"{path.name} dead"
    finally:
        world.central.database.dies = ""


def pack(world: World, machine: Machine, event: Event) -> str:
    data = next(make_packs(world.central.commands, machine.unit))
    write_out(world.sticks.used[event.a % 2] / f"{machine.unit}.cddpack", data)
    return machine.unit


def answers(world: World, machine: Machine, event: Event) -> str:
    """The province writes what central answered."""
    return " ".join(path.name for path in write_answers(machine.desk(), world.sticks.used[event.a % 2])) or "-"


def lose(world: World, _machine: Machine, event: Event) -> str:
    """Into a drawer, or into a river."""
    gone = sorted(world.sticks.used[event.a % 2].iterdir())
    for path in gone:
        if event.b % 3:
            path.replace(world.sticks.drawer / path.name)
        else:
            path.unlink()
    return f"{len(gone)} {'lie in a drawer' if event.b % 3 else 'are gone'}"


def find(world: World, _machine: Machine, event: Event) -> str:
    found = sorted(world.sticks.drawer.iterdir())
    if not found:
        return "-"
    path = found[event.b % len(found)]
    path.replace(world.sticks.used[event.a % 2] / path.name)
    return path.name


def spoil(world: World, _machine: Machine, event: Event) -> str:
    path = world.sticks.pick(event.a, event.b)
    if path is None:
        return "-"
    world.sticks.spoil(path, event.c)
    return path.name


def bring_everything(world: World) -> None:
    """Every file for central that lies anywhere is brought there."""
    for path in world.sticks.files():
        if path.suffix == _BATCH:
            try:
                receive_file(world.central.commands, path.read_bytes())
            except (UserError, ProblemError):
                continue


def show_everything(world: World) -> None:
    """Every answer and package that lies anywhere is shown to every machine, however old it is."""
    for machine in world.machines:
        for path in world.sticks.files():
            if path.suffix != _BATCH:
                try:
                    take_from(machine.desk(), path)
                except UserError:
                    continue


@contextmanager
def _refusing_spoilt(world: World, path: Path) -> Iterator[None]:
    """A spoilt file has to be refused, whatever for."""
    spoilt = world.sticks.is_spoilt(path)
    try:
        yield
    except (UserError, ProblemError):
        if not spoilt:
            raise
    else:
        if spoilt:
            world.broken.append(f"exactly once: the spoilt file {path.name} was taken")


@contextmanager
def _failing_disk(machine: Machine, event: Event) -> Iterator[None]:
    machine.disk.mend()
    machine.disk.faults = {fault.at: fault.kind for fault in event.faults if fault.kind in DISK_FAULTS}
    try:
        yield
    finally:
        machine.disk.mend()


STICKS: dict[str, Callable[[World, Machine, Event], str]] = {
    "write-stick": write,
    "take-stick": take,
    "central-stick": bring,
    "pack": pack,
    "answers": answers,
    "lose-stick": lose,
    "find-stick": find,
    "spoil-stick": spoil,
}
