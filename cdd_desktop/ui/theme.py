"""The look: colour tokens of both themes, sizes that follow the text-size setting, and the one way to apply them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from cdd_desktop.ui.fonts import SCREEN_FAMILY


class Tone(StrEnum):
    """What a colour says, always together with a word (docs/ui.md, Tones)."""

    OK = "ok"
    INFO = "info"
    WARN = "warn"
    BAD = "bad"
    VIOLET = "violet"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour the program may use, as ``#RRGGBB``; ``*_tint`` is the ground its namesake stands on."""

    name: str
    page: str
    surface: str
    line: str
    inner_line: str
    text: str
    muted: str
    primary: str
    primary_dark: str
    on_primary: str
    tint: str
    navigation: str
    navigation_text: str
    navigation_strong: str
    navigation_current: str
    badge: str
    on_badge: str
    read_only: str
    ok: str
    ok_tint: str
    info: str
    info_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    violet: str
    violet_tint: str
    muted_tint: str

    def ink(self, tone: Tone) -> str:
        """Colour of text and dots of a tone."""
        return str(getattr(self, tone.value))

    def ground(self, tone: Tone) -> str:
        """Colour a tone's text stands on."""
        return str(getattr(self, f"{tone.value}_tint"))


LIGHT = Tokens(
    name="light",
    page="#F4F6F8",
    surface="#FFFFFF",
    line="#DDE3EA",
    inner_line="#EDF0F4",
    text="#17212B",
    muted="#5C6B7A",
    primary="#0B6B62",
    primary_dark="#084E48",
    on_primary="#FFFFFF",
    tint="#E3F2F0",
    navigation="#12312E",
    navigation_text="#CFE3E0",
    navigation_strong="#FFFFFF",
    navigation_current="#1F4A45",
    badge="#F2B632",
    on_badge="#2B2003",
    read_only="#F3F5F7",
    ok="#18734A",
    ok_tint="#E4F4EA",
    info="#1F5FA8",
    info_tint="#E4EEFA",
    warn="#945E00",
    warn_tint="#FDF1D8",
    bad="#B3261E",
    bad_tint="#FBE6E4",
    violet="#6B4BA3",
    violet_tint="#EFE9F9",
    muted_tint="#EDF0F4",
)

DARK = Tokens(
    name="dark",
    page="#10191C",
    surface="#172326",
    line="#2B3A3F",
    inner_line="#223034",
    text="#E6EDEE",
    muted="#9DB0B5",
    primary="#3FB8A9",
    primary_dark="#5CCBBD",
    on_primary="#06231F",
    tint="#16383A",
    navigation="#0C2422",
    navigation_text="#BFD6D2",
    navigation_strong="#FFFFFF",
    navigation_current="#1B433F",
    badge="#F2B632",
    on_badge="#2B2003",
    read_only="#1D2B2F",
    ok="#74D6A4",
    ok_tint="#17382A",
    info="#93C1F7",
    info_tint="#1A3150",
    warn="#F3C46C",
    warn_tint="#3D2F12",
    bad="#F7A19A",
    bad_tint="#48211F",
    violet="#C8B1F3",
    violet_tint="#33284B",
    muted_tint="#243236",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Tokens and the text size in per cent; every pixel size of a widget goes through ``px``."""

    tokens: Tokens = LIGHT
    text_size: int = 100

    def px(self, size: float) -> int:
        """Logical pixels of a size given at 100 %."""
        return round(size * self.text_size / 100)

    def font(self, size: float = 14, *, bold: bool = False) -> QFont:
        """The screen font at a size in pixels at 100 %."""
        font = QFont(SCREEN_FAMILY)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    def colour(self, name: str) -> QColor:
        """A token as a colour, for painting."""
        return QColor(str(getattr(self.tokens, name)))

    def ink(self, tone: Tone) -> QColor:
        return QColor(self.tokens.ink(tone))

    def ground(self, tone: Tone) -> QColor:
        return QColor(self.tokens.ground(tone))


_applied = Theme()


def theme() -> Theme:
    """The theme in force. Qt's palette and style sheet are one per program, and so is this."""
    return _applied


def apply_theme(app: QApplication, wanted: Theme) -> None:
    """Dress the whole program: Fusion, palette, font and style sheet."""
    from cdd_desktop.ui.style_sheet import style_sheet  # the sheet is built from tokens, which live here

    global _applied
    _applied = wanted
    app.setStyle("Fusion")
    app.setFont(wanted.font())
    app.setPalette(_palette(wanted.tokens))
    app.setStyleSheet(style_sheet(wanted))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        role.Window: tokens.page,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.read_only,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.surface,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.Link: tokens.primary,
        role.Light: tokens.surface,
        role.Midlight: tokens.inner_line,
        role.Mid: tokens.line,
        role.Dark: tokens.muted,
        role.Shadow: tokens.line,
    }
    for key, colour in pairs.items():
        palette.setColor(key, QColor(colour))
    for key in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.muted))
    return palette


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two ``#RRGGBB`` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
