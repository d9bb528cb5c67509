"""One batch on its way into the database: what every part of the ingest needs, handed round as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from cdd_desktop.central.holding.books import Books
from cdd_desktop.central.holding.buckets import Moves
from cdd_desktop.central.holding.owners import Key, Owners
from cdd_desktop.central.holding.records import Holdings
from cdd_desktop.central.holding.surroundings import Library
from cdd_desktop.central.holding.timing import Finish
from cdd_desktop.central.tables.feed import Touched
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import DeviceRow, SubmissionRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.definition import Definition, Entity, FieldType
from cdd_desktop.sync.lineage import Lineage


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit belongs, checked: its definition and entity, and the group's header; ``secrets`` are the keys of
    fields that hold citizen ids."""

    definition: Definition
    entity: Entity
    unit: str
    period: str
    secrets: frozenset[str]

    @property
    def is_register(self) -> bool:
        return self.entity.kind is EntityKind.REGISTER

    @property
    def identity(self) -> tuple[str, str, str, str]:
        return self.unit, self.definition.dataset, self.entity.key, self.period

    def key(self, natural_key: str) -> Key:
        """A natural key within the office."""
        return self.definition.dataset, self.entity.key, self.period, natural_key


@dataclass(slots=True)
class Intake:
    """``unit`` and ``sender`` are the device's unit and id. ``clock_plausible``: its clock agrees with central's at the
    contact. ``not_after``: an instant by which everything of the batch was made, on another's word than the device's.
    ``lineage`` are central's own keys, for the anchors devices show. ``stale`` are submissions whose counts have to be
    taken again, ``begun`` those that were not there before, ``certified`` those certified in this batch with their
    finishing, ``registers`` the (unit, dataset) whose register entries were edited. ``holdings`` are the records read
    and changed so far, ``owners`` what is known of natural keys, ``places`` where its groups belong; ``submissions``
    holds the rows read so far, since a session forgets what nobody holds. ``buckets`` collects what the sums change by.
    """

    session: Session
    vault: Vault
    books: Books
    device: DeviceRow
    now: datetime
    clock_plausible: bool = True
    not_after: datetime | None = None
    lineage: Lineage | None = None
    touched: Touched = field(default_factory=Touched)
    stale: set[SubmissionKey] = field(default_factory=set)
    certified: dict[SubmissionKey, Finish] = field(default_factory=dict)
    begun: set[SubmissionKey] = field(default_factory=set)
    registers: set[tuple[str, str]] = field(default_factory=set)
    submissions: dict[SubmissionKey, SubmissionRow] = field(default_factory=dict)
    buckets: Moves = field(default_factory=Moves)
    places: dict[tuple[str, str, str, str, int], Place] = field(default_factory=dict)
    holdings: Holdings = field(init=False)
    owners: Owners = field(init=False)
    now_text: str = field(init=False)
    unit: str = field(init=False)
    sender: str = field(init=False)

    def __post_init__(self) -> None:
        self.now_text = to_text(self.now)
        self.unit, self.sender = self.device.unit, self.device.id
        self.holdings = Holdings(self.session, self.vault)
        self.owners = Owners(self.session, self.unit)

    @property
    def library(self) -> Library:
        return Library(self.session, self.vault, self.books, self.holdings)


def secret_fields(definition: Definition, entity_key: str) -> frozenset[str]:
    """The keys of an entity's fields, its line tables' included, that hold citizen ids."""
    entity = definition.entity(entity_key)
    parts = (entity, *entity.lines)
    return frozenset(f.key for part in parts for f in part.fields if f.type is FieldType.CITIZEN_ID)
