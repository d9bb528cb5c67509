"""The right side of a review: one record's fields with last period beside them, and a column for comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cdd_desktop.ui.review.field_rows import FieldRow
from cdd_desktop.ui.review.fields_model import COMMENT, FieldsModel
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import FirstCell, Label, QuietButton


class _CommentDelegate(QStyledItemDelegate):
    """A plain line to write in, as high as its row."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setStyleSheet("QLineEdit { border-radius: 0; padding: 0 4px; min-height: 0; }")
        return editor


class FieldsView(QTableView):
    """Rows grow with their text. Enter on a field goes to its comment; ``left`` asks for the next (1) or the
    previous (-1) record."""

    left = Signal(int)

    def __init__(self, model: FieldsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = model
        self.setModel(model)
        FirstCell(self)
        self.setItemDelegateForColumn(COMMENT, _CommentDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setStyleSheet(f"QTableView::item {{ padding: {theme().px(4)}px {theme().px(8)}px; }}")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setAccessibleName(self.tr("Fields of the record"))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme().px(36))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self._arrange)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # Enter that ended the comment comes here as well
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            comment = self._fields.index(index.row(), COMMENT)
            self.setCurrentIndex(comment)
            if self._fields.flags(comment) & Qt.ItemFlag.ItemIsEditable:
                self.edit(comment)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _arrange(self) -> None:
        self.clearSpans()
        for number, row in enumerate(self._fields.rows):
            if row.heading:
                self.setSpan(number, 0, 1, self._fields.columnCount())
        self._fit()
        said = next((number for number, row in enumerate(self._fields.rows) if row.remark), None)
        if said is not None:  # what was spoken of is seen first
            self.updateGeometries()
            self.scrollTo(self._fields.index(said, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _fit(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate((0.34, 0.22, 0.18, 0.26)):
            self.setColumnWidth(column, int(width * share))
        self.resizeRowsToContents()


@dataclass(frozen=True, slots=True)
class Heading:
    """A record's name, its kind and mark, and what was said of the whole of it before."""

    title: str
    note: str
    said: str = ""


class RecordView(QFrame):
    """``commented`` carries path ("" for the whole record) and text; ``left`` asks for another record."""

    commented = Signal(str, str)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.fields = FieldsModel()
        self.fields.commented.connect(self.commented)
        self.view = FieldsView(self.fields)
        self.view.left.connect(self.left)
        self.title = Label("", "heading", elide=True)
        self.note = Label("", "note", elide=True)
        self.hint = Label(
            self.tr("Enter on a line writes a comment on it; comments go with “Send back”."), "note", wrap=True
        )
        self.said = Label("", "note", wrap=True)
        self.remark = QLineEdit()
        self.remark.setPlaceholderText(self.tr("Comment on the whole record"))
        self.remark.setAccessibleName(self.tr("Comment on the whole record"))
        self.remark.editingFinished.connect(self._take_remark)
        self.photos = QuietButton(self.tr("Photos"), "photo")
        self.photos.hide()
        self.previous = QuietButton(self.tr("Previous"), "up")
        self.following = QuietButton(self.tr("Next"), "down")
        self.previous.clicked.connect(self._go_up)
        self.following.clicked.connect(self._go_down)
        self.previous.setToolTip(self.tr("Alt+Up"))
        self.following.setToolTip(self.tr("Alt+Down"))
        self._build()

    def _build(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.note)
        head = QHBoxLayout()
        head.addLayout(texts, 1)
        head.addWidget(self.photos)
        head.addWidget(self.previous)
        head.addWidget(self.following)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(m) for m in (18, 12, 18, 14)])
        column.setSpacing(theme().px(8))
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.said)
        column.addWidget(self.hint)
        column.addWidget(self.remark)

    def show_record(
        self, heading: Heading, rows: Sequence[FieldRow], comments: Mapping[str, str], *, writable: bool
    ) -> None:
        """Another record; ``comments`` by path are those written and not yet sent."""
        self.title.set_text(heading.title)
        self.note.set_text(heading.note)
        self.said.set_text(heading.said)
        self.said.setVisible(bool(heading.said))
        self.fields.show(rows, comments, writable=writable)
        self.remark.setText(comments.get("", ""))
        self.remark.setVisible(writable)
        self.hint.setVisible(writable)

    @Slot()
    def _take_remark(self) -> None:
        self.commented.emit("", self.remark.text().strip())

    @Slot()
    def _go_up(self) -> None:
        self.left.emit(-1)

    @Slot()
    def _go_down(self) -> None:
        self.left.emit(1)
