"""The one Qt style sheet, built from the tokens; widgets choose a part of it with the ``role`` property."""

from __future__ import annotations

from string import Template

from cdd_desktop.paths import resources
from cdd_desktop.ui.theme import Theme, Tone

_TEXT = """
QWidget { font-family: "Noto Sans Thai"; font-size: ${f14}px; color: $text; }
QMainWindow, QDialog, QWidget[role="page"] { background: $page; }
QLabel { background: transparent; border: none; }
QLabel[role="title"] { font-size: ${f24}px; font-weight: 700; }
QLabel[role="heading"] { font-size: ${f16}px; font-weight: 700; }
QLabel[role="section"] { font-size: ${f15}px; font-weight: 700; color: $primary_dark; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="figure"] { font-size: ${f28}px; font-weight: 700; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="note"] { font-size: ${f13}px; color: $muted; }
QLabel[role="small"] { font-size: ${f13}px; }
QToolTip { background: $text; color: $surface; border: none; padding: ${p4}px ${p8}px; }
"""

_SURFACES = """
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[role="option"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="option"]:hover { border-color: $muted; }
QFrame[role="option"][picked="true"] { background: $tint; border: 2px solid $primary; }
QFrame[role="plain"] { background: $surface; border: none; }
QFrame[role="line"] { background: $inner_line; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="demo"] { background: $badge; border: none; }
QFrame[role="demo"] QLabel { color: $on_badge; }
QFrame[role="demo"] QLabel[role="strong"] { color: $on_badge; }
QFrame[role="demo"] QPushButton { background: transparent; color: $on_badge; border: 1px solid transparent;
  min-height: ${c24}px; padding: 0 ${p8}px; }
QFrame[role="demo"] QPushButton:hover { border-color: $on_badge; }
QFrame[role="demo"] QPushButton:checked { background: $on_badge; color: $badge; }
QFrame[role="demo"] QPushButton:focus { border: 2px solid $on_badge; }
QFrame[role="guide"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QScrollArea, QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $inner_line; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $primary; border-radius: 3px; }
QSplitter::handle { background: transparent; }
"""

_BUTTONS = """
QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 8px;
  min-height: ${c36}px; padding: 0 ${p16}px; }
QPushButton:hover { border-color: $muted; background: $read_only; }
QPushButton:pressed { background: $inner_line; }
QPushButton:focus { border: 2px solid $primary; min-height: ${c34}px; padding: 0 ${p15}px; }
QPushButton:disabled { color: $muted; background: $page; }
QPushButton[role="primary"] { background: $primary; color: $on_primary; border: 1px solid $primary;
  font-weight: 700; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $primary_dark; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $inner_line; color: $muted; border-color: $line; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $primary;
  padding: 0 ${p8}px; min-height: ${c26}px; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $primary; min-height: ${c24}px; padding: 0 ${p7}px; }
QPushButton[role="segment"] { border-radius: 6px; }
QPushButton[role="segment"]:checked { background: $tint; border: 1px solid $primary; color: $primary_dark;
  font-weight: 700; }
QPushButton[role="segment"]:checked:focus { border: 2px solid $primary; }
QPushButton::menu-indicator { image: url("$down"); width: 12px; height: 12px; right: 8px;
  subcontrol-position: right center; }
QPushButton[menu="true"] { padding-right: ${p28}px; }
QPushButton[role="row"] { background: transparent; border: none; border-bottom: 1px solid $inner_line;
  border-left: 3px solid transparent; border-radius: 0; padding: 0; min-height: 0; }
QPushButton[role="row"][last="true"] { border-bottom: 1px solid transparent; }
QPushButton[role="row"]:hover { background: $read_only; }
QPushButton[role="row"][current="true"] { background: $tint; border-left: 3px solid $primary; }
QPushButton[role="row"]:focus { border: 2px solid $primary; padding: 0; min-height: 0; }
QPushButton[role="month"] { background: $surface; border: 1px solid $inner_line; border-radius: 6px; padding: 0;
  min-height: 0; }
QPushButton[role="month"]:hover { border-color: $muted; }
QPushButton[role="month"][current="true"] { background: $tint; border-color: $primary; }
QPushButton[role="month"]:focus { border: 2px solid $primary; padding: 0; min-height: 0; }
QPushButton[role="day"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0;
  min-height: ${c30}px; }
QPushButton[role="day"]:hover { background: $inner_line; }
QPushButton[role="day"]:checked { background: $primary; color: $on_primary; font-weight: 700; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: ${p4}px; }
QToolButton:hover { background: $inner_line; }
QToolButton:checked { background: $tint; border-color: $primary; }
QToolButton:focus { border: 2px solid $primary; padding: ${p3}px; }
QToolButton::menu-indicator { image: none; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox { background: $surface; color: $text;
  border: 1px solid $line; border-radius: 8px; padding: 0 ${p12}px; min-height: ${c36}px;
  selection-background-color: $primary; selection-color: $on_primary; }
QPlainTextEdit, QTextEdit { padding: ${p6}px ${p10}px; }
QLineEdit:hover, QComboBox:hover, QSpinBox:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $primary; min-height: ${c34}px; padding: 0 ${p11}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${p5}px ${p9}px; }
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] { background: $read_only; color: $muted; }
QLineEdit:read-only:focus { background: $read_only; }
QPlainTextEdit[role="document"], QTextEdit[role="document"] {
  background: $surface; color: $text; border: 1px solid transparent; padding: 0; }
QPlainTextEdit[role="document"]:focus, QTextEdit[role="document"]:focus {
  border: 1px solid $primary; border-radius: 6px; padding: 0; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: $read_only; color: $muted; }
QLineEdit[tone="bad"], QComboBox[tone="bad"], QPlainTextEdit[tone="bad"] { border: 2px solid $bad;
  min-height: ${c34}px; padding: 0 ${p11}px; }
QLineEdit[tone="warn"], QComboBox[tone="warn"], QPlainTextEdit[tone="warn"] { border: 2px solid $warn;
  min-height: ${c34}px; padding: 0 ${p11}px; }
QLineEdit[role="inside"], QLineEdit[role="inside"]:focus { background: transparent; border: none; padding: 0;
  min-height: ${c30}px; }
QLineEdit[role="cell"], QLineEdit[role="cell"]:focus { border: 2px solid $primary; border-radius: 0;
  padding: 0 ${p4}px; min-height: 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
  background: transparent; border: none; padding: 0 ${p11}px; min-height: 0; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { padding: 0; }
QComboBox::drop-down { border: none; width: ${p28}px; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: ${p4}px;
  selection-background-color: $tint; selection-color: $text; outline: 0; }
QComboBox QAbstractItemView::item { min-height: ${c34}px; padding: 0 ${p8}px; }
QSpinBox::up-button, QSpinBox::down-button { width: ${p28}px; border: none; background: transparent; }
QSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: ${p8}px; min-height: ${c30}px; background: transparent;
  border: 2px solid transparent; border-radius: 6px; padding: 0 ${p4}px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $primary; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: ${p18}px; height: ${p18}px;
  background: $surface; border: 1px solid $muted; border-radius: 4px; }
QRadioButton::indicator { border-radius: ${r9}px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $primary; border-color: $primary;
  image: url("$tick"); }
QRadioButton::indicator:checked { border-color: $primary; image: url("$dot"); }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $read_only; border-style: dashed; }
"""

_TABLES = """
QAbstractItemView { background: $surface; alternate-background-color: $read_only; border: none; outline: 0;
  selection-background-color: $tint; selection-color: $text; gridline-color: $inner_line; }
QHeaderView { background: $read_only; border: none; }
QHeaderView::section { background: $read_only; color: $muted; border: none; border-right: 1px solid $inner_line;
  border-bottom: 1px solid $line; padding: ${p6}px ${p8}px; }
QTableCornerButton::section { background: $read_only; border: none; border-bottom: 1px solid $line; }
QTableView[role="plain"] { selection-background-color: transparent; }
QTableView[role="plain"] QTableCornerButton::section, QTableView[role="plain"] QHeaderView {
  background: $surface; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView::item:focus, QListView::item:focus { border: 2px solid $primary; }
QTableView[role="list"]::item { padding: 0 ${p8}px; }
QTableView[role="list"] QHeaderView::section { padding: ${p6}px ${p11}px; }
QMenu { background: $surface; border: 1px solid $line; border-radius: 8px; padding: ${p6}px; }
QMenu::item { min-height: ${c30}px; padding: ${p2}px ${p16}px; border-radius: 6px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $inner_line; margin: ${p4}px ${p8}px; }
"""

_NAVIGATION = """
QFrame[role="navigation"], QFrame[role="topbar"] { background: $navigation; border: none; }
QFrame[role="navigation"] QLabel, QFrame[role="topbar"] QLabel { color: $navigation_text; font-size: ${f13}px; }
QFrame[role="navigation"] QLabel[role="heading"], QFrame[role="topbar"] QLabel[role="heading"] {
  color: $navigation_strong; font-size: ${f16}px; }
QFrame[role="navigation"] QLabel[role="strong"], QFrame[role="topbar"] QLabel[role="strong"] {
  color: $navigation_strong; }
QPushButton[role="navigate"] { background: transparent; border: 2px solid transparent; border-radius: 8px;
  color: $navigation_text; min-height: ${c36}px; text-align: left; padding: 0 ${p10}px; font-size: ${f15}px; }
QPushButton[role="navigate"]:hover { background: $navigation_current; }
QPushButton[role="navigate"]:checked { background: $navigation_current; color: $navigation_strong; font-weight: 700; }
QPushButton[role="navigate"]:focus { border: 2px solid $badge; padding: 0 ${p10}px; min-height: ${c36}px; }
QFrame[role="topbar"] QPushButton[role="navigate"] { font-size: ${f14}px; padding: 0 ${p8}px; min-height: ${c30}px; }
QFrame[role="topbar"] QPushButton[role="navigate"][tight="true"] { padding: 0 ${p3}px; }
QLabel[role="badge"], QFrame[role="navigation"] QLabel[role="badge"], QFrame[role="topbar"] QLabel[role="badge"] {
  background: $badge; color: $on_badge; font-size: ${f12}px; font-weight: 700; border-radius: ${r10}px;
  padding: 0 ${p7}px; min-height: ${c20}px; max-height: ${c20}px; }
"""

_PIXELS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 18, 28)
_FONTS = (12, 13, 14, 15, 16, 18, 24, 28)
_CONTROLS = (20, 24, 26, 30, 34, 36)
_RADII = (9, 10)


def _tones(theme: Theme) -> str:
    rules = []
    for tone in Tone:
        ink, ground = theme.tokens.ink(tone), theme.tokens.ground(tone)
        rules.append(
            f'QLabel[role="chip"][tone="{tone}"] {{ color: {ink}; background: {ground}; }}'
            f'QFrame[role="banner"][tone="{tone}"] {{ background: {ground}; border: none; border-radius: 8px; }}'
            f'QFrame[role="banner"][tone="{tone}"] QLabel {{ color: {ink}; }}'
            f'QLabel[role="message"][tone="{tone}"] {{ color: {ink}; font-size: {theme.px(13)}px; }}'
            f'QLabel[role="figure"][tone="{tone}"] {{ color: {ink}; }}'
        )
    rules.append(
        f'QLabel[role="chip"] {{ font-size: {theme.px(13)}px; border-radius: {theme.px(12)}px; '
        f"padding: 0 {theme.px(12)}px; min-height: {theme.px(24)}px; max-height: {theme.px(24)}px; }}"
    )
    return "\n".join(rules)


def style_sheet(theme: Theme) -> str:
    """The whole sheet for a theme."""
    controls = resources() / "icons" / "controls"
    values: dict[str, object] = {slot: getattr(theme.tokens, slot) for slot in theme.tokens.__slots__}
    values |= {f"p{size}": theme.px(size) for size in _PIXELS}
    values |= {f"f{size}": theme.px(size) for size in _FONTS}
    values |= {f"c{size}": theme.px(size) for size in _CONTROLS}
    values |= {f"r{size}": theme.px(size) for size in _RADII}
    for mark in ("down", "up", "tick", "dot"):
        values[mark] = (controls / f"{mark}-{theme.tokens.name}.svg").as_posix()
    parts = (_TEXT, _SURFACES, _BUTTONS, _INPUTS, _TABLES, _NAVIGATION)
    return "\n".join(Template(part).substitute(values) for part in parts) + _tones(theme)
