"""Charts painted by ourselves: plain values in, painted alike on screen (either theme), into a picture and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from cdd_desktop.reports.chart import Absence, Bar, Chart, Pair, Tile
from cdd_desktop.ui.theme import Theme, Tone
from cdd_desktop.ui.views.absence import TONES, paint_absence
from cdd_desktop.ui.views.tiles import grid_size, places

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MARK = 11
_TWO_LINES = 34  # a tile as high as this has a line for the name and one for what it is
_TILE_SIZES = (11.5, 10.5, 9.5)  # of the words on a tile, the largest that fit
_MIDDLE, _CENTRE = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark was painted, and all it says; ``code`` is the area it stands for, if it does."""

    box: QRectF
    code: str
    text: str


_TITLE, _NOTE, _LEGEND, _BELOW = 26, 22, 24, 4  # logical pixels
LINE = 27
"""The height of a line of a chart of offices, in logical pixels."""


def head_height(chart: Chart) -> int:
    """What stands above the marks takes so many logical pixels."""
    return _TITLE + (_NOTE if chart.note else 0) + (_LEGEND if chart.then else 0) + _BELOW


def least_height(chart: Chart) -> int:
    """So many logical pixels a grid of tiles needs for its words; 0 for what gets by with any height."""
    if not chart.tiles:
        return 0
    return head_height(chart) + grid_size([tile.code for tile in chart.tiles])[1] * (_TWO_LINES + 2)


def paint_chart(painter: QPainter, box: QRectF, chart: Chart, look: Theme) -> list[Spot]:
    """Paint a chart into a box, with the colours and sizes of a theme; answers where its marks are, in their order."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = _Ink(painter, look)
    body = ink.title(box, chart)
    if chart.tiles:
        ink.tiles(body, chart.tiles)
    elif chart.pyramid:
        ink.pyramid(body, chart)
    elif chart.shows:
        ink.columns(body, chart.columns) if chart.columns else ink.lines(body, chart)
    else:
        ink.write(body, chart.empty, 14, "muted", _CENTRE)
    painter.restore()
    return ink.spots


def told(bar: Bar) -> str:
    """A bar in words."""
    figure = bar.text if bar.value is not None or bar.absence else "–"
    return " · ".join(part for part in (bar.label, figure, bar.tag) if part)


def both(chart: Chart, pair: Pair) -> str:
    """A step of a pyramid in words."""
    return f"{pair.label}: {chart.now} {pair.left_text}, {chart.then} {pair.right_text}"


class _Ink:
    """Paints with one theme."""

    def __init__(self, painter: QPainter, look: Theme) -> None:
        self.painter, self.look = painter, look
        self.spots: list[Spot] = []

    def px(self, size: float) -> float:
        return float(self.look.px(size))

    def write(
        self,
        box: QRectF,
        text: str,
        size: float,
        colour: str = "text",
        align: Qt.AlignmentFlag = _LEFT,
        *,
        bold: bool = False,
    ) -> None:
        font = self.look.font(size, bold=bold)
        self.painter.setFont(font)
        self.painter.setPen(self.look.colour(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(box, int(align | _MIDDLE), shown)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        return QFontMetricsF(self.look.font(size, bold=bold)).horizontalAdvance(text)

    def fill(self, box: QRectF, colour: QColor, radius: float = 3) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(box, self.px(radius), self.px(radius))

    def title(self, box: QRectF, chart: Chart) -> QRectF:
        """The title, of how many it is, and what the two marks mean; answers what is left of the box."""
        self.write(QRectF(box.left(), box.top(), box.width(), self.px(_TITLE)), chart.title, 15, bold=True)
        line = self.px(_TITLE)
        if chart.note:
            self.write(QRectF(box.left(), box.top() + line, box.width(), self.px(20)), chart.note, 12.5, "muted")
            line += self.px(_NOTE)
        if chart.then:
            self._legend(QRectF(box.left(), box.top() + line, box.width(), self.px(22)), chart)
        return box.adjusted(0, self.px(head_height(chart)), 0, 0)

    def _legend(self, box: QRectF, chart: Chart) -> None:
        side, left = self.px(10), box.left()
        for text, solid in ((chart.now, True), (chart.then, False)):
            mark = QRectF(left, box.center().y() - side / 2, side, side)
            if solid:
                self.fill(mark, self.look.colour("primary"), 2)
            else:
                self._outline(mark)
            wide = self.width(text, 12.5)
            self.write(QRectF(mark.right() + self.px(6), box.top(), wide + 2, box.height()), text, 12.5, "muted")
            left = mark.right() + self.px(24) + wide

    def _outline(self, box: QRectF) -> None:
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.look.colour("muted"), self.px(1.5)))
        self.painter.drawRect(box)

    # --- columns: periods beside each other --------------------------------------------------------------------------

    def columns(self, box: QRectF, bars: Sequence[Bar]) -> None:
        """Solid for this year, an outline for the year before; a mark where there is no figure."""
        top = max((max(bar.value or 0, bar.before or 0) for bar in bars), default=0) or 1
        foot = self.px(40 if any(bar.tag for bar in bars) else 24)
        head = self.px(22 + (_MARK + 2 if any(bar.absence for bar in bars) else 0))
        floor = box.bottom() - foot
        tall = floor - box.top() - head
        self.painter.setPen(QPen(self.look.colour("line"), self.px(1)))
        self.painter.drawLine(QPointF(box.left(), floor), QPointF(box.right(), floor))
        each = box.width() / len(bars)
        wide = min(each * 0.62, self.px(58))
        for number, bar in enumerate(bars):
            middle = box.left() + each * (number + 0.5)
            highest = 0.0
            if bar.value is not None:
                height = max(tall * max(bar.value, 0) / top, 2)
                self.fill(QRectF(middle - wide / 2, floor - height, wide, height), self.look.colour("primary"))
                highest = height
            if bar.before is not None:
                height = max(tall * max(bar.before, 0) / top, 2)
                self._outline(QRectF(middle - wide / 2 - self.px(3), floor - height, wide + self.px(6), height))
                highest = max(highest, height)
            above = QRectF(middle - each / 2, floor - highest - self.px(22), each, self.px(22))
            if bar.absence is not None:
                above = self._why(above, bar.absence)
            if self.width(bar.text, 11.5) <= each - 2 or len(bars) <= 4:
                self.write(above, bar.text, 11.5, "text" if bar.value is not None else "muted", _CENTRE)
            whole = QRectF(middle - each / 2, box.top(), each, box.height())
            self.spots.append(Spot(whole, bar.code, told(bar)))
            self.write(QRectF(middle - each / 2, floor, each, self.px(22)), bar.label, 12, "muted", _CENTRE)
            if bar.tag:
                below = QRectF(middle - each / 2, floor + self.px(19), each, self.px(19))
                self.write(below, bar.tag, 11, "muted", _CENTRE)

    # --- lines: offices below each other -----------------------------------------------------------------------------

    def lines(self, box: QRectF, chart: Chart) -> None:
        """Name, bar, figure and a chip with its word; as many as there is room for, and how many more there are."""
        bars, top, row = chart.lines, chart.top, self.px(LINE)
        room = max(int(box.height() // row), 1)
        shown = bars if len(bars) <= room else bars[: room - 1]
        top = top or max((max(bar.value or 0, bar.before or 0) for bar in bars), default=0) or 1
        names = min(
            max((self.width(bar.label, 13) for bar in bars), default=0) + self.px(10), box.width() * chart.names
        )
        figures = max((self.width(bar.text, 12.5) for bar in bars), default=0) + self.px(10)
        tags = max((self.width(bar.tag, 12) + self.px(24) for bar in bars if bar.tag), default=0.0)
        wide = max(box.width() - names - figures - tags, self.px(20))
        for number, bar in enumerate(shown):
            line = QRectF(box.left(), box.top() + number * row, box.width(), row)
            self.write(QRectF(line.left(), line.top(), names - self.px(6), row), bar.label, 13)
            left, middle = line.left() + names, line.center().y()
            end = left
            if bar.value is not None:
                length = max(wide * max(bar.value, 0) / top, 2)
                self.fill(QRectF(left, middle - self.px(7), length, self.px(14)), self.look.colour("primary"))
                end = left + length
            if bar.before is not None:
                length = max(wide * max(bar.before, 0) / top, 2)
                self._outline(QRectF(left, middle - self.px(9), length, self.px(18)))
                end = max(end, left + length)
            if bar.absence is not None:
                paint_absence(self.painter, self._mark(end, middle), bar.absence, self.look)
                end += self.px(_MARK)
            self.spots.append(Spot(line, bar.code, told(bar)))
            self.write(
                QRectF(end + self.px(6), line.top(), figures, row),
                bar.text,
                12.5,
                "text" if bar.value is not None else "muted",
            )
            if bar.tag:
                self._chip(
                    QRectF(line.right() - tags + self.px(4), line.top(), tags - self.px(4), row), bar.tag, bar.tone
                )
        if len(shown) < len(bars):
            rest = QRectF(box.left(), box.top() + len(shown) * row, box.width(), row)
            self.write(rest, f"… +{len(bars) - len(shown)}", 12.5, "muted")

    def _mark(self, left: float, middle: float) -> QRectF:
        side = self.px(_MARK)
        return QRectF(left, middle - side / 2, side, side)

    def _why(self, above: QRectF, absence: Absence) -> QRectF:
        """The mark of the reason at the foot of a box; answers the box above it."""
        side = self.px(_MARK)
        paint_absence(
            self.painter, self._mark(above.center().x() - side / 2, above.bottom() - side), absence, self.look
        )
        return above.translated(0, -side - self.px(2))

    def _chip(self, box: QRectF, text: str, word: str | None) -> None:
        tone = Tone(word or Tone.MUTED)
        height = self.px(21)
        chip = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
        self.fill(chip, self.look.ground(tone), 10)
        self.painter.setFont(self.look.font(12))
        self.painter.setPen(self.look.ink(tone))
        self.painter.drawText(chip, int(_CENTRE), text)

    # --- tiles: areas on a grid --------------------------------------------------------------------------------------

    def tiles(self, box: QRectF, tiles: Sequence[Tile]) -> None:
        """A tile an area, with its name and what it is in words, on the ground of its tone."""
        where = places([tile.code for tile in tiles])
        across, down = grid_size([tile.code for tile in tiles])
        wide, tall = box.width() / across, min(box.height() / down, self.px(64))
        edge = self.px(1.5)
        for tile in tiles:
            column, row = where[tile.code]
            area = QRectF(box.left() + column * wide, box.top() + row * tall, wide, tall).adjusted(
                edge, edge, -edge, -edge
            )
            self.fill(area, self.look.ground(Tone(tile.tone or Tone.MUTED)), 4)
            self.spots.append(Spot(area, tile.code, f"{tile.name} {tile.text}"))
            inner = area.adjusted(self.px(2), 0, -self.px(2), 0)
            if tall >= self.px(_TWO_LINES):
                half = inner.height() / 2
                name = QRectF(inner.left(), inner.top() + 1, inner.width(), half)
                self.write(name, tile.name, self._fitting(tile.name, name.width()), "text", _CENTRE)
                self._toned(QRectF(inner.left(), inner.top() + half - 1, inner.width(), half), tile)
            else:
                self._toned(inner, replace(tile, text=f"{tile.name} {tile.text}"))

    def _fitting(self, text: str, room: float) -> float:
        """The size in which a name fits, not below what can be read."""
        return next((size for size in (12, 11, 10) if self.width(text, size) <= room), 9.5)

    def _toned(self, box: QRectF, tile: Tile) -> None:
        """What it is in words; the mark of the reason before them where there is nothing to tell."""
        tone = Tone(tile.tone or (TONES[tile.absence] if tile.absence is not None else Tone.MUTED))
        side, gap = (self.px(_MARK), self.px(4)) if tile.absence is not None else (0.0, 0.0)
        room = box.width() - side - gap
        size = next((each for each in _TILE_SIZES if self.width(tile.text, each) <= room), _TILE_SIZES[-1])
        if tile.absence is not None:
            wide = min(self.width(tile.text, size) + 2, room)
            mark = self._mark(box.center().x() - (wide + side + gap) / 2, box.center().y())
            paint_absence(self.painter, mark, tile.absence, self.look)
            box = QRectF(mark.right() + gap, box.top(), wide, box.height())
        font: QFont = self.look.font(size)
        self.painter.setFont(font)
        self.painter.setPen(self.look.ink(tone))
        shown = QFontMetricsF(font).elidedText(tile.text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(box, int(_CENTRE), shown)

    # --- the pyramid -------------------------------------------------------------------------------------------------

    def pyramid(self, box: QRectF, chart: Chart) -> None:
        """The oldest on top; left and right name themselves by what the legend says, and by a solid and an open bar."""
        pairs = chart.pyramid
        top = max((max(pair.left, pair.right) for pair in pairs), default=0) or 1
        row = min(box.height() / max(len(pairs), 1), self.px(40))
        labels = max(self.width(pair.label, 12.5) for pair in pairs) + self.px(16)
        figures = self.px(52)
        half = (box.width() - labels) / 2 - figures
        centre = box.center().x()
        for number, pair in enumerate(pairs):
            y = box.top() + number * row
            self.spots.append(Spot(QRectF(box.left(), y, box.width(), row), "", both(chart, pair)))
            bar = QRectF(0, y + row * 0.18, 0, row * 0.64)
            self.write(QRectF(centre - labels / 2, y, labels, row), pair.label, 12.5, "muted", _CENTRE)
            left, right = half * pair.left / top, half * pair.right / top
            start = centre - labels / 2
            self.fill(QRectF(start - left, bar.top(), left, bar.height()), self.look.colour("primary"))
            self.write(
                QRectF(start - left - figures, y, figures - self.px(6), row), pair.left_text, 12.5, "text", _RIGHT
            )
            end = centre + labels / 2
            self._outline(QRectF(end, bar.top(), right, bar.height()))
            self.write(QRectF(end + right + self.px(6), y, figures, row), pair.right_text, 12.5)
