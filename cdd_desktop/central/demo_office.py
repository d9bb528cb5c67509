"""One office of the sample province: its machine claims an enrolment, sends batches, remembers revisions."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from cdd_desktop.central.endpoint import Endpoint
from cdd_desktop.central.instants import to_text
from cdd_desktop.clock import FixedClock, bangkok_day
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import MARK, Record, content_digest
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.samples.office import sample_id, sample_key
from cdd_desktop.sync.protocol import (
    Batch,
    Change,
    Claim,
    Enrolment,
    Group,
    MoveChange,
    PersonChange,
    Receipt,
    SyncAnswer,
    SyncRequest,
    WireCertification,
)

TAKEN = ("stored", "same", "merged")
_Any = Change | MoveChange | PersonChange


class DemoRefusedError(Exception):
    """Central refused what the sample data sent: the samples and the rules have drifted apart."""


@dataclass(slots=True)
class Line:
    """What all offices share: the endpoint with a clock that is set, and the revisions of submissions."""

    endpoint: Endpoint
    clock: FixedClock
    revisions: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def at(self, instant: datetime) -> None:
        self.clock.advance(instant - self.clock.now())


class DemoOffice:
    """``people`` are the office's first two: who enters and proposes, and who certifies."""

    def __init__(self, line: Line, enrolment: Enrolment, *, seed: int) -> None:
        self.unit = enrolment.unit
        self.officer, self.head = enrolment.people[0].id, enrolment.people[-1].id
        self._line = line
        self._seed = seed
        self._device = sample_id(seed, "device", self.unit)
        self._n = 0
        self._batches = 0
        self._claim: Claim | None = Claim(
            code=enrolment.code,
            device_key=base64.b64encode(
                sample_key(seed, self.unit, "key", 1) + sample_key(seed, self.unit, 2)
            ).decode(),
            unit=self.unit,
        )
        self._token = ""
        self._known: dict[str, tuple[int, Record]] = {}
        self._sent: dict[int, str | tuple[str, str, str]] = {}  # a record's id, or a submission's key

    def enter(self, records: Sequence[Record], at: datetime) -> list[Group]:
        """The edits that bring records to central: all of a new one, of a known one what has changed."""
        groups: dict[tuple[str, str, str, int], list[_Any]] = {}
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
            base=self._line.revisions.get(key, 0),
            move=kind.value,
            person=self.head if kind in heads else self.officer,
            at=to_text(at),
            **details,
        )
        return Group(unit=key[0], dataset=key[1], period=key[2], changes=[change])

    def certify(self, window: Window, records: Sequence[Record], at: datetime) -> list[Group]:
        """Edits, proposal and certification of a submission. ``records`` make the frozen list."""
        entries = [
            (str(record.id), content_digest(record.content), str(record.content.get(MARK + window.period) or ""))
            for record in records
        ]
        certification = WireCertification(
            id=sample_id(self._seed, "certification", self.unit, window.dataset, window.period),
            entries=entries,
            digest=content_digest({record: [digest, mark] for record, digest, mark in entries}),
            form_version=max((record.form_version for record in records), default=1),
            schedule_version=window.schedule_version,
            today=bangkok_day(at).isoformat(),
            nil=not records,
        )
        edits = self.enter(records, at)
        steps = (MoveKind.PROPOSE, {}), (MoveKind.CERTIFY, {"certification": certification})
        return [*edits, *(self.move(window, kind, at, **details) for kind, details in steps)]

    def send(self, groups: Sequence[Group]) -> None:
        """One batch, in one round trip, at the instant the clock stands at.

        Raises ``DemoRefusedError`` when central does not take all of it.
        """
        self._batches += 1
        batch = Batch(id=sample_id(self._seed, "batch", self.unit, self._batches), groups=list(groups))
        request = SyncRequest(
            protocol=(1, 1),
            app="demo",
            device=self._device,
            clock=to_text(self._line.clock.now()),
            unit=self.unit,
            claim=self._claim,
            batch=msgspec.Raw(msgspec.json.encode(batch)),
        )
        body = self._line.endpoint.sync(msgspec.json.encode(request), self._token)
        answer = msgspec.json.decode(body, type=SyncAnswer)
        self._token, self._claim = answer.token or self._token, None
        assert isinstance(answer.receipt, msgspec.Raw)
        receipt = msgspec.json.decode(answer.receipt, type=Receipt)
        refused = [result for result in receipt.results if result.status not in TAKEN]
        if refused:
            raise DemoRefusedError(f"{self.unit}: {refused[:3]}")
        for result in receipt.results:
            sent = self._sent.pop(result.n)
            if isinstance(sent, tuple):
                self._line.revisions[sent] = result.rev
            else:
                self._known[sent] = (result.rev, self._known[sent][1])
