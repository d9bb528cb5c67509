"""The item models of the calendars and registers under Qt's own tester, and what their cells say."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from cdd_desktop.domain.submission import Delivery, Progress, SubmissionKey, SubmissionState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId, UnitCode
from cdd_desktop.operations.views import ItemStatus, NextStep, SubmissionView, WorklistItem
from cdd_desktop.periods.calendar import load_calendar
from cdd_desktop.periods.states import days_left, window_state
from cdd_desktop.ui.calendar.month_model import DUE_ROLE, INSIDE_ROLE, MonthModel
from cdd_desktop.ui.calendar.year_model import VIEW_ROLE, DatasetLine, YearModel, tone_of
from cdd_desktop.ui.datasets.register_model import ITEM_ROLE, RegisterModel
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.words import Words

TODAY = date(2018, 3, 18)
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def views(level: UnitLevel = UnitLevel.DISTRICT, year: int = 2561) -> tuple[SubmissionView, ...]:
    calendar = load_calendar()
    unit = UnitCode("5007" if level is UnitLevel.DISTRICT else "50")
    return tuple(
        SubmissionView(
            key=SubmissionKey(unit, window.dataset, window.period),
            window=window,
            window_state=window_state(window, TODAY),
            days_left=days_left(window, TODAY),
            state=SubmissionState.NONE,
            delivery=Delivery.HERE,
            verdict=None,
            nil=False,
            progress=Progress(),
            last_working_day=calendar.last_working_day_on(window.due_on),
            next_step=NextStep.START,
        )
        for window in calendar.windows_of(level, year)
    )


def lines() -> list[DatasetLine]:
    found = {
        window.number: DatasetLine(window.number, window.dataset, window.district)
        for window in load_calendar().windows(2561)
    }
    return [found[number] for number in sorted(found)]


def walk(model: QAbstractItemModel) -> list[QModelIndex]:
    return [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]


@pytest.mark.parametrize(("level", "count"), [(UnitLevel.DISTRICT, 24), (UnitLevel.PROVINCE, 17)])
def test_the_year_holds_every_period_once(qapp: QApplication, level: UnitLevel, count: int) -> None:
    model = YearModel(Words())
    tester = QAbstractItemModelTester(model, STRICT)
    shown = views(level)
    model.set_year(2561, lines(), shown, TODAY)
    assert (model.rowCount(), model.columnCount()) == (11, 13)
    held = [index.data(VIEW_ROLE) for index in walk(model) if index.data(VIEW_ROLE) is not None]
    assert len(held) == count
    assert {view.key for view in held} == {view.key for view in shown}
    for view in shown:
        assert model.view_at(model.index_of(view)) == view
    model.set_year(2561, lines(), (), TODAY)
    assert all(index.data() is None for index in walk(model))
    tester.deleteLater()


def test_cells_carry_day_mark_and_tone(qapp: QApplication) -> None:
    model = YearModel(Words(thai_digits=True))
    model.set_year(2561, lines(), views(), TODAY)
    march, otop = 5, 9
    assert model.index(5, march).data() == "๒๐"
    assert tone_of(model.index(5, march)) is Tone.WARN
    assert model.index(otop, march).data() == "๑๐*"
    assert tone_of(model.index(otop, march)) is Tone.BAD
    assert tone_of(model.index(otop, 12)) is Tone.MUTED
    assert tone_of(model.index(0, 0)) is None
    assert not model.index(99, 99).isValid()
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize("first", [date(2018, month, 1) for month in range(1, 13)])
def test_a_month_holds_each_of_its_days_once(qapp: QApplication, first: date) -> None:
    model = MonthModel(Words())
    tester = QAbstractItemModelTester(model, STRICT)
    shown = views()
    model.set_month(first, shown, {}, TODAY)
    inside = [index for index in walk(model) if index.data(INSIDE_ROLE)]
    days = [model.day_at(index) for index in inside]
    assert days[0] == first
    assert len(days) == len(set(days)) == max(day.day for day in days if day is not None)
    assert all(index.column() == (day.weekday() + 1) % 7 for index, day in zip(inside, days, strict=True) if day)
    due = [view for index in inside for view in index.data(DUE_ROLE)]
    assert {view.key for view in due} == {
        view.key for view in shown if (view.window.due_on.year, view.window.due_on.month) == (first.year, first.month)
    }
    assert not model.index_of(date(2030, 1, 1)).isValid()
    tester.deleteLater()


def test_the_register_shows_name_place_and_state(qapp: QApplication) -> None:
    model = RegisterModel(Words())
    tester = QAbstractItemModelTester(model, STRICT)
    item = WorklistItem(
        entity=EntityKey("group"),
        record_id=RecordId("r"),
        register_id=RecordId("r"),
        title="ออมทรัพย์บ้านหนองหอย",
        place=("500701", 3),
        status=ItemStatus.COMPLETE,
    )
    model.set_items([item], {"500701": "ริมใต้"})
    assert model.index(0, 0).data() == item.title
    assert "ริมใต้" in model.index(0, 1).data()
    assert model.index(0, 2).data()
    assert model.index(0, 1).data(ITEM_ROLE) == item
    assert DatasetKey("saving_group")
    tester.deleteLater()
