"""The centre's own upload layouts: a file says which columns its table has, in which order, and how each is written.

The file is JSON: ``columns``, each with its ``heading`` and one of ``from`` (a column of the table) or ``value``
(always the same text). ``map`` gives other codes for choices, ``date`` is ``iso``, ``ce`` (31/12/2018) or ``be``
(31/12/2561), ``digits`` the width numbers are filled up to with noughts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from cdd_desktop.central.giving.files import plain
from cdd_desktop.central.giving.table import Cell, GivenColumn, GivenTable, Kind
from cdd_desktop.errors import BadRequestError
from cdd_desktop.periods.fiscal import BUDDHIST_OFFSET


class LayoutColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    heading: str
    source: str = ""
    value: str = ""
    map: dict[str, str] = {}
    date: Literal["iso", "ce", "be"] = "iso"
    digits: int = 0


class UploadLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    columns: tuple[LayoutColumn, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The columns a layout has, and how the rows of the table become its rows."""

    columns: tuple[GivenColumn, ...]
    _cells: tuple[Callable[[Sequence[Cell]], str], ...]

    def rows(self, rows: Iterable[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
        for row in rows:
            yield tuple(cell(row) for cell in self._cells)


def read_layout(path: Path) -> UploadLayout:
    """Raises ``BadRequestError("layout-unreadable")`` with the place and the reason."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=UploadLayout)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadRequestError("layout-unreadable", path=str(path), reason=str(error)) from error


def lay_out(layout: UploadLayout, table: GivenTable) -> LaidOut:
    """Raises ``BadRequestError("layout-column-unknown")`` for a column the table has not."""
    places = {column.key: place for place, column in enumerate(table.all_columns)}
    unknown = [column.source for column in layout.columns if column.source and column.source not in places]
    if unknown:
        raise BadRequestError("layout-column-unknown", column=unknown[0], table=table.name, columns=", ".join(places))
    return LaidOut(
        tuple(GivenColumn(column.heading, column.heading, Kind.TEXT) for column in layout.columns),
        tuple(_cell(column, places.get(column.source)) for column in layout.columns),
    )


def _cell(column: LayoutColumn, place: int | None) -> Callable[[Sequence[Cell]], str]:
    if place is None:
        return lambda _row: column.value

    def written(row: Sequence[Cell]) -> str:
        cell = row[place]
        if isinstance(cell, date) and column.date != "iso":
            year = cell.year + (BUDDHIST_OFFSET if column.date == "be" else 0)
            return f"{cell.day:02}/{cell.month:02}/{year:04}"
        text = cell if isinstance(cell, str) else plain(cell)
        return column.map.get(text, text.zfill(column.digits) if text else text)

    return written
