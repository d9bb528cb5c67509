"""The head puts a name to a submission: own password, and a statement where there is nothing to list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cdd_desktop.domain.person import Person
from cdd_desktop.operations.views import CertifyCheck
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Banner, Label, PasswordBox, PrimaryButton, QuietButton
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class Signature:
    """What the head gave: the own password, and the written statement about an empty register."""

    password: str
    statement: str


class CertifyDialog(QDialog):
    """Stays open until the certification is in the store. ``signed`` carries a ``Signature``."""

    signed = Signal(object)

    def __init__(self, check: CertifyCheck, person: Person, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Certify"))
        self.setMinimumWidth(theme().px(480))
        self._needs_statement = check.empty and not check.submission.nil
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(22)] * 4)
        column.setSpacing(theme().px(8))
        view = check.submission
        column.addWidget(
            Label(self.tr("Certify “{dataset}”").format(dataset=words.dataset(view.key.dataset)), "heading", wrap=True)
        )
        column.addWidget(Label(words.period(view.window), "muted", wrap=True))
        column.addWidget(Label(self._what(check, words), wrap=True))
        self.acting: Banner | None = None
        if check.acting:
            self.acting = Banner(self.tr("You certify as acting head; the report is marked so."), Tone.INFO)
            column.addWidget(self.acting)
        self.statement = QPlainTextEdit(self)
        self.password = PasswordBox("", self)
        self.message = Label("", "message", wrap=True)
        self._add_questions(column, person)
        self.cancel = QuietButton(self.tr("Cancel"))
        self.certify = PrimaryButton(self.tr("Certify"))
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.cancel)
        answers.addWidget(self.certify)
        column.addLayout(answers)
        self.password.textChanged.connect(self._judge)
        self.password.returnPressed.connect(self._sign)
        self.statement.textChanged.connect(self._judge)
        self.cancel.clicked.connect(self.reject)
        self.certify.clicked.connect(self._sign)
        self._judge()
        (self.statement if self._needs_statement else self.password).setFocus()

    def _add_questions(self, column: QVBoxLayout, person: Person) -> None:
        self.statement.setAccessibleName(self.tr("Statement"))
        self.statement.setTabChangesFocus(True)
        self.statement.setFixedHeight(theme().px(80))
        self.statement.setVisible(self._needs_statement)
        if self._needs_statement:
            column.addWidget(Label(self.tr("State in writing that the register is empty") + " *", "note"))
            column.addWidget(self.statement)
        name = self.tr("Password of {name}").format(name=person.name)
        column.addWidget(Label(name, "small"))
        self.password.setAccessibleName(name)
        column.addWidget(self.password)
        self.message.setProperty("tone", Tone.BAD.value)
        self.message.setMinimumHeight(theme().px(22))
        column.addWidget(self.message)

    def refuse(self, sentence: str) -> None:
        """Say why it could not be certified; nothing typed is lost but the password."""
        self.message.set_text(sentence)
        self.password.empty()
        self.setEnabled(True)
        self.password.setFocus()

    def _what(self, check: CertifyCheck, words: Words) -> str:
        if check.submission.nil:
            return self.tr("You certify that there are no data for this period (nil report).")
        if check.empty:
            return self.tr("There is no entry. A report without entries is certified with a written statement only.")
        return words.digits(
            self.tr(
                "You certify {n} entries with your name. "
                "The list is frozen as it is now and sent to central at the next contact."
            ).format(n=check.entries)
        )

    def _judge(self) -> None:
        stated = bool(self.statement.toPlainText().strip()) or not self._needs_statement
        self.certify.setEnabled(bool(self.password.text()) and stated)

    def _sign(self) -> None:
        if self.certify.isEnabled():
            self.message.set_text("")
            self.setEnabled(False)
            self.signed.emit(Signature(self.password.text(), self.statement.toPlainText().strip()))
