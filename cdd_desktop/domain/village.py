"""A village of the office's own list: the base of what forms offer for moo and village name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Village:
    """``tambon`` has six digits; ``moo`` is 0 for a community of a municipality. The name is without the word บ้าน."""

    tambon: str
    moo: int
    name: str
