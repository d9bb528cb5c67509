"""What editors need beside their field: words, day, places of the office, registers, photos and revealing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from cdd_desktop.domain.record import Value
from cdd_desktop.domain.village import Village
from cdd_desktop.forms.definition import Field, FixedRow
from cdd_desktop.operations.attachments import PhotoState
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to choose: the value that is stored, its text, and words that tell it from its namesakes.

    One that is not ``offered`` is only known by its text, where it was chosen before.
    """

    value: str
    text: str
    note: str = ""
    offered: bool = True


Suggestions = Callable[[Field], Sequence[Suggestion]]
TakePhoto = Callable[[str, Callable[[], bytes], Callable[[Exception | None], None]], None]  # path, maker, when over
ShowPhoto = Callable[[str, Callable[[bytes], None]], None]  # sha256, receiver of the bytes
PhotoStates = Callable[[Sequence[str], Callable[[dict[str, PhotoState]], None]], None]  # where each of these is
Refer = Callable[[Field, str, Callable[[dict[str, Value]], None]], None]  # field, record chosen, receiver of a patch
Reveal = Callable[[str, Callable[[str], None]], None]  # path, receiver of the clear text


class Labelled(Protocol):
    """A part of a definition with its text in both languages."""

    @property
    def label_th(self) -> str: ...

    @property
    def label_en(self) -> str: ...


def _unknown(_names: Sequence[str], _show: Callable[[dict[str, PhotoState]], None]) -> None:
    """Nobody knows, so nothing is said to have arrived."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``suggestions`` answers for places and register references; photos, revealing and what a reference
    fills in go through the store lane, where ``take_photo`` and ``take_file`` also call the maker of the bytes.
    ``villages`` are those of the office's list."""

    words: Words
    messages: Messages
    today: date
    new_id: Callable[[], str]
    suggestions: Suggestions
    take_photo: TakePhoto
    take_file: TakePhoto
    show_photo: ShowPhoto
    reveal: Reveal
    refer: Refer
    villages: Callable[[], Sequence[Village]] = tuple
    photo_states: PhotoStates = _unknown

    def label(self, thing: Labelled) -> str:
        """The label of a field, choice or section in the language of the screen."""
        return self._say(thing.label_th, thing.label_en)

    def unit(self, field: Field) -> str:
        """The unit that stands behind a box ("บาท")."""
        return self._say(field.unit_th, field.unit_en)

    def help(self, field: Field) -> str:
        """The sentence that explains a field, or ""."""
        return self._say(field.help_th, field.help_en)

    def row(self, row: FixedRow) -> str:
        """The text of a fixed row of a table."""
        return self._say(row.text_th, row.text_en)

    def _say(self, thai: str, english: str) -> str:
        """Definitions are written with Thai digits; the setting decides which are shown."""
        return self.words.digits(arabic_digits(self.words.text(thai, english)))
