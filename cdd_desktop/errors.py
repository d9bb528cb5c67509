"""Errors that speak to people: a permanent kebab-case code and the parameters of its sentence.

The core raises codes; ``ui/messages.py`` and ``central/sentences/messages.py`` hold the Thai and English sentences
(what happened, what to do next). Every code is listed in ``docs/codes.md``.
"""

from __future__ import annotations


class UserError(Exception):
    """Something a person can understand and act on.

    ``code`` is kebab-case and permanent; ``params`` fill the sentence and never hold personal data.
    """

    exit_status = 2

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code} ({details})" if details else self.code


class BadRequestError(UserError):
    """The request makes no sense: unknown word, unreadable file, wrong year (exit status 2)."""


class RefusedError(UserError):
    """Understood, and refused or partly refused for a reason (exit status 1)."""

    exit_status = 1
