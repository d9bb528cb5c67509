"""Fetching a bundle: it goes on at any byte where it stopped, and counts when its SHA-256 is the signed one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from cdd_desktop.errors import RefusedError
from cdd_desktop.release.tree import sha256_of
from cdd_desktop.updates.find import Found
from cdd_desktop.updates.source import UpdateSource

PIECE = 256 * 1024
PART = ".part"


class StoppedError(Exception):
    """The work was ended on purpose; it goes on where it stopped."""


def fetch_bundle(
    source: UpdateSource, found: Found, folder: Path, stop: threading.Event, tell: Callable[[float], None]
) -> Path:
    """The whole bundle as a file in ``folder``. ``tell`` hears how far it is, 0 to 1.

    Raises ``StoppedError``, ``OSError``, what the source raises, and ``RefusedError("update-damaged")`` when the
    bytes are others than those that were signed; then the next attempt begins anew.
    """
    whole = folder / found.name
    if whole.is_file():
        return whole
    part = folder / f"{found.name}{PART}"
    folder.mkdir(parents=True, exist_ok=True)
    _forget_others(folder, found)
    with part.open("ab") as file:

        def take(data: bytes) -> None:
            if stop.is_set():
                raise StoppedError
            file.write(data)
            file.flush()

        while (held := file.tell()) < found.size:
            tell(held / found.size)
            source.fetch(f"targets/{found.name}", held, min(PIECE, found.size - held), take)
            if file.tell() == held:
                raise RefusedError("update-damaged")
    if part.stat().st_size != found.size or sha256_of(part) != found.sha256:
        part.unlink()
        raise RefusedError("update-damaged")
    part.replace(whole)
    return whole


def _forget_others(folder: Path, found: Found) -> None:
    """Bundles of other versions are of no use any more."""
    for path in folder.iterdir():
        if path.is_file() and not path.name.startswith(found.name):
            path.unlink()
