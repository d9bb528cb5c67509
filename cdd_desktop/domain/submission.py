"""Submissions: everything one unit reports for one dataset and period (product.md, Four facts)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cdd_desktop.ids import DatasetKey, PeriodId, PersonId, RecordId, UnitCode


class SubmissionState(StrEnum):
    """Moved by people."""

    NONE = "none"
    DRAFT = "draft"
    PROPOSED = "proposed"
    CERTIFIED = "certified"
    ACCEPTED = "accepted"
    APPROVED = "approved"
    RETURNED = "returned"


class Delivery(StrEnum):
    """Moved by receipts."""

    HERE = "here"
    HANDED_OVER = "handed_over"
    RECEIVED = "received"
    NEEDS_YOU = "needs_you"


class Verdict(StrEnum):
    """Set once, at the first receipt of a certification."""

    ON_TIME = "on_time"
    FINISHED_ON_TIME = "finished_on_time"
    LATE = "late"


class MoveKind(StrEnum):
    """What a person does to a submission's state (product.md, table of moves)."""

    PROPOSE = "propose"
    TAKE_BACK = "take_back"
    CERTIFY = "certify"
    REOPEN = "reopen"
    RETURN = "return"
    ACCEPT = "accept"
    APPROVE = "approve"


STATE_AFTER = {
    MoveKind.PROPOSE: SubmissionState.PROPOSED,
    MoveKind.TAKE_BACK: SubmissionState.DRAFT,
    MoveKind.CERTIFY: SubmissionState.CERTIFIED,
    MoveKind.REOPEN: SubmissionState.DRAFT,
    MoveKind.RETURN: SubmissionState.RETURNED,
    MoveKind.ACCEPT: SubmissionState.ACCEPTED,
    MoveKind.APPROVE: SubmissionState.APPROVED,
}


@dataclass(frozen=True, slots=True)
class SubmissionKey:
    unit: UnitCode
    dataset: DatasetKey
    period: PeriodId

    def __str__(self) -> str:
        return f"{self.unit}/{self.dataset}/{self.period}"

    @classmethod
    def parse(cls, text: str) -> SubmissionKey:
        unit, dataset, period = text.split("/")
        return cls(UnitCode(unit), DatasetKey(dataset), PeriodId(period))


@dataclass(frozen=True, slots=True)
class ReviewComment:
    """A reviewer's remark, on a field of a record, on a record, or on the whole submission."""

    text: str
    record_id: RecordId | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class CertifiedEntry:
    """One line of the frozen list: a record, the digest of its content, and its mark ("" when it has none).

    The digest stands for the revision: a draft certified offline has none from central yet, and equal digests
    prove equal content on both ends.
    """

    record_id: RecordId
    digest: str
    mark: str


@dataclass(frozen=True, slots=True)
class Certification:
    """What a head puts a name to. ``today`` is the day rules were evaluated with (rules-model.md, 5). ``reasons`` are
    the written reasons for warnings about groups, by ``rule|group``."""

    id: str
    entries: tuple[CertifiedEntry, ...]
    digest: str
    form_version: int
    schedule_version: str
    today: str
    nil: bool
    statement: str
    delegated: bool
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a submission's state, with who, when and why. ``delegated``: done for the head."""

    kind: MoveKind
    person_id: PersonId
    person_name: str
    at: datetime
    reason: str = ""
    comments: tuple[ReviewComment, ...] = ()
    certification: Certification | None = None
    delegated: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of entries: expected, done (valid or marked with a reason), with faults, with open warnings."""

    expected: int = 0
    done: int = 0
    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Submission:
    """The present state of one submission, as the holder knows it. ``rev`` is central's revision, 0 before one."""

    key: SubmissionKey
    state: SubmissionState = SubmissionState.NONE
    rev: int = 0
    nil: bool = False
    progress: Progress = Progress()
    delivery: Delivery = Delivery.HERE
    verdict: Verdict | None = None
    certified_at: datetime | None = None
    finished_at: datetime | None = None
    received_at: datetime | None = None
    receipt_no: str = ""
    schedule_version: str = ""
    form_version: int = 0
    moves: tuple[Move, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
