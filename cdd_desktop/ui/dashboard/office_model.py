"""All windows of one office as a table: dataset, period, due date, state, verdict, entries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cdd_desktop.domain.period import Window
from cdd_desktop.reports.dashboard import Cell, CellState
from cdd_desktop.ui.dashboard.matrix_model import TONE
from cdd_desktop.ui.state_words import verdict_word
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.cell_words import TONES, state_in_words
from cdd_desktop.ui.words import Words

STATE_COLUMN = 3
ENTRIES_COLUMN = 5

AnyIndex = QModelIndex | QPersistentModelIndex


class OfficeModel(QAbstractTableModel):
    """Rows in the order they were given: a window and its cell each."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows: list[tuple[Window, Cell]] = []

    def show(self, rows: Sequence[tuple[Window, Cell]]) -> None:
        """Take new rows; windows this office does not report are left out."""
        self.beginResetModel()
        self._rows = [(window, cell) for window, cell in rows if cell.state is not CellState.NOT_REPORTED]
        self.endResetModel()

    def cell_at(self, row: int) -> Cell | None:
        return self._rows[row][1] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = (
            self.tr("Dataset"),
            self.tr("Period"),
            self.tr("Due"),
            self.tr("State"),
            self.tr("Timeliness"),
            self.tr("Entries done"),
        )
        return titles[section] if 0 <= section < len(titles) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        window, cell = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index.column(), window, cell)
        if role == TONE:
            return TONES[cell.state] if index.column() == STATE_COLUMN else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == ENTRIES_COLUMN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, column: int, window: Window, cell: Cell) -> str:
        words, fact = self._words, cell.fact
        if column == 0:
            return words.dataset(window.dataset)
        if column == 1:
            return words.period(window)
        if column == 2:
            return words.format_date(window.due_on)
        if column == STATE_COLUMN:
            return state_in_words(cell)
        if fact is None:
            return ""
        if column == 4:
            return verdict_word(fact.verdict) if fact.verdict is not None and fact.received else ""
        if not fact.progress.expected:
            return words.format_number(fact.progress.done) if fact.progress.done else ""
        return words.digits(f"{fact.progress.done:,} / {fact.progress.expected:,}")


def tone_of(index: AnyIndex) -> Tone | None:
    """The tone of a chip, None for plain text."""
    tone = index.data(TONE)
    return Tone(tone) if isinstance(tone, str) else None  # Qt hands back plain text
