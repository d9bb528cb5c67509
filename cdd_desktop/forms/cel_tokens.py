"""The words of a CEL expression, taken one after the other by those who translate it."""

from __future__ import annotations

import re


class UntranslatableError(Exception):
    """The expression has no counterpart in what it is translated to."""


class TokenReader:
    """``tokens`` are what has not been read yet. Raises ``UntranslatableError`` for a sign that ``pattern`` (with the
    token as its first group) does not know."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self.tokens: list[str] = []
        place = 0
        while text[place:].strip():
            found = pattern.match(text, place)
            if found is None:
                raise UntranslatableError(text)
            self.tokens.append(found[1])
            place = found.end()

    def _next(self) -> str:
        if not self.tokens:
            raise UntranslatableError("end")
        return self.tokens.pop(0)

    def _take(self, token: str) -> bool:
        if self.tokens and self.tokens[0] == token:
            del self.tokens[0]
            return True
        return False

    def _need(self, token: str) -> None:
        if not self._take(token):
            raise UntranslatableError(token)
