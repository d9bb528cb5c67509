"""The 13-digit Thai citizen id: cleaning what was typed and proving its check digit (domain.md, section 6)."""

from __future__ import annotations

import re

from cdd_desktop.periods.thai_dates import arabic_digits

_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015]+")
_IN_TEXT = re.compile(r"(?<!\d)\d(?:-\d{4}-\d{5}-\d{2}-\d|\s\d{4}\s\d{5}\s\d{2}\s\d|\d{12})(?!\d)")
_BEGINNING = re.compile(r"\d[-\s]?\d{4}[-\s]?\d{5}")  # of an id in any of its forms


def normalise(text: str) -> str:
    """The text with Arabic digits and without spaces and hyphens; 13 digits when it was an id."""
    return _SEPARATORS.sub("", arabic_digits(text))


def check_digit(first_twelve: str) -> str:
    """The last digit that belongs to twelve ASCII digits."""
    weighted = sum(int(digit) * (13 - place) for place, digit in enumerate(first_twelve))
    return str((11 - weighted % 11) % 10)


def is_valid(text: str) -> bool:
    """Whether the text is exactly 13 ASCII digits, the first 1 to 8, with the right check digit."""
    if len(text) != 13 or not (text.isascii() and text.isdigit()) or text[0] in "09":
        return False
    return check_digit(text[:12]) == text[12]


def grouped(text: str) -> str:
    """13 digits as people write them: ``1-2345-67890-12-1``."""
    return "-".join((text[0], text[1:5], text[5:10], text[10:12], text[12]))


def may_be_in(text: str) -> bool:
    """Whether a free text could hold an id; most hold nothing like it, and that is told quickly."""
    return _BEGINNING.search(text) is not None


def found_in(text: str) -> bool:
    """Whether a free text holds a valid id, written in one piece or in its usual groups."""
    if not may_be_in(text):
        return False
    return any(is_valid(normalise(match.group())) for match in _IN_TEXT.finditer(arabic_digits(text)))
