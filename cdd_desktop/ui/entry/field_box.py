"""One field of the form: label and last period's value above, the editor with its unit below them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cdd_desktop.forms.definition import HUNDREDTHS, WHOLE_NUMBERS, Field, FieldType
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Label
from cdd_desktop.ui.widgets.personal_note import PersonalNote

MESSAGE_LINE = 25
_FIGURES = HUNDREDTHS | WHOLE_NUMBERS | {FieldType.DATE}


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence at a field and its tone; None for plain help."""

    text: str
    tone: Tone | None = None


class FieldBox(QWidget):
    """Holds no answer itself. ``message`` is a label that the form places below the box, where there is room."""

    def __init__(self, field: Field, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = editor
        editor.setParent(self)
        self._label_text = editor.around.label(field)
        self.label = Label("", "note", wrap=True, parent=self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._figure = field.type in _FIGURES
        self.previous = Label("", "note", elide=not self._figure, parent=self)
        self.previous.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)  # of a width set for it
        self.previous.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.head = QWidget(self)
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme().px(8))
        head.addWidget(self.label, 1)
        head.addWidget(self.previous)
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        line.addWidget(editor, 1)
        self.unit = Label(editor.around.unit(field), "note", parent=self)
        self.unit.setVisible(bool(self.unit.full_text()))
        self.unit.setMinimumWidth(theme().px(28))
        line.addWidget(self.unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addWidget(self.head)
        column.addLayout(line)
        column.addStretch(1)
        self.message = Label("", "message", wrap=True, parent=parent)
        self.message.setMinimumHeight(theme().px(MESSAGE_LINE))
        self.message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.note: Note | None = None
        editor.setAccessibleName(self._label_text)
        editor.first_box().setAccessibleName(self._label_text)
        if help_text := editor.around.help(field):
            self.label.setToolTip(help_text)

    def set_required(self, required: bool) -> None:
        self.label.set_text(self._label_text + (" *" if required else ""))

    def set_previous(self, text: str) -> None:
        """Last period's value, "" when there is none."""
        self.previous.set_text(text)
        self.previous.setVisible(bool(text))

    def head_height(self, width: int) -> int:
        """How high the head needs to be so that the whole label stands in it.

        A figure of last period is always shown whole; words give way to the label, down to a third of the width.
        """
        gap = theme().px(8)
        beside = self.previous.sizeHint().width() + gap if self.previous.full_text() else 0
        if beside and not self._figure:
            label = self.label.fontMetrics().horizontalAdvance(self.label.full_text()) + gap
            beside = min(beside, max(width - label, width // 3))
            self.previous.setFixedWidth(max(beside - gap, 1))
        return max(self.label.heightForWidth(max(width - beside, theme().px(60))), theme().px(20))

    def set_note(self, note: Note | None, *, tone: Tone | None) -> bool:
        """Colour the box and set the sentence below it; True when the sentence appeared, changed or went."""
        self.editor.set_tone(tone)
        if note == self.note:
            return False
        self.note = note
        self.message.set_text(note.text if note else "")
        self.message.setProperty("tone", (note.tone or Tone.MUTED).value if note else "")
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)
        description = note.text if note else ""
        self.editor.first_box().setAccessibleDescription(description)
        return True


class WritingStrip(QWidget):
    """A line to write in, a reason or an answer, under the row it speaks of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label("", "note", wrap=True, parent=self)
        self.box = QLineEdit(self)
        self.personal = PersonalNote(self)
        self.box.textChanged.connect(self.personal.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(theme().px(3))
        column.addWidget(self.title)
        column.addWidget(self.box)
        column.addWidget(self.personal)

    def set_title(self, title: str) -> None:
        self.title.set_text(title)
        self.box.setAccessibleName(title)

    def show_text(self, text: str) -> None:
        if not self.box.hasFocus() or self.box.text().strip() != text:
            self.box.setText(text)
