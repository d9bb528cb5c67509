"""The preview of a paste where not everything fits: which cells, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.grid.model import GridModel
from cdd_desktop.ui.grid.pasting import Misfit, Plan
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.theme import Tone

_LISTED = 12
_SHORT = 28


def agree_to_paste(parent: QWidget, plan: Plan, model: GridModel, desk: Desk) -> bool:
    """Whether what fits shall be pasted. Asked only where something does not fit."""
    if not plan.misfits:
        return True
    translate = QCoreApplication.translate
    words = desk.words
    lines = [describe(one, model, desk) for one in plan.misfits[:_LISTED]]
    if len(plan.misfits) > _LISTED:
        more = translate("Grid", "and {n} more").format(n=words.format_number(len(plan.misfits) - _LISTED))
        lines.append(more)
    head = translate("Grid", "{fit} cells fit, {misfit} do not. These stay as they are:").format(
        fit=words.format_number(plan.fitting), misfit=words.format_number(len(plan.misfits))
    )
    return desk.messages.ask(
        parent,
        Question(
            title=translate("Grid", "Not everything fits"),
            sentence="\n".join((head, *lines)),
            yes=translate("Grid", "Paste what fits"),
            no=translate("Grid", "Cancel"),
            tone=Tone.WARN,
        ),
    )


def describe(misfit: Misfit, model: GridModel, desk: Desk) -> str:
    """แถว 3 เงินสัจจะสะสม "abc": ต้องเป็นตัวเลข."""
    heads: Sequence[str] = [column.head for column in model.columns]
    head = heads[misfit.column] if misfit.column < len(heads) else ""
    text = " ".join(misfit.text.split())
    text = text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
    row = QCoreApplication.translate("Grid", "Row {n}").format(n=misfit.line + 1)
    return desk.words.digits(f"{row} {head}") + f' "{text}": {misfit.why}'
