"""Whether there is a newer version for this machine: python-tuf checks the lists from the program's own root on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuf.api.exceptions import DownloadError, DownloadHTTPError, ExpiredMetadataError, RepositoryError
from tuf.api.metadata import TargetFile
from tuf.ngclient import Updater, UpdaterConfig

from cdd_desktop.errors import RefusedError
from cdd_desktop.release.bundle import bundle_name
from cdd_desktop.release.channel import Channel
from cdd_desktop.release.roles import CHANNEL, read_channel
from cdd_desktop.updates.source import BASE_ADDRESS, ListFetcher, UpdateSource


@dataclass(frozen=True, slots=True)
class Machine:
    """Who asks: platform, the version that runs, the office and the machine (both may be unknown)."""

    platform: str
    version: str
    unit: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A bundle to fetch: its version, name, bytes and SHA-256. ``whole`` starts from nothing."""

    version: str
    name: str
    size: int
    sha256: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What the lists say: the bundles that lead to the newest version offered to this machine, the smallest first,
    none when it has it; and the channel, None before anything was published."""

    bundles: tuple[Found, ...] = ()
    channel: Channel | None = None


def find_update(source: UpdateSource, lists: Path, root: bytes, machine: Machine) -> Seen:
    """What the lists say to this machine.

    ``lists`` is a folder for what was checked, ``root`` the program's own trust anchor. Raises ``RefusedError``:
    ``update-expired`` when nobody has signed the lists for long (or the machine's clock is wrong),
    ``update-signature``, and what the source raises.
    """
    fetcher = ListFetcher(source)
    lists.mkdir(parents=True, exist_ok=True)
    try:
        updater = Updater(
            str(lists),
            f"{BASE_ADDRESS}/metadata/",
            fetcher=fetcher,
            config=UpdaterConfig(prefix_targets_with_hash=False),
            bootstrap=root,
        )
        updater.refresh()
        channel = updater.get_targetinfo(CHANNEL)
        offered = read_channel(channel.custom) if channel is not None else None
        newest = offered and offered.newest(machine.platform, machine.version, unit=machine.unit, device=machine.device)
        if not newest:
            return Seen(channel=offered)
        names = (bundle_name(machine.platform, newest, machine.version), bundle_name(machine.platform, newest))
        targets = [updater.get_targetinfo(name) for name in names]
    except DownloadHTTPError:
        return Seen()  # nothing was published yet
    except DownloadError as error:
        raise fetcher.failure or RefusedError("update-unreadable") from error
    except ExpiredMetadataError as error:
        raise RefusedError("update-expired") from error
    except RepositoryError as error:
        raise RefusedError("update-signature") from error
    found = [_found(newest, target, whole=place == 1) for place, target in enumerate(targets) if target is not None]
    return Seen(tuple(sorted(found, key=lambda one: one.size)), offered)


def _found(version: str, target: TargetFile, *, whole: bool) -> Found:
    return Found(version, target.path, target.length, target.hashes["sha256"], whole)
