"""The journal of contacts in words, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cdd_desktop.operations.views import ContactEntry
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card
from cdd_desktop.ui.words import Words

SHOWN = 20


class ContactsCard(Card):
    """One line a contact."""

    def __init__(self, words: Words, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._words = words
        self._messages = messages
        self.note.hide()
        self.heading.set_text(self.tr("Journal of contacts"))
        self._lines = QWidget()
        self.body.addWidget(self._lines)

    def show_contacts(self, contacts: Sequence[ContactEntry]) -> None:
        """Show the newest twenty."""
        self.body.removeWidget(self._lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(14))
        grid.setVerticalSpacing(theme().px(4))
        grid.setColumnStretch(1, 1)
        for row, entry in enumerate(contacts[:SHOWN]):
            when = Label(self._words.format_instant(entry.at), "note")
            grid.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(contact_sentence(entry, self._words, self._messages), "small", wrap=True), row, 1)
        if not contacts:
            grid.addWidget(Label(self.tr("No contact with central yet"), "note"), 0, 0)
        self.body.addWidget(self._lines)


def contact_sentence(entry: ContactEntry, words: Words, messages: Messages) -> str:
    """One contact in a sentence, with how much went up and came down, and how often a failure repeated."""
    translate = QCoreApplication.translate
    number = words.format_number
    sent, received, left = (_count(entry, name) for name in ("sent", "received", "left"))
    if entry.code == "sync-done":
        if not sent and not received:
            return translate("Outbox", "In touch with central; nothing new on either side")
        text = translate("Outbox", "Sent {sent} changes, received {received} items")
        return text.format(sent=number(sent), received=number(received))
    if entry.code == "sync-stopped":
        text = translate("Outbox", "Stopped as asked; {sent} changes were answered, {left} wait")
        return text.format(sent=number(sent), left=number(left))
    sentence = messages.sentence(entry.code, entry.params)
    times = _count(entry, "times")
    if times > 1:
        repeated = translate("Outbox", "{sentence} ({n} times in a row)")
        sentence = repeated.format(sentence=sentence, n=number(times))
    if sent:
        answered = translate("Outbox", "{sentence} Before that central had answered {n} changes.")
        sentence = answered.format(sentence=sentence, n=number(sent))
    return sentence


def _count(entry: ContactEntry, name: str) -> int:
    value = entry.params.get(name, 0)
    return value if isinstance(value, int) else 0
