"""What a submission consists of: its form and window, the records of its list, the register entries it expects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.holding.records import Line, StoredRecord
from cdd_desktop.central.holding.surroundings import Library
from cdd_desktop.domain.record import MARK, WHY, Content, MarkState
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.context import Related
from cdd_desktop.forms.round import Round, round_in
from cdd_desktop.forms.submission import SubmissionRecord
from cdd_desktop.ids import RecordId

_MARKS = {str(mark): mark for mark in MarkState}


def round_of(books: Books, key: SubmissionKey, form: int = 0) -> Round:
    """The round of a submission under a form version, by default the newest.

    Raises ``BadRequestError``: ``dataset-unknown``, ``definition-unknown``, ``period-unknown``,
    ``dataset-not-reported``.
    """
    window = books.calendar.window(key.dataset, key.period)
    definition = books.catalogue.get(key.dataset, form) if form else books.catalogue.newest(key.dataset)
    return round_in(window, key, definition, books.calendar)


def register_rows(library: Library, place: Round) -> Sequence[StoredRecord]:
    """The live entries of the register the round belongs to."""
    if not place.register:
        return ()
    return library.holdings.live(place.key.unit, place.register_dataset, ("",), place.register)


def period_lines(library: Library, place: Round) -> Sequence[Line]:
    """The live period records of the round's list."""
    return library.holdings.lines(place.key.unit, place.key.dataset, place.periods)


def as_submission_records(
    library: Library, rows: Iterable[StoredRecord], period: str, register: dict[str, Related] | None = None
) -> list[SubmissionRecord]:
    """Rows as the rules over a submission want them, with their mark of the period."""
    found, marked, why, known = [], MARK + period, WHY + period, register or {}
    for row in rows:
        content: Content = row.open(library.vault)
        mark = content.get(marked)
        state = _MARKS.get(mark) if isinstance(mark, str) else None
        reason = str(content.get(why) or "")
        found.append(SubmissionRecord(RecordId(row.id), row.entity, content, state, reason, known.get(row.register)))
    return found
