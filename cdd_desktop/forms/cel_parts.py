"""The parts of CEL expressions as Python functions (``cel_python.py``), each answering as CEL does or not knowing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import ge, gt, le, lt
from typing import Any, NamedTuple, Protocol

ORDERS: dict[str, Callable[[Any, Any], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
LOOPS = frozenset({"exists", "all", "filter", "map"})
_INT64 = range(-(2**63), 2**63)
_ORDERED = frozenset({int, str, float})
_EQUALS = frozenset({int, str, bool})


class UnsureError(Exception):
    """The translation does not know; ask the library."""


class Surroundings(Protocol):
    """What stands beside the record (``world.World``)."""

    @property
    def functions(self) -> Mapping[str, Callable[..., Any]]: ...

    def group(self, name: str) -> Mapping[str, Any]: ...

    def past(self, place: int) -> Mapping[str, Any]: ...


@dataclass(slots=True)
class Sight:
    """What a translated expression looks at: the record's values, its surroundings, the rows of its tables, and the
    variables that ``exists`` and its like bind while they run."""

    own: Mapping[str, Any]
    world: Surroundings
    rows: Mapping[str, list[dict[str, Any]]]
    bound: dict[str, Any] = field(default_factory=dict)


Translation = Callable[[Sight], Any]


class Part(NamedTuple):
    """A part of an expression. ``kind`` is the type of what it answers (None: nobody knows); with ``blank`` it may be
    None as well. ``constant``: ``value`` stands in the expression, or follows from what does."""

    answer: Translation
    kind: type | None = None
    blank: bool = False
    constant: bool = False
    value: Any = None


def _truth(value: Any) -> bool:
    if value is True or value is False:
        return bool(value)
    raise UnsureError


def items_of(value: Any) -> list[Any]:
    if type(value) is list:
        return value
    raise UnsureError


def row_of(value: Any) -> dict[str, Any]:
    if type(value) is dict:
        return value
    raise UnsureError


def constant(value: Any) -> Part:
    return Part(lambda _sight: value, type(value), value is None, constant=True, value=value)


def truth_of(part: Part) -> Translation:
    """A part that has to be True or False."""
    answer = part.answer
    return answer if part.kind is bool and not part.blank else lambda sight: _truth(answer(sight))


def any_of(parts: list[Translation]) -> Translation:
    first, *others = parts
    rest = others[0] if len(others) == 1 else any_of(others)
    return lambda sight: first(sight) or rest(sight)


def all_of(parts: list[Translation]) -> Translation:
    first, *others = parts
    rest = others[0] if len(others) == 1 else all_of(others)
    return lambda sight: first(sight) and rest(sight)


def _alike(one: Part, other: Part, kinds: frozenset[type]) -> bool:
    """Whether both are of one of these types, where they are not blank."""
    return one.kind is other.kind and one.kind in kinds


def ordered(order: Callable[[Any, Any], bool], one: Part, other: Part) -> Translation:
    left, right = one.answer, other.answer

    def compared(sight: Sight) -> bool:
        first, second = left(sight), right(sight)
        if type(first) is type(second) and type(first) in _ORDERED:
            return order(first, second)
        raise UnsureError

    def compared_alike(sight: Sight) -> bool:
        try:
            return order(left(sight), right(sight))
        except TypeError:  # one is blank
            raise UnsureError from None

    return compared_alike if _alike(one, other, _ORDERED) else compared


def equal(one: Part, other: Part) -> Translation:
    left, right, wanted = one.answer, other.answer, other.value

    def compared(sight: Sight) -> bool:
        first, second = left(sight), right(sight)
        if first is None or second is None:
            return first is second
        if type(first) is type(second) and type(first) in _EQUALS:
            return bool(first == second)
        raise UnsureError

    def is_text(sight: Sight) -> bool:
        first = left(sight)
        if type(first) is str or first is None:
            return bool(first == wanted)
        raise UnsureError

    if other.constant and wanted is None:
        return lambda sight: left(sight) is None
    if _alike(one, other, _EQUALS):
        return (lambda sight: left(sight) == wanted) if other.constant else lambda sight: left(sight) == right(sight)
    return is_text if wanted and type(wanted) is str else compared


def unequal(one: Part, other: Part) -> Translation:
    left, wanted, same = one.answer, other.value, equal(one, other)
    if other.constant and wanted is None:
        return lambda sight: left(sight) is not None
    if other.constant and _alike(one, other, _EQUALS):
        return lambda sight: left(sight) != wanted
    return lambda sight: not same(sight)


def contained(one: Part, other: Part) -> Translation:
    left, right, listed = one.answer, other.answer, other.value

    def among_texts(sight: Sight) -> bool:
        first = left(sight)
        if type(first) is str or first is None:
            return first in texts
        raise UnsureError

    if type(listed) is list and all(type(item) is str for item in listed):
        texts = frozenset(listed)
        return among_texts

    def among(sight: Sight) -> bool:
        first, items = left(sight), items_of(right(sight))
        if type(first) is str or first is None:
            return first in items
        raise UnsureError

    return among


def reckoned(sign: str, left: Translation, right: Translation) -> Translation:
    """Whole numbers only. The library's remainder has the sign of its first number, Python's that of its second."""

    def reckoned(sight: Sight) -> int:
        one, other = left(sight), right(sight)
        if type(one) is not int or type(other) is not int:
            raise UnsureError
        if sign == "%":
            if one < 0 or other <= 0:
                raise UnsureError
            return one % other
        result = one + other if sign == "+" else one - other if sign == "-" else one * other
        if result in _INT64:
            return result
        raise UnsureError

    return reckoned


def iterated(name: str, of: Translation, variable: str, inner: Part) -> Part:
    answers, holds = inner.answer, truth_of(inner)

    def each(sight: Sight) -> Iterator[Any]:
        for item in items_of(of(sight)):
            sight.bound[variable] = item
            yield item

    ways: dict[str, Part] = {
        "exists": Part(lambda sight: any(holds(sight) for _ in each(sight)), bool),
        "all": Part(lambda sight: all(holds(sight) for _ in each(sight)), bool),
        "filter": Part(lambda sight: [item for item in each(sight) if holds(sight)], list),
        "map": Part(lambda sight: [answers(sight) for _ in each(sight)], list),
    }
    return ways[name]
