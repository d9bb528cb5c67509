"""CEL expressions as Python functions, for speed: a tenth of what the library needs for a short condition.

The library stays the judge. Translated is only what our definitions use, and a translation answers only where the
meaning is beyond doubt: numbers with numbers of one kind, text with text, whole results within 64 bits, conditions
that are booleans. Anything else raises ``UnsureError``, and the library is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import signature
from operator import ge, gt, le, lt
from typing import Any, Protocol

from cdd_desktop.forms.cel_functions import PURE
from cdd_desktop.forms.cel_tokens import TokenReader, UntranslatableError

GROUPS = ("reg", "prev", "prev_year", "ctx")
_TOKEN = re.compile(r"\s*('[^'\\]*'|\d+\.\d+|\d+|[A-Za-z_]\w*|&&|\|\||[=!<>]=|[-+*%<>!?:.,()\[\]])")
_INT64 = range(-(2**63), 2**63)
_ORDERS: dict[str, Callable[[Any, Any], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
_ORDERED = frozenset({int, str, float})
_EQUALS = frozenset({int, str, bool})
_WORDS = {"true": True, "false": False, "null": None}
_LOOPS = frozenset({"exists", "all", "filter", "map"})


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


def translated(text: str) -> Translation | None:
    """The expression as a function that answers or raises ``UnsureError``; None where it cannot be translated."""
    try:
        reader = _Reader(text)
        found = reader.choice()
    except UntranslatableError:
        return None
    return None if reader.tokens or reader.fields & reader.variables else found


@dataclass(frozen=True, slots=True, eq=False)
class _Constant:
    """A value that stands in the expression, or follows from such values."""

    value: Any

    def __call__(self, _sight: Sight) -> Any:
        return self.value


class _Reader(TokenReader):
    """Recursive descent; each method reads what binds as tightly as its name says and answers a function."""

    def __init__(self, text: str) -> None:
        super().__init__(text, _TOKEN)
        self.bound: list[str] = []  # the variables of the iterations around this place
        self.variables: set[str] = set()
        self.fields: set[str] = set()

    def choice(self) -> Translation:
        condition = self._either()
        if not self._take("?"):
            return condition
        yes = self.choice()
        self._need(":")
        no = self.choice()
        return lambda sight: yes(sight) if _truth(condition(sight)) else no(sight)

    def _either(self) -> Translation:
        parts = [self._both()]
        while self._take("||"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else _any_of(parts)

    def _both(self) -> Translation:
        parts = [self._relation()]
        while self._take("&&"):
            parts.append(self._relation())
        return parts[0] if len(parts) == 1 else _all_of(parts)

    def _relation(self) -> Translation:
        left = self._sum()
        for sign, order in _ORDERS.items():
            if self._take(sign):
                return _ordered(order, left, self._sum())
        if self._take("=="):
            return _equal(left, self._sum())
        if self._take("!="):
            same = _equal(left, self._sum())
            return lambda sight: not same(sight)
        if self._take("in"):
            return _contained(left, self._sum())
        return left

    def _sum(self) -> Translation:
        found = self._product()
        while self.tokens and self.tokens[0] in ("+", "-"):
            found = _reckoned(self._next(), found, self._product())
        return found

    def _product(self) -> Translation:
        found = self._signed()
        while self.tokens and self.tokens[0] in ("*", "%"):
            found = _reckoned(self._next(), found, self._signed())
        return found

    def _signed(self) -> Translation:
        if self._take("!"):
            inner = self._signed()
            return lambda sight: not _truth(inner(sight))
        if self._take("-"):
            return _Constant(-self._number(self._next()))
        return self._member()

    def _member(self) -> Translation:
        found = self._one()
        while self._take("."):
            found = self._part(found, self._next())
        return found

    def _part(self, of: Translation, name: str) -> Translation:
        if not self._take("("):
            return lambda sight: _row(of(sight)).get(name)
        if name == "size":
            self._need(")")
            return lambda sight: len(_items(of(sight)))
        if name not in _LOOPS:
            raise UntranslatableError
        variable = self._next()
        self._need(",")
        if variable in self.bound:
            raise UntranslatableError
        self.variables.add(variable)
        self.bound.append(variable)
        inner = self.choice()
        self.bound.pop()
        self._need(")")
        return _iterated(name, of, variable, inner)

    def _one(self) -> Translation:
        token = self._next()
        if token == "(":
            inner = self.choice()
            self._need(")")
            return inner
        if token == "[":
            return self._list()
        if token[0] == "'":
            return _Constant(token[1:-1])
        if token[0].isdigit():
            return _Constant(self._number(token))
        if token in _WORDS:
            return _Constant(_WORDS[token])
        if self._take("("):
            return self._call(token)
        return self._name(token)

    def _name(self, name: str) -> Translation:
        if not name.isidentifier() or name == "in":
            raise UntranslatableError
        if name in self.bound:
            return lambda sight: sight.bound[name]
        if name == "past":
            self._need("[")
            place = int(self._number(self._next()))
            self._need("]")
            key = self._key()
            if place > 2:
                raise UntranslatableError
            return lambda sight: sight.world.past(place).get(key)
        if name == "lines":
            table = self._key()
            return lambda sight: sight.rows.get(table, [])
        if name in GROUPS:
            key = self._key()
            return lambda sight: sight.world.group(name).get(key)
        self.fields.add(name)
        return lambda sight: sight.own.get(name)

    def _key(self) -> str:
        self._need(".")
        return self._next()

    def _call(self, name: str) -> Translation:
        parts = self._parts(")")
        if name == "tambon_count" and len(parts) == 1:
            return lambda sight: sight.world.functions[name](*[part(sight) for part in parts])
        function = PURE.get(name)
        if function is None or len(parts) != len(signature(function).parameters):
            raise UntranslatableError
        if (values := _constants(parts)) is not None:
            return _Constant(function(*values))
        if len(parts) == 1:
            (only,) = parts
            return lambda sight: function(only(sight))
        return lambda sight: function(*[part(sight) for part in parts])

    def _list(self) -> Translation:
        parts = self._parts("]")
        if (values := _constants(parts)) is not None:
            return _Constant(values)
        return lambda sight: [part(sight) for part in parts]

    def _parts(self, end: str) -> list[Translation]:
        found = [self.choice()]
        while self._take(","):
            found.append(self.choice())
        self._need(end)
        return found

    def _number(self, token: str) -> int | float:
        if not token[0].isdigit() or len(token) > 18:
            raise UntranslatableError
        return float(token) if "." in token else int(token)


def _truth(value: Any) -> bool:
    if value is True or value is False:
        return bool(value)
    raise UnsureError


def _items(value: Any) -> list[Any]:
    if type(value) is list:
        return value
    raise UnsureError


def _row(value: Any) -> dict[str, Any]:
    if type(value) is dict:
        return value
    raise UnsureError


def _any_of(parts: list[Translation]) -> Translation:
    first, *others = parts
    rest = others[0] if len(others) == 1 else _any_of(others)
    return lambda sight: _truth(first(sight)) or _truth(rest(sight))


def _all_of(parts: list[Translation]) -> Translation:
    first, *others = parts
    rest = others[0] if len(others) == 1 else _all_of(others)
    return lambda sight: _truth(first(sight)) and _truth(rest(sight))


def _ordered(order: Callable[[Any, Any], bool], left: Translation, right: Translation) -> Translation:
    def compared(sight: Sight) -> bool:
        one, other = left(sight), right(sight)
        if type(one) is type(other) and type(one) in _ORDERED:
            return order(one, other)
        raise UnsureError

    return compared


def _equal(left: Translation, right: Translation) -> Translation:
    def compared(sight: Sight) -> bool:
        one, other = left(sight), right(sight)
        if one is None or other is None:
            return one is other
        if type(one) is type(other) and type(one) in _EQUALS:
            return bool(one == other)
        raise UnsureError

    def blank(sight: Sight) -> bool:
        return left(sight) is None

    def is_text(sight: Sight) -> bool:
        one = left(sight)
        if type(one) is str or one is None:
            return bool(one == wanted)
        raise UnsureError

    wanted = right.value if isinstance(right, _Constant) else ""
    if wanted is None:
        return blank
    return is_text if wanted and type(wanted) is str else compared


def _contained(left: Translation, right: Translation) -> Translation:
    def among_texts(sight: Sight) -> bool:
        one = left(sight)
        if type(one) is str or one is None:
            return one in texts
        raise UnsureError

    listed = right.value if isinstance(right, _Constant) else None
    if type(listed) is list and all(type(item) is str for item in listed):
        texts = frozenset(listed)
        return among_texts

    def among(sight: Sight) -> bool:
        one, items = left(sight), _items(right(sight))
        if type(one) is str or one is None:
            return one in items
        raise UnsureError

    return among


def _reckoned(sign: str, left: Translation, right: Translation) -> Translation:
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


def _iterated(name: str, of: Translation, variable: str, inner: Translation) -> Translation:
    def each(sight: Sight) -> Iterator[tuple[Any, Any]]:
        for item in _items(of(sight)):
            sight.bound[variable] = item
            yield item, inner(sight)

    ways: dict[str, Translation] = {
        "exists": lambda sight: any(_truth(answer) for _, answer in each(sight)),
        "all": lambda sight: all(_truth(answer) for _, answer in each(sight)),
        "filter": lambda sight: [item for item, answer in each(sight) if _truth(answer)],
        "map": lambda sight: [answer for _, answer in each(sight)],
    }
    return ways[name]


def _constants(parts: list[Translation]) -> list[Any] | None:
    """Their values, where all of them stand in the expression."""
    values = [part.value for part in parts if isinstance(part, _Constant)]
    return values if len(values) == len(parts) else None
