"""Draws the program's icon and the installer's picture: run it when ``resources/icons/tray.svg`` changes.

Needs the project's Python (PySide6). An ``.ico`` is a short table of contents and one PNG for each size.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
GROUND, INK = "#0B6B62", "#FFFFFF"
BESIDE = (164, 314)  # pixels of the picture beside the installer's first and last page


def mark() -> QSvgRenderer:
    """The tray's picture in white."""
    source = (ROOT / "resources" / "icons" / "tray.svg").read_text(encoding="utf-8").replace("currentColor", INK)
    return QSvgRenderer(QByteArray(source.encode()))


def picture(size: int) -> bytes:
    """The mark in white on a rounded square of the program's colour, as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(GROUND))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.2, size * 0.2)
    edge = size * 0.14
    mark().render(painter, QRectF(edge, edge, size - 2 * edge, size - 2 * edge))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def beside() -> QImage:
    """The mark on the program's colour, with the few colours that the installer shows."""
    width, height = BESIDE
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    edge = width * 0.24
    mark().render(painter, QRectF(edge, edge, width - 2 * edge, width - 2 * edge))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Indexed8)


def main() -> None:
    app = QGuiApplication(["icon", "-platform", "offscreen"])
    pictures = [picture(size) for size in SIZES]
    start = 6 + 16 * len(SIZES)
    entries, body = b"", b""
    for size, png in zip(SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), start + len(body))
        body += png
    target = ROOT / "packaging" / "windows" / "cdd-desktop.ico"
    target.write_bytes(struct.pack("<HHH", 0, 1, len(SIZES)) + entries + body)
    beside().save(str(target.with_name("installer.bmp")), "BMP")
    del app


if __name__ == "__main__":
    main()
