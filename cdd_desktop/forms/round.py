"""A submission's round, the same on both ends: what its unit reports, on which register, in which periods."""

from __future__ import annotations

from dataclasses import dataclass

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.geography import geography
from cdd_desktop.periods.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Round:
    """A submission with the form its unit fills in it: ``entity`` is the kind its items are of, ``register`` the
    kind of entry they belong to (itself, where the register is what is reported; empty where there is none).
    ``periods`` are those whose records stand in the list: an application stands in every list of its fiscal year from
    its own on."""

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
        """Whether the round expects something of register entries: a province has none of the districts' registers."""
        if not self.register:
            return False
        level = UnitLevel.DISTRICT if len(self.key.unit) == 4 else UnitLevel.PROVINCE
        register = self.definition.entity_by_key.get(self.register)
        return register is None or level in register.levels


def round_in(window: Window, key: SubmissionKey, definition: Definition, calendar: Calendar) -> Round:
    """The round of ``key`` in its window, by the form given. Raises ``BadRequestError("dataset-not-reported")``."""
    entity = definition.main_entity(geography().unit(key.unit).level)
    if entity.kind is EntityKind.REGISTER:
        dataset, register = str(definition.dataset), str(entity.key)
    else:
        dataset, register = str(entity.register_dataset or ""), str(entity.register or "")
    periods: tuple[str, ...] = (window.period,)
    if entity.kind is EntityKind.APPLICATION:
        periods = tuple(other.period for other in calendar.until(window))
    return Round(key, definition, entity, window, dataset, register, periods)
