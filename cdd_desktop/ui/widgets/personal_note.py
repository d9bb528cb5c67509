"""Free text travels: the gentle word where a citizen id was typed into a reason, a remark or a comment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.labels import Label


def personal_note(text: str) -> str:
    """The sentence for a text that holds what looks like a citizen id; "" for any other."""
    from cdd_desktop.forms.privacy import has_citizen_id  # the first window needs no form

    if not has_citizen_id(text):
        return ""
    return QCoreApplication.translate(
        "PersonalText", "13 digits like a citizen id. This text is sent to central: please take the number out."
    )


class PersonalNote(Label):
    """Stands below a box and is there only while the box holds such a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "message", wrap=True, parent=parent)
        self.setProperty("tone", Tone.WARN.value)
        self.hide()

    def look(self, text: str) -> None:
        """Judge the text as it stands now."""
        note = personal_note(text)
        self.set_text(note)
        self.setVisible(bool(note))
