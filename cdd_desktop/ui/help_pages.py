"""The pages of the help, from ``resources/help``: one Markdown file a page and language, named after its screen."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from cdd_desktop.paths import resources
from cdd_desktop.periods.thai_dates import arabic_digits

ORDER = (
    "first-report",
    "home",
    "calendar",
    "datasets",
    "entry",
    "grid",
    "importing",
    "search",
    "certify",
    "outbox",
    "stick",
    "conflict",
    "printing",
    "dashboard",
    "quality",
    "indicators",
    "news",
    "queue",
    "review",
    "backup",
    "restore",
    "handover",
    "settings",
    "lists",
    "sign_in",
    "first_start",
    "due-dates",
    "colours",
    "password",
    "recover",
    "new-version",
    "about",
    "help",
)
"""As in the manual: the way of a first report, then the rest."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """``text`` is Markdown; its first line is the title. Links name other pages, ``entry.md``; words in bold are
    words on screen."""

    name: str
    title: str
    text: str


@lru_cache(maxsize=2)
def help_pages(language: str) -> tuple[HelpPage, ...]:
    """Every page of a language (``th`` or ``en``) in its order; a page nobody put into the order comes last."""
    folder = resources() / "help" / language
    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md"))}
    names = sorted(texts, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))
    return tuple(HelpPage(name, texts[name].split("\n", 1)[0].removeprefix("# "), texts[name]) for name in names)


def find_pages(pages: tuple[HelpPage, ...], words: str) -> tuple[HelpPage, ...]:
    """The pages that hold every word asked for, anywhere; those with it in the title first. All without words."""
    wanted = _plain(words).split()
    found = [page for page in pages if all(word in _plain(page.text) for word in wanted)]
    return tuple(sorted(found, key=lambda page: not all(word in _plain(page.title) for word in wanted)))


def _plain(text: str) -> str:
    return arabic_digits(unicodedata.normalize("NFKC", text)).casefold().replace("*", "")
