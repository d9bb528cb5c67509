"""Moo and village name: the office's list of villages is offered while one types, and what it says beside the box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from cdd_desktop.domain.record import Content, Value
from cdd_desktop.domain.village import Village
from cdd_desktop.forms.definition import Field
from cdd_desktop.forms.thai_text import name_key
from cdd_desktop.forms.values import Ask, NotAValue, Parsed
from cdd_desktop.ui.entry.editors.line import LineEditor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.phrases import DOT
from cdd_desktop.ui.village_choice import (
    MOO,
    VILLAGE_NAME,
    answer_of,
    content_text,
    picked_patch,
    villages_here,
)
from cdd_desktop.ui.worklist.rows import moo_words

_TYPED = int(Qt.ItemDataRole.UserRole)
_PLACE = _TYPED + 1


class VillageEditor(LineEditor):
    """One of the two boxes of a village. Picking from the list fills the other one while it is blank."""

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        self._content: Content = {}
        self._here: tuple[Village, ...] = ()
        self._offered: tuple[Village, ...] = ()
        self._list = QStandardItemModel(self)
        completer = QCompleter(self._list, self)
        completer.setCompletionRole(_TYPED)
        by_name = field.key == VILLAGE_NAME
        completer.setFilterMode(Qt.MatchFlag.MatchContains if by_name else Qt.MatchFlag.MatchStartsWith)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(9)
        completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index]  # the stub does not know overloads
        self.box.setCompleter(completer)

    def show_answer(self, content: Content) -> None:
        self._content = content
        self._find_here()
        super().show_answer(content)
        self._offer(self.read(self._raw) if self._raw else None)

    def _find_here(self) -> None:
        self._here = villages_here(self.around.villages(), self._content)
        if self._here == self._offered:
            return
        self._offered = self._here
        self._list.clear()
        for number, village in enumerate(self._here):
            item = QStandardItem(self._shown(village))
            item.setData(self.text_of(answer_of(self.field, village)), _TYPED)
            item.setData(number, _PLACE)
            self._list.appendRow(item)

    def _shown(self, village: Village) -> str:
        return DOT.join(part for part in (village.name, moo_words(village.moo, self.around.words)) if part)

    def _offer(self, answer: Parsed | Ask | NotAValue | None) -> None:
        """What the list says for the other box, one press away, where it is something else than stands here."""
        super()._offer(answer)
        listed = self._listed()
        if self._option is None and listed is not None and listed != self._value and not self.box.isReadOnly():
            self.propose(listed)

    def _listed(self) -> Value:
        """The name of this moo or the moo of this name, where the list has exactly one."""
        if self.field.key == VILLAGE_NAME:
            moo = self._content.get(MOO)
            found: Sequence[Village] = [one for one in self._here if moo and one.moo == moo]
            same = len(found) == 1 and name_key(found[0].name) == name_key(str(self._value or ""))
            return found[0].name if len(found) == 1 and not same else None
        name = name_key(content_text(self._content, VILLAGE_NAME))
        found = [one for one in self._here if name and name_key(one.name) == name]
        return found[0].moo if len(found) == 1 else None

    def _picked(self, index: QModelIndex) -> None:
        village = self._here[int(index.data(_PLACE))]
        self._value, self._raw = answer_of(self.field, village), ""
        self.box.setText(self.text_of(self._value))
        patch = picked_patch(self.field, village, self._content)
        self._content = {**self._content, **patch}
        self._offer(None)
        self.edited.emit(patch)
