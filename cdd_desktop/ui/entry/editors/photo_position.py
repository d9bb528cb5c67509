"""Where a photo was taken, and nothing else of a camera's notes: kept only where a form's field asks for it.

Reads the Exif block of a JPEG (CIPA DC-008) and writes a block anew that holds the position's entries alone.
"""

from __future__ import annotations

import struct

_EXIF, _POSITION = b"Exif\0\0", 0x8825
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}  # bytes of one value by its type
_INLINE = 4  # a value this short stands in the entry itself
_FIRST, _SECOND = 8, 26  # where the two lists of the new block begin


def position_of(jpeg: bytes) -> bytes:
    """A segment with the position alone, to be put behind the first two bytes of a JPEG; b"" where there is none."""
    try:
        return _segment(_notes(jpeg))
    except (struct.error, IndexError, KeyError):
        return b""  # a damaged block says nothing reliable about a place


def _notes(jpeg: bytes) -> bytes:
    """The Exif block, b"" without one."""
    at = 2
    while jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", jpeg, at + 2)
        if jpeg[at + 1] == 0xE1 and jpeg[at + 4 : at + 10] == _EXIF:
            return jpeg[at + 10 : at + 2 + length]
        at += 2 + length
    return b""


def _segment(notes: bytes) -> bytes:
    order = "<" if notes[:2] == b"II" else ">"
    (first,) = struct.unpack_from(order + "I", notes, 4)
    pointer = next((value for tag, _, _, value in _entries(notes, order, first) if tag == _POSITION), None)
    if pointer is None:
        return b""
    found = _entries(notes, order, struct.unpack(order + "I", pointer)[0])
    listed, behind = b"", b""
    beyond = _SECOND + 2 + 12 * len(found) + 4
    for tag, kind, count, value in found:
        stored = value.ljust(_INLINE, b"\0")
        if len(value) > _INLINE:
            stored = struct.pack(order + "I", beyond + len(behind))
            behind += value
        listed += struct.pack(order + "HHI", tag, kind, count) + stored
    head = notes[:4] + struct.pack(order + "I", _FIRST)
    pointing = struct.pack(order + "HHHIII", 1, _POSITION, 4, 1, _SECOND, 0)
    block = _EXIF + head + pointing + struct.pack(order + "H", len(found)) + listed + bytes(4) + behind
    return b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block


def _entries(notes: bytes, order: str, at: int) -> list[tuple[int, int, int, bytes]]:
    """Tag, type, count and bytes of each value of a list."""
    found = []
    (many,) = struct.unpack_from(order + "H", notes, at)
    for number in range(many):
        place = at + 2 + 12 * number
        tag, kind, count = struct.unpack_from(order + "HHI", notes, place)
        size = _SIZES.get(kind, 0) * count
        start = place + 8 if size <= _INLINE else struct.unpack_from(order + "I", notes, place + 8)[0]
        found.append((tag, kind, count, notes[start : start + size]))
    return found
