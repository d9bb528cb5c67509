"""A submission's whole way through operations alone: entered, proposed, returned, certified, re-opened, reviewed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import msgspec
import pytest
from entry_office import HEAD, OFFICER, Office, enrolled_office, key_of
from sqlalchemy import select
from store_office import Filler, copied

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.domain.record import content_digest
from cdd_desktop.domain.submission import Delivery, MoveKind, ReviewComment, SubmissionKey, SubmissionState
from cdd_desktop.errors import UserError
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.move_submission import explain_group, move_submission
from cdd_desktop.operations.read_agenda import read_agenda, read_calendar, renew_agenda
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef, NextStep, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import ChangeRow, RecordRow
from cdd_desktop.store.submission_rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.sync.protocol import MoveChange

NOW = datetime(2018, 10, 3, 9, 0, tzinfo=BANGKOK)
KEY = key_of("saving_group", "2561-q1")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A district with its registers and the first two quarters of its savings groups."""
    office = enrolled_office(tmp_path_factory.mktemp("template"), FixedClock(NOW))
    desk = office.work_as()
    filler = Filler(desk)
    filler.registers("saving_group", "leader", "organization")
    windows = [window for window in desk.calendar.windows(2561) if window.dataset == "saving_group"]
    filler.report(windows[0])
    filler.report(windows[1])
    desk.close()
    return office


@pytest.fixture
def office(template: Office, tmp_path: Path) -> Office:
    return Office(copied(template, tmp_path).profile, FixedClock(NOW))


@pytest.fixture
def officer(office: Office) -> Iterator[Workplace]:
    workplace = office.work_as(OFFICER)
    yield workplace
    workplace.close()


@pytest.fixture
def head(office: Office) -> Iterator[Workplace]:
    workplace = office.work_as(HEAD)
    yield workplace
    workplace.close()


def code_of(call: Callable[..., object], *arguments: object, **named: object) -> str:
    with pytest.raises(UserError) as refused:
        call(*arguments, **named)
    return refused.value.code


def view(desk: Workplace, key: SubmissionKey = KEY) -> SubmissionView:
    return desk.read(read_worklist, key).submission


def propose(desk: Workplace, key: SubmissionKey = KEY) -> None:
    desk.do(move_submission, key, MoveKind.PROPOSE)


def row_of(work: Work, key: SubmissionKey) -> SubmissionRow:
    row = work.session.get(SubmissionRow, (key.unit, key.dataset, key.period))
    assert row is not None
    return row


def receive(desk: Workplace, key: SubmissionKey = KEY) -> None:
    """What a receipt for the certification leaves behind."""

    def received(work: Work) -> None:
        row = row_of(work, key)
        row.received, row.received_at, row.receipt_no = True, work.now, "2561-0000001"

    desk.do(received)


# --- the way ---------------------------------------------------------------------------------------------------


def test_from_draft_to_certified(officer: Workplace, head: Workplace) -> None:
    assert (view(officer).state, view(officer).next_step) == (SubmissionState.DRAFT, NextStep.CONTINUE)
    check = officer.read(check_submission, KEY)
    assert (check.blocking, check.entries, check.allowed) == ((), 4, frozenset({MoveKind.PROPOSE}))
    propose(officer)
    assert (view(officer).next_step, view(head).next_step) == (NextStep.VIEW, NextStep.CERTIFY)
    item = officer.read(read_worklist, KEY).items[0]
    ref = EntryRef(item.entity, KEY, item.record_id)
    assert code_of(officer.do, save_entry, ref, {"members_male": 1}) == "not-editable"
    head.do(move_submission, KEY, MoveKind.CERTIFY)
    after = view(head)
    assert (after.state, after.certified_at, after.next_step) == (SubmissionState.CERTIFIED, NOW, NextStep.SEND)
    assert (after.delivery, after.progress.expected, after.progress.done) == (Delivery.HERE, 4, 4)
    assert [move.kind for move in after.moves] == [MoveKind.PROPOSE, MoveKind.CERTIFY]


def test_the_frozen_list_is_what_travels(officer: Workplace, head: Workplace) -> None:
    propose(officer)
    head.do(move_submission, KEY, MoveKind.CERTIFY)

    def compare(work: Work) -> None:
        (certification,) = work.session.scalars(select(CertificationRow))
        entries = work.session.scalars(select(CertifiedEntryRow).order_by(CertifiedEntryRow.position)).all()
        assert [entry.entity for entry in entries] == ["quarter"] * 4 + ["group"] * 4
        for entry in entries:
            row = work.session.get(RecordRow, entry.record_id)
            assert row is not None
            assert (entry.content, entry.digest) == (row.content, content_digest(row.content))
        change = work.session.scalars(
            select(ChangeRow).where(ChangeRow.kind == "move").order_by(ChangeRow.n.desc())
        ).first()
        assert change is not None
        sent = msgspec.convert(change.payload, MoveChange)
        assert (sent.move, sent.person) == ("certify", HEAD)
        assert sent.certification is not None
        assert sent.certification.entries == [(entry.record_id, entry.digest, entry.mark) for entry in entries]
        assert sent.certification.id == certification.id
        assert (sent.certification.form_version, sent.certification.today) == (1, "2018-10-03")
        assert sent.certification.schedule_version == certification.schedule_version != ""

    head.read(compare)


def test_later_edits_of_a_register_do_not_reach_the_list(officer: Workplace, head: Workplace) -> None:
    propose(officer)
    head.do(move_submission, KEY, MoveKind.CERTIFY)
    group = officer.read(read_worklist, KEY).register_items[0]
    officer.do(save_entry, EntryRef(group.entity, None, group.record_id), {"name_th": "ชื่อใหม่"})

    def frozen(work: Work) -> str:
        query = select(CertifiedEntryRow.content).where(CertifiedEntryRow.record_id == group.record_id)
        return str(work.session.scalars(query).one()["name_th"])

    assert head.read(frozen) == group.title


def test_rules_read_the_frozen_past(officer: Workplace, head: Workplace) -> None:
    propose(officer)
    head.do(move_submission, KEY, MoveKind.CERTIFY)
    item = officer.read(read_worklist, KEY).items[0]
    certified = officer.read(read_entry, EntryRef(item.entity, KEY, item.record_id)).values["members_male"]

    def meddle(work: Work) -> None:
        row = work.session.get(RecordRow, item.record_id)
        assert row is not None
        row.content = {**row.content, "members_male": 9999}

    officer.do(meddle)
    later = key_of("saving_group", "2561-q2")
    same = next(one for one in officer.read(read_worklist, later).items if one.register_id == item.register_id)
    sheet = officer.read(read_entry, EntryRef(same.entity, later, same.record_id))
    assert sheet.previous["members_male"] == certified


def test_returned_by_the_head_and_proposed_again(officer: Workplace, head: Workplace) -> None:
    propose(officer)
    assert code_of(head.do, move_submission, KEY, MoveKind.RETURN, reason="  ") == "reason-needed"
    head.do(move_submission, KEY, MoveKind.RETURN, reason="ตรวจยอดกลุ่มแรกอีกครั้ง")
    assert (view(officer).state, view(officer).next_step) == (SubmissionState.RETURNED, NextStep.SEE_COMMENTS)
    assert view(officer).moves[-1].reason == "ตรวจยอดกลุ่มแรกอีกครั้ง"
    item = officer.read(read_worklist, KEY).items[0]
    officer.do(save_entry, EntryRef(item.entity, KEY, item.record_id), {"remark": "แก้แล้ว"})
    assert view(officer).state is SubmissionState.RETURNED
    propose(officer)
    assert view(officer).state is SubmissionState.PROPOSED


def test_taken_back_and_reopened(officer: Workplace, head: Workplace) -> None:
    propose(officer)
    officer.do(move_submission, KEY, MoveKind.TAKE_BACK)
    assert view(officer).state is SubmissionState.DRAFT
    propose(officer)
    head.do(move_submission, KEY, MoveKind.CERTIFY)
    head.do(move_submission, KEY, MoveKind.REOPEN, reason="ลืมหนึ่งกลุ่ม")
    assert (view(head).state, view(head).certified_at) == (SubmissionState.DRAFT, None)

    def in_force(work: Work) -> str:
        return row_of(work, KEY).certification_id

    assert head.read(in_force) == ""


def test_once_received_it_is_not_reopened(officer: Workplace, head: Workplace) -> None:
    propose(officer)
    head.do(move_submission, KEY, MoveKind.CERTIFY)
    receive(head)
    assert code_of(head.do, move_submission, KEY, MoveKind.REOPEN, reason="x") == "move-not-allowed"
    assert view(head).next_step is NextStep.VIEW


def test_moves_are_for_their_people(officer: Workplace, head: Workplace) -> None:
    assert code_of(head.do, move_submission, KEY, MoveKind.PROPOSE) == "move-not-allowed"
    propose(officer)
    assert code_of(officer.do, move_submission, KEY, MoveKind.CERTIFY) == "move-not-allowed"
    assert code_of(head.do, move_submission, KEY, MoveKind.ACCEPT) == "move-not-allowed"


# --- what stops it -------------------------------------------------------------------------------------------


def test_an_entry_left_out_stops_it(officer: Workplace) -> None:
    later = key_of("saving_group", "2561-q3")
    check = officer.read(check_submission, later)
    assert len(check.blocking) == 4
    assert len({issue.rule for issue in check.blocking}) == 1
    assert all(issue.record_id in check.titles for issue in check.blocking)
    assert code_of(officer.do, move_submission, later, MoveKind.PROPOSE) == "submission-blocked"


def test_a_raw_value_stops_it(officer: Workplace, head: Workplace) -> None:
    item = officer.read(read_worklist, KEY).items[0]
    officer.do(save_entry, EntryRef(item.entity, KEY, item.record_id), {":raw:members_male": "สิบ"})
    (issue, *_) = officer.read(check_submission, KEY).blocking
    assert (issue.code, issue.record_id, issue.paths) == ("not-a-value", item.record_id, ("members_male",))
    assert code_of(officer.do, move_submission, KEY, MoveKind.PROPOSE) == "submission-blocked"


def test_warnings_of_groups_want_a_written_reason(officer: Workplace, head: Workplace) -> None:
    key = key_of("leader", "2561-r1")
    blocking = officer.read(check_submission, key).blocking
    assert {issue.level for issue in blocking} == {IssueLevel.WARNING}
    for issue in blocking:
        officer.do(explain_group, key, issue.rule, issue.group, "ยังไม่ได้คัดเลือก")
    assert officer.read(check_submission, key).blocking == ()
    propose(officer, key)
    head.do(move_submission, key, MoveKind.CERTIFY)

    def sent(work: Work) -> MoveChange:
        change = work.session.scalars(select(ChangeRow).order_by(ChangeRow.n.desc())).first()
        assert change is not None
        return msgspec.convert(change.payload, MoveChange)

    certification = head.read(sent).certification
    assert certification is not None
    assert certification.reasons == {f"{issue.rule}|{issue.group}": "ยังไม่ได้คัดเลือก" for issue in blocking}
    assert len(certification.entries) == 6


def test_nothing_is_reported_only_in_so_many_words(officer: Workplace, head: Workplace) -> None:
    key = key_of("fund_institute", "2561-r1")  # the office has no institute
    check = officer.read(check_submission, key)
    assert (check.empty, check.nil_possible, check.blocking) == (True, True, ())
    assert code_of(officer.do, move_submission, key, MoveKind.PROPOSE) == "nil-needed"
    assert code_of(officer.do, move_submission, KEY, MoveKind.PROPOSE, nil=True) == "nil-not-possible"
    officer.do(move_submission, key, MoveKind.PROPOSE, nil=True)
    assert view(head, key).nil
    head.do(move_submission, key, MoveKind.CERTIFY)
    assert (view(head, key).state, view(head, key).nil) == (SubmissionState.CERTIFIED, True)


def test_beginning_to_enter_takes_the_nil_report_back(officer: Workplace) -> None:
    key = key_of("fund_institute", "2561-r1")
    officer.do(move_submission, key, MoveKind.PROPOSE, nil=True)
    officer.do(move_submission, key, MoveKind.TAKE_BACK)
    assert not view(officer, key).nil


def test_a_summary_that_is_missing_stops_a_province(tmp_path: Path) -> None:
    office = enrolled_office(tmp_path, FixedClock(NOW), unit="50")
    officer, key = office.work_as(OFFICER), key_of("mother_fund_health", "2561-r1", "50")
    assert [issue.rule for issue in officer.read(check_submission, key).blocking] == ["r11_summary"]
    (item,) = officer.read(read_worklist, key).items
    saved = officer.do(save_entry, EntryRef(item.entity, key), {"comment_th": "ยังไม่มีอำเภอใดส่ง"})
    values = officer.read(read_entry, saved.ref).values
    assert (values["districts_received"], values["districts_expected"], values["funds_checked"]) == (0, 25, 0)
    assert [issue.rule for issue in officer.read(check_submission, key).blocking] == ["r11_districts"]
    officer.close()


# --- the reviewer --------------------------------------------------------------------------------------------


def test_a_province_reviews_a_district(tmp_path: Path) -> None:
    office = enrolled_office(tmp_path, FixedClock(NOW), unit="50")
    reviewer, chief = office.work_as(OFFICER), office.work_as(HEAD)

    def pulled(work: Work) -> None:
        place = {"unit": KEY.unit, "dataset": KEY.dataset, "period": KEY.period}
        work.session.add(
            SubmissionRow(**place, state="certified", delivery="received", received=True, received_at=NOW, rev=5)
        )

    reviewer.do(pulled)
    comment = ReviewComment("ยอดไม่ตรงสมุด", None, "members_male")
    assert code_of(chief.do, move_submission, KEY, MoveKind.ACCEPT) == "move-not-allowed"
    reviewer.do(move_submission, KEY, MoveKind.ACCEPT)
    assert code_of(reviewer.do, move_submission, KEY, MoveKind.APPROVE) == "move-not-allowed"
    chief.do(move_submission, KEY, MoveKind.RETURN, comments=[comment])

    def sent(work: Work) -> list[MoveChange]:
        rows = work.session.scalars(select(ChangeRow).where(ChangeRow.kind == "move").order_by(ChangeRow.n))
        return [msgspec.convert(row.payload, MoveChange) for row in rows]

    accepted, returned = reviewer.read(sent)
    assert (accepted.move, accepted.base) == ("accept", 5)
    assert returned.comments == [("", "members_male", "ยอดไม่ตรงสมุด")]
    reviewer.close()
    chief.close()


# --- the agenda ----------------------------------------------------------------------------------------------


def test_the_agenda_of_the_first_day(tmp_path: Path, clock: FixedClock) -> None:
    office = enrolled_office(tmp_path, clock)  # 18 March 2018
    desk = office.work_as()
    agenda = desk.read(read_agenda)
    assert (agenda.today.isoformat(), agenda.fiscal_year, len(agenda.year)) == ("2018-03-18", 2561, 24)
    keys = [(item.key.dataset, item.key.period) for item in agenda.items]
    assert keys[0] == ("otop_sales", "2560-m09")  # last year's, due on 10 October: overdue the longest
    assert ("saving_group", "2561-q2") in keys
    assert ("mother_fund_health", "2561-r1") in keys  # opens on 1 April, within 45 days
    assert ("otop_sales", "2561-m05") not in keys
    assert all(not item.voluntary for item in agenda.items)
    assert [item.window.due_on for item in agenda.items] == sorted(item.window.due_on for item in agenda.items)
    assert [item.key for item in desk.read(read_calendar, 2561)] == [item.key for item in agenda.year]
    desk.close()


def test_what_is_returned_comes_first(officer: Workplace, head: Workplace) -> None:
    later = key_of("saving_group", "2561-q2")
    propose(officer, later)
    head.do(move_submission, later, MoveKind.RETURN, reason="ตรวจอีกครั้ง")
    agenda = officer.read(read_agenda)
    assert agenda.items[0].key == later
    assert agenda.items[0].next_step is NextStep.SEE_COMMENTS
    assert agenda.pending_changes > 0


def test_a_received_submission_leaves_the_overdue(officer: Workplace, head: Workplace) -> None:
    propose(officer)
    head.do(move_submission, KEY, MoveKind.CERTIFY)
    assert KEY in {item.key for item in officer.read(read_agenda).items}
    receive(head)
    assert KEY not in {item.key for item in officer.read(read_agenda).items}


def test_unknown_words_are_bad_requests(officer: Workplace) -> None:
    for key, code in [
        (key_of("nothing", "2561-q1"), "dataset-unknown"),
        (key_of("saving_group", "2561-r1"), "period-unknown"),
        (key_of("saving_group", "nonsense"), "period-unknown"),
        (key_of("volunteer_anniversary", "2561-r1"), "dataset-not-reported"),
    ]:
        assert code_of(officer.read, read_worklist, key) == code
    assert officer.read(read_worklist, KEY).entity == EntityKey("quarter")


# --- the agenda meanwhile --------------------------------------------------------------------------------------


def test_an_agenda_renewed_after_each_change_is_the_one_read_whole(officer: Workplace, head: Workplace) -> None:
    second, agenda = key_of("saving_group", "2561-q2"), officer.read(read_agenda)

    def save(key: SubmissionKey, figure: int) -> None:
        item = officer.read(read_worklist, key).items[0]
        officer.do(save_entry, EntryRef(item.entity, key, item.record_id), {"members_male": figure})

    for touched, step in (
        (second, partial(save, second, 900)),
        (KEY, partial(propose, officer)),
        (KEY, partial(head.do, move_submission, KEY, MoveKind.RETURN, reason="ตรวจยอดอีกครั้ง")),
        (KEY, partial(save, KEY, 901)),
        (KEY, partial(propose, officer)),
        (KEY, partial(head.do, move_submission, KEY, MoveKind.CERTIFY)),
        (KEY, partial(receive, officer)),
        (second, partial(propose, officer, second)),
    ):
        step()
        renewed, agenda = officer.read(renew_agenda, agenda, frozenset({touched})), officer.read(read_agenda)
        assert renewed == agenda
    held = {one.key: one for one in (*agenda.items, *agenda.year)}
    assert {key: officer.read(view_of, key) for key in held} == held
