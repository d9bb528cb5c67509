"""A submission's way in four steps: saved, certified, sent, received; each with its date and a dot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.submission import Delivery, MoveKind, SubmissionState
from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.ui.state_words import submission_chip
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.painting import paint_mark
from cdd_desktop.ui.widgets.surfaces import ListRow
from cdd_desktop.ui.words import Words

_HIGH = 58
_NAMES, _SHARES = 5, (3, 5, 5, 5)  # of the width: a day is short, a name or a receipt's number is not
_CERTIFIED = (SubmissionState.CERTIFIED, SubmissionState.ACCEPTED, SubmissionState.APPROVED)


class Mark(Enum):
    """How a step's dot is drawn."""

    OPEN = "open"
    NOW = "now"
    DONE = "done"
    RECEIVED = "received"
    QUESTION = "question"


_MARKED = {Mark.RECEIVED: Tone.OK, Mark.QUESTION: Tone.BAD}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its word, what stands below it, and its dot."""

    word: str
    note: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class UnderWay:
    """The contact as it concerns one submission: ``began_with`` changes of it waited when it began. ``waiting``:
    something of any of them can be sent."""

    running: bool
    waiting: bool
    began_with: int = 0

    def share(self, pending: int) -> int:
        """Per cent of them that central has answered."""
        return 100 * (self.began_with - pending) // self.began_with if self.began_with > pending else 0


class _Dot(QWidget):
    """The dot of a step; the word beside it says the same."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        side = theme().px(16)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._mark in _MARKED:  # told apart by form as well: a tick, a bar
            paint_mark(painter, QRectF(self.rect()), _MARKED[self._mark])
            painter.end()
            return
        tokens = theme().tokens
        colour = tokens.primary if self._mark is Mark.NOW else tokens.muted
        centre = QPointF(self.width() / 2, self.height() / 2)
        radius = self.width() / 2 - 2
        painter.setPen(QPen(QColor(colour), 1.4))
        painter.setBrush(QColor(colour) if self._mark is Mark.DONE else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius, radius)
        if self._mark is Mark.NOW:
            painter.setBrush(QColor(colour))
            painter.drawEllipse(centre, radius * 0.55, radius * 0.55)
        painter.end()


class _StepView(QWidget):
    def __init__(self, step: Step) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{step.word}: {step.note}")
        texts = QVBoxLayout()
        texts.setSpacing(theme().px(2))
        texts.addStretch(1)
        texts.addWidget(Label(step.word, "muted" if step.mark is Mark.OPEN else "", elide=True))
        texts.addWidget(Label(step.note, "note", elide=True))
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(_Dot(step.mark), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)


class WayRow(ListRow):
    """One submission on its way; ``chosen`` carries its ``SubmissionView``."""

    chosen = Signal(object)

    def __init__(self, view: SubmissionView, words: Words, contact: UnderWay, *, compact: bool) -> None:
        super().__init__()
        self.view = view
        self.contact = contact
        self._words = words
        self.steps = (self._saved(), self._certified(), self._sent(), self._received())
        self.row.addStrut(theme().px(_HIGH))  # a name that wraps makes the row higher, never lower
        names = QVBoxLayout()
        names.setSpacing(theme().px(2))
        names.addStretch(1)
        names.addWidget(Label(words.dataset(view.key.dataset), "strong", wrap=True))
        names.addWidget(Label(words.period(view.window), "note", elide=True))
        names.addStretch(1)
        self.row.addLayout(names, 7 if compact else _NAMES)
        for step, share in tuple(zip(self.steps, _SHARES, strict=True))[2 if compact else 0 :]:
            self.row.addWidget(_StepView(step), share)
        text, tone = submission_chip(view, words)
        self.chip = Chip(text, tone)
        self._cell = QWidget()
        held = QHBoxLayout(self._cell)
        held.setContentsMargins(0, 0, 0, 0)
        held.addStretch(1)
        held.addWidget(self.chip)
        self.row.addWidget(self._cell)
        self.setAccessibleName(f"{words.dataset(view.key.dataset)} {words.period(view.window)}: {text}")
        self.activated.connect(self._choose)

    def set_chip_width(self, width: int) -> None:
        """One width for the chips of all rows, so that the steps stand in columns."""
        self._cell.setFixedWidth(width)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.view)

    def _saved(self) -> Step:
        at = self.view.saved_at or (self.view.moves[0].at if self.view.moves else None)
        note = self._words.format_day(bangkok_day(at)) if at is not None else "–"
        return Step(self.tr("Saved"), note, Mark.DONE)

    def _certified(self) -> Step:
        view, word = self.view, self.tr("Certified")
        at = view.certified_at
        if at is None or view.state not in _CERTIFIED:
            return Step(word, "–", Mark.OPEN)
        day = self._words.format_day(bangkok_day(at))
        name = next((move.person_name for move in reversed(view.moves) if move.kind is MoveKind.CERTIFY), "")
        return Step(word, f"{day} {name}".strip(), Mark.DONE)

    def _sent(self) -> Step:
        view, word = self.view, self.tr("Sent")
        if view.delivery is Delivery.HANDED_OVER:
            return Step(word, self.tr("on USB"), Mark.DONE)
        if view.needs_you and not self.contact.waiting:
            return Step(word, self.tr("not taken yet"), Mark.DONE)
        if view.pending and self.contact.running:
            share = self.contact.share(view.pending)
            told = self.tr("being sent, {n} %") if share else self.tr("being sent")
            return Step(word, told.format(n=self._words.format_number(share)), Mark.NOW)
        if view.is_on_stick:
            return Step(word, self.tr("on USB"), Mark.DONE)
        if view.pending:
            waiting = self.tr("waiting: {n}").format(n=self._words.format_number(view.pending - view.on_stick))
            return Step(word, waiting, Mark.NOW)
        if view.state in _CERTIFIED and view.received_at is not None:
            return Step(word, self._words.format_instant(view.received_at), Mark.DONE)
        if view.receipt_no:  # sent back or opened again since: what is mended has to come once more
            return Step(word, self.tr("to be sent again"), Mark.OPEN)
        return Step(word, self.tr("draft kept at central"), Mark.DONE)

    def _received(self) -> Step:
        view, word = self.view, self.tr("Central received")
        if view.needs_you:
            number = self._words.format_number(view.needs_you)
            return Step(word, self.tr("{n} to decide").format(n=number), Mark.QUESTION)
        if view.received_at is not None and view.receipt_no:
            number = self._words.digits(view.receipt_no)
            if view.state not in _CERTIFIED:
                return Step(word, self.tr("earlier: {no}").format(no=number), Mark.OPEN)
            return Step(word, self.tr("Receipt {no}").format(no=number), Mark.RECEIVED)
        if view.delivery is Delivery.HANDED_OVER or view.is_on_stick:
            return Step(word, self.tr("awaiting receipt"), Mark.OPEN)
        return Step(word, "–", Mark.OPEN)
