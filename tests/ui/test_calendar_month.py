"""The month of the calendar: what falls due in it, whichever fiscal year it is of, and days with several periods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import OFFICER, Sitting, enrolled_office
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.ui.calendar.delegates import MonthDelegate
from cdd_desktop.ui.calendar.screen import CalendarScreen

OCTOBER, DUE = date(2018, 10, 1), date(2018, 10, 10)


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> Iterator[CalendarScreen]:
    sitting = Sitting(qtbot, enrolled_office(tmp_path, FixedClock(DEMO_NOW)), OFFICER)
    sitting.open(OCTOBER, "calendar")
    found = sitting.window.screen_named("calendar")
    assert isinstance(found, CalendarScreen)
    yield found
    sitting.end()


def test_october_has_september_of_the_year_before(screen: CalendarScreen) -> None:
    (view,) = screen.month_model.due_on(DUE)
    assert (view.key.dataset, view.key.period) == ("otop_sales", "2561-m09")
    assert screen.detail.isVisible()
    assert screen._chosen == view
    assert all(view.window.fiscal_year == 2562 for view in screen._views)


class Painted(MonthDelegate):
    """Remembers what was written."""

    texts: list[str]

    def _text(self, painter: QPainter, box: object, text: str, colour: object) -> None:
        self.texts.append(text)

    def _tail(self, painter: QPainter, box: object, text: str, colour: object) -> int:
        self.texts.append(text)
        return 0


@pytest.mark.parametrize("height", [30, 56, 74, 120])
def test_a_day_with_several_periods_names_the_first_and_counts_the_rest(screen: CalendarScreen, height: int) -> None:
    words, model = screen.desk.words, screen.month_model
    views = screen._views[:3]
    model.set_month(DUE.replace(day=1), [], {}, DUE)
    model._due = {DUE: views}
    delegate = Painted(words)
    delegate.texts = []
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 140, height)
    image = QImage(140, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index_of(DUE))
    painter.end()
    names = [text for text in delegate.texts if not text.startswith("+")]
    counted = sum(int(text[1:]) for text in delegate.texts if text.startswith("+"))
    assert names[0] == words.dataset(views[0].key.dataset)
    assert len(names) + counted == len(views)
