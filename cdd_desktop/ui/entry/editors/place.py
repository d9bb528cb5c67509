"""Places and references: what can be chosen comes from geography or from the registers, not from the definition."""

from __future__ import annotations

from cdd_desktop.domain.record import Content
from cdd_desktop.ui.entry.editors.choice import ChoiceEditor
from cdd_desktop.ui.entry.editors.surroundings import Suggestion


class SuggestedEditor(ChoiceEditor):
    """A tambon or amphoe of the office's area, or an entry of a register, found by any part of its name."""

    def offered(self) -> list[Suggestion]:
        return list(self.around.suggestions(self.field))

    def show_answer(self, content: Content) -> None:
        self.box.set_suggestions(self.offered())  # registers grow while the form is open
        super().show_answer(content)
