"""The dashboard's figures: definitions one by one, and sums against counting again by hand."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.domain.fact import SubmissionFact
from cdd_desktop.domain.submission import Progress, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.domain.unit import Unit
from cdd_desktop.geography import geography
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.reports.completeness import Measures, Share, measure, total
from cdd_desktop.reports.dashboard import (
    CellState,
    Dashboard,
    Duty,
    Figures,
    begun,
    build_dashboard,
    by_name,
    cell_state,
    narrow,
    quarter_shown,
)

CALENDAR = load_calendar()
WINDOWS = CALENDAR.windows(2561)
Q1 = CALENDAR.window("saving_group", "2561-q1")  # due 20 December 2017
START = date(2017, 10, 1)
S, V, C = SubmissionState, Verdict, CellState
NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)


def fact(
    state: SubmissionState = S.CERTIFIED,
    verdict: Verdict | None = V.ON_TIME,
    key: SubmissionKey | None = None,
    *,
    nil: bool = False,
    progress: Progress | None = None,
) -> SubmissionFact:
    """A fact that is received exactly when it has a verdict."""
    key = key or SubmissionKey(UnitCode("5007"), Q1.dataset, Q1.period)
    at = NOW if verdict else None
    return SubmissionFact(key, state, verdict is not None, nil, verdict, at, at, progress or Progress())


@pytest.mark.parametrize(
    ("known", "today", "state"),
    [
        (None, date(2017, 11, 30), C.NOT_DUE),
        (None, date(2017, 12, 1), C.OPEN),
        (None, date(2017, 12, 20), C.OPEN),
        (None, date(2017, 12, 21), C.MISSING),
        (fact(S.CERTIFIED, None), date(2017, 12, 21), C.MISSING),
        (fact(S.DRAFT, None), date(2017, 12, 10), C.OPEN),
        (fact(), date(2017, 12, 21), C.WAITING),
        (fact(), date(2017, 12, 10), C.WAITING),
        (fact(verdict=V.FINISHED_ON_TIME), date(2017, 12, 25), C.FINISHED_ON_TIME),
        (fact(verdict=V.LATE), date(2017, 12, 25), C.RECEIVED_LATE),
        (fact(S.RETURNED), date(2017, 12, 25), C.RETURNED),
        (fact(S.PROPOSED), date(2017, 12, 25), C.RETURNED),
        (fact(S.ACCEPTED, V.LATE), date(2017, 12, 25), C.ACCEPTED),
        (fact(S.APPROVED), date(2017, 12, 25), C.APPROVED),
    ],
)
def test_state_of_a_cell(known: SubmissionFact | None, today: date, state: CellState) -> None:
    assert cell_state(Q1, known, START, today) is state


def test_before_the_duty_nothing_is_missing() -> None:
    late_start = Q1.due_on + timedelta(days=1)
    assert cell_state(Q1, None, late_start, date(2018, 3, 18)) is C.BEFORE_DUTY
    assert cell_state(Q1, fact(), late_start, date(2018, 3, 18)) is C.WAITING
    assert measure(Q1, fact(), late_start, date(2018, 3, 18)) == Measures()
    assert measure(Q1, None, Q1.due_on, date(2018, 3, 18)).missing == 1


def test_due_today_is_expected_and_not_yet_missing() -> None:
    assert measure(Q1, None, START, Q1.due_on) == Measures(expected=1)
    assert measure(Q1, None, START, Q1.due_on + timedelta(days=1)) == Measures(expected=1, missing=1)
    assert measure(Q1, None, START, Q1.due_on - timedelta(days=1)) == Measures(open=1)
    assert measure(Q1, fact(), START, Q1.due_on - timedelta(days=1)) == Measures(open=1, early=1)
    assert measure(Q1, None, START, Q1.opens_on - timedelta(days=1)) == Measures()


def test_a_returned_submission_stays_received_with_its_verdict() -> None:
    for state in (S.RETURNED, S.DRAFT, S.PROPOSED):
        found = measure(Q1, fact(state, V.FINISHED_ON_TIME), START, date(2018, 3, 18))
        assert found == Measures(expected=1, received=1, finished_on_time=1, returned=1)


def test_computed_completeness_knows_its_base() -> None:
    based = measure(Q1, fact(progress=Progress(expected=31, done=18)), START, date(2018, 3, 18))
    assert based.computed == Share(18, 31)
    counted = measure(Q1, fact(progress=Progress(expected=0, done=4)), START, date(2018, 3, 18))
    assert (counted.computed.ratio, counted.entries_counted) == (None, 4)
    both = based + counted
    assert (both.computed, both.entries_counted, both.with_entries) == (Share(18, 31), 4, 2)
    assert Share(0, 0).ratio is None
    assert Share(1, 4).ratio == 0.25


UNITS = [
    *geography().districts("50")[:3],
    geography().unit("50"),
    *geography().districts("51")[:2],
    geography().unit("51"),
]
History = tuple[list[Duty], dict[SubmissionKey, SubmissionFact], datetime]


def history_of(seed: int) -> History:
    """Offices, some of what they reported, and the instant somebody asks; the same for the same seed."""
    chance = random.Random(seed)
    duties = [
        Duty(
            unit,
            START + timedelta(days=chance.randint(0, 300)),
            chance.choice([None, NOW - timedelta(days=chance.randint(0, 400))]),
        )
        for unit in UNITS
    ]
    facts = {}
    for duty in duties:
        for window in WINDOWS:
            if window.reported_by(duty.unit.level) and chance.random() < 0.7:
                key = SubmissionKey(duty.unit.code, window.dataset, window.period)
                done = chance.randint(0, 40)
                progress = Progress(expected=chance.choice([0, done + chance.randint(0, 20)]), done=done)
                verdict = chance.choice([None, *V])
                facts[key] = fact(chance.choice(list(S)), verdict, key, nil=chance.random() < 0.2, progress=progress)
    return duties, facts, NOW + timedelta(days=chance.randint(-200, 300))


HISTORIES = st.integers(0, 10**9).map(history_of)


def country() -> Unit:
    return geography().unit("00")


def shown(scope: Unit, duties: list[Duty], facts: dict[SubmissionKey, SubmissionFact], now: datetime) -> Dashboard:
    inside = [duty for duty in duties if scope.covers(duty.unit.code)]
    return build_dashboard(scope, inside, WINDOWS, Figures(facts, now), fiscal_year=2561)


@given(HISTORIES)
def test_figures_against_counting_again(
    history: History,
) -> None:
    duties, facts, now = history
    board = shown(country(), duties, facts, now)
    today = (now + timedelta(hours=7)).date()
    expected, received, on_time, missing, returned = 0, 0, 0, 0, 0
    for duty in duties:
        for window in WINDOWS:
            mine = window.district if len(duty.unit.code) == 4 else window.province
            if not mine or not duty.reports_from <= window.due_on <= today:
                continue
            expected += 1
            known = facts.get(SubmissionKey(duty.unit.code, window.dataset, window.period))
            arrived = known is not None and known.received
            received += arrived
            on_time += known is not None and known.verdict is V.ON_TIME
            missing += not arrived and window.due_on < today
            returned += arrived and known is not None and known.state in (S.NONE, S.DRAFT, S.PROPOSED, S.RETURNED)
    figures = board.measures
    assert (figures.expected, figures.received, figures.missing) == (expected, received, missing)
    assert (figures.on_time, figures.returned) == (on_time, returned)
    assert figures.declared == Share(received, expected)
    assert figures.timely == Share(on_time, expected)


@given(HISTORIES)
def test_parts_add_up_to_the_whole(history: History) -> None:
    board = shown(country(), *history)
    assert board.rolled_up
    assert [row.unit.code for row in board.rows] == ["50", "51"]
    assert [row.offices for row in board.rows] == [4, 3]
    assert total(row.measures for row in board.rows) == board.measures == total(board.column_totals)
    for row in board.rows:
        province = shown(row.unit, *history)
        assert province.measures == row.measures
        assert tuple(cell.measures for cell in row.cells) == province.column_totals
        assert not province.rolled_up
        assert province.rows[0].unit.code == row.unit.code
        for index, cell in enumerate(row.cells):
            assert cell.state in {inner.cells[index].state for inner in province.rows}
            assert (cell.state is C.MISSING) == any(inner.cells[index].state is C.MISSING for inner in province.rows)
    whole = board.measures
    assert whole.received == whole.on_time + whole.finished_on_time + whole.late
    assert whole.received == whole.returned + whole.waiting + whole.accepted + whole.approved
    assert whole.received + whole.missing <= whole.expected
    assert whole.early <= whole.open


@given(HISTORIES, st.integers(1, 4))
def test_narrowed_tables_are_the_tables_of_those_windows(history: History, quarter: int) -> None:
    duties, facts, now = history
    wanted = [window for window in WINDOWS if quarter_shown(window) == quarter]
    narrowed = narrow(shown(country(), duties, facts, now), wanted)
    fresh = build_dashboard(country(), duties, wanted, Figures(facts, now), fiscal_year=2561)
    assert narrowed.rows == fresh.rows
    assert narrowed.measures == fresh.measures
    assert narrowed.column_totals == fresh.column_totals
    assert narrowed.windows == fresh.windows


def test_quarters_shown_cover_the_year_once() -> None:
    counts = [sum(quarter_shown(window) == quarter for window in WINDOWS) for quarter in (1, 2, 3, 4)]
    assert sum(counts) == 27
    assert quarter_shown(CALENDAR.window("otop_sales", "2561-m09")) == 4
    assert quarter_shown(Q1) == 1
    assert begun(Q1, Q1.opens_on)
    assert not begun(Q1, Q1.opens_on - timedelta(days=1))


def test_silence_and_withdrawn_periods() -> None:
    places = geography()
    duties = [
        Duty(places.unit("50"), START, NOW),
        Duty(places.unit("5001"), START, NOW - timedelta(days=7, hours=23)),
        Duty(places.unit("5002"), START, NOW - timedelta(days=12)),
        Duty(places.unit("5003"), START, None),
        Duty(places.unit("5004"), START, NOW + timedelta(days=2)),
    ]
    gone = SubmissionKey(UnitCode("5001"), DatasetKey("saving_group"), PeriodId("2561-q9"))
    other = SubmissionKey(UnitCode("5101"), DatasetKey("saving_group"), PeriodId("2561-q9"))
    facts = {gone: fact(key=gone), other: fact(key=other)}
    board = shown(places.unit("50"), duties, facts, NOW)
    assert [(silence.unit.code, silence.days) for silence in board.silent] == [("5003", None), ("5002", 12)]
    assert board.rows[4].silent_days == 0
    assert board.withdrawn == (gone,)
    assert board.measures.received == 0
    assert (board.offices, board.reporting_offices) == (5, 0)
    assert next(row.unit.name_th for row in by_name(board.rows)) == "จอมทอง"


def test_nil_reports_never_look_like_missing_ones() -> None:
    key = SubmissionKey(UnitCode("5007"), DatasetKey("poverty_fund"), PeriodId("2560-h2"))
    window = CALENDAR.window("poverty_fund", "2560-h2")
    board = build_dashboard(
        geography().unit("5007"),
        [Duty(geography().unit("5007"), date(2017, 1, 1))],
        [window],
        Figures({key: fact(key=key, nil=True)}, NOW),
        fiscal_year=2560,
    )
    cell = board.rows[0].cells[0]
    assert cell.nil
    assert cell.state is C.WAITING
    assert board.measures.nil == 1
