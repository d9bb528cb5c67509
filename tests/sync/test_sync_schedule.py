"""Back-off: doubling, capped, spread, never sooner than central asked."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.sync.schedule import Attempts, backoff_seconds

NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)


def test_it_doubles_from_a_second_to_a_quarter_of_an_hour():
    assert [backoff_seconds(n, 0.5) for n in (1, 2, 3, 10, 11, 99)] == [1, 2, 4, 512, 900, 900]


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_it_is_spread_by_half_either_way(failures, chance):
    middle = backoff_seconds(failures, 0.5)
    assert 0.5 * middle <= backoff_seconds(failures, chance) <= 1.5 * middle
    assert backoff_seconds(failures, chance) <= 1350


def test_failures_add_up_and_a_success_forgets_them():
    attempts = Attempts().failed(NOW, 0.5).failed(NOW, 0.5)
    assert attempts == Attempts(failures=2, next_at=NOW + timedelta(seconds=2))
    assert attempts.succeeded(NOW, timedelta(minutes=5)) == Attempts(0, NOW + timedelta(minutes=5))


def test_a_line_that_carried_something_is_tried_soon_again():
    tired = Attempts(failures=9).failed(NOW, 0.5, got_on=True)
    assert tired == Attempts(failures=1, next_at=NOW + timedelta(seconds=1))
    assert tired.failed(NOW, 0.5) == Attempts(failures=2, next_at=NOW + timedelta(seconds=2))


def test_central_may_ask_to_come_later_but_not_sooner():
    assert Attempts().failed(NOW, 0.0, retry_after=30).next_at == NOW + timedelta(seconds=30)
    tired = Attempts(failures=20).failed(NOW, 0.5, retry_after=30)
    assert tired.next_at == NOW + timedelta(seconds=900)


@given(chance=st.floats(0, 1, exclude_max=True), asked=st.integers(1, 3600))
def test_those_who_were_sent_away_together_do_not_come_back_together(chance, asked):
    due = Attempts().failed(NOW, chance, retry_after=asked).next_at
    assert timedelta(seconds=asked) <= due - NOW <= timedelta(seconds=2 * asked)
    halves = [Attempts().failed(NOW, lot, retry_after=asked).next_at for lot in (0.1, 0.9)]
    assert halves[1] - halves[0] > timedelta(seconds=0.5 * asked)


def test_due_at_once_at_first_and_then_at_its_time():
    assert Attempts().due(NOW)
    later = Attempts(next_at=NOW + timedelta(seconds=5))
    assert not later.due(NOW)
    assert later.due(NOW + timedelta(seconds=5))
