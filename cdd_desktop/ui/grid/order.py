"""Which rows stand where: sorted by a column as Thai dictionaries and figures are, blanks last; or only those found."""

from __future__ import annotations

from collections.abc import Iterable

from cdd_desktop.collation import thai_key
from cdd_desktop.ui.grid.columns import Source
from cdd_desktop.ui.grid.model import GridModel

MOST_WORKED_OUT = 3_000  # rows that are worked out only to sort by a calculated column


def sortable(model: GridModel, column: int) -> bool:
    """Whether the table can be sorted by a column without keeping a person waiting."""
    field = model.columns[column].field
    return field is None or field.computed is None or len(model.ledger.rows) <= MOST_WORKED_OUT


def sorted_rows(model: GridModel, numbers: Iterable[int], column: int, *, descending: bool) -> list[int]:
    """The rows in the order of a column; equal ones keep their order, blanks stand last both ways."""
    keys = {number: _key(model, number, column) for number in numbers}
    filled = [number for number, key in keys.items() if key is not None]
    blank = [number for number, key in keys.items() if key is None]
    filled.sort(key=lambda number: keys[number] or (0, 0, ""), reverse=descending)
    return filled + blank


def _key(model: GridModel, number: int, column: int) -> tuple[int, int, str] | None:
    """Figures and dates by their value, before texts; None for a blank."""
    one = model.columns[column]
    if one.source is Source.FIELD and one.field is not None:
        computed = one.field.computed is not None
        values = model.ledger.look(number).evaluation.values if computed else model.ledger.content(number)
        value = values.get(one.key)
        if isinstance(value, int):
            return 0, value, ""
        if one.field.type.value == "date" and isinstance(value, str):
            return 0, 0, value
    cells = model.maker.row(number, model.ledger.peek(number))
    text = cells[column].text.strip()
    return (1, 0, thai_key(text)) if text else None


def matching_rows(model: GridModel, text: str) -> list[int]:
    """The rows that hold every word of a text in their name, place or any value."""
    words = text.casefold().replace(",", "").split()
    return [number for number in range(len(model.ledger.rows)) if _holds(model, number, words)]


def _holds(model: GridModel, number: int, words: list[str]) -> bool:
    haystack = model.maker.haystack(number)
    return all(word in haystack for word in words)
