"""The card of the people of an office: who works here, who acts for the head and until when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cdd_desktop.domain.delegation import Delegation
from cdd_desktop.domain.person import Person
from cdd_desktop.operations.delegate import OFFICERS, OfficePeople
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import LinkButton, QuietButton
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import Card, line
from cdd_desktop.ui.words import Words


class PeopleCard(Card):
    """``delegate_asked`` and ``leaving_asked`` carry a ``Person``, ``end_asked`` a ``Delegation`` with the person's
    name."""

    add_asked = Signal()
    delegate_asked = Signal(object)
    end_asked = Signal(object, str)
    leaving_asked = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(" ", " ", parent=parent)
        self._words = words
        self.heading.set_text(self.tr("People of the office"))
        self.add = QuietButton(self.tr("Add an officer…"), "add")
        self.add.clicked.connect(self.add_asked)
        self.head.addWidget(self.add)
        self.buttons: dict[str, QPushButton] = {}
        self.leaving: dict[str, QPushButton] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(6))
        self.body.addLayout(self._rows)

    def show_people(self, office: OfficePeople) -> None:
        """``buttons`` afterwards maps the id of a person or delegation to what can be pressed beside it,
        ``leaving`` the id of a person to the button of the handover."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        self.leaving.clear()
        for person in office.people:
            self._rows.addWidget(self._person(person, office))
        names = {person.id: person.name for person in office.people}
        for delegation in office.delegations:
            self._rows.addWidget(line())
            self._rows.addWidget(self._delegation(delegation, names.get(delegation.person_id, "–"), office))

    def texts(self) -> list[str]:
        """Every text of the list, from top to bottom."""
        return [label.full_text() for label in self.findChildren(Label) if not label.isHidden()]

    def _person(self, person: Person, office: OfficePeople) -> QWidget:
        box, row = self._row()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(person.name, "strong", elide=True))
        texts.addWidget(Label(self._words.role(person.role), "note"))
        row.addLayout(texts, 1)
        if person.id in office.acting:
            row.addWidget(Chip(self.tr("acting for the head"), Tone.INFO))
        elif office.may_delegate and person.role in OFFICERS:
            button = LinkButton(self.tr("Let act for me…"))
            button.setAccessibleName(f"{button.text()} {person.name}")
            button.clicked.connect(partial(self.delegate_asked.emit, person))
            self.buttons[person.id] = button
            row.addWidget(button)
        if person.id in office.leavers:
            leave = LinkButton(self.tr("Hand over…"))
            leave.setAccessibleName(f"{leave.text()} {person.name}")
            leave.clicked.connect(partial(self.leaving_asked.emit, person))
            self.leaving[person.id] = leave
            row.addWidget(leave)
        return box

    def _delegation(self, held: Delegation, name: str, office: OfficePeople) -> QWidget:
        box, row = self._row()
        first, last = self._words.format_date(held.from_on), self._words.format_date(held.until_on)
        text = self.tr("{name} acts for the head from {first} to {last}")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(text.format(name=name, first=first, last=last), wrap=True))
        texts.addWidget(Label(held.reason, "note", wrap=True))
        row.addLayout(texts, 1)
        if office.may_delegate:
            button = LinkButton(self.tr("End now…"))
            button.setAccessibleName(f"{button.text()} {name}")
            button.clicked.connect(partial(self.end_asked.emit, held, name))
            self.buttons[held.id] = button
            row.addWidget(button)
        return box

    def _row(self) -> tuple[QWidget, QHBoxLayout]:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        return box, row
