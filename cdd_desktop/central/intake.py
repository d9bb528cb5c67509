"""One batch on its way into the database: what every part of the ingest needs, handed round as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from cdd_desktop.central.books import Books
from cdd_desktop.central.buckets import Moves
from cdd_desktop.central.feed import Touched
from cdd_desktop.central.instants import to_text
from cdd_desktop.central.rows import DeviceRow, RecordRow, SubmissionRow
from cdd_desktop.central.surroundings import Library
from cdd_desktop.central.timing import Finish
from cdd_desktop.central.vault import Vault
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.definition import Definition, FieldType


@dataclass(slots=True)
class Intake:
    """``clock_plausible``: the device's clock agrees with central's at this contact.
    ``not_after``: an instant by which everything
    of the batch was made, on another's word than the device's. ``signing_key`` is central's own, for the anchors
    devices show. ``stale`` are submissions whose counts have to be taken again, ``begun`` those that were not there
    before, ``certified`` those certified in this batch with their finishing, ``edited`` the live records that edits
    have changed, ``registers`` the (unit, dataset) whose register entries were among them. ``records`` and
    ``submissions`` hold the rows read so far (None: not there), since a session forgets what nobody holds.
    ``buckets`` collects what the sums change by."""

    session: Session
    vault: Vault
    books: Books
    device: DeviceRow
    now: datetime
    clock_plausible: bool = True
    not_after: datetime | None = None
    signing_key: str = ""
    touched: Touched = field(default_factory=Touched)
    stale: set[SubmissionKey] = field(default_factory=set)
    certified: dict[SubmissionKey, Finish] = field(default_factory=dict)
    edited: dict[str, RecordRow] = field(default_factory=dict)
    begun: set[SubmissionKey] = field(default_factory=set)
    registers: set[tuple[str, str]] = field(default_factory=set)
    records: dict[str, RecordRow | None] = field(default_factory=dict)
    submissions: dict[SubmissionKey, SubmissionRow] = field(default_factory=dict)
    buckets: Moves = field(default_factory=Moves)

    @property
    def now_text(self) -> str:
        return to_text(self.now)

    @property
    def library(self) -> Library:
        return Library(self.session, self.vault, self.books)


def secret_fields(definition: Definition, entity_key: str) -> frozenset[str]:
    """The keys of an entity's fields, its line tables' included, that hold citizen ids."""
    entity = definition.entity(entity_key)
    parts = (entity, *entity.lines)
    return frozenset(f.key for part in parts for f in part.fields if f.type is FieldType.CITIZEN_ID)
