"""Ctrl+K: the search box over whatever screen is in front, and what is done with the hit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from cdd_desktop.errors import UserError
from cdd_desktop.settings import save_settings
from cdd_desktop.ui.backup_button import open_backup

if TYPE_CHECKING:
    from cdd_desktop.ui.main_window import MainWindow
    from cdd_desktop.ui.search.box import SearchBox
    from cdd_desktop.ui.search.hits import Hit

KEYS = "Ctrl+K"


class SearchKey(QObject):
    """Listens in a window. The box is over nothing but the work of a signed-in person, and goes when that is locked or
    left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.box: SearchBox | None = None
        QShortcut(QKeySequence(KEYS), window).activated.connect(self.open_box)
        window.navigation.search_requested.connect(self.open_box)
        window.idle.idled.connect(self.close_box)
        window.desk.leave_requested.connect(self.close_box)

    @Slot()
    def open_box(self) -> None:
        window = self._window
        if window.locked or not window.desk.signed_in or self.box is not None:
            return
        from cdd_desktop.ui.search.box import SearchBox  # brings the database along

        self.box = SearchBox(window.desk, window)
        self.box.chosen.connect(self._go)
        self.box.finished.connect(self._forget)
        self.box.show()
        self.box.line.setFocus()

    @Slot()
    def close_box(self) -> None:
        if self.box is not None:
            self.box.reject()

    @Slot()
    def _forget(self) -> None:
        if self.box is not None:
            self.box.deleteLater()
            self.box = None

    @Slot(object)
    def _go(self, hit: Hit) -> None:
        command = self._commands().get(hit.opens)
        if command is not None:
            command()
        else:
            self._window.open(hit.opens, hit.argument)

    def _commands(self) -> dict[str, Callable[[], None]]:
        return {
            "send-now": self._send,
            "back-up": self._back_up,
            "lock": self._window.lock,
            "language": self._change_language,
            "sign-out": self._window.sign_out,
        }

    def _send(self) -> None:
        self._window.open("outbox")
        self._window.desk.sync.start()

    def _back_up(self) -> None:
        open_backup(self._window.desk, self._window)

    def _change_language(self) -> None:
        desk = self._window.desk
        settings = replace(desk.settings, language="en" if desk.words.is_thai else "th")
        try:
            save_settings(desk.profile.settings, settings)
        except (UserError, OSError) as error:
            desk.messages.tell(self._window, error)
            return
        desk.change_settings(settings)
        desk.settings_changed.emit(settings)
