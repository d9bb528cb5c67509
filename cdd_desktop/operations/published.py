"""Keep what central publishes: newer form definitions, schedules and holidays, each checked before it is stored."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from cdd_desktop.errors import UserError
from cdd_desktop.forms.definition import read_definition
from cdd_desktop.operations.contact import note_contact
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.holidays import read_holidays
from cdd_desktop.periods.schedule import read_schedule, text_digest
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import PublishedRow
from cdd_desktop.sync.protocol import SyncAnswer


class _Became(Enum):
    """What became of one file."""

    STORED = auto()
    KNOWN = auto()
    UNREADABLE = auto()


def store_published(work: Work, answer: SyncAnswer) -> bool:
    """Whether anything new was stored. A file this program cannot read is left out and named in the journal of
    contacts; the one before stays in use, and central is asked for it again."""
    texts = [("definition", text) for text in answer.definitions] + [("schedule", text) for text in answer.schedules]
    if answer.holidays:
        texts.append(("holidays", answer.holidays))
    became = {_store(work, kind, text) for kind, text in texts}
    if answer.books or answer.books_asked:
        sure = not answer.books_asked and _Became.UNREADABLE not in became
        write_meta(work.session, Meta.BOOKS, answer.books if sure else "")
    return _Became.STORED in became


def _store(work: Work, kind: str, text: str) -> _Became:
    try:
        name = _NAMES[kind](text)
    except UserError as error:
        note_contact(work, "published-unreadable", {"name": f"{kind}: {error.code}"})
        return _Became.UNREADABLE
    row = work.session.get(PublishedRow, (kind, name))
    if row is not None and row.text == text:
        return _Became.KNOWN
    work.session.merge(PublishedRow(kind=kind, name=name, text=text, arrived_at=work.now))
    return _Became.STORED


def _definition_name(text: str) -> str:
    definition = read_definition(text)
    return f"{definition.dataset}/{definition.version}"


def _schedule_name(text: str) -> str:
    schedule = read_schedule(text)
    return f"{schedule.fiscal_year}/{schedule.revision}"


def _holidays_name(text: str) -> str:
    read_holidays(text)
    return text_digest(text)


_NAMES: dict[str, Callable[[str], str]] = {
    "definition": _definition_name,
    "schedule": _schedule_name,
    "holidays": _holidays_name,
}
