"""The notice on the collection of personal data (PDPA, section 23), from its text in ``resources/paper``.

A line is a paragraph; ``#`` begins a title, ``^`` a centred line, ``##`` a heading, ``-`` an item, ``@`` what the
person signs.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.paths import resources
from cdd_desktop.periods.thai_dates import arabic_digits, thai_digits
from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.page_model import TITLE, Document, Strip, Style
from cdd_desktop.ui.printing.typeset import Signature, Typesetter, signatures

_TEXT = Style(10.5)
_BOLD = Style(10.5, bold=True)
_INDENT = 28.0
_OFFICES = {
    "th": {
        UnitLevel.DISTRICT: "สำนักงานพัฒนาชุมชนอำเภอ{name} จังหวัด{province}",
        UnitLevel.PROVINCE: "สำนักงานพัฒนาชุมชนจังหวัด{name}",
        UnitLevel.DEPARTMENT: "ศูนย์สารสนเทศเพื่อการพัฒนาชุมชน",
    },
    "en": {
        UnitLevel.DISTRICT: "{name} District Community Development Office, {province} Province",
        UnitLevel.PROVINCE: "{name} Provincial Community Development Office",
        UnitLevel.DEPARTMENT: "Information Centre for Community Development",
    },
}
_WORDS = {
    "th": ("(ลงชื่อ)", "วันที่", "เจ้าของข้อมูล", "ผู้แจ้ง", "ประกาศแจ้งการเก็บรวบรวมข้อมูลส่วนบุคคล"),
    "en": ("Signed", "Date", "data subject", "informed by", "Privacy notice"),
}


def privacy_notice(unit: Unit, bench: Bench, language: str = "") -> Document:
    """The notice of an office in one language, whatever language the program speaks."""
    spoken = "en" if (language or bench.words.language) == "en" else "th"
    setter = bench.setter()
    signed, dated, subject, informer, title = _WORDS[spoken]
    strips: list[Strip] = []
    for line in _text(unit, bench, spoken).splitlines():
        strips += line_strips(line, setter)
    signers = [Signature(subject), Signature(informer)]
    strips.append(signatures(setter, signers, (signed, dated), gap=12))
    document = bench.document(strips, title=title, name=f"privacy-notice-{unit.code}-{spoken}")
    return replace(document, language=spoken)


def _text(unit: Unit, bench: Bench, language: str) -> str:
    thai = language == "th"
    office = _OFFICES[language][unit.level].format(
        name=unit.name_th if thai else unit.name_en, province=unit.province_th if thai else unit.province_en
    )
    text = (resources() / "paper" / f"privacy_notice_{language}.txt").read_text(encoding="utf-8")
    text = text.replace("{office}", office)
    return thai_digits(text) if bench.words.thai_digits and thai else arabic_digits(text)


def line_strips(line: str, setter: Typesetter) -> list[Strip]:
    """A line of a text with its mark, as it is set."""
    mark, _, rest = line.partition(" ")
    if mark == "#":
        return setter.paragraph(rest, TITLE, align="centre", glued=True)
    if mark == "^":
        return setter.paragraph(rest, _BOLD, align="centre", glued=True)
    if mark == "##":
        return setter.heading(rest, _BOLD, gap=5)
    if mark == "-":
        return _item(rest, setter)
    if mark == "@":
        return setter.paragraph(rest, _BOLD, gap=12, glued=True)
    return setter.paragraph(line, _TEXT, indent=_INDENT, gap=2)


def _item(text: str, setter: Typesetter) -> list[Strip]:
    """A dash, and lines beside it."""
    height, items = setter.block(text, _TEXT, x=_INDENT + 10, room=setter.width - _INDENT - 10)
    dash = setter.run("–", _TEXT, x=_INDENT, y=_TEXT.baseline, room=10)
    return [Strip(height, (dash, *items))]


def notice_language_word(language: str) -> str:
    """The language of a notice, in the program's words."""
    translate = QCoreApplication.translate
    return translate("Paper", "English") if language == "en" else translate("Paper", "Thai")
