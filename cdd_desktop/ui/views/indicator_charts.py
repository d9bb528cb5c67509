"""Figures as charts and as a table: what an indicator's numbers say in words, in this language."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.amounts import show_hundredths, show_whole
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.indicators import Figure
from cdd_desktop.periods.thai_dates import month_name
from cdd_desktop.reports.chart import Absence, Bar, Chart
from cdd_desktop.reports.indicators import FLOW, IndicatorRow, IndicatorTable, Point
from cdd_desktop.reports.view import Cell, Column, Kind, Row, Table
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.absence import absence_word
from cdd_desktop.ui.words import Words

_MILLION = 1_000_000
STEP_TONES = {1: Tone.BAD, 2: Tone.WARN, 3: Tone.MUTED, 4: Tone.INFO, 5: Tone.OK}
_RANKED = (Tone.OK, Tone.INFO, Tone.WARN, Tone.BAD)  # of choices, the best first as in the form
SCORED = (("otop_sales", "sales_month"), ("otop_sales", "sales_ytd"))
"""Indicators whose growth is told in five steps as well."""
_PERCENT = "ร้อยละ"


class Teller:
    """Tells one indicator's table of a dataset; ``scored``: in five steps as well."""

    def __init__(self, definition: Definition, table: IndicatorTable, words: Words) -> None:
        self.definition, self.table, self.words = definition, table, words
        self.indicator = table.indicator
        self.scored = (definition.dataset, table.indicator.key) in SCORED and table.total.growth is not None

    @property
    def name(self) -> str:
        """The indicator with its unit, where the label does not say it."""
        return self.label() if self.percent else f"{self.label()} ({self.unit()})"

    @property
    def percent(self) -> bool:
        """Whether it is a share."""
        return self.indicator.unit_th.startswith(_PERCENT)

    def label(self) -> str:
        """The indicator alone."""
        return self.words.text(self.indicator.label_th, self.indicator.label_en)

    def unit(self) -> str:
        """What it is counted in."""
        return self.words.text(self.indicator.unit_th, self.indicator.unit_en)

    @property
    def _compared(self) -> bool:
        """Whether there is anything of a year before."""
        return any(value is not None for value in self.table.total.before)

    @property
    def _counted(self) -> bool:
        """Whether it is a share of things that can be counted."""
        every = (*self.table.rows, self.table.total)
        return any(row.year.figure is not None and row.year.figure.of is not None for row in every)

    # --- texts -----------------------------------------------------------------------------------------------------

    def full(self, figure: Figure) -> str:
        """The whole number."""
        if figure.value is None:
            return "–"
        return self.words.digits(show_hundredths(figure.value) if figure.decimals else show_whole(figure.value))

    def short(self, value: int, decimals: bool) -> str:
        """Millions with two decimals, a share with its sign, anything else in whole units."""
        if self.percent:
            return self.words.digits(f"{value / 100:,.1f}%")
        whole = value / 100 if decimals else float(value)
        if abs(whole) >= _MILLION:
            text = QCoreApplication.translate("Indicators", "{n} m").format(n=f"{whole / _MILLION:,.2f}")
        elif decimals and abs(whole) < 1_000:
            text = f"{whole:,.2f}"
        else:
            text = f"{whole:,.0f}"
        return self.words.digits(text)

    def point(self, point: Point, *, full: bool = False) -> str:
        """A figure, or which of three reasons there is none for."""
        if point.absence is not None:
            return absence_word(point.absence)
        figure = point.figure
        if figure is None or figure.value is None:
            return "–"
        return self.full(figure) if full else self.short(figure.value, figure.decimals)

    def standing(self, row: IndicatorRow) -> str:
        """A row's figure of the year; of a province in the country where none has reported, of how many."""
        text = self.point(row.year)
        country = self.table.total.unit.level is UnitLevel.DEPARTMENT
        silent = row.year.absence is Absence.NOT_REPORTED
        return f"{text} {self.offices(row.year)}" if country and silent else text

    def offices(self, point: Point) -> str:
        """n of m; of one office nothing."""
        return self.words.digits(f"{point.offices.part:,}/{point.offices.whole:,}") if point.offices.whole else ""

    def counts(self, point: Point) -> str:
        """The two counts a share is made of, nothing for any other figure."""
        of = point.figure.of if point.figure is not None else None
        return self.words.digits(f"{of[0]:,}/{of[1]:,}") if of is not None else ""

    def period(self, window: Window) -> str:
        """The month's name where the data are one month's, else the period."""
        start, end = window.data_start, window.data_end
        if (start.year, start.month) == (end.year, end.month):
            return month_name(start.month, "short", self.words.language)
        return self.words.period(window).split(" (")[0]

    def year(self) -> str:
        """What the figure of the year is: all periods together, or the last one."""
        if self.indicator.nature == FLOW:
            return QCoreApplication.translate("Indicators", "Year so far")
        latest, last = QCoreApplication.translate("Indicators", "Latest period"), self.table.last
        return latest if last is None else f"{latest} · {self.period(last)}"

    def ahead(self) -> tuple[Window, ...]:
        """The periods that are not due yet and of which there is nothing."""
        every = zip(self.table.windows, self.table.total.points, strict=True)
        return tuple(window for window, point in every if point.absence is Absence.NOT_DUE)

    # --- charts ----------------------------------------------------------------------------------------------------

    def over_time(self) -> Chart:
        """The whole area by period, beside the same periods a year before."""
        total = self.table.total
        before = total.before or (None,) * len(total.points)
        known = [abs(value) for value in (*map(value_of, total.points), *before) if value is not None]
        decimals = any(point.figure is not None and point.figure.decimals for point in total.points)
        millions = max(known, default=0) >= _MILLION * (100 if decimals else 1)
        bars = tuple(
            Bar(
                self.period(window),
                value_of(point),
                self._column(point, millions),
                then,
                self.offices(point),
                absence=point.absence,
            )
            for window, point, then in zip(self.table.windows, total.points, before, strict=True)
        )
        scale = QCoreApplication.translate("Indicators", "in millions")
        now, then = (
            (
                QCoreApplication.translate("Indicators", "this year"),
                QCoreApplication.translate("Indicators", "last year"),
            )
            if any(total.before)
            else ("", "")
        )
        return Chart(
            f"{self.name} · {scale}" if millions else self.name,
            columns=bars,
            now=now,
            then=then,
            note=self.of_all(),
            empty=QCoreApplication.translate("Indicators", "No figures yet"),
        )

    def _column(self, point: Point, millions: bool) -> str:
        """What stands over a column, as short as can be."""
        if point.figure is None or point.figure.value is None:
            return self.point(point)
        if not millions:
            return self.short(point.figure.value, point.figure.decimals)
        whole = point.figure.value / (100 if point.figure.decimals else 1)
        return self.words.digits(f"{whole / _MILLION:,.2f}")

    def by_office(self) -> Chart:
        """Every row's year, the largest first; with growth over the same offices, in steps where they are used."""
        rows = sorted(self.table.rows or (self.table.total,), key=lambda row: -(value_of(row.year) or -1))
        lines = tuple(self._line(row) for row in rows)
        return Chart(
            self.year(),
            lines=lines,
            note=self.of_all(),
            empty=QCoreApplication.translate("Indicators", "No figures yet"),
        )

    def _line(self, row: IndicatorRow) -> Bar:
        growth, tag, tone = row.growth, self.counts(row.year), None
        if growth is not None and growth.percent is not None:
            share = self.words.digits(f"{growth.percent / 100:,.1f}%")
            tag = share
            if self.scored and growth.step is not None:
                tag, tone = (
                    QCoreApplication.translate("Indicators", "step {n} · {share}").format(
                        n=self.words.digits(str(growth.step)), share=share
                    ),
                    STEP_TONES[growth.step],
                )
        return Bar(
            self.words.area(row.unit),
            value_of(row.year),
            self.standing(row),
            tag=tag,
            tone=tone,
            code=row.unit.code,
            absence=row.year.absence,
        )

    def of_all(self) -> str:
        """Of how many reports or offices the figure of the year is."""
        share = self.table.total.year.offices
        text = (
            QCoreApplication.translate("Indicators", "{n} of {m} reports")
            if self.indicator.nature == FLOW
            else QCoreApplication.translate("Indicators", "{n} of {m} offices")
        )
        number = self.words.format_number
        return text.format(n=number(share.part), m=number(share.whole))

    # --- the numbers -----------------------------------------------------------------------------------------------

    def numbers(self) -> Table:
        """A line a row of the table and, last, the area."""
        total = (Cell(QCoreApplication.translate("Indicators", "Total")), *self._cells(self.table.total)[1:])
        return Table(
            self.name,
            self._columns(),
            (*(self._cells(row) for row in self.table.rows), total),
            with_total=True,
            note=f"{self.year()} · {self.of_all()}",
        )

    def column(self) -> Column:
        """The indicator as one column among others: its year."""
        return Column(self.name, self._kind())

    def year_figure(self, row: IndicatorRow) -> Cell:
        """What stands in that column."""
        return self._figure(row.year)

    def sentence(self) -> str:
        """The area's figure, of how many, and against the year before where there is one."""
        total = self.table.total
        text = f"{self.name}: {self.point(total.year, full=True)} · {self.year()} · {self.of_all()}"
        percent = total.growth.percent if total.growth is not None else None
        if percent is not None:
            against = QCoreApplication.translate("Indicators", "against last year {share} (same offices only)")
            text += " · " + against.format(share=self.words.digits(f"{percent / 100:,.1f}%"))
        return text

    def _kind(self) -> Kind:
        every = (*self.table.rows, self.table.total)
        exact = any(p.figure is not None and p.figure.decimals for row in every for p in (*row.points, row.year))
        return Kind.AMOUNT if exact else Kind.NUMBER

    def _columns(self) -> tuple[Column, ...]:
        translate = QCoreApplication.translate
        kind, unit = self._kind(), self.unit()
        figures = [*(self.period(window) for window in self.table.windows), self.year()]
        told = translate("Indicators", "Reports received"), translate("Indicators", "Reports due")
        columns = [
            Column(translate("Indicators", "Area")),
            *(Column(title, kind, unit=unit) for title in figures),
            Column(translate("Indicators", "n of m"), Kind.PAIR, told),
        ]
        if self._counted:
            heads = translate("Indicators", "Counted"), translate("Indicators", "Of")
            columns.append(Column(translate("Indicators", "counted of all"), Kind.PAIR, heads))
        if self._compared:
            columns.append(Column(translate("Indicators", "against last year"), Kind.PERCENT))
        if self.scored:
            columns.append(Column(translate("Indicators", "step"), Kind.NUMBER))
        return tuple(columns)

    def told(self, point: Point) -> Cell:
        """n of m as a cell."""
        share = point.offices
        return Cell(self.offices(point) or "–", value=(share.part, share.whole) if share.whole else None)

    def _figure(self, point: Point) -> Cell:
        figure = point.figure
        value = None if figure is None or figure.value is None else figure.value
        exact = figure is not None and figure.decimals
        told = Decimal(value).scaleb(-2) if exact and value is not None else value
        return Cell(self.point(point, full=True), value, value=told, absence=point.absence)

    def _cells(self, row: IndicatorRow) -> Row:
        words = self.words
        cells = [Cell(words.area(row.unit), row.unit.code), *map(self._figure, (*row.points, row.year))]
        cells.append(self.told(row.year))
        if self._counted:
            of = row.year.figure.of if row.year.figure is not None else None
            cells.append(Cell(self.counts(row.year) or "–", of[0] if of else None, value=of))
        growth = row.growth
        if self._compared:
            percent = growth.percent if growth is not None else None
            text = "–" if percent is None else words.digits(f"{percent / 100:,.1f}%")
            cells.append(Cell(text, percent, value=percent))
        if self.scored:
            step = growth.step if growth is not None else None
            spoken = QCoreApplication.translate("Indicators", "step {n} of 5").format(n=step) if step else ""
            text = "–" if step is None else words.digits(str(step))
            cells.append(Cell(text, step, STEP_TONES[step] if step else None, spoken, step))
        return tuple(cells)


def value_of(point: Point) -> int | None:
    """The number of a figure, where there is one."""
    return point.figure.value if point.figure is not None else None
