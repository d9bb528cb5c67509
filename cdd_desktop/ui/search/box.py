"""The search box over the window: what is known at once, records as the store lane finds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from cdd_desktop.forms.sought import sought_words
from cdd_desktop.operations.search_records import RecordHit, search_records
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.icons import icon
from cdd_desktop.ui.search.delegate import HitDelegate
from cdd_desktop.ui.search.hits import Hit, hit_of_record
from cdd_desktop.ui.search.known import known_hits, matching
from cdd_desktop.ui.search.model import HitsModel
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.labels import Label

_SIZE = (680, 500)
_BELOW_THE_TOP = 48
_AROUND = 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class _Line(QLineEdit):
    """Keeps the keyboard while the arrows move in the list below."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class SearchBox(QDialog):
    """``chosen`` carries a ``Hit``, after the box is closed.

    One question at a time goes to the store lane, so that a save never waits for more than one; while it is answered
    only the newest text is remembered, and an answer to an older one is dropped.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = known_hits(desk)
        self._fixed: list[Hit] = []
        self._records: list[Hit] = []
        self._asked = ""  # the text the store lane is looking for, or has answered last
        self._running = False
        self._open_when_found = False
        self.setModal(True)
        self.setWindowTitle(self.tr("Search"))
        self.line = _Line()
        self.line.setPlaceholderText(self.tr("Name, village, dataset, screen or command"))
        self.line.setAccessibleName(self.tr("Search everything"))
        self.line.addAction(icon("search", theme().tokens.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._enter)
        self.line.moved.connect(self._move)
        self.model = HitsModel()
        self._delegate = HitDelegate(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._say_current)
        self.nothing = Label(self.tr("Nothing found. Try a shorter word or another spelling."), "muted", wrap=True)
        self.keys = Label(self.tr("Arrows choose · Enter opens · Esc closes"), "note", wrap=True)
        self._build(parent)
        self._typed("")

    def _build(self, window: QWidget) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(14)] * 4)
        column.setSpacing(look.px(8))
        column.addWidget(self.line)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.keys)
        width, height = (
            min(look.px(wanted), has - 2 * _AROUND) for wanted, has in zip(_SIZE, _sides(window), strict=True)
        )
        self.setFixedSize(width, height)
        top = min(look.px(_BELOW_THE_TOP), window.height() - height - _AROUND)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, max(top, _AROUND))))

    # --- looking ---------------------------------------------------------------------------------------------------

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._open_when_found = False
        self._delegate.words = sought_words(text)
        self._fixed = matching(self._known, self._delegate.words)
        if not self._delegate.words:
            self._records = []
        self._show(0)
        self._ask()

    @property
    def waits(self) -> bool:
        """Whether the records shown are not yet those of what is typed."""
        return bool(self._delegate.words) and (self._running or self._asked != self.line.text())

    def _ask(self) -> None:
        text = self.line.text()
        if self._running or text == self._asked or not self._delegate.words:
            return
        workplace = self._desk.workplace
        self._running, self._asked = True, text
        self._desk.tasks.store(lambda: workplace.read(search_records, text), self._take, self._fail)

    def _take(self, found: Sequence[RecordHit]) -> None:
        self._running = False
        if not self._delegate.words:
            self._asked = ""
        elif self._asked != self.line.text():
            self._ask()  # and what has come is an answer to something else
        else:
            self._records = [hit_of_record(one, self._desk) for one in found]
            self._show(max(self.list.currentIndex().row(), 0))
            if self._open_when_found:
                self._enter()

    def _fail(self, error: Exception) -> None:
        self._running = False
        self._desk.messages.tell(self, error)

    def _show(self, current: int) -> None:
        hits = [*self._fixed, *self._records]
        self.model.set_hits(hits)
        self.nothing.setVisible(not hits and not self.waits)
        self.list.setVisible(bool(hits) or self.waits)
        if hits:
            self.list.setCurrentIndex(self.model.index(min(current, len(hits) - 1)))

    # --- choosing --------------------------------------------------------------------------------------------------

    @Slot(int)
    def _move(self, step: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            row = self.list.currentIndex().row() + step
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), last)))

    @Slot()
    def _enter(self) -> None:
        """Opens the current hit; where records of this text are still to come, once they are there."""
        index = self.list.currentIndex()
        if (self.waits and index.row() >= len(self._fixed)) or not index.isValid():
            self._open_when_found = self.waits
        else:
            self._choose(index)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        hit = self.model.hits[index.row()]
        self.accept()
        self.chosen.emit(hit)

    @Slot(QModelIndex)
    def _say_current(self, index: QModelIndex) -> None:
        """To readers of the screen: the keyboard stays in the box."""
        self.line.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))


def _sides(window: QWidget) -> tuple[int, int]:
    return window.width(), window.height()
