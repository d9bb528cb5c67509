"""One-line boxes: text, phone, point, numbers, money and years, all typed as text and read by ``forms.values``."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.definition import HUNDREDTHS, Field, FieldType
from cdd_desktop.forms.values import Ask, NotAValue, Parsed, parse_value
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.widgets.buttons import LinkButton

NUMERIC = HUNDREDTHS | {FieldType.INTEGER}


class LineEditor(Editor):
    """Text is read at every keystroke; what cannot be read is kept as raw text. Leaving shows the tidy form."""

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        self.box = QLineEdit(self)
        if field.type in NUMERIC:
            self.box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.box.textEdited.connect(self._typed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.box, 1)
        self.watch(self.box)
        self.meant = LinkButton("")
        self.meant.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.meant.setToolTip("F4")
        self.meant.setProperty("otherKey", "F4")
        self.meant.clicked.connect(self._take_meant)
        self.meant.hide()
        key = QShortcut(QKeySequence("F4"), self.box)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.press_beside)
        layout.addWidget(self.meant)
        if field.type is FieldType.GPS_POINT:
            self.box.setPlaceholderText("18.912345, 98.965432")
        self._option: Value = None
        self._value: Value = None
        self._raw = ""

    def show_answer(self, content: Content) -> None:
        value, raw = content.get(self.path), str(content.get(RAW + self.path) or "")
        if (value, raw) == (self._value, self._raw) and self.box.hasFocus():
            return
        self._value, self._raw = value, raw
        self.box.setText(raw or self.text_of(value))
        self.box.setCursorPosition(0 if not self.box.hasFocus() else len(self.box.text()))
        self._offer(self.read(raw) if raw else None)

    def set_read_only(self, read_only: bool) -> None:
        self.box.setReadOnly(read_only)

    def mend(self) -> None:
        if not self._raw:
            self.box.setText(self.text_of(self._value))
            self.box.setCursorPosition(0)

    def _typed(self, text: str) -> None:
        answer = self.read(text)
        self._value, self._raw = (answer.value, "") if isinstance(answer, Parsed) else (None, text.strip())
        self._offer(answer)
        self.tell(self._value, self._raw)

    def _offer(self, answer: Parsed | Ask | NotAValue | None) -> None:
        """A year of the other era, a pair the wrong way round: what it would mean is one press away, never assumed."""
        self.propose(answer.options[0] if isinstance(answer, Ask) and not self.box.isReadOnly() else None)

    def propose(self, option: Value) -> None:
        """Show a value as one press beside the box; None takes it away."""
        self._option = option
        self.meant.setVisible(option is not None)
        if option is not None:
            self.meant.set_text(self.text_of(option) + "?")
            self.meant.setToolTip(self.tr("Is this meant? Press to take it"))

    def press_beside(self) -> None:
        """F4: what the button beside the box does, while there is one."""
        if not self.meant.isHidden():
            self.meant.click()

    def _take_meant(self) -> None:
        self._value, self._raw = self._option, ""
        self.box.setText(self.text_of(self._value))
        self._offer(None)
        self.tell(self._value)

    def read(self, text: str) -> Parsed | Ask | NotAValue:
        """What the text means for this field."""
        return parse_value(self.field, text, today=self.around.today)
