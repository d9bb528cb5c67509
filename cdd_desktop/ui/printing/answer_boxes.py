"""Room to write: boxes, dotted lines and tick boxes for the answer of each kind of field, drawn, not typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.ui.printing.bench import label_in
from cdd_desktop.ui.printing.page_model import NOTE, Box, Item, Stroke, Style
from cdd_desktop.ui.printing.typeset import Typesetter
from cdd_desktop.ui.words import Words

FORM = Style(11)
FORM_LABEL = Style(11, bold=True)
_LINE = 21.0  # a line to write on
_SQUARE = 15.0  # a box for one digit
_TICK = 9.0
_ID_GROUPS = (1, 4, 5, 2, 1)
_NUMBER_WIDTH = 130.0


@dataclass(frozen=True, slots=True)
class AnswerBoxes:
    """Draws answers into ``room`` points; each is (height, items) with the top at 0."""

    setter: Typesetter
    words: Words
    room: float

    def answer(self, field: Field) -> tuple[float, list[Item]]:
        """The room for a field's answer."""
        draw = self._drawers().get(field.type)
        return draw(field) if draw is not None else self._written(field)

    def ticks(self, labels: Sequence[str]) -> tuple[float, list[Item]]:
        """A square to tick before each label, in as many lines as they need."""
        items: list[Item] = []
        line = FORM.line_height + 3
        x, top = 0.0, 2.0
        for label in labels:
            text = self.words.digits(label)
            long = self.setter.measure(text, FORM)
            if x and x + _TICK + 5 + long > self.room:
                x, top = 0.0, top + line
            height, lines = self.setter.block(
                text, FORM, x=x + _TICK + 5, room=max(self.room - x - _TICK - 5, _TICK), top=top
            )
            square = top + (FORM.line_height - _TICK) / 2
            items += [Box(x, square, _TICK, _TICK, 0.7), *lines]
            x += _TICK + 5 + long + 14
            if height > FORM.line_height:
                top += height - FORM.line_height
        return top + line, items

    def _drawers(self) -> dict[FieldType, Callable[[Field], tuple[float, list[Item]]]]:
        return {
            FieldType.CHOICE: self._choices,
            FieldType.MULTI_CHOICE: self._choices,
            FieldType.BOOLEAN: self._yes_no,
            FieldType.DATE: self._date,
            FieldType.CITIZEN_ID: lambda _: self._squares(_ID_GROUPS),
            FieldType.PHONE: lambda _: self._squares((3, 3, 4)),
            FieldType.YEAR_BE: lambda _: self._squares((4,)),
            FieldType.MOO: lambda _: self._squares((2,)),
            FieldType.INTEGER: self._number,
            FieldType.MONEY: self._number,
            FieldType.DECIMAL: self._number,
            FieldType.PERCENT: self._number,
            FieldType.GPS_POINT: self._position,
            FieldType.PHOTO: self._attached,
            FieldType.FILE: self._attached,
        }

    def _written(self, field: Field) -> tuple[float, list[Item]]:
        """Dotted lines: three for long texts, two for wide ones."""
        lines = 3 if field.type is FieldType.TEXTAREA else 2 if field.columns > 2 else 1
        items: list[Item] = [
            Stroke(0, n * _LINE - 4, self.room, n * _LINE - 4, 0.6, dotted=True) for n in range(1, lines + 1)
        ]
        return lines * _LINE, items

    def _number(self, field: Field) -> tuple[float, list[Item]]:
        unit = self.words.text(field.unit_th, field.unit_en)
        items: list[Item] = [Box(0, 1, _NUMBER_WIDTH, _LINE - 3, 0.6)]
        room = self.room - _NUMBER_WIDTH - 6
        items.append(self.setter.run(unit, FORM, x=_NUMBER_WIDTH + 6, y=FORM.baseline + 2, room=room))
        return _LINE, items

    def _choices(self, field: Field) -> tuple[float, list[Item]]:
        labels = [label_in(self.words, choice.label_th, choice.label_en) for choice in field.options]
        return self.ticks(labels) if labels else self._written(field)

    def _yes_no(self, _field: Field) -> tuple[float, list[Item]]:
        return self.ticks([QCoreApplication.translate("Paper", "yes"), QCoreApplication.translate("Paper", "no")])

    def _attached(self, _field: Field) -> tuple[float, list[Item]]:
        return self.ticks([QCoreApplication.translate("Paper", "taken or attached")])

    def _date(self, _field: Field) -> tuple[float, list[Item]]:
        translate = QCoreApplication.translate
        parts = (
            (translate("Paper", "day"), 0.14),
            (translate("Paper", "month"), 0.34),
            (translate("Paper", "B.E."), 0.2),
        )
        return self._named_lines(parts)

    def _position(self, _field: Field) -> tuple[float, list[Item]]:
        translate = QCoreApplication.translate
        return self._named_lines(((translate("Paper", "latitude"), 0.3), (translate("Paper", "longitude"), 0.3)))

    def _named_lines(self, parts: Sequence[tuple[str, float]]) -> tuple[float, list[Item]]:
        """Words each with a dotted line behind it; the numbers are shares of the room."""
        items: list[Item] = []
        x = 0.0
        for word, share in parts:
            long = self.setter.measure(word, FORM) + 3
            items.append(self.setter.run(word, FORM, x=x, y=FORM.baseline + 2, room=long))
            end = x + long + self.room * share
            items.append(Stroke(x + long, FORM.baseline + 2, min(end, self.room), FORM.baseline + 2, 0.6, dotted=True))
            x = end + 4
        return _LINE, items

    def _squares(self, groups: Sequence[int]) -> tuple[float, list[Item]]:
        """A square a digit, in groups."""
        side = min(_SQUARE, (self.room - 5 * (len(groups) - 1)) / sum(groups))
        items: list[Item] = []
        x = 0.0
        for group in groups:
            for _ in range(group):
                items.append(Box(x, 2, side, _SQUARE, 0.6))
                x += side
            x += 5
        return _LINE, items


def known_block(setter: Typesetter, text: str, *, x: float, room: float) -> tuple[float, list[Item]]:
    """What is known already, small, beside the room for the answer."""
    return setter.block(text, NOTE, x=x, room=room, top=3, align="right")
