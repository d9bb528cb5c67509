"""Where a line of Thai may end. Written Thai has no blanks between words and Windows ships no dictionary to Qt, so the
same text would break differently from machine to machine; here it breaks the same everywhere.

Words of official texts are known whole; elsewhere a syllable must end for certain: before a leading vowel, after ะ, ำ,
a silenced letter, ๆ and ฯ.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cdd_desktop.paths import resources

_LEADING = "เแโใไ"
_CLINGS = "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆฯ"  # never begins a line
_ENDS = "ะำ์ๆฯ"
_PART = re.compile(r"\s+|[\u0e00-\u0e7f]+|[^\s\u0e00-\u0e7f]+")
_OPENING = "([{“‘"
_CONSONANT = re.compile(r"[ก-ฮ]")
_SEEN = 4  # a known word shorter than this is too easily part of another to break in front of it


@cache
def _words() -> tuple[frozenset[str], int]:
    """The known words and the length of the longest."""
    text = (resources() / "paper" / "thai_words.txt").read_text(encoding="utf-8")
    words = frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
    return words, max(map(len, words))


@lru_cache(maxsize=50_000)
def pieces(text: str) -> tuple[str, ...]:
    """The text cut where a line may end; joined again they are the text. Blanks stay at the end of their piece."""
    found: list[str] = []
    glue = True
    for match in _PART.finditer(text):
        part = match.group()
        if part.isspace():
            found[-1:] = [(found[-1] if found else "") + part]
            glue = False
            continue
        cut = _thai(part) if 0x0E00 <= ord(part[0]) <= 0x0E7F else _foreign(part)
        if glue and found and not _may_part(found[-1], cut[0]):
            found[-1:] = [found[-1] + cut[0]]
            cut = cut[1:]
        found += cut
        glue = True
    return tuple(found)


def clusters(text: str) -> list[str]:
    """The text in the smallest units that may stand apart when nothing else fits: letters with their marks."""
    found: list[str] = []
    for character in text:
        clings = character in _CLINGS or bool(found and found[-1] and found[-1][-1] in _LEADING)
        if clings and found:
            found[-1] += character
        else:
            found.append(character)
    return found


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end where Thai meets digits, Latin or signs."""
    if before[-1] in _OPENING or after[0] in _CLINGS:
        return False
    return after[0] in _OPENING or before[-1] in ")]}/”" or (before[-1].isalpha() and after[0].isdigit())


def _foreign(part: str) -> list[str]:
    """Latin, digits and signs: whole but after a stroke and before a bracket; dates and numbers stay in one piece."""
    if part[:1].isdigit():
        return [part]
    return [piece for piece in re.split(r"(?<=/)|(?=[(\[])", part) if piece]


def _thai(run: str) -> list[str]:
    found: list[str] = []
    start = at = 0
    while at < len(run):
        word = _word_at(run, at)
        if word and (at == start or _enough(run[start:at])):
            if at > start:
                found.append(run[start:at])
            found.append(run[at : at + len(word)])
            start = at = at + len(word)
            continue
        at += 1
        if at < len(run) and _syllable_ends(run, start, at):
            found.append(run[start:at])
            start = at
    if start < len(run):
        found.append(run[start:])
    return _mended(found)


def _word_at(run: str, at: int) -> str:
    """The longest known word that begins here and ends where a syllable can."""
    words, longest = _words()
    for length in range(min(longest, len(run) - at), 1, -1):
        end = at + length
        if run[at:end] in words and not (end < len(run) and run[end] in _CLINGS):
            certain = length >= _SEEN or at == 0 or end == len(run) or _known(run, end)
            return run[at:end] if certain else ""
    return ""


def _known(run: str, at: int) -> bool:
    """Whether a word begins here that is long enough to be no chance."""
    words, longest = _words()
    return any(run[at : at + length] in words for length in range(_SEEN, min(longest, len(run) - at) + 1))


def _syllable_ends(run: str, start: int, at: int) -> bool:
    if run[at] in _CLINGS or run[at - 1] in _LEADING:
        return False
    return (run[at] in _LEADING or run[at - 1] in _ENDS) and _enough(run[start:at])


def _enough(piece: str) -> bool:
    """A single letter is the beginning of a word, not one."""
    return len(_CONSONANT.findall(piece)) > 1 or any(character in _CLINGS for character in piece)


def _mended(found: list[str]) -> list[str]:
    """No piece begins with a mark, and none is a lone letter."""
    mended: list[str] = []
    for piece in found:
        if mended and (piece[0] in _CLINGS or not _enough(piece)):
            mended[-1] += piece
        else:
            mended.append(piece)
    return mended
