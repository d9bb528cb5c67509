"""Items of a worklist in words: place, state chip, and what stands for a name that is not there yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cdd_desktop.errors import BadRequestError
from cdd_desktop.geography import Geography
from cdd_desktop.operations.views import ItemStatus, WorklistItem
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.state_words import item_chip
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.words import Words
from cdd_desktop.ui.worklist.model import WorklistRow


def place_words(place: tuple[str, int | None], geography: Geography, words: Words) -> str:
    """ม.3 ต.ริมเหนือ."""
    code, moo = place
    parts = []
    if moo:
        parts.append(moo_words(moo, words))
    if code:
        try:
            tambon = geography.tambon(code)
            name = words.text(tambon.name_th, tambon.name_en)
            parts.append(QCoreApplication.translate("Entry", "{tambon} subdistrict").format(tambon=name))
        except BadRequestError:
            parts.append(code)
    return words.digits(" ".join(parts))


def moo_words(moo: int, words: Words) -> str:
    """ม.3; nothing for a community of a municipality."""
    return words.digits(QCoreApplication.translate("Entry", "Moo {moo}").format(moo=moo)) if moo else ""


def rows_of(items: Sequence[WorklistItem], desk: Desk) -> list[WorklistRow]:
    """The items of a worklist with the words they are shown with."""
    words, places = desk.words, desk.workplace.geography
    rows = []
    for item in items:
        chip, tone = item_chip(item.status, item.errors, words)
        if item.status is ItemStatus.TODO and item.record_id is not None:
            chip = QCoreApplication.translate("Entry", "To confirm")  # it was entered in an earlier round
        if item.comments and tone is not Tone.BAD:  # until the report is proposed again
            text = QCoreApplication.translate("Entry", "Comments: {n}")
            chip, tone = text.format(n=words.format_number(item.comments)), Tone.WARN
        title = item.title or QCoreApplication.translate("Entry", "(no name yet)")
        rows.append(WorklistRow(item, title, place_words(item.place, places, words), chip, tone))
    return rows
