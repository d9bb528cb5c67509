"""The one way out of a supervisor's screen: memo, workbook, the report of the month, table and chart to be pasted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from cdd_desktop.operations.note_view import note_view
from cdd_desktop.reports.view import Table
from cdd_desktop.ui.messages import Message
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.clip import copy_table
from cdd_desktop.ui.views.making import make_view
from cdd_desktop.ui.views.reading import ViewMaterial, read_view
from cdd_desktop.ui.views.request import ViewName, ViewRequest
from cdd_desktop.ui.widgets import MenuButton

_COPY = QKeySequence.StandardKey.Copy
MEMO, BOOK, MONTH, MONTH_BOOK, COPY, CHART = "memo", "book", "month", "month-book", "copy", "chart"


class ExportMenu(MenuButton):
    """``request`` tells what the screen shows, ``table`` the table in front (None: there is none), ``copy_chart``
    copies the chart in front, where there are charts."""

    def __init__(
        self,
        screen: Screen,
        request: Callable[[], ViewRequest],
        table: Callable[[], Table | None],
        copy_chart: Callable[[], None] | None = None,
    ) -> None:
        super().__init__("", (), "file")
        self._screen, self._request, self._table, self._copy_chart = screen, request, table, copy_chart
        self.set_text(self.tr("Export"))
        entries = [
            (MEMO, self.tr("Memo, as PDF or printed…")),
            (BOOK, self.tr("Workbook (Excel)…")),
            ("", ""),
            (MONTH, self.tr("Report of this month…")),
            (MONTH_BOOK, self.tr("Report of this month as a workbook…")),
            ("", ""),
            (COPY, self.tr("Copy the table (Ctrl+C)")),
        ]
        if copy_chart is not None:
            entries.append((CHART, self.tr("Copy the chart (Ctrl+C)")))
        self.set_entries(entries)
        self.chosen.connect(self._do)

    def watch(self, *views: QWidget) -> ExportMenu:
        """Ctrl+C on one of these copies the table in front."""
        for view in views:
            view.installEventFilter(self)
        return self

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.matches(_COPY):
            self.copy()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def copy(self) -> None:
        """The table in front, for a spreadsheet or a letter."""
        table = self._table()
        if table is not None:
            copy_table(table)

    @Slot(str)
    def _do(self, key: str) -> None:
        request = self._request()
        month = ViewRequest(ViewName.MONTHLY, request.area)
        if key == COPY:
            self.copy()
        elif key == CHART and self._copy_chart is not None:
            self._copy_chart()
        elif key in (MEMO, MONTH):
            wanted = request if key == MEMO else month
            self._screen.desk.open("printing", PrintRequest(PrintKind.VIEW, view=wanted))
        elif key in (BOOK, MONTH_BOOK):
            self._screen.read(read_view, request if key == BOOK else month, on_done=self._ask_where)

    def _ask_where(self, held: ViewMaterial) -> None:
        desk = self._screen.desk
        view = make_view(held, desk.words)
        suggested = f"{view.name}-{held.request.area or held.unit.code}-{desk.today.isoformat()}.xlsx"
        pattern = self.tr("Workbooks (*.xlsx)")
        file = desk.messages.choose_new_file(self._screen, self.tr("Save workbook"), pattern, suggested)
        if file is None:
            return
        file = file if file.suffix.lower() == ".xlsx" else file.with_name(file.name + ".xlsx")

        def write() -> tuple[ViewRequest, Path, int]:
            from cdd_desktop.ui.views.book import write_view  # openpyxl takes a moment to load

            return held.request, file, write_view(view, file)

        desk.tasks.network(write, self._written, self._screen.fail)

    def _written(self, done: tuple[ViewRequest, Path, int]) -> None:
        request, file, sheets = done
        told = partial(self._tell, file, sheets)
        self._screen.do(note_view, request.name.value, request.area, "workbook", sheets, on_done=told)

    def _tell(self, file: Path, sheets: int, _changes: object) -> None:
        desk = self._screen.desk
        message = Message(
            title=self.tr("Workbook saved"),
            sentence=self.tr("{n} tables are in {file}.").format(n=desk.words.format_number(sheets), file=file.name),
            next_step=self.tr("The file is not encrypted; keep it where only those who may read it can."),
            tone=Tone.OK,
        )
        desk.messages.show(self._screen, message)
