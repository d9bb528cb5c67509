"""Whole numbers and hundredths as text: thousands separators, Thai digits, at most 10^17, never a float."""

from __future__ import annotations

import re

from cdd_desktop.periods.thai_dates import arabic_digits

LARGEST_HUNDREDTHS = 10**17
LARGEST_WHOLE = 10**12

_SPACE_BETWEEN = re.compile(r"(?<=\d)\s(?=\d{3}(?:\D|$))")
_CURRENCY = re.compile(r"^฿\s*|\s*(?:บาท|%|฿)$")
_NUMBER = re.compile(r"([-−–]?)\s*(\d{1,3}(?:,\d{3})+|\d+|)(?:\.(\d*))?")


class AmountError(ValueError):
    """The text is no such number; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_hundredths(text: str, decimals: int) -> int:
    """Hundredths of a typed number with at most ``decimals`` (0 to 2) places.

    Raises ``AmountError``: ``number-unreadable``, ``number-decimals`` or ``number-too-large``.
    """
    clean = _CURRENCY.sub("", _SPACE_BETWEEN.sub(",", arabic_digits(text).strip()))
    match = _NUMBER.fullmatch(clean)
    if match is None or not (match[2] or match[3]):
        raise AmountError("number-unreadable")
    places = (match[3] or "").rstrip("0")
    if len(places) > decimals:
        raise AmountError("number-decimals")
    value = int(match[2].replace(",", "") or "0") * 100 + int(places.ljust(2, "0"))
    if value > LARGEST_HUNDREDTHS:
        raise AmountError("number-too-large")
    return -value if match[1] else value


def read_whole(text: str) -> int:
    """A typed whole number (``12.00`` is one). Raises ``AmountError`` as ``read_hundredths`` does, with
    ``number-whole`` for places behind the point."""
    try:
        hundredths = read_hundredths(text, 0)
    except AmountError as error:
        raise AmountError("number-whole" if error.code == "number-decimals" else error.code) from error
    if abs(hundredths) > LARGEST_WHOLE * 100:
        raise AmountError("number-too-large")
    return hundredths // 100


def show_hundredths(value: int, decimals: int = 2) -> str:
    """Hundredths with thousands separators and ``decimals`` places, more where the value needs them."""
    cents = f"{abs(value) % 100:02d}"
    places = cents[: max(decimals, len(cents.rstrip("0")))]
    sign = "-" if value < 0 else ""
    return f"{sign}{abs(value) // 100:,}" + (f".{places}" if places else "")


def show_whole(value: int) -> str:
    """A whole number with thousands separators."""
    return f"{value:,}"
