"""Where areas stand on a grid of tiles: a province roughly where it lies on the map, districts in rows by code."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

# Rows from north to south, columns from west to east; two figures are a province's code.
_COUNTRY = (
    ".. 58 57 56 .. .. .. .. .. ..",
    ".. 50 52 55 .. .. 43 38 .. ..",
    ".. 51 54 53 42 39 41 47 48 ..",
    ".. 63 64 65 67 40 46 45 49 ..",
    ".. 62 66 60 36 44 35 37 .. ..",
    ".. 61 18 16 30 31 33 34 .. ..",
    "71 72 15 19 26 25 32 .. .. ..",
    "70 73 14 13 24 27 .. .. .. ..",
    "76 75 74 12 11 20 22 .. .. ..",
    "77 17 .. .. .. 21 23 .. .. ..",
    "86 .. .. .. .. .. .. .. .. ..",
    "85 84 .. .. .. .. .. .. .. ..",
    "82 80 .. .. .. .. .. .. .. ..",
    "83 81 93 .. .. .. .. .. .. ..",
    ".. 92 90 94 .. .. .. .. .. ..",
    ".. 91 95 96 .. .. .. .. .. ..",
)
PROVINCES = {
    code: (column, row) for row, line in enumerate(_COUNTRY) for column, code in enumerate(line.split()) if code != ".."
}


def places(codes: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Column and row of every area: provinces as on the map, anything else in rows of a rather wide rectangle."""
    if codes and all(code in PROVINCES for code in codes) and len(codes) > 1:
        return {code: PROVINCES[code] for code in codes}
    across = max(ceil(sqrt(len(codes) * 1.5)), 1)
    return {code: (number % across, number // across) for number, code in enumerate(codes)}


def grid_size(codes: Sequence[str]) -> tuple[int, int]:
    """How many columns and rows the grid of some areas has."""
    where = places(codes).values()
    return max((column for column, _ in where), default=-1) + 1, max((row for _, row in where), default=-1) + 1
