"""Drives a central as devices do, through its bytes: a small device with its own counter, token and cursor."""

from __future__ import annotations

import base64
import random
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from cdd_desktop.central.desk.enrolments import NewPerson, Office, make_enrolment
from cdd_desktop.central.intake.certify import list_digest
from cdd_desktop.central.keeping.setup import open_endpoint
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import apply_patch, content_digest
from cdd_desktop.sync.protocol import (
    Batch,
    Change,
    Claim,
    Enrolment,
    Group,
    MoveChange,
    PersonChange,
    Pulled,
    Receipt,
    Result,
    SyncAnswer,
    SyncRequest,
    WireCertification,
)

_random = random.Random(2561)


def new_id() -> str:
    """A UUIDv7-shaped id from a seed, the same in every run of one process."""
    value = _random.getrandbits(128)
    value = value & ~(0xF << 76) | 0x7 << 76
    return str(UUID(int=value & ~(0x3 << 62) | 0x2 << 62))


class Central:
    """A central in this process."""

    def __init__(self, address: str, keys: Path, clock: FixedClock) -> None:
        self.address = address
        self.keys = keys
        self.clock = clock
        self.endpoint: Endpoint = open_endpoint(address, clock, keys)

    def enrol(self, unit: str, *people: NewPerson) -> Enrolment:
        """An enrolment of an office."""
        office = Office(unit, ("http://127.0.0.1:8440",), people)
        with self.endpoint.database.write() as session:
            return make_enrolment(session, self.endpoint.keys, self.clock, office)

    def device(self, unit: str, enrolment: Enrolment | None = None) -> Device:
        """An enrolled device of an office that has pulled what there is."""
        device = Device(self, enrolment or self.enrol(unit))
        device.sync()
        return device

    def close(self) -> None:
        self.endpoint.database.close()


@dataclass
class Device:
    """One machine. ``held`` are the records it has pulled, ``submissions`` the newest states it was told."""

    central: Central
    enrolment: Enrolment
    id: str = field(default_factory=new_id)
    token: str = ""
    cursor: str = ""
    epoch: str = ""
    n: int = 0
    held: dict[str, Any] = field(default_factory=dict)
    submissions: dict[str, Any] = field(default_factory=dict)
    certified: dict[tuple[str, str], Any] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)
    contacts: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.key = base64.b64encode(new_id().encode()[:32]).decode()

    @property
    def unit(self) -> str:
        return self.enrolment.unit

    @property
    def claim(self) -> Claim:
        return Claim(code=self.enrolment.code, device_key=self.key, unit=self.unit)

    def person(self, role: str) -> str:
        """The id of the office's first person with a role."""
        return next(person.id for person in self.enrolment.people if person.role == role)

    def next(self) -> int:
        self.n += 1
        return self.n

    # --- messages ------------------------------------------------------------------------------------------------

    def request(self, batch: bytes | None = None, **other: Any) -> bytes:
        fields: dict[str, Any] = {
            "protocol": (1, 1),
            "app": "test",
            "device": self.id,
            "clock": to_text(self.central.clock.now()),
            "unit": self.unit,
            "epoch": self.epoch,
            "cursor": self.cursor,
            "batch": msgspec.UNSET if batch is None else msgspec.Raw(batch),
        }
        if not self.token:
            fields["claim"] = self.claim
        return msgspec.json.encode(SyncRequest(**{**fields, **other}))

    def sync(self, batch: bytes | None = None, **other: Any) -> SyncAnswer:
        """One round trip, and further ones while there is more; the first answer."""
        first = self.exchange(batch, **other)
        answer = first
        while answer.more:
            answer = self.exchange()
        return first

    def exchange(self, batch: bytes | None = None, **other: Any) -> SyncAnswer:
        raw = self.central.endpoint.sync(self.request(batch, **other), self.token)
        answer = msgspec.json.decode(raw, type=SyncAnswer)
        self.token = answer.token or self.token
        self.cursor, self.epoch = answer.cursor, answer.epoch
        self._take(answer.pulled)
        return answer

    def _take(self, pulled: Pulled) -> None:
        self.held.update((record.id, record) for record in pulled.records)
        self.submissions.update((f"{s.unit}/{s.dataset}/{s.period}", s) for s in pulled.submissions)
        self.certified.update(((entry.certification, entry.record), entry) for entry in pulled.certified)
        self.people.update((person.id, person) for person in pulled.people)
        self.contacts.update((contact.unit, contact) for contact in pulled.contacts)

    def send(self, *groups: Group) -> list[Result]:
        """Send groups in one batch; the results of its receipt."""
        answer = self.exchange(batch_of(*groups))
        results = self.receipt(answer).results
        told = {record.id for record in answer.pulled.records}
        changes = {change.n: change for group in groups for change in group.changes}
        for result in results:
            change = changes[result.n]
            if isinstance(change, Change) and result.status == "stored" and change.record not in told:
                self._keep_own(change, result)
        while answer.more:
            answer = self.exchange()
        return results

    def _keep_own(self, change: Change, result: Result) -> None:
        """What a device does with its own stored edit: central will not tell it again."""
        held = self.held.get(change.record)
        if held is not None:
            content = apply_patch(held.content, change.patch)
            rev, deleted = result.rev, change.deleted
            self.held[change.record] = msgspec.structs.replace(held, content=content, rev=rev, deleted=deleted)

    @staticmethod
    def receipt(answer: SyncAnswer) -> Receipt:
        assert answer.receipt is not msgspec.UNSET
        return msgspec.json.decode(answer.receipt, type=Receipt)

    def problem(self, batch: bytes | None = None, **other: Any) -> ProblemError:
        """The problem a request runs into."""
        try:
            self.central.endpoint.sync(self.request(batch, **other), self.token)
        except ProblemError as problem:
            return problem
        raise AssertionError("the request was answered")

    # --- changes -------------------------------------------------------------------------------------------------

    def edit(self, record: str, patch: dict[str, Any], *, base: int = 0, n: int = 0, deleted: bool = False) -> Change:
        return Change(
            n=n or self.next(),
            record=record,
            base=base,
            patch=patch,
            deleted=deleted,
            person=self.enrolment.people[0].id,
            at=to_text(self.central.clock.now()),
        )

    def group(self, *changes: Any, **place: Any) -> Group:
        """By default the register of savings groups."""
        fields = {"unit": self.unit, "dataset": "saving_group", "entity": "group", "form": 1, **place}
        return Group(changes=list(changes), **fields)

    def save(self, patch: dict[str, Any], record: str = "", *, base: int = 0, **place: Any) -> tuple[str, Result]:
        """Send one edit; the record's id and the result."""
        record = record or new_id()
        return record, self.send(self.group(self.edit(record, patch, base=base), **place))[0]

    def move(self, kind: str, role: str, *, base: int = 0, at: datetime | None = None, **other: Any) -> MoveChange:
        fields: dict[str, Any] = {"person": self.person(role), "at": to_text(at or self.central.clock.now()), **other}
        return MoveChange(n=self.next(), base=base, move=kind, **fields)

    def add(self, role: str, by: str, name: str = "นายตัวอย่าง เพิ่มใหม่") -> PersonChange:
        at = to_text(self.central.clock.now())
        return PersonChange(n=self.next(), id=new_id(), name=name, role=role, at=at, person=by)


def batch_of(*groups: Group) -> bytes:
    return msgspec.json.encode(Batch(id=new_id(), groups=list(groups)))


def certification(contents: dict[str, dict[str, Any]], *, today: date, **other: Any) -> WireCertification:
    """A certification of records with these contents (id → content)."""
    entries = [(record, content_digest(content), "") for record, content in contents.items()]
    fields: dict[str, Any] = {
        "id": new_id(),
        "entries": entries,
        "digest": list_digest(entries),
        "form_version": 1,
        "schedule_version": "2561-1",
        "today": today.isoformat(),
        **other,
    }
    return WireCertification(**fields)
