"""The look: contrast of every pair of colours, fonts that are really there, marks that are never clipped."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QStandardItem, QStandardItemModel, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QTableView
from pytestqt.qtbot import QtBot

import cdd_desktop
from cdd_desktop.paths import resources
from cdd_desktop.ui.fonts import PAPER_FAMILY, SCREEN_FAMILY, register_fonts, uncovered
from cdd_desktop.ui.icons import icon_names, pixmap
from cdd_desktop.ui.style_sheet import style_sheet
from cdd_desktop.ui.theme import DARK, LIGHT, Theme, Tokens, Tone, apply_theme, contrast
from cdd_desktop.ui.widgets.labels import JOINER, Chip, Label

READABLE = 4.5
VISIBLE = 3.0
HARD_THAI = "ปู่ ญี่ปุ่น ทั้งที่ ฐานฎีกา ฟั้น ป้ำ กฏุ"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    register_fonts()
    apply_theme(qapp, Theme())


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_is_readable_on_its_ground(tokens: Tokens) -> None:
    pairs = [
        *[(text, ground) for text in ("text", "muted") for ground in ("page", "surface", "read_only", "tint")],
        ("primary", "surface"),
        ("primary", "page"),
        ("primary_dark", "tint"),
        ("primary_dark", "surface"),
        ("on_primary", "primary"),
        ("on_primary", "primary_dark"),
        ("navigation_text", "navigation"),
        ("navigation_strong", "navigation_current"),
        ("on_badge", "badge"),
        *[(tone.value, ground) for tone in Tone for ground in (f"{tone.value}_tint", "surface", "page")],
    ]
    ratios = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in pairs}
    assert not {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < READABLE}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_tick_boxes_of_lists_and_switches_out_of_use_can_be_seen(
    qapp: QApplication, qtbot: QtBot, tokens: Tokens
) -> None:
    apply_theme(qapp, Theme(tokens))
    table, switch, model = QTableView(), QCheckBox(), QStandardItemModel(1, 1)
    item = QStandardItem()
    item.setCheckable(True)
    model.setItem(0, 0, item)
    table.setModel(model)
    table.setShowGrid(False)
    switch.setEnabled(False)
    for widget in (table, switch):
        qtbot.addWidget(widget)
    for picture in (table.viewport().grab().toImage(), switch.grab().toImage()):
        places = ((x, y) for x in range(min(picture.width(), 60)) for y in range(min(picture.height(), 40)))
        colours = {picture.pixelColor(x, y).name() for x, y in places}
        assert max(contrast(colour, tokens.surface) for colour in colours) >= VISIBLE


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_ring_is_visible(tokens: Tokens) -> None:
    assert contrast(tokens.primary, tokens.surface) >= VISIBLE
    assert contrast(tokens.primary, tokens.page) >= VISIBLE
    assert contrast(tokens.text, tokens.primary) >= 1.5
    assert contrast(tokens.badge, tokens.navigation) >= VISIBLE


def test_contrast_agrees_with_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize("size", [90, 100, 115, 130, 150, 175, 200])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_leaves_no_slot_open_and_grows_with_the_text(tokens: Tokens, size: int) -> None:
    sheet = style_sheet(Theme(tokens, size))
    assert "$" not in sheet
    assert f"font-size: {round(14 * size / 100)}px" in sheet
    for picture in re.findall(r'url\("([^"]+)"\)', sheet):
        assert Path(picture).exists(), picture


def test_bold_is_a_weight_of_its_own_and_not_smeared(qapp: QApplication) -> None:
    regular, bold = QFont(SCREEN_FAMILY), QFont(SCREEN_FAMILY)
    for font in (regular, bold):
        font.setPixelSize(20)
    bold.setBold(True)
    text = "กลุ่มออมทรัพย์เพื่อการผลิต 123"
    assert QFontMetricsF(bold).horizontalAdvance(text) > QFontMetricsF(regular).horizontalAdvance(text) * 1.02


@pytest.mark.parametrize("family", [SCREEN_FAMILY, PAPER_FAMILY])
def test_the_families_are_the_bundled_ones(family: str) -> None:
    assert QFontInfo(QFont(family)).family() == family


def test_thai_lines_have_room_for_marks_above_and_below() -> None:
    font = QFont(SCREEN_FAMILY)
    font.setPixelSize(16)
    metrics = QFontMetricsF(font)
    assert metrics.height() / 16 >= 1.45
    height = round(metrics.height())
    image = QImage(600, height + 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(4, 10 + round(metrics.ascent()), HARD_THAI)
    painter.end()
    inked = [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 250 for x in range(600))]
    assert inked[0] >= 10 - 1
    assert inked[-1] <= 10 + height


@pytest.mark.parametrize("role", ["title", "heading", "", "note"])
def test_labels_are_tall_enough_for_their_font(qtbot: QtBot, role: str) -> None:
    label = Label(HARD_THAI, role)
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.sizeHint().height() >= round(label.fontMetrics().height())


def test_a_chip_says_its_state_in_a_word_too(qtbot: QtBot) -> None:
    chip = Chip("ส่งกลับแก้ไข", Tone.WARN)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == chip.text() == "ส่งกลับแก้ไข"
    chip.ensurePolished()
    assert chip.sizeHint().height() >= chip.fontMetrics().height()


def test_icons_are_outlines_of_one_weight_and_draw_something(qapp: QApplication) -> None:
    assert len(icon_names()) > 30
    for name in icon_names():
        source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in source
        assert re.findall(r'stroke-width="([^"]+)"', source) == ["1.75"], name
        image = pixmap(name, "#FF0000", 24).toImage()
        inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
        assert inked > 10, name


def _texts_of_translations() -> str:
    texts = []
    for file in sorted((resources() / "i18n").glob("*.ts")):
        for element in ElementTree.parse(file).iter():
            if element.tag in ("source", "translation"):
                texts.append(element.text or "")
    return "".join(texts)


def test_every_glyph_of_every_text_is_in_the_screen_font() -> None:
    assert uncovered(_texts_of_translations()) == ""


@pytest.mark.parametrize("folder", ["definitions", "schedules", "holidays"])
def test_every_glyph_of_definitions_and_schedules_is_in_the_screen_font(folder: str) -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in (resources() / folder).rglob("*.*"))
    assert uncovered(texts) == ""


def test_every_glyph_written_in_the_code_is_in_the_screen_font() -> None:
    texts = []
    for file in sorted((Path(cdd_desktop.__file__).parent / "ui").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                texts.append(node.value)
    assert uncovered("".join(texts), SCREEN_FAMILY) == ""
    assert uncovered("".join(texts).replace(JOINER, ""), PAPER_FAMILY) == ""  # only labels join, and none is on paper
