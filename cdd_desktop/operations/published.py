"""Keep what central publishes: newer form definitions, schedules and holidays, each checked before it is stored."""

from __future__ import annotations

from collections.abc import Callable

from cdd_desktop.errors import UserError
from cdd_desktop.forms.definition import read_definition
from cdd_desktop.operations.contact import note_contact
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.holidays import read_holidays
from cdd_desktop.periods.schedule import read_schedule, text_digest
from cdd_desktop.store.rows import PublishedRow
from cdd_desktop.sync.protocol import SyncAnswer


def store_published(work: Work, answer: SyncAnswer) -> bool:
    """Whether anything new was stored. A file this program cannot read is left out and named in the journal of
    contacts; the one before stays in use."""
    texts = [("definition", text) for text in answer.definitions] + [("schedule", text) for text in answer.schedules]
    if answer.holidays:
        texts.append(("holidays", answer.holidays))
    stored = [_store(work, kind, text) for kind, text in texts]
    return any(stored)


def _store(work: Work, kind: str, text: str) -> bool:
    try:
        name = _NAMES[kind](text)
    except UserError as error:
        note_contact(work, "published-unreadable", {"name": f"{kind}: {error.code}"})
        return False
    row = work.session.get(PublishedRow, (kind, name))
    if row is not None and row.text == text:
        return False
    work.session.merge(PublishedRow(kind=kind, name=name, text=text, arrived_at=work.now))
    return True


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
