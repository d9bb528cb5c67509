"""Photos and files on the wire: where one is asked for, and a piece of it. Both ends import this module."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cdd_desktop.sync.filed import DEVICE_HEADER

_CONTENT_RANGE = re.compile(r"bytes (\d{1,9})-(\d{1,9})/(\d{1,9})")
_RANGE = re.compile(r"bytes=(\d{1,9})-(\d{1,9})")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class BlobPlace:
    """A blob by its SHA-256, a record that names it, and the machine that asks."""

    sha256: str
    record: str
    device: str
    token: str

    @property
    def path(self) -> str:
        return f"/v1/blobs/{self.sha256}?record={self.record}"

    @property
    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}", DEVICE_HEADER: self.device}


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of a blob of ``size`` bytes, from ``start`` on."""

    start: int
    size: int
    data: bytes

    @property
    def content_range(self) -> str:
        return f"bytes {self.start}-{self.start + len(self.data) - 1}/{self.size}"


def read_content_range(text: str) -> tuple[int, int, int]:
    """First byte, the one after the last, and the size of the whole. Raises ``ValueError``."""
    match = _CONTENT_RANGE.fullmatch(text.strip())
    if match is None:
        raise ValueError("no range")
    start, last, size = (int(part) for part in match.groups())
    if not start <= last < size:
        raise ValueError("no range")
    return start, last + 1, size


def read_range(text: str) -> tuple[int, int]:
    """First byte and the one after the last of a ``Range``. Raises ``ValueError``."""
    match = _RANGE.fullmatch(text.strip())
    if match is None or int(match[1]) > int(match[2]):
        raise ValueError("no range")
    return int(match[1]), int(match[2]) + 1


def is_sha256(text: str) -> bool:
    return _SHA256.fullmatch(text) is not None
