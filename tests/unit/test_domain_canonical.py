"""The digest of a content is that of its canonical JSON, as anybody can write it with a plain JSON library."""

from __future__ import annotations

import hashlib
import json
import sys
from typing import Any

from cdd_desktop.domain.record import MarkState, content_digest


class Text(str):
    """A text of a kind of its own, as libraries hand them out."""


def plainly(content: dict[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def test_every_character_stands_as_in_plain_json() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    content: dict[str, Any] = {letter: letter * 2 for letter in letters}
    assert content_digest(content) == plainly(content)


def test_every_kind_of_value_stands_as_in_plain_json() -> None:
    values = [0, -1, 2**63 - 1, -(2**63), True, False, "", [], ["ก", "b"], MarkState.ENDED, Text("กลุ่ม")]
    content: dict[str, Any] = {f"field_{number}": value for number, value in enumerate(values)}
    assert content_digest(content) == plainly(content)
    assert content_digest({}) == plainly({})
