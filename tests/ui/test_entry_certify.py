"""From the officer's proposal to the head's certification, through the real screen and the real store."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import HEAD, OFFICER, PASSWORD, Office, Sitting, add_groups, enrolled_office, key_of
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import MoveKind, ReviewComment, SubmissionState
from cdd_desktop.forms.definition import to_plain
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_review import answer_of, read_review
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.paths import profile
from cdd_desktop.store.rows import PublishedRow
from cdd_desktop.store.submission_rows import CertificationRow
from cdd_desktop.ui.theme import Tone

Q2 = key_of("saving_group", "2561-q2")

QUARTER = {
    "data_as_of": "2018-02-28",
    "members_male": 82,
    "members_female": 125,
    "saving_balance": 128_430_000,
    "cash_bank": 20_133_000,
    "borrowers": 44,
    "loan_outstanding": 100_000_000,
    "overdue_borrowers": 0,
    "overdue_amount": 0,
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three groups, their quarter entered but for one box of the last."""
    folder = tmp_path_factory.mktemp("office")
    workplace = enrolled_office(folder, FixedClock(DEMO_NOW)).work_as()
    for number, group in enumerate(add_groups(workplace)):
        ref = EntryRef(EntityKey("quarter"), Q2, None, group.record_id)
        workplace.do(save_entry, ref, {**QUARTER, "members_male": 80 + number})
    workplace.do(save_entry, workplace_first(workplace), {"cash_bank": None})
    workplace.close()
    return folder


def workplace_first(workplace: object) -> EntryRef:
    item = workplace.read(read_worklist, Q2).items[0]  # type: ignore[attr-defined]
    return EntryRef(item.entity, Q2, item.record_id, item.register_id)


@pytest.fixture
def office(template: Path, tmp_path: Path, clock: FixedClock) -> Office:
    shutil.copytree(template, tmp_path / "data")
    return Office(profile("test", tmp_path / "data"), clock)


Sit = Callable[..., Sitting]


@pytest.fixture
def sit(qtbot: QtBot, office: Office) -> Iterator[Sit]:
    """Sits somebody down at the program; one after the other, and everybody gets up at the end."""
    sittings: list[Sitting] = []

    def begin(person: str = OFFICER) -> Sitting:
        if sittings:
            sittings.pop().end()
        sittings.append(Sitting(qtbot, office, person))
        return sittings[-1]

    yield begin
    for sitting in sittings:
        sitting.end()


def state(sitting: Sitting) -> SubmissionState:
    return sitting.workplace.read(check_submission, Q2).submission.state


def test_officer_mends_what_is_listed_and_proposes(sit: Sit) -> None:
    sitting = sit()
    sitting.open(Q2, "certify")
    certify = sitting.certify
    assert not certify.moves[MoveKind.PROPOSE].isEnabled()
    row, blocking = certify.rows[0]
    assert blocking.path == "cash_bank"
    assert "เงินสดและเงินฝากธนาคาร" in blocking.sentence
    row.activated.emit()
    sitting.idle()
    assert sitting.window.current == "entry"
    assert sitting.entry.panel.form.current_key() == "cash_bank"
    sitting.keys("201330")
    sitting.leave_box()
    sitting.saved()
    sitting.open(Q2, "certify")
    assert not certify.problems.isVisible()
    certify.moves[MoveKind.PROPOSE].click()
    sitting.idle()
    assert state(sitting) is SubmissionState.PROPOSED
    assert "สมศรี" in certify.banner.text()
    sitting.open(Q2)
    assert not sitting.entry.draft.editable
    assert "เสนอแล้ว" in sitting.entry.panel.banner.text()
    sitting.open(Q2, "certify")
    certify.moves[MoveKind.TAKE_BACK].click()
    sitting.idle()
    assert state(sitting) is SubmissionState.DRAFT


@pytest.fixture
def proposed(office: Office) -> Office:
    workplace = office.work_as()
    workplace.do(save_entry, workplace_first(workplace), {"cash_bank": 20_133_000})
    workplace.do(move_submission, Q2, MoveKind.PROPOSE)
    workplace.close()
    return office


def test_head_certifies_with_own_password(sit: Sit, proposed: Office) -> None:
    sitting = sit(HEAD)
    sitting.open(Q2, "certify")
    certify = sitting.certify
    assert certify.entries.model.rowCount() == 3
    certify.moves[MoveKind.CERTIFY].click()
    dialog = certify.dialog
    assert dialog is not None
    assert not dialog.certify.isEnabled()
    dialog.password.setText("not-the-password")
    dialog.certify.click()
    sitting.idle()
    assert state(sitting) is SubmissionState.PROPOSED
    assert dialog.message.full_text()
    assert dialog.isVisible()
    dialog.password.setText(PASSWORD)
    dialog.certify.click()
    sitting.idle()
    assert state(sitting) is SubmissionState.CERTIFIED
    assert "รับรองแล้ว" in certify.banner.text()
    sitting.answer("แก้ตัวเลขเงินกู้")
    certify.moves[MoveKind.REOPEN].click()
    sitting.idle()
    assert state(sitting) is SubmissionState.DRAFT


def test_the_page_scrolls_and_no_list_within_it(sit: Sit, proposed: Office) -> None:
    sitting = sit(HEAD)
    sitting.open(Q2, "certify")
    column, view = sitting.certify.column, sitting.certify.entries.view
    column.setFixedHeight(view.height() // 2)
    sitting.idle()
    assert view.verticalScrollBar().maximum() == 0
    view.setFocus()
    for row in (2, 0, 2):
        index = view.model().index(row, 0)
        view.setCurrentIndex(index)
        shown = view.viewport().mapTo(column.viewport(), view.visualRect(index).center())
        assert column.viewport().rect().contains(shown)


def test_head_returns_with_a_reason_and_the_officer_sees_comments_at_the_box(sit: Sit, proposed: Office) -> None:
    sitting = sit(HEAD)
    sitting.open(Q2, "certify")
    first = workplace_first(sitting.workplace)
    comment = ReviewComment("ตรวจยอดเงินฝากอีกครั้ง", RecordId(str(first.record_id)), "cash_bank")
    third = sitting.workplace.read(read_worklist, Q2).items[2]
    other = ReviewComment("ตรวจจำนวนผู้กู้", RecordId(str(third.record_id)), "borrowers")
    whole = ReviewComment("กลุ่มนี้ยังดำเนินการอยู่หรือไม่", RecordId(str(first.record_id)))
    comments = (comment, whole, other)
    sitting.workplace.do(move_submission, Q2, MoveKind.RETURN, reason="ขอให้ตรวจสอบ", comments=comments)
    sitting.idle()
    assert "ขอให้ตรวจสอบ" in sitting.certify.banner.text()
    officer = sit()
    officer.open(Q2)
    officer.entry.open_item(officer.entry.worklist.items[0])
    officer.idle()
    note = officer.entry.panel.form.boxes["cash_bank"].note
    when = officer.window.desk.words.format_instant(officer.entry.draft.sheet.comments[0].comment.at)
    assert note.text == f"ประเสริฐ มั่นคง, {when}: ตรวจยอดเงินฝากอีกครั้ง"
    assert note.tone is Tone.WARN
    assert officer.entry.panel.form.current_key() == "cash_bank"  # the keyboard is where something is to be done
    assert officer.entry.draft.editable
    _each_can_be_answered(officer, whole.text)
    assert officer.entry.note.text().endswith("ขอให้แก้ 3 ข้อ: ขอให้ตรวจสอบ")
    chips = [(row.chip, row.tone) for row in officer.entry.list.model.rows]
    assert chips == [("ความเห็น 2 ข้อ", Tone.WARN), ("ครบถ้วน", Tone.MUTED), ("ความเห็น 1 ข้อ", Tone.WARN)]
    assert officer.entry.panel.next.text() == "ความเห็นถัดไป ›"  # all is entered, but not all comments are seen
    officer.entry.go_on()
    officer.idle()
    assert officer.entry.draft.sheet.record.id == third.record_id
    assert officer.entry.panel.form.current_key() == "borrowers"
    assert officer.entry.panel.next.text() == "ครบแล้ว ไปเสนอชุดรายงาน ›"
    officer.open(Q2, "certify")
    assert officer.certify.answer.isVisible()
    officer.certify.answer.setText("ตรวจกับสมุดเงินฝากแล้ว ยอดถูกต้อง")
    officer.certify.moves[MoveKind.PROPOSE].click()
    officer.idle()
    assert not officer.certify.answer.isVisible()
    sheet = officer.workplace.read(read_review, Q2)
    assert answer_of(sheet.submission) == "ตรวจกับสมุดเงินฝากแล้ว ยอดถูกต้อง"
    assert sheet.submission.moves[-1].reason == answer_of(sheet.submission)


def _each_can_be_answered(officer: Sitting, of_whole: str) -> None:
    """Below its box; the line for a comment away from any says what it is about."""
    strips = officer.entry.panel.form.strips
    assert dict(strips.places) == {":answer:cash_bank": "cash_bank", ":answer:": ""}
    assert of_whole in strips.by_path[":answer:"].title.full_text()


def test_an_empty_round_is_proposed_as_nil_report_only(sit: Sit) -> None:
    sitting = sit()
    window = next(one for one in sitting.workplace.calendar.windows(2561) if one.dataset == "poverty_fund")
    key = key_of("poverty_fund", window.period)
    sitting.open(key, "certify")
    certify = sitting.certify
    assert certify.nil.isVisible()
    assert not certify.moves[MoveKind.PROPOSE].isEnabled()
    certify.nil.click()
    certify.moves[MoveKind.PROPOSE].click()
    sitting.idle()
    view = sitting.workplace.read(check_submission, key).submission
    assert (view.state, view.nil) == (SubmissionState.PROPOSED, True)
    head = sit(HEAD)
    head.open(key, "certify")
    head.certify.moves[MoveKind.CERTIFY].click()
    assert "รายงานศูนย์" in " ".join(
        label.text() for label in head.certify.dialog.findChildren(type(head.certify.dialog.message))
    )
    head.certify.dialog.password.setText(PASSWORD)
    head.certify.dialog.certify.click()
    head.idle()
    assert head.workplace.read(check_submission, key).submission.state is SubmissionState.CERTIFIED


def test_where_nil_is_not_allowed_the_head_states_in_writing_that_the_register_is_empty(
    sit: Sit, office: Office
) -> None:
    workplace = office.work_as()
    window = next(one for one in workplace.calendar.windows(2561) if one.dataset == "poverty_fund")
    strict = {**to_plain(workplace.catalogue.newest("poverty_fund")), "version": 2, "nil_allowed": False}
    with workplace.store.write() as session:
        text = json.dumps(strict, ensure_ascii=False)
        session.add(PublishedRow(kind="definition", name="poverty_fund-2", text=text, arrived_at=office.clock.now()))
    workplace.close()
    key = key_of("poverty_fund", window.period)
    officer = sit()
    officer.open(key, "certify")
    assert not officer.certify.nil.isVisible()
    officer.certify.moves[MoveKind.PROPOSE].click()
    officer.idle()
    head = sit(HEAD)
    head.open(key, "certify")
    head.certify.moves[MoveKind.CERTIFY].click()
    dialog = head.certify.dialog
    assert dialog.statement.isVisible()
    dialog.password.setText(PASSWORD)
    assert not dialog.certify.isEnabled()
    dialog.activateWindow()
    dialog.statement.setFocus()
    head.qtbot.waitUntil(dialog.statement.hasFocus)
    head.keys("สำรวจแล้วทุกหมู่บ้าน ไม่มีโครงการ กข.คจ. ในอำเภอ")
    assert dialog.certify.isEnabled()
    dialog.certify.click()
    head.idle()
    view = head.workplace.read(check_submission, key).submission
    assert (view.state, view.nil) == (SubmissionState.CERTIFIED, False)
    with head.workplace.store.read() as session:
        assert session.scalars(select(CertificationRow.statement)).all() == [
            "สำรวจแล้วทุกหมู่บ้าน ไม่มีโครงการ กข.คจ. ในอำเภอ"
        ]
