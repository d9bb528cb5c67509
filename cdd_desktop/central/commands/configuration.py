"""What an administrator sets by the environment, read and checked as a whole before a command begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from cdd_desktop.central.doors.limits import Limits
from cdd_desktop.central.tables.database import database_url
from cdd_desktop.errors import BadRequestError
from cdd_desktop.sync.address import checked_address

PREFIX = "CDD_CENTRAL_"
ADDRESS_VARIABLE = f"{PREFIX}ADDRESS"
_LIMITS = Limits(per_device=600, per_address=12_000, refused=60)  # a province's offices may share one address
MOST_WORKERS = 64
LEVELS = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a central. ``addresses`` is where devices reach it; ``log`` the least level that is written;
    ``workers`` how many processes answer."""

    database: str = "central.db"
    keys: Path | None = None
    addresses: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8440
    log: str = "warning"
    workers: int = 1
    limits: Limits = _LIMITS


def read_configuration(environment: Mapping[str, str]) -> Configuration:
    """The configuration of an environment; an empty variable counts as not set.

    Raises ``BadRequestError``: ``setting-unknown`` for a name of ours that does not exist (a slip of the pen would
    otherwise go unnoticed), ``setting-value``, and what addresses raise.
    """
    given = {name.removeprefix(PREFIX): text for name, text in environment.items() if name.startswith(PREFIX) and text}
    for name in given:
        if name not in _NAMES:
            near = get_close_matches(name, _NAMES, 1, 0.0)[0]
            raise BadRequestError("setting-unknown", name=PREFIX + name, near=PREFIX + near)
    default = Configuration()
    if "DATABASE" in given:
        database_url(given["DATABASE"])
    return Configuration(
        database=given.get("DATABASE", default.database),
        keys=Path(given["KEYS"]) if "KEYS" in given else None,
        addresses=tuple(checked_address(text) for text in given.get("ADDRESS", "").split()),
        host=given.get("HOST", default.host),
        port=_number(given, "PORT", default.port, 65_535),
        log=_one_of(given, "LOG", default.log, LEVELS),
        workers=max(1, _number(given, "WORKERS", default.workers, MOST_WORKERS)),
        limits=Limits(
            _number(given, "PER_DEVICE", default.limits.per_device, _MOST),
            _number(given, "PER_ADDRESS", default.limits.per_address, _MOST),
            _number(given, "REFUSED", default.limits.refused, _MOST),
        ),
    )


_NAMES = ("DATABASE", "KEYS", "ADDRESS", "HOST", "PORT", "LOG", "WORKERS", "PER_DEVICE", "PER_ADDRESS", "REFUSED")
_MOST = 1_000_000


def _number(given: Mapping[str, str], name: str, default: int, highest: int) -> int:
    text = given.get(name, str(default))
    if text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= highest:
        return int(text)
    raise BadRequestError("setting-value", name=PREFIX + name, text=text, wanted=f"0-{highest}")


def _one_of(given: Mapping[str, str], name: str, default: str, known: tuple[str, ...]) -> str:
    text = given.get(name, default)
    if text in known:
        return text
    raise BadRequestError("setting-value", name=PREFIX + name, text=text, wanted=", ".join(known))
