"""Charts as plain values: what they say, never how they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Absence(StrEnum):
    """Why there is no figure: over before the office began to report, so nothing is expected; not yet due; due and not
    there; reported that there is nothing."""

    BEFORE_DUTY = "before_duty"
    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Bar:
    """One period or office: a value, the one of a year before to be compared with, and what is written at it.

    ``value`` None: there is no figure, for the reason ``absence``. ``tag`` is a short word beside it, ``tone`` what
    its colour says (docs/ui.md, Tones), ``code`` the area it is about."""

    label: str
    value: int | None
    text: str
    before: int | None = None
    tag: str = ""
    tone: str | None = None
    code: str = ""
    absence: Absence | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """One area of the grid: what most of it is (``tone``), in words, or why there is nothing to tell."""

    code: str
    name: str
    text: str
    tone: str | None
    absence: Absence | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One step of an age pyramid."""

    label: str
    left: int
    right: int
    left_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A title, what the marks mean, and one kind of content. ``note``: of how many it is, and as of when. ``top`` is
    where the scale of lines ends, 0 for the largest of them: parts of one chart share it. ``names``: how much of the
    breadth the names of lines may take."""

    title: str
    columns: tuple[Bar, ...] = ()
    lines: tuple[Bar, ...] = ()
    tiles: tuple[Tile, ...] = ()
    pyramid: tuple[Pair, ...] = ()
    now: str = ""
    then: str = ""
    empty: str = ""
    note: str = ""
    top: int = 0
    names: float = 0.3

    @property
    def shows(self) -> bool:
        """Whether there is anything to be seen on it."""
        bars = (*self.columns, *self.lines)
        told = any(bar.value is not None or bar.before is not None or bar.absence is not None for bar in bars)
        return bool(self.tiles or self.pyramid or self.top) or told
