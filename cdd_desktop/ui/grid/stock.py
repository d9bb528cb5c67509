"""What the cells of a table can be filled with beside the form's own choices: register entries and villages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from cdd_desktop.domain.village import Village
from cdd_desktop.forms.definition import Entity, Field, FieldType
from cdd_desktop.operations.refer import Choosable, read_choosable
from cdd_desktop.operations.views import WorklistItem
from cdd_desktop.operations.villages import read_villages
from cdd_desktop.ui.screen import Screen


class Stock(QObject):
    """Read for a screen when its table is opened; ``named`` carries the titles of entries as they become known."""

    named = Signal(dict)

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._registers: dict[tuple[str, str], tuple[Choosable, ...]] = {}
        self.villages: tuple[Village, ...] = ()

    def read(self, entity: Entity) -> None:
        """Read the registers that fields of a kind of entry refer to, and the office's list of villages."""
        self._screen.read(read_villages, on_done=self._keep_villages)
        fields = {_place(field): field for field in entity.fields if field.type is FieldType.RECORD_REF and field.ref}
        for place, field in fields.items():
            self._screen.read(read_choosable, field, on_done=partial(self._keep, place))

    def entries(self, field: Field) -> tuple[WorklistItem, ...]:
        """The register entries a reference offers."""
        return tuple(one.item for one in self._registers.get(_place(field), ()) if one.offered)

    def _keep(self, place: tuple[str, str], found: tuple[Choosable, ...]) -> None:
        if isValid(self):
            self._registers[place] = found
            self.named.emit({str(one.item.register_id): one.item.title for one in found})

    def _keep_villages(self, villages: tuple[Village, ...]) -> None:
        self.villages = villages


def _place(field: Field) -> tuple[str, str]:
    return field.ref, field.ref_where
