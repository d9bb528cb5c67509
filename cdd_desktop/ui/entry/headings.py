"""The words above the list and the form: the round and its due date, the place of an entry, and whose it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import WindowState
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.definition import Definition, Entity, FieldType
from cdd_desktop.operations.views import EntrySheet, SubmissionView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.state_words import due_line, window_chip
from cdd_desktop.ui.words import Words
from cdd_desktop.ui.worklist.rows import place_words

_LEADERS = ("chair_name", "owner_name")


def page_subtitle(view: SubmissionView, words: Words) -> str:
    """งวดที่ 2 (ไตรมาส 2) ปีงบประมาณ 2561 · ครบกำหนด 20 มี.ค. 2561 (เหลือ 2 วัน)."""
    year = QCoreApplication.translate("Entry", "fiscal year {year}").format(year=view.window.fiscal_year)
    due = due_line(view.window, words)
    if view.window_state is not WindowState.NOT_OPEN and not view.received_at:
        due += f" ({window_chip(view.window_state, view.days_left, words)[0]})"
    period = "" if view.window.key == "r1" else f"{words.period(view.window)} "  # the year's only one
    return words.digits(f"{period}{year} · {due}")


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


def add_words(entity: Entity, words: Words) -> str:
    """What the button says that adds a record of an entity."""
    translate = QCoreApplication.translate
    if entity.kind is EntityKind.REGISTER:
        return translate("Entry", "Add to the register")
    return translate("Entry", "Add: {kind}").format(kind=words.text(entity.label_th, entity.label_en))


def propose_words(state: SubmissionState, desk: Desk) -> str:
    """What the button says that leads to the way of the submission."""
    translate = QCoreApplication.translate
    if state in (SubmissionState.NONE, SubmissionState.DRAFT, SubmissionState.RETURNED):
        role = Role.HEAD if desk.workplace.unit.level is UnitLevel.DISTRICT else Role.PROVINCIAL_HEAD
        return translate("Entry", "Propose to: {head}").format(head=desk.words.role(role))
    if state is SubmissionState.PROPOSED:
        return translate("Entry", "Certify or take back…")
    return translate("Entry", "State and history")


def return_words(view: SubmissionView, words: Words) -> str:
    """Who returned the submission, why, and the remarks on the whole; "" when it is not returned."""
    if view.state is not SubmissionState.RETURNED or not view.moves:
        return ""
    move = view.moves[-1]
    general = [comment.text for comment in move.comments if comment.record_id is None]
    texts = [text for text in (move.reason, *general) if text]
    head = QCoreApplication.translate("Entry", "Returned by {name} on {at}").format(
        name=move.person_name, at=words.format_instant(move.at)
    )
    return words.digits(head) + (": " + " · ".join(texts) if texts else "")
