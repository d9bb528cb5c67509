"""One entry in conflict: before, this machine's and central's value of each place, and a box for a third."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cdd_desktop.domain.record import RAW, Content
from cdd_desktop.forms.definition import Entity, Field, FieldType
from cdd_desktop.operations.mark_choice import is_ending
from cdd_desktop.operations.read_conflicts import Conflict, Hand
from cdd_desktop.ui.entry.conflict.choices import Choices, Place, Side
from cdd_desktop.ui.entry.conflict.option import Option
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.kinds import make_editor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.entry.history_words import HistoryWords
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Card, Chip, Label, LinkButton
from cdd_desktop.ui.words import Words

_CHOSEN_ELSEWHERE = frozenset({FieldType.PHOTO, FieldType.FILE, FieldType.AUTO_CODE, FieldType.RECORD_REF})
JOINED_SHOWN = 8
_LABEL, _BEFORE, _MINE, _THEIRS = range(4)


class ConflictSheet(QWidget):
    """``answered`` comes after every choice. Built anew for each entry."""

    answered = Signal()

    def __init__(self, choices: Choices, tell: HistoryWords, entity: Entity, around: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        self.choices = choices
        self._tell, self._entity, self._around = tell, entity, around
        self.options: dict[tuple[str, Side], Option] = {}
        self.editors: dict[str, Editor] = {}
        self.openers: dict[str, LinkButton] = {}
        self._thirds: dict[str, QWidget] = {}
        self._problems: dict[str, Label] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        self._card = Card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(8))
        for place, share in enumerate((4, 4, 5, 5)):
            self._grid.setColumnStretch(place, share)
        self._card.body.addLayout(self._grid)
        column.addWidget(self._card)
        self._build(choices.conflict)
        if choices.conflict.joined:
            column.addWidget(self._joined(choices.conflict))
        note = self.tr("The value that is not chosen is not lost: it stays in the history of the entry.")
        column.addWidget(Label(note, "note", wrap=True))
        column.addStretch(1)

    def first_stop(self) -> QWidget | None:
        """The first thing to choose that has no answer."""
        for (path, _), option in self.options.items():
            if path not in self.choices.sides:
                return option.ring
        return next((option.ring for option in self.options.values()), None)

    def _build(self, conflict: Conflict) -> None:
        words = self._around.words
        theirs = next((one.hand for one in conflict.contested if one.hand is not None), None)
        heads = (
            (_BEFORE, self.tr("Before"), self.tr("before either change")),
            (_MINE, self.tr("This machine"), hand_words(conflict.hand, words)),
            (_THEIRS, self.tr("Central"), hand_words(theirs, words)),
        )
        for place, title, note in heads:
            self._grid.addWidget(Label(title, "strong"), 0, place)
            self._grid.addWidget(Label(note, "note", wrap=True), 1, place, Qt.AlignmentFlag.AlignTop)
        row = 2
        for one in self.choices.places:
            row = self._add_place(one, row)

    def _add_place(self, place: Place, row: int) -> int:
        """A line of the table; the next free row is returned."""
        label = self._tell.label(place.path)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._head(place, label), row, _LABEL, top)
        before = Label(self._text(place, place.before), "muted", wrap=True)
        before.setContentsMargins(0, theme().px(8), 0, 0)
        self._grid.addWidget(before, row, _BEFORE, top)
        sides = ((Side.MINE, _MINE, self.tr("This machine")), (Side.THEIRS, _THEIRS, self.tr("Central")))
        for side, column, name in sides:
            text = self._text(place, place.of(side))
            option = Option(text, f"{label}, {name}: {text}")
            option.picked.connect(partial(self._pick, place.path, side))
            self.options[place.path, side] = option
            self._grid.addWidget(option, row, column)
        self._grid.addWidget(self._third(place, label), row + 1, _MINE, 1, 2)
        self._mark(place.path)
        return row + 2

    def _head(self, place: Place, label: str) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, theme().px(8), 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(label, "strong", wrap=True))
        if self._field(place) is not None:
            opener = LinkButton(self.tr("Another value…"))
            opener.setAccessibleName(self.tr("Another value for {field}").format(field=label))
            opener.clicked.connect(partial(self._open_third, place.path))
            self.openers[place.path] = opener
            column.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeft)
        return head

    def _third(self, place: Place, label: str) -> QWidget:
        """The box for a value that neither side has, out of sight until it is asked for."""
        box = QWidget()
        self._thirds[place.path] = box
        field = self._field(place)
        if field is None:
            box.hide()
            return box
        editor = make_editor(field, place.path, self._around, box)
        editor.setAccessibleName(label)
        editor.first_box().setAccessibleName(self.tr("Another value for {field}").format(field=label))
        editor.edited.connect(partial(self._write, place.path))
        self.editors[place.path] = editor
        problem = Label("", "message", wrap=True)
        problem.setProperty("tone", Tone.BAD.value)
        problem.hide()
        self._problems[place.path] = problem
        option = Option(self.tr("Another value"), f"{label}, {self.tr('Another value')}")
        option.picked.connect(partial(self._pick, place.path, Side.THIRD))
        self.options[place.path, Side.THIRD] = option
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(theme().px(4))
        for widget in (option, editor, problem):
            column.addWidget(widget)
        written = self.choices.thirds.get(place.path)
        editor.show_answer({**self._content(place), **(written or {})})
        box.setVisible(written is not None)
        return box

    def _content(self, place: Place) -> Content:
        """What the box of a third value begins with: this machine's."""
        return {**self.choices.conflict.content, **place.of(Side.MINE)}

    def _field(self, place: Place) -> Field | None:
        """The field whose editor may write a third value."""
        if place.path.startswith(":"):
            return None
        field = self._entity.find_field(place.path)
        usable = field is not None and field.computed is None and field.type not in _CHOSEN_ELSEWHERE
        return field if usable else None

    def _text(self, place: Place, part: Content) -> str:
        """One side of a place in words; a mark with its reason, and an ending with what it wrote beside."""
        parts = [self._tell.text(place.path, part)]
        if place.is_mark:
            parts += [self._tell.text(path, part) for path, value in part.items() if path != place.path and value]
        conflict = self.choices.conflict
        if is_ending(place.path, part.get(place.path)):
            parts += [self._tell.text(path, conflict.content) for path in conflict.along]
        return " · ".join(dict.fromkeys(parts))

    def _joined(self, conflict: Conflict) -> Card:
        """What merged by itself, so that nobody wonders where the rest has gone."""
        here, there = self.tr("from this machine"), self.tr("from central")
        places = {one.path.removeprefix(RAW): one for one in conflict.joined if one.path != self._entity.ref}
        words = self._around.words
        title = self.tr("Merged already: {n} fields").format(n=words.format_number(len(places)))
        card = Card(title, " ")
        card.note.hide()
        card.head.addWidget(Chip(self.tr("nothing to do"), Tone.MUTED))
        card.head.addStretch(1)
        ordered = sorted(places.items(), key=lambda item: item[1].here)  # central's are the news
        told = [
            f"{self._tell.label(path)}: {self._tell.text(path, conflict.content)} ({here if one.here else there})"
            for path, one in ordered[:JOINED_SHOWN]
        ]
        if len(ordered) > JOINED_SHOWN:
            told.append(self.tr("and {n} more").format(n=words.format_number(len(ordered) - JOINED_SHOWN)))
        card.body.addWidget(Label(" · ".join(told), "note", wrap=True))
        return card

    # --- choosing ------------------------------------------------------------------------------------------------

    def _pick(self, path: str, side: Side) -> None:
        if side is Side.THIRD and path not in self.choices.thirds:
            self.choices.write(path, {path: self._content_at(path)})
        self.choices.choose(path, side)
        self._mark(path)
        self.answered.emit()

    def _content_at(self, path: str) -> str | int | bool | list[str] | None:
        place = next(one for one in self.choices.places if one.path == path)
        return self._content(place).get(path)

    def _open_third(self, path: str) -> None:
        self._thirds[path].show()
        self.editors[path].first_box().setFocus(Qt.FocusReason.TabFocusReason)

    def _write(self, path: str, patch: Content) -> None:
        self.choices.write(path, patch)
        bad = bool(patch.get(RAW + path))
        problem, editor = self._problems[path], self.editors[path]
        said = self.tr("This is not a value for the field. Correct it, or choose one of the two.")
        problem.set_text(said if bad else "")
        problem.setVisible(bad)
        editor.set_tone(Tone.BAD if bad else None)
        self._mark(path)
        self.answered.emit()

    def _mark(self, path: str) -> None:
        for side in Side:
            option = self.options.get((path, side))
            if option is not None:
                option.set_picked(self.choices.sides.get(path) is side)


def hand_words(hand: Hand | None, words: Words) -> str:
    """Who, and when on a line below; a dash where it is not known."""
    if hand is None:
        return "–"
    return "\n".join(part for part in (hand.name, words.format_instant(hand.at)) if part)
