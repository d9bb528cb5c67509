"""One office of the sample province: its machine claims an enrolment, sends batches, remembers revisions."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import event
from sqlalchemy.orm import Session

from cdd_desktop import __version__
from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.books import open_books
from cdd_desktop.central.holding.devices import claim_device, note_contact, note_device
from cdd_desktop.central.intake.certify import list_digest
from cdd_desktop.central.intake.ingest import ingest
from cdd_desktop.central.tables.feed import Touched
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import DeviceRow
from cdd_desktop.central.trust.keys import CentralKeys
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import FixedClock, bangkok_day
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import MARK, Record, content_digest
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.samples.office import sample_id, sample_key
from cdd_desktop.sync.protocol import (
    AnyChange,
    Batch,
    Change,
    Claim,
    Enrolment,
    Group,
    MoveChange,
    Receipt,
    WireCertification,
)

TAKEN = ("stored", "same", "merged")


class DemoRefusedError(Exception):
    """Central refused what the sample data sent: the samples and the rules have drifted apart."""


class Post:
    """Central's ingest as the offices of the story reach it: at instants that are set, all in one transaction."""

    def __init__(self, session: Session, keys: CentralKeys, clock: FixedClock) -> None:
        self.session = session
        self.clock = clock
        self.revisions: dict[tuple[str, str, str], int] = {}  # of submissions, by unit, dataset, period
        self._vault = Vault(keys)
        self._books = open_books()
        self._held: list[object] = []  # the session forgets rows that nobody holds, and would read them again
        for moment in ("loaded_as_persistent", "pending_to_persistent"):
            event.listen(session, moment, lambda _session, row: self._held.append(row))

    def at(self, instant: datetime) -> None:
        self.clock.advance(instant - self.clock.now())

    def claim(self, claim: Claim, device: str) -> None:
        claim_device(self.session, self._vault, claim, device, self.clock.now())

    def deliver(self, device: str, batch: Batch) -> Receipt:
        """One batch, taken in and numbered for the feed as over HTTP."""
        now, touched = self.clock.now(), Touched()
        row = self.session.get_one(DeviceRow, device)
        intake = Intake(self.session, self._vault, self._books, row, now, touched=touched)
        receipt = ingest(intake, msgspec.json.encode(batch))
        note_device(row, __version__, now)
        note_contact(self.session, row.unit, row.id, now, touched)
        touched.flush(self.session)
        return msgspec.json.decode(receipt, type=Receipt)


class DemoOffice:
    """``people`` are the office's first two: who enters and proposes, and who certifies."""

    def __init__(self, post: Post, enrolment: Enrolment, *, seed: int) -> None:
        self.unit = enrolment.unit
        self.officer, self.head = enrolment.people[0].id, enrolment.people[-1].id
        self._post = post
        self._seed = seed
        self._device = sample_id(seed, "device", self.unit)
        self._n = 0
        self._batches = 0
        self._known: dict[str, tuple[int, Record]] = {}
        self._sent: dict[int, str | tuple[str, str, str]] = {}  # a record's id, or a submission's key
        key = base64.b64encode(sample_key(seed, self.unit, "a") + sample_key(seed, self.unit, "b")).decode()
        post.claim(Claim(code=enrolment.code, device_key=key, unit=self.unit), self._device)

    def enter(self, records: Sequence[Record], at: datetime) -> list[Group]:
        """The edits that bring records to central: all of a new one, of a known one what has changed."""
        groups: dict[tuple[str, str, str, int], list[AnyChange]] = {}
        for record in records:
            rev, before = self._known.get(record.id, (0, None))
            old = before.content if before is not None else {}
            patch = {path: value for path, value in record.content.items() if old.get(path) != value}
            if not patch:
                continue
            self._n += 1
            self._known[record.id] = (rev, record)
            self._sent[self._n] = record.id
            place = (record.dataset, record.period or "", record.entity, record.form_version)
            groups.setdefault(place, []).append(
                Change(n=self._n, record=record.id, base=rev, patch=patch, person=self.officer, at=to_text(at))
            )
        return [
            Group(unit=self.unit, dataset=dataset, period=period, entity=entity, form=form, changes=changes)
            for (dataset, period, entity, form), changes in groups.items()
        ]

    def move(self, window: Window, kind: MoveKind, at: datetime, *, unit: str = "", **details: Any) -> Group:
        """One step of a submission of the office, or of ``unit`` below it."""
        key = (unit or self.unit, str(window.dataset), str(window.period))
        heads = (MoveKind.CERTIFY, MoveKind.APPROVE)
        self._n += 1
        self._sent[self._n] = key
        change = MoveChange(
            n=self._n,
            base=self._post.revisions.get(key, 0),
            move=kind.value,
            person=self.head if kind in heads else self.officer,
            at=to_text(at),
            **details,
        )
        return Group(unit=key[0], dataset=key[1], period=key[2], changes=[change])

    def certify(
        self, window: Window, records: Sequence[Record], register: Sequence[Record], at: datetime
    ) -> list[Group]:
        """Edits, proposal and certification of a submission: ``records`` and the ``register`` they stand on make the
        frozen list."""
        entries = [
            (str(record.id), content_digest(record.content), str(record.content.get(MARK + window.period) or ""))
            for record in (*records, *register)
        ]
        certification = WireCertification(
            id=sample_id(self._seed, "certification", self.unit, window.dataset, window.period),
            entries=entries,
            digest=list_digest(entries),
            form_version=max((record.form_version for record in records), default=1),
            schedule_version=window.schedule_version,
            today=bangkok_day(at).isoformat(),
            nil=not records,
        )
        edits = self.enter(records, at)
        certify = (
            self.move(window, MoveKind.PROPOSE, at),
            self.move(window, MoveKind.CERTIFY, at, certification=certification),
        )
        return [*edits, *certify]

    def send(self, groups: Sequence[Group]) -> None:
        """One batch at the instant the clock stands at.

        Raises ``DemoRefusedError`` when central does not take all of it.
        """
        self._batches += 1
        batch = Batch(id=sample_id(self._seed, "batch", self.unit, self._batches), groups=list(groups))
        receipt = self._post.deliver(self._device, batch)
        refused = [result for result in receipt.results if result.status not in TAKEN]
        if refused:
            raise DemoRefusedError(f"{self.unit}: {refused[:3]}")
        for result in receipt.results:
            sent = self._sent.pop(result.n)
            if isinstance(sent, tuple):
                self._post.revisions[sent] = result.rev
            else:
                self._known[sent] = (result.rev, self._known[sent][1])
