"""Sticks for tests: a desk writes and takes files, central takes them in and answers; bytes instead of a folder."""

from __future__ import annotations

from sync_world import Desk, World

from cdd_desktop.central.sync.by_file import receive_file
from cdd_desktop.operations.take_file import TakenFile, take_file
from cdd_desktop.operations.write_file import OutgoingFile, note_handed_over, prepare_file


def write(desk: Desk) -> OutgoingFile:
    """A file written onto the stick."""
    file = desk.workplace.do(prepare_file)
    desk.workplace.do(note_handed_over, file)
    return file


def central_takes(world: World, data: bytes) -> bytes:
    """The ``.cddreceipt`` central answers."""
    return receive_file(world.central.endpoint, data).answer


def take(desk: Desk, data: bytes, name: str = "x.cddreceipt") -> TakenFile:
    return desk.workplace.do(take_file, data, name)
