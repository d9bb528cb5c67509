"""The card of the sync screen about sticks: writing and opening, what is on its way, what is carried for others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.errors import BadRequestError
from cdd_desktop.ids import DatasetKey
from cdd_desktop.operations.carry_file import CarriedFile, StickView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.outbox.stick.answers_dialog import AnswersDialog
from cdd_desktop.ui.outbox.stick.refusals import refusal_word, refused_by_central
from cdd_desktop.ui.outbox.stick.take_dialog import TakeDialog
from cdd_desktop.ui.outbox.stick.write_dialog import WriteDialog
from cdd_desktop.ui.stick_deed import StickDeed
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.flow import FlowLayout
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import Card, line

SHOWN = 10
NAMED = 3
_LEAST_SENTENCE = 420  # with less beside the buttons they go below


class StickCard(Card):
    """``show_stick`` takes how it stands. ``dialog`` is the one that was opened last."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.dialog: WriteDialog | TakeDialog | AnswersDialog | None = None
        self.save = QuietButton(self.tr("Save to USB…"), "usb")
        self.save.clicked.connect(self._save)
        self.take = QuietButton(self.tr("Open files from USB…"), "receive")
        self.take.clicked.connect(self._take)
        self.answers = QuietButton(self.tr("Receipts back to USB…"), "usb")
        self.answers.clicked.connect(self._answer)
        self.answers.hide()
        self.sentence = Label("", "note", wrap=True)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build_head()
        self.rows: list[FileRow] = []
        self._held: list[QWidget] = []
        self._photos = ""

    def _build_head(self) -> None:
        """What a stick is for, and beside it, or below where that is narrow, what can be done with one."""
        texts = QVBoxLayout()
        texts.setSpacing(theme().px(2))
        texts.addWidget(Label(self.tr("By USB stick"), "heading"))
        texts.addWidget(self.sentence)
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions, spacing=theme().px(10), align_right=True)
        for button in (self.save, self.take, self.answers):
            self._flow.addWidget(button)
        self._head.setSpacing(theme().px(18))
        self._head.addLayout(texts, 1)
        self._head.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        below = self.width() - self._flow.sizeHint().width() < theme().px(_LEAST_SENTENCE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(down if below else across)
        self._head.setSpacing(theme().px(8 if below else 18))
        self._flow.set_align_right(not below)

    def show_stick(self, stick: StickView, *, photos: int, restored: bool) -> None:
        """The file on its way, then the newest ten that are carried; the sentence says what a stick is for here, and of
        ``photos`` that wait that no stick carries them."""
        for widget in self._held:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._held = []
        sentence = (
            self.tr(
                "Open the districts' files here: they go to central at the next contact, and the receipts go back on "
                "the stick."
            )
            if stick.courier
            else self.tr(
                "Without a line: save what waits onto a stick, hand it to the province, and open the receipt that "
                "comes back."
            )
        )
        self._photos = left_out(photos, self._desk)
        self.sentence.set_text(" ".join(part for part in (sentence, self._photos) if part))
        self.save.setEnabled(not restored)  # nothing leaves a restored machine before somebody has answered for it
        self.answers.setVisible(any(file.answered_at is not None for file in stick.carried))
        self._fit()
        files = ([stick.own] if stick.own is not None else []) + list(stick.carried[:SHOWN])
        self.rows = [FileRow(file, self._desk) for file in files]
        for row in self.rows:
            self._add(line())
            self._add(row)
        if len(stick.carried) > SHOWN:
            more = self._desk.words.format_number(len(stick.carried) - SHOWN)
            self._add(Label(self.tr("and {n} older files").format(n=more), "note"))

    def do(self, deed: StickDeed) -> None:
        """Press the button of a deed, where it is offered now."""
        button = {StickDeed.SAVE: self.save, StickDeed.TAKE: self.take, StickDeed.ANSWER: self.answers}[deed]
        if button.isEnabled() and not button.isHidden():
            button.click()

    def open_files(self, files: Sequence[Path]) -> None:
        """Files came from outside, by a double click."""
        dialog = TakeDialog(self._desk, self.window())
        self._show(dialog)
        dialog.take(files)

    def _add(self, widget: QWidget) -> None:
        self._held.append(widget)
        self.body.addWidget(widget)

    @Slot()
    def _save(self) -> None:
        self._show(WriteDialog(self._desk, self._photos, self.window()))

    @Slot()
    def _take(self) -> None:
        self._show(TakeDialog(self._desk, self.window()))

    @Slot()
    def _answer(self) -> None:
        self._show(AnswersDialog(self._desk, self.window()))

    def _show(self, dialog: WriteDialog | TakeDialog | AnswersDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.begin()


def left_out(photos: int, desk: Desk) -> str:
    """That so many photos and files stay behind when the rest goes onto a stick."""
    if not photos:
        return ""
    text = QCoreApplication.translate("StickCard", "Photos and files go by network only: {n} stay here until then.")
    return text.format(n=desk.words.format_number(photos))


class FileRow(QWidget):
    """A file: its name and office, what it speaks of, and how far it is."""

    def __init__(self, file: CarriedFile, desk: Desk) -> None:
        super().__init__()
        self.file = file
        self._desk = desk
        text, tone, sentence = self._state()
        self.chip = Chip(text, tone)
        self.what = Label(self._contents(), "note", wrap=True)
        self.how = Label(sentence, "note", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme().px(2), 0, theme().px(2))
        grid.setVerticalSpacing(theme().px(2))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(self._title(), "strong", elide=True), 0, 0)
        grid.addWidget(self.chip, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.what, 1, 0, 1, 2)
        grid.addWidget(self.how, 2, 0, 1, 2)

    def _title(self) -> str:
        if self.file.own:
            return self.file.name
        try:
            unit = self._desk.workplace.geography.unit(self.file.unit)
        except BadRequestError:  # an office that a newer list of places has
            return self.file.name
        return f"{self._desk.words.office(unit)} · {self.file.name}"

    def _contents(self) -> str:
        """The reports in it, with how many entries each."""
        words, number = self._desk.words, self._desk.words.format_number
        parts = []
        for dataset, period, records, step in self.file.contents[:NAMED]:
            name = self._report(dataset, period)
            count = self.tr("{name}: {n} entries").format(name=name, n=number(int(records)))
            parts.append(self.tr("{name}, certified").format(name=count) if step == MoveKind.CERTIFY.value else count)
        if len(self.file.contents) > NAMED:
            parts.append(self.tr("and {n} more").format(n=number(len(self.file.contents) - NAMED)))
        return " · ".join((words.format_instant(self.file.at), *parts))

    def _report(self, dataset: str, period: str) -> str:
        words = self._desk.words
        name = words.dataset(DatasetKey(dataset))
        if not period:
            return self.tr("{name} register").format(name=name)
        try:
            return f"{name} {words.period(self._desk.workplace.calendar.window(dataset, period))}"
        except BadRequestError:  # of a form or schedule that has not come here
            return name

    def _state(self) -> tuple[str, Tone, str]:
        """How far it is: in a word, its tone, and what comes next."""
        file, instant = self.file, self._desk.words.format_instant
        if file.code:
            return refusal_word(file.code), Tone.BAD, refused_by_central(file.code, self._desk)
        if file.own:
            if file.custody_at is not None:
                text = self.tr("The province has held it since {at} and passes it on. The receipt comes after that.")
                return self.tr("With the province"), Tone.INFO, text.format(at=instant(file.custody_at))
            return self.tr("On USB"), Tone.VIOLET, self.tr("Awaiting the receipt: open it here when the stick is back.")
        if file.answered_at is not None:
            text = self.tr("Central received it on {at}. Put its receipt onto the stick for the district.")
            return self.tr("Received by central"), Tone.OK, text.format(at=instant(file.answered_at))
        return self.tr("Not at central yet"), Tone.INFO, self.tr("Goes to central by itself at the next contact.")
