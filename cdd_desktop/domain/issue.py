"""What is wrong with an answer: a code and its place, never a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cdd_desktop.ids import RecordId

REQUIRED = "required"


class IssueLevel(StrEnum):
    """Error blocks certifying, warning wants a written reason, info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding.

    ``code`` is ``required``, ``not-a-value``, ``out-of-range`` …, or ``rule`` with the rule's id in ``rule``; the
    definition holds a rule's sentence. ``paths`` are the content paths it stands at (empty: the whole record or
    group). ``reason`` is the person's written reason, when there is one.
    """

    level: IssueLevel
    code: str
    paths: tuple[str, ...] = ()
    rule: str = ""
    params: dict[str, object] = field(default_factory=dict)
    reason: str = ""
    record_id: RecordId | None = None
    group: str = ""

    @property
    def open(self) -> bool:
        """Whether it still wants something: an error, or a warning without its reason."""
        return self.level is IssueLevel.ERROR or (self.level is IssueLevel.WARNING and not self.reason)

    @property
    def fault(self) -> bool:
        """Whether something is wrong; a required box that is still blank is work under way."""
        return self.level is IssueLevel.ERROR and self.code != REQUIRED
