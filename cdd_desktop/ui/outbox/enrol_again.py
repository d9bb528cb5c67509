"""The card on the sync screen of a machine that central does not accept any more: it takes a new enrolment file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.operations.enrol import read_enrolment
from cdd_desktop.operations.enrol_again import enrol_again
from cdd_desktop.operations.views import Changes, OutboxView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.password_box import PasswordBox
from cdd_desktop.ui.widgets.surfaces import Card

KEY_LOST = "device-key-missing"
REFUSED = frozenset(  # central does not accept the machine, and a new enrolment file mends it
    {
        "login-refused",
        KEY_LOST,
        "device-unknown",
        "token-revoked",
        "unit-mismatch",
        "code-expired",
        "code-unknown",
        "code-used",
        "no-claim",
    }
)


class EnrolAgainCard(Card):
    """Hidden while central accepts the machine. ``done`` comes once a new enrolment has been taken up."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk = desk
        self.heading.set_text(self.tr("This machine needs a new enrolment file"))
        self.note.hide()
        self._forgotten = self.tr(
            "Central does not know this machine any more. Everything you entered is still here. Ask central's "
            "administrator for a new enrolment file for your office, then choose it here: the machine sends what waits."
        )
        self._key_lost = self.tr(
            "The key by which central knows this machine is not in the vault of this Windows account any more. "
            "Everything you entered is still here. Ask central's administrator for a new enrolment file for your "
            "office, then choose it here: the machine sends what waits."
        )
        self.sentence = Label(self._forgotten, wrap=True)
        self.password = PasswordBox("")
        self.password.setMaximumWidth(theme().px(320))
        self.password.textChanged.connect(self._judge)
        self.label = Label("", "small")
        self.label.setBuddy(self.password)
        self.choose = QuietButton(self.tr("Choose the new enrolment file…"), "file")
        self.choose.setEnabled(False)
        self.choose.clicked.connect(self._pick)
        self.problem = Banner("", Tone.WARN)
        self.problem.hide()
        for widget in (self.sentence, self.label, self.password, self.problem):
            self.body.addWidget(widget)
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_outbox(self, outbox: OutboxView) -> None:
        refused = bool(outbox.contacts) and outbox.contacts[0].code in REFUSED
        if refused:
            self.sentence.set_text(self._key_lost if outbox.contacts[0].code == KEY_LOST else self._forgotten)
            name = self.tr("Password of {name}").format(name=self._desk.workplace.person.name)
            self.label.set_text(name)
            self.password.setAccessibleName(name)
        self.setVisible(refused)

    @Slot()
    def _judge(self) -> None:
        self.choose.setEnabled(bool(self.password.text()))

    @Slot()
    def _pick(self) -> None:
        pattern = self.tr("Enrolment files") + " (*.cddenrol)"
        file = self._desk.messages.choose_file(self, self.tr("Enrolment file"), pattern)
        if file is not None:
            self.take(file)

    def take(self, file: Path) -> None:
        """Read the file and take it up; what is wrong with it is explained in place."""
        workplace, clock, password = self._desk.workplace, self._desk.clock, self.password.text()
        self.setEnabled(False)

        def take_up() -> Changes:
            return enrol_again(workplace, read_enrolment(file.read_bytes(), clock), password)

        self._desk.tasks.store(take_up, self._taken, self._refuse)

    def _taken(self, _changes: Changes) -> None:
        self.setEnabled(True)
        self.password.empty()
        self.problem.hide()
        self.done.emit()

    def _refuse(self, error: Exception) -> None:
        self.setEnabled(True)
        code = "enrolment-unreadable" if isinstance(error, OSError) else getattr(error, "code", "unexpected")
        self.problem.set(self._desk.messages.sentence(code, getattr(error, "params", {})), Tone.WARN)
        self.problem.show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
