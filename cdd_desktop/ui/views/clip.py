"""Tables and charts on the clipboard: text for a spreadsheet, lines for a letter, a picture and a drawing.

The clipboard makes its data itself and is given more: data made here crash Qt for Python 6.8 when the program ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from cdd_desktop.reports.chart import Chart
from cdd_desktop.reports.view import Table
from cdd_desktop.ui.theme import LIGHT, Theme
from cdd_desktop.ui.views.charts import paint_chart

_ACTIVE = ("=", "+", "@")
_FINE = 2  # times as fine as a screen
_EDGE = 8
SVG = "image/svg+xml"


def copy_table(table: Table) -> None:
    """As text with tabs and as a table with lines, the title above it there."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(as_text(table))
    clipboard.mimeData().setHtml(as_html(table))


def copy_chart(chart: Chart, size: QSize, text_size: int) -> None:
    """As a picture and as a drawing, in the light colours, as paper is."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(picture(chart, size, text_size))
    clipboard.mimeData().setData(SVG, drawing(chart, size, text_size))


def as_text(table: Table) -> str:
    """A line a row, cells parted by tabs; a text that a spreadsheet would calculate has a sign before it."""
    return "\n".join("\t".join(_inert(" ".join(text.split())) for text in line) for line in table.texts())


def as_html(table: Table) -> str:
    """A table for letters; numbers at the right, the total in bold."""
    return "".join(_html(table))


def picture(chart: Chart, size: QSize, text_size: int) -> QImage:
    """Points of light on white, twice as fine as the screen."""
    image = QImage(size * _FINE, QImage.Format.Format_RGB32)
    look = Theme(LIGHT, text_size)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    painter.scale(_FINE, _FINE)
    _paint(painter, chart, size, look)
    return image


def drawing(chart: Chart, size: QSize, text_size: int) -> QByteArray:
    """An SVG of the chart."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QSvgGenerator()
    writer.setOutputDevice(held)
    writer.setSize(size)
    writer.setViewBox(QRectF(0, 0, size.width(), size.height()))
    writer.setTitle(chart.title)
    _paint(QPainter(writer), chart, size, Theme(LIGHT, text_size))
    return held.data()


def _paint(painter: QPainter, chart: Chart, size: QSize, look: Theme) -> None:
    edge = look.px(_EDGE)
    box = QRectF(0, 0, size.width(), size.height()).adjusted(edge, edge, -edge, -edge)
    paint_chart(painter, box, chart, look)
    painter.end()


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_ACTIVE) else text


def _html(table: Table) -> Iterator[str]:
    yield f"<p><b>{escape(table.title)}</b></p><table border='1' cellspacing='0' cellpadding='3'><tr>"
    yield from (f"<th>{escape(column.title)}</th>" for column in table.columns)
    yield "</tr>"
    for number, row in enumerate(table.rows, start=1):
        total = table.with_total and number == len(table.rows)
        yield "<tr>"
        for column, cell in zip(table.columns, row, strict=True):
            side = "right" if column.number else "left"
            text = escape(cell.text)
            yield f"<td align='{side}'>{f'<b>{text}</b>' if total else text}</td>"
        yield "</tr>"
    yield "</table>"
