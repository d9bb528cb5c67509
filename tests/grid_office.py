"""An office whose savings groups are entered as a table, and what its tests ask of the screen."""

from __future__ import annotations

from pathlib import Path

from demo_day import DEMO_NOW
from entry_office import Sitting, add_groups, enrolled_office, key_of

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import Content
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.read_table import read_table
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.ui.grid.screen import GridScreen

Q1, Q2 = key_of("saving_group", "2561-q1"), key_of("saving_group", "2561-q2")
QUARTER = {
    "members_male": 82,
    "members_female": 125,
    "saving_balance": 128_430_000,
    "cash_bank": 20_133_000,
    "borrowers": 44,
    "loan_outstanding": 100_000_000,
    "overdue_borrowers": 0,
    "overdue_amount": 0,
}


def grid_office(folder: Path) -> Path:
    """An enrolled office with three savings groups; the first has figures of the quarter before."""
    workplace = enrolled_office(folder, FixedClock(DEMO_NOW)).work_as()
    groups = add_groups(workplace)
    workplace.do(save_entry, EntryRef(EntityKey("quarter"), Q1, None, groups[0].record_id), QUARTER)
    workplace.close()
    return folder


def grid(sitting: Sitting) -> GridScreen:
    screen = sitting.window.screen_named("grid")
    assert isinstance(screen, GridScreen)
    return screen


def go(sitting: Sitting, line: int, key: str) -> None:
    view = grid(sitting).view
    assert view.grid is not None
    view.go_to(line, next(n for n, column in enumerate(view.grid.columns) if column.key == key))


def text(sitting: Sitting, line: int, key: str) -> str:
    model = grid(sitting).view.grid
    assert model is not None
    return model.cell(line, next(n for n, column in enumerate(model.columns) if column.key == key)).text


def stored(sitting: Sitting, line: int) -> Content:
    """The content of a line's record as the store has it."""
    screen = grid(sitting)
    screen.leave()
    sitting.idle()
    model = screen.view.grid
    assert model is not None
    name = model.ledger.rows[model.order[line]].ref.record_id
    assert screen.key is not None
    rows = sitting.workplace.read(read_table, screen.key).rows
    return next((row.stored for row in rows if row.ref.record_id == name and name is not None), {})
