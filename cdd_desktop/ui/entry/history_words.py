"""A record's history in words: what a content path stands for, and how a value reads. Citizen ids stay masked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import KEPT, MARK, RAW, REASON, WHY, MarkState, Value
from cdd_desktop.forms.definition import Definition, Entity, FieldType
from cdd_desktop.forms.privacy import mask_citizen_id, mask_text
from cdd_desktop.forms.values import format_value
from cdd_desktop.operations.read_history import HistoryLine
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.reason_words import mark_reason, reason_label
from cdd_desktop.ui.words import Words

_CHOSEN = (FieldType.CHOICE, FieldType.MULTI_CHOICE)
_ATTACHED = (FieldType.PHOTO, FieldType.FILE)


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that changed; ``before`` and ``after`` in words. ``restorable``: something stood there, no mark."""

    path: str
    label: str
    before: str
    after: str
    restorable: bool


class HistoryWords:
    """Tells the changes of the records of one kind."""

    def __init__(self, definition: Definition, entity: Entity, titles: Mapping[str, str], words: Words) -> None:
        self._definition, self._entity, self._titles, self._words = definition, entity, titles, words

    def told(self, line: HistoryLine) -> Iterator[Told]:
        """What a line changed, one after the other; a value and its raw text are one thing."""
        places = dict.fromkeys(path.removeprefix(RAW) for path in line.patch)
        for place in places:
            gone = place.count("/") == 2 and place.rpartition("/")[0] in line.patch and line.patch.get(place) is None
            if gone or place == self._entity.ref:
                continue  # the row it stood in says so; the entry a record belongs to is its title
            before, after = (self.text(place, part) for part in (line.was, line.patch))
            held = line.was.get(place) is not None or line.was.get(RAW + place) is not None
            yield Told(place, self.label(place), before, after, held and not place.startswith((MARK, WHY, KEPT)))

    def text(self, place: str, part: Mapping[str, Value]) -> str:
        """What stands at a place: the value, or the text that is none."""
        raw = part.get(RAW + place)
        value = raw if isinstance(raw, str) else part.get(place)
        text = self._value(place, value)
        return (
            QCoreApplication.translate("HistoryWords", "not a value: {text}").format(text=text)
            if isinstance(raw, str)
            else text
        )

    def _value(self, place: str, value: Value) -> str:
        if value is None:
            return QCoreApplication.translate("HistoryWords", "blank")
        if place.startswith(MARK):
            return self._mark(str(value))
        if place.startswith(WHY):
            return mark_reason(self._definition, self._entity, mask_text(str(value)), self._words)
        if place.count("/") == 1 and value is True:
            return QCoreApplication.translate("HistoryWords", "a row")
        field = self._entity.find_field(place)
        if field is None:
            return mask_text(str(value))
        if field.type is FieldType.CITIZEN_ID:
            return mask_citizen_id(str(value))
        if field.type is FieldType.RECORD_REF:
            return self._titles.get(str(value), str(value))
        if field.type in _ATTACHED and isinstance(value, list):
            return self._words.digits(QCoreApplication.translate("HistoryWords", "{n} attached").format(n=len(value)))
        text = format_value(field, value, language=self._words.language, thai_digits=self._words.thai_digits)
        if field.type in _CHOSEN:  # definitions are written with Thai digits; the setting decides which are shown
            return self._words.digits(arabic_digits(text))
        return mask_text(text)

    def label(self, place: str) -> str:
        """What the form calls a place."""
        words = self._words
        if place.startswith(MARK):
            return QCoreApplication.translate("HistoryWords", "Mark of the round")
        if place.startswith(WHY):
            return QCoreApplication.translate("HistoryWords", "Reason of the mark")
        if place.startswith(KEPT):
            kept = place.removeprefix(KEPT).partition(":")[2]
            return QCoreApplication.translate("HistoryWords", "Kept from the former form: {field}").format(field=kept)
        if place.startswith(REASON):
            said = reason_label(self._definition, place.removeprefix(REASON), words)
            return QCoreApplication.translate("HistoryWords", "Reason: {rule}").format(rule=said)
        table = self._entity.line_by_key.get(place.split("/")[0])
        prefix = words.text(table.label_th, table.label_en) if table is not None else ""
        field = self._entity.find_field(place)
        own = words.text(field.label_th, field.label_en) if field is not None else ""
        return " · ".join(part for part in (prefix, own) if part) or place

    def _mark(self, value: str) -> str:
        return {
            MarkState.CONFIRMED.value: QCoreApplication.translate("HistoryWords", "confirmed"),
            MarkState.CHANGED.value: QCoreApplication.translate("HistoryWords", "changed"),
            MarkState.ENDED.value: QCoreApplication.translate("HistoryWords", "ended"),
            MarkState.NOT_RECEIVED.value: QCoreApplication.translate("HistoryWords", "no data received yet"),
        }.get(value, value)
