"""What the tour does with figures: one of a dataset and year, as charts or as numbers."""

from __future__ import annotations

from collections.abc import Callable

from cdd_desktop.ui.dashboard.indicators_screen import IndicatorsScreen
from cdd_desktop.ui.program import Program


def figures(dataset: str, indicator: str, year: int = 0, kind: str = "charts") -> Callable[[Program], None]:
    """Opens the figures of the own area at an indicator."""

    def act(program: Program) -> None:
        program.window.open("indicators")
        program.tasks.wait_until_idle()
        screen = program.window.screen_named("indicators")
        assert isinstance(screen, IndicatorsScreen)
        if year:
            screen.year_menu.chosen.emit(str(year))
            program.tasks.wait_until_idle()
        screen.dataset_menu.chosen.emit(dataset)
        program.tasks.wait_until_idle()
        screen.indicator_menu.chosen.emit(indicator)
        screen.kind.button(kind).click()

    return act
