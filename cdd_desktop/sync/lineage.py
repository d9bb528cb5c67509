"""Central's keys in their order: each new pair is named by the one before, so that who knows one knows those after it.

A key speaks from its beginning until it hands over; what it signed by then holds for ever. Nobody goes back: a machine
that has followed to a key takes no new word of an older one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cdd_desktop.errors import RefusedError
from cdd_desktop.sync.changes import Message
from cdd_desktop.sync.signing import SignatureError, sign, verify

HANDOVER = "cdd-keys-1"
MOST = 100
_REFUSED = (SignatureError, RefusedError)


class NextKeys(Message, frozen=True, kw_only=True):
    """The word of key ``number`` - 1 (``before``, as ``signing_key`` Ed25519 in base64) that the next one speaks from
    the instant ``at`` on (ISO 8601 UTC), and that files are sealed to ``sealing_key`` (age) from then. Signed are the
    other members, each on a line of its own, in their order."""

    number: int
    before: str
    signing_key: str
    sealing_key: str
    at: str
    signature: str = ""

    def signed(self, key: Ed25519PrivateKey) -> NextKeys:
        return msgspec.structs.replace(self, signature=sign(key, HANDOVER, self._bytes()))

    def check(self, number: int, before: str) -> None:
        """Raises ``SignatureError`` unless it is the word of the key ``before`` that makes the next one ``number``."""
        try:
            aware = datetime.fromisoformat(self.at).tzinfo is not None
        except ValueError as error:
            raise SignatureError(HANDOVER) from error
        if (self.number, self.before, aware) != (number, before, True):
            raise SignatureError(HANDOVER)
        verify(before, HANDOVER, self._bytes(), self.signature)

    def _bytes(self) -> bytes:
        return "\n".join((str(self.number), self.before, self.signing_key, self.sealing_key, self.at)).encode()


class Lineage(msgspec.Struct, frozen=True):
    """The first key (number 0) and the words that lead from it to the one that speaks now."""

    first: str
    words: tuple[NextKeys, ...] = ()

    @property
    def number(self) -> int:
        """Of the key that speaks now."""
        return len(self.words)

    @property
    def signing_key(self) -> str:
        """The key that speaks now."""
        return self.words[-1].signing_key if self.words else self.first

    def followed(self, words: Sequence[NextKeys]) -> Lineage:
        """The lineage with the words that go on from it; those it has already change nothing.

        Raises ``SignatureError`` for a word that is not the one held under its number, leaves one out, or is not
        signed by the key before it.
        """
        if len(words) > MOST:
            raise SignatureError(HANDOVER)
        far = self
        for word in words:
            if 1 <= word.number <= far.number:
                if word != far.words[word.number - 1]:
                    raise SignatureError(HANDOVER)
                continue
            word.check(far.number + 1, far.signing_key)
            far = Lineage(far.first, (*far.words, word))
        return far

    def knows(self, signing_key: str) -> bool:
        """Whether a key speaks or has spoken."""
        return signing_key == self.first or any(word.signing_key == signing_key for word in self.words)

    def speaking_at(self, at: str) -> tuple[str, ...]:
        """The keys whose word of the instant ``at`` (ISO 8601) holds, newest first: the one that speaks now, and those
        that had not handed over by then."""
        try:
            instant = datetime.fromisoformat(at)
            older = [word.before for word in self.words if datetime.fromisoformat(word.at) >= instant]
        except (ValueError, TypeError):
            older = []
        return (self.signing_key, *reversed(older))

    def verify(self, at: str, check: Callable[[str], None]) -> None:
        """``check(key)`` has to hold for a key that spoke at an instant; raises what it raised for the newest."""
        newest, *older = self.speaking_at(at)
        try:
            check(newest)
        except _REFUSED:
            if not any(_holds(check, key) for key in older):
                raise


def lineage_of(first: str, words: Sequence[NextKeys]) -> Lineage:
    """The lineage some words make. Raises ``SignatureError``."""
    return Lineage(first).followed(words)


def _holds(check: Callable[[str], None], key: str) -> bool:
    try:
        check(key)
    except _REFUSED:
        return False
    return True
