"""The journal of contacts in words, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.operations.views import ContactEntry, MetEntry
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.outbox.path_words import path_words
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card
from cdd_desktop.ui.words import Words

SHOWN = 20
NAMED = 3
DELETION = ":deleted"


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

    def show_contacts(self, contacts: Sequence[ContactEntry], catalogue: Catalogue) -> None:
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
            told = met_sentence(entry, catalogue, self._words) if entry.met else ""
            sentence = told or contact_sentence(entry, self._words, self._messages)
            grid.addWidget(Label(sentence, "small", wrap=True), row, 1)
        if not contacts:
            grid.addWidget(Label(self.tr("No contact with central yet"), "note"), 0, 0)
        self.body.addWidget(self._lines)


def contact_sentence(entry: ContactEntry, words: Words, messages: Messages) -> str:
    """One contact in a sentence, with how much went up and came down, and how often a failure repeated."""
    translate = QCoreApplication.translate
    number = words.format_number
    sent, received, left = (_count(entry, name) for name in ("sent", "received", "left"))
    if entry.code == "sync-done":
        text = translate("Outbox", "In touch with central; nothing new on either side")
        if sent or received:
            text = translate("Outbox", "Sent {sent} changes, received {received} items")
        photos = _count(entry, "photos")
        if photos and not (sent or received):
            text = ""
        arrived = translate("Outbox", "Central has received {n} photos and files").format(n=number(photos))
        parts = [text.format(sent=number(sent), received=number(received)), arrived if photos else "", _checked(entry)]
        return " · ".join(part for part in parts if part)
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


def _checked(entry: ContactEntry) -> str:
    """How the comparison with central came out."""
    translate = QCoreApplication.translate
    return {
        "same": translate("Outbox", "checked, the same"),
        "repaired": translate("Outbox", "checked, a difference was mended"),
        "different": translate("Outbox", "checked, still different; it is looked at again at the next contact"),
    }.get(str(entry.params.get("checked", "")), "")


def met_sentence(entry: ContactEntry, catalogue: Catalogue, words: Words) -> str:
    """The entries in which this machine's work met others', the first few by name."""
    translate = QCoreApplication.translate
    parts = [_met(one, catalogue, words) for one in entry.met[:NAMED]]
    more = _count(entry, "n") - len(parts)
    if more > 0:
        parts.append(translate("Outbox", "and {n} more").format(n=words.format_number(more)))
    named = " · ".join(parts)
    if entry.code == "entry-back":
        text = translate("Outbox", "Deleted here, but another machine went on editing; they are back: {entries}")
        return text.format(entries=named)
    text = translate("Outbox", "Merged by itself, nothing to do: {entries}")
    return text.format(entries=named)


def _met(met: MetEntry, catalogue: Catalogue, words: Words) -> str:
    """An entry with who else entered what."""
    translate = QCoreApplication.translate
    title = met.title or words.dataset(met.dataset)
    speaker = path_words(catalogue, met.dataset, met.entity, met.form_version, words)
    told = []
    for name, paths in met.writers:
        who = name or translate("Outbox", "another machine")
        if DELETION in paths:
            told.append(translate("Outbox", "{who} had deleted it, and it is back").format(who=who))
        elif labels := speaker.labels(paths):
            told.append(translate("Outbox", "{who} entered {fields}").format(who=who, fields=", ".join(labels)))
    return f"{title} ({', '.join(told)})" if told else title


def _count(entry: ContactEntry, name: str) -> int:
    value = entry.params.get(name, 0)
    return value if isinstance(value, int) else 0
