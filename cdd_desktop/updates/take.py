"""One round of updating: look, fetch, build, prove. What is done survives any interruption and is not done again."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable

from cdd_desktop.errors import RefusedError
from cdd_desktop.release.bundle import BundleError
from cdd_desktop.updates.fetch import fetch_bundle
from cdd_desktop.updates.find import Found, Machine, Seen, find_update
from cdd_desktop.updates.prepare import forget_versions, prepare
from cdd_desktop.updates.source import UpdateSource
from cdd_desktop.updates.start import Current, read_current, write_current
from cdd_desktop.updates.state import Here, Standing, UpdateState

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def take_update(
    source: UpdateSource,
    here: Here,
    machine: Machine,
    stop: threading.Event,
    *,
    root: bytes,
    tell: Callable[[UpdateState], None] = lambda _state: None,
) -> UpdateState:
    """One round; the state afterwards.

    Raises ``RefusedError`` as its parts do, ``disk-full``, and ``StoppedError``. The program that runs, its data, and
    what the next start begins stay as they were, until the new version has been proved.
    """
    current = read_current(here.folder)
    try:
        seen = find_update(source, here.lists, root, machine)
        current = _take_back(here, machine, current, seen)
        bundles = [one for one in seen.bundles if one.version not in current.failed]
        if not bundles:
            return UpdateState()
        if current.version == bundles[0].version:
            return UpdateState(Standing.READY, current.version)
        return _take(source, here, bundles, stop, tell)
    except OSError as error:
        code = "disk-full" if error.errno in _NO_ROOM else "update-unwritable"
        raise RefusedError(code) from error


def _take_back(here: Here, machine: Machine, current: Current, seen: Seen) -> Current:
    """A version that waits for the next start and was withdrawn meanwhile is not started. One whose window has been
    there stays: its stores may be migrated already."""
    waits = current.version not in ("", machine.version) and not current.confirmed
    if not waits or seen.channel is None or not seen.channel.withdraws(machine.platform, current.version):
        return current
    before = current.taken_back()
    write_current(here.folder, before)
    forget_versions(here)
    return before


def _take(
    source: UpdateSource,
    here: Here,
    bundles: list[Found],
    stop: threading.Event,
    tell: Callable[[UpdateState], None],
) -> UpdateState:
    """The smallest bundle, or the next one when it does not fit to the program that is here."""
    for number, found in enumerate(bundles):
        version = found.version

        def fetched(far: float, version: str = version) -> None:
            tell(UpdateState(Standing.FETCHING, version, far))

        bundle = fetch_bundle(source, found, here.bundles, stop, fetched)
        tell(UpdateState(Standing.BUILDING, version, 1.0))
        try:
            prepare(here, found, bundle, stop)
        except BundleError as error:
            bundle.unlink(missing_ok=True)
            if number + 1 == len(bundles):
                raise RefusedError(error.code) from error
            continue
        break
    return UpdateState(Standing.READY, bundles[0].version)
