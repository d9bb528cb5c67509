"""Which versions are offered to whom: an administrator may hold a version, or give it to some offices first."""

from __future__ import annotations

import hashlib

import msgspec

EVERYBODY = 100


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a platform. It goes to the offices whose code begins with one of ``units``, and to ``percent`` of
    the machines of all others; to nobody while ``held``."""

    version: str
    held: bool = False
    percent: int = EVERYBODY
    units: list[str] = []

    def reaches(self, unit: str, device: str) -> bool:
        """Whether a machine is meant. A machine that is unknown yet waits until everybody is."""
        if self.held:
            return False
        if self.percent >= EVERYBODY or any(unit.startswith(code) for code in self.units if unit):
            return True
        lot = hashlib.sha256(f"{self.version} {device}".encode()).digest()
        return bool(device) and int.from_bytes(lot[:4], "big") % EVERYBODY < self.percent


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """What central offers, by platform."""

    platforms: dict[str, list[Offered]] = {}

    def newest(self, platform: str, running: str, *, unit: str, device: str) -> str:
        """The highest version above the running one that a machine is offered, else ""."""
        offers = [one for one in self.platforms.get(platform, []) if one.reaches(unit, device)]
        above = [one.version for one in offers if number_of(one.version) > number_of(running)]
        return max(above, key=number_of, default="")

    def withdraws(self, platform: str, version: str) -> bool:
        """Whether nobody shall begin to use a version: it is held, or not named any more. One that is only not for
        this machine yet may stay where it was taken."""
        return all(one.held for one in self.platforms.get(platform, []) if one.version == version)

    def with_offer(self, platform: str, offer: Offered) -> Channel:
        """The channel with one version's offer set or replaced."""
        others = [one for one in self.platforms.get(platform, []) if one.version != offer.version]
        mine = sorted([*others, offer], key=lambda one: number_of(one.version))
        return Channel(platforms={**self.platforms, platform: mine})


def number_of(version: str) -> tuple[int, ...]:
    """A version as numbers, to be compared; what is none comes before everything."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else ()
