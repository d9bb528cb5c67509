"""The first person's last two days in the sample province: entries typed on this machine and not yet sent."""

from __future__ import annotations

from datetime import date

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import Record
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, PeriodId, RecordId
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef, ItemStatus
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.periods.fiscal import fiscal_year_of
from cdd_desktop.samples.office import SampleOffice, sample_sizes

_DATASET = DatasetKey("saving_group")
_PERIOD = PeriodId("2561-q2")
_COMPLETE, _WRONG = 11, 1  # so that 18 of 31 are done, one more waits for a correction, and 12 changes for a line


def type_entries(workplace: Workplace, begins_on: date, seed: int) -> None:
    """Types the quarter's next savings groups, the last of them with a slip, as long as the quarter is open."""
    key = SubmissionKey(workplace.unit.code, _DATASET, _PERIOD)
    worklist = workplace.read(read_worklist, key)
    todo = [item.register_id for item in worklist.items if item.status is ItemStatus.TODO and item.register_id]
    figures = _figures(workplace, begins_on, seed)
    for number, entry in enumerate(todo[: _COMPLETE + _WRONG]):
        content = dict(figures[entry].content)
        if number >= _COMPLETE:
            content["overdue_borrowers"] = 0
            content["overdue_amount"] = 450_000
        ref = EntryRef(figures[entry].entity, key=key, register_id=entry)
        workplace.do(save_entry, ref, content)


def _figures(workplace: Workplace, begins_on: date, seed: int) -> dict[RecordId, Record]:
    """What the groups would report, by register entry; it follows from the quarters central holds."""
    unit, geography = workplace.unit, workplace.geography
    sizes = sample_sizes(unit, geography.tambon_count(unit.code), seed)
    sample = SampleOffice(unit, sizes, seed=seed, catalogue=workplace.catalogue, geography=geography)
    before: tuple[Record, ...] = ()
    for window in _quarters(workplace, begins_on):
        before = sample.report(window, before)
    return {RecordId(str(record.content["group_ref"])): record for record in before}


def _quarters(workplace: Workplace, begins_on: date) -> list[Window]:
    last = workplace.calendar.window(_DATASET, _PERIOD)
    years = range(fiscal_year_of(begins_on), last.fiscal_year + 1)
    every = [each for year in years for each in workplace.calendar.windows(year) if each.dataset == _DATASET]
    return [each for each in every if begins_on <= each.due_on <= last.due_on]
