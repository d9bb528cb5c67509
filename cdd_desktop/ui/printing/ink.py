"""Pages painted: measured, shown and written with the same fonts at the same size, so that all of them agree.

Everything is drawn in units of a twentieth of a point; text is measured at that size without hinting, and each line
is drawn where the layout put it. No other font can slip in: a letter Sarabun lacks stays an empty box.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from cdd_desktop.errors import RefusedError
from cdd_desktop.ui.fonts import PAPER_FAMILY
from cdd_desktop.ui.printing.page_model import Blot, Box, Document, Drawing, Page, Run, Stroke, Style
from cdd_desktop.ui.theme import LIGHT, Theme
from cdd_desktop.ui.views.charts import paint_chart

UNITS = 20  # a point
_DOTS = UNITS * 72
_SHADES = {"ink": "#000000", "muted": "#404040", "pale": "#ECECEC"}
_TINT = "#EFEFEF"
CHART_SCALE = 0.75  # points of a chart's logical pixel
Tell = Callable[[int, int], None]
"""Told (pages done, pages in all); may raise to stop."""


def font_of(style: Style) -> QFont:
    """The paper's font at a style's size, in units of the page."""
    font = QFont(PAPER_FAMILY)
    font.setPixelSize(round(style.size * UNITS))
    font.setBold(style.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


class _PaperLook(Theme):
    """Charts on paper: the light colours, Sarabun, sizes in units of the page."""

    def font(self, size: float = 14, *, bold: bool = False) -> QFont:
        return font_of(Style(size * CHART_SCALE, bold=bold))


CHART_LOOK = _PaperLook(LIGHT, round(100 * UNITS * CHART_SCALE))


def make_measure() -> Callable[[str, Style], float]:
    """A measure of its own for one piece of work: fonts are not shared between threads."""

    @cache
    def metrics(style: Style) -> QFontMetricsF:
        return QFontMetricsF(font_of(style))

    @cache
    def measure(text: str, style: Style) -> float:
        return metrics(style).horizontalAdvance(text) / UNITS

    return measure


def paint_page(painter: QPainter, page: Page) -> None:
    """Paint in units of a twentieth of a point from the painter's origin."""
    fonts: dict[Style, QFont] = {}
    for item in page.items:
        if isinstance(item, Run):
            _paint_run(painter, item, fonts.setdefault(item.style, font_of(item.style)))
        elif isinstance(item, Box):
            _paint_box(painter, item)
        elif isinstance(item, Blot):
            place = QRectF(item.x * UNITS, item.y * UNITS, item.width * UNITS, item.height * UNITS)
            painter.fillRect(place, QColor(_SHADES["ink"]))
        elif isinstance(item, Drawing):
            box = QRectF(item.x * UNITS, item.y * UNITS, item.width * UNITS, item.height * UNITS)
            paint_chart(painter, box, item.chart, CHART_LOOK)
        else:
            _paint_stroke(painter, item)


def picture(page: Page, dots_per_inch: float, ratio: float = 1.0) -> QImage:
    """The page as a picture; ``ratio`` are the device pixels of one logical pixel."""
    scale = dots_per_inch / 72 * ratio
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale / UNITS, scale / UNITS)
    paint_page(painter, page)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def write_pdf(document: Document, file: Path, tell: Tell | None = None) -> None:
    """Write all pages. Nothing is left of a file that could not be finished.

    Raises ``RefusedError("file-not-writable")``.
    """
    part = file.with_name(file.name + ".part")
    try:
        _write(document, part, tell)
        part.replace(file)
    except OSError as error:
        raise RefusedError("file-not-writable", file=file.name) from error
    finally:
        part.unlink(missing_ok=True)


def _write(document: Document, file: Path, tell: Tell | None) -> None:
    with file.open("wb"):
        pass  # what cannot be written is said by the system, not swallowed by the writer
    writer = QPdfWriter(str(file))
    writer.setTitle(document.title)
    writer.setCreator("CDD Desktop")
    writer.setResolution(_DOTS)
    paint_pages(writer, document, tell)


def paint_pages(device: QPagedPaintDevice, document: Document, tell: Tell | None = None) -> None:
    """Paint all pages on a PDF writer or a printer, whatever its resolution is."""
    painter = QPainter()
    for number, page in enumerate(document.pages, start=1):
        _set_paper(device, page)
        if number == 1:
            if not painter.begin(device):
                raise OSError("nothing can be painted on it")
        else:
            device.newPage()
        painter.save()
        scale = device.logicalDpiX() / _DOTS
        painter.scale(scale, scale)
        paint_page(painter, page)
        painter.restore()
        if tell is not None:
            try:
                tell(number, len(document.pages))
            except BaseException:
                painter.end()
                raise
    painter.end()


def _set_paper(device: QPagedPaintDevice, page: Page) -> None:
    landscape = page.width > page.height
    kind = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), kind, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def _paint_run(painter: QPainter, run: Run, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor(_SHADES[run.style.shade]))
    if not run.turned:
        painter.drawText(QPointF(run.x * UNITS, run.y * UNITS), run.text)
        return
    painter.save()
    painter.translate(run.x * UNITS, run.y * UNITS)
    painter.rotate(run.turned)
    painter.drawText(QPointF(0, 0), run.text)
    painter.restore()


def _paint_box(painter: QPainter, box: Box) -> None:
    painter.setPen(QPen(QColor(_SHADES["ink"]), box.weight * UNITS))
    painter.setBrush(QColor(_TINT) if box.filled else Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(QPointF(box.x * UNITS, box.y * UNITS), QSizeF(box.width * UNITS, box.height * UNITS)))


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    pen = QPen(QColor(_SHADES["ink"]), stroke.weight * UNITS)
    if stroke.dotted:
        pen.setDashPattern([1, 2.5])
    painter.setPen(pen)
    painter.drawLine(QPointF(stroke.x * UNITS, stroke.y * UNITS), QPointF(stroke.to_x * UNITS, stroke.to_y * UNITS))
