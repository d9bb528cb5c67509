"""A forgotten password, mended through central: the machine's sealed key goes there, and comes back under a code that
central's administrator reads out to the person.

``.cddrecover`` asks, ``.cddrecovered`` answers; both are small JSON. Neither opens anything by itself: the first needs
central's key, the second the code.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec
import pyrage

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.sync.changes import Message

T = TypeVar("T", "RecoveryRequest", "RecoveryAnswer")
FORMAT = 1
LARGEST = 64 * 1024


class RecoveryRequest(Message, frozen=True, kw_only=True):
    """``sealed`` is the store's key under central's age recipient; ``person`` the id of who has forgotten."""

    kind: str
    format: int
    person: str
    sealed: bytes


class RecoveryAnswer(Message, frozen=True, kw_only=True):
    """``sealed`` is the key under a code (age, scrypt)."""

    kind: str
    format: int
    person: str
    sealed: bytes


def read_request(data: bytes) -> RecoveryRequest:
    """Raises ``BadRequestError("recovery-unreadable")``."""
    return _read(data, RecoveryRequest, "recovery-request")


def read_answer(data: bytes) -> RecoveryAnswer:
    """Raises ``BadRequestError("recovery-unreadable")``."""
    return _read(data, RecoveryAnswer, "recovery-answer")


def seal_answer(key: bytes, person: str, code: str) -> bytes:
    """The answer's bytes."""
    sealed = bytes(pyrage.passphrase.encrypt(key, plain(code)))
    return msgspec.json.encode(RecoveryAnswer(kind="recovery-answer", format=FORMAT, person=person, sealed=sealed))


def open_answer(answer: RecoveryAnswer, code: str) -> bytes:
    """The store's key. Raises ``RefusedError("recovery-code-wrong")``."""
    try:
        return bytes(pyrage.passphrase.decrypt(answer.sealed, plain(code)))
    except (pyrage.DecryptError, ValueError) as error:
        raise RefusedError("recovery-code-wrong") from error


def plain(code: str) -> str:
    """A code as it counts, however it was typed."""
    return "".join(code.split()).replace("-", "").upper().replace("O", "0").replace("I", "1").replace("L", "1")


def _read(data: bytes, kind: type[T], word: str) -> T:
    try:
        message = msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise BadRequestError("recovery-unreadable") from error
    if message.kind != word or message.format > FORMAT:
        raise BadRequestError("recovery-unreadable")
    return message
