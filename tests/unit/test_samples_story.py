"""The story of a sample province: possible in time, varied, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import pytest

from cdd_desktop.clock import BANGKOK
from cdd_desktop.geography import geography
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.samples.story import ENTERED_AT_MAE_RIM, Chapter, Fate, Storyteller

AT = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK)


def told(at: datetime = AT, seed: int = 1) -> list[Chapter]:
    teller = Storyteller(load_calendar(), begins_on=date(at.year - 1, 4, 1), at=at, seed=seed)
    return list(teller.chapters(geography().districts("50")))


def test_same_seed_same_story() -> None:
    assert told() == told()
    assert told() != told(seed=2)


@pytest.mark.parametrize("day", [date(2018, 3, 18), date(2018, 7, 1), date(2019, 1, 31), date(2020, 2, 29)])
@pytest.mark.parametrize("seed", range(5))
def test_every_chapter_is_possible(day: date, seed: int) -> None:
    at = datetime(day.year, day.month, day.day, 8, 40, tzinfo=BANGKOK)
    for chapter in told(at, seed):
        instants = (
            chapter.entered_at,
            chapter.certified_at,
            chapter.received_at,
            chapter.reviewed_at,
            chapter.approved_at,
        )
        reached = [instant for instant in instants if instant is not None]
        assert reached == sorted(reached), chapter
        assert all(instant < at for instant in reached), chapter
        if chapter.certified_at is not None:
            assert chapter.certified_at.astimezone(BANGKOK).date() >= chapter.window.opens_on, chapter
        assert (chapter.received_at is None) == (chapter.fate in (Fate.NOT_BEGUN, Fate.DRAFT, Fate.PROPOSED)), chapter
        assert bool(chapter.comments) == (chapter.fate is Fate.RETURNED), chapter


def test_the_dashboard_has_something_of_everything() -> None:
    fates = Counter(chapter.fate for chapter in told() if chapter.window.fiscal_year == 2561)
    assert set(fates) == set(Fate)
    past = [each for each in told() if each.window.fiscal_year == 2561 and each.window.due_on < date(2018, 3, 18)]
    late = [each for each in past if each.certified_at and each.certified_at.date() > each.window.due_on]
    finished = [
        each for each in past if each.received_at and each not in late and each.received_at.date() > each.window.due_on
    ]
    missing = [each for each in past if each.received_at is None]
    assert min(len(late), len(finished), len(missing)) >= 3
    assert 0.85 < 1 - len(missing) / len(past) < 0.99


def test_mae_rim_is_in_the_middle_of_its_work() -> None:
    mae_rim = {(each.window.dataset, each.window.key): each for each in told() if each.unit.code == "5007"}
    assert (mae_rim["saving_group", "q2"].fate, mae_rim["saving_group", "q2"].entries) == (
        Fate.DRAFT,
        ENTERED_AT_MAE_RIM,
    )
    assert mae_rim["poverty_fund", "h1"].fate is Fate.PROPOSED
    assert (mae_rim["otop_sales", "m02"].fate, mae_rim["otop_sales", "m02"].comments) == (Fate.RETURNED, 2)
    assert mae_rim["saving_group", "q1"].received_at is not None
