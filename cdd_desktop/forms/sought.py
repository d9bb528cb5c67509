"""Text as the search compares it: what of a record can be found, and where the words asked for stand in a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cdd_desktop.domain.record import Content
from cdd_desktop.forms.privacy import without_ids
from cdd_desktop.forms.thai_text import mend
from cdd_desktop.periods.thai_dates import arabic_digits

_BETWEEN = "\n"
_APART = "\ue000"  # a character of private use, which mending has nothing to do with, unlike line ends
_LEFT_OUT = frozenset("็่้๊๋์ๆฯ.\"'“”‘’()[]{}-–_,:;/\\|*+·…")
_DROPPED = re.compile(f"[{re.escape(''.join(_LEFT_OUT))} \n]+")  # six times as quick as translating each letter
_THAI_DIGIT = re.compile("[๐-๙]")
# Ids, dates, choices and codes are written in these; what people write holds other letters.
_TECHNICAL = re.compile(r"[a-z0-9_:.\-]*")
# A telephone or registration number; a code of a subdistrict is shorter, a citizen id longer.
_NUMBER = re.compile(r"[0-9][0-9\-]{6,11}")
_LONGEST_NUMBER = 12
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def sought_key(text: str) -> str:
    """Text for comparing: mended, small letters, Arabic digits, without tone marks, spaces and punctuation.

    So "ออมทรัพย์ บ้านใหม่" is found however it was spaced, and whoever leaves a tone mark out finds it too.
    """
    key = _DROPPED.sub("", mend(text, multiline=True).casefold())
    return arabic_digits(key) if _THAI_DIGIT.search(key) else key


def sought_words(text: str) -> tuple[str, ...]:
    """What a person typed as the words to look for, each at most once, none of them empty."""
    return tuple(dict.fromkeys(word for part in mend(text).split() if (word := sought_key(part))))


def sought_text(title: str, code: str, place: str, content: Content) -> str:
    """What the search reads of a record: title, code, name of its subdistrict, and what people wrote into it.

    Citizen ids are no part of it, whole or masked, wherever they stand; nor is what is no value of its type.
    """
    written = [
        value
        for path, value in content.items()
        if isinstance(value, str) and _is_written(value) and not path.startswith(":")
    ]
    texts = dict.fromkeys((title, code, place, *written))
    together = _APART.join(texts)
    if without_ids(together) != together:  # rare: one look at all of it is quicker than one at each
        together = _APART.join(map(without_ids, texts))
    return _BETWEEN.join(filter(None, sought_key(together).split(_APART)))


def _is_written(value: str) -> bool:
    """Whether people wrote a text, or look for the number it is."""
    if not value.isascii():
        return True
    return _TECHNICAL.fullmatch(value) is None if len(value) > _LONGEST_NUMBER else _is_short_written(value)


@lru_cache(maxsize=1_000)  # the same choices, codes and days stand in record after record; no citizen id is so short
def _is_short_written(value: str) -> bool:
    if _TECHNICAL.fullmatch(value) is None:
        return True
    return _NUMBER.fullmatch(value) is not None and _DAY.fullmatch(value) is None


def spans(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the words stand in a text, as (first, behind the last) in order and apart from one another."""
    kept = list(_kept(text))
    key = "".join(char for char, _ in kept)
    marked: set[int] = set()
    for word in words:
        at = key.find(word)
        while at >= 0:
            behind = kept[at + len(word)][1] if at + len(word) < len(kept) else len(text)
            marked.update(range(kept[at][1], behind))
            at = key.find(word, at + 1)
    starts = sorted(place for place in marked if place - 1 not in marked)
    ends = sorted(place + 1 for place in marked if place + 1 not in marked)
    return tuple((start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True))


def _kept(text: str) -> list[tuple[str, int]]:
    """The characters that count, each with the place in the text it comes from."""
    found: list[tuple[str, int]] = []
    for place, char in enumerate(arabic_digits(unicodedata.normalize("NFC", text))):
        if char not in _LEFT_OUT and not char.isspace():
            found += [(small, place) for small in char.casefold()]
    return found
