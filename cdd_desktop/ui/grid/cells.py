"""How one row looks: the text of each cell, whether it can be typed into, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.issue import REQUIRED, Issue, IssueLevel
from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.forms.evaluate import Evaluation, row_keys
from cdd_desktop.forms.privacy import mask_citizen_id
from cdd_desktop.forms.values import format_value
from cdd_desktop.operations.read_table import Table, TableRow
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.grid.columns import IN_FORM_ONLY, Column, Source
from cdd_desktop.ui.grid.ledger import Ledger, Seen
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.worklist.rows import place_words

_WEIGHT = {Tone.BAD: 3, Tone.WARN: 2, Tone.MUTED: 1}
NOT_ANSWERED = "unanswered"


class Look(IntEnum):
    """Whether a cell can be typed into; if not, why."""

    OPEN = 0
    COMPUTED = 1  # worked out from the others
    HIDDEN = 2  # not asked for this row
    FIXED = 3  # comes from the register, or belongs to the form
    LOCKED = 4  # the whole row may only be looked at


@dataclass(frozen=True, slots=True)
class Cell:
    """``tone``: BAD for an error, WARN for a warning without its reason, MUTED for one that is explained."""

    text: str = ""
    look: Look = Look.OPEN
    tone: Tone | None = None


class CellMaker:
    """Makes the cells of rows; ``locked`` when the table may only be looked at."""

    def __init__(self, ledger: Ledger, columns: tuple[Column, ...], desk: Desk, *, locked: bool) -> None:
        self._ledger = ledger
        self._columns = columns
        self._desk = desk
        self._locked = locked
        self._titles: dict[str, str] = {}
        self._haystacks: dict[int, str] = {}

    @property
    def table(self) -> Table:
        return self._ledger.table

    def row(self, number: int, seen: Seen | None) -> tuple[Cell, ...]:
        """The cells of a row; without its evaluation calculated cells stay empty and nothing is marked."""
        row = self._ledger.rows[number]
        content = seen.content if seen is not None else self._ledger.content(number)
        tones = tones_of(seen.issues) if seen is not None else {}
        evaluation = seen.evaluation if seen is not None else None
        return tuple(self._cell(column, row, content, evaluation, tones) for column in self._columns)

    def _cell(
        self, column: Column, row: TableRow, content: Content, evaluation: Evaluation | None, tones: Mapping[str, Tone]
    ) -> Cell:
        look = self.look(column, row, evaluation)
        if column.source is Source.FIELD:
            if look is Look.HIDDEN:
                return Cell("", look)
            return Cell(self._text(column, content, evaluation), look, tones.get(column.key))
        if column.source is Source.TITLE:
            return Cell(self.title(row, content), look, tones.get(column.key) if column.key else None)
        if column.source is Source.PLACE:
            return Cell(place_words(self._place(row, content), self._desk.workplace.geography, self._desk.words), look)
        line = self.table.entity.line_by_key[column.key]
        count = len(row_keys(line, content))
        tone = max((tones[path] for path in tones if path.startswith(f"{line.key}/")), key=_weight, default=None)
        return Cell(self._desk.words.format_number(count) if count else "", look, tone)

    def haystack(self, number: int) -> str:
        """What a search looks into: name, place and every value as shown, in small letters and without separators."""
        found = self._haystacks.get(number)
        if found is None:
            cells = self.row(number, self._ledger.peek(number))
            found = " ".join((self._ledger.rows[number].title, *(cell.text for cell in cells)))
            found = self._haystacks[number] = found.casefold().replace(",", "")
        return found

    def forget(self, numbers: Iterable[int]) -> None:
        """These rows look different now."""
        for number in numbers:
            self._haystacks.pop(number, None)

    def look(self, column: Column, row: TableRow, evaluation: Evaluation | None) -> Look:
        """Whether a cell of the row can be typed into."""
        field = column.field
        if column.source is Source.TITLE and field is not None:
            fixed = row.register_id is not None or not self.table.addable
            return Look.FIXED if fixed else Look.LOCKED if self._locked else Look.OPEN
        if field is None:
            return Look.FIXED
        if field.computed is not None:
            return Look.COMPUTED
        if field.type is FieldType.AUTO_CODE or field.type in IN_FORM_ONLY:
            return Look.FIXED
        if evaluation is not None and field.key not in evaluation.visible:
            return Look.HIDDEN
        return Look.LOCKED if self._locked else Look.OPEN

    def title(self, row: TableRow, content: Content) -> str:
        """The name of the register entry the row belongs to, or what the row was called when it was saved."""
        reference = content.get(self.table.entity.ref) if self.table.entity.ref else None
        known = self.table.registers.get(reference) if isinstance(reference, str) else None
        return known[0] if known is not None else row.title

    def _place(self, row: TableRow, content: Content) -> tuple[str, int | None]:
        if row.place != ("", None):
            return row.place
        related = self.table.related(str(content.get(self.table.entity.ref or "") or ""))
        if related is None:
            return "", None
        moo = related.content.get("moo")
        return str(related.content.get("tambon_code") or ""), moo if isinstance(moo, int) else None

    def _text(self, column: Column, content: Content, evaluation: Evaluation | None) -> str:
        field = column.field
        assert field is not None
        raw = content.get(RAW + column.key)
        if isinstance(raw, str):
            return mask_citizen_id(raw) if field.type is FieldType.CITIZEN_ID else raw
        value: Value = content.get(column.key)
        if field.computed is not None and evaluation is not None:
            value = evaluation.values.get(column.key, value)
        return self.shown(column, value)

    def shown(self, column: Column, value: Value) -> str:
        """A value as it stands in a cell."""
        field = column.field
        if field is None or value is None:
            return ""
        if field.type in IN_FORM_ONLY:
            return self._desk.words.format_number(len(value)) if isinstance(value, list) else ""
        if field.type is FieldType.RECORD_REF:
            return self._titles.get(str(value), "") or self._known_title(str(value))
        if field.type is FieldType.CITIZEN_ID:
            return mask_citizen_id(str(value))
        words = self._desk.words
        return format_value(field, value, language=words.language, thai_digits=words.thai_digits)

    def name_references(self, titles: Mapping[str, str]) -> None:
        """Learn the titles of entries that fields refer to."""
        self._titles.update(titles)

    def _known_title(self, record_id: str) -> str:
        known = self.table.registers.get(record_id)
        return known[0] if known is not None else QCoreApplication.translate("Grid", "(an entry of another office)")


def tones_of(issues: tuple[Issue, ...]) -> dict[str, Tone]:
    """Path → the heaviest tone of what is found there; a blank that is required is work under way, no fault."""
    tones: dict[str, Tone] = {}
    for issue in issues:
        tone = _tone(issue)
        for path in issue.paths if tone is not None else ():
            if tone is not None and _weight(tone) > _weight(tones.get(path)):
                tones[path] = tone
    return tones


def _tone(issue: Issue) -> Tone | None:
    if issue.level is IssueLevel.ERROR:
        return None if issue.code == REQUIRED else Tone.BAD
    if issue.level is IssueLevel.WARNING:
        return Tone.WARN if issue.open else Tone.MUTED
    return None


def _weight(tone: Tone | None) -> int:
    return _WEIGHT[tone] if tone is not None else 0
