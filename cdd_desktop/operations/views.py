"""Frozen values that operations hand to screens. Codes and numbers only; ``ui`` turns them into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from cdd_desktop.domain.issue import Issue
from cdd_desktop.domain.period import EditStatus, Window, WindowState
from cdd_desktop.domain.record import Record, Value
from cdd_desktop.domain.remarks import Thread
from cdd_desktop.domain.submission import Delivery, Move, MoveKind, Progress, SubmissionKey, SubmissionState, Verdict
from cdd_desktop.forms.context import Context
from cdd_desktop.forms.definition import Field
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId
from cdd_desktop.operations.pace import Pace


class NextStep(StrEnum):
    """The one thing to do next with a submission; the text of its button."""

    START = "start"
    CONTINUE = "continue"
    SEE_COMMENTS = "see_comments"
    CERTIFY = "certify"
    SEND = "send"
    DECIDE = "decide"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """One submission with its window as of a day: the four facts side by side. ``pending`` changes have no receipt,
    ``on_stick`` of them lie on a stick."""

    key: SubmissionKey
    window: Window
    window_state: WindowState
    days_left: int
    state: SubmissionState
    delivery: Delivery
    verdict: Verdict | None
    nil: bool
    progress: Progress
    certified_at: datetime | None = None
    finished_at: datetime | None = None
    received_at: datetime | None = None
    receipt_no: str = ""
    saved_at: datetime | None = None
    pending: int = 0
    on_stick: int = 0
    needs_you: int = 0
    voluntary: bool = False
    last_working_day: date | None = None
    moves: tuple[Move, ...] = ()
    next_step: NextStep = NextStep.VIEW

    @property
    def is_on_stick(self) -> bool:
        """Whether everything of it that has no receipt lies on a stick."""
        return 0 < self.pending == self.on_stick

    @property
    def wants_you(self) -> bool:
        """Whether the person who reads it has something to do about the submission now."""
        if self.next_step is NextStep.VIEW:
            return False
        return self.window_state is not WindowState.NOT_OPEN or self.next_step is not NextStep.START


@dataclass(frozen=True, slots=True)
class Agenda:
    """The home screen: returned or overdue, open, opening within 45 days; and the year at a glance."""

    today: date
    fiscal_year: int
    items: tuple[SubmissionView, ...]
    year: tuple[SubmissionView, ...]
    pending_changes: int
    needs_you: int
    last_contact_at: datetime | None
    restored: Restored | None = None


class GuideStep(StrEnum):
    """The way of a first report, in its order."""

    CHOOSE = "choose"
    ENTER = "enter"
    MEND = "mend"
    PROPOSE = "propose"
    CERTIFY = "certify"
    SEND = "send"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Guide:
    """How far a person's first report is: ``view`` once something has been entered, before that the ``offer`` to
    begin with, None when nothing is open. ``remembered``: it has been shown before."""

    view: SubmissionView | None
    offer: SubmissionView | None
    done: frozenset[GuideStep]
    remembered: bool

    @property
    def next(self) -> GuideStep | None:
        """The one thing to do now; None when central has the report."""
        return next((step for step in GuideStep if step not in self.done), None)


class ItemStatus(StrEnum):
    """How far one entry of a worklist is."""

    TODO = "todo"
    DRAFT = "draft"
    COMPLETE = "complete"
    ERROR = "error"
    WARNING = "warning"
    NOT_RECEIVED = "not_received"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class WorklistItem:
    """One entry to deal with. ``record_id`` is None while a snapshot has not been started; ``register_id`` is the
    register entry it belongs to (for a register's own item both name the entry)."""

    entity: EntityKey
    record_id: RecordId | None
    register_id: RecordId | None
    title: str
    place: tuple[str, int | None]  # tambon code or "", moo
    status: ItemStatus
    errors: int = 0
    warnings: int = 0
    comments: int = 0


@dataclass(frozen=True, slots=True)
class Worklist:
    """What a submission consists of. ``entities`` are those a person can add records of (event, line source,
    register entry); ``entity`` is the one the items are of (a snapshot, an event, or the register itself)."""

    submission: SubmissionView
    entity: EntityKey
    register: EntityKey | None
    addable: tuple[EntityKey, ...]
    editable: EditStatus
    items: tuple[WorklistItem, ...]
    register_items: tuple[WorklistItem, ...] = ()
    issues: tuple[Issue, ...] = ()  # of the whole submission: covers, aggregate, unique


@dataclass(frozen=True, slots=True)
class EntryRef:
    """Names one entry of a worklist, also one that has no record yet. ``key`` is None for a register entry opened
    outside a round; ``register_id`` is the entry a snapshot belongs to. ``dataset`` says where a new register entry
    outside a round belongs."""

    entity: EntityKey
    key: SubmissionKey | None = None
    record_id: RecordId | None = None
    register_id: RecordId | None = None
    dataset: DatasetKey | None = None


@dataclass(frozen=True, slots=True)
class KeptValue:
    """A value that the form of ``version`` had a place for and the present one has not. ``field`` is the old one."""

    version: int
    path: str
    field: Field | None
    value: Value


@dataclass(frozen=True, slots=True)
class Moved:
    """That a record has come from version ``before``, and has not been edited since: pairs of old and new fields
    between which values moved."""

    before: int
    fields: tuple[tuple[Field, Field], ...]


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """Everything the form of one record shows; with ``context`` a screen can evaluate while the person types
    (``forms.evaluate``), without a read. ``values`` are typed values with computed ones; ``previous`` last
    period's values of the same thing (empty when there is none); ``visible`` and ``required`` are field keys."""

    ref: EntryRef
    record: Record
    submission: SubmissionView | None
    register: Record | None
    context: Context
    title: str
    values: dict[str, Value]
    previous: dict[str, Value]
    visible: frozenset[str]
    required: frozenset[str]
    issues: tuple[Issue, ...]
    editable: EditStatus
    mark: str = ""
    mark_reason: str = ""
    saved_at: datetime | None = None
    delivered: bool = False
    comments: tuple[Thread, ...] = ()  # on this record, and on the whole submission
    twins: tuple[tuple[RecordId, str], ...] = ()  # other entries with the same natural key, with their titles
    moved: Moved | None = None
    kept: tuple[KeptValue, ...] = ()


@dataclass(frozen=True, slots=True)
class CertifyCheck:
    """Whether a submission can be proposed or certified, and what stops it. ``blocking`` are open issues with the
    records they stand at; ``allowed`` the moves this person may make now; ``acting``: certifying, this person would
    act for the head under a delegation. ``commented`` counts the places a reviewer has commented on, ``answered`` those
    with an answer, sent or still here."""

    submission: SubmissionView
    allowed: frozenset[MoveKind]
    blocking: tuple[Issue, ...]
    titles: dict[RecordId, str]
    entries: int
    nil_possible: bool
    empty: bool
    acting: bool = False
    commented: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class MetEntry:
    """An entry where this machine's edits met others': (name or "", content paths) of each who wrote beside them."""

    title: str
    dataset: DatasetKey
    entity: EntityKey
    form_version: int
    writers: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """This machine began at ``at`` with a backup of ``made_at``; nobody has agreed to send from it yet."""

    at: datetime
    made_at: datetime


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One line of the journal of contacts: a code and its parameters. ``met`` names the entries a line is about."""

    at: datetime
    code: str
    params: dict[str, object] = field(default_factory=dict)
    met: tuple[MetEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class OutboxView:
    """The sync screen: what waits, each submission's way, what central refused or holds in conflict, and contacts.
    ``photos_waiting`` photos and files are not at central, ``photo_code``: why it did not take one of them, or "";
    ``photo_seconds``: how long they take as the line was last, None where that is not known; ``on_stick`` of the
    changes lie on a stick; ``clock_off``: seconds this machine's clock was ahead of central's, 0 where they are few."""

    pending_changes: int
    pending_records: int
    submissions: tuple[SubmissionView, ...]
    needs_you: tuple[NeedsYou, ...]
    contacts: tuple[ContactEntry, ...]
    last_contact_at: datetime | None
    enrolled_address: str
    pace: Pace = field(default_factory=Pace)
    restored: Restored | None = None
    photos_waiting: int = 0
    photo_code: str = ""
    photo_seconds: float | None = None
    on_stick: int = 0
    clock_off: int = 0


@dataclass(frozen=True, slots=True)
class NeedsYou:
    """A change central refused or holds in conflict, kept until a person deals with it.

    ``id`` names the question to ``settle_question``; ``entity`` and ``form_version`` say how to read the paths of
    ``mine`` and ``theirs``; ``places`` are (record or group, rule or code) of a refused certification, ``titles`` the
    titles of its records.
    """

    record_id: RecordId | None
    key: SubmissionKey | None
    title: str
    status: str
    code: str
    fields: tuple[str, ...] = ()
    mine: dict[str, Value] = field(default_factory=dict)
    theirs: dict[str, Value] = field(default_factory=dict)
    id: int = 0
    dataset: DatasetKey | None = None
    entity: EntityKey | None = None
    form_version: int = 0
    places: tuple[tuple[str, str], ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    deleting: bool = False
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What an operation touched; screens refresh only when it concerns them."""

    records: frozenset[RecordId] = frozenset()
    submissions: frozenset[SubmissionKey] = frozenset()
    outbox: bool = False
    people: bool = False
    definitions: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            records=self.records | other.records,
            submissions=self.submissions | other.submissions,
            outbox=self.outbox or other.outbox,
            people=self.people or other.people,
            definitions=self.definitions or other.definitions,
        )
