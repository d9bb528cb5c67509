"""Ages of people as a pyramid, and the numbers behind it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from cdd_desktop.forms.list_facts import AGE_UNKNOWN
from cdd_desktop.reports.chart import Chart, Pair
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.view import Cell, Column, Kind, Table
from cdd_desktop.ui.words import Words


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
