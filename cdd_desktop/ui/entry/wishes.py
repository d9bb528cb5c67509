"""Which entry is wanted next on the entry screen, and whether the keyboard goes to it when it comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard

from PySide6.QtCore import QObject, Slot

from cdd_desktop.operations.left_at import Spot


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reading on the store lane brought home, and the note it was sent off with."""

    value: object
    note: object


@dataclass(frozen=True, slots=True)
class Wish:
    """An entry to be opened at a spot. A later wish overtakes it; a list that is read meanwhile does not."""

    number: int
    spot: Spot


class Wishes(QObject):
    """``searching`` tells that the keyboard went to the search after the last act on an entry: what is typed then is
    meant for the search, not for an entry that comes late.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.searching = False
        self._number = 0

    def another(self, spot: Spot) -> Wish:
        """The wish that counts from now on."""
        self._number += 1
        return Wish(self._number, spot)

    def holds(self, wish: object) -> TypeGuard[Wish]:
        """Whether this is a wish that none has overtaken."""
        return isinstance(wish, Wish) and wish.number == self._number

    def drop(self) -> None:
        """Nothing that is on its way is wanted any more."""
        self._number += 1
        self.searching = False

    @Slot()
    def act(self) -> None:
        """Something is done with an entry: what opens next gets the keyboard."""
        self.searching = False

    @Slot()
    def search(self) -> None:
        """The keyboard went to the search."""
        self.searching = True
