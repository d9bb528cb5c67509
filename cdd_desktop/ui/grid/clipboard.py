"""The clipboard's form of a block of cells, as Excel and LibreOffice write and read it: tab-separated lines, with
quotes around a cell that holds a tab, a quote or a new line."""

from __future__ import annotations

from collections.abc import Sequence

_QUOTED = ("\t", "\n", "\r", '"')


def to_text(block: Sequence[Sequence[str]]) -> str:
    """The block as text, each line ended."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in block)


def from_text(text: str) -> list[list[str]]:
    """The block a text stands for. One line end at the very end belongs to no cell; a stray quote stays a quote."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.endswith("\n"):
        text = text[:-1]
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, place = _cell(text, place)
        rows[-1].append(cell)
        if place >= len(text):
            return rows
        if text[place] == "\n":
            rows.append([])
        place += 1


def _quoted(cell: str) -> str:
    if not any(mark in cell for mark in _QUOTED):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def _cell(text: str, start: int) -> tuple[str, int]:
    """The cell that begins at a place, and the place of what ends it."""
    if text[start : start + 1] == '"' and (found := _quoted_cell(text, start)) is not None:
        return found
    ends = [end for end in (text.find("\t", start), text.find("\n", start)) if end >= 0]
    end = min(ends, default=len(text))
    return text[start:end], end


def _quoted_cell(text: str, start: int) -> tuple[str, int] | None:
    """A cell in quotes; None where the quotes are not closed before a cell's end."""
    place, parts = start + 1, ""
    while (close := text.find('"', place)) >= 0:
        parts += text[place:close]
        if text[close + 1 : close + 2] != '"':
            ended = close + 1 == len(text) or text[close + 1] in "\t\n"
            return (parts, close + 1) if ended else None
        parts += '"'
        place = close + 2
    return None
