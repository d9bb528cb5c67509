"""The frame of every dialog: a title, a sentence, perhaps a box for a reason, and answers in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cdd_desktop.ui.icons import pixmap
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.personal_note import PersonalNote

_ICONS = {Tone.BAD: "error", Tone.WARN: "warning", Tone.OK: "check-circle"}


class MessageDialog(QDialog):
    """Says or asks one thing. ``run`` shows it and returns the text of the answer, empty when it was closed."""

    def __init__(self, parent: QWidget | None, *, title: str, sentence: str, tone: Tone = Tone.INFO) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(theme().px(420))
        self.setMaximumWidth(theme().px(640))
        self._answer = ""
        self._reason: QPlainTextEdit | None = None
        self._personal = PersonalNote(self)
        picture = QLabel()
        picture.setPixmap(
            pixmap(_ICONS.get(tone, "about"), theme().tokens.ink(tone), theme().px(28), self.devicePixelRatioF())
        )
        texts = QVBoxLayout()
        texts.setSpacing(theme().px(6))
        texts.addWidget(Label(title, "heading", wrap=True))
        texts.addWidget(Label(sentence, wrap=True))
        top = QHBoxLayout()
        top.setSpacing(theme().px(14))
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        self._texts = texts
        self._answers = QHBoxLayout()
        self._answers.setSpacing(theme().px(10))
        self._answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(22)] * 4)
        column.setSpacing(theme().px(16))
        column.addLayout(top)
        column.addLayout(self._answers)
        self._primary: QPushButton | None = None

    def add_note(self, text: str) -> None:
        if text:
            self._texts.addWidget(Label(text, "note", wrap=True))

    def add_widget(self, widget: QWidget) -> None:
        """Put something below the sentence."""
        self._texts.addWidget(widget)

    def add_answer(self, text: str, *, primary: bool = False) -> QPushButton:
        button = PrimaryButton(text) if primary else QuietButton(text)
        button.clicked.connect(self._take)
        self._answers.addWidget(button)
        if primary:
            button.setDefault(True)
            self._primary = button
        return button

    def add_reason(self, choices: Sequence[str] = ()) -> None:
        """A box for a reason; the filled answer waits until something is written."""
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(theme().px(88))
        self._reason.textChanged.connect(self._judge)
        for choice in choices:
            button = LinkButton(choice)
            button.clicked.connect(self._start_with)
            self._texts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._texts.addWidget(self._reason)
        self._texts.addWidget(self._personal)
        self._judge()

    def reason(self) -> str:
        return self._reason.toPlainText().strip() if self._reason is not None else ""

    def run(self) -> str:
        if self._reason is not None:
            self._reason.setFocus()
        elif self._primary is not None:
            self._primary.setFocus()
        self.exec()
        self.deleteLater()
        return self._answer

    @Slot()
    def _take(self) -> None:
        sender = self.sender()
        self._answer = sender.text() if isinstance(sender, QPushButton) else ""
        self.accept()

    @Slot()
    def _start_with(self) -> None:
        sender = self.sender()
        if self._reason is not None and isinstance(sender, QPushButton):
            self._reason.setPlainText(sender.text())

    @Slot()
    def _judge(self) -> None:
        self._personal.look(self.reason())
        if self._primary is not None:
            self._primary.setEnabled(bool(self.reason()))
