"""Choosing: one of a list with type-ahead, several of a list, yes or no."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QPushButton, QWidget

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.definition import Field
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.suggest import SuggestBox
from cdd_desktop.ui.entry.editors.surroundings import Suggestion, Surroundings
from cdd_desktop.ui.widgets.flow import FlowLayout

_KEYS_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_KEYS_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class ChoiceEditor(Editor):
    """One of a list. Text that names no choice is kept as raw text."""

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        self.box = SuggestBox(self)
        self.box.set_suggestions(self.offered())
        self.box.chosen.connect(self._chosen)
        self.box.typed.connect(self._typed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.watch(self.box)
        self._value = ""
        self._raw = ""

    def offered(self) -> list[Suggestion]:
        """What can be chosen."""
        return [Suggestion(one.value, self.around.label(one)) for one in self.field.options]

    def show_answer(self, content: Content) -> None:
        value, raw = str(content.get(self.path) or ""), str(content.get(RAW + self.path) or "")
        if (value, raw) == (self._value, self._raw) and self.box.hasFocus():
            return
        self._value, self._raw = value, raw
        self._write()

    def set_read_only(self, read_only: bool) -> None:
        self.box.setReadOnly(read_only)

    def mend(self) -> None:
        if self._raw and (meant := self.box.suggestion_for(self._raw)) is not None:
            self._chosen(meant.value)
        self._write()

    def _write(self) -> None:
        self.box.setText(self._raw or (self.box.text_of(self._value) if self._value else ""))
        self.box.setCursorPosition(0)

    def _chosen(self, value: str) -> None:
        self._value, self._raw = value, ""
        self.tell(value)

    def _typed(self, text: str) -> None:
        self._value, self._raw = "", text
        self.tell(None, text)


class _Rove(QObject):
    """Makes a row of buttons one stop of the Tab key: arrows move inside it."""

    def __init__(self, buttons: list[QAbstractButton], parent: QObject) -> None:
        super().__init__(parent)
        self._buttons = buttons
        for number, button in enumerate(buttons):
            button.setProperty("byArrow", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == 0 else Qt.FocusPolicy.ClickFocus)
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self._buttons:
            step = 1 if event.key() in _KEYS_ON else -1 if event.key() in _KEYS_BACK else 0
            if step:
                here = self._buttons.index(watched)
                self._buttons[(here + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False


class MultiChoiceEditor(Editor):
    """Any number of a list, as boxes to tick that flow over the width; arrows move, the space bar ticks."""

    wide = True

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        layout = FlowLayout(self, spacing=4)
        self.boxes: dict[str, QCheckBox] = {}
        for one in field.options:
            box = QCheckBox(around.label(one), self)
            box.clicked.connect(self._ticked)
            self.boxes[one.value] = box
            layout.addWidget(box)
            self.watch(box)
        _Rove(list(self.boxes.values()), self)

    def show_answer(self, content: Content) -> None:
        value = content.get(self.path)
        ticked = set(value) if isinstance(value, list) else set()
        for key, box in self.boxes.items():
            box.setChecked(key in ticked)

    def set_read_only(self, read_only: bool) -> None:
        for box in self.boxes.values():
            box.setEnabled(not read_only)

    def last_box(self) -> QWidget:
        return self.first_box()

    def _ticked(self) -> None:
        ticked = [key for key, box in self.boxes.items() if box.isChecked()]
        self.tell(ticked or None)


class BooleanEditor(Editor):
    """Yes or no, and blank until one is chosen; choosing the same again or Delete makes it blank."""

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.yes = QPushButton(self.tr("Yes"), self)
        self.no = QPushButton(self.tr("No"), self)
        for button, answer in ((self.yes, True), (self.no, False)):
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._clicked, answer))
            layout.addWidget(button, 1)
            self.watch(button)
        _Rove([self.yes, self.no], self)
        self._value: Value = None

    def show_answer(self, content: Content) -> None:
        value = content.get(self.path)
        self._value = value if isinstance(value, bool) else None
        self.yes.setChecked(self._value is True)
        self.no.setChecked(self._value is False)

    def set_read_only(self, read_only: bool) -> None:
        self.yes.setEnabled(not read_only)
        self.no.setEnabled(not read_only)

    def last_box(self) -> QWidget:
        return self.yes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._answer(None)
            return
        super().keyPressEvent(event)

    def _clicked(self, answer: bool) -> None:
        self._answer(None if self._value is answer else answer)

    def _answer(self, answer: Value) -> None:
        self._value = answer
        self.yes.setChecked(answer is True)
        self.no.setChecked(answer is False)
        self.tell(answer)
