"""What the tour does on the ways to central: sending, sticks, backups, and where two machines met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from cdd_desktop.domain.record import MARK, Content, MarkState
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, PeriodId
from cdd_desktop.operations.apply_receipt import apply_receipt
from cdd_desktop.operations.claim_batch import LIMIT, claim_batch
from cdd_desktop.operations.contact import note_contact
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.read_conflicts import read_conflicts
from cdd_desktop.operations.read_worklist import read_registers, read_worklist
from cdd_desktop.operations.slots import people_on
from cdd_desktop.operations.touched import Touched
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.sync.outcome import SyncOutcome, SyncProgress, SyncStep
from cdd_desktop.sync.protocol import AnyChange, Batch, Change, Receipt, Result
from cdd_desktop.ui.backup_button import BackupButton
from cdd_desktop.ui.drives import Drive
from cdd_desktop.ui.entry.conflict.screen import ConflictScreen
from cdd_desktop.ui.entry.conflict.sheet import ConflictSheet
from cdd_desktop.ui.outbox.screen import OutboxScreen
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.sync_service import SyncStatus
from cdd_desktop.ui.tour_camera import close_dialogs

_CONTESTED = 3
_ANSWERED = 3  # records of the first report on its way


def no_line(program: Program) -> None:
    """Sending while central does not answer; the tour's central has ended before it begins."""
    program.window.open("outbox")
    program.tasks.wait_until_idle()
    program.sync.start()


def sending(program: Program) -> None:
    """In the middle of a slow line, as the contact under way tells it."""
    program.window.open("outbox")
    program.tasks.wait_until_idle()
    told = SyncProgress(SyncStep.SENDING, batch=7, sent=598, total=935, batches=11, seconds_left=210.0)
    status = SyncStatus(running=True, progress=told, speed=9_200.0)
    program.sync.changed.emit(status)
    program.desk.workplace.do(_answered, "", lambda _change: {}, limit=_ANSWERED)
    program.tasks.wait_until_idle()
    program.sync.changed.emit(status)


def refused(program: Program) -> None:
    """Central does not know the machine any more: a new enrolment is wanted."""
    program.desk.workplace.do(note_contact, "login-refused", {"sent": 0, "received": 0, "left": 0})
    program.window.open("outbox")
    program.tasks.wait_until_idle()
    program.sync.changed.emit(SyncStatus(outcome=SyncOutcome("login-refused", {})))


def question(program: Program) -> None:
    """Another machine of the office changed the same boxes, and central asks."""
    colleague = people_on(program.desk.profile)[-1].id
    program.desk.workplace.do(_disagree, colleague)
    program.window.open("outbox")


def _disagree(work: Work, colleague: str) -> Changes:
    """Other amounts in the first entries of what is sent."""
    told: list[Content] = []

    def answer(change: AnyChange) -> Content:
        contested = 2 if not told else 1 if len(told) < _CONTESTED else 0
        amounts = [(path, value) for path, value in _amounts(change).items() if value > 1_000][:contested]
        told.append({path: value + 15_000 for path, value in amounts})
        return told[-1]

    return _answered(work, colleague, answer)


def _answered(work: Work, colleague: str, theirs_of: Callable[[AnyChange], Content], limit: int = LIMIT) -> Changes:
    """Central's receipt for the next batch; a change for which there are values of a colleague's is in conflict."""
    claimed, touched = claim_batch(work, limit=limit), Touched()
    if claimed is None:
        return touched.changes()
    batch = msgspec.json.decode(claimed.body, type=Batch)
    results: list[Result] = []
    at = (work.now - timedelta(hours=17, minutes=20)).isoformat()
    for change in (change for group in batch.groups for change in group.changes):
        theirs = theirs_of(change)
        deleted = isinstance(change, Change) and change.deleted
        told = Result(n=change.n, status="stored", rev=2)
        if theirs:
            code, fields = "edited-elsewhere" if deleted else "same-fields", sorted(theirs)
            told = Result(n=change.n, status="conflict", rev=2, code=code, fields=fields, theirs=dict(theirs))
            told = msgspec.structs.replace(told, by=[(colleague, at, fields)])
        results.append(told)
    receipt = Receipt(no=f"2561-{len(results):07}", batch=claimed.id, received_at=work.now.isoformat(), results=results)
    apply_receipt(work, msgspec.json.encode(receipt), claimed.id, epoch="", touched=touched)
    return touched.changes()


def _amounts(change: object) -> dict[str, int]:
    patch = change.patch if isinstance(change, Change) else {}
    return {path: value for path, value in sorted(patch.items()) if isinstance(value, int)}


def backup(program: Program) -> None:
    """An officer is about to back up to the stick that is plugged in."""
    program.desk.drives = lambda: (Drive("KINGSTON (E:)", Path("E:/"), 7_300_000_000),)
    program.window.open("outbox")
    program.tasks.wait_until_idle()
    for button in program.window.screen_named("outbox").findChildren(BackupButton):
        button.click()


def stick(button: str) -> Callable[[Program], None]:
    """The stick is plugged in, and a button of the card about sticks was pressed."""

    def act(program: Program) -> None:
        stick = program.desk.profile.folder / "KINGSTON"
        stick.mkdir(exist_ok=True)
        program.desk.drives = lambda: (Drive("KINGSTON (E:)", stick, 7_300_000_000),)
        program.window.open("outbox")
        program.tasks.wait_until_idle()
        screen = program.window.screen_named("outbox")
        if isinstance(screen, OutboxScreen):
            getattr(screen.stick, button).click()

    return act


def on_stick(program: Program) -> None:
    """The file lies on the stick; what to do with it is said."""
    stick("save")(program)
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("outbox")
    if isinstance(screen, OutboxScreen) and screen.stick.dialog is not None:
        screen.stick.dialog.buttons[0].click()


def on_usb(program: Program) -> None:
    """The sync screen while the receipt is awaited."""
    on_stick(program)
    program.tasks.wait_until_idle()
    close_dialogs()


def conflict(program: Program) -> None:
    """The same entries, one of them half decided."""
    program.window.open("conflict")
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("conflict")
    if isinstance(screen, ConflictScreen) and isinstance(screen.sheet, ConflictSheet):
        next(iter(screen.sheet.options.values())).ring.click()


def ended(program: Program) -> None:
    """A leader ended here, whom a colleague has confirmed."""
    workplace = program.desk.workplace
    key = SubmissionKey(workplace.unit.code, DatasetKey("leader"), PeriodId("2561-r1"))
    leaders = workplace.read(read_registers, key.dataset)
    if leaders:
        ref = EntryRef(leaders[-1].entity, key, leaders[-1].record_id)
        mark = MARK + key.period
        _meet(program, (mark_entry, ref, MarkState.ENDED, "resigned"), {mark: MarkState.CONFIRMED.value})


def deleted(program: Program) -> None:
    """An entry of the quarter deleted here, in which a colleague went on."""
    workplace = program.desk.workplace
    key = SubmissionKey(workplace.unit.code, DatasetKey("saving_group"), PeriodId("2561-q2"))
    entered = [item for item in workplace.read(read_worklist, key).items if item.register_id != item.record_id]
    records = [item.record_id for item in entered if item.record_id is not None]
    if records:
        _meet(program, (delete_draft, records[-1]), {"members_male": 91, "saving_balance": 12_843_000_00})


def _meet(program: Program, deed: tuple[Any, ...], theirs: Content) -> None:
    """Everything else has its receipt; the deed meets what a colleague did, and the question is open."""
    workplace = program.desk.workplace
    colleague = people_on(program.desk.profile)[-1].id
    while workplace.do(_answered, colleague, lambda _change: {}).outbox:
        pass
    workplace.do(*deed)
    workplace.do(_answered, colleague, lambda _change: theirs)
    asked = [one for one in workplace.read(read_conflicts) if theirs.keys() == one.question.theirs.keys()]
    program.window.open("conflict", asked[-1].question.record_id if asked else None)


def conflict_all(program: Program) -> None:
    """One side for all of them: the list of what stays comes first."""
    conflict(program)
    screen = program.window.screen_named("conflict")
    if isinstance(screen, ConflictScreen) and not screen.all_mine.isHidden():
        screen.all_mine.click()
