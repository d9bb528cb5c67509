"""Two entries that may be the same thing, side by side: made one, or kept with a written reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cdd_desktop.domain.record import RAW, Value
from cdd_desktop.forms.definition import Definition, Entity, Field, FieldType
from cdd_desktop.forms.privacy import mask_citizen_id
from cdd_desktop.forms.values import format_value
from cdd_desktop.operations.duplicates import Twin
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Banner, Label, PrimaryButton, QuietButton, ScrollColumn
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class Union:
    """Which of the two stays (0 or 1), and the values it takes over from the other."""

    stays: int
    chosen: dict[str, Value]


class DuplicateDialog(QDialog):
    """``merged`` carries a ``Union``, ``kept`` asks for both to be kept; closing the dialog changes nothing."""

    merged = Signal(object)
    kept = Signal()

    def __init__(
        self, definition: Definition, entity: Entity, twins: tuple[Twin, Twin], words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._entity, self._twins, self._words = entity, twins, words
        self._chosen: dict[str, int] = {}
        self.cells: dict[tuple[str, int], QPushButton] = {}
        self.setWindowTitle(self.tr("The same entry twice?"))
        self.resize(theme().px(860), theme().px(600))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(22)] * 4)
        column.setSpacing(theme().px(8))
        column.addWidget(Label(self.tr("Is this one and the same?"), "heading", wrap=True))
        said = self.tr(
            "Choose which entry stays; where they differ, press the value that is right. "
            "What refers to the other one follows. You can undo it."
        )
        column.addWidget(Label(said, "note", wrap=True))
        self.list = ScrollColumn(self)
        column.addWidget(self.list, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(4))
        for place, stretch in enumerate((2, 3, 3)):
            self._grid.setColumnStretch(place, stretch)
        self.list.body.addLayout(self._grid)
        self.list.body.addStretch(1)
        self._add_heads()
        self._add_rows(definition)
        column.addLayout(self._make_answers())
        self._stay(0 if twins[0].received or not twins[1].received else 1)

    def allow_keeping(self, allowed: bool) -> None:
        """Whether two of them may stand side by side with a reason; of one citizen id there is one person."""
        self.keep.setVisible(allowed)

    # --- parts ---------------------------------------------------------------------------------------------------

    def _add_heads(self) -> None:
        self.heads = (QRadioButton(self), QRadioButton(self))
        group = QButtonGroup(self)
        for number, (head, twin) in enumerate(zip(self.heads, self._twins, strict=True)):
            where = self.tr("central has it") if twin.received else self.tr("on this machine only")
            head.setText(f"{self.tr('This one stays')} · {where}")
            head.clicked.connect(partial(self._stay, number))
            group.addButton(head)
            self._grid.addWidget(Label(twin.title or self.tr("(no name yet)"), "strong", wrap=True), 0, number + 1)
            self._grid.addWidget(head, 1, number + 1)

    def _add_rows(self, definition: Definition) -> None:
        row = 2
        for section in definition.sections(self._entity.key):
            for one in section.fields:
                if (
                    one.computed is None
                    and one.type is not FieldType.AUTO_CODE
                    and any(map(self._has, (one, one), (0, 1)))
                ):
                    self._add_row(row, one)
                    row += 1

    def _add_row(self, row: int, one: Field) -> None:
        self._grid.addWidget(Label(self._words.text(one.label_th, one.label_en), "note", wrap=True), row, 0)
        texts = [self._text(one, number) for number in (0, 1)]
        same = self._value(one, 0) == self._value(one, 1)
        for number, text in enumerate(texts):
            if same:
                self._grid.addWidget(Label(text, wrap=True), row, number + 1)
                continue
            cell = QPushButton(text, self)
            cell.setProperty("role", "segment")
            cell.setCheckable(True)
            cell.setAutoDefault(False)
            cell.setAccessibleName(f"{self._words.text(one.label_th, one.label_en)}: {text}")
            cell.clicked.connect(partial(self._choose, one.key, number))
            self.cells[one.key, number] = cell
            self._grid.addWidget(cell, row, number + 1)

    def _make_answers(self) -> QHBoxLayout:
        self.cancel = QuietButton(self.tr("Decide later"))
        self.keep = QuietButton(self.tr("Keep both…"))
        self.merge = PrimaryButton(self.tr("Make them one"))
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)
        self.merge.clicked.connect(self._merge)
        answers = QHBoxLayout()
        answers.addWidget(self.cancel)
        answers.addStretch(1)
        answers.addWidget(self.keep)
        answers.addWidget(self.merge)
        return answers

    # --- values --------------------------------------------------------------------------------------------------

    def _value(self, one: Field, number: int) -> Value:
        return self._twins[number].record.content.get(one.key)

    def _has(self, one: Field, number: int) -> bool:
        return self._value(one, number) is not None

    def _text(self, one: Field, number: int) -> str:
        value = self._value(one, number)
        if value is None:
            raw = self._twins[number].record.content.get(RAW + one.key)
            return str(raw or "–")
        if one.type is FieldType.CITIZEN_ID:
            return mask_citizen_id(str(value))
        if one.type is FieldType.RECORD_REF:
            return self._twins[number].titles.get(str(value), str(value))
        if one.type in (FieldType.PHOTO, FieldType.FILE) and isinstance(value, list):
            return self._words.digits(self.tr("{n} attached").format(n=len(value)))
        return format_value(one, value, language=self._words.language, thai_digits=self._words.thai_digits)

    # --- what a person does --------------------------------------------------------------------------------------

    def _stay(self, number: int) -> None:
        """The one that stays keeps its values, and takes the other's where it has none."""
        self._stays = number
        self.heads[number].setChecked(True)
        for key in {key for key, _ in self.cells}:
            own = self._entity.field(key)
            self._choose(key, number if self._has(own, number) else 1 - number)

    def _choose(self, key: str, number: int) -> None:
        self._chosen[key] = number
        for side in (0, 1):
            self.cells[key, side].setChecked(side == number)

    def _merge(self) -> None:
        stays, other = self._twins[self._stays], self._twins[1 - self._stays]
        taken = [key for key, number in self._chosen.items() if number != self._stays]
        chosen = {key: other.record.content.get(key) for key in taken}
        chosen = {key: value for key, value in chosen.items() if stays.record.content.get(key) != value}
        self.accept()
        self.merged.emit(Union(self._stays, chosen))

    def _keep(self) -> None:
        self.accept()
        self.kept.emit()


class TwinBanner(Banner):
    """Above a form: the entry may be there already. ``compare`` shows both."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", Tone.WARN, parent)
        self.compare = QPushButton(self.tr("Compare…"), self)
        self.compare.setProperty("role", "link")
        self.compare.setCursor(Qt.CursorShape.PointingHandCursor)
        self.compare.setAutoDefault(False)
        self.add(self.compare)
        self.hide()

    def say(self, titles: tuple[str, ...], reason: str) -> None:
        """Name the twins; with a reason both were kept. Nothing to name hides the line."""
        if titles and reason:
            self.set(self.tr("Kept beside “{name}”: {reason}").format(name=titles[0], reason=reason), Tone.MUTED)
        elif titles:
            name = titles[0] or self.tr("an entry without a name")
            self.set(self.tr("There is an entry like this already: “{name}”").format(name=name), Tone.WARN)
        self.setVisible(bool(titles))
