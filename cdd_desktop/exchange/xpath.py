"""Conditions and sums of a form in the words of XLSForm: the part of CEL that a record's own fields need.

What looks beyond the record (the register, the period before, tables) has no counterpart there and is not translated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from cdd_desktop.forms.cel_tokens import TokenReader, UntranslatableError
from cdd_desktop.forms.definition import Field

YES, NO = "yes", "no"
_TOKEN = re.compile(r"\s*('[^']*'|\d+|[A-Za-z_]\w*|&&|\|\||[=!<>]=|[-+<>!?:.,()\[\]])")
_COMPARED = {"==": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_PLAIN = {"true": f"'{YES}'", "false": f"'{NO}'", "null": "''"}


def to_xpath(text: str, fields: Mapping[str, Field]) -> str:
    """A CEL expression over ``fields`` as XPath of XLSForm. Raises ``UntranslatableError``."""
    reader = _Reader(text, fields)
    found = reader.choice()
    if reader.tokens:
        raise UntranslatableError(text)
    return found


class _Reader(TokenReader):
    """Recursive descent; each method reads what binds as tightly as its name says."""

    def __init__(self, text: str, fields: Mapping[str, Field]) -> None:
        super().__init__(text, _TOKEN)
        self.fields = fields
        self.bound: dict[str, str] = {}  # a variable of ``exists``: the list it walks

    def choice(self) -> str:
        condition = self._joined("||", "or", lambda: self._joined("&&", "and", self._comparison))
        if not self._take("?"):
            return condition
        yes = self.choice()
        self._need(":")
        return f"if({condition}, {yes}, {self.choice()})"

    def _joined(self, sign: str, word: str, read: Callable[[], str]) -> str:
        parts = [read()]
        while self._take(sign):
            parts.append(read())
        return parts[0] if len(parts) == 1 else "(" + f" {word} ".join(parts) + ")"

    def _comparison(self) -> str:
        left = self._sum()
        if self._take("in"):
            return self._member(left)
        for sign, written in _COMPARED.items():
            if self._take(sign):
                return f"{left} {written} {self._sum()}"
        return left

    def _member(self, left: str) -> str:
        if self._take("["):
            values = self._listed()
            if left.startswith("?"):  # any of a list's values: each of them asked for by name
                return "(" + " or ".join(f"selected({left[1:]}, {value})" for value in values) + ")"
            return "(" + " or ".join(f"{left} = {value}" for value in values) + ")"
        return f"selected({self._name(self._next())}, {left})"

    def _sum(self) -> str:
        text = self._one()
        while self.tokens and self.tokens[0] in ("+", "-"):
            text += f" {self._next()} {self._one()}"
        return text

    def _one(self) -> str:
        token = self._next()
        if token == "!":
            return f"not({self._one()})"
        if token == "(":
            inner = self.choice()
            self._need(")")
            return f"({inner})"
        if token[0] == "'" or token.isdigit():
            return token
        if token in _PLAIN:
            return _PLAIN[token]
        if self._take("("):
            return self._call(token)
        if self._take("."):
            return self._any_of(token)
        return f"?{self.bound[token]}" if token in self.bound else self._name(token)

    def _call(self, name: str) -> str:
        if name == "dec":
            number = self._next()
            self._need(")")
            return number
        if name == "sum" and self._take("["):
            parts = self._listed()
            self._need(")")
            return "(" + " + ".join(f"coalesce({part}, 0)" for part in parts) + ")"
        raise UntranslatableError(name)

    def _any_of(self, name: str) -> str:
        if not (self._take("exists") and self._take("(")):
            raise UntranslatableError(name)
        variable = self._next()
        self._need(",")
        self.bound[variable] = self._name(name)
        inner = self.choice()
        self._need(")")
        return inner

    def _listed(self) -> list[str]:
        found = [self._sum()]
        while self._take(","):
            found.append(self._sum())
        self._need("]")
        return found

    def _name(self, key: str) -> str:
        if key not in self.fields:
            raise UntranslatableError(key)
        return f"${{{key}}}"
