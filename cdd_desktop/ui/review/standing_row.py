"""Where a submission stands, in one row of chips and notes: state, timeliness, who certified it, the receipt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.record import MarkState
from cdd_desktop.domain.submission import Move, MoveKind, SubmissionState, Verdict
from cdd_desktop.operations.read_review import ReviewSheet
from cdd_desktop.ui.state_words import state_word, verdict_word
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Chip, FlowLayout, Label
from cdd_desktop.ui.words import Words

_STATE_TONES = {
    SubmissionState.RETURNED: Tone.WARN,
    SubmissionState.ACCEPTED: Tone.OK,
    SubmissionState.APPROVED: Tone.OK,
    SubmissionState.PROPOSED: Tone.INFO,
    SubmissionState.CERTIFIED: Tone.INFO,
}
_VERDICT_TONES = {Verdict.ON_TIME: Tone.OK, Verdict.FINISHED_ON_TIME: Tone.VIOLET, Verdict.LATE: Tone.BAD}


class StandingRow(QWidget):
    """Wraps on narrow pages."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._flow = FlowLayout(self, spacing=theme().px(10))

    def show_sheet(self, sheet: ReviewSheet) -> None:
        self._flow.clear()
        submission, words = sheet.submission, self._words
        self._flow.addWidget(Chip(state_word(submission.state), _STATE_TONES.get(submission.state, Tone.MUTED)))
        if submission.verdict is not None:
            self._flow.addWidget(Chip(verdict_word(submission.verdict), _VERDICT_TONES[submission.verdict]))
        certified = next((move for move in reversed(submission.moves) if move.kind is MoveKind.CERTIFY), None)
        if certified is not None:
            text = self.tr("certified by {name}, {when}")
            if sheet.delegated:
                text = self.tr("certified by {name} (acting), {when}")
            self._add(text.format(name=certified.person_name, when=words.format_instant(certified.at)))
        if submission.received_at is not None:
            text = self.tr("received {when}, receipt {no}")
            self._add(text.format(when=words.format_instant(submission.received_at), no=submission.receipt_no or "–"))
        self._add(self.tr("due {date}").format(date=words.format_date(sheet.window.due_on)))

    def _add(self, text: str) -> None:
        self._flow.addWidget(Label(self._words.digits(text), "note"))

    def move_lines(self, moves: Iterable[Move]) -> Iterator[str]:
        """The history: each step in a line, the comments that went with it below."""
        for move in moves:
            yield self._move_line(move)
            yield from (f"– {comment.text}" for comment in move.comments)

    def _move_line(self, move: Move) -> str:
        words = {
            MoveKind.PROPOSE: self.tr("proposed"),
            MoveKind.TAKE_BACK: self.tr("taken back"),
            MoveKind.CERTIFY: self.tr("certified"),
            MoveKind.REOPEN: self.tr("re-opened"),
            MoveKind.RETURN: self.tr("returned"),
            MoveKind.ACCEPT: self.tr("accepted"),
            MoveKind.APPROVE: self.tr("approved"),
        }
        name = self.tr("{name} (acting)").format(name=move.person_name) if move.delegated else move.person_name
        parts = [self._words.format_instant(move.at), words[move.kind], name]
        if move.reason:
            parts.append(f"“{move.reason}”")
        if move.comments:
            answers = move.kind is MoveKind.PROPOSE
            text = self.tr("{n} answers") if answers else self.tr("{n} comments")
            parts.append(text.format(n=len(move.comments)))
        return self._words.digits(" · ".join(parts))

    def mark_word(self, mark: str) -> str:
        """The mark of a register entry."""
        return {
            MarkState.CONFIRMED: self.tr("confirmed"),
            MarkState.CHANGED: self.tr("changed"),
            MarkState.ENDED: self.tr("ended"),
            MarkState.NOT_RECEIVED: self.tr("not yet received"),
            "unconfirmed": self.tr("unconfirmed"),
        }.get(mark, "")
