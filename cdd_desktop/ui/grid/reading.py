"""From what is typed or pasted into a cell to a patch, and what a cell can be filled with by choosing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.domain.village import Village
from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.forms.privacy import is_masked
from cdd_desktop.forms.values import Ask, NotAValue, Outcome, Parsed, parse_value
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.grid.columns import Column
from cdd_desktop.ui.grid.stock import Stock
from cdd_desktop.ui.village_choice import (
    VILLAGE_NAME,
    answer_of,
    is_village_field,
    picked_patch,
    villages_here,
)
from cdd_desktop.ui.worklist.rows import moo_words, place_words

CHOSEN = frozenset(
    {
        FieldType.CHOICE,
        FieldType.BOOLEAN,
        FieldType.GEO_TAMBON,
        FieldType.GEO_AMPHOE,
        FieldType.GEO_PROVINCE,
        FieldType.RECORD_REF,
    }
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: its text, and words that tell it from its namesakes; a village of the office's list."""

    value: str
    text: str
    note: str = ""
    village: Village | None = None

    @property
    def shown(self) -> str:
        return f"{self.text}  {self.note}" if self.note else self.text


class Reader:
    """Reads texts as values of fields. ``stock`` has the register entries a reference can name, and the villages."""

    def __init__(self, desk: Desk, today: date, stock: Stock) -> None:
        self._desk = desk
        self._today = today
        self._stock = stock

    def read(self, column: Column, text: str) -> Outcome:
        """What a text means in a column."""
        field = column.field
        assert field is not None
        if field.type is FieldType.RECORD_REF:
            return self._reference(field, text)
        return parse_value(field, text, today=self._today, area=self._desk.workplace.unit.code)

    def patch(self, column: Column, text: str, outcome: Outcome) -> Content:
        """The patch of a text: its value, or the text itself kept as no value. A masked citizen id means unchanged."""
        assert column.field is not None
        if column.field.type is FieldType.CITIZEN_ID and is_masked(text.strip()):
            return {}
        if isinstance(outcome, Parsed):
            return value_patch(column, outcome.value)
        return {column.key: None, RAW + column.key: text.strip()}

    def offers(self, field: Field) -> tuple[Offer, ...]:
        """What can be chosen in a field, in the order of the form."""
        words, workplace = self._desk.words, self._desk.workplace
        places, unit = workplace.geography, workplace.unit
        if field.type is FieldType.BOOLEAN:
            yes_no = (("ใช่", "Yes"), ("ไม่ใช่", "No"))
            return tuple(Offer(words.text(*pair), words.text(*pair)) for pair in yes_no)
        if field.type is FieldType.GEO_TAMBON:
            return tuple(Offer(one.code, words.text(one.name_th, one.name_en)) for one in places.tambons(unit.code))
        if field.type is FieldType.GEO_AMPHOE:
            found = [one for one in places.districts(unit.province) if unit.covers(one.code)]
            return tuple(Offer(one.code, words.text(one.name_th, one.name_en)) for one in found)
        if field.type is FieldType.GEO_PROVINCE:
            return (Offer(unit.province, words.text(unit.province_th, unit.province_en)),)
        if field.type is FieldType.RECORD_REF:
            return tuple(
                Offer(str(one.register_id or one.record_id), one.title, place_words(one.place, places, words))
                for one in self._stock.entries(field)
            )
        label = words.text
        return tuple(
            Offer(one.value, words.digits(arabic_digits(label(one.label_th, one.label_en)))) for one in field.options
        )

    def villages(self, field: Field, content: Content) -> tuple[Offer, ...]:
        """The villages of the office's list that a row could name in a field; any other text can be typed as well."""
        if not is_village_field(field, field.key):
            return ()
        offers: list[Offer] = []
        for one in villages_here(self._stock.villages, content):
            moo, by_name = moo_words(one.moo, self._desk.words), field.key == VILLAGE_NAME
            text = one.name if by_name else self._desk.words.digits(str(one.moo))
            offers.append(Offer(str(answer_of(field, one)), text, moo if by_name else one.name, one))
        return tuple(offers)

    def chosen(self, column: Column, offer: Offer, content: Content) -> Content:
        """The patch of an offer that was chosen for a row."""
        field = column.field
        assert field is not None
        if offer.village is not None:
            return picked_patch(field, offer.village, content)
        if field.type is FieldType.BOOLEAN:
            outcome = self.read(column, offer.text)
            return self.patch(column, offer.text, outcome)
        return value_patch(column, [offer.value] if field.is_list else offer.value)

    def _reference(self, field: Field, text: str) -> Outcome:
        wanted = " ".join(text.split()).casefold()
        if not wanted:
            return Parsed(None)
        offers = self.offers(field)
        found = [one.value for one in offers if wanted in (one.text.casefold(), one.shown.casefold(), one.value)]
        if len(found) == 1:
            return Parsed(found[0])
        return Ask(tuple(found)) if found else NotAValue("reference-unknown")


def value_patch(column: Column, value: Value) -> Content:
    """The patch that puts a value into a cell."""
    return {column.key: value, RAW + column.key: None}
