"""New keys in the middle of everything: central's own, and those of a machine that takes a new enrolment file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import select

from cdd_desktop.central.desk.enrolments import Office, make_enrolment
from cdd_desktop.central.desk.work import revoke_device
from cdd_desktop.central.keeping.resealing import reseal
from cdd_desktop.central.tables.rows import DeviceRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.operations.enrol import read_enrolment
from cdd_desktop.operations.enrol_again import enrol_again
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.sync.enrolment import encode_enrolment

from .machines import Machine
from .plan import Event
from .template import ADDRESSES, PASSWORD, seeded

if TYPE_CHECKING:
    from .world import World


def change(world: World, _machine: Machine, event: Event) -> str:
    """``cdd-central keys rotate``; the service is started anew at once, or goes on until something else ends it."""
    world.central.change_keys()
    if event.a % 2:
        world.central.restart()
    return f"number {world.central.keys.lineage.number}{' and a restart' if event.a % 2 else ''}"


def seal_anew(world: World, _machine: Machine, _event: Event) -> str:
    reseal(world.central.database, Vault(world.central.keys))
    return "done"


def take_enrolment(world: World, machine: Machine, event: Event) -> str:
    """The office asks for a new enrolment file, perhaps because its machine was revoked, and the machine takes it."""
    if machine.calling:
        return "-"
    if event.b % 2:
        _revoke(world, machine)
    enrol_anew(world, machine)
    return "revoked before" if event.b % 2 else "done"


def enrol_anew(world: World, machine: Machine) -> None:
    world.enrolments += 1
    central = world.central.commands
    with seeded(world.enrolments):
        with central.database.write() as session:
            made = make_enrolment(session, central.keys, central.clock, Office(machine.unit, ADDRESSES))
        world.named_by_files.update(person.id for person in made.people)
        # By the true clock: a person puts a wrong one right when told that the file has expired.
        enrolment = read_enrolment(encode_enrolment(made), world.clock)
        enrol_again(machine.desk(), enrolment, PASSWORD)


def _revoke(world: World, machine: Machine) -> None:
    with machine.store.read() as session:
        device = read_meta(session, Meta.DEVICE)
    central = world.central.commands
    with central.database.write() as session:
        row = session.scalar(select(DeviceRow).where(DeviceRow.id == device))
        if row is not None:
            revoke_device(session, row, central.clock)


KEYS: dict[str, Callable[[World, Machine, Event], str]] = {
    "new-keys": change,
    "reseal": seal_anew,
    "enrol-again": take_enrolment,
}
