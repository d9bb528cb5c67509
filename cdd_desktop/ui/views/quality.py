"""The quality of the data as tables: a line an office, figures that are unusual, figures that look copied."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from cdd_desktop.forms.amounts import show_hundredths, show_whole
from cdd_desktop.forms.indicators import Sums, figure_of
from cdd_desktop.reports.quality import CopiedList, Quality, QualityRow, Unusual
from cdd_desktop.reports.view import Cell, Column, Kind, Row, Table
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.telling import Telling, place_columns, share_column


def quality_tables(quality: Quality, telling: Telling) -> tuple[Table, ...]:
    """By office, then what is to be looked at."""
    return tuple(make(quality, telling) for make in (offices_table, unusual_table, copied_table))


def offices_table(quality: Quality, telling: Telling) -> Table:
    """A line an office and, last, the area."""
    translate = QCoreApplication.translate
    total = (Cell(translate("Views", "Total")), *_office(quality.total, telling)[1:])
    return Table(
        translate("Views", "Quality by office"),
        _office_columns(),
        (*(_office(row, telling) for row in quality.rows), total),
        with_total=True,
        note=translate(
            "Views",
            "Declared: reports received of those expected. Computed: entries done of those expected."
            " Current: register entries dealt with within a year.",
        ),
    )


def _office_columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    expected = translate("Views", "Reports expected")
    done, entries = translate("Views", "Entries done"), translate("Views", "Entries expected")
    explained = translate("Views", "Warnings open"), translate("Views", "Warnings explained")
    answered = translate("Views", "Sent back"), translate("Views", "Answered")
    return (
        Column(translate("Views", "Office")),
        share_column(translate("Views", "Declared"), translate("Views", "Reports received"), expected),
        share_column(translate("Views", "Computed"), done, entries),
        share_column(translate("Views", "On time"), translate("Views", "Reports on time"), expected),
        Column(translate("Views", "Days before due"), Kind.NUMBER),
        share_column(
            translate("Views", "Current registers"),
            translate("Views", "Current entries"),
            translate("Views", "Register entries"),
        ),
        Column(translate("Views", "With errors"), Kind.NUMBER),
        Column(translate("Views", "Warnings open / explained"), Kind.PAIR, explained),
        Column(translate("Views", "Sent back / answered"), Kind.PAIR, answered),
        Column(translate("Views", "Answered within"), Kind.NUMBER, (translate("Views", "Answered within (hours)"), "")),
        share_column(
            translate("Views", "Copied"), translate("Views", "Records copied"), translate("Views", "Records compared")
        ),
        Column(
            translate("Views", "Lists known"),
            Kind.PAIR,
            (translate("Views", "Lists known"), translate("Views", "Reports received")),
        ),
    )


def _office(row: QualityRow, telling: Telling) -> Row:
    words, measures = telling.words, row.measures
    spoken = QCoreApplication.translate("Views", "{n} entries with errors").format(n=row.errors) if row.errors else ""
    lead = Cell("–")
    if row.lead_days is not None:
        lead = Cell(words.digits(str(row.lead_days)), row.lead_days, value=row.lead_days)
    lists = telling.pair(row.lists.part, row.lists.whole)
    return (
        telling.area(row.unit),
        telling.share(measures.declared),
        telling.share(measures.computed),
        telling.share(measures.timely),
        lead,
        telling.share(row.current),
        Cell(words.format_number(row.errors), row.errors, Tone.BAD if row.errors else None, spoken, row.errors),
        telling.pair(row.warnings, row.explained),
        telling.pair(row.returned, row.answered),
        telling.passed(row.turn_round),
        telling.share(row.copied),
        Cell(lists.text, row.lists.ratio, value=lists.value),
    )


def unusual_table(quality: Quality, telling: Telling) -> Table:
    """Figures far from what is usual for their office."""
    translate = QCoreApplication.translate
    columns = (
        *place_columns(),
        Column(translate("Views", "Figure")),
        Column(translate("Views", "Now"), Kind.AMOUNT),
        Column(translate("Views", "Usual")),
    )
    return Table(
        translate("Views", "Unusual figures"),
        columns,
        tuple(_far(each, telling) for each in quality.unusual),
        note=telling.words.digits(
            translate(
                "Views",
                "Figures far from what is usual for the same office: beyond three times the breadth of the middle half"
                " of its earlier periods. Five of them have to be there. It may be right: ask the office.",
            )
        ),
    )


def _far(found: Unusual, telling: Telling) -> Row:
    words, usual = telling.words, found.usual
    definition = telling.books.catalogue.newest(found.key.dataset)
    indicator = next(each for each in definition.indicators if each.key == found.indicator)
    exact = figure_of(definition, indicator, Sums(0)).decimals

    def shown(value: int) -> str:
        return words.digits(show_hundredths(value) if exact else show_whole(value))

    span = QCoreApplication.translate("Views", "{low} to {high} (middle {middle}, {n} periods)").format(
        low=shown(usual.low), high=shown(usual.high), middle=shown(usual.middle), n=usual.count
    )
    label = words.text(indicator.label_th, indicator.label_en)
    value = Decimal(found.value).scaleb(-2) if exact else found.value
    return (
        *telling.place(found.key),
        Cell(label, label),
        Cell(shown(found.value), found.value, value=value),
        Cell(words.digits(span)),
    )


def copied_table(quality: Quality, telling: Telling) -> Table:
    """Records with the very figures of the period before."""
    translate = QCoreApplication.translate
    same = share_column(
        translate("Views", "Records with the same figures"),
        translate("Views", "Records copied"),
        translate("Views", "Records compared"),
    )
    return Table(
        translate("Views", "Copied figures"),
        (*place_columns(), same),
        tuple(_same(each, telling) for each in quality.copied),
        note=translate(
            "Views",
            "Records in which every amount and count is that of the period before. It may be right: ask the office.",
        ),
    )


def _same(found: CopiedList, telling: Telling) -> Row:
    return (*telling.place(found.key), telling.share(found.share))
