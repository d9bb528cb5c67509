"""The figures of a submission: the dataset's own indicators over what is printed, money in words as well."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from cdd_desktop.forms.amounts import show_hundredths, show_whole
from cdd_desktop.forms.baht_text import baht_text
from cdd_desktop.forms.context import Context, Related
from cdd_desktop.forms.counting import Measured
from cdd_desktop.forms.indicators import Figure, figures, is_ranking, part_labels
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.read_paper import PaperSheet
from cdd_desktop.operations.read_review import ReviewEntry
from cdd_desktop.ui.printing.bench import label_in
from cdd_desktop.ui.printing.page_model import Strip
from cdd_desktop.ui.printing.tables import Column, Row, table
from cdd_desktop.ui.printing.typeset import Typesetter
from cdd_desktop.ui.words import Words

_BAHT = "บาท"


def summary_strips(sheet: PaperSheet, words: Words, setter: Typesetter) -> list[Strip]:
    """A table of the figures; nothing where there are no entries."""
    rows = [row for figure in _figures(sheet) for row in _rows(sheet, figure, words)]
    if not rows:
        return []
    translate = QCoreApplication.translate
    columns = [
        Column(translate("Paper", "What is measured")),
        Column(translate("Paper", "Figure"), "right", whole=True),
        Column(translate("Paper", "Unit"), "centre"),
    ]
    return [*setter.heading(translate("Paper", "Summary")), *table(setter, columns, rows, gap=3)]


def _figures(sheet: PaperSheet) -> tuple[Figure, ...]:
    if sheet.review.context is None:
        return ()
    return figures(sheet.definition, [_measured(sheet, entry) for entry in sheet.review.entries])


def _measured(sheet: PaperSheet, entry: ReviewEntry) -> Measured:
    assert sheet.review.context is not None
    entity = sheet.definition.entity(entry.entity)
    named = str(entry.content.get(entity.ref) or "") if entity.ref else ""
    register = None if entry.register is None else Related(RecordId(named), entry.register)
    return Measured(entry.entity, entry.content, Context(submission=sheet.review.context, register=register))


def _rows(sheet: PaperSheet, figure: Figure, words: Words) -> Iterator[Row]:
    indicator = figure.indicator
    if figure.value is None:
        return
    label = label_in(words, indicator.label_th, indicator.label_en)
    if indicator.unit_th == _BAHT and words.is_thai:
        label = f"{label}\n({baht_text(figure.value)})"
    unit = words.text(indicator.unit_th, indicator.unit_en)
    yield Row((label, _shown(figure.value, figure, words), unit))
    if figure.parts and not is_ranking(sheet.definition, indicator):
        labels = part_labels(sheet.definition, indicator)
        for part, amount in figure.parts:
            yield Row((f"– {label_in(words, *labels[part])}", _shown(amount, figure, words), unit))


def _shown(value: int, figure: Figure, words: Words) -> str:
    return words.digits(show_hundredths(value) if figure.decimals else show_whole(value))
