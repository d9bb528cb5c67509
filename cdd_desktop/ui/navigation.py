"""The dark navigation: a column at the left, or a bar with words on top where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cdd_desktop.ui.icons import icon
from cdd_desktop.ui.screens import ScreenEntry
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import ToolButton, lead_tab_to
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.words import Words

COLUMN_WIDTH = 216


@dataclass(frozen=True, slots=True)
class Standing:
    """Who works where, and how the line is: the texts at the head and foot of the navigation."""

    office: str = ""
    person: str = ""
    role_and_line: str = ""
    contact: str = ""


class _Plain(QPushButton):
    """A word with its icon and its keys in the tool tip."""

    def __init__(self, text: str, icon_name: str, keys: str) -> None:
        super().__init__(text)
        self.setProperty("role", "navigate")
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})")
        size = theme().px(20)
        self._picture = icon(icon_name, theme().tokens.navigation_text, size)
        self.setIconSize(QSize(size, size))
        self.setProperty("tight", False)
        self.set_pictured(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_pictured(self, pictured: bool) -> None:
        """With its icon, or the word alone and closer to its neighbours where there is little room."""
        self.setIcon(self._picture if pictured else QIcon())
        tight = not pictured
        if self.property("tight") != tight:
            self.setProperty("tight", tight)
            self.style().unpolish(self)
            self.style().polish(self)


class _Entry(_Plain):
    """A screen, perhaps with a number."""

    def __init__(self, entry: ScreenEntry, shortcut: str) -> None:
        super().__init__(entry.label() if entry.label is not None else entry.name, entry.icon, shortcut)
        self.setObjectName(entry.name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.badge = QLabel(self)
        self.badge.setProperty("role", "badge")
        self.badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.badge.hide()

    def set_badge(self, text: str) -> None:
        self.badge.setText(text)
        self.badge.setVisible(bool(text))
        self.setAccessibleName(f"{self.text()} {text}".strip())
        self.badge.adjustSize()
        self._place()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setBold(True)
        grows = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        room = self.badge.width() + theme().px(12) if not self.badge.isHidden() else 0
        return QSize(hint.width() + max(grows, 0) + 2 + room, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.badge.move(self.width() - self.badge.width() - theme().px(10), (self.height() - self.badge.height()) // 2)


class Navigation(QFrame):
    """``chosen`` carries a screen's name, ``keyed`` follows where it was chosen by its keys; ``lock_requested`` comes
    from the button beside the person, ``search_requested`` from the one above the screens, or beside it in the bar."""

    chosen = Signal(str)
    keyed = Signal()
    lock_requested = Signal()
    search_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._top = False
        self.setAccessibleName(self.tr("Navigation"))
        self._title = Label(self.tr("Central Data Centre"), "heading")
        self._office = Label("", wrap=True)
        self._person = Label("", "strong", elide=True)
        self._role = Label("", wrap=True)
        self._contact = Label("", wrap=True)
        self._lock = ToolButton("lock", self.tr("Lock the screen (Ctrl+L)"), theme().tokens.navigation_text)
        self._lock.setShortcut("Ctrl+L")
        self._lock.clicked.connect(self.lock_requested)
        self.search = _Plain(self.tr("Search"), "search", "Ctrl+K")
        self.search_in_bar = ToolButton("search", self.tr("Search (Ctrl+K)"), theme().tokens.navigation_text)
        for button in (self.search, self.search_in_bar):
            button.clicked.connect(self.search_requested)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._choose)
        self._entries: dict[str, _Entry] = {}
        self._keys: list[QShortcut] = []
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._person_row = QHBoxLayout()
        self._person_row.addWidget(self._person, 1)
        self._person_row.addWidget(self.search_in_bar)
        self._person_row.addWidget(self._lock)
        self._arrange()

    def set_entries(self, entries: Sequence[ScreenEntry]) -> None:
        """Show these screens, with Ctrl+1, Ctrl+2, … from the top."""
        for old in self._entries.values():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        for keys in self._keys:
            keys.setEnabled(False)
            keys.deleteLater()
        self._keys = []
        self._entries = {}
        for number, entry in enumerate(entries, start=1):
            button = _Entry(entry, f"Ctrl+{number}")
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)  # a button's own would wait for its animation
            keys.setObjectName(entry.name)
            keys.activated.connect(self._choose_by_key)
            self._keys.append(keys)
            self._group.addButton(button)
            self._entries[entry.name] = button
        self._arrange()

    def set_current(self, names: Sequence[str]) -> None:
        """Light up the first of the names that stands here; none where none does (the help)."""
        lit = next((self._entries[name] for name in names if name in self._entries), None)
        self._group.setExclusive(False)
        for entry in self._entries.values():
            entry.setChecked(entry is lit)
        self._group.setExclusive(True)
        lead_tab_to(lit or next(iter(self._entries.values()), None), self._entries.values())

    def current(self) -> str:
        button = self._group.checkedButton()
        return button.objectName() if button is not None else ""

    def button(self, name: str) -> QPushButton:
        return self._entries[name]

    def set_badge(self, name: str, count: int) -> None:
        if name in self._entries:
            self._entries[name].set_badge(self._words.format_number(count) if count else "")
            self._fit()

    def set_standing(self, standing: Standing) -> None:
        for label, text in (
            (self._office, standing.office.replace(" จ.", "\nจ.")),  # else it breaks behind the full stop
            (self._person, standing.person),
            (self._role, standing.role_and_line),
            (self._contact, standing.contact),
        ):
            label.set_text(text)
        self._show_texts()

    def set_top(self, top: bool) -> None:
        """A bar on top instead of a column."""
        if top != self._top:
            self._top = top
            self._arrange()

    def _arrange(self) -> None:
        px = theme().px
        while self._line.count():
            self._line.takeAt(0)
        self.setProperty("role", "topbar" if self._top else "navigation")
        self.style().unpolish(self)
        self.style().polish(self)
        direction = QBoxLayout.Direction.LeftToRight if self._top else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(direction)
        self._line.setSpacing(px(2 if self._top else 4))
        margins = (10, 5, 10, 5) if self._top else (14, 18, 14, 18)
        self._line.setContentsMargins(*[px(m) for m in margins])
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if self._top else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Fixed if self._top else QSizePolicy.Policy.Preferred,
        )
        self.setMinimumWidth(0 if self._top else px(COLUMN_WIDTH))
        self.setMaximumWidth(16_777_215 if self._top else px(COLUMN_WIDTH))
        if not self._top:
            self._line.addWidget(self._title)
            self._line.addWidget(self._office)
            self._line.addSpacing(px(10))
            self._line.addWidget(self.search)
            self._line.addSpacing(px(4))
        for entry in self._entries.values():
            self._line.addWidget(entry)
        self._line.addStretch(1)
        self._line.addLayout(self._person_row)
        if not self._top:
            self._line.addWidget(self._role)
            self._line.addWidget(self._contact)
        self._show_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Large text leaves no room for icons in the bar; the words stay."""
        for entry in self._entries.values():
            entry.set_pictured(True)
        if self._top and sum(entry.sizeHint().width() for entry in self._entries.values()) > self.width() - theme().px(
            104
        ):
            for entry in self._entries.values():
                entry.set_pictured(False)

    def _show_texts(self) -> None:
        """The bar has room for words of the screens and the person only."""
        known = bool(self._person.full_text())
        self._title.setVisible(not self._top)
        self._office.setVisible(not self._top and bool(self._office.full_text()))
        self._person.setVisible(known and not self._top)
        self._lock.setVisible(known)
        self.search.setVisible(known and not self._top)
        self.search_in_bar.setVisible(known and self._top)
        self._role.setVisible(known and not self._top)
        self._contact.setVisible(known and not self._top)

    @Slot()
    def _choose_by_key(self) -> None:
        self.chosen.emit(self.sender().objectName())
        self.keyed.emit()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.current())
