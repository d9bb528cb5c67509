"""The left side of the entry screen: search, the entries with their states, how many are done and how many are left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from cdd_desktop.operations.views import EntryRef, WorklistItem
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import PrimaryButton
from cdd_desktop.ui.widgets.buttons import QuietButton, Segment
from cdd_desktop.ui.words import Words
from cdd_desktop.ui.worklist.delegate import WorklistDelegate
from cdd_desktop.ui.worklist.model import ROW, SEARCH, WorklistModel, WorklistRow
from cdd_desktop.ui.worklist.round_bar import RoundBar

_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class _SearchLine(QLineEdit):
    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _COMES_BACK:
            self.entered.emit()


class WorklistPanel(QFrame):
    """``chosen`` carries the item a person went to; ``add_asked`` the entity of a record to add; with ``search_begun``
    the keyboard went to the search.

    Two lists may stand side by side, the submission's entries and its register; ``list_changed`` tells which (0, 1).
    """

    chosen = Signal(object)
    search_begun = Signal()
    add_asked = Signal(str)
    list_changed = Signal(int)
    propose_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("role", "card")
        self._addable: tuple[tuple[str, str], ...] = ()
        self._wide = self._editable = False
        self._marked: EntryRef | None = None
        self.model = WorklistModel()
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.model)
        self.shown.setFilterRole(SEARCH)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, theme().px(10), 1, theme().px(10))
        layout.setSpacing(theme().px(8))
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.setSpacing(theme().px(8))
        self._head.addLayout(self._make_lists())
        self._head.addLayout(self._make_search())
        layout.addLayout(self._head)
        view = self._make_view()
        self.bar = RoundBar(view, self.model, words, self)
        layout.addWidget(self.bar)
        layout.addWidget(view, 1)
        layout.addLayout(self._make_foot())

    # --- what is shown -------------------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[WorklistRow], *, editable: bool = False) -> None:
        """Show these entries; the current one stays current when it is still there."""
        self._editable = editable
        current = self._current_row()
        self.model.set_rows(rows)
        done = sum(1 for row in rows if row.finished)
        words = self._words
        self.done.setText(words.digits(self.tr("{done} of {all} entries").format(done=done, all=len(rows))))
        left = len(rows) - done
        self.left.setText(words.digits(self.tr("{n} left").format(n=left)) if left else self.tr("All done"))
        self.left.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if current is not None:
            self._set_current(self.model.find(current.ref))
        self._offer_next()

    def set_lists(self, first: str, second: str, *, current: int) -> None:
        """Name the two lists; without a second name there is no switch."""
        for button, text in ((self.first_list, first), (self.second_list, second)):
            button.set_text(text)
            button.setVisible(bool(second))
        self.first_list.setChecked(current == 0)
        self.second_list.setChecked(current == 1)

    def set_addable(self, entities: Sequence[tuple[str, str]]) -> None:
        """Offer adding a record of these (entity key, words)."""
        self._addable = tuple(entities)
        self.add.set_text("+ " + (entities[0][1] if len(entities) == 1 else self.tr("Add…")))
        self.add.setVisible(bool(entities))

    def set_empty_text(self, text: str) -> None:
        """What stands in the list when there is nothing in it."""
        self.empty.setText(text)

    # --- moving --------------------------------------------------------------------------------------------------

    def mark(self, ref: EntryRef, *, reveal: bool = False) -> None:
        """Mark the entry that a ref names, now or when the search shows it; ``reveal`` ends a search that hides it."""
        self._marked = ref
        number = self.model.find(ref)
        if reveal and number >= 0 and not self.shown.mapFromSource(self.model.index(number)).isValid():
            self.search.clear()
        self._set_current(number)

    def all_done(self) -> bool:
        """Whether nothing in the list is left to do."""
        return bool(self.model.rows) and all(row.finished for row in self.model.rows)

    def _current_row(self) -> WorklistRow | None:
        row = self.view.currentIndex().data(ROW)
        return row if isinstance(row, WorklistRow) else None

    def _set_current(self, number: int) -> None:
        index = self.shown.mapFromSource(self.model.index(number)) if number >= 0 else QModelIndex()
        selection = self.view.selectionModel()
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.view.scrollTo(index)

    def neighbour(self, step: int) -> WorklistItem | None:
        """The entry ``step`` places after the current one in the list as shown; None at its ends."""
        here = self.view.currentIndex()
        index = self.shown.index((here.row() if here.isValid() else -1) + step, 0)
        row = index.data(ROW)
        return row.item if isinstance(row, WorklistRow) else None

    def next_unfinished(self) -> WorklistItem | None:
        """The next entry with something left to do, after the current one and then from the top."""
        count, here = self.shown.rowCount(), self.view.currentIndex().row()
        for step in range(1, count + 1):
            row = self.shown.index((here + step) % count, 0).data(ROW)
            if isinstance(row, WorklistRow) and not row.finished and row != self._current_row():
                return row.item
        return None

    def first_commented(self) -> WorklistItem | None:
        """The first entry that a reviewer has remarked on."""
        return next((row.item for row in self.model.rows if row.item.comments), None)

    def next_commented(self) -> WorklistItem | None:
        """The next one after the current entry, in the list as shown; None when that was the last."""
        here = self.view.currentIndex().row()
        rows = [self.shown.index(number, 0).data(ROW) for number in range(here + 1, self.shown.rowCount())]
        return next((row.item for row in rows if isinstance(row, WorklistRow) and row.item.comments), None)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self.search_begun.emit()

    def take_keyboard(self) -> None:
        """The keyboard goes to the next step: the filled button, adding where nothing is listed, else the list."""
        nothing = not self.model.rows and not self.add.isHidden()
        stop = self.go_on if not self.go_on.isHidden() else self.add if nothing else self.view
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    # --- parts ---------------------------------------------------------------------------------------------------

    def _make_lists(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(12), 0, theme().px(12), 0)
        line.setSpacing(theme().px(6))
        self.first_list, self.second_list = Segment(""), Segment("")
        for button in (self.first_list, self.second_list):
            button.hide()
            line.addWidget(button)
        self.first_list.clicked.connect(self._first_asked)
        self.second_list.clicked.connect(self._second_asked)
        return line

    def _make_search(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(12), 0, theme().px(12), 0)
        self.search = _SearchLine(self)
        self.search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search the list"))
        self.search.setClearButtonEnabled(True)
        self.search.entered.connect(self.search_begun)
        self.search.textChanged.connect(self._sought)
        self.search.returnPressed.connect(self._open_first)
        line.addWidget(self.search)
        return line

    def _make_view(self) -> QListView:
        self.view = QListView(self)
        self.view.setModel(self.shown)
        self._rows = WorklistDelegate(self.view)
        self.view.setItemDelegate(self._rows)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Entries"))
        self.view.clicked.connect(self._clicked)
        self.view.activated.connect(self._opened)
        self.empty = QLabel(self.view)
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self.view)
        inside.setContentsMargins(theme().px(18), theme().px(28), theme().px(18), 0)
        inside.addWidget(self.empty)
        inside.addStretch(1)
        return self.view

    def _make_foot(self) -> QBoxLayout:
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._foot.setContentsMargins(theme().px(12), 0, theme().px(14), 0)
        self._foot.setSpacing(theme().px(6))
        self.add = QuietButton("")
        self.add.clicked.connect(self._add_clicked)
        self.add.hide()
        self._foot.addWidget(self.add)
        line = QHBoxLayout()
        self.done, self.left = QLabel(self), QLabel(self)
        self.done.setProperty("role", "note")
        self.left.setProperty("role", "section")
        line.addWidget(self.done)
        line.addStretch(1)
        line.addWidget(self.left)
        self._foot.addLayout(line, 1)
        self.go_on = PrimaryButton(self.tr("Enter the next"), "right")
        self.go_on.set_icon_after()
        self.go_on.clicked.connect(self._go_on)
        self.go_on.hide()
        self._foot.addWidget(self.go_on)
        return self._foot

    def set_wide(self, wide: bool) -> None:
        """Alone on a low page: search and foot take one line each, a row one line, and the next step has its button."""
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._wide = wide
        self._head.setDirection(direction)
        self._foot.setDirection(direction)
        self._foot.setSpacing(theme().px(14 if wide else 6))
        self._rows.set_one_line(wide)
        self.view.doItemsLayout()
        self._offer_next()

    def _offer_next(self) -> None:
        """The next entry, what a reviewer has remarked on, or the way on when all are done."""
        more = self.next_unfinished() is not None
        words = self.tr("Enter the next") if more else self.tr("All entered: go on to propose")
        self.go_on.set_text(self.tr("See comments") if not more and self.next_commented() is not None else words)
        self.go_on.setVisible(self._wide and self._editable and (more or self.all_done()))

    def _go_on(self) -> None:
        item = self.next_unfinished() or self.next_commented()
        if item is not None:
            self.chosen.emit(item)
        else:
            self.propose_asked.emit()

    # --- what a person does --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus():
            self._opened(self.view.currentIndex())
            return
        super().keyPressEvent(event)

    def _sought(self, text: str) -> None:
        self.shown.setFilterFixedString(text)
        if self._marked is not None and not self.bar.several:
            self._set_current(self.model.find(self._marked))

    def _clicked(self, index: QModelIndex) -> None:
        if not self.bar.several:  # selecting is no going there
            self._opened(index)

    def _opened(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, WorklistRow):
            self.chosen.emit(row.item)

    def _open_first(self) -> None:
        self._opened(self.shown.index(0, 0))

    def _first_asked(self) -> None:
        self.list_changed.emit(0)

    def _second_asked(self) -> None:
        self.list_changed.emit(1)

    def _add_clicked(self) -> None:
        if len(self._addable) == 1:
            self.add_asked.emit(self._addable[0][0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in self._addable:
            menu.addAction(words).setData(key)
        menu.triggered.connect(self._add_chosen)
        menu.popup(self.add.mapToGlobal(self.add.rect().topLeft()))

    def _add_chosen(self, action: QAction) -> None:
        self.add_asked.emit(str(action.data()))
