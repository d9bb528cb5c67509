"""Thai text as it should be stored: NFC, without the faults that keyboards and copied documents leave."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"[^\S\n]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_TWO_E = re.compile("เเ")
_SPLIT_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)า|([\u0e48-\u0e4b])\u0e4dา")
_AM_FIRST = re.compile("ำ([\u0e48-\u0e4b])")
_TONE_FIRST = re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a])")
_DOUBLED = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")
# Most texts hold none of these, and that is found many times as fast as it is mended: one class of letters is looked
# for in each, which is quicker than one pattern with a choice of beginnings.
_ALWAYS_MENDED = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0e4d]"
)
_TWO_MARKS = re.compile(
    "([\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])(?:(?<=ำ)[\u0e48-\u0e4b]|(?<=[\u0e48-\u0e4b])[\u0e31\u0e34-\u0e3a]|(?<!ำ)\\1)"
)
_LEFT_OUT = re.compile(r"[\s.\"'“”‘’()\-–ฯ]")  # in comparing
_RUNS = re.compile(r"\s+")


def mend(text: str, multiline: bool = False) -> str:
    """Text ready to store: trimmed, NFC, mended; one line unless ``multiline``.

    Two เ become แ, ํ with า becomes ำ, a tone mark goes behind its vowel and before ำ, doubled marks become one,
    invisible characters go. Mending mended text changes nothing.
    """
    if _is_clean(text) and unicodedata.is_normalized("NFC", text):
        return text
    clean = _INVISIBLE.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n"))
    if not multiline:
        clean = clean.replace("\n", " ")
    clean = _CONTROL.sub("", _SPACES.sub(" ", clean))
    before = None
    while clean != before:
        before = clean
        clean = _SPLIT_AM.sub(lambda match: (match[1] or match[2] or "") + "ำ", _TWO_E.sub("แ", clean))
        clean = _AM_FIRST.sub(r"\1ำ", clean)
        clean = unicodedata.normalize("NFC", _DOUBLED.sub(r"\1", _TONE_FIRST.sub(r"\2\1", clean)))
    return "\n".join(line.rstrip() for line in clean.split("\n")).strip()


def _is_clean(text: str) -> bool:
    if _ALWAYS_MENDED.search(text) is not None or _TWO_MARKS.search(text) is not None:
        return False
    return "เเ" not in text and len(text.strip()) == len(text)


def name_key(text: str) -> str:
    """A name for comparing: mended, small letters, without spaces and the marks people leave out."""
    return _LEFT_OUT.sub("", mend(text).casefold())


def words(text: str) -> str:
    """Text for comparing labels: mended, small letters, single spaces."""
    return _RUNS.sub(" ", mend(text)).casefold()
