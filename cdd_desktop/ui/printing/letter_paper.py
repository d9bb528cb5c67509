"""Letters with enrolment codes: what to do, the code large and as a square for telephones, and each person's PIN on a
slip of its own that is cut off and handed over closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import segno
from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import Unit
from cdd_desktop.errors import BadRequestError
from cdd_desktop.geography import geography
from cdd_desktop.paths import resources
from cdd_desktop.sync.letters import Letter, LetterPerson
from cdd_desktop.ui.printing.bench import Bench, office_in_full
from cdd_desktop.ui.printing.page_model import BODY, NOTE, STRONG, Blot, Box, Document, Item, Strip, Stroke, Style
from cdd_desktop.ui.printing.privacy_notice import line_strips
from cdd_desktop.ui.printing.typeset import Typesetter

_SQUARE = 118.0
_BESIDE = 16.0
_LARGE = Style(18, bold=True)


def letters_paper(letters: Sequence[Letter], bench: Bench) -> Document:
    """A page for each office. Raises ``BadRequestError("letters-unreadable")`` for offices, days or roles that are
    none."""
    title = QCoreApplication.translate("Paper", "Enrolment codes")
    strips: list[Strip] = []
    for letter in letters:
        bench.step()
        strips += _letter(letter, bench)
    return bench.document(strips, title=title, name="letters")


def _letter(letter: Letter, bench: Bench) -> list[Strip]:
    setter, words = bench.setter(), bench.words
    try:
        unit = geography().unit(letter.unit)
        day = words.format_date(date.fromisoformat(letter.expires_on), "long")
        people = [(person, words.role(Role(person.role))) for person in letter.people]
    except ValueError as error:
        raise BadRequestError("letters-unreadable") from error
    except BadRequestError as error:
        raise BadRequestError("letters-unreadable") from error
    strips = [strip for line in _text(unit, day, bench) for strip in line_strips(line, setter)]
    strips[0] = replace(strips[0], new_page=True)
    strips.append(_code(letter, day, setter))
    for person, role in people:
        strips.append(_slip(unit, person, role, bench))
    return strips


def _text(unit: Unit, day: str, bench: Bench) -> list[str]:
    language = bench.words.language
    text = (resources() / "paper" / f"enrolment_letter_{language}.txt").read_text(encoding="utf-8")
    return text.replace("{office}", office_in_full(bench.words, unit)).replace("{day}", day).splitlines()


def _code(letter: Letter, day: str, setter: Typesetter) -> Strip:
    """The square, and beside it what it says, for whoever types. Both are written with plain digits."""
    translate = QCoreApplication.translate
    left, room = _SQUARE + _BESIDE, setter.width - _SQUARE - _BESIDE
    items: list[Item] = [*square(letter.qr_text)]
    top = 6.0
    for label, value, style in (
        (translate("Paper", "Address of central"), letter.address, STRONG),
        (translate("Paper", "Enrolment code"), letter.code, _LARGE),
        (translate("Paper", "Good until"), day, STRONG),
    ):
        for text, look in ((label, NOTE), (value, style)):
            height, found = setter.block(text, look, x=left, room=room, top=top)
            items += found
            top += height
        top += 4
    return Strip(max(_SQUARE, top), tuple(items), gap=10)


def square(text: str) -> Iterator[Blot]:
    """A QR code with its quiet margin, a blot for each run of dark fields."""
    matrix = segno.make(text, micro=False, error="m").matrix
    size = _SQUARE / (len(matrix) + 8)
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            length = next((n for n, dark in enumerate(row[x:]) if not dark), len(row) - x)
            if length:
                yield Blot((x + 4) * size, (y + 4) * size, length * size, size)
            x += max(length, 1)


def _slip(unit: Unit, person: LetterPerson, role: str, bench: Bench) -> Strip:
    """What one person alone is to know, below a line to cut along."""
    translate, setter = QCoreApplication.translate, bench.setter()
    cut = translate("Paper", "Cut here and hand this over closed, to this person only")
    half = setter.width * 0.6
    items: list[Item] = [Stroke(0, 6, setter.width, 6, dotted=True)]
    height, found = setter.block(cut, NOTE, x=0, room=setter.width, top=10)
    items += found
    top = 10 + height + 4
    items.append(Box(0, top, setter.width, 46))
    items += setter.block(person.name, STRONG, x=8, room=half - 16, top=top + 5)[1]
    items += setter.block(f"{role} {bench.words.office(unit)}", BODY, x=8, room=half - 16, top=top + 24)[1]
    items += setter.block("PIN", NOTE, x=half, room=40, top=top + 14)[1]
    items += setter.block(person.pin, _LARGE, x=half + 36, room=setter.width - half - 40, top=top + 9)[1]
    return Strip(top + 52, tuple(items), gap=8)
