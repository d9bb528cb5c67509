"""Each of the eleven datasets is entered as a table: opened, typed into by keyboard, saved by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from entry_office import Sitting, enrolled_office, key_of
from grid_office import grid, stored, text
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from store_office import Filler

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import Value
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.ids import DatasetKey
from cdd_desktop.ui.grid.cells import Look

TYPED: dict[FieldType, Value] = {FieldType.INTEGER: 7, FieldType.MONEY: 700, FieldType.TEXT: "7"}


def entered_by(unit: str) -> list[DatasetKey]:
    """The datasets that an office of this kind enters, those of both kinds with the district."""
    catalogue = load_catalogue()
    return [
        dataset
        for dataset in catalogue.datasets()
        if (unit == "5007") == any(UnitLevel.DISTRICT in entity.levels for entity in catalogue.newest(dataset).entities)
    ]


def test_all_eleven_are_entered() -> None:
    assert len(entered_by("5007")) + len(entered_by("50")) == len(load_catalogue().datasets()) == 11


@pytest.mark.parametrize("unit", ["5007", "50"])
def test_every_dataset_is_typed_into_as_a_table(qtbot: QtBot, tmp_path: Path, clock: FixedClock, unit: str) -> None:
    office = enrolled_office(tmp_path, clock, unit=unit)
    workplace = office.work_as()
    Filler(workplace).registers()
    workplace.close()
    sitting = Sitting(qtbot, office)
    for dataset in entered_by(unit):
        windows = sitting.workplace.calendar.windows_of(sitting.workplace.unit.level, 2561)
        window = next(one for one in windows if one.dataset == dataset)
        sitting.open(key_of(dataset, window.period, unit), "grid")
        view = grid(sitting).view
        assert view.grid is not None, dataset
        line = 0
        open_cells = (
            (place, column)
            for place, column in enumerate(view.grid.columns)
            if column.field is not None and column.field.type in TYPED and view.grid.cell(line, place).look is Look.OPEN
        )
        place, column = next(open_cells)
        view.go_to(line, place)
        sitting.keys("7")
        sitting.press(Qt.Key.Key_Return)
        assert text(sitting, line, column.key), dataset
        assert stored(sitting, line)[column.key] == TYPED[column.field.type], dataset
    sitting.end()
