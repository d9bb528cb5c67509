"""Refusals of a whole request: an HTTP status and a permanent code (docs/codes/central.md)."""

from __future__ import annotations

from typing import Any

import msgspec

from cdd_desktop.central.sentences.messages import sentence
from cdd_desktop.sync.protocol import Problem


class ProblemError(Exception):
    """The request as a whole cannot be answered; nothing of it was stored."""

    def __init__(self, status: int, code: str, /, **params: Any) -> None:
        super().__init__(status, code, params)
        self.status = status
        self.code = code
        self.params = params

    def body(self) -> bytes:
        """The ``Problem`` that is sent: code, parameters and an English sentence for whoever reads a log."""
        message = sentence(self.code, "en", self.params)
        return msgspec.json.encode(Problem(code=self.code, params=self.params, message=message))
