"""Help: a page for every screen in both languages, links that lead somewhere, words that stand on the screens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from demo_day import DEMO_NOW
from entry_office import Sitting, enrolled_office
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.paths import resources
from cdd_desktop.ui.help.screen import HelpScreen
from cdd_desktop.ui.help_pages import ORDER, find_pages, help_pages
from cdd_desktop.ui.screens import all_screens

LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_screen_has_its_page(language: str) -> None:
    names = {page.name for page in help_pages(language)}
    assert set(all_screens()) <= names
    assert names == set(ORDER)
    assert all(page.text.startswith(f"# {page.title}\n") for page in help_pages(language))


@pytest.mark.parametrize("language", ["th", "en"])
def test_links_lead_to_pages(language: str) -> None:
    files = {f"{page.name}.md" for page in help_pages(language)}
    assert [(page.name, to) for page in help_pages(language) for to in LINK.findall(page.text) if to not in files] == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_words_in_bold_stand_on_the_screens(language: str) -> None:
    said = set()
    for file in (resources() / "i18n").glob(f"*_{language}.ts"):
        said |= {(message.findtext("translation") or "") for message in ElementTree.parse(file).iter("message")}
    assert [
        (page.name, word) for page in help_pages(language) for word in BOLD.findall(page.text) if word not in said
    ] == []


def test_thai_is_found_in_the_middle_of_a_line() -> None:
    pages = help_pages("th")
    assert [page.name for page in find_pages(pages, "ใบรับ")] == ["first-report", "home", "outbox", "stick"]
    assert find_pages(pages, "ลืมรหัส")[0].name == "password"
    assert find_pages(pages, "๗, 3")[0].name == "due-dates"
    assert find_pages(pages, "") == pages
    assert find_pages(pages, "ไม่มีหน้าใดพูดถึง") == ()


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    held = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)))
    yield held
    held.end()


def test_f1_opens_the_page_of_the_screen(sitting: Sitting) -> None:
    window = sitting.window
    sitting.open(None, "outbox")
    sitting.press(Qt.Key.Key_F1)
    screen = window.screen_named("help")
    assert isinstance(screen, HelpScreen)
    assert (window.current, screen.page) == ("help", "outbox")
    screen.text.anchorClicked.emit(QUrl("settings.md"))
    assert screen.page == "settings"
    screen.search.setText("ลืมรหัส")
    assert screen.list.count() == 3
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    assert screen.page == "password"
    window.back()
    assert window.current == "outbox"
