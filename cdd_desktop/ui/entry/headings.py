"""The words above the list and the form: the round and its due date, the place of an entry, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import WindowState
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import Definition, FieldType
from cdd_desktop.geography import Geography
from cdd_desktop.operations.views import EntrySheet, SubmissionView, WorklistItem
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.state_words import due_line, item_chip, window_chip
from cdd_desktop.ui.words import Words
from cdd_desktop.ui.worklist.model import WorklistRow

_LEADERS = ("chair_name", "owner_name")


def page_subtitle(view: SubmissionView, words: Words) -> str:
    """งวดที่ 2 (ไตรมาส 2) ปีงบประมาณ 2561 · ครบกำหนด 20 มี.ค. 2561 (เหลือ 2 วัน)."""
    year = QCoreApplication.translate("Entry", "fiscal year {year}").format(year=view.window.fiscal_year)
    due = due_line(view.window, words)
    if view.window_state is not WindowState.NOT_OPEN and not view.received_at:
        due += f" ({window_chip(view.window_state, view.days_left, words)[0]})"
    return words.digits(f"{words.period(view.window)} {year} · {due}")


def place_words(place: tuple[str, int | None], geography: Geography, words: Words) -> str:
    """ม.3 ต.ริมเหนือ."""
    code, moo = place
    parts = []
    if moo:
        parts.append(QCoreApplication.translate("Entry", "Moo {moo}").format(moo=moo))
    if code:
        try:
            tambon = geography.tambon(code)
            name = words.text(tambon.name_th, tambon.name_en)
            parts.append(QCoreApplication.translate("Entry", "{tambon} subdistrict").format(tambon=name))
        except BadRequestError:
            parts.append(code)
    return words.digits(" ".join(parts))


def rows_of(items: Sequence[WorklistItem], desk: Desk) -> list[WorklistRow]:
    """The items of a worklist with the words they are shown with."""
    words, places = desk.words, desk.workplace.geography
    rows = []
    for item in items:
        chip, tone = item_chip(item.status, item.errors, words)
        title = item.title or QCoreApplication.translate("Entry", "(no name yet)")
        rows.append(WorklistRow(item, title, place_words(item.place, places, words), chip, tone))
    return rows


def entry_subtitle(sheet: EntrySheet, definition: Definition, desk: Desk) -> str:
    """Place, leader and code of the register entry a record is about: หมู่ 3 ต.ริมเหนือ · ประธานกลุ่ม นางบัวผัน."""
    words = desk.words
    record = sheet.register or sheet.record
    content = record.content
    tambon, moo = content.get("tambon_code"), content.get("moo")
    place = (str(tambon or ""), moo if isinstance(moo, int) else None)
    parts = [place_words(place, desk.workplace.geography, words)]
    entity = definition.entity_by_key.get(record.entity)
    for field in entity.fields if entity is not None and sheet.register is not None else ():
        name = content.get(field.key)
        if field.key in _LEADERS and field.type is FieldType.TEXT and isinstance(name, str):
            parts.append(f"{words.text(field.label_th, field.label_en)} {name}")
    parts.append(record.code)
    return " · ".join(part for part in parts if part)
