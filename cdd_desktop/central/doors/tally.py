"""Counts that several processes keep together: each adds in a table of its own, everybody reads all of them.

A table is a file in memory with a row for each name, 128 bytes: the name, then a number (IEEE double, exact up to 2^53
where it is whole). One process writes it; who takes its place goes on in it, so that no count ever falls.
"""

from __future__ import annotations

import mmap
import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROWS = 4_096
_NAME, _ROW = 120, 128
_NUMBER = struct.Struct("<d")
_ENDING = ".tally"


class Tally:
    """Counts of one process and of those beside it. ``folder`` is where their tables lie, ``place`` which is the own
    one; without a folder it counts alone. Not safe between threads by itself."""

    def __init__(self, folder: Path | None = None, place: int = 0) -> None:
        self._folder = folder
        self._own = None if folder is None else folder / f"{place}{_ENDING}"
        self._table = mmap.mmap(-1, ROWS * _ROW) if self._own is None else _mapped(self._own)
        self._places = {name: row for row, (name, _) in enumerate(_rows(self._table))}

    def add(self, name: str, amount: float = 1) -> None:
        """Add to a number; one without a row yet begins at 0. Names beyond ``ROWS``, or too long for one, are not
        counted: the table never grows."""
        key = name.encode()
        row = self._places.get(name, len(self._places))
        if row == ROWS or len(key) > _NAME:
            return
        at = row * _ROW
        (held,) = _NUMBER.unpack_from(self._table, at + _NAME)
        _NUMBER.pack_into(self._table, at + _NAME, held + amount)
        if name not in self._places:
            self._table[at : at + len(key)] = key
            self._places[name] = row

    def clear(self, name: str) -> None:
        """Begin a number of this process anew."""
        row = self._places.get(name)
        if row is not None:
            _NUMBER.pack_into(self._table, row * _ROW + _NAME, 0.0)

    def read(self) -> dict[str, float]:
        """Every name with its sum over all processes."""
        found: Counter[str] = Counter()
        tables: list[bytes | mmap.mmap] = [self._table]
        if self._folder is not None:
            tables += [path.read_bytes() for path in self._folder.glob(f"*{_ENDING}") if path != self._own]
        for table in tables:
            for name, number in _rows(table):
                found[name] += number  # type: ignore[assignment]
        return dict(found)


def _mapped(path: Path) -> mmap.mmap:
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.truncate(ROWS * _ROW)
        return mmap.mmap(file.fileno(), ROWS * _ROW)


def _rows(table: bytes | mmap.mmap) -> Iterator[tuple[str, float]]:
    for at in range(0, len(table), _ROW):
        key = table[at : at + _NAME].rstrip(b"\0")
        if not key:
            return
        yield key.decode(), _NUMBER.unpack_from(table, at + _NAME)[0]
