"""From a flow of strips to pages: whole strips, heads repeated, glued ones together, ``page x of y`` at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cdd_desktop.ui.printing.page_model import (
    MILLIMETRE,
    NOTE,
    Item,
    Measure,
    Page,
    Run,
    Sheet,
    Strip,
    Stroke,
)

_EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page around the flow: ``foot`` at the left of its foot, ``number`` (page, total) → text at
    the right, ``behind`` below everything else."""

    foot: str
    number: Callable[[int, int], str]
    behind: tuple[Item, ...] = ()


def paginate(strips: Sequence[Strip], height: float) -> list[list[tuple[float, Strip]]]:
    """Strips with their distance from the top of the body, page by page.

    A group of glued strips goes to the next page whole; only one that is taller than a page is broken between its
    strips.
    """
    pages: list[list[tuple[float, Strip]]] = [[]]
    y = 0.0
    for group in _groups(strips):
        together = sum(strip.height + strip.gap for strip in group)
        too_long = y + together > height + _EPSILON and _fits_a_page(group, height)
        if pages[-1] and (group[0].new_page or too_long):
            pages.append([])
            y = 0.0
        for strip in group:
            if pages[-1] and y + strip.gap + strip.height > height + _EPSILON:
                pages.append([])
                y = 0.0
            if not pages[-1] and strip.head is not None:
                pages[-1].append((y, strip.head))
                y += strip.head.height
            gap = strip.gap if pages[-1] else 0.0
            pages[-1].append((y + gap, strip))
            y += gap + strip.height
    return pages


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.glued:
            yield group
            group = []
    if group:
        yield group


def _fits_a_page(group: Sequence[Strip], height: float) -> bool:
    head = group[0].head.height if group[0].head is not None else 0.0
    gaps = sum(strip.gap for strip in group[1:])
    return head + gaps + sum(strip.height for strip in group) <= height + _EPSILON


def make_pages(strips: Sequence[Strip], sheet: Sheet, frame: Frame, measure: Measure) -> tuple[Page, ...]:
    """The pages of a flow, each with its foot; the number of pages is known before anything is painted."""
    left, top, _, height = sheet.inside
    bodies = paginate(strips, height)
    pages = []
    for number, body in enumerate(bodies, start=1):
        items = [*frame.behind]
        items += (item.moved(left, top + y) for y, strip in body for item in strip.items)
        items += _foot(sheet, frame.foot, frame.number(number, len(bodies)), measure)
        pages.append(Page(*sheet.size, tuple(items)))
    return tuple(pages)


def _foot(sheet: Sheet, text: str, number: str, measure: Measure) -> list[Item]:
    left, top, width, height = sheet.inside
    rule = top + height + 4 * MILLIMETRE
    y = rule + NOTE.baseline
    taken = measure(number, NOTE)
    return [
        Stroke(left, rule, left + width, rule, 0.4),
        Run(left, y, shortened(text, width - taken - 12, NOTE, measure), NOTE, width - taken - 12),
        Run(left + width - taken, y, number, NOTE, taken),
    ]


def shortened(text: str, room: float, style: object, measure: Callable[..., float]) -> str:
    """The text, or its beginning with an ellipsis where it does not fit."""
    if measure(text, style) <= room:
        return text
    while text and measure(text + "…", style) > room:
        text = text[:-1]
    return text.rstrip() + "…"
