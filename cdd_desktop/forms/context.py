"""What a rule sees beside the record itself (rules-model.md, "What a rule sees")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cdd_desktop.domain.record import Content
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.ids import RecordId, UnitCode


@dataclass(frozen=True, slots=True)
class SubmissionContext:
    """The ``ctx`` of rules: the submission's window, unit and the day rules are evaluated on.

    ``memory`` keeps the values that stand for nothing and for the round itself, the same for all its records.
    """

    fiscal_year: int
    period_key: str
    period_start: date
    period_end: date
    prev_period_end: date
    opens_on: date
    due_on: date
    today: date
    unit_level: UnitLevel
    unit_code: UnitCode
    unit_tambons: tuple[str, ...]
    tambon_counts: Mapping[str, int] = field(default_factory=dict)  # area code → tambons inside, for tambon_count()
    memory: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)


_Seen = tuple[SubmissionContext, object, dict[str, Any]]  # the round, the entity, and the values


@dataclass(frozen=True, slots=True)
class Related:
    """Another record a rule may look at: its id and content. ``None`` in its place reads as all blank. ``seen`` keeps
    what it came to for those that look at it."""

    id: RecordId
    content: Content
    seen: dict[str, _Seen] = field(default_factory=dict, init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Context:
    """Everything one record is evaluated with. ``past`` holds up to three periods back, newest first."""

    submission: SubmissionContext
    register: Related | None = None
    prev_year: Related | None = None
    past: tuple[Related | None, ...] = ()

    @property
    def prev(self) -> Related | None:
        return self.past[0] if self.past else None
