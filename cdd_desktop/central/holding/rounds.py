"""What a submission consists of: its form and window, the records of its list, the register entries it expects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.holding.records import Line, StoredRecord
from cdd_desktop.central.holding.surroundings import Library
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import MARK, WHY, Content, EntityKind, MarkState
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.context import Related
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.forms.submission import SubmissionRecord
from cdd_desktop.geography import geography
from cdd_desktop.ids import RecordId

_MARKS = {str(mark): mark for mark in MarkState}


@dataclass(frozen=True, slots=True)
class Round:
    """One submission's round: ``entity`` is what its unit mainly reports, ``register`` the kind of entry that belongs
    to (itself where the register is reported, "" for none), ``periods`` those whose records stand in its list."""

    key: SubmissionKey
    definition: Definition
    entity: Entity
    window: Window
    register_dataset: str
    register: str
    periods: tuple[str, ...]

    @property
    def is_register(self) -> bool:
        return self.entity.kind is EntityKind.REGISTER

    @property
    def has_base(self) -> bool:
        """Whether entries of the own register are expected: a province has none of the districts' registers."""
        if not self.register:
            return False
        level = UnitLevel.DISTRICT if len(self.key.unit) == 4 else UnitLevel.PROVINCE
        register = self.definition.entity_by_key.get(self.register)
        return register is None or level in register.levels


def round_of(books: Books, key: SubmissionKey, form: int = 0) -> Round:
    """The round of a submission under a form version, by default the newest.

    Raises ``BadRequestError``: ``dataset-unknown``, ``definition-unknown``, ``period-unknown``,
    ``dataset-not-reported``.
    """
    window = books.calendar.window(key.dataset, key.period)
    definition = books.catalogue.get(key.dataset, form) if form else books.catalogue.newest(key.dataset)
    entity = definition.main_entity(geography().unit(key.unit).level)
    if entity.kind is EntityKind.REGISTER:
        dataset, register = str(definition.dataset), str(entity.key)
    else:
        dataset, register = str(entity.register_dataset or ""), str(entity.register or "")
    periods: tuple[str, ...] = (window.period,)
    if entity.kind is EntityKind.APPLICATION:  # it stands in every list of its fiscal year from its own on
        periods = tuple(other.period for other in books.calendar.until(window))
    return Round(key, definition, entity, window, dataset, register, periods)


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
    found = []
    for row in rows:
        content: Content = row.open(library.vault)
        mark = content.get(MARK + period)
        found.append(
            SubmissionRecord(
                id=RecordId(row.id),
                entity=row.entity,
                content=content,
                mark=_MARKS.get(mark) if isinstance(mark, str) else None,
                mark_reason=str(content.get(WHY + period) or ""),
                register=(register or {}).get(row.register),
            )
        )
    return found
