"""Ids of records: UUIDs of version 7 that ascend in the order of making, whatever the clock does."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.ids import uuid7_maker

AT = datetime(2027, 9, 10, 9, 0, tzinfo=BANGKOK)


@given(st.lists(st.integers(-2_000, 2_000), min_size=2, max_size=60))
def test_ids_of_one_maker_ascend_and_are_uuids_of_version_7(steps: list[int]) -> None:
    clock = FixedClock(AT)
    make = uuid7_maker(clock)
    ids = []
    for step in steps:
        clock.advance(timedelta(milliseconds=step))
        ids += [make(), make()]
    assert ids == sorted(set(ids))
    assert {(uuid.UUID(each).version, uuid.UUID(each).variant) for each in ids} == {(7, uuid.RFC_4122)}
    first = uuid.UUID(ids[0]).int >> 80
    assert abs(first - int((AT + timedelta(milliseconds=steps[0])).timestamp() * 1000)) <= 1
