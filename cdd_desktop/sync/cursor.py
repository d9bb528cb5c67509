"""The notation of cursors: the number reached in each province an office may see, as ``"00:7,50:1234"``.

A device hands central's cursor back as it came; it reads one only to tell whether what a file brings joins on to what
it has.
"""

from __future__ import annotations

Cursor = dict[str, int]


def read_cursor(text: str) -> Cursor:
    """The numbers of a cursor's text; a text that is none reads as the beginning, which is always safe."""
    cursor: Cursor = {}
    for part in text.split(",") if text else ():
        province, _, number = part.partition(":")
        if not (province.isdigit() and number.isdigit() and len(number) < 19):
            return {}
        cursor[province] = int(number)
    return cursor


def write_cursor(cursor: Cursor) -> str:
    return ",".join(f"{province}:{cursor[province]}" for province in sorted(cursor))


def is_behind(cursor: Cursor, other: Cursor) -> bool:
    """Whether a cursor stands before another one anywhere."""
    return any(cursor.get(province, 0) < number for province, number in other.items())


def furthest(cursor: Cursor, other: Cursor) -> Cursor:
    return {name: max(cursor.get(name, 0), other.get(name, 0)) for name in {*cursor, *other}}


def nearest(cursor: Cursor, other: Cursor) -> Cursor:
    """The point both have reached."""
    return {name: min(cursor[name], other[name]) for name in cursor.keys() & other.keys()}
