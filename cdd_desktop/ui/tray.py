"""The icon beside the clock: opens the window, reminds of due dates, ends the program."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.icons import icon
from cdd_desktop.ui.reminders import Memory, Pending, Reminder, due_reminders
from cdd_desktop.ui.theme import LIGHT

if TYPE_CHECKING:
    from cdd_desktop.operations.views import Agenda

_LOOK_EVERY_MILLISECONDS = 30 * 60_000


class ReminderFile:
    """What is pending and what has been told, in a small file: keys and dates only, readable before anybody signs
    in. A damaged file counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> tuple[tuple[Pending, ...], Memory]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            pending = tuple(Pending(key, date.fromisoformat(day)) for key, day in content["pending"].items())
            last = content.get("last_on")
            told = {str(key): int(stage) for key, stage in content["told"].items()}
            return pending, Memory(date.fromisoformat(last) if last else None, told)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return (), Memory()

    def write(self, pending: tuple[Pending, ...], memory: Memory) -> None:
        content = {
            "pending": {item.key: item.due_on.isoformat() for item in pending},
            "last_on": memory.last_on.isoformat() if memory.last_on else None,
            "told": dict(memory.told or {}),
        }
        partial = self._path.with_suffix(".partial")
        partial.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(content, indent=1), encoding="utf-8")
        partial.replace(self._path)


class Tray(QObject):
    """Shows nothing where the system has no tray. ``reminded`` carries the title and text of a reminder."""

    opened = Signal()
    ended = Signal()
    reminded = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file = ReminderFile(desk.profile.folder / "reminders.json")
        self._menu = QMenu()
        self._menu.addAction(self.tr("Open")).triggered.connect(self.opened)
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.ended)
        self._icon = QSystemTrayIcon(icon("tray", LIGHT.primary, 32), self)
        self._icon.setToolTip(self.tr("Central Data Centre (CDD Desktop)"))
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._pressed)
        self._icon.messageClicked.connect(self.opened)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    @property
    def available(self) -> bool:
        return QSystemTrayIcon.isSystemTrayAvailable()

    def begin(self) -> None:
        if self.available:
            self._icon.show()
        self._timer.start()
        self.look()

    def end(self) -> None:
        self._timer.stop()
        self._icon.hide()
        self._menu.deleteLater()

    @Slot(object)
    def note_agenda(self, agenda: Agenda) -> None:
        """Keep what is pending, for a later day on which nobody has signed in yet."""
        pending = tuple(
            Pending(str(view.key), view.window.due_on)
            for view in agenda.year
            if view.received_at is None and not view.voluntary
        )
        before, memory = self._file.read()
        if pending != before:
            self._file.write(pending, memory)
        self.look()

    @Slot()
    def look(self) -> None:
        """Remind of what is due."""
        if not self._desk.settings.reminders:
            return
        pending, memory = self._file.read()
        reminders, after = due_reminders(pending, self._desk.today, memory)
        if reminders:
            self._file.write(pending, after)
            title = self.tr("Due dates")
            text = self._text(reminders)
            self._icon.showMessage(title, text, icon("calendar", LIGHT.primary, 32))
            self.reminded.emit(title, text)

    def _text(self, reminders: tuple[Reminder, ...]) -> str:
        """Names for who is signed in; a number alone while nobody is."""
        words = self._desk.words
        if not self._desk.signed_in:
            return self.tr("{n} submissions are due soon. Sign in to see them.").format(
                n=words.format_number(len(reminders))
            )
        from cdd_desktop.domain.submission import SubmissionKey  # loaded with the first store, not before

        lines = []
        for reminder in reminders[:4]:
            name = words.dataset(SubmissionKey.parse(reminder.key).dataset)
            lines.append(f"{name} · {self._when(reminder.days_left)}")
        return "\n".join(lines)

    def _when(self, days_left: int) -> str:
        number = self._desk.words.format_number(abs(days_left))
        if days_left < 0:
            return self.tr("{n} days overdue").format(n=number)
        if days_left == 0:
            return self.tr("due today")
        return self.tr("{n} days left").format(n=number)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()
