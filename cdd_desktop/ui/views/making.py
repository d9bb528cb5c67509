"""From what was read to a view: which tables, charts and sentences it holds. Decided here alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.clock import bangkok_day
from cdd_desktop.forms.list_facts import AGES
from cdd_desktop.reports.dashboard import CellState, Dashboard, narrow, with_state
from cdd_desktop.reports.quality import build_quality
from cdd_desktop.reports.view import Section, View
from cdd_desktop.ui.views.ages import ages_table, pyramid
from cdd_desktop.ui.views.ahead import rounds_ahead, sentences
from cdd_desktop.ui.views.indicator_charts import Teller
from cdd_desktop.ui.views.indicator_hints import hint_of
from cdd_desktop.ui.views.monthly import monthly_view
from cdd_desktop.ui.views.news import contacts_table, most_silent_first, steps_table
from cdd_desktop.ui.views.overview import (
    completeness_map,
    every_report_table,
    figures_table,
    late_table,
    matrix_table,
    office_table,
)
from cdd_desktop.ui.views.part_charts import charts_of, numbers_of
from cdd_desktop.ui.views.quality import quality_tables
from cdd_desktop.ui.views.queue import queue_table
from cdd_desktop.ui.views.reading import ViewMaterial
from cdd_desktop.ui.views.request import ViewName, wanted
from cdd_desktop.ui.views.sentences import offices_sentence, quality_sentences, standing_sentences
from cdd_desktop.ui.views.telling import Telling
from cdd_desktop.ui.words import Words


def make_view(held: ViewMaterial, words: Words) -> View:
    """The view that was asked for, in these words; pure, on any thread."""
    telling = Telling(words, held.books)
    view = {
        ViewName.OVERVIEW: _overview,
        ViewName.QUALITY: _quality,
        ViewName.INDICATORS: _indicators,
        ViewName.NEWS: _news,
        ViewName.QUEUE: _queue,
        ViewName.MONTHLY: monthly_view,
    }[held.request.name](held, telling)
    return view.sorted(held.request.sorting)


def shown_part(held: ViewMaterial) -> Dashboard:
    """The dashboard with the windows that are asked for."""
    whole, request = held.dashboard, held.request
    assert whole is not None
    today = bangkok_day(held.now)
    return narrow(whole, [each for each in whole.windows if wanted(request, each, today, held.books.calendar)])


def _overview(held: ViewMaterial, telling: Telling) -> View:
    translate, request, shown = QCoreApplication.translate, held.request, shown_part(held)
    title = translate("Views", "Completeness and timeliness")
    office = request.office or (shown.rows[0].unit.code if len(shown.rows) == 1 else "")
    row = next((row for row in shown.rows if row.unit.code == office), None)
    notes = (telling.as_of(shown.pulled_at, held.now),)
    if row is not None:
        named = f"{title} · {telling.words.office(row.unit)}"
        both = figures_table(row.measures, telling), office_table(shown.windows, row, telling)
        told = standing_sentences(row.measures, telling)
        subtitle = telling.subtitle(row.unit, shown.fiscal_year)
        return View("overview", named, subtitle, (Section(title, tables=both),), notes, told)
    board = with_state(shown, CellState(request.state)) if request.state else shown
    places = {code: place for place, code in enumerate(request.order)}
    rows = sorted(board.rows, key=lambda each: places.get(each.unit.code, len(places)))
    matrix = matrix_table(board, telling, rows)
    lists = (matrix, late_table(board, telling), *every_report_table(board, telling))
    return View(
        "overview",
        title,
        telling.subtitle(shown.scope, shown.fiscal_year),
        (
            Section(title, (completeness_map(board, telling),), (figures_table(shown.measures, telling),)),
            Section(matrix.title, tables=lists),
        ),
        (*notes, offices_sentence(shown, telling)),
        standing_sentences(shown.measures, telling),
    )


def _quality(held: ViewMaterial, telling: Telling) -> View:
    sheet = held.quality
    assert sheet is not None
    quality = build_quality(sheet.dashboard, sheet.evidence)
    title = QCoreApplication.translate("Views", "Quality of the data")
    return View(
        "quality",
        title,
        telling.subtitle(sheet.dashboard.scope, sheet.dashboard.fiscal_year),
        (Section(title, tables=quality_tables(quality, telling)),),
        (telling.as_of(sheet.dashboard.pulled_at, held.now, sheet.left), offices_sentence(sheet.dashboard, telling)),
        quality_sentences(quality, telling),
    )


def _indicators(held: ViewMaterial, telling: Telling) -> View:
    sheet, chosen = held.sheets[0], held.request.indicator
    words = telling.words
    tellers = [
        Teller(sheet.definition, sheet.table(each), words) for each in sheet.indicators() if chosen in ("", each.key)
    ]
    sections = [Section(teller.name, charts_of(teller), (numbers_of(teller),), _notes(teller)) for teller in tellers]
    if sheet.ages and chosen in ("", AGES):
        chart = pyramid(sheet.ages, sheet.ages_of, words)
        sections.append(Section(chart.title, (chart,), (ages_table(chart),)))
    return View(
        f"indicators-{sheet.definition.dataset}",
        words.dataset(sheet.definition.dataset),
        telling.subtitle(sheet.scope, sheet.fiscal_year),
        tuple(sections),
        (telling.as_of(sheet.pulled_at, held.now, sheet.left),),
        sentences(tellers),
    )


def _notes(teller: Teller) -> tuple[str, ...]:
    """How a figure is worked out, and which of its periods are not due yet."""
    return tuple(note for note in (hint_of(teller), rounds_ahead(teller)) if note)


def _news(held: ViewMaterial, telling: Telling) -> View:
    board = held.dashboard
    assert board is not None
    title = QCoreApplication.translate("Views", "What is new")
    rows = most_silent_first(board.rows)
    tables = (
        steps_table(held.moves, telling),
        contacts_table(rows, len(board.silent), board.offices, telling),
    )
    return View(
        "news",
        title,
        telling.subtitle(board.scope, board.fiscal_year),
        (Section(title, tables=tables),),
        (telling.as_of(board.pulled_at, held.now),),
        tuple(table.title for table in tables),
    )


def _queue(held: ViewMaterial, telling: Telling) -> View:
    translate, number = QCoreApplication.translate, telling.words.format_number
    title = translate("Views", "Reports to review")
    places = {key: place for place, key in enumerate(held.request.order)}
    items = sorted(held.queue, key=lambda item: places.get(str(item.key), len(places)))
    table = queue_table(items, telling.words, bangkok_day(held.now))
    looked = translate("Views", "{n} of {m} reports hold something to look at")
    looked = looked.format(n=number(sum(item.wants_a_look for item in held.queue)), m=number(len(held.queue)))
    now = translate("Views", "As of {when}").format(when=telling.words.format_instant(held.now))
    office = telling.words.office(held.unit)
    return View("queue", title, office, (Section(title, tables=(table,)),), (now,), (looked,))
