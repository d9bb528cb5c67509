"""Figures as charts and as a table: what an indicator's numbers say in words, in this language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import Window
from cdd_desktop.forms.amounts import show_hundredths, show_whole
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.indicators import Figure
from cdd_desktop.forms.list_facts import AGE_UNKNOWN
from cdd_desktop.periods.thai_dates import month_name
from cdd_desktop.reports.chart import Bar, Chart, Pair, Tile
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.indicators import FLOW, IndicatorRow, IndicatorTable, Point
from cdd_desktop.reports.view import Cell, Column, Kind, Row, Table
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.absence import absence_word
from cdd_desktop.ui.words import Words

_MILLION = 1_000_000
STEP_TONES = {1: Tone.BAD, 2: Tone.WARN, 3: Tone.MUTED, 4: Tone.INFO, 5: Tone.OK}
_RANKED = (Tone.OK, Tone.INFO, Tone.WARN, Tone.BAD)  # of choices, the best first as in the form
SCORED = ("otop_sales",)
"""Datasets whose growth is told in five steps as well."""


class Teller:
    """Tells one indicator's table of a dataset."""

    def __init__(self, definition: Definition, table: IndicatorTable, words: Words) -> None:
        self._definition, self._table, self._words = definition, table, words
        self._indicator = table.indicator
        self._scored = definition.dataset in SCORED

    @property
    def name(self) -> str:
        """The indicator with its unit."""
        return f"{self._words.text(self._indicator.label_th, self._indicator.label_en)} ({self._unit()})"

    def _unit(self) -> str:
        return self._words.text(self._indicator.unit_th, self._indicator.unit_en)

    # --- texts -----------------------------------------------------------------------------------------------------

    def full(self, figure: Figure) -> str:
        """The whole number."""
        if figure.value is None:
            return "–"
        return self._words.digits(show_hundredths(figure.value) if figure.decimals else show_whole(figure.value))

    def short(self, value: int, decimals: bool) -> str:
        """Millions with two decimals, anything else in whole units."""
        whole = value / 100 if decimals else float(value)
        if abs(whole) >= _MILLION:
            text = QCoreApplication.translate("Indicators", "{n} m").format(n=f"{whole / _MILLION:,.2f}")
        elif decimals and abs(whole) < 1_000:
            text = f"{whole:,.2f}"
        else:
            text = f"{whole:,.0f}"
        return self._words.digits(text)

    def point(self, point: Point, *, full: bool = False) -> str:
        """A figure, or which of three reasons there is none for."""
        if point.absence is not None:
            return absence_word(point.absence)
        figure = point.figure
        assert figure is not None
        assert figure.value is not None
        return self.full(figure) if full else self.short(figure.value, figure.decimals)

    def offices(self, point: Point) -> str:
        """n of m; of one office nothing."""
        return self._words.digits(f"{point.offices.part:,}/{point.offices.whole:,}") if point.offices.whole else ""

    def period(self, window: Window) -> str:
        """The month's name where the data are one month's, else the period."""
        start, end = window.data_start, window.data_end
        if (start.year, start.month) == (end.year, end.month):
            return month_name(start.month, "short", self._words.language)
        return self._words.period(window).split(" (")[0]

    def year(self) -> str:
        """What the figure of the year is: all periods together, or the last one."""
        return (
            QCoreApplication.translate("Indicators", "Year so far")
            if self._indicator.nature == FLOW
            else QCoreApplication.translate("Indicators", "Latest period")
        )

    # --- charts ----------------------------------------------------------------------------------------------------

    def over_time(self) -> Chart:
        """The whole area by period, beside the same periods a year before."""
        total = self._table.total
        before = total.before or (None,) * len(total.points)
        known = [abs(value) for value in (*map(_value, total.points), *before) if value is not None]
        decimals = any(point.figure is not None and point.figure.decimals for point in total.points)
        millions = max(known, default=0) >= _MILLION * (100 if decimals else 1)
        bars = tuple(
            Bar(
                self.period(window),
                _value(point),
                self._column(point, millions),
                then,
                self.offices(point),
                absence=point.absence,
            )
            for window, point, then in zip(self._table.windows, total.points, before, strict=True)
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
            note=self._of_all(),
            empty=QCoreApplication.translate("Indicators", "No figures yet"),
        )

    def _column(self, point: Point, millions: bool) -> str:
        """What stands over a column, as short as can be."""
        if point.figure is None or point.figure.value is None:
            return self.point(point)
        if not millions:
            return self.short(point.figure.value, point.figure.decimals)
        whole = point.figure.value / (100 if point.figure.decimals else 1)
        return self._words.digits(f"{whole / _MILLION:,.2f}")

    def by_office(self) -> Chart:
        """Every row's year, the largest first; with growth over the same offices, in steps where they are used."""
        rows = sorted(self._table.rows or (self._table.total,), key=lambda row: -(_value(row.year) or -1))
        lines = tuple(self._line(row) for row in rows)
        return Chart(
            self.year(),
            lines=lines,
            note=self._of_all(),
            empty=QCoreApplication.translate("Indicators", "No figures yet"),
        )

    def by_choice(self) -> Chart:
        """What the area's figure is made of."""
        figure = self._table.total.year.figure
        labels = self._labels()
        parts = figure.parts if figure is not None else ()
        decimals = figure is not None and figure.decimals
        lines = tuple(Bar(labels[choice], amount, self.short(amount, decimals)) for choice, amount in parts)
        return Chart(
            self.year(),
            lines=lines,
            note=self._of_all(),
            empty=QCoreApplication.translate("Indicators", "No figures yet"),
        )

    def map(self) -> Chart:
        """A tile an area: the choice most of it is, and how many of how many."""
        labels, order = self._labels(), list(self._labels())
        tiles = tuple(self._tile(row, labels, order) for row in self._table.rows or (self._table.total,))
        return Chart(self.name, tiles=tiles, note=self._of_all())

    def _line(self, row: IndicatorRow) -> Bar:
        growth, tag, tone = row.growth, "", None
        if growth is not None and growth.percent is not None:
            share = self._words.digits(f"{growth.percent / 100:,.1f}%")
            tag = share
            if self._scored and growth.step is not None:
                tag, tone = (
                    QCoreApplication.translate("Indicators", "step {n} · {share}").format(
                        n=self._words.digits(str(growth.step)), share=share
                    ),
                    STEP_TONES[growth.step],
                )
        return Bar(
            self._words.area(row.unit),
            _value(row.year),
            self.point(row.year),
            tag=tag,
            tone=tone,
            code=row.unit.code,
            absence=row.year.absence,
        )

    def _tile(self, row: IndicatorRow, labels: Mapping[str, str], order: list[str]) -> Tile:
        figure, name = row.year.figure, self._words.area(row.unit)
        if figure is None or not figure.parts:
            return Tile(row.unit.code, name, self.point(row.year), None, row.year.absence)
        choice, amount = max(figure.parts, key=lambda part: part[1])
        whole = sum(each for _, each in figure.parts)
        text = self._words.digits(f"{labels[choice].split(' (')[0]} {amount:,}/{whole:,}")
        return Tile(row.unit.code, name, text, _RANKED[min(order.index(choice), len(_RANKED) - 1)])

    def _labels(self) -> dict[str, str]:
        formula = self._indicator.formula
        assert formula is not None
        options = self._definition.entity(self._indicator.entity).field(formula.by).options
        return {each.value: self._words.text(each.label_th, each.label_en) for each in options}

    def _of_all(self) -> str:
        share = self._table.total.year.offices
        text = (
            QCoreApplication.translate("Indicators", "{n} of {m} reports")
            if self._indicator.nature == FLOW
            else QCoreApplication.translate("Indicators", "{n} of {m} offices")
        )
        number = self._words.format_number
        return text.format(n=number(share.part), m=number(share.whole))

    # --- the numbers -----------------------------------------------------------------------------------------------

    def numbers(self) -> Table:
        """A line a row of the table and, last, the area."""
        total = (Cell(QCoreApplication.translate("Indicators", "Total")), *self._cells(self._table.total)[1:])
        return Table(
            self.name,
            self._columns(),
            (*(self._cells(row) for row in self._table.rows), total),
            with_total=True,
            note=f"{self.year()} · {self._of_all()}",
        )

    def column(self) -> Column:
        """The indicator as one column among others: its year."""
        return Column(self.name, self._kind())

    def year_figure(self, row: IndicatorRow) -> Cell:
        """What stands in that column."""
        return self._figure(row.year)

    def charts(self) -> tuple[Chart, Chart]:
        """The two charts of the indicator, as on screen: by area and by choice where it is split, else by period and
        by office."""
        formula = self._indicator.formula
        if formula is not None and formula.by:
            return self.map(), self.by_choice()
        return self.over_time(), self.by_office()

    def sentence(self) -> str:
        """The area's figure, of how many, and against the year before where there is one."""
        total = self._table.total
        text = f"{self.name}: {self.point(total.year, full=True)} · {self.year()} · {self._of_all()}"
        percent = total.growth.percent if total.growth is not None else None
        if percent is not None:
            against = QCoreApplication.translate("Indicators", "against last year {share} (same offices only)")
            text += " · " + against.format(share=self._words.digits(f"{percent / 100:,.1f}%"))
        return text

    def _kind(self) -> Kind:
        every = (*self._table.rows, self._table.total)
        exact = any(p.figure is not None and p.figure.decimals for row in every for p in (*row.points, row.year))
        return Kind.AMOUNT if exact else Kind.NUMBER

    def _columns(self) -> tuple[Column, ...]:
        translate = QCoreApplication.translate
        kind, unit = self._kind(), self._unit()
        figures = [*(self.period(window) for window in self._table.windows), self.year()]
        told = translate("Indicators", "Reports received"), translate("Indicators", "Reports due")
        columns = [
            Column(translate("Indicators", "Area")),
            *(Column(title, kind, unit=unit) for title in figures),
            Column(translate("Indicators", "n of m"), Kind.PAIR, told),
        ]
        if self._table.total.before:
            columns.append(Column(translate("Indicators", "against last year"), Kind.PERCENT))
        if self._scored:
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
        words = self._words
        cells = [Cell(words.area(row.unit), row.unit.code), *map(self._figure, (*row.points, row.year))]
        cells.append(self.told(row.year))
        growth = row.growth
        if self._table.total.before:
            percent = growth.percent if growth is not None else None
            text = "–" if percent is None else words.digits(f"{percent / 100:,.1f}%")
            cells.append(Cell(text, percent, value=percent))
        if self._scored:
            step = growth.step if growth is not None else None
            spoken = QCoreApplication.translate("Indicators", "step {n} of 5").format(n=step) if step else ""
            text = "–" if step is None else words.digits(str(step))
            cells.append(Cell(text, step, STEP_TONES[step] if step else None, spoken, step))
        return tuple(cells)


def pyramid(ages: Mapping[str, int], offices: Share, words: Words) -> Chart:
    """Women at the left, men at the right, the oldest on top, those of unknown age below; from so many offices."""
    decades = sorted({int(part.split("|")[1]) for part in ages if part.split("|")[1] != AGE_UNKNOWN}, reverse=True)
    pairs = [_pair(ages, str(decade), _decade(decade, words), words) for decade in decades]
    unknown = _pair(ages, AGE_UNKNOWN, QCoreApplication.translate("Indicators", "unknown"), words)
    if unknown.left or unknown.right:
        pairs.append(unknown)
    title = QCoreApplication.translate("Indicators", "Active leaders by age and sex")
    now, then = QCoreApplication.translate("Indicators", "women"), QCoreApplication.translate("Indicators", "men")
    counted = QCoreApplication.translate("Indicators", "{n} of {m} offices")
    return Chart(
        title,
        pyramid=tuple(pairs),
        now=now,
        then=then,
        note=counted.format(n=words.format_number(offices.part), m=words.format_number(offices.whole)),
        empty=QCoreApplication.translate("Indicators", "No figures yet"),
    )


def ages_table(chart: Chart) -> Table:
    """The numbers behind the pyramid."""
    heads = QCoreApplication.translate("Indicators", "Age"), chart.now, chart.then
    columns = tuple(Column(head, Kind.NUMBER if place else Kind.TEXT) for place, head in enumerate(heads))
    rows = tuple(
        (
            Cell(pair.label),
            Cell(pair.left_text, pair.left, value=pair.left),
            Cell(pair.right_text, pair.right, value=pair.right),
        )
        for pair in chart.pyramid
    )
    return Table(chart.title, columns, rows)


def _pair(ages: Mapping[str, int], decade: str, label: str, words: Words) -> Pair:
    women, men = ages.get(f"female|{decade}", 0), ages.get(f"male|{decade}", 0)
    return Pair(label, women, men, words.format_number(women), words.format_number(men))


def _decade(decade: int, words: Words) -> str:
    if decade >= 70:
        return words.digits(QCoreApplication.translate("Indicators", "70 and over"))
    return words.digits(f"{decade}–{decade + 9}") if decade else words.digits("0–9")


def _value(point: Point) -> int | None:
    return point.figure.value if point.figure is not None else None
