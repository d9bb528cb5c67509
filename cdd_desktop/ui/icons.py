"""Outline icons of our own, on a 24 pixel grid with one stroke weight, tinted when drawn."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from cdd_desktop.paths import resources
from cdd_desktop.ui.theme import theme

_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def icon_names() -> tuple[str, ...]:
    """Names of all icons."""
    return tuple(sorted(file.stem for file in (resources() / "icons").glob("*.svg")))


def pixmap(name: str, colour: str | QColor, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """An icon drawn in a colour, once for all who ask; ``size`` in logical pixels, ``ratio`` device pixels for one of
    them."""
    tint = colour if isinstance(colour, str) else colour.name()
    picture = QPixmap()
    if QPixmapCache.find(key := f"icon/{name}/{tint}/{size}/{ratio}", picture):
        return picture
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", tint).encode()))
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, colour: str | QColor | None = None, size: int = 20) -> QIcon:
    """An icon for buttons; without a colour in the theme's text colour, muted as the words beside it when disabled."""
    tint = colour if colour is not None else theme().tokens.text
    result = QIcon()
    for ratio in _SCALES:
        result.addPixmap(pixmap(name, tint, size, ratio))
        result.addPixmap(pixmap(name, theme().tokens.muted, size, ratio), QIcon.Mode.Disabled)
    return result
