"""The frame of the screens before work: one narrow card in the middle of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card, FittingColumn

CARD_WIDTH = 480


class CentredCard(QWidget):
    """A card with title and sentence. Where the page is low its column scrolls; the buttons below stay in sight."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card()
        self.card.setFixedWidth(theme().px(CARD_WIDTH))
        margin = theme().px(28)
        self.card.body.setContentsMargins(margin, theme().px(22), margin, theme().px(22))
        self.card.body.setSpacing(theme().px(10))
        self._scroll = FittingColumn()
        self._scroll.body.setSpacing(theme().px(10))
        self.card.body.addWidget(self._scroll)
        self._foot = QWidget()
        self._answers = QHBoxLayout(self._foot)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._foot.hide()
        self.card.body.addWidget(self._foot)
        self.title = Label(title, "title", wrap=True)
        self.sentence = Label(sentence, "muted", wrap=True)
        self._scroll.body.addWidget(self.title)
        self._scroll.body.addWidget(self.sentence)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addStretch(1)
        page.addLayout(row)
        page.addStretch(2)

    def column(self) -> QVBoxLayout:
        return self._scroll.body

    def set_answers(self, left: QPushButton, *right: QPushButton) -> None:
        """The way back and the way on; of several ways on one is shown at a time."""
        self._answers.addWidget(left)
        self._answers.addStretch(1)
        for button in right:
            self._answers.addWidget(button)

    def show_answers(self, visible: bool) -> None:
        self._foot.setVisible(visible)
        self._scroll.fit()
