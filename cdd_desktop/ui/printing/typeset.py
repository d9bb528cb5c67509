"""Text, facts, signatures and spaces as strips of a flow: lines are broken here, once, for every way of painting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from cdd_desktop.ui.printing.page_model import BODY, HEADING, STRONG, Box, Item, Measure, Run, Strip, Stroke, Style
from cdd_desktop.ui.printing.thai_lines import clusters, pieces

Align = Literal["left", "centre", "right"]


def nothing() -> None:
    """The step of a paper nobody waits for."""


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets text within ``width`` and ``height`` points. ``step`` is called for every piece of work and may raise to
    stop it."""

    measure: Measure
    width: float
    height: float
    step: Callable[[], None] = nothing

    # --- lines -----------------------------------------------------------------------------------------------------

    def lines(self, text: str, style: Style, room: float) -> list[str]:
        """The text in lines of at most ``room``; a piece wider than that is cut between letters."""
        found: list[str] = []
        for part in text.split("\n"):
            found += self._broken(part.strip(), style, room)
        return found or [""]

    def _broken(self, text: str, style: Style, room: float) -> list[str]:
        if self.measure(text, style) <= room:
            return [text]
        found, line = [], ""
        for piece in pieces(text):
            if self.measure((line + piece).rstrip(), style) <= room:
                line += piece
                continue
            if line:
                found.append(line.rstrip())
            line = piece
            if self.measure(piece.rstrip(), style) > room:
                *full, line = self._cut(piece, style, room)
                found += full
        return [*found, line.rstrip()] if line.strip() else found

    def _cut(self, piece: str, style: Style, room: float) -> list[str]:
        found = [""]
        for cluster in clusters(piece):
            if found[-1] and self.measure((found[-1] + cluster).rstrip(), style) > room:
                found.append("")
            found[-1] += cluster
        return found

    def run(self, text: str, style: Style, *, x: float, y: float, room: float, align: Align = "left") -> Run:
        """One line at a baseline; ``x`` is the left of the room it stands in."""
        spare = room - self.measure(text, style)
        shift = {"left": 0.0, "centre": spare / 2, "right": spare}[align]
        return Run(x + shift, y, text, style, room - shift)

    # --- strips ----------------------------------------------------------------------------------------------------

    def paragraph(
        self,
        text: str,
        style: Style = BODY,
        *,
        align: Align = "left",
        gap: float = 0,
        indent: float = 0,
        glued: bool = False,
    ) -> list[Strip]:
        """A strip a line; the first two and the last two stay together. ``indent`` is that of the first line."""
        lines = self._indented(text, style, indent)
        last = len(lines) - 1
        strips = []
        for place, (line, left) in enumerate(lines):
            item = self.run(line, style, x=left, y=style.baseline, room=self.width - left, align=align)
            held = glued or last <= 2 or place in (0, last - 1)
            together = held if place < last else glued
            strips.append(Strip(style.line_height, (item,), gap=gap if place == 0 else 0, glued=together))
        return strips

    def _indented(self, text: str, style: Style, indent: float) -> list[tuple[str, float]]:
        if not indent:
            return [(line, 0.0) for line in self.lines(text, style, self.width)]
        first = self.lines(text, style, self.width - indent)[0]
        rest = text.strip()[len(first) :].strip()
        return [(first, indent), *((line, 0.0) for line in (self.lines(rest, style, self.width) if rest else ()))]

    def heading(self, text: str, style: Style = HEADING, *, gap: float = 12) -> list[Strip]:
        """A heading stays with what follows."""
        return self.paragraph(text, style, gap=gap, glued=True)

    def space(self, height: float) -> Strip:
        return Strip(height)

    def facts(self, rows: Sequence[tuple[str, str]], *, columns: int = 2, style: Style = BODY) -> list[Strip]:
        """Labels with their values, in columns read row by row. A row stays whole."""
        strips = []
        between = 16.0
        column = (self.width - between * (columns - 1)) / columns
        bold = Style(style.size, bold=True)
        label_width = min(max(self.measure(label, bold) for label, _ in rows), column * 0.45) + 8 if rows else 0
        for start in range(0, len(rows), columns):
            items: list[Item] = []
            height = 0.0
            for place, (label, value) in enumerate(rows[start : start + columns]):
                x = place * (column + between)
                left = self.block(label, bold, x=x, room=label_width - 8)
                right = self.block(value, style, x=x + label_width, room=column - label_width)
                items += [*left[1], *right[1]]
                height = max(height, left[0], right[0])
            strips.append(Strip(height + 1, tuple(items), glued=start + columns < len(rows)))
        return strips

    def block(
        self, text: str, style: Style, *, x: float, room: float, top: float = 0, align: Align = "left"
    ) -> tuple[float, list[Item]]:
        """Text broken into its room: the height it takes and its lines."""
        lines = self.lines(text, style, room)
        items: list[Item] = [
            self.run(line, style, x=x, y=top + n * style.line_height + style.baseline, room=room, align=align)
            for n, line in enumerate(lines)
        ]
        return len(lines) * style.line_height, items

    def boxed(self, text: str, style: Style = STRONG, *, gap: float = 6) -> Strip:
        """Text in a frame across the page."""
        pad = 6.0
        height, items = self.block(text, style, x=pad, room=self.width - 2 * pad, top=pad, align="centre")
        return Strip(height + 2 * pad, (Box(0, 0, self.width, height + 2 * pad, 0.8), *items), gap=gap)

    def ruled(self, gap: float = 4) -> Strip:
        """A line across the page."""
        return Strip(1, (Stroke(0, 0.5, self.width, 0.5, 0.8),), gap=gap)


@dataclass(frozen=True, slots=True)
class Signature:
    """One place to sign: what for, who (empty: to be written by hand), in which post, when."""

    role: str
    name: str = ""
    post: str = ""
    date: str = ""


def signatures(setter: Typesetter, signers: Sequence[Signature], words: tuple[str, str], gap: float = 22) -> Strip:
    """The places to sign side by side, two in a row, in one piece. ``words`` are (signed, date)."""
    signed, dated = words
    column = setter.width / 2
    items: list[Item] = []
    top = 0.0
    for start in range(0, len(signers), 2):
        pair = signers[start : start + 2]
        shift = column / 2 if len(pair) == 1 and start == 0 else 0.0
        tallest = 0.0
        for place, signer in enumerate(pair):
            height, found = _signature(setter, signer, (signed, dated), x=place * column + shift, top=top)
            items += found
            tallest = max(tallest, height)
        top += tallest + 18
    return Strip(top - 18, tuple(items), gap=gap)


def _signature(
    setter: Typesetter, signer: Signature, words: tuple[str, str], *, x: float, top: float
) -> tuple[float, list[Item]]:
    room = setter.width / 2 - 16
    line, base, items = BODY.line_height, BODY.baseline, list[Item]()
    left = setter.measure(words[0], BODY) + 4
    y = top + line * 0.8
    items.append(setter.run(words[0], BODY, x=x, y=y + base, room=left))
    right = setter.measure(signer.role, BODY) + 4
    items.append(Stroke(x + left, y + base, x + room - right, y + base, 0.6, dotted=True))
    items.append(setter.run(signer.role, BODY, x=x + room - right, y=y + base, room=right, align="right"))
    y += line * 1.15
    inner = room - left - right
    if signer.name:
        height, name = setter.block(f"({signer.name})", BODY, top=y, x=x + left, room=inner, align="centre")
        items += name
        y += height
    else:
        items.append(setter.run("(", BODY, x=x + left, y=y + base, room=10))
        items.append(setter.run(")", BODY, x=x + room - right - 10, y=y + base, room=10, align="right"))
        items.append(Stroke(x + left + 6, y + base, x + room - right - 6, y + base, 0.6, dotted=True))
        y += line
    if signer.post:
        height, post = setter.block(signer.post, BODY, x=x, room=room, top=y, align="centre")
        items += post
        y += height
    if signer.date:
        items.append(setter.run(signer.date, BODY, x=x, y=y + base, room=room, align="centre"))
    else:
        word = setter.measure(words[1], BODY) + 4
        items.append(setter.run(words[1], BODY, x=x + left, y=y + base, room=word))
        items.append(Stroke(x + left + word, y + base, x + room - right, y + base, 0.6, dotted=True))
    return y + line - top, items
