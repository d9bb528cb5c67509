"""The frame of the screens before work: one narrow card in the middle of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card, ScrollColumn

CARD_WIDTH = 480


class CentredCard(ScrollColumn):
    """A card with title and sentence; ``body`` of ``card`` takes the rest."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card()
        self.card.setMaximumWidth(theme().px(CARD_WIDTH))
        self.card.setMinimumWidth(theme().px(CARD_WIDTH))
        margin = theme().px(28)
        self.card.body.setContentsMargins(margin, theme().px(22), margin, theme().px(22))
        self.card.body.setSpacing(theme().px(10))
        self.title = Label(title, "title", wrap=True)
        self.sentence = Label(sentence, "muted", wrap=True)
        self.card.body.addWidget(self.title)
        self.card.body.addWidget(self.sentence)
        self.body.addStretch(1)
        row = QHBoxLayout()  # stretches instead of an alignment: only so is the height asked for this width
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(2)

    def column(self) -> QVBoxLayout:
        return self.card.body
