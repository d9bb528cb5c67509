"""A help page as a document: our type and colours, and lines with room for Thai marks."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from cdd_desktop.ui.help_pages import HelpPage
from cdd_desktop.ui.theme import theme

_LINE_HEIGHT = 150  # per cent
_HEADINGS = {1: 20, 2: 16}  # below the title of the screen
_INDENT = 22


def page_document(page: HelpPage, font: QFont, ink: QColor, link: QColor) -> QTextDocument:
    """The page laid out for the screen."""
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setIndentWidth(theme().px(_INDENT))
    document.setMarkdown(page.text)
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spaced.setTopMargin(0)
        spaced.setBottomMargin(theme().px(4 if block.textList() else 8))
        cursor.mergeBlockFormat(spaced)
        level = block.blockFormat().headingLevel()
        for piece in _pieces(block, document):
            kind = piece.charFormat()
            kind.setForeground(link if kind.isAnchor() else ink)
            if level in _HEADINGS:
                kind.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)  # Markdown's own goes before any size
                kind.setProperty(QTextCharFormat.Property.FontPixelSize, theme().px(_HEADINGS[level]))
            piece.setCharFormat(kind)
        block = block.next()
    return document


def _pieces(block: QTextBlock, document: QTextDocument) -> list[QTextCursor]:
    """The text of a block, one selection for each run of one format."""
    pieces = []
    spot = block.begin()
    while not spot.atEnd():
        fragment = spot.fragment()
        cursor = QTextCursor(document)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        pieces.append(cursor)
        spot += 1
    return pieces


def colours_of(palette: QPalette) -> tuple[QColor, QColor]:
    """Ink and links of the present theme."""
    return palette.color(QPalette.ColorRole.Text), QColor(theme().tokens.primary)
