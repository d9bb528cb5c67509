"""Large requests that go on where their line broke: what the header of such a request says. Both ends import this."""

from __future__ import annotations

import re
from dataclasses import dataclass

PART_HEADER = "x-cdd-part"
_PART = re.compile(r"([0-9a-f]{16,64})/(\d{1,9}|\?)/(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Part:
    """The rest of a body of ``size`` bytes from ``start`` on; None only asks how much of it has come. ``name`` is the
    sender's own for that body."""

    name: str
    start: int | None
    size: int

    def __str__(self) -> str:
        return f"{self.name}/{'?' if self.start is None else self.start}/{self.size}"


def read_part(text: str) -> Part:
    """Raises ``ValueError``."""
    match = _PART.fullmatch(text.strip())
    if match is None:
        raise ValueError("no part")
    return Part(match[1], None if match[2] == "?" else int(match[2]), int(match[3]))
