"""The one grid every field of a form stands on: three columns, two or one as the width allows.

A line of boxes takes three lines of the grid: heads and boxes, sentences, and the lines to write in. The
line of sentences is always there, so nothing moves when a sentence of one line appears; a sentence may run on below
its right-hand neighbours while they have none.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cdd_desktop.ui.entry.field_box import FieldBox, WritingStrip
from cdd_desktop.ui.theme import theme

WIDTHS = (640, 420)  # from these widths on there are three, or two columns
GAP = 20

Cell = tuple[FieldBox, int, int]  # box, first column, columns


def columns_for(width: int) -> int:
    """How many columns fit."""
    three, two = (theme().px(one) for one in WIDTHS)
    return 3 if width >= three else 2 if width >= two else 1


def rows_of_boxes(boxes: Sequence[FieldBox], columns: int) -> list[list[Cell]]:
    """Boxes side by side in their order; one that does not fit begins a new row."""
    rows: list[list[Cell]] = []
    used = columns
    for box in boxes:
        span = columns if box.editor.wide else min(max(box.field.columns, 1), columns)
        if used + span > columns:
            rows.append([])
            used = 0
        rows[-1].append((box, used, span))
        used += span
    return rows


class FormGrid(QGridLayout):
    """Lays out headings and rows of boxes; ``begin`` empties it, the widgets stay their owner's."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(theme().px(GAP))
        self.setVerticalSpacing(0)
        self.columns = 3
        self._line = 0

    def begin(self, columns: int) -> None:
        while self.count():
            self.takeAt(0)
        for line in range(self.rowCount()):
            self.setRowMinimumHeight(line, 0)
            self.setRowStretch(line, 0)
        for column in range(3):
            self.setColumnStretch(column, 1 if column < columns else 0)
            self.setColumnMinimumWidth(column, 0)
        self.columns = columns
        self._line = 0

    def add_wide(self, widget: QWidget) -> None:
        """A heading, a table or a banner over the whole width."""
        widget.show()
        self.addWidget(widget, self._line, 0, 1, self.columns)
        self._line += 1

    def add_row(self, row: Sequence[Cell], strips: Sequence[WritingStrip], width: int) -> None:
        """Boxes side by side, their sentences, and the lines to write in below them."""
        one = (width - (self.columns - 1) * self.horizontalSpacing()) // self.columns
        head = max(box.head_height(one * span + (span - 1) * self.horizontalSpacing()) for box, _, span in row)
        for box, column, span in row:
            box.head.setFixedHeight(head)
            box.show()
            self.addWidget(box, self._line, column, 1, span)
        self._add_sentences(row, one)
        self._line += 2
        for strip in strips:
            self.add_wide(strip)

    def _add_sentences(self, row: Sequence[Cell], one: int) -> None:
        """``one`` is the width of a column; a sentence that does not fit below its box takes free neighbours."""
        taken = {column for box, first, span in row if box.note for column in range(first, first + span)}
        self.setRowMinimumHeight(self._line + 1, row[0][0].message.minimumHeight())
        for box, first, span in row:
            if box.note is None:
                box.message.hide()
                continue
            last, align = first + span, Qt.AlignmentFlag.AlignLeft
            if box.message.fontMetrics().horizontalAdvance(box.note.text) > one * span:
                while last < self.columns and last not in taken:
                    last += 1
                if last == first + span == self.columns:
                    align = Qt.AlignmentFlag.AlignRight if first - 1 not in taken and first else align
                    while first > 0 and first - 1 not in taken:
                        first -= 1
            box.message.setAlignment(align | Qt.AlignmentFlag.AlignTop)
            taken.update(range(first, last))
            box.message.show()
            self.addWidget(box.message, self._line + 1, first, 1, last - first)

    def finish(self) -> None:
        """The rest of the height stays empty below the last row."""
        self.setRowStretch(self._line, 1)
