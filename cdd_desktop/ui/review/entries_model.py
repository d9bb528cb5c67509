"""The entries of a frozen list, each with what a reviewer should look at first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cdd_desktop.operations.read_review import ReviewEntry
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.painting import is_current, paint_chip, paint_entry, paint_text

ROW = int(Qt.ItemDataRole.UserRole)

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry with its words; ``note`` is its kind and mark."""

    entry: ReviewEntry
    title: str
    note: str


class EntriesModel(QAbstractListModel):
    """Words are found for entries in sight only, by ``tell``: a list may have thousands. ``set_comments`` tells how
    many comments are written for each record."""

    def __init__(self, tell: Callable[[ReviewEntry], EntryRow]) -> None:
        super().__init__()
        self._tell = tell
        self._entries: tuple[ReviewEntry, ...] = ()
        self._told: dict[int, EntryRow] = {}
        self._comments: dict[str, int] = {}

    def show(self, entries: Sequence[ReviewEntry]) -> None:
        self.beginResetModel()
        self._entries, self._told = tuple(entries), {}
        self.endResetModel()

    def set_comments(self, comments: Mapping[str, int]) -> None:
        self._comments = dict(comments)
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def row_at(self, number: int) -> EntryRow | None:
        if not 0 <= number < len(self._entries):
            return None
        row = self._told.get(number)
        if row is None:
            row = self._told[number] = self._tell(self._entries[number])
        return row

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (row.title, row.note, self.chip(row)[0]) if part)
        return row if role == ROW else None

    def chip(self, row: EntryRow) -> tuple[str, Tone]:
        """The one chip of an entry: own comments before what is open, earlier comments, reasons, and figures that look
        copied."""
        written = self._comments.get(row.entry.record_id, 0)
        if written:
            return self.tr("Comments: {n}").format(n=written), Tone.WARN
        entry = row.entry
        if entry.errors:
            return self.tr("Errors: {n}").format(n=entry.errors), Tone.BAD
        if entry.warnings:
            return self.tr("Warnings: {n}").format(n=entry.warnings), Tone.WARN
        if entry.said:
            answered = all(said[-1].answer for said in entry.said.values())
            return self.tr("answered") if answered else self.tr("commented before"), Tone.INFO
        if entry.reasons:
            return self.tr("Reasons: {n}").format(n=len(entry.reasons)), Tone.INFO
        return (self.tr("same as last period"), Tone.INFO) if entry.copied else ("", Tone.MUTED)


class EntryDelegate(QStyledItemDelegate):
    """Title on the first line, kind and chip on the second."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 - Qt's own signature
        return QSize(160, theme().px(62))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row, model = index.data(ROW), index.model()
        if not isinstance(row, EntryRow) or not isinstance(model, EntriesModel):
            return
        painter.save()
        upper, lower = paint_entry(painter, option)
        paint_text(painter, upper, row.title, bold=is_current(option))
        text, tone = model.chip(row)
        taken = paint_chip(painter, lower, text, tone, right=True) + theme().px(8) if text else 0
        paint_text(painter, lower.adjusted(0, 0, -taken, 0), row.note, size=12.5, colour="muted")
        painter.restore()
