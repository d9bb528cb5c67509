"""A record's history as it is told, and laying an old value back: through the real dialog and the real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from entry_office import Office, Sitting, add_groups, add_register, enrolled_office, key_of
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import RAW, Content
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.read_history import read_history, read_story, restoring
from cdd_desktop.operations.restore_value import restore_value
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.samples.people import citizen_id
from cdd_desktop.store.rows import AuditRow
from cdd_desktop.ui.entry.history import HistoryDialog
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.widgets import Label

Q2 = key_of("saving_group", "2561-q2")
CID = citizen_id(77)


@pytest.fixture
def office(tmp_path: Path, clock: FixedClock) -> Office:
    return enrolled_office(tmp_path, clock)


@pytest.fixture
def desk(office: Office) -> Iterator[Workplace]:
    workplace = office.work_as()
    yield workplace
    workplace.close()


def content_of(desk: Workplace, ref: EntryRef) -> Content:
    return desk.read(read_entry, ref).record.content


def quarter(desk: Workplace) -> EntryRef:
    group = add_groups(desk)[0]
    ref = EntryRef(EntityKey("quarter"), Q2, None, group.record_id)
    return desk.do(save_entry, ref, {"members_male": 82}).ref


def test_a_removed_value_stays_removed_and_comes_back_when_asked(desk: Workplace) -> None:
    ref = quarter(desk)
    desk.do(save_entry, ref, {"members_male": None})
    desk.do(save_entry, ref, {"members_male": 90})
    newest, removed, _ = desk.read(read_history, str(ref.record_id))
    desk.do(restore_value, ref, restoring(newest, "members_male"))
    assert "members_male" not in content_of(desk, ref)
    desk.do(save_entry, ref, {"members_female": 5})
    assert "members_male" not in content_of(desk, ref)
    desk.do(restore_value, ref, restoring(removed, "members_male"))
    assert content_of(desk, ref)["members_male"] == 82
    assert desk.read(read_history, str(ref.record_id))[0].patch == {"members_male": 82}


def test_text_that_was_no_value_comes_back_as_it_was(desk: Workplace) -> None:
    ref = quarter(desk)
    desk.do(save_entry, ref, {RAW + "members_male": "8o"})
    desk.do(save_entry, ref, {"members_male": 80})
    newest, before, _ = desk.read(read_history, str(ref.record_id))
    desk.do(restore_value, ref, restoring(newest, "members_male"))
    content = content_of(desk, ref)
    assert (content.get("members_male"), content.get(RAW + "members_male")) == (None, "8o")
    desk.do(restore_value, ref, restoring(before, "members_male"))
    content = content_of(desk, ref)
    assert (content.get("members_male"), content.get(RAW + "members_male")) == (82, None)


def test_a_removed_row_comes_back_with_its_cells(desk: Workplace) -> None:
    institute = add_register(desk, "fund_institute", "institute", {"name_th": "สถาบันการเงินริมใต้"})
    key = key_of("fund_institute", "2561-r1")
    row = "member_funds/01900000-0000-7000-8000-0000000000aa"
    cells = {row: True, f"{row}/fund_name": "กองทุนหมู่บ้าน", f"{row}/fund_capital": 25_000_000}
    ref = desk.do(save_entry, EntryRef(EntityKey("year"), key, None, institute.record_id), cells).ref
    whole = dict(content_of(desk, ref))
    desk.do(save_entry, ref, {row: None})
    gone = desk.read(read_history, str(ref.record_id))[0]
    assert not [path for path in content_of(desk, ref) if path.startswith(row)]
    desk.do(restore_value, ref, restoring(gone, row))
    assert content_of(desk, ref) == whole
    back = desk.read(read_history, str(ref.record_id))[0]
    desk.do(restore_value, ref, restoring(back, row))
    assert not [path for path in content_of(desk, ref) if path.startswith(row)]


def test_saves_of_one_sitting_are_one_line_and_what_came_back_is_none(desk: Workplace, clock: FixedClock) -> None:
    ref = quarter(desk)
    for text in ("ก", "กล", "กลุ่ม"):
        desk.do(save_entry, ref, {"remark": text})
    desk.do(save_entry, ref, {"members_female": 4})
    desk.do(save_entry, ref, {"members_female": None})
    (line,) = desk.read(read_story, str(ref.record_id)).lines
    assert line.patch["remark"] == "กลุ่ม"
    assert "members_female" not in line.patch
    clock.advance(timedelta(hours=1))
    desk.do(save_entry, ref, {"members_male": 83})
    newest, oldest = desk.read(read_story, str(ref.record_id)).lines
    assert (newest.patch, newest.was) == ({"members_male": 83}, {"members_male": 82})
    assert oldest.patch["members_male"] == 82


def test_the_dialog_tells_who_and_what_and_restores(qtbot: QtBot, office: Office, clock: FixedClock) -> None:
    desk = office.work_as()
    leader = add_register(desk, "leader", "leader", {"first_name": "สมชาย", "last_name": "ใจดี", "citizen_id": CID})
    clock.advance(timedelta(days=1))
    desk.do(save_entry, leader, {"first_name": "สมหมาย", "citizen_id": None, "birth_date": "1978-09-20"})
    desk.close()
    sitting = Sitting(qtbot, office)
    key = key_of("leader", "2561-r1")
    sitting.open(EntryTarget(key, EntryRef(EntityKey("leader"), key, leader.record_id)))
    sitting.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    sitting.idle()
    dialog = sitting.entry.findChild(HistoryDialog)
    text = "\n".join(label.full_text() for label in dialog.findChildren(Label))
    for part in (
        "19 มี.ค. 2561",
        "18 มี.ค. 2561",
        "สมศรี ใจดี",
        "สมชาย  ›  สมหมาย",
        "ว่าง  ›  20 ก.ย. 2521",
        "รอส่ง",
        "X-XXXX-XXXXX",
    ):
        assert part in text
    assert CID not in text
    dialog.buttons["citizen_id"].click()
    sitting.idle()
    content = sitting.workplace.read(read_entry, sitting.entry.autosave.ref).record.content
    assert content["citizen_id"] == CID
    assert content["first_name"] == "สมหมาย"
    with sitting.workplace.store.read() as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.action == "restored")).all()
        assert ["citizen_id" in row.detail["paths"] for row in rows] == [True]
        assert CID not in str(rows[0].detail)
    sitting.qtbot.waitUntil(lambda: sitting.entry.draft.content.get("citizen_id") == CID)
    sitting.window.activateWindow()
    sitting.entry.keys.undo()
    sitting.idle()
    assert "citizen_id" not in sitting.workplace.read(read_entry, sitting.entry.autosave.ref).record.content
    sitting.end()
