"""Pages as values: what stands where, in points from the top left corner. Nothing here knows a painter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from cdd_desktop.reports.chart import Chart

MILLIMETRE = 72 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)

# Sarabun's own ascent and descent over its size; the highest and lowest Thai marks fit in them (a test measures it).
ASCENT = 1.07
DESCENT = 0.33
LINE_HEIGHT = 1.42


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size in points. ``shade`` is ``ink``, ``muted`` or ``pale``."""

    size: float = 12
    bold: bool = False
    shade: str = "ink"

    @property
    def line_height(self) -> float:
        return self.size * LINE_HEIGHT

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return (self.line_height - (ASCENT + DESCENT) * self.size) / 2 + ASCENT * self.size


TITLE = Style(16, bold=True)
HEADING = Style(13, bold=True)
BODY = Style(12)
STRONG = Style(12, bold=True)
CELL = Style(10)
CELL_HEAD = Style(10, bold=True)
NOTE = Style(9, shade="muted")
WATERMARK = Style(150, bold=True, shade="pale")

Measure = Callable[[str, Style], float]
"""The width of a line of text in points."""


@dataclass(frozen=True, slots=True)
class Run:
    """One line of text; ``y`` is its baseline, ``room`` the width it may take, ``turned`` degrees around its start."""

    x: float
    y: float
    text: str
    style: Style
    room: float
    turned: float = 0

    def moved(self, dx: float, dy: float) -> Run:
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float = 0.6
    dotted: bool = False

    def moved(self, dx: float, dy: float) -> Stroke:
        return replace(self, x=self.x + dx, y=self.y + dy, to_x=self.to_x + dx, to_y=self.to_y + dy)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its outline; ``filled`` puts the tint of table heads behind."""

    x: float
    y: float
    width: float
    height: float
    weight: float = 0.6
    filled: bool = False

    def moved(self, dx: float, dy: float) -> Box:
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Blot:
    """A rectangle of ink without an outline, as squares for telephones are made of."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> Blot:
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart in its box; how it looks is up to whoever paints charts on screen as well."""

    x: float
    y: float
    width: float
    height: float
    chart: Chart

    def moved(self, dx: float, dy: float) -> Drawing:
        return replace(self, x=self.x + dx, y=self.y + dy)


Item = Run | Stroke | Box | Blot | Drawing


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the flow that no page break may cut. ``gap`` is the space above, dropped at the top of a page;
    ``glued``: the next strip stands on the same page; ``head`` is repeated when a page begins with this strip;
    ``new_page``: a page begins with it."""

    height: float
    items: tuple[Item, ...] = ()
    gap: float = 0
    glued: bool = False
    head: Strip | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """In millimetres; those of official letters (left for the binding)."""

    left: float = 30
    top: float = 25
    right: float = 20
    bottom: float = 20

    def turned(self) -> Margins:
        """The margins of the same sheet lying on its side: it is bound at what is now the top."""
        return Margins(left=self.bottom, top=self.left, right=self.top, bottom=self.right)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A4 with its margins, upright or on its side."""

    margins: Margins = Margins()
    landscape: bool = False

    @property
    def size(self) -> tuple[float, float]:
        return (A4[1], A4[0]) if self.landscape else A4

    @property
    def inside(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of what lies between the margins."""
        margins = self.margins.turned() if self.landscape else self.margins
        width, height = self.size
        left, top = margins.left * MILLIMETRE, margins.top * MILLIMETRE
        return left, top, width - left - margins.right * MILLIMETRE, height - top - margins.bottom * MILLIMETRE


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper, all in points."""

    width: float
    height: float
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Pages ready to be painted. ``title`` goes into the file's properties, ``name`` is what the file may be called."""

    title: str
    name: str
    pages: tuple[Page, ...]
    language: str = "th"
    landscape: bool = field(default=False)
