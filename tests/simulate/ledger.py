"""What people did, kept beside the system by the simulator itself: every value written and who wrote over it knowingly.

A value that was written has to be there in the end, or somebody who saw it has put another in its place, or a person
was asked and chose. Anything else is a loss.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

Spot = tuple[str, str]  # record, path


def token(value: Any) -> str:
    """A value as text; a blank is ``null``."""
    return msgspec.json.encode(None if value in ("", []) else value).decode()


@dataclass(frozen=True, slots=True)
class Deletion:
    """``seen`` are the values the person who deleted had before the eyes."""

    record: str
    machine: int
    seen: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """A move of a submission that a person made here: ``at`` by the machine's clock, which never lied if ``honest``,
    after ``anchor``, the last instant central had signed for the machine (None: none yet)."""

    key: str
    kind: str
    person: str
    at: datetime
    anchor: datetime | None
    honest: bool

    @property
    def named(self) -> tuple[str, str, str, datetime]:
        return self.key, self.kind, self.person, self.at


@dataclass(slots=True)
class Ledger:
    written: dict[Spot, dict[str, int]] = field(default_factory=dict)  # value → the machine that wrote it last
    replaced: set[tuple[str, str, str]] = field(default_factory=set)
    deletions: list[Deletion] = field(default_factory=list)
    undeleted: set[str] = field(default_factory=set)  # a person chose to keep the record
    steps: list[Step] = field(default_factory=list)
    custody: set[datetime] = field(default_factory=set)  # when a province took files, by its clock
    # What went with a disk before anybody else had it.
    burnt: set[tuple[str, str, str]] = field(default_factory=set)
    burnt_steps: set[tuple[str, str, str, datetime]] = field(default_factory=set)

    def write(self, machine: int, record: str, patch: Mapping[str, Any], was: Mapping[str, Any]) -> None:
        """A save: ``was`` is what stood there before the eyes of the person."""
        for path, value in patch.items():
            before, after = token(was.get(path)), token(value)
            if before != after:
                self.replaced.add((record, path, before))
            self._assert(machine, record, path, after)

    def delete(self, machine: int, record: str, content: Mapping[str, Any]) -> None:
        seen = frozenset((path, token(value)) for path, value in content.items())
        self.replaced.update((record, path, value) for path, value in seen)
        self.undeleted.discard(record)
        self.deletions.append(Deletion(record, machine, seen))

    def choose(
        self, machine: int, record: str, chosen: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
    ) -> None:
        """A person saw both values of the paths of ``chosen`` and decided. Who chooses theirs writes nothing."""
        for path, value in chosen.items():
            for other in (mine, theirs):
                if path in other and token(other[path]) != token(value):
                    self.replaced.add((record, path, token(other[path])))
            if path not in theirs or token(theirs[path]) != token(value):
                self._assert(machine, record, path, token(value))

    def _assert(self, machine: int, record: str, path: str, value: str) -> None:
        self.written.setdefault((record, path), {})[value] = machine
        self.replaced.discard((record, path, value))

    def missing(self, record: str, path: str, final: str) -> list[str]:
        """Values written there that nobody knowingly replaced and that are not there."""
        return [
            value
            for value in self.written.get((record, path), ())
            if value != final and not {(record, path, value)} & (self.replaced | self.burnt)
        ]

    def burn(self, held: set[tuple[str, str, str]], steps: set[tuple[str, str, str, datetime]]) -> None:
        """A disk went back in time: what stands nowhere now (``held`` and ``steps`` are all there is) is gone through
        no fault."""
        for (record, path), values in self.written.items():
            self.burnt.update((record, path, value) for value in values if (record, path, value) not in held)
        self.burnt_steps.update(step.named for step in self.steps if step.named not in steps)
