"""Facts: one small row per submission, which store and central both keep up to date and ``reports`` adds up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cdd_desktop.domain.submission import MoveKind, Progress, SubmissionKey, SubmissionState, Verdict


@dataclass(frozen=True, slots=True)
class SubmissionFact:
    """``received`` is true from the first receipt of a certification on, for ever (product.md, Dashboard)."""

    key: SubmissionKey
    state: SubmissionState
    received: bool
    nil: bool
    verdict: Verdict | None
    finished_at: datetime | None
    received_at: datetime | None
    progress: Progress
    comments: int = 0


@dataclass(frozen=True, slots=True)
class UnitContact:
    """When central last heard from an office."""

    unit: str
    last_contact_at: datetime | None
    reports_from: str


@dataclass(frozen=True, slots=True)
class ReturnFact:
    """A submission was sent back, and when it was certified anew; None: it still lies with its office."""

    key: SubmissionKey
    at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class MoveFact:
    """A step of a submission, by whom and when."""

    key: SubmissionKey
    kind: MoveKind
    at: datetime
    person_name: str
