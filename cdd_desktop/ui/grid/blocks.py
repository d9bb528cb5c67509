"""What is done with a block of chosen cells: copied, cut, pasted, filled down, emptied."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.period import Editable
from cdd_desktop.domain.record import MARK, RAW, WHY, Content, MarkState, Value
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.grid.cells import Look
from cdd_desktop.ui.grid.clipboard import from_text, to_text
from cdd_desktop.ui.grid.model import GridModel
from cdd_desktop.ui.grid.paste_dialog import agree_to_paste
from cdd_desktop.ui.grid.pasting import plan_paste
from cdd_desktop.ui.grid.reading import value_patch
from cdd_desktop.ui.grid.view import GridView
from cdd_desktop.ui.messages import Question


class Blocks:
    """Works on the chosen cells of a view; each deed is one step of the undo stack."""

    def __init__(self, view: GridView, desk: Desk, parent: QWidget) -> None:
        self._view = view
        self._desk = desk
        self._parent = parent

    def copy(self) -> None:
        """The chosen cells as they are shown; citizen ids stay masked."""
        model = self._view.grid
        if model is None:
            return
        top, bottom, left, right = self._view.block()
        lines = range(top, min(bottom, len(model.order) - 1) + 1)
        block = [[model.cell(line, column).text for column in range(left, right + 1)] for line in lines]
        QGuiApplication.clipboard().setText(to_text(block))

    def cut(self) -> None:
        self.copy()
        self.clear()

    def paste(self) -> bool:
        """Put the clipboard's cells from the first chosen cell on; what does not fit is shown first."""
        model, text = self._view.grid, QGuiApplication.clipboard().text()
        if model is None or not text:
            return False
        plan = plan_paste(model, from_text(text), self._view.block(), self._desk)
        if not agree_to_paste(self._parent, plan, model, self._desk):
            return False
        return model.put(plan.patches)

    def clear(self) -> bool:
        """Empty the chosen cells that can be typed into."""
        model = self._view.grid
        if model is None:
            return False
        top, bottom, left, right = self._view.block()
        patches: dict[int, dict[str, Value]] = {}
        for line in range(top, min(bottom, len(model.order) - 1) + 1):
            for column in self._open_columns(model, line, left, right):
                patches.setdefault(line, {}).update(value_patch(model.columns[column], None))
        return model.put(patches)

    def fill_down(self) -> bool:
        """The first chosen line into those below; of a single line, the line above into it."""
        model = self._view.grid
        if model is None:
            return False
        top, bottom, left, right = self._view.block()
        if top == bottom:
            top -= 1
        if top < 0:
            return False
        number = model.number(top)
        if number is None:
            return False
        content = model.ledger.content(number)
        patches: dict[int, dict[str, Value]] = {}
        for line in range(top + 1, min(bottom, len(model.order) - 1) + 1):
            for column in self._open_columns(model, line, left, right):
                patches.setdefault(line, {}).update(_as_in(content, model.columns[column].key))
        return model.put(patches)

    def _open_columns(self, model: GridModel, line: int, left: int, right: int) -> list[int]:
        return [column for column in range(left, right + 1) if model.cell(line, column).look is Look.OPEN]

    def not_received(self) -> bool:
        """Say of the chosen rows that nothing has been received for them, with one reason; takes the mark away where
        all of them have it. Entries of a register are ended or confirmed instead."""
        model = self._view.grid
        if model is None or model.ledger.table.is_register or not isinstance(model.ledger.table.editable, Editable):
            return False
        top, bottom, _, _ = self._view.block()
        lines = range(top, min(bottom, len(model.order) - 1) + 1)
        period = model.ledger.table.submission.key.period
        if lines and all(model.ledger.excuse(model.order[line]) for line in lines):
            return model.put({line: {MARK + period: None, WHY + period: None} for line in lines})
        reason = self._ask_why(model, len(lines)) if lines else None
        if not reason:
            return False
        mark: dict[str, Value] = {MARK + period: MarkState.NOT_RECEIVED.value, WHY + period: reason}
        return model.put({line: dict(mark) for line in lines})

    def _ask_why(self, model: GridModel, count: int) -> str | None:
        words, translate = self._desk.words, QCoreApplication.translate
        excuses = model.ledger.form(model.order[0]).excuses
        question = Question(
            title=translate("Grid", "No data received yet"),
            sentence=translate(
                "Grid",
                "Why are there no data of the chosen rows ({n}) for this period? The reason is part of the report.",
            ).format(n=words.format_number(count)),
            yes=translate("Grid", "Mark"),
            asks_reason=True,
            choices=tuple(words.text(one.label_th, one.label_en) for one in excuses),
        )
        return self._desk.messages.ask_reason(self._parent, question)


def _as_in(content: Content, key: str) -> dict[str, Value]:
    """A cell's value and raw text as another row has them."""
    return {key: content.get(key), RAW + key: content.get(RAW + key)}
