"""The journey *meeting*: what one machine ended or deleted, the other confirmed or went on editing; each said in its
own words on the conflict screen, decided there, and the same on both machines afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from central_process import CentralProcess, enrolled
from entry_office import Office, Sitting, add_groups, key_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from test_dashboard_journey import move, operate, synchronise

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import MARK, MarkState
from cdd_desktop.domain.submission import MoveKind, SubmissionState
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.ui.entry.conflict.choices import Side
from cdd_desktop.ui.entry.conflict.deletion import DeletionSheet
from cdd_desktop.ui.entry.conflict.screen import ConflictScreen
from cdd_desktop.ui.entry.conflict.sheet import ConflictSheet
from cdd_desktop.ui.outbox.questions import Answer
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.widgets import Chip, Label

ROUND = key_of("leader", "2561-r1")
LEADER_MARK = MARK + ROUND.period
Q2 = key_of("saving_group", "2561-q2")
THEIRS = 4_917
LEADER = {"title": "mr", "first_name": "สมชาย", "last_name": "แสนคำ", "status": "active"}


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralProcess]:
    made = CentralProcess(tmp_path)
    made.start()
    yield made
    made.stop()


def sent(qtbot: QtBot, office: Office, person: str) -> tuple[Sitting, OutboxScreen]:
    sitting = Sitting(qtbot, office, person)
    sitting.open(None, "outbox")
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    press(sitting, screen.send)
    return sitting, screen


def press(sitting: Sitting, button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    sitting.idle()
    sitting.idle()


def said(widget: QWidget) -> str:
    return "\n".join(label.full_text() for label in widget.findChildren(Label) if not label.isHidden())


def stored(workplace: Workplace, ref: EntryRef) -> RecordRow:
    with workplace.store.read() as session:
        return session.get_one(RecordRow, ref.record_id)


@pytest.mark.parametrize("mine", [True, False], ids=["this-machine", "the-other"])
def test_ended_and_deleted_meet_confirmed_and_edited(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, central: CentralProcess, mine: bool
) -> None:
    here, first = enrolled(central, tmp_path, clock, "first")
    there, second = enrolled(central, tmp_path, clock, "second")
    me, other = first.people[0].id, second.people[0].id
    workplace = here.work_as(me)
    group = add_groups(workplace)[0]
    quarter = EntryRef(EntityKey("quarter"), Q2, None, group.record_id)
    quarter = replace(quarter, record_id=workplace.do(save_entry, quarter, {"members_male": 84}).ref.record_id)
    leader = EntryRef(EntityKey("leader"), key=ROUND)
    leader = replace(leader, record_id=workplace.do(save_entry, leader, LEADER).ref.record_id)
    workplace.close()
    for office, person in ((here, me), (there, other)):
        sent(qtbot, office, person)[0].end()

    workplace = there.work_as(other)
    workplace.do(save_entry, quarter, {"members_male": THEIRS})
    workplace.do(mark_entry, leader, MarkState.CONFIRMED)
    workplace.close()
    sent(qtbot, there, other)[0].end()
    workplace = here.work_as(me)
    workplace.do(delete_draft, quarter.record_id)
    workplace.do(mark_entry, leader, MarkState.ENDED, "resigned")
    workplace.close()

    sitting, outbox = sent(qtbot, here, me)
    press(sitting, outbox.questions.decide)
    screen = sitting.window.screen_named("conflict")
    assert isinstance(screen, ConflictScreen)
    assert len(screen.model.rows) == 2
    for _ in range(2):
        decide(sitting, screen, mine=mine)
    assert screen.empty.isVisible()
    sitting.end()
    sitting, outbox = sent(qtbot, here, me)
    assert outbox.sending.standing.title == "ส่วนกลางรับครบแล้ว"
    held = stored(sitting.workplace, leader).content
    assert held[LEADER_MARK] == (MarkState.ENDED if mine else MarkState.CONFIRMED).value
    assert (held["status"] != "active") is mine
    assert stored(sitting.workplace, quarter).deleted is mine
    sitting.end()
    sitting, _ = sent(qtbot, there, other)
    assert stored(sitting.workplace, leader).content == held
    assert stored(sitting.workplace, quarter).deleted is mine
    sitting.end()


def test_returned_there_and_edited_here_is_told_in_words_and_holds(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, central: CentralProcess
) -> None:
    """The second machine had heard neither of the certifying nor of the return when it went on entering."""
    here, first = enrolled(central, tmp_path, clock, "first")
    there, second = enrolled(central, tmp_path, clock, "second")
    province, above = enrolled(central, tmp_path, clock, "province", "50")
    other = second.people[0].id
    sent(qtbot, there, other)[0].end()
    operate((here, first), 0, move(Q2, MoveKind.PROPOSE, nil=True))
    operate((here, first), 1, move(Q2, MoveKind.CERTIFY), synchronise((here, first)))
    operate((province, above), 0, synchronise((province, above)))
    operate((province, above), 0, move(Q2, MoveKind.RETURN, reason="ยังไม่ครบ"), synchronise((province, above)))
    workplace = there.work_as(other)
    group = workplace.do(save_entry, EntryRef(EntityKey("group"), key=Q2), {"name_th": "กลุ่มที่บันทึกระหว่างนั้น"}).ref
    workplace.close()

    sitting, outbox = sent(qtbot, there, other)
    assert outbox.sending.standing.title == "ส่งครบแล้ว เว้นรายการที่ต้องตัดสินใจ"
    told = said(outbox.questions)
    assert "ถูกส่งกลับระหว่างแก้" in [chip.text() for chip in outbox.questions.findChildren(Chip)]
    assert "ชุดรายงานนี้ถูกส่งกลับแก้ไขระหว่างที่เครื่องนี้ยังแก้อยู่โดยไม่ทราบ" in told
    assert "กลุ่มที่บันทึกระหว่างนั้น" in told
    assert not outbox.questions.has_conflicts
    [row] = outbox.rows
    assert row.view.state is SubmissionState.RETURNED
    [(question, _)] = [name for name in outbox.questions.buttons if name[1] is Answer.NOTED]
    press(sitting, outbox.questions.buttons[question, Answer.OPEN])
    assert sitting.window.current == "entry"
    sitting.open(None, "outbox")
    press(sitting, outbox.questions.buttons[question, Answer.NOTED])
    assert outbox.questions.isHidden()
    held = stored(sitting.workplace, group).content
    sitting.end()
    sitting, outbox = sent(qtbot, here, first.people[0].id)
    assert stored(sitting.workplace, group).content == held
    assert outbox.questions.isHidden()
    sitting.end()


def decide(sitting: Sitting, screen: ConflictScreen, *, mine: bool) -> None:
    """The entry in front: its sentence, and the wanted side."""
    sheet = screen.sheet
    if isinstance(sheet, DeletionSheet):
        assert "ลบ" in said(screen)
        assert "4,917" in said(sheet)
        press(sitting, sheet.options[mine].ring)
    else:
        assert isinstance(sheet, ConflictSheet)
        assert "เครื่องหนึ่งบันทึกว่ารายการนี้สิ้นสุดแล้ว" in said(screen)
        ended, confirmed = (sheet.options[LEADER_MARK, side].text.full_text() for side in (Side.MINE, Side.THEIRS))
        assert (ended, confirmed) == ("สิ้นสุดแล้ว · ลาออก · 18 มี.ค. 2561", "ยืนยันแล้ว")
        assert "รวมให้แล้ว" not in said(sheet)  # the reason, the state and the day go with the mark
        press(sitting, sheet.options[LEADER_MARK, Side.MINE if mine else Side.THEIRS].ring)
    press(sitting, screen.save)
