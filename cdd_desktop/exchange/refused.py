"""Gives refused rows back: a copy of the workbook with a comment in every cell that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from cdd_desktop.exchange.plan import Fault

_FILL = PatternFill("solid", fgColor="FFFBE3E0")
_LONGEST = 1_000


def write_refused(source: Path, target: Path, faults: Sequence[Fault], say: Callable[[Fault], str]) -> None:
    """Writes the copy whole or not at all. ``say`` gives a fault's sentence."""
    book = load_workbook(source)
    texts: dict[tuple[str, int, int], list[str]] = {}
    for fault in faults:
        texts.setdefault((fault.sheet, fault.row + 1, (fault.column or 0) + 1), []).append(say(fault))
    for (sheet, row, column), lines in texts.items():
        cell = book[sheet].cell(row, column)
        cell.comment = Comment("\n".join(dict.fromkeys(lines))[:_LONGEST], "CDD Desktop", width=320, height=120)
        cell.fill = _FILL
    half = target.with_name(target.name + ".part")
    try:
        book.save(half)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
