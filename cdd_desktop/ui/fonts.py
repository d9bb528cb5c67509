"""The bundled fonts: Noto Sans Thai on screen, Sarabun on paper (docs/ui.md, Fonts)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from cdd_desktop.errors import BadRequestError
from cdd_desktop.paths import resources

SCREEN_FAMILY = "Noto Sans Thai"
PAPER_FAMILY = "Sarabun"


def register_fonts(folder: Path | None = None) -> None:
    """Make the bundled fonts known to Qt.

    Only static files are taken: Qt 6.8 to 6.12 draw a variable font's bold by smearing its regular weight.
    Raises ``BadRequestError("fonts-missing")`` when the screen family cannot be loaded.
    """
    place = folder if folder is not None else resources() / "fonts"
    if SCREEN_FAMILY in QFontDatabase.families():
        return
    for file in sorted(place.glob("*.ttf")):
        if "[" not in file.name:
            QFontDatabase.addApplicationFont(str(file))
    if SCREEN_FAMILY not in QFontDatabase.families():
        raise BadRequestError("fonts-missing")


def uncovered(text: str, family: str = SCREEN_FAMILY) -> str:
    """The characters of a text for which the family has no glyph (line breaks aside), each once."""
    raw = QRawFont.fromFont(QFont(family))
    return "".join(sorted({c for c in text if not c.isspace() and not raw.supportsCharacter(ord(c))}))
