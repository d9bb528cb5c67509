"""A report on its way: the sync screen says how much of it has been answered, and that a returned one goes again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from demo_day import DEMO_NOW
from entry_office import Sitting, add_groups, enrolled_office, key_of
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.apply_receipt import apply_receipt
from cdd_desktop.operations.claim_batch import claim_batch
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.sync.outcome import SyncProgress, SyncStep
from cdd_desktop.sync.protocol import Batch, Receipt, Result
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.outbox.ways import Mark, UnderWay, WayRow
from cdd_desktop.ui.sync_service import SyncStatus

SAVINGS = key_of("saving_group", "2561-q2")


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    """Three groups, each with an entry in the quarter; central has the groups."""
    opened = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)))
    groups = add_groups(opened.workplace)
    opened.workplace.do(answered, 3)
    for group in groups:
        entry = EntryRef(EntityKey("quarter"), SAVINGS, None, group.record_id)
        opened.workplace.do(save_entry, entry, {"members_male": 84})
    opened.open(None, "outbox")
    yield opened
    opened.end()


def answered(work: Work, records: int) -> Changes:
    """Central has taken the oldest records that wait."""
    claimed, touched = claim_batch(work, limit=records), Touched()
    assert claimed is not None
    changes = [change for group in msgspec.json.decode(claimed.body, type=Batch).groups for change in group.changes]
    results = [Result(n=change.n, status="stored", rev=1) for change in changes]
    receipt = Receipt(no=f"2561-{changes[0].n:07}", batch=claimed.id, received_at=work.now.isoformat(), results=results)
    apply_receipt(work, msgspec.json.encode(receipt), claimed.id, epoch="", touched=touched)
    return touched.changes()


def outbox(sitting: Sitting) -> OutboxScreen:
    screen = sitting.window.screen_named("outbox")
    assert isinstance(screen, OutboxScreen)
    return screen


def sent_step(sitting: Sitting) -> tuple[str, Mark]:
    sitting.idle()
    [row] = outbox(sitting).rows
    return row.steps[2].note, row.steps[2].mark


def test_a_row_says_how_much_of_it_central_has_answered(sitting: Sitting) -> None:
    sync = sitting.program.sync
    assert sent_step(sitting) == ("รอส่ง 3", Mark.NOW)
    sync.changed.emit(SyncStatus(running=True))
    assert sent_step(sitting) == ("กำลังส่ง", Mark.NOW)
    sitting.workplace.do(answered, 1)
    assert sent_step(sitting) == ("กำลังส่ง 33%", Mark.NOW)
    sync.changed.emit(SyncStatus(running=True, progress=SyncProgress(SyncStep.SENDING, sent=1, total=3)))
    sitting.workplace.do(answered, 1)
    assert sent_step(sitting) == ("กำลังส่ง 66%", Mark.NOW)
    sync.changed.emit(SyncStatus())
    assert sent_step(sitting) == ("รอส่ง 1", Mark.NOW)
    sync.changed.emit(SyncStatus(running=True))
    assert sent_step(sitting) == ("กำลังส่ง", Mark.NOW)
    sitting.workplace.do(answered, 1)
    sync.changed.emit(SyncStatus())
    assert sent_step(sitting) == ("ร่างถึงส่วนกลางแล้ว", Mark.DONE)


def test_a_returned_report_goes_again_and_its_receipt_is_of_the_earlier_one(sitting: Sitting) -> None:
    [row] = outbox(sitting).rows
    received = replace(row.view, pending=0, received_at=DEMO_NOW, receipt_no="2561-0000007")
    at_rest = UnderWay(running=False, waiting=False)
    for state, told in (
        (SubmissionState.CERTIFIED, [("18 มี.ค. 2561 08:40 น.", Mark.DONE), ("ใบรับ 2561-0000007", Mark.RECEIVED)]),
        (SubmissionState.RETURNED, [("ต้องส่งใหม่อีกครั้ง", Mark.OPEN), ("ใบเดิม 2561-0000007", Mark.OPEN)]),
    ):
        shown = WayRow(replace(received, state=state), sitting.program.desk.words, at_rest, compact=False)
        assert [(step.note, step.mark) for step in shown.steps[2:]] == told
