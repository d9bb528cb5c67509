"""The calendar: a fiscal year or a month, what is known of the chosen period, and the file for other calendars."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.read_agenda import read_calendar
from cdd_desktop.operations.views import Changes, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.fiscal import FIRST_YEAR, LAST_YEAR, first_day, fiscal_year_of, last_day
from cdd_desktop.ui.calendar.detail import PeriodDetail
from cdd_desktop.ui.calendar.month_model import MonthModel
from cdd_desktop.ui.calendar.tables import MonthTable, YearTable
from cdd_desktop.ui.calendar.year_model import DatasetLine, YearModel
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.messages import Message
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import QuietButton, SegmentBar
from cdd_desktop.ui.widgets.date_popup import shift_month
from cdd_desktop.ui.widgets.flow import FlowLayout
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import Card, PageHeader


class CalendarScreen(Screen):
    """``open`` takes a fiscal year (int), the first day of a month (date), or nothing."""

    name = "calendar"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._year = fiscal_year_of(desk.today)
        self._month = desk.today.replace(day=1)
        self._views: tuple[SubmissionView, ...] = ()  # of the fiscal year
        self._in_month: tuple[SubmissionView, ...] = ()  # the same, and the year before's where the month shows them
        self._chosen: SubmissionView | None = None
        self.switch = SegmentBar(
            [("year", self.tr("Fiscal year")), ("month", self.tr("Month")), ("agenda", self.tr("List"))], "year"
        )
        self.earlier = QuietButton("", "left")
        self.later = QuietButton("", "right")
        self.later.set_icon_after()
        self.export = QuietButton(self.tr("Export .ics"))
        self.header = PageHeader(actions=[self.switch, self.earlier, self.later, self.export])
        self.projected = Banner("", Tone.INFO)
        self.year_model = YearModel(desk.words, self)
        self.month_model = MonthModel(desk.words, self)
        self.year_table = YearTable(self.year_model)
        self.month_table = MonthTable(self.month_model, desk.words)
        self._tables = QStackedWidget()
        self._tables.addWidget(self.year_table)
        self._tables.addWidget(self.month_table)
        self.detail = PeriodDetail(desk.words)
        self._card = Card()
        self._card.body.addWidget(self._legend())
        self._card.body.addWidget(self._tables, 1)
        for widget in (self.header, self.projected):
            self.layout_.addWidget(widget)
        self.layout_.addWidget(self._card, 1)
        self.layout_.addWidget(self.detail)
        self.switch.chosen.connect(self._switch)
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.export.clicked.connect(self.export_ics)
        self.detail.chosen.connect(self._open_submission)
        self.year_table.activated.connect(self._open_cell)
        self.year_table.selectionModel().currentChanged.connect(self._cell_chosen)
        self.month_table.selectionModel().currentChanged.connect(self._day_chosen)

    def _legend(self) -> QWidget:
        self._legend_row = QWidget()
        row = QHBoxLayout(self._legend_row)
        row.setContentsMargins(0, 0, 0, 0)
        self._key = Label("", "note", elide=True)
        row.addWidget(self._key, 1)
        chips = QWidget()
        flow = FlowLayout(chips, spacing=theme().px(8), align_right=True)
        for text, tone in (
            (self.tr("Received by central"), Tone.OK),
            (self.tr("Waiting for certification"), Tone.INFO),
            (self.tr("Finished, on its way or late"), Tone.VIOLET),
            (self.tr("Due soon, or returned"), Tone.WARN),
            (self.tr("Overdue"), Tone.BAD),
        ):
            flow.addWidget(Chip(text, tone))
        row.addWidget(chips)
        return self._legend_row

    # --- opening and reading ---------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        if isinstance(argument, date):
            self._month = argument
            self._year = fiscal_year_of(argument)
            self.switch.set_current("month")
        elif isinstance(argument, int):
            self._year = argument
            self.switch.set_current("year")
        elif self.switch.current() == "agenda":
            self.switch.set_current("year")
        self._load()

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self._load()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._legend_row.setVisible(not compact)
        for table in (self.year_table, self.month_table):
            table.set_low(compact)
        self.detail.set_low(compact)
        self._card.body.setContentsMargins(*[theme().px(m) for m in ((12, 4, 12, 6) if compact else (18, 14, 18, 14))])

    def _load(self) -> None:
        year = self._year
        before = year - 1 if self.switch.current() == "month" and self._month == first_day(year) else 0

        def read(work: Work) -> tuple[tuple[SubmissionView, ...], tuple[SubmissionView, ...]]:
            """Of the year, and of the year before what falls due in this month: September's reports in October."""
            late = read_calendar(work, before) if before >= FIRST_YEAR else ()
            return read_calendar(work, year), tuple(v for v in late if v.window.due_on >= first_day(year))

        self.read(read, on_done=self._show)

    def _show(self, found: tuple[tuple[SubmissionView, ...], tuple[SubmissionView, ...]]) -> None:
        views, late = found
        self._views = views
        self._in_month = (*late, *views)
        calendar, words, today = self.desk.workplace.calendar, self.desk.words, self.desk.today
        level = self.desk.workplace.unit.level
        reported = {window.dataset for window in calendar.windows_of(level, self._year)}
        lines: dict[int, DatasetLine] = {
            window.number: DatasetLine(window.number, window.dataset, window.dataset in reported)
            for window in calendar.windows(self._year)
        }
        self.year_model.set_year(self._year, [lines[number] for number in sorted(lines)], views, today)
        holidays = {
            day: words.text(holiday.name_th, holiday.name_en)
            for offset in range(31)
            if (day := date.fromordinal(self._month.toordinal() + offset)).month == self._month.month
            and (holiday := calendar.holiday(day)) is not None
        }
        self.month_model.set_month(self._month, self._in_month, holidays, today)
        self._show_heads(len(views))
        self._choose_first()

    def _show_heads(self, count: int) -> None:
        words = self.desk.words
        by_month = self.switch.current() == "month"
        self._tables.setCurrentIndex(1 if by_month else 0)
        self._key.set_text(
            self.tr("Line: a report due that day · grey: a day off")
            if by_month
            else self.tr("Numbers: due days · * day off, submit before it")
        )
        year = words.digits(str(self._year))
        span = f"{words.format_date(first_day(self._year))} – {words.format_date(last_day(self._year))}"
        periods = self.tr("{n} periods of this office").format(n=words.format_number(count))
        if by_month:
            self.header.set_title(words.format_month(self._month), self.tr("Fiscal year {year}").format(year=year))
            self.earlier.set_text(words.format_month(shift_month(self._month, -1), "short"))
            self.later.set_text(words.format_month(shift_month(self._month, 1), "short"))
        else:
            self.header.set_title(self.tr("Calendar of fiscal year {year}").format(year=year), f"{span} · {periods}")
            self.earlier.set_text(words.digits(str(self._year - 1)))
            self.later.set_text(words.digits(str(self._year + 1)))
        self.earlier.setEnabled(self._month > first_day(FIRST_YEAR) if by_month else self._year > FIRST_YEAR)
        self.later.setEnabled(
            fiscal_year_of(shift_month(self._month, 1)) <= LAST_YEAR if by_month else self._year < LAST_YEAR
        )
        projected = self.desk.workplace.calendar.is_projected(self._year)
        self.projected.setVisible(projected)
        self.projected.set(
            self.tr("Projected: the circular of {year} has not come yet. The dates may still change.").format(
                year=year
            ),
            Tone.INFO,
        )

    def _choose_first(self) -> None:
        """Keep the chosen period, else the first that is not yet received, from today on."""
        keys = {view.key: view for view in self._in_month}
        if self._chosen is not None and self._chosen.key in keys:
            wanted: SubmissionView | None = keys[self._chosen.key]
        else:
            open_ones = [
                view for view in self._views if view.received_at is None and view.window.due_on >= self.desk.today
            ]
            wanted = min(open_ones, key=lambda view: view.window.due_on, default=None)
        if self.switch.current() == "month":
            self._choose_in_month(wanted)
        elif wanted is not None:
            self.year_table.setCurrentIndex(self.year_model.index_of(wanted))
            self._show_detail(wanted)
        else:
            self._show_detail(None)

    def _choose_in_month(self, wanted: SubmissionView | None) -> None:
        inside = [view for view in self._in_month if view.window.due_on.replace(day=1) == self._month]
        if wanted is None or wanted not in inside:
            wanted = min(inside, key=lambda view: view.window.due_on, default=None)
        if wanted is not None:
            self.month_table.setCurrentIndex(self.month_model.index_of(wanted.window.due_on))
        self._show_detail(wanted)

    def _show_detail(self, view: SubmissionView | None) -> None:
        self._chosen = view
        if view is None:
            self.detail.show_nothing()
        else:
            self.detail.show_view(view, self.desk.workplace.calendar)

    # --- what a person does ----------------------------------------------------------------------------------------

    @Slot(str)
    def _switch(self, key: str) -> None:
        if key == "agenda":
            self.desk.open("home")
            return
        if key == "month" and fiscal_year_of(self._month) != self._year:
            self._month = first_day(self._year)
        self._load()

    @Slot()
    def _earlier(self) -> None:
        self._step(-1)

    @Slot()
    def _later(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        if self.switch.current() == "month":
            self._month = shift_month(self._month, step)
            self._year = fiscal_year_of(self._month)
        else:
            self._year += step
        self._chosen = None
        self._load()

    @Slot(QModelIndex, QModelIndex)
    def _cell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        view = self.year_model.view_at(current)
        if view is not None:
            self._show_detail(view)

    @Slot(QModelIndex, QModelIndex)
    def _day_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        day = self.month_model.day_at(current)
        views = self.month_model.due_on(day) if day is not None else ()
        if views:
            self._show_detail(views[0])

    @Slot(QModelIndex)
    def _open_cell(self, index: QModelIndex) -> None:
        view = self.year_model.view_at(index)
        if view is not None:
            self._open_submission(view)

    @Slot(object)
    def _open_submission(self, view: SubmissionView) -> None:
        self.desk.open("entry", view.key)

    @Slot()
    def export_ics(self) -> None:
        """Write the year's due dates as a calendar file."""
        workplace, words = self.desk.workplace, self.desk.words
        suggested = f"cdd-{workplace.unit.code}-{self._year}.ics"
        file = self.desk.messages.choose_new_file(self, self.tr("Export calendar"), "iCalendar (*.ics)", suggested)
        if file is None:
            return
        windows, now = [view.window for view in self._views], self.desk.clock.now()

        def write() -> str:
            from cdd_desktop.periods.ics import to_ics  # slow to import, needed only here

            content = to_ics(windows, workplace.unit, now, calendar=workplace.calendar, language=words.language)
            try:
                file.write_bytes(content)
            except OSError as error:
                raise BadRequestError("file-not-writable", file=file.name) from error
            return file.name

        self.desk.tasks.store(write, self._exported, self.fail)

    def _exported(self, name: str) -> None:
        count = self.desk.words.format_number(len(self._views))
        self.desk.messages.show(
            self,
            Message(
                title=self.tr("Calendar saved"),
                sentence=self.tr("{n} due dates are in {file}.").format(n=count, file=name),
                next_step=self.tr("Open it with the calendar on your phone or in your mail program."),
                tone=Tone.OK,
            ),
        )
