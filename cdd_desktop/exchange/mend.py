"""Mends what people and copied documents leave in cells, and says what was mended."""

from __future__ import annotations

import re
from enum import StrEnum

from cdd_desktop.forms.thai_text import mend
from cdd_desktop.periods.thai_dates import arabic_digits


class Mending(StrEnum):
    """What was done to a cell, in the words of the preview."""

    SPACES = "spaces"
    INVISIBLE = "invisible"
    TWO_E = "two-e"
    AM = "am"
    MARKS = "marks"
    DIGITS = "thai-digits"
    TEXT_NUMBER = "text-number"
    ERA = "era"


_SIGNS: tuple[tuple[Mending, re.Pattern[str]], ...] = (
    (Mending.SPACES, re.compile(r"^\s|\s$|[^\S\n ]")),
    (Mending.INVISIBLE, re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")),
    (Mending.TWO_E, re.compile("เเ")),
    (Mending.AM, re.compile("\u0e4d[\u0e48-\u0e4b]?า|[\u0e48-\u0e4b]\u0e4dา|ำ[\u0e48-\u0e4b]")),
    (Mending.MARKS, re.compile("[\u0e48-\u0e4b][\u0e31\u0e34-\u0e3a]|([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1")),
)
_THAI_DIGIT = re.compile("[๐-๙]")


def mended(text: str, *, multiline: bool = False) -> tuple[str, tuple[Mending, ...]]:
    """The text as it is stored, and what had to be mended for it. Most texts need nothing, and that is found fast."""
    clean = mend(text, multiline=multiline)
    if clean == text:
        return clean, ()
    found = tuple(kind for kind, sign in _SIGNS if sign.search(text))
    return clean, found or (Mending.SPACES,)


def western_digits(text: str) -> tuple[str, tuple[Mending, ...]]:
    """The text with ๐-๙ as 0-9."""
    return (arabic_digits(text), (Mending.DIGITS,)) if _THAI_DIGIT.search(text) else (text, ())
