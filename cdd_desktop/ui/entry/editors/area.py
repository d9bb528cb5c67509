"""Several lines of text over the whole width of the form."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.definition import Field
from cdd_desktop.forms.values import Parsed, parse_value
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings

_LINES = 3


class TextArea(QPlainTextEdit):
    """A text box three lines high."""

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().lineSpacing() * _LINES + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


class AreaEditor(Editor):
    """Several lines of text over the whole width; Tab leaves it."""

    wide = True

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        self.box = TextArea(self)
        self.box.setTabChangesFocus(True)
        self.box.textChanged.connect(self._typed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.watch(self.box)
        self._value: Value = None
        self._raw = ""
        self._showing = False

    def show_answer(self, content: Content) -> None:
        value, raw = content.get(self.path), str(content.get(RAW + self.path) or "")
        if (value, raw) == (self._value, self._raw) and self.box.hasFocus():
            return
        self._value, self._raw = value, raw
        self._write(raw or self.text_of(value))

    def set_read_only(self, read_only: bool) -> None:
        self.box.setReadOnly(read_only)
        self.box.setProperty("readOnly", read_only)

    def mend(self) -> None:
        if not self._raw:
            self._write(self.text_of(self._value))

    def _write(self, text: str) -> None:
        if text != self.box.toPlainText():
            self._showing = True
            self.box.setPlainText(text)
            self._showing = False

    def _typed(self) -> None:
        if self._showing:
            return
        text = self.box.toPlainText()
        answer = parse_value(self.field, text, today=self.around.today)
        self._value, self._raw = (answer.value, "") if isinstance(answer, Parsed) else (None, text.strip())
        self.tell(self._value, self._raw)
