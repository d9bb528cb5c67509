"""Offices with reports of every dataset, and workbooks of theirs read back into them."""

from __future__ import annotations

from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import enrolled_office, key_of
from sqlalchemy import delete, select
from store_office import Filler

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import Content
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.exchange.plan import ImportPlan
from cdd_desktop.operations.import_workbook import prepare_import, run_import
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import RecordRow

Back = tuple[dict[str, object], dict[str, object], ImportPlan]
PROVINCIAL = frozenset({"volunteer_anniversary", "cd_standard"})


def filled(folder: Path, unit: str) -> tuple[Workplace, dict[str, SubmissionKey]]:
    """An office with registers and one report of each dataset it has begun."""
    workplace = enrolled_office(folder, FixedClock(DEMO_NOW), unit=unit).work_as()
    filler = Filler(workplace)
    filler.registers()
    keys = {}
    for window in workplace.calendar.windows_of(workplace.unit.level, 2561):
        if window.data_start <= DEMO_NOW.date() and window.dataset not in keys:
            keys[window.dataset] = filler.report(window)
    return workplace, keys


class UndoError(Exception):
    """Takes back everything an operation has written."""


def records(work: Work, dataset: str) -> dict[str, tuple[str, Content]]:
    rows = work.session.scalars(select(RecordRow).where(RecordRow.dataset == dataset, ~RecordRow.deleted))
    return {row.id: (f"{row.entity} {row.period}", dict(row.content)) for row in rows}


def brought_back(
    workplace: Workplace, key: SubmissionKey, path: Path
) -> tuple[dict[str, object], dict[str, object], ImportPlan]:
    """The records before, and after they were removed and read from the workbook; nothing of it stays."""
    left: list[Back] = []

    def run(work: Work) -> None:
        before = records(work, key.dataset)
        of_round = [each for each, (kind, _) in before.items() if kind.endswith((" ", key.period))]
        work.session.execute(delete(RecordRow).where(RecordRow.id.in_(of_round)))
        work.session.expire_all()
        work.memory.clear()
        order = prepare_import(work, key, path)
        plan = run_import(work, order, dry_run=False).plan
        left.append((dict(before), dict(records(work, key.dataset)), plan))
        raise UndoError

    with pytest.raises(UndoError):
        workplace.do(run)
    workplace._memory.clear()
    return left[0]


def key_in(workplace: Workplace, keys: dict[str, SubmissionKey], dataset: str) -> SubmissionKey:
    """The report of a dataset that has been begun, or the first of the year."""
    if dataset in keys:
        return keys[dataset]
    windows = workplace.calendar.windows_of(workplace.unit.level, 2561)
    return next(key_of(w.dataset, w.period, workplace.unit.code) for w in windows if w.dataset == dataset)
