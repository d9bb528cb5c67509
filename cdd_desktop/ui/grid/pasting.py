"""What a block of texts would do to a table: a patch for every cell it fits into, and why it does not fit elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import Content, Value
from cdd_desktop.forms.values import Ask, NotAValue, Parsed
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.grid.cells import Look
from cdd_desktop.ui.grid.model import GridModel
from cdd_desktop.ui.grid.saying import why_not

Block = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A cell that cannot take its text: its line and column, the text, and why in words."""

    line: int
    column: int
    text: str
    why: str


@dataclass(slots=True)
class Plan:
    """``patches`` by line; ``fitting`` counts the cells they fill."""

    patches: dict[int, dict[str, Value]] = field(default_factory=dict)
    misfits: list[Misfit] = field(default_factory=list)
    fitting: int = 0


def plan_paste(model: GridModel, block: Block, place: tuple[int, int, int, int], desk: Desk) -> Plan:
    """Where each text of a block goes: from the first chosen cell on; one text, or one line of them, fills every
    chosen line. A cell that already shows its text is left alone, also one that cannot be typed into."""
    top, bottom, left, right = place
    rows = [list(row) for row in block]
    if len(rows) == 1:
        if len(rows[0]) == 1:
            rows[0] = rows[0] * (right - left + 1)
        rows = rows * (bottom - top + 1)
    plan = Plan()
    for line, row in enumerate(rows, start=top):
        for column, text in enumerate(row, start=left):
            _plan_cell(model, plan, (line, column), text, desk)
    return plan


def _plan_cell(model: GridModel, plan: Plan, place: tuple[int, int], text: str, desk: Desk) -> None:
    line, column = place
    translate = QCoreApplication.translate
    if column >= len(model.columns) or (line >= model.rowCount() and not model.addable):
        if text.strip():
            plan.misfits.append(Misfit(line, column, text, translate("Grid", "beyond the table")))
        return
    one = model.columns[column]
    cell = model.cell(line, column)
    if text.strip() == cell.text.strip():
        return
    if cell.look is not Look.OPEN:
        why = why_not(cell.look, one) or translate("Grid", "cannot be changed now")
        plan.misfits.append(Misfit(line, column, text, why))
        return
    outcome = model.reader.read(one, text)
    if isinstance(outcome, Parsed):
        patch: Content = model.reader.patch(one, text, outcome)
        plan.patches.setdefault(line, {}).update(patch)
        plan.fitting += bool(patch)
        return
    plan.misfits.append(Misfit(line, column, text, _why(outcome, desk)))


def _why(outcome: Ask | NotAValue, desk: Desk) -> str:
    if isinstance(outcome, NotAValue):
        return desk.messages.sentence(outcome.code, outcome.params)
    return QCoreApplication.translate("Grid", "could mean more than one thing: type it in the cell")
