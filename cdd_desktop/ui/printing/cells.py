"""Values of records as they stand in a paper's cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import RAW, Content, MarkState, Value
from cdd_desktop.forms.definition import HUNDREDTHS, Field, FieldType
from cdd_desktop.forms.values import format_value
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.printing.bench import label_in
from cdd_desktop.ui.printing.tables import Column
from cdd_desktop.ui.printing.typeset import Align
from cdd_desktop.ui.words import Words

NUMBERS = HUNDREDTHS | {FieldType.INTEGER}
_WHOLE = NUMBERS | {FieldType.DATE, FieldType.YEAR_BE, FieldType.MOO, FieldType.PHONE, FieldType.CITIZEN_ID}
_CENTRED = frozenset({FieldType.DATE, FieldType.YEAR_BE, FieldType.MOO, FieldType.BOOLEAN})


@dataclass(frozen=True, slots=True)
class CellWriter:
    """Says values; ``titles`` names records that are referred to."""

    words: Words
    titles: Mapping[str, str]

    def column(self, field: Field) -> Column:
        """The column of a field: label with its unit, numbers at the right."""
        align: Align = "right" if field.type in NUMBERS else "centre" if field.type in _CENTRED else "left"
        return Column(self.label(field), align, whole=field.type in _WHOLE)

    def label(self, field: Field) -> str:
        unit = self.words.text(field.unit_th, field.unit_en)
        label = label_in(self.words, field.label_th, field.label_en)
        return f"{label} ({unit})" if unit and f"({unit})" not in label else label

    def at(self, field: Field, path: str, content: Content) -> str:
        """What a path holds; text that is no value of the field's type is marked with "(?)"."""
        raw = content.get(RAW + path)
        if raw is not None:
            return f"{raw} (?)"
        return self.value(field, content.get(path))

    def value(self, field: Field, value: Value) -> str:
        if value is None or value == [] or value == "":
            return ""
        if field.type is FieldType.RECORD_REF:
            return self.titles.get(str(value), "–")
        if field.type in (FieldType.PHOTO, FieldType.FILE) and isinstance(value, list):
            text = QCoreApplication.translate("Paper", "{n} files")
            return self.words.digits(text.format(n=len(value)))
        text = format_value(field, value, language=self.words.language, thai_digits=self.words.thai_digits)
        if field.type in (FieldType.CHOICE, FieldType.MULTI_CHOICE):
            return self.words.digits(arabic_digits(text))
        return text

    def mark(self, mark: str) -> str:
        """The mark of an entry in words; "" without one."""
        translate = QCoreApplication.translate
        return {
            MarkState.CONFIRMED: translate("Paper", "confirmed"),
            MarkState.CHANGED: translate("Paper", "changed"),
            MarkState.ENDED: translate("Paper", "ended"),
            MarkState.NOT_RECEIVED: translate("Paper", "data not received"),
            "unconfirmed": translate("Paper", "unconfirmed"),
        }.get(mark, "")
