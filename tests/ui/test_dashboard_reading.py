"""Reading the dashboard and a review from a store filled by central's messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sample_supervision import CALENDAR, supervisor

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import MoveKind, ReviewComment, SubmissionKey, SubmissionState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.read_review import read_review
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.periods.expected import expected_windows
from cdd_desktop.reports.completeness import total


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Workplace]:
    with supervisor(tmp_path) as workplace:
        yield workplace


def key(dataset: str, period: str, unit: str = "5007") -> SubmissionKey:
    return SubmissionKey(UnitCode(unit), DatasetKey(dataset), PeriodId(period))


def waiting_key(workplace: Workplace) -> SubmissionKey:
    """A district's submission that is due and waits to be checked."""
    board = workplace.read(read_dashboard)
    cells = [cell for row in board.rows[1:] for cell in row.cells if cell.measures.waiting]
    assert cells[0].key is not None
    return cells[0].key


def test_a_province_sees_itself_and_all_its_districts(province: Workplace) -> None:
    board = province.read(read_dashboard)
    assert [row.unit.code for row in board.rows][:2] == ["50", "5001"]
    assert board.offices == len(board.rows) == 26
    assert board.fiscal_year == 2561
    assert len(board.windows) == 27
    assert board.pulled_at is not None
    from_october = date(2017, 10, 11)
    owed = sum(len(expected_windows(CALENDAR, row.unit.level, from_october, board.today)) for row in board.rows)
    assert board.measures.expected == owed == 26 * 6
    assert total(row.measures for row in board.rows) == board.measures
    assert {silence.unit.code for silence in board.silent} >= {"5003"}


def test_one_district_of_it_and_nothing_outside(province: Workplace) -> None:
    whole = province.read(read_dashboard)
    part = province.read(read_dashboard, 2561, "5007")
    assert [row.unit.code for row in part.rows] == ["5007"]
    assert len(part.windows) == 24
    row = next(row for row in whole.rows if row.unit.code == "5007")
    assert part.measures == row.measures
    for area in ("51", "5101", "00"):
        with pytest.raises(RefusedError) as caught:
            province.read(read_dashboard, 2561, area)
        assert caught.value.code == "area-outside"
    with pytest.raises(BadRequestError):
        province.read(read_dashboard, 2700)
    assert province.read(read_dashboard, 2560).measures.expected == 0


def test_the_country_is_its_provinces(tmp_path: Path) -> None:
    with supervisor(tmp_path, Role.DEPARTMENT, "00") as workplace:
        board = workplace.read(read_dashboard)
        assert board.rolled_up
        assert len(board.rows) == 76
        assert board.offices == 76 + 878
        chiang_mai = next(row for row in board.rows if row.unit.code == "50")
        inside = workplace.read(read_dashboard, 2561, "50")
        assert inside.measures == chiang_mai.measures
        assert inside.scope.level is UnitLevel.PROVINCE
        sheet = workplace.read(read_review, key("saving_group", "2561-q1"))
        assert sheet.submission.state is SubmissionState.ACCEPTED
        assert not sheet.delivered
        assert sheet.entries == ()


def test_a_review_shows_the_frozen_list_with_last_period_beside(province: Workplace) -> None:
    sheet = province.read(read_review, key("otop_sales", "2561-m02"))
    reported = [entry for entry in sheet.entries if entry.mark != "confirmed"]
    assert reported
    assert sheet.entries[: len(reported)] == tuple(reported)
    assert reported[0].reasons
    assert all(entry.previous is not None for entry in reported)
    assert all(entry.title and not entry.title.startswith("ยอดจำหน่าย") for entry in reported)
    assert sheet.submission.state is SubmissionState.RETURNED
    assert sum(len(entry.said) for entry in sheet.entries) == 1
    texts = " ".join(str(value) for entry in sheet.entries for value in entry.content.values())
    assert not re.search(r"\b1009900\d{6}\b", texts)


def test_what_is_not_certified_stays_with_the_office(province: Workplace) -> None:
    sheet = province.read(read_review, key("saving_group", "2561-q2"))
    assert (sheet.delivered, sheet.entries) == (False, ())
    assert sheet.submission.progress.expected == 8
    assert sheet.allowed == frozenset()
    with pytest.raises(RefusedError):
        province.read(read_review, key("saving_group", "2561-q2", "5101"))


def test_accepting_and_sending_back_travel_as_moves(province: Workplace) -> None:
    first = waiting_key(province)
    assert province.read(read_review, first).allowed == {MoveKind.ACCEPT, MoveKind.RETURN}
    changes = province.do(move_submission, first, MoveKind.ACCEPT)
    assert changes.outbox
    accepted = province.read(read_review, first)
    assert accepted.submission.state is SubmissionState.ACCEPTED
    assert accepted.allowed == frozenset()
    second = waiting_key(province)
    assert second != first
    before = province.read(read_dashboard).measures
    comment = ReviewComment("ตรวจยอดอีกครั้ง", None, None)
    province.do(move_submission, second, MoveKind.RETURN, reason="ยอดไม่ตรง", comments=(comment,))
    returned = province.read(read_review, second)
    assert returned.submission.moves[-1].comments == (comment,)
    after = province.read(read_dashboard).measures
    assert after.returned == before.returned + 1
    assert (after.received, after.missing, after.on_time) == (before.received, before.missing, before.on_time)
