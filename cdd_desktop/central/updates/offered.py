"""The program's versions at central: a folder of signed lists and bundles beside the database, as any device reads it.

``metadata/`` holds the lists, ``targets/`` the bundles, ``online.pem`` the key central signs with. Every step writes
the new files first and ``timestamp.json`` last, so an interruption leaves the repository as it was.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Root, Snapshot, Targets, Timestamp

from cdd_desktop.central.sync.received import write_out
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.release import roles
from cdd_desktop.release.bundle import ENDING
from cdd_desktop.release.channel import Channel, Offered
from cdd_desktop.release.roles import CHANNEL, ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from cdd_desktop.sync.blobs import Piece

LARGEST_PIECE = 1024 * 1024
_SERVED = re.compile(r"metadata/([0-9]{1,6}\.)?[a-z]{1,20}\.json|targets/[a-z0-9.-]{1,120}\.cddupdate")
_BUNDLE = re.compile(r"([a-z]+)-([0-9.]+)-(?:whole|from-[0-9.]+)\.cddupdate")


@dataclass(frozen=True, slots=True)
class Repository:
    """The folder of versions. Nothing is there before the first ``publish``."""

    folder: Path

    def piece(self, name: str, wanted: tuple[int, int] | None, now: datetime) -> Piece | None:
        """Bytes of a file from the first wanted one to before the second, at most a megabyte; None for what is not
        here. Lists that would run out soon are signed anew when they are asked for."""
        if not _SERVED.fullmatch(name):
            return None
        if name == f"metadata/{TIMESTAMP}.json":
            self.renew(now)
        path = self.folder / name
        if not path.is_file():
            return None
        size = path.stat().st_size
        start, stop = wanted or (0, size)
        with path.open("rb") as file:
            file.seek(start)
            return Piece(start, size, file.read(min(stop - start, LARGEST_PIECE)))

    def publish(self, release: Path, offer: Offered, now: datetime) -> list[str]:
        """Take in a release folder (``root`` lists, ``targets.json``, bundles) and offer its newest version; the
        names of the bundles that are new.

        Raises ``RefusedError``: ``update-signature`` when the lists are not signed by the keys that the programs
        trust, ``update-older`` for lists older than those here, ``update-damaged``.
        """
        self._metadata("").mkdir(parents=True, exist_ok=True)
        root = self._take_roots(release)
        listed = _read(release / "targets.json")
        targets = roles.check_targets(listed, root)
        if targets.version < self._version(TARGETS):
            raise RefusedError("update-older")
        fresh = [name for name in targets.targets if not (self.folder / "targets" / name).exists()]
        for name in fresh:
            self._take_bundle(release / name, targets, name)
        write_out(self._metadata(f"{targets.version}.{TARGETS}.json"), listed)
        channel = self.channel()
        for platform in {found[1] for name in targets.targets if (found := _BUNDLE.fullmatch(name)) is not None}:
            if any(_is_of(name, platform, offer.version) for name in targets.targets):
                channel = channel.with_offer(platform, offer)
        self._sign(channel, now)
        return sorted(fresh)

    def change(self, platform: str, offer: Offered, now: datetime) -> None:
        """Hold a version, or say whom it goes to. Raises ``BadRequestError("update-unknown")``."""
        channel = self.channel()
        if offer.version not in {one.version for one in channel.platforms.get(platform, [])}:
            raise BadRequestError("update-unknown", version=offer.version, platform=platform)
        self._sign(channel.with_offer(platform, offer), now)

    def offers(self) -> list[tuple[str, Offered]]:
        """Platform and offer of every version, the newest last."""
        return [(platform, one) for platform, all_ in sorted(self.channel().platforms.items()) for one in all_]

    def channel(self) -> Channel:
        """What is offered now."""
        version = self._version(CHANNEL)
        if not version:
            return Channel()
        signed = roles.read_signed(_read(self._metadata(f"{version}.{CHANNEL}.json")), Targets).signed
        return roles.read_channel(signed.targets[CHANNEL].custom)

    def renew(self, now: datetime) -> None:
        """Sign the lists anew when they would run out soon and the key is here."""
        path = self._metadata(f"{TIMESTAMP}.json")
        if not path.is_file() or not self._key.is_file():
            return
        if roles.read_signed(path.read_bytes(), Timestamp).signed.expires - now < roles.RENEW_BELOW:
            self._sign(self.channel(), now)

    def copy_to(self, folder: Path) -> int:
        """Put the repository onto a stick, bundles of the newest offered versions only; bytes written.

        Raises ``RefusedError("out-unwritable")``.
        """
        newest = {platform: one.version for platform, one in self.offers() if not one.held}
        kept = [
            path
            for path in sorted((self.folder / "targets").glob(f"*{ENDING}"))
            if any(_is_of(path.name, platform, version) for platform, version in newest.items())
        ]
        written = 0
        try:
            shutil.rmtree(folder, ignore_errors=True)
            for path in (*kept, *sorted((self.folder / "metadata").glob("*.json"))):
                target = folder / path.parent.name / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                written += target.stat().st_size
        except OSError as error:
            raise RefusedError("out-unwritable", path=str(folder)) from error
        return written

    @property
    def _key(self) -> Path:
        return self.folder / "online.pem"

    def _metadata(self, name: str) -> Path:
        return self.folder / "metadata" / name

    def _take_roots(self, release: Path) -> bytes:
        """Every root list that is new, each signed by the one before it; the newest."""
        held = self._newest_root()
        number, root = held if held is not None else (0, b"")
        while (path := release / f"{number + 1}.{ROOT}.json").is_file():
            following = _read(path)
            try:
                trusting = roles.read_signed(root or following, Root).signed
                signed = roles.read_signed(following, Root)
                trusting.verify_delegate(ROOT, signed.signed_bytes, signed.signatures)
                signed.signed.verify_delegate(ROOT, signed.signed_bytes, signed.signatures)
            except RepositoryError as error:
                raise RefusedError("update-signature") from error
            number, root = number + 1, following
            write_out(self._metadata(path.name), following)
        if not root:
            raise BadRequestError("update-release", path=str(release))
        return root

    def _newest_root(self) -> tuple[int, bytes] | None:
        found = [int(path.name.split(".")[0]) for path in self._metadata("").glob(f"[0-9]*.{ROOT}.json")]
        return (max(found), _read(self._metadata(f"{max(found)}.{ROOT}.json"))) if found else None

    def _take_bundle(self, path: Path, targets: Targets, name: str) -> None:
        try:
            with path.open("rb") as file:
                targets.targets[name].verify_length_and_hashes(file)
        except (OSError, RepositoryError) as error:
            raise RefusedError("update-damaged") from error
        place = self.folder / "targets" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(".part")
        shutil.copyfile(path, part)
        part.replace(place)

    def _version(self, role: str) -> int:
        """The version of a list as the present timestamp has it; 0 before the first."""
        stamp = self._metadata(f"{TIMESTAMP}.json")
        if not stamp.is_file():
            return 0
        timestamp = roles.read_signed(stamp.read_bytes(), Timestamp).signed
        if role == TIMESTAMP:
            return timestamp.version
        snapshot_version = timestamp.snapshot_meta.version
        if role == SNAPSHOT:
            return snapshot_version
        snapshot = roles.read_signed(_read(self._metadata(f"{snapshot_version}.{SNAPSHOT}.json")), Snapshot).signed
        return snapshot.meta[f"{role}.json"].version

    def _sign(self, channel: Channel, now: datetime) -> None:
        signer = self._signer()
        written = (int(path.name.split(".")[0]) for path in self._metadata("").glob(f"[0-9]*.{TARGETS}.json"))
        versions = {role: self._version(role) + 1 for role in (CHANNEL, SNAPSHOT, TIMESTAMP)}
        made = roles.sign_online(channel, {TARGETS: max(written), **versions}, signer, now)
        for role in (CHANNEL, SNAPSHOT):
            write_out(self._metadata(f"{versions[role]}.{role}.json"), made[role])
        write_out(self._metadata(f"{TIMESTAMP}.json"), made[TIMESTAMP])

    def _signer(self) -> CryptoSigner:
        """Central's key, when root names it. Raises ``BadRequestError("update-key-missing")``,
        ``RefusedError("update-key-other")``."""
        signer = roles.read_key(self._key)
        held = self._newest_root()
        known = roles.read_signed(held[1], Root).signed.roles[TIMESTAMP].keyids if held is not None else []
        if signer.public_key.keyid not in known:
            raise RefusedError("update-key-other", path=str(self._key))
        return signer


def _is_of(name: str, platform: str, version: str) -> bool:
    found = _BUNDLE.fullmatch(name)
    return found is not None and (found[1], found[2]) == (platform, version)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadRequestError("update-release", path=str(path.parent)) from error
