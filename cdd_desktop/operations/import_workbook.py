"""Workbooks in: the rows of a workbook laid against the store, shown as a plan or written in one transaction.

Preview and writing are the same work; a preview takes it all back at the end, so it cannot promise anything else.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.exchange.cells import Labels
from cdd_desktop.exchange.columns import About, SheetMap, guess_maps, read_about
from cdd_desktop.exchange.layout import SheetLayout, sheets_of
from cdd_desktop.exchange.plan import DraftRow, ImportPlan, PlannedRow
from cdd_desktop.exchange.read import Book, read_book
from cdd_desktop.exchange.rows import Reader, join_tables, read_drafts
from cdd_desktop.exchange.shell import BookKind
from cdd_desktop.operations.import_rows import RowWriter
from cdd_desktop.operations.progress import round_of
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workbook_names import cell_labels, remember_columns, remembered_columns

Heard = Callable[[int, int], None]
"""Told how many rows are dealt with, of how many; may raise to stop: then nothing is written."""


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """A workbook with what its columns are taken for. ``about`` is None for a sheet of another origin."""

    key: SubmissionKey
    book: Book
    layouts: tuple[SheetLayout, ...]
    maps: tuple[SheetMap, ...]
    about: About | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; ``changes`` is empty after a preview."""

    plan: ImportPlan
    changes: Changes = field(default_factory=Changes)


def prepare_import(work: Work, key: SubmissionKey, path: Path) -> ImportOrder:
    """Reads a workbook and finds its columns; nothing is written.

    Raises what ``read_book`` and ``round_of`` raise; ``RefusedError``: ``workbook-published``,
    ``workbook-other-unit``; ``BadRequestError``: ``workbook-other-dataset``, ``workbook-other-period``,
    ``workbook-newer``, ``workbook-altered``, ``workbook-no-columns``.
    """
    place = round_of(work, key)
    layouts = sheets_of(place.definition, work.unit.level, key.period)
    with collector_at_rest():
        book = read_book(path)
    about = read_about(book)
    if about is None:
        maps = guess_maps(book, layouts, remembered_columns(work, key.dataset))
    else:
        _refuse_foreign(about, key, place.definition.version)
        maps = about.maps
    if not maps:
        raise BadRequestError("workbook-no-columns")
    return ImportOrder(key, book, layouts, maps, about)


def run_import(work: Work, order: ImportOrder, *, dry_run: bool, heard: Heard | None = None) -> Imported:
    """Writes the good rows and says of every row what became of it; with ``dry_run`` nothing stays written.

    Raises ``RefusedError("not-editable")`` where the round takes no entries now, and what ``heard`` raises.
    """
    if not dry_run:
        if order.about is None:
            chosen = {found.layout: _chosen(found) for found in order.maps}
            remember_columns(work, order.key.dataset, chosen)
        with collector_at_rest():
            return _import(work, order, heard)
    work.session.flush()
    trial = work.session.begin_nested()
    try:
        with collector_at_rest():
            return replace(_import(replace(work, memory={}), order, heard), changes=Changes())
    finally:
        trial.rollback()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Python's collector of cycles does not look while this lasts: rows by the ten thousand all stay in use, and
    looking through them again and again takes a fifth of the whole time."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _import(work: Work, order: ImportOrder, heard: Heard | None) -> Imported:
    maps = {found.layout: found for found in order.maps}
    total = sum(len(sheet.rows) for found in order.maps if (sheet := order.book.sheet(found.sheet)) is not None)
    returned = order.about is not None and order.about.kind is BookKind.RETURN
    planned: list[PlannedRow] = []
    changes, done = Changes(), 0
    for layout in order.layouts:
        if layout.line is not None or layout.key not in maps:
            continue
        drafts = _drafts(work, order, layout, maps)
        writer = RowWriter(work, order.key, layout, returned=returned)

        def count(rows: int, before: int = done) -> None:
            if heard is not None:
                heard(before + rows, total)

        planned += writer.write(drafts, count)
        changes |= writer.changes
        done += len(drafts)
    return Imported(ImportPlan(tuple(planned), order.maps, order.layouts), changes)


def _drafts(work: Work, order: ImportOrder, layout: SheetLayout, maps: dict[str, SheetMap]) -> list[DraftRow]:
    """The rows of a kind of record, with those of its tables. Names are read now: rows before may have made some."""
    own = [layout, *(part for part in order.layouts if part.line is not None and part.entity.key == layout.entity.key)]
    reader = Reader(
        labels=_with_names_then(cell_labels(work, own), order.about),
        today=work.today,
        area=work.unit.code,
        bases=order.about.bases if order.about is not None else {},
    )
    sheet = order.book.sheet(maps[layout.key].sheet)
    assert sheet is not None
    drafts = read_drafts(sheet, layout, maps[layout.key], reader, heard=lambda _row: None)
    for part in own[1:]:
        found = maps.get(part.key)
        lines = order.book.sheet(found.sheet) if found is not None else None
        if found is not None and lines is not None:
            join_tables(lines, part, found, reader, drafts)
    return drafts


def _with_names_then(labels: dict[str, Labels], about: About | None) -> dict[str, Labels]:
    """A cell still shows the name an entry had when the workbook was made, also when it has another one now."""
    then = about.names if about is not None else {}
    return {key: labels.get(key, Labels()).beside(then.get(key, {})) for key in {*labels, *then}}


def _refuse_foreign(about: About, key: SubmissionKey, version: int) -> None:
    if about.kind is BookKind.PUBLISHED:
        raise RefusedError("workbook-published")
    if about.unit != key.unit:
        raise RefusedError("workbook-other-unit", unit=about.unit)
    if about.dataset != key.dataset:
        raise BadRequestError("workbook-other-dataset", dataset=about.dataset)
    if about.period != key.period:
        raise BadRequestError("workbook-other-period", period=about.period)
    if about.form_version > version:
        raise BadRequestError("workbook-newer")


def _chosen(found: SheetMap) -> dict[str, str]:
    return {heading: found.columns.get(place, "") for place, heading in found.headings.items()}


def sheets_to_choose(order: ImportOrder) -> Sequence[str]:
    """The names of the sheets a person can choose from."""
    return [sheet.name for sheet in order.book.sheets if sheet.visible]
