"""The figures above the matrix, each with the counts it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from cdd_desktop.reports.completeness import Measures, Share
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Card, Label
from cdd_desktop.ui.words import Words


class _FigureCard(Card):
    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(*[theme().px(m) for m in (14, 6, 10, 9)])
        self.body.setSpacing(0)
        self._figure = Label("", "figure")
        self._note = Label("", "note", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._figure)
        self.body.addWidget(self._note, 1)

    def set_low(self, low: bool) -> None:
        """Figure and note side by side on a low page, one above the other else."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.body.setDirection(across if low else down)
        self.body.setSpacing(theme().px(10 if low else 0))
        self._note.setAlignment(
            (Qt.AlignmentFlag.AlignVCenter if low else Qt.AlignmentFlag.AlignTop) | Qt.AlignmentFlag.AlignLeft
        )

    def set(self, figure: str, note: str, tone: Tone | None = None) -> None:
        self._figure.set_text(figure)
        word = tone.value if tone is not None else ""
        if self._figure.property("tone") != word:
            self._figure.setProperty("tone", word)
            self._figure.style().unpolish(self._figure)
            self._figure.style().polish(self._figure)
        self._note.set_text(note)
        self.setAccessibleName(f"{figure} {note}")

    def text(self) -> str:
        return f"{self._figure.full_text()} {self._note.full_text()}"


_SHARES = (4, 6, 5, 4, 3, 3, 4)  # of the width, by the length of what they say


class FigureCards(QWidget):
    """Seven cards in a row; on a narrow page four or two of them."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().px(12))
        self._across, self._compact = 0, False
        self.cards = [_FigureCard() for _ in range(7)]
        self.set_compact(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_compact(self._compact)

    def set_compact(self, compact: bool) -> None:
        across = 7 if not compact else 4 if self.width() >= theme().px(760) else 2
        if (across, compact) == (self._across, self._compact):
            return
        self._across, self._compact = across, compact
        for number, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // across, number % across)
            card.set_low(compact)
        for column in range(7):
            self._grid.setColumnStretch(column, 0 if column >= across else 1 if across == 2 else _SHARES[column])

    def show_measures(self, measures: Measures) -> None:
        """Expected; completeness, declared and computed; timeliness; finished in time; late; missing; returned."""
        number = self._words.format_number
        expected, complete, timely, violet, late, missing, returned = self.cards
        ahead = ""
        if measures.open:
            ahead = "\n" + self.tr("{n} more are open").format(n=number(measures.open))
        expected.set(number(measures.expected), self.tr("expected by today") + ahead)
        declared = self.tr("complete · {share}").format(share=self._share(measures.declared))
        if measures.computed.whole:
            percent = self._words.format_percent(measures.computed.part, measures.computed.whole)
            text = self.tr("entries {percent} · {share}")
            declared += "\n" + text.format(percent=percent, share=self._share(measures.computed))
        complete.set(self._percent(measures.declared), declared, Tone.OK if measures.expected else None)
        timely.set(
            self._percent(measures.timely), self.tr("on time · {share}").format(share=self._share(measures.timely))
        )
        violet.set(number(measures.finished_on_time), self.tr("done in time, arrived late"), Tone.VIOLET)
        late.set(number(measures.late), self.tr("late"), Tone.INFO if measures.late else Tone.MUTED)
        missing.set(number(measures.missing), self.tr("missing"), Tone.BAD if measures.missing else Tone.MUTED)
        waiting = ""
        if measures.waiting:
            waiting = "\n" + self.tr("{n} received, to check").format(n=number(measures.waiting))
        tone = Tone.WARN if measures.returned else Tone.MUTED
        returned.set(number(measures.returned), self.tr("sent back") + waiting, tone)

    def _percent(self, share: Share) -> str:
        return self._words.format_percent(share.part, share.whole)

    def _share(self, share: Share) -> str:
        number = self._words.format_number
        return self.tr("{n} of {m}").format(n=number(share.part), m=number(share.whole))
