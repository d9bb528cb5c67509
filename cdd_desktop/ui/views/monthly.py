"""A province's report of a month: what fell due and came, what is late and whose, quality, and the month's figures."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from cdd_desktop.clock import bangkok_day
from cdd_desktop.operations.read_indicators import IndicatorSheet
from cdd_desktop.reports.dashboard import narrow
from cdd_desktop.reports.indicators import IndicatorRow
from cdd_desktop.reports.quality import build_quality
from cdd_desktop.reports.view import Cell, Column, Kind, Row, Section, Table, View
from cdd_desktop.ui.views.ahead import rounds_ahead, sentences
from cdd_desktop.ui.views.indicator_charts import Teller
from cdd_desktop.ui.views.overview import completeness_map, figures_table, late_table, matrix_table
from cdd_desktop.ui.views.part_charts import charts_of
from cdd_desktop.ui.views.quality import quality_tables
from cdd_desktop.ui.views.reading import ViewMaterial
from cdd_desktop.ui.views.request import BEGUN, first_of_month, wanted
from cdd_desktop.ui.views.sentences import offices_sentence, quality_sentences, standing_sentences
from cdd_desktop.ui.views.telling import Telling


def monthly_view(held: ViewMaterial, telling: Telling) -> View:
    """Made of the same tables as the views; figures are as of now, windows those due in the month."""
    sheet, request, translate = held.quality, held.request, QCoreApplication.translate
    assert sheet is not None
    whole, today, calendar = sheet.dashboard, bangkok_day(held.now), held.books.calendar
    month = narrow(whole, [each for each in whole.windows if wanted(request, each, today, calendar)])
    until = replace(request, period=BEGUN)
    year = narrow(whole, [each for each in whole.windows if wanted(until, each, today, calendar)])
    quality = build_quality(year, sheet.evidence)
    name = telling.words.format_month(first_of_month(whole.fiscal_year, request.period))
    due = Section(
        translate("Views", "Due in {month}").format(month=name),
        (completeness_map(month, telling),),
        (figures_table(month.measures, telling), matrix_table(month, telling)),
    )
    so_far = Section(
        translate("Views", "The fiscal year until today"),
        tables=(figures_table(year.measures, telling), late_table(year, telling)),
    )
    good = Section(translate("Views", "Quality of the data"), tables=quality_tables(quality, telling))
    figures = [_figures(each, telling) for each in held.sheets]
    said = translate("Views", "Due in {month}: {sentence}")
    return View(
        f"monthly-{first_of_month(whole.fiscal_year, request.period):%Y-%m}",
        translate("Views", "Report of {month}").format(month=name),
        telling.subtitle(whole.scope, whole.fiscal_year),
        (due, so_far, good, *figures),
        (telling.as_of(whole.pulled_at, held.now, sheet.left), offices_sentence(year, telling)),
        (
            *(said.format(month=name, sentence=each) for each in standing_sentences(month.measures, telling)[:1]),
            *standing_sentences(year.measures, telling),
            *quality_sentences(quality, telling),
            *(said for each in held.sheets for said in sentences(_tellers(each, telling)[:1])),
        ),
    )


def _figures(sheet: IndicatorSheet, telling: Telling) -> Section:
    """A dataset: the charts of its first indicator, and all of them in one table."""
    tellers = _tellers(sheet, telling)
    title = telling.words.dataset(sheet.definition.dataset)
    if not tellers:
        return Section(title)
    ahead = rounds_ahead(tellers[0])
    return Section(title, charts_of(tellers[0]), (_year_table(sheet, tellers, telling),), (ahead,) if ahead else ())


def _tellers(sheet: IndicatorSheet, telling: Telling) -> list[Teller]:
    return [Teller(sheet.definition, sheet.table(each), telling.words) for each in sheet.indicators()]


def _year_table(sheet: IndicatorSheet, tellers: list[Teller], telling: Telling) -> Table:
    translate = QCoreApplication.translate
    told = translate("Indicators", "Reports received"), translate("Indicators", "Reports due")
    columns = (
        Column(translate("Indicators", "Area")),
        Column(translate("Indicators", "n of m"), Kind.PAIR, told),
        *(teller.column() for teller in tellers),
    )
    tables = [sheet.table(each) for each in sheet.indicators()]
    lines = [list(each) for each in zip(*(table.rows for table in tables), strict=True)]
    rows = [_year_row(line, tellers, telling) for line in lines]
    total = _year_row([table.total for table in tables], tellers, telling)
    rows.append((Cell(translate("Indicators", "Total")), *total[1:]))
    return Table(telling.words.dataset(sheet.definition.dataset), columns, tuple(rows), with_total=True)


def _year_row(line: list[IndicatorRow], tellers: list[Teller], telling: Telling) -> Row:
    figures = (teller.year_figure(row) for teller, row in zip(tellers, line, strict=True))
    return (telling.area(line[0].unit), tellers[0].told(line[0].year), *figures)
