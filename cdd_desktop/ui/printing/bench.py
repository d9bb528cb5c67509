"""What every paper is made with: words, margins, a measure, and how far the work is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.printing.ink import make_measure
from cdd_desktop.ui.printing.page_model import (
    NOTE,
    WATERMARK,
    Document,
    Item,
    Margins,
    Measure,
    Page,
    Run,
    Sheet,
    Strip,
)
from cdd_desktop.ui.printing.paging import Frame, make_pages, paginate
from cdd_desktop.ui.printing.typeset import Typesetter, nothing
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class Part:
    """A flow with the way its sheets lie."""

    strips: tuple[Strip, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Bench:
    """``step`` is called for every piece of work; it may raise to stop."""

    words: Words
    printed_at: datetime
    margins: Margins = field(default_factory=Margins)
    step: Callable[[], None] = nothing
    measure: Measure = field(default_factory=make_measure)

    def setter(self, *, landscape: bool = False) -> Typesetter:
        """A typesetter for the inside of a sheet."""
        _, _, width, height = Sheet(self.margins, landscape).inside
        return Typesetter(self.measure, width, height, self.step)

    def document(
        self, strips: Sequence[Strip], *, title: str, name: str, landscape: bool = False, mark: str = ""
    ) -> Document:
        """The pages of a flow. ``title`` stands at the foot with the time of printing; ``mark`` ("ร่าง") across each
        page."""
        sheet = Sheet(self.margins, landscape)
        behind = _watermark(sheet, mark, self.measure) if mark else ()
        frame = Frame(foot=self._foot(title), number=self._number, behind=behind)
        pages = make_pages(strips, sheet, frame, self.measure)
        return Document(title, name, pages, self.words.language, landscape)

    def bound(self, parts: Sequence[Part], *, title: str, name: str) -> Document:
        """Several flows one after the other, each on sheets of its own; pages are numbered through."""
        counts = [len(paginate(part.strips, Sheet(self.margins, part.landscape).inside[3])) for part in parts]
        pages: list[Page] = []
        for part in parts:
            number = partial(self._number_after, len(pages), sum(counts))
            frame = Frame(foot=self._foot(title), number=number)
            pages += make_pages(part.strips, Sheet(self.margins, part.landscape), frame, self.measure)
        return Document(title, name, tuple(pages), self.words.language, parts[0].landscape)

    def _foot(self, title: str) -> str:
        printed = QCoreApplication.translate("Paper", "printed {when}")
        return f"{title} · {printed.format(when=self.words.format_instant(self.printed_at))}"

    def _number_after(self, before: int, total: int, page: int, _of_part: int) -> str:
        return self._number(before + page, total)

    def _number(self, page: int, total: int) -> str:
        text = QCoreApplication.translate("Paper", "Page {x} / {y}")
        return self.words.digits(text.format(x=page, y=total))


def label_in(words: Words, thai: str, english: str) -> str:
    """A label of a definition with one kind of digits: labels are written with either."""
    return words.digits(arabic_digits(words.text(thai, english)))


def office_in_full(words: Words, unit: Unit) -> str:
    """The office as letters name it: สำนักงานพัฒนาชุมชนอำเภอแม่ริม จังหวัดเชียงใหม่."""
    translate = QCoreApplication.translate
    pattern = {
        UnitLevel.DISTRICT: translate("Paper", "{name} District Community Development Office, {province} Province"),
        UnitLevel.PROVINCE: translate("Paper", "{name} Provincial Community Development Office"),
        UnitLevel.DEPARTMENT: translate("Paper", "Community Development Department"),
    }[unit.level]
    return pattern.format(
        name=words.text(unit.name_th, unit.name_en), province=words.text(unit.province_th, unit.province_en)
    )


def _watermark(sheet: Sheet, mark: str, measure: Measure) -> tuple[Item, ...]:
    """The mark in pale letters across the middle of the page."""
    width, height = sheet.size
    long = measure(mark, WATERMARK)
    x = width / 2 - long * 0.35
    y = height / 2 + long * 0.35 + NOTE.size
    return (Run(x, y, mark, WATERMARK, long + 1, turned=-45),)
