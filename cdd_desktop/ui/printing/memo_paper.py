"""A supervisor's view as an official memo (บันทึกข้อความ): from whom, to whom, what it comes to, signed; tables and
charts behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.reports.view import Section, View
from cdd_desktop.ui.printing.bench import Bench, Part, office_in_full
from cdd_desktop.ui.printing.page_model import BODY, Document, Item, Strip, Stroke, Style
from cdd_desktop.ui.printing.signing import head_post, officer_post, signing_words
from cdd_desktop.ui.printing.typeset import Signature, Typesetter, signatures
from cdd_desktop.ui.printing.view_strips import section_strips, wants_its_side
from cdd_desktop.ui.views.ahead import without_ahead
from cdd_desktop.ui.views.making import make_view
from cdd_desktop.ui.views.reading import ViewMaterial
from cdd_desktop.ui.words import Words

_NAME = Style(22, bold=True)
_LABEL = Style(14, bold=True)
_INDENT = 71.0  # 2.5 cm
_HEADS = frozenset({Role.HEAD, Role.PROVINCIAL_HEAD})


def memo_paper(held: ViewMaterial, bench: Bench) -> Document:
    """The letter on a page of its own, then its sections, on their side where a table asks for it."""
    view = make_view(held, bench.words)
    name = f"{view.name}-{held.request.area or held.unit.code}-{bangkok_day(held.now).isoformat()}"
    every = (without_ahead(section, bench.words) for section in view.sections)
    view = replace(view, sections=tuple(section for section in every if section is not None))
    letter = Part(tuple(_letter(view, held, bench)))
    parts = [letter, *(_attached(group, bench) for group in _groups(view.sections, bench))]
    return bench.bound(parts, title=f"{view.title} {view.subtitle}", name=name)


def _groups(sections: Sequence[Section], bench: Bench) -> Iterator[list[Section]]:
    """Sections that follow each other and lie the same way share their pages."""
    setter = bench.setter()
    group: list[Section] = []
    for section in sections:
        if group and wants_its_side(group[-1:], setter) != wants_its_side([section], setter):
            yield group
            group = []
        group.append(section)
    if group:
        yield group


def _attached(sections: Sequence[Section], bench: Bench) -> Part:
    landscape = wants_its_side(sections, bench.setter())
    setter = bench.setter(landscape=landscape)
    strips = [strip for section in sections for strip in section_strips(section, setter)]
    return Part(tuple(strips), landscape)


# --- the letter ------------------------------------------------------------------------------------------------------


def _letter(view: View, held: ViewMaterial, bench: Bench) -> Iterator[Strip]:
    words, translate, setter = bench.words, QCoreApplication.translate, bench.setter()
    yield from setter.paragraph(translate("Paper", "Memorandum"), _NAME, align="centre")
    yield _line(setter, [(translate("Paper", "Office"), office_in_full(words, held.unit), 1.0)])
    day = words.format_date(bangkok_day(bench.printed_at), "long")
    yield _line(setter, [(translate("Paper", "Number"), "", 0.5), (translate("Paper", "Date"), day, 0.5)])
    between = " " if words.language == "th" else ", "
    subject = between.join(f"{view.title} · {view.subtitle}".split(" · "))
    yield from _subject(setter, translate("Paper", "Subject"), subject)
    yield setter.ruled(6)
    to = translate("Paper", "To {addressee}").format(addressee=addressee(held, words))
    yield from setter.paragraph(to, BODY, gap=10)
    opening = translate("Paper", "{office} reports {subject}. {notes}. In short:").format(
        office=office_in_full(words, held.unit), subject=subject, notes=" · ".join(view.notes)
    )
    yield from setter.paragraph(opening, BODY, gap=8, indent=_INDENT)
    for number, sentence in enumerate(view.summary, start=1):
        yield from setter.paragraph(f"{words.digits(str(number))}. {sentence}", BODY, gap=4, indent=_INDENT)
    if view.sections:
        details = translate("Paper", "The particulars are on the pages that follow.")
        yield from setter.paragraph(details, BODY, gap=4, indent=_INDENT)
    closing = translate("Paper", "Submitted for your information.")
    yield from setter.paragraph(closing, BODY, gap=10, indent=_INDENT, glued=True)
    yield signatures(setter, [Signature("", held.person.name, signer_post(held, words))], signing_words(), gap=30)


def _line(setter: Typesetter, fields: Sequence[tuple[str, str, float]]) -> Strip:
    """Labels with what stands behind them on a dotted line, each with its share of the width."""
    items: list[Item] = []
    x, base, high = 0.0, _LABEL.baseline, _LABEL.line_height
    for label, value, share in fields:
        room = setter.width * share
        wide = setter.measure(label, _LABEL) + 8
        items.append(setter.run(label, _LABEL, x=x, y=base, room=wide))
        items.append(Stroke(x + wide, base + 3, x + room - 6, base + 3, 0.6, dotted=True))
        if value:
            items.append(setter.run(value, BODY, x=x + wide + 4, y=base, room=room - wide - 4))
        x += room
    return Strip(high, tuple(items), gap=4)


def _subject(setter: Typesetter, label: str, text: str) -> Iterator[Strip]:
    """The subject may take several lines, all behind its label."""
    wide = setter.measure(label, _LABEL) + 12
    for place, line in enumerate(setter.lines(text, BODY, setter.width - wide)):
        items: list[Item] = [setter.run(line, BODY, x=wide, y=_LABEL.baseline, room=setter.width - wide)]
        if not place:
            items.append(setter.run(label, _LABEL, x=0, y=_LABEL.baseline, room=wide))
        yield Strip(_LABEL.line_height, tuple(items), gap=0 if place else 4, glued=True)


# --- who -------------------------------------------------------------------------------------------------------------


def addressee(held: ViewMaterial, words: Words) -> str:
    """One step up: an officer writes to the head, a head to the office above, the province's to the governor."""
    translate, unit = QCoreApplication.translate, held.unit
    if unit.level is UnitLevel.DEPARTMENT:
        return translate("Paper", "the Director-General of the Community Development Department")
    if held.person.role not in _HEADS:
        return head_post(unit, words)
    if unit.level is UnitLevel.PROVINCE:
        return translate("Paper", "the Governor of {province}").format(province=words.area(unit))
    return head_post(_province_of(held), words)


def signer_post(held: ViewMaterial, words: Words) -> str:
    """The post below the name."""
    if held.unit.level is UnitLevel.DEPARTMENT:
        return words.office(held.unit)
    return head_post(held.unit, words) if held.person.role in _HEADS else officer_post(held.unit)


def _province_of(held: ViewMaterial) -> Unit:
    return held.books.geography.unit(held.unit.province)
