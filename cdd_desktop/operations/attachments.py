"""Photos and files on their way: which still have to go to central, which are there, and those fetched from it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, func, or_, select

from cdd_desktop.ids import RecordId
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import PhotoPartRow, PhotoPlaceRow, PhotoRow, RecordRow
from cdd_desktop.sync.blobs import Piece


class PhotoState(StrEnum):
    """Where the bytes are: waiting on this machine, at central, or not on this machine."""

    WAITING = "waiting"
    RECEIVED = "received"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class WaitingPhoto:
    """One that central has not said it holds, with a record that names it; ``code``: why it was not taken."""

    sha256: str
    record_id: RecordId
    size: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo or file of a record, as a screen asks for it."""

    sha256: str
    record_id: RecordId


def read_waiting_photos(work: Work) -> tuple[WaitingPhoto, ...]:
    """Those that a record of this office still names, the oldest first."""
    query = (
        select(PhotoRow.sha256, func.length(PhotoRow.bytes), PhotoRow.code, RecordRow.id, RecordRow.content)
        .join(PhotoPlaceRow, PhotoPlaceRow.sha256 == PhotoRow.sha256)
        .join(RecordRow, RecordRow.id == PhotoPlaceRow.record_id)
        .where(_not_at_central(work), RecordRow.deleted.is_(False), RecordRow.unit == work.unit.code)
        .order_by(PhotoRow.added_at, PhotoRow.sha256, RecordRow.id)
    )
    found: dict[str, WaitingPhoto] = {}
    for sha256, size, code, record_id, content in work.session.execute(query):
        if any(isinstance(value, list) and sha256 in value for value in content.values()):
            found.setdefault(sha256, WaitingPhoto(sha256, RecordId(record_id), size, code))
    return tuple(found.values())


def read_photo_piece(work: Work, sha256: str, start: int, most: int) -> bytes:
    """At most so many bytes of a photo on this machine, from ``start`` on."""
    piece = select(func.substr(PhotoRow.bytes, start + 1, most)).where(PhotoRow.sha256 == sha256)
    return bytes(work.session.scalar(piece) or b"")


def note_photo_received(work: Work, sha256: str, epoch: str) -> Changes:
    """Central, by its epoch, has said that it holds the whole."""
    row = work.session.get_one(PhotoRow, sha256)
    row.epoch, row.code = epoch, ""
    records = work.session.scalars(select(PhotoPlaceRow.record_id).where(PhotoPlaceRow.sha256 == sha256))
    return Changes(records=frozenset(RecordId(record) for record in records), outbox=True)


def note_photo_refused(work: Work, sha256: str, code: str) -> Changes:
    """Central did not take it now; it waits and is tried again with the next contact."""
    work.session.get_one(PhotoRow, sha256).code = code
    return Changes(outbox=True)


def read_photo_states(work: Work, names: Sequence[str]) -> dict[str, PhotoState]:
    """Where each of these photos is."""
    query = select(PhotoRow.sha256, _not_at_central(work)).where(PhotoRow.sha256.in_(names))
    here = dict(work.session.execute(query).all())
    return {
        name: PhotoState.ELSEWHERE if name not in here else PhotoState.WAITING if here[name] else PhotoState.RECEIVED
        for name in names
    }


def read_photos_here(work: Work, names: Sequence[str]) -> dict[str, bytes]:
    """The bytes of those that are on this machine."""
    query = select(PhotoRow.sha256, PhotoRow.bytes).where(PhotoRow.sha256.in_(names))
    return dict(work.session.execute(query).all())


def read_fetched(work: Work, sha256: str) -> int:
    """How many bytes of a photo of central's are here already."""
    return work.session.scalar(select(func.length(PhotoPartRow.bytes)).where(PhotoPartRow.sha256 == sha256)) or 0


def keep_fetched(work: Work, sha256: str, piece: Piece) -> int:
    """Lay a piece behind those before it; how many bytes are here then. The whole is proved before it counts as a photo
    of this machine, and dropped (0) when it is not what its name says."""
    row = work.session.get(PhotoPartRow, sha256)
    begun = row.bytes if row is not None and row.size == piece.size else b""
    whole = begun[: piece.start] + piece.data
    if row is not None and (len(whole) >= piece.size or len(begun) < piece.start):
        work.session.delete(row)
    if len(begun) < piece.start:
        return 0
    if len(whole) < piece.size:
        work.session.merge(PhotoPartRow(sha256=sha256, size=piece.size, bytes=whole))
        return len(whole)
    if hashlib.sha256(whole).hexdigest() != sha256:
        return 0
    epoch = read_meta(work.session, Meta.EPOCH)
    work.session.merge(PhotoRow(sha256=sha256, bytes=whole, added_at=work.now, epoch=epoch))
    return len(whole)


def _not_at_central(work: Work) -> ColumnElement[bool]:
    return or_(PhotoRow.epoch == "", PhotoRow.epoch != read_meta(work.session, Meta.EPOCH))
