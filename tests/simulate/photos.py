"""Photos in the end: every one that an entry names is whole at central, and no machine says so of one that is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from cdd_desktop.central.tables.rows import BlobHolderRow, BlobRow, MetaRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.operations.attachments import read_waiting_photos
from cdd_desktop.store.rows import PhotoRow

if TYPE_CHECKING:
    from .oracle import Held
    from .world import World


def photos_arrived(world: World, final: Mapping[str, Held]) -> Iterator[str]:
    """One line for each that did not. Bytes that went with a disk before anybody else had them are excused."""
    vault = Vault(world.central.keys)
    with world.central.database.read() as session:
        epoch = session.get_one(MetaRow, "epoch").value
        whole = {row.sha256: vault.open_bytes(row.body) for row in session.scalars(select(BlobRow))}
        there = {(row.sha256, row.unit) for row in session.scalars(select(BlobHolderRow)) if row.sha256 in whole}
    for name, data in whole.items():
        if hashlib.sha256(data).hexdigest() != name:
            yield f"nothing lost: photo {name[:8]} is something else at central"
    here: set[tuple[str, str]] = set()
    for machine in world.machines:
        with machine.store.read() as session:
            held = {row.sha256: row.epoch for row in session.scalars(select(PhotoRow))}
        here.update((name, machine.unit) for name in held)
        for name, said in held.items():
            if said == epoch and (name, machine.unit) not in there:
                yield f"the person knows: photo {name[:8]} is shown as received on machine {machine.number}"
        for waiting in machine.desk().read(read_waiting_photos):
            yield f"nothing lost: photo {waiting.sha256[:8]} waits on machine {machine.number} {waiting.code}"
    for record, one in final.items():
        names = one.content.get("photo")
        for name in names if isinstance(names, list) and not one.deleted else ():
            place = (name, one.unit)
            if place not in there and (place in here or not world.went_back):
                yield f"nothing lost: photo {name[:8]} of {record} is not at central"
