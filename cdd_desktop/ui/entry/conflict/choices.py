"""What a person has chosen about one entry in conflict, place by place. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cdd_desktop.domain.record import MARK, RAW, WHY, Content, MarkState, Value
from cdd_desktop.operations.read_conflicts import Conflict, Contested


class Side(StrEnum):
    """Whose value stays."""

    MINE = "mine"
    THEIRS = "theirs"
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class Place:
    """What is decided together: a value with its raw text, a mark with its reason. ``path`` names it."""

    path: str
    parts: tuple[Contested, ...]

    @property
    def before(self) -> Content:
        return {part.path: part.before for part in self.parts}

    def of(self, side: Side) -> dict[str, Value]:
        """One side's values by path."""
        return {part.path: part.mine if side is Side.MINE else part.theirs for part in self.parts}

    @property
    def is_mark(self) -> bool:
        return self.path.startswith(MARK)

    @property
    def is_ending(self) -> bool:
        """Whether one side has ended the entry."""
        ended = MarkState.ENDED.value
        return self.is_mark and ended in (self.of(Side.MINE)[self.path], self.of(Side.THEIRS)[self.path])


def places_of(conflict: Conflict) -> tuple[Place, ...]:
    """The places to decide, in the order of central's answer."""
    paths = {one.path for one in conflict.contested}
    found: dict[str, list[Contested]] = {}
    for one in conflict.contested:
        found.setdefault(_name(one.path, paths), []).append(one)
    return tuple(Place(path, tuple(parts)) for path, parts in found.items())


def _name(path: str, paths: set[str]) -> str:
    """The place a path belongs to."""
    if path.startswith(WHY) and MARK + path.removeprefix(WHY) in paths:
        return MARK + path.removeprefix(WHY)
    return path.removeprefix(RAW)


class Choices:
    """The answers so far; ``chosen`` is what ``settle_conflict`` is given once ``complete``."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.places = places_of(conflict)
        self.sides: dict[str, Side] = {}
        self.thirds: dict[str, dict[str, Value]] = {}

    def choose(self, path: str, side: Side) -> None:
        self.sides[path] = side

    def write(self, path: str, patch: Content) -> None:
        """Take what an editor told as the third value."""
        self.thirds[path] = dict(patch)
        self.sides[path] = Side.THIRD

    def left(self) -> int:
        """Places without an answer; text that is no value answers nothing."""
        return sum(not self._answered(place) for place in self.places)

    @property
    def complete(self) -> bool:
        return not self.left()

    def chosen(self) -> dict[str, Value]:
        """The values that stay, by path."""
        found: dict[str, Value] = {}
        for place in self.places:
            side = self.sides[place.path]
            found |= place.of(side) if side is not Side.THIRD else self._third(place)
        return found

    def given_up(self) -> dict[str, Value]:
        """The other values, to go back to: central's where this machine's stays, else this machine's."""
        found: dict[str, Value] = {}
        for place in self.places:
            found |= place.of(Side.THEIRS if self.sides[place.path] is Side.MINE else Side.MINE)
        return found

    def _answered(self, place: Place) -> bool:
        side = self.sides.get(place.path)
        return side is not None and (side is not Side.THIRD or not self.thirds[place.path].get(RAW + place.path))

    def _third(self, place: Place) -> dict[str, Value]:
        patch = self.thirds[place.path]
        return {part.path: patch.get(part.path) for part in place.parts} | {place.path: patch.get(place.path)}


def all_on(conflicts: Sequence[Conflict], side: Side) -> tuple[Choices, ...]:
    """Every entry with one side's values throughout. Deletions are left out: each is a decision of its own."""
    answered = []
    for conflict in conflicts:
        if conflict.question.deleting:
            continue
        choices = Choices(conflict)
        for place in choices.places:
            choices.choose(place.path, side)
        answered.append(choices)
    return tuple(answered)
