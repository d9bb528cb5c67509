"""The help pages as a printable manual: A4, Sarabun, a picture of each screen where there is one, page x of y."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.ui.fonts import PAPER_FAMILY, register_fonts
from cdd_desktop.ui.help_pages import help_pages

_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_MARGINS = QMarginsF(30, 25, 20, 20)  # millimetres: left, top, right, bottom
_DOTS = 300
_SCREEN_DOTS = 96  # an inch; pictures are measured in them
_FOOT = 0.05  # of the page's height
_TITLES = {"th": "คู่มือการใช้งาน CDD Desktop", "en": "CDD Desktop manual"}
_PAGES = {"th": "หน้า {x} จาก {y}", "en": "page {x} of {y}"}


def write_manual(file: Path, language: str = "th", pictures: Path | None = None) -> int:
    """Writes the manual and answers its number of pages; needs no display.

    ``pictures`` is a folder of the tour. Raises ``BadRequestError("manual-pictures")`` when it is none,
    ``RefusedError("file-not-writable")``.
    """
    if pictures is not None and not any(pictures.glob(f"{language}-light-*.png")):
        raise BadRequestError("manual-pictures", folder=str(pictures))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    register_fonts()
    writer = QPdfWriter(str(file))
    writer.setResolution(_DOTS)
    writer.setTitle(_TITLES[language])
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(writer):
        raise RefusedError("file-not-writable", file=file.name)
    pages = _paint(painter, writer, language, pictures)
    painter.end()
    del app
    return pages


def _paint(painter: QPainter, writer: QPdfWriter, language: str, pictures: Path | None) -> int:
    width, height = writer.width(), writer.height() * (1 - _FOOT)
    document = _document(writer, language, pictures, width)
    document.setPageSize(QSizeF(width, height))
    count = document.pageCount()
    font = QFont(PAPER_FAMILY, 12)
    for number in range(count):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(QPointF(0, -number * height))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, number * height, width, height)
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(font)
        foot = QRectF(0, height, width, writer.height() - height)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, _PAGES[language].format(x=number + 1, y=count))
    return count


def _document(writer: QPdfWriter, language: str, pictures: Path | None, width: float) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont(PAPER_FAMILY, 15))
    cursor = QTextCursor(document)
    cursor.insertMarkdown(f"# {_TITLES[language]}\n\n")
    for number, page in enumerate(help_pages(language)):
        cursor.insertBlock(QTextBlockFormat())
        begins_at = cursor.position()
        cursor.insertMarkdown(_LINK.sub(r"\1", page.text))
        if number:
            head, apart = QTextCursor(document.findBlock(begins_at)), QTextBlockFormat()
            apart.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            head.mergeBlockFormat(apart)
        if pictures is not None:
            _add_picture(document, cursor, pictures / f"{language}-light-{page.name.replace('_', '-')}.png", width)
    return document


def _add_picture(document: QTextDocument, cursor: QTextCursor, file: Path, width: float) -> None:
    image = QImage(str(file))
    if image.isNull():
        return
    document.addResource(QTextDocument.ResourceType.ImageResource.value, file.name, image)
    shown = QTextImageFormat()
    shown.setName(file.name)
    shown.setWidth(width * _SCREEN_DOTS / _DOTS)
    shown.setHeight(width * _SCREEN_DOTS / _DOTS * image.height() / image.width())
    cursor.insertBlock(QTextBlockFormat())
    cursor.insertImage(shown)
