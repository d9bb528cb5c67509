"""Whether a change is well formed: ids, paths, values. The only things a draft is refused for, beside its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec

from cdd_desktop.central.tables.instants import to_instant
from cdd_desktop.ids import is_id
from cdd_desktop.sync.protocol import Change, DelegationChange, MoveChange, PersonChange

MAX_TEXT = 20_000
MAX_PATHS = 5_000
MAX_PATCH_BYTES = 256 * 1024
MAX_ENTRIES = 20_000
_INT64 = range(-(2**63), 2**63)
_WORD = r"[a-z][a-z0-9_]*"
_ROW = r"[A-Za-z0-9_-]{1,64}"
_PERIOD = r"[0-9]{4}-[a-z0-9]{1,8}"
_PATH = re.compile(
    rf"(?:{_WORD}(?:/{_ROW}(?:/{_WORD})?)?"
    rf"|:raw:{_WORD}(?:/{_ROW}/{_WORD})?|:reason:[A-Za-z0-9_.:/-]{{1,200}}|:mark:{_PERIOD}|:why:{_PERIOD}"
    rf"|:kept:[0-9]{{1,6}}:{_WORD}(?:/{_ROW}/{_WORD})?)"
)
_SURE = frozenset({str, bool, int, type(None)})  # where texts are short and without NUL, numbers of 64 bits
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


class RefusedChangeError(Exception):
    """One change is not taken; ``code`` and ``fields`` go into its result, and the others go on."""

    def __init__(self, code: str, fields: list[str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields or []


def check_edit(change: Change) -> None:
    """Raises ``RefusedChangeError`` for an edit that cannot be stored."""
    _check_id("record", change.record)
    _check_head(change.n, change.at, change.person)
    if change.base < 0 or change.first < 0 or change.first > change.n:
        raise RefusedChangeError("change-unreadable", ["base"])
    written = msgspec.json.encode(change.patch)
    if len(change.patch) > MAX_PATHS or len(written) > MAX_PATCH_BYTES:
        raise RefusedChangeError("change-too-large")
    if not _is_plain(change.patch, written):
        check_content(change.patch)


def check_content(patch: Mapping[str, Any]) -> None:
    """Raises ``RefusedChangeError`` with the paths that are no content paths, or whose values no content holds."""
    odd = [path[:200] for path in patch if len(path) > 300 or not _is_path(path)]
    if odd:
        raise RefusedChangeError("path-unknown", sorted(odd)[:20])
    wrong = [path for path, value in patch.items() if not _is_value(value)]
    if wrong:
        raise RefusedChangeError("value-unreadable", sorted(wrong)[:20])


def _is_plain(patch: Mapping[str, Any], written: bytes) -> bool:
    """Whether a patch, short as JSON (``written``), obviously passes ``check_content``, as most do: known paths, no NUL
    in it (lone surrogates have no JSON), and only values that need no look."""
    kinds = set(map(type, patch.values()))
    return (
        len(written) <= MAX_TEXT
        and b"\\u0000" not in written
        and kinds <= _SURE
        and (int not in kinds or all(value in _INT64 for value in patch.values() if type(value) is int))
        and all(map(_is_path, patch))
    )


def check_move(change: MoveChange) -> None:
    """Raises ``RefusedChangeError`` for a move that cannot be read."""
    _check_head(change.n, change.at, change.person)
    if not change.at or not change.person:
        raise RefusedChangeError("change-unreadable", ["at"])
    for text in (change.move, change.reason, *(part for comment in change.comments for part in comment)):
        _check_text("reason", text)
    certification = change.certification
    if certification is None:
        return
    _check_id("certification", certification.id)
    if len(certification.entries) > MAX_ENTRIES:
        raise RefusedChangeError("change-too-large")
    for record, digest, mark in certification.entries:
        _check_id("record", record)
        _check_text("digest", digest)
        _check_text("mark", mark)
    texts = (certification.digest, certification.schedule_version, certification.today, certification.statement)
    for text in (*texts, *certification.reasons, *certification.reasons.values()):
        _check_text("certification", text)


def check_person(change: PersonChange) -> None:
    """Raises ``RefusedChangeError`` for a person that cannot be read."""
    _check_head(change.n, change.at, change.person)
    _check_id("id", change.id)
    if not change.name.strip() or len(change.name) > 200:
        raise RefusedChangeError("change-unreadable", ["name"])
    _check_text("name", change.name)


def check_delegation(change: DelegationChange) -> None:
    """Raises ``RefusedChangeError`` for a delegation that cannot be read."""
    _check_head(change.n, change.at, change.person)
    if not change.at or not change.person:
        raise RefusedChangeError("change-unreadable", ["at"])
    _check_id("id", change.id)
    _check_id("to", change.to)
    _check_text("reason", change.reason)
    for name, day in (("from_on", change.from_on), ("until_on", change.until_on)):
        try:
            canonical = date.fromisoformat(day).isoformat() == day
        except ValueError:
            canonical = False
        if not canonical:
            raise RefusedChangeError("change-unreadable", [name])


def is_text(text: str) -> bool:
    """Whether both databases can hold a text: no NUL, no lone surrogate, not endless."""
    return len(text) <= MAX_TEXT and not _NO_TEXT.search(text)


def plain(text: str) -> str:
    """A text cut down to what both databases can hold, for the journal of refused changes."""
    if len(text) <= 200 and text.isprintable():
        return text
    return _NO_TEXT.sub("", text[:200])


def _check_head(n: int, at: str, person: str) -> None:
    if n < 1 or n not in _INT64:
        raise RefusedChangeError("change-unreadable", ["n"])
    if person:
        _check_id("person", person)
    if at and not _is_instant(at):
        raise RefusedChangeError("change-unreadable", ["at"])


def _check_id(name: str, text: str) -> None:
    if not is_id(text):
        raise RefusedChangeError("id-unreadable", [name])


def _check_text(name: str, text: str) -> None:
    if not is_text(text):
        raise RefusedChangeError("value-unreadable", [name])


@lru_cache(maxsize=1_000)
def _is_instant(text: str) -> bool:
    """An import saves many records in a second."""
    try:
        to_instant(text)
    except (ValueError, OverflowError):
        return False
    return True


@lru_cache(maxsize=10_000)
def _is_path(path: str) -> bool:
    return _PATH.fullmatch(path) is not None


def _is_value(value: Any) -> bool:
    if isinstance(value, str):
        return (value.isascii() and value.isprintable() and len(value) <= MAX_TEXT) or is_text(value)
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, int):
        return value in _INT64
    return isinstance(value, list) and len(value) <= 1000 and all(isinstance(t, str) and is_text(t) for t in value)
