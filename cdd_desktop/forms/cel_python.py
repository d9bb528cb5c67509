"""CEL expressions as Python functions, for speed: a tenth of what the library needs for a short condition.

The library stays the judge. Translated is only what our definitions use, and a translation answers only where the
meaning is beyond doubt: numbers with numbers of one kind, text with text, whole results within 64 bits, conditions
that are booleans. Anything else raises ``UnsureError``, and the library is asked.
"""

from __future__ import annotations

import re
from inspect import signature

from cdd_desktop.forms.cel_functions import PURE
from cdd_desktop.forms.cel_parts import (
    LOOPS,
    ORDERS,
    Part,
    Sight,
    Translation,
    UnsureError,
    all_of,
    any_of,
    constant,
    contained,
    equal,
    items_of,
    iterated,
    ordered,
    reckoned,
    row_of,
    truth_of,
    unequal,
)
from cdd_desktop.forms.cel_tokens import TokenReader, UntranslatableError

__all__ = ["GROUPS", "Names", "Sight", "Translation", "UnsureError", "condition_of", "translated"]

GROUPS = ("reg", "prev", "prev_year", "ctx")
_TOKEN = re.compile(r"\s*('[^'\\]*'|\d+\.\d+|\d+|[A-Za-z_]\w*|&&|\|\||[=!<>]=|[-+*%<>!?:.,()\[\]])")
_WORDS = {"true": True, "false": False, "null": None}
_ANSWERS: dict[str, type] = {
    **dict.fromkeys(("dec", "sum", "percent", "be_year", "age", "days_between"), int),
    **dict.fromkeys(("cid_valid", "has_personal_data"), bool),
    "pct_change": float,
}


class Names:
    """Where the names of an expression are looked up, and what is known of their types: nothing here."""

    def own(self, key: str) -> Part:
        return Part(lambda sight: sight.own.get(key))

    def group(self, name: str, key: str) -> Part:
        return Part(lambda sight: sight.world.group(name).get(key))

    def past(self, place: int, key: str) -> Part:
        return Part(lambda sight: sight.world.past(place).get(key))


def translated(text: str) -> Translation | None:
    """The expression as a function that answers or raises ``UnsureError``; None where it cannot be translated."""
    try:
        return part_of(text, Names()).answer
    except UntranslatableError:
        return None


def part_of(text: str, names: Names) -> Part:
    """The expression as a whole; what is known of the types of its names spares it tests. Raises
    ``UntranslatableError``."""
    reader = _Reader(text, names)
    found = reader.choice()
    if reader.tokens or reader.fields & reader.variables:
        raise UntranslatableError(text)
    return found


def condition_of(text: str, names: Names) -> Translation:
    """The same of a condition: it answers True or False."""
    return truth_of(part_of(text, names))


class _Reader(TokenReader):
    """Recursive descent; each method reads what binds as tightly as its name says."""

    def __init__(self, text: str, names: Names) -> None:
        super().__init__(text, _TOKEN)
        self.names = names
        self.bound: list[str] = []  # the variables of the iterations around this place
        self.variables: set[str] = set()
        self.fields: set[str] = set()

    def choice(self) -> Part:
        condition = self._either()
        if not self._take("?"):
            return condition
        one = self.choice()
        self._need(":")
        other = self.choice()
        holds, yes, no = truth_of(condition), one.answer, other.answer
        kind = one.kind if one.kind is other.kind else None
        return Part(lambda sight: yes(sight) if holds(sight) else no(sight), kind, one.blank or other.blank)

    def _either(self) -> Part:
        parts = [self._both()]
        while self._take("||"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Part(any_of([*map(truth_of, parts)]), bool)

    def _both(self) -> Part:
        parts = [self._relation()]
        while self._take("&&"):
            parts.append(self._relation())
        return parts[0] if len(parts) == 1 else Part(all_of([*map(truth_of, parts)]), bool)

    def _relation(self) -> Part:
        left = self._sum()
        for sign, order in ORDERS.items():
            if self._take(sign):
                return Part(ordered(order, left, self._sum()), bool)
        if self._take("=="):
            return Part(equal(left, self._sum()), bool)
        if self._take("!="):
            return Part(unequal(left, self._sum()), bool)
        if self._take("in"):
            return Part(contained(left, self._sum()), bool)
        return left

    def _sum(self) -> Part:
        found = self._product()
        while self.tokens and self.tokens[0] in ("+", "-"):
            found = Part(reckoned(self._next(), found.answer, self._product().answer), int)
        return found

    def _product(self) -> Part:
        found = self._signed()
        while self.tokens and self.tokens[0] in ("*", "%"):
            found = Part(reckoned(self._next(), found.answer, self._signed().answer), int)
        return found

    def _signed(self) -> Part:
        if self._take("!"):
            inner = truth_of(self._signed())
            return Part(lambda sight: not inner(sight), bool)
        if self._take("-"):
            return constant(-self._number(self._next()))
        return self._member()

    def _member(self) -> Part:
        found = self._one()
        while self._take("."):
            found = self._part(found, self._next())
        return found

    def _part(self, whole: Part, name: str) -> Part:
        of = whole.answer
        if not self._take("("):
            return Part(lambda sight: row_of(of(sight)).get(name))
        if name == "size":
            self._need(")")
            return Part(lambda sight: len(items_of(of(sight))), int)
        if name not in LOOPS:
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
        return iterated(name, of, variable, inner)

    def _one(self) -> Part:
        token = self._next()
        if token == "(":
            inner = self.choice()
            self._need(")")
            return inner
        if token == "[":
            return self._list()
        if token[0] == "'":
            return constant(token[1:-1])
        if token[0].isdigit():
            return constant(self._number(token))
        if token in _WORDS:
            return constant(_WORDS[token])
        if self._take("("):
            return self._call(token)
        return self._name(token)

    def _name(self, name: str) -> Part:
        if not name.isidentifier() or name == "in":
            raise UntranslatableError
        if name in self.bound:
            return Part(lambda sight: sight.bound[name])
        if name == "past":
            self._need("[")
            place = int(self._number(self._next()))
            self._need("]")
            key = self._key()
            if place > 2:
                raise UntranslatableError
            return self.names.past(place, key)
        if name == "lines":
            table = self._key()
            return Part(lambda sight: sight.rows.get(table, []))
        if name in GROUPS:
            return self.names.group(name, self._key())
        self.fields.add(name)
        return self.names.own(name)

    def _key(self) -> str:
        self._need(".")
        return self._next()

    def _call(self, name: str) -> Part:
        parts = self._parts(")")
        given = [part.answer for part in parts]
        if name == "tambon_count" and len(parts) == 1:
            return Part(lambda sight: sight.world.functions[name](*[part(sight) for part in given]))
        function = PURE.get(name)
        if function is None or len(parts) != len(signature(function).parameters):
            raise UntranslatableError
        if all(part.constant for part in parts):
            return constant(function(*[part.value for part in parts]))
        kind = _ANSWERS.get(name)
        if len(parts) == 1:
            (only,) = given
            return Part(lambda sight: function(only(sight)), kind, blank=kind is not bool)
        return Part(lambda sight: function(*[part(sight) for part in given]), kind, blank=kind is not bool)

    def _list(self) -> Part:
        parts = self._parts("]")
        if all(part.constant for part in parts):
            return constant([part.value for part in parts])
        given = [part.answer for part in parts]
        return Part(lambda sight: [part(sight) for part in given], list)

    def _parts(self, end: str) -> list[Part]:
        found = [self.choice()]
        while self._take(","):
            found.append(self.choice())
        self._need(end)
        return found

    def _number(self, token: str) -> int | float:
        if not token[0].isdigit() or len(token) > 18:
            raise UntranslatableError
        return float(token) if "." in token else int(token)
