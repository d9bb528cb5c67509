"""The words above the list and the form: the round and its due date, the place of an entry, and whose it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import EntityKind
from cdd_desktop.forms.definition import Definition, Entity, FieldType
from cdd_desktop.operations.views import EntrySheet
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.words import Words
from cdd_desktop.ui.worklist.rows import place_words

_LEADERS = ("chair_name", "owner_name")


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
