"""What an import would do, row by row: drafts as they were read, and the frozen plan a person looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cdd_desktop.domain.record import Content, Value
from cdd_desktop.exchange.columns import SheetMap
from cdd_desktop.exchange.layout import SheetLayout
from cdd_desktop.exchange.mend import Mending


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is refused: a code of docs/codes and its parameters, at a cell (``row`` and ``column`` from 0 in
    ``sheet``; ``column`` None for the row as a whole). ``rule`` names a rule of the form."""

    sheet: str
    row: int
    column: int | None
    code: str
    path: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    rule: str = ""

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it: "C7"; the first of its row where the whole row is meant."""
        letters, number = "", (self.column or 0) + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Mended:
    """A cell that was mended while it was read."""

    column: int
    path: str
    mending: Mending


@dataclass(slots=True)
class DraftRow:
    """One row of a record with the rows of its tables. ``patch`` is what the row says (None: made blank); ``base``
    the entry as it stood when the workbook was made, empty for a row typed anew. ``number`` is the one its tables
    name it by."""

    sheet: str
    row: int
    ref: str = ""
    number: str = ""
    base: Content | None = None
    patch: dict[str, Value] = field(default_factory=dict)
    cells: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)

    def refuse(self, code: str, path: str = "", **params: object) -> None:
        """Adds a fault at the cell of a path, or at the row as a whole."""
        self.faults.append(Fault(self.sheet, self.row, self.cells.get(path), code, path, params))


@dataclass(frozen=True, slots=True)
class SheetDrafts:
    """The rows of a kind of record as they were read."""

    layout: SheetLayout
    map: SheetMap
    rows: list[DraftRow]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of the preview. ``row`` counts from 1, as the spreadsheet does. ``incomplete``: saved, and not done yet.
    ``paths`` are what it sets."""

    sheet: str
    row: int
    state: RowState
    title: str
    faults: tuple[Fault, ...] = ()
    mended: tuple[Mended, ...] = ()
    paths: tuple[str, ...] = ()
    incomplete: bool = False
    matched: bool = False


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import did, or would do."""

    rows: tuple[PlannedRow, ...]
    maps: tuple[SheetMap, ...] = ()
    layouts: tuple[SheetLayout, ...] = ()

    def count(self, state: RowState) -> int:
        return sum(row.state is state for row in self.rows)

    @property
    def refused(self) -> tuple[PlannedRow, ...]:
        return tuple(row for row in self.rows if row.state is RowState.REFUSED)

    @property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(fault for row in self.rows for fault in row.faults)
