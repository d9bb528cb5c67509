"""What every editor is: it shows one answer and tells of edits as patches of content paths."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.definition import Field
from cdd_desktop.forms.values import format_value
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.theme import Tone


class Editor(QWidget):
    """Base of the editors of one field.

    ``edited`` carries a patch and is emitted for a person's edits only, never when the program shows something.
    ``left`` tells that the person has moved on to something outside the editor.
    """

    edited = Signal(object)  # dict[str, Value]
    left = Signal()
    grew = Signal()  # it needs another height from here on
    wide = False  # takes the whole width of the form

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.path = path
        self.around = around
        self._watched: list[QWidget] = []

    def show_answer(self, content: Content) -> None:
        """Show what the record holds at this path: a typed value (computed ones included), or the text that is none."""

    def set_read_only(self, read_only: bool) -> None:
        """Whether the person may only look."""

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the box: BAD for an error, WARN for a warning, None for neither."""
        for box in self._watched:
            if box.property("tone") != (tone.value if tone else ""):
                box.setProperty("tone", tone.value if tone else "")
                box.style().unpolish(box)
                box.style().polish(box)

    def first_box(self) -> QWidget:
        """The widget that takes the keyboard."""
        return self._watched[0] if self._watched else self

    def last_box(self) -> QWidget:
        """The widget the keyboard leaves by."""
        return self._watched[-1] if self._watched else self

    def watch(self, box: QWidget) -> None:
        """Count a widget as part of the editor: its focus is the editor's focus."""
        self._watched.append(box)
        self.setFocusProxy(self._watched[0])
        box.installEventFilter(self)

    def watched(self) -> tuple[QWidget, ...]:
        """All widgets of the editor that take the keyboard."""
        return tuple(self._watched)

    def has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
                self.mend()
                self.left.emit()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()  # a box must not undo within itself: the record undoes over all its boxes
            return True
        elif event.type() == QEvent.Type.Wheel and not (isinstance(watched, QWidget) and watched.hasFocus()):
            event.ignore()  # rolling the form must not change a box the pointer happens to be over
            return True
        return super().eventFilter(watched, event)

    def mend(self) -> None:
        """The person has left the box: show the answer in its tidy form."""

    def text_of(self, value: Value) -> str:
        """A value as it is shown, in the language and digits of the settings."""
        if value is None:
            return ""
        words = self.around.words
        return format_value(self.field, value, language=words.language, thai_digits=words.thai_digits)

    def tell(self, value: Value, raw: str = "") -> None:
        """Tell of an edit."""
        self.edited.emit({self.path: value, RAW + self.path: raw or None})


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
