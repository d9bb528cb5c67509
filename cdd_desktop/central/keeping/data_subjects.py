"""A person's data under the PDPA: found by citizen id wherever they stand, exported, erased. The trail keeps that it
was done, by whom, why and how much; of the person it keeps the keyed hash of the number.

Erased is what says something of the person: records, frozen contents, the journal's changes and stored answers, photos.
What stays are ids, dates and digests, so that certifications and receipts go on to hold; the figures of the lists are
worked out anew without the person, as the machines that hold the lists do. Machines of the office
hear that the records are gone; backups made before still hold them until they are thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Text, cast, delete, or_, select
from sqlalchemy.orm import Session

from cdd_desktop.central.figures.figuring import forget_figured
from cdd_desktop.central.holding.buckets import GONE, Moves
from cdd_desktop.central.holding.devices import lock_units
from cdd_desktop.central.tables.feed import CERTIFIED, RECORD, Touched
from cdd_desktop.central.tables.rows import (
    BatchRow,
    BlobHolderRow,
    BlobPartRow,
    BlobRow,
    CertificationRow,
    CertifiedEntryRow,
    ChangeRow,
    RecordRow,
    SubmissionRow,
)
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.errors import BadRequestError
from cdd_desktop.sync.protocol import Result

_BUNCH = 500
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NOT_DIGITS = re.compile(r"\D")


@dataclass(slots=True)
class Found:
    """What says something of a person: records, and lines of frozen lists (certification, record)."""

    records: list[RecordRow] = field(default_factory=list)
    entries: list[tuple[CertificationRow, CertifiedEntryRow]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return sorted({*(row.id for row in self.records), *(entry.record for _, entry in self.entries)})

    @property
    def units(self) -> list[str]:
        return sorted({*(row.unit for row in self.records), *(head.unit for head, _ in self.entries)})


def read_number(text: str) -> str:
    """A citizen id as thirteen plain digits. Raises ``BadRequestError("citizen-id-unreadable")``."""
    digits = "".join(str(int(sign)) for sign in text if sign.isdecimal())
    if len(digits) != 13:
        raise BadRequestError("citizen-id-unreadable")
    return digits


def find_person(session: Session, vault: Vault, number: str) -> Found:
    """Every record and frozen line that names the number, in whatever box; deleted ones too."""
    found = Found()
    sealed = select(RecordRow).where(_has_seals(RecordRow.content)).order_by(RecordRow.unit, RecordRow.id)
    for row in session.scalars(sealed.execution_options(yield_per=_BUNCH)):
        if _names(vault.open(row.content), number):
            found.records.append(row)
    lines = (
        select(CertificationRow, CertifiedEntryRow)
        .join(CertifiedEntryRow, CertifiedEntryRow.certification == CertificationRow.id)
        .where(_has_seals(CertifiedEntryRow.content))
        .order_by(CertificationRow.unit, CertificationRow.received_at, CertifiedEntryRow.record)
    )
    for head, entry in session.execute(lines.execution_options(yield_per=_BUNCH)):
        if _names(vault.open(entry.content), number):
            found.entries.append((head, entry))
    return found


def export_person(vault: Vault, found: Found) -> bytes:
    """All of it as JSON, for the person who asked."""
    records = [
        {
            "office": row.unit,
            "dataset": row.dataset,
            "kind": row.entity,
            "period": row.period,
            "record": row.id,
            "deleted": row.deleted,
            "updated_at": row.updated_at,
            "content": vault.open(row.content),
        }
        for row in found.records
    ]
    certified = [
        {
            "office": head.unit,
            "dataset": head.dataset,
            "period": head.period,
            "certified_at": head.certified_at,
            "record": entry.record,
            "content": vault.open(entry.content),
        }
        for head, entry in found.entries
    ]
    return msgspec.json.format(msgspec.json.encode({"records": records, "certified": certified}))


def erase_person(session: Session, vault: Vault, found: Found) -> int:
    """Erase what was found, in this transaction; answers how many records it was."""
    lock_units(session, set(found.units))
    touched, moves = Touched(), Moves()
    photos = {name for row in found.records for name in _photos(vault.open(row.content))}
    photos |= {name for _, entry in found.entries for name in _photos(vault.open(entry.content))}
    for row in found.records:
        moves.note(row, row.digest, GONE)
        row.content, row.natural_key, row.digest = {}, None, GONE
        row.deleted, row.rev = True, row.rev + 1
        touched.add(RECORD, row.id, row.unit)
    for head, entry in found.entries:
        entry.content = {}
        place = f"{head.unit}/{head.dataset}/{head.period}"
        touched.add(CERTIFIED, f"{place}/{entry.certification}/{entry.record}", head.unit)
    _forget_journal(session, vault, found.ids)
    session.flush()
    forget_figured(session, SubmissionRow.certification.in_({head.id for head, _ in found.entries}))
    moves.flush(session)
    _drop_photos(session, photos)
    touched.flush(session)
    return len(found.ids)


def _forget_journal(session: Session, vault: Vault, records: Sequence[str]) -> None:
    """The changes stay with number, time and what became of them; what they said and what was answered goes."""
    for start in range(0, len(records), _BUNCH):
        rows = session.scalars(select(ChangeRow).where(ChangeRow.target.in_(records[start : start + _BUNCH]))).all()
        for row in rows:
            row.body = vault.seal_bytes(b"")
            row.result = vault.seal_bytes(msgspec.json.encode(Result(n=row.n, status=row.status)))
            session.execute(delete(BatchRow).where(BatchRow.device == row.device, BatchRow.id == row.batch))


def _drop_photos(session: Session, names: set[str]) -> None:
    """Photos that nothing else names."""
    for name in sorted(names):
        named = [
            session.scalar(select(row.content).where(cast(row.content, Text).like(f"%{name}%")).limit(1))
            for row in (RecordRow, CertifiedEntryRow)
        ]
        if named == [None, None]:
            for table in (BlobPartRow, BlobHolderRow, BlobRow):
                session.execute(delete(table).where(table.sha256 == name))


def _has_seals(column: Any) -> Any:
    return or_(cast(column, Text).like('%"~"%'), cast(column, Text).like('%"~" %'))


def _names(content: Mapping[str, Any], number: str) -> bool:
    return any(number in _NOT_DIGITS.sub("", _plain(text)) for text in _texts(content))


def _plain(text: str) -> str:
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


def _photos(content: Mapping[str, Any]) -> Iterator[str]:
    return (text for text in _texts(content) if _SHA256.fullmatch(text))


def _texts(content: Mapping[str, Any]) -> Iterator[str]:
    for value in content.values():
        yield from (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))
