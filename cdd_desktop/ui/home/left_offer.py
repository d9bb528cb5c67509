"""The offer at sign-in to go on at the box where typing stopped last time."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.record import REASON
from cdd_desktop.operations.left_at import LeftAt
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import LinkButton


class LeftOffer(Banner):
    """Hidden until there is something to go on with, and after it was taken or put aside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, parent)
        self._desk = desk
        self._left: LeftAt | None = None
        self.go_on = LinkButton(self.tr("Go on there"), "right")
        self.go_on.set_icon_after()
        self.go_on.clicked.connect(self._go_on)
        self.no = LinkButton(self.tr("Not now"))
        self.no.clicked.connect(self.hide)
        self.add(self.go_on)
        self.add(self.no)
        self.hide()

    def offer(self, left: LeftAt | None) -> None:
        """Say where somebody stopped; None hides the line."""
        self._left = left
        if left is None:
            self.hide()
            return
        words = self._desk.words
        definition = self._desk.workplace.catalogue.newest(left.key.dataset)
        name = left.title or words.text(definition.short_th, definition.short_en)
        box = self._label(left)
        when = words.format_relative(left.at, self._desk.clock.now())
        where = self.tr("You stopped {when} at “{name}”").format(when=when, name=name)
        self.set(f"{where} · {box}" if box else where, Tone.INFO)
        self.show()

    def _label(self, left: LeftAt) -> str:
        definition = self._desk.workplace.catalogue.newest(left.key.dataset)
        if left.spot.path.startswith(REASON):
            return self.tr("Reason")
        entity = definition.entity_by_key.get(left.ref.entity)
        field = entity.find_field(left.spot.path) if entity is not None else None
        return self._desk.words.text(field.label_th, field.label_en) if field is not None else ""

    @Slot()
    def _go_on(self) -> None:
        left = self._left
        self.hide()
        if left is not None:
            self._desk.open("entry", EntryTarget(left.key, left.ref, spot=left.spot))
