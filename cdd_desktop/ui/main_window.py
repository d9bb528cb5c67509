"""The window: navigation beside the screens, one of them in front; the lock screen over everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cdd_desktop.operations.slots import is_enrolled
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.idle import IdleWatch
from cdd_desktop.ui.navigation import Navigation, Standing
from cdd_desktop.ui.page_frame import PageFrame
from cdd_desktop.ui.panes import PaneKeys
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.screens import all_screens, lit_by, navigation
from cdd_desktop.ui.sign_in.lock import LockScreen
from cdd_desktop.ui.standing import StandingReader
from cdd_desktop.ui.theme import theme

if TYPE_CHECKING:
    from cdd_desktop.operations.views import Changes
    from cdd_desktop.operations.workplace import Workplace

NARROW_BELOW = 1000
SMALLEST = (720, 420)


class MainWindow(QMainWindow):
    """Creates screens when they are first opened and tells the one in front what changed.

    ``closed`` comes when the person closes it; the composition root decides whether that ends the program.
    """

    closed = Signal()
    agenda_read = Signal(object)
    shown = Signal(str, object)  # a screen came to the front, with its argument

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._entries = all_screens()
        self._screens: dict[str, Screen] = {}
        self._current = ""
        self._history: list[tuple[str, object]] = []
        self.setWindowTitle(self.tr("Central Data Centre (CDD Desktop)"))
        self.setMinimumSize(*SMALLEST)
        self.navigation = Navigation(desk.words)
        self.navigation.chosen.connect(self.open)
        self.navigation.lock_requested.connect(self.lock)
        self._stack = QStackedWidget()
        self._lock = LockScreen(desk)
        self._lock.unlocked.connect(self._unlocked)
        self._lock.leave_requested.connect(self.sign_out)
        self._build()
        self.idle = IdleWatch(desk.settings.lock_minutes, self)
        self.idle.idled.connect(self.lock)
        self.idle.typed.connect(desk.tasks.lull.note_key)
        self._standing = StandingReader(desk, self)
        self._standing.changed.connect(self._show_standing)
        self._standing.agenda_read.connect(self.agenda_read)
        desk.open_requested.connect(self.open)
        desk.back_requested.connect(self.back)
        desk.opened.connect(self.take)
        desk.leave_requested.connect(self.sign_out)
        desk.bus.changed.connect(self._refresh)
        PaneKeys(self, self.navigation, self._stack)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back)

    def _build(self) -> None:
        work = QWidget()
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight, work)
        self._side_by_side.setContentsMargins(0, 0, 0, 0)
        self._side_by_side.setSpacing(0)
        self._side_by_side.addWidget(self.navigation)
        self._pages = QVBoxLayout()
        self._pages.addWidget(PageFrame(self._stack), 1)
        self._side_by_side.addLayout(self._pages, 1)
        self._cover = QStackedWidget()
        self._cover.addWidget(work)
        self._cover.addWidget(self._lock)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._cover, 1)
        self.setCentralWidget(self._column)

    # --- before and after signing in -------------------------------------------------------------------------------

    def begin(self, name: str = "") -> None:
        """The first screen: the one asked for, the work of who is signed in, the list of people, or setting up."""
        signed_in = self.desk.signed_in
        names = navigation(enrolled=is_enrolled(self.desk.profile), signed_in=signed_in, reviews=self.desk.reviews)
        self.navigation.set_entries([self._entries[name] for name in names])
        self._standing.read()
        self._cover.setCurrentIndex(0)
        self._history.clear()
        if signed_in:
            self.idle.start()
        self.open(name or names[0])

    @Slot(object)
    def take(self, workplace: Workplace) -> None:
        """Somebody has signed in."""
        self.desk.take(workplace)
        self.desk.sync.attach(workplace)
        self._drop_screens()
        self.begin()

    @Slot()
    def sign_out(self) -> None:
        """Save what is typed, close the store and go back to the list of people."""
        if not self.desk.signed_in:
            return
        workplace = self.desk.workplace
        self._drop_screens()
        self.idle.stop()
        self.desk.sync.detach()
        self.desk.take(None)
        self.desk.tasks.store(workplace.close)
        self.begin()

    @Slot()
    def lock(self) -> None:
        """Show nothing until the person's own password is given; sync goes on."""
        if not self.desk.signed_in or self.locked:
            return
        self._screens[self._current].leave()
        self.idle.stop()
        self._lock.ask(self.desk.workplace)
        self._cover.setCurrentIndex(1)

    @property
    def locked(self) -> bool:
        return self._cover.currentIndex() == 1

    @Slot()
    def _unlocked(self) -> None:
        self._cover.setCurrentIndex(0)
        self.idle.start()
        self._screens[self._current].look_again()
        self._screens[self._current].setFocus()
        self.desk.unlocked.emit()

    # --- screens ---------------------------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """Name of the screen in front."""
        return self._current

    def screen_named(self, name: str) -> Screen:
        """The screen of a name, made now if it has not been opened yet."""
        if name not in self._screens:
            screen = self._entries[name].factory(self.desk)
            screen.set_compact(self._narrow)
            self._screens[name] = screen
            self._stack.addWidget(screen)
        return self._screens[name]

    @Slot(str)
    @Slot(str, object)
    def open(self, name: str, argument: object = None) -> None:
        """Bring a screen to the front for an argument."""
        if name not in self._entries or (self._entries[name].signed_in and not self.desk.signed_in):
            return
        if self._current in self._screens:
            self._screens[self._current].leave()
        self._history.append((name, argument))
        del self._history[:-50]
        self._show(name, argument)

    @Slot()
    def back(self) -> None:
        """The screen before this one."""
        if len(self._history) > 1 and not self.locked:
            self._screens[self._current].leave()
            self._history.pop()
            self._show(*self._history[-1])

    def _show(self, name: str, argument: object) -> None:
        screen = self.screen_named(name)
        self._current = name
        self.navigation.set_current(lit_by(self._entries, name))
        self._stack.setCurrentWidget(screen)
        screen.setFocus()
        screen.open(argument)
        self.shown.emit(name, argument)

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        if self._current in self._screens and not self.locked:
            self._screens[self._current].refresh(changes)

    def _drop_screens(self) -> None:
        if self._current in self._screens:
            self._screens[self._current].leave()
        for screen in self._screens.values():
            self._stack.removeWidget(screen)
            screen.deleteLater()
        self._screens.clear()
        self._current = ""

    @Slot(object, object)
    def _show_standing(self, standing: Standing, badges: dict[str, int]) -> None:
        self.navigation.set_standing(standing)
        for name in ("home", "outbox", "queue"):
            self.navigation.set_badge(name, badges.get(name, 0))

    # --- the frame -------------------------------------------------------------------------------------------------

    def put_on_top(self, strip: QWidget) -> None:
        """A strip above everything (the sample-data strip of the demo)."""
        layout = self._column.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, strip)

    def put_above_pages(self, strip: QWidget) -> None:
        """A strip above the screens, below the lock (the guide)."""
        self._pages.insertWidget(0, strip)

    @property
    def _narrow(self) -> bool:
        return self.width() < theme().px(NARROW_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_top(self._narrow)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._side_by_side.setDirection(down if self._narrow else across)
        for screen in self._screens.values():
            if screen.compact != self._narrow:
                screen.set_compact(self._narrow)

    def retire(self) -> None:
        """Give way to a window built anew: save what is typed, listen no more."""
        self._drop_screens()
        self.idle.stop()
        self.desk.disconnect(self)
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._current in self._screens:
            self._screens[self._current].leave()
        event.accept()
        self.closed.emit()
