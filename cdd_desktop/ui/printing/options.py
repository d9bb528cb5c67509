"""What can be chosen about a paper: digits, margins and, where they mean something, language, form and figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from cdd_desktop.ui.printing.page_model import Margins
from cdd_desktop.ui.printing.request import PrintKind
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import FlowLayout, Label, QuietButton, SegmentBar
from cdd_desktop.ui.words import Words

_LEAST, _MOST = 10, 40  # millimetres


class PaperOptions(QWidget):
    """``changed`` is sent when the paper is to be laid out anew, ``reread`` when something else is to be read."""

    changed = Signal()
    reread = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.digits = QCheckBox(self.tr("Thai digits"))
        self.digits.setVisible(words.is_thai)
        self.digits.setChecked(words.thai_digits)
        self.filled = QCheckBox(self.tr("A form for each entry, with what is known of it"))
        self.language = SegmentBar([("th", self.tr("Thai")), ("en", self.tr("English"))], words.language)
        self.entities = SegmentBar([("", "")], "")
        self.margins = QuietButton(self.tr("Margins"))
        self.margins.setCheckable(True)
        self._choices = QWidget()
        flow = FlowLayout(self._choices, spacing=theme().px(10))
        for widget in (self.digits, self.filled, self.language, self.margins):
            flow.addWidget(widget)
        self._sides = QWidget()
        self.sides = self._make_sides()
        self._sides.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(6))
        self._column.addWidget(self._choices)
        self._column.addWidget(self._sides)
        self.digits.toggled.connect(self._change)
        self.filled.toggled.connect(self._read_again)
        self.language.chosen.connect(self._change)
        self.margins.toggled.connect(self._sides.setVisible)

    def fit(self, kind: PrintKind) -> None:
        """Offer what the kind of paper knows."""
        self.filled.setVisible(kind is PrintKind.BLANK_FORM)
        self.language.setVisible(kind is PrintKind.PRIVACY_NOTICE)
        if kind is not PrintKind.BLANK_FORM:
            self.offer_entities((), "")

    def offer_entities(self, entities: Sequence[tuple[str, str]], current: str) -> None:
        """The kinds of entry there are forms for, as (key, word); fewer than two are no choice."""
        bar = SegmentBar(entities or [("", "")], current, wraps=True)
        bar.setVisible(len(entities) > 1)
        bar.chosen.connect(self._read_again)
        self._column.removeWidget(self.entities)
        self.entities.hide()
        self.entities.deleteLater()
        self.entities = bar
        self._column.addWidget(bar)

    def chosen_margins(self) -> Margins:
        left, top, right, bottom = (float(box.value()) for box in self.sides)
        return Margins(left, top, right, bottom)

    def chosen_words(self) -> Words:
        return Words(self._words.language, thai_digits=self.digits.isChecked())

    def _make_sides(self) -> tuple[QSpinBox, ...]:
        usual = Margins()
        sides = (
            (self.tr("Left"), usual.left),
            (self.tr("Top"), usual.top),
            (self.tr("Right"), usual.right),
            (self.tr("Bottom"), usual.bottom),
        )
        flow = FlowLayout(self._sides, spacing=theme().px(10))
        boxes = []
        for word, value in sides:
            box = QSpinBox()
            box.setRange(_LEAST, _MOST)
            box.setSuffix(self.tr(" mm"))
            box.setValue(round(value))
            box.setAccessibleName(word)
            box.valueChanged.connect(self._change)
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Label(word, "note"))
            row.addWidget(box)
            flow.addWidget(pair)
            boxes.append(box)
        return tuple(boxes)

    @Slot()
    def _change(self) -> None:
        self.changed.emit()

    @Slot()
    def _read_again(self) -> None:
        self.reread.emit()
