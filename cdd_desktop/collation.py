"""Thai dictionary order as a plain text key, for sorting where no collation library is at hand."""

from __future__ import annotations

import unicodedata

_LEADING_VOWELS = frozenset("เแโใไ")
_MARKS = {mark: str(weight) for weight, mark in enumerate("็่้๊๋์", start=1)}
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def thai_key(text: str) -> str:
    """A key that sorts as the Royal Institute's dictionary does when compared code point by code point.

    A vowel written before its consonant counts after it; tone marks and ์ ็ decide only between words that are
    otherwise equal. Latin letters compare without regard to case and Thai digits as Arabic ones.
    """
    primary: list[str] = []
    marks: list[str] = []
    pending = ""
    for char in unicodedata.normalize("NFC", text).casefold().translate(_DIGITS):
        if char in _MARKS:
            if marks:
                marks[-1] = _MARKS[char]
            continue
        if char in _LEADING_VOWELS and not pending:
            pending = char
            continue
        primary.append(char)
        marks.append("0")
        if pending:
            primary.append(pending)
            marks.append("0")
            pending = ""
    primary.append(pending)
    return "".join(primary) + "\0" + "".join(marks)
