"""Reads the plain part of YAML that workflow files are written in: mappings, lists, words, quoted words, ``[a, b]``.

No YAML library is among what is installed. Anything else of YAML (anchors, blocks of text, tabs, a key twice) raises
``ValueError`` with its line, so that nothing is taken for what it is not. All words stay text.
"""

from __future__ import annotations

import re
from typing import Any

_KEY = re.compile(r"([\w./-]+):(?: +(.*))?$")
_WORD = re.compile(r"""[^\s'"\[\]{}&*!|>%@`#,?:-](?:[^#:\[\]{}]|:(?! |$)|(?<! )#)*$""")
_Line = tuple[int, int, str]  # its number in the file, its indentation, its text


def read_yaml(text: str) -> Any:
    """The value a text stands for."""
    lines = [
        (number, len(line) - len(line.lstrip(" ")), line.strip(" "))
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip(" ") and not line.lstrip(" ").startswith("#")
    ]
    value, rest = _block(lines, lines[0][1])
    if rest:
        raise ValueError(f"line {rest[0][0]}: indented otherwise")
    return value


def _block(lines: list[_Line], depth: int) -> tuple[Any, list[_Line]]:
    """A list or mapping whose lines begin at a depth, and the lines behind it."""
    items: list[Any] = []
    pairs: dict[str, Any] = {}
    is_list = lines[0][2].startswith("- ")
    while lines and lines[0][1] == depth and lines[0][2].startswith("- ") == is_list:
        number, _, text = lines[0]
        if is_list:
            inner = text[2:].lstrip(" ")
            at = depth + len(text) - len(inner)
            if _KEY.match(inner):
                value, lines = _block([(number, at, inner), *lines[1:]], at)
            else:
                value, lines = _scalar(number, inner), lines[1:]
            items.append(value)
            continue
        found = _KEY.match(text)
        if found is None or found[1] in pairs:
            raise ValueError(f"line {number}: no key, or one that was there")
        lines = lines[1:]
        if found[2]:
            pairs[found[1]] = _scalar(number, found[2])
        elif lines and lines[0][1] > depth:
            pairs[found[1]], lines = _block(lines, lines[0][1])
        else:
            pairs[found[1]] = None
    if lines and lines[0][1] > depth:
        raise ValueError(f"line {lines[0][0]}: indented without a reason")
    return (items if is_list else pairs), lines


def _scalar(number: int, text: str) -> Any:
    if text.startswith("[") and text.endswith("]"):
        return [_scalar(number, part.strip(" ")) for part in text[1:-1].split(",")]
    quoted = re.fullmatch(r"""(["'])([^"'\\]*)\1""", text)
    if quoted:
        return quoted[2]
    if not _WORD.match(text):
        raise ValueError(f"line {number}: not plain: {text}")
    return text
