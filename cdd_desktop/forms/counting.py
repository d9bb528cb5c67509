"""What a formula counts and adds up over the records of one list, and those of the period before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cdd_desktop.domain.record import Content
from cdd_desktop.forms.context import Context
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.evaluate import worked_out
from cdd_desktop.forms.formula import AREAS, Formula
from cdd_desktop.ids import EntityKey

MOVES = ("rose", "same", "fell")
"""What became of a choice since the period before; choices stand in the form with the best first."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A record that is counted, with what its rules see."""

    entity: str
    content: Content
    context: Context


@dataclass(frozen=True, slots=True)
class _Seen:
    """A record and what the expressions come to for it, by their text."""

    record: Measured
    said: dict[str, Any]


class Counting:
    """Works out every expression once a record, for all indicators of a definition."""

    def __init__(self, definition: Definition, records: Sequence[Measured], before: Sequence[Measured] = ()) -> None:
        self._definition = definition
        self._texts: dict[str, set[str]] = {}
        moved: dict[str, set[str]] = {}
        for indicator in definition.indicators:
            formula, entity = indicator.formula, indicator.entity
            while formula is not None:
                self._texts.setdefault(formula.entity or entity, set()).update(formula.texts)
                if formula.moved:
                    moved.setdefault(entity, set()).add(formula.moved)
                formula = formula.per
        self._seen = self._see(records, self._texts)
        self._before = self._see(before, moved)

    def has(self, entity: str) -> bool:
        """Whether there are records of this kind."""
        return entity in self._seen

    def total(self, formula: Formula, entity: EntityKey) -> int | None:
        """What counts, or the sum of what is filled; None where nothing is."""
        seen = self._of(formula, entity)
        if formula.distinct:
            return self._things(formula, seen)
        if formula.area:
            return len(self._areas(formula.area))
        if formula.moved:
            moves = self._moves(formula, entity)
            return len(moves) - moves.count("same") if moves else None
        return _total(formula, seen)

    def counted(self, formula: Formula, entity: EntityKey) -> int:
        """How many records had something to count."""
        seen = self._of(formula, entity)
        if formula.moved:
            return len(self._moves(formula, entity))
        text = formula.sum or formula.mean
        return sum(_number(each.said[text]) is not None for each in seen) if text else len(seen)

    def parts(self, formula: Formula, entity: EntityKey) -> dict[str, int]:
        """The value for each part that occurs."""
        seen = self._of(formula, entity)
        if formula.moved:
            moves = self._moves(formula, entity)
            amounts: dict[str, int | None] = {move: moves.count(move) for move in MOVES}
        elif formula.split:
            amounts = {text: _total(Formula(sum=text), seen) for text in formula.split}
        else:
            amounts = _by_choice(formula, seen)
        return {part: amount for part, amount in amounts.items() if amount}

    def _see(self, records: Iterable[Measured], texts: dict[str, set[str]]) -> dict[str, list[_Seen]]:
        found: dict[str, list[_Seen]] = {}
        for record in records:
            if record.entity in texts:
                wanted = sorted(texts[record.entity])
                said = worked_out(self._definition, record.entity, record.content, record.context, wanted)
                found.setdefault(record.entity, []).append(_Seen(record, said))
        return found

    def _of(self, formula: Formula, entity: EntityKey) -> Sequence[_Seen]:
        return self._seen.get(formula.entity or entity, ())

    def _areas(self, kind: str) -> set[str]:
        """The codes of the subdistricts or districts of the office whose list it is."""
        first = next(iter(self._seen.values()))[0]
        return {code[: AREAS[kind]] for code in first.record.context.submission.unit_tambons}

    def _things(self, formula: Formula, seen: Iterable[_Seen]) -> int:
        """How many things there are of which all needs are met."""
        own, digits = self._areas(formula.area) if formula.area else set(), AREAS.get(formula.area)
        things: dict[tuple[object, ...], list[int]] = {}
        for each in seen:
            first, *others = (each.said[text] for text in formula.distinct)
            name = first[:digits] if isinstance(first, str) else ""
            if name and (not own or name in own):
                held = things.setdefault((name, *others), [0] * len(formula.needs))
                for place, need in enumerate(formula.needs):
                    held[place] += each.said[need.count] is True
        needs = formula.needs
        return sum(all(need.is_met(n) for need, n in zip(needs, held, strict=True)) for held in things.values())

    def _moves(self, formula: Formula, entity: EntityKey) -> list[str]:
        """One of ``MOVES`` for each record whose thing has a choice in both periods."""
        kind = self._definition.entity(entity)
        order = [choice.value for choice in kind.field(formula.moved).options]
        earlier: dict[tuple[str, ...], object] = {}
        for each in self._before.get(entity, ()):
            key = tuple(str(each.record.content.get(name, "")) for name in kind.previous)
            earlier[key] = None if key in earlier else each.said[formula.moved]
        moves = []
        for each in self._of(formula, entity):
            now = each.said[formula.moved]
            then = earlier.get(tuple(str(each.record.content.get(name, "")) for name in kind.previous))
            if now in order and then in order:
                steps = order.index(str(then)) - order.index(str(now))
                moves.append("rose" if steps > 0 else "fell" if steps < 0 else "same")
        return moves


def _total(formula: Formula, seen: Iterable[_Seen]) -> int | None:
    if formula.count:
        return sum(each.said[formula.count] is True for each in seen)
    numbers = [_number(each.said[formula.sum or formula.mean]) for each in seen]
    filled = [number for number in numbers if number is not None]
    return sum(filled) if filled else None


def _by_choice(formula: Formula, seen: Iterable[_Seen]) -> dict[str, int | None]:
    """By the choices, or by whatever texts an expression comes to; of a mean how many records."""
    chosen: dict[str, list[_Seen]] = {}
    for each in seen if formula.by else ():
        for choice in dict.fromkeys(_listed(each.said[formula.by])):
            if isinstance(choice, str):
                chosen.setdefault(choice, []).append(each)
    return {choice: len(those) if formula.mean else _total(formula, those) for choice, those in chosen.items()}


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else (value,)
