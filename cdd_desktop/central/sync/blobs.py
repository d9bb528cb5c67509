"""Photos and files at central: taken in pieces from any byte on, proved by their SHA-256, kept once.

A blob is known by a record that names it: an office sends what its own records name, and is given what a record names
that it may see the values of (its own, and for a province the certified ones of its districts).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from cdd_desktop.central.holding.devices import authenticate
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.numbers import insert_for
from cdd_desktop.central.tables.rows import (
    BlobHolderRow,
    BlobPartRow,
    BlobRow,
    CertificationRow,
    CertifiedEntryRow,
    MetaRow,
    RecordRow,
)
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.domain.record import KEPT
from cdd_desktop.sync.blobs import BlobPlace, Piece, is_sha256
from cdd_desktop.sync.protocol import LARGEST_BLOB, MOST_BLOBS, BlobsAnswer, BlobsRequest, BlobState

QUOTA = 2 * 1024 * 1024 * 1024
MEGABYTE = 1024 * 1024
PARTS_KEPT = timedelta(days=30)
"""What has been begun and not gone on with for so long is dropped when its office begins another one."""


def read_states(endpoint: Endpoint, body: bytes, token: str) -> bytes:
    """How much central holds of each blob of a ``BlobsRequest``. Raises ``ProblemError``."""
    try:
        request = msgspec.json.decode(body, type=BlobsRequest)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ProblemError(400, "body-unreadable") from error
    if len(request.blobs) > MOST_BLOBS or not all(is_sha256(one.sha256) for one in request.blobs):
        raise ProblemError(400, "body-unreadable")
    vault = Vault(endpoint.keys)
    with endpoint.database.read() as session:
        device = authenticate(session, token, request.device)
        if device.unit != request.unit:
            raise ProblemError(403, "unit-mismatch")
        states = [
            _state(session, device.unit, one.sha256)
            if _is_named(session, vault, device.unit, (one.sha256, one.record))
            else BlobState(sha256=one.sha256, code="blob-unnamed")
            for one in request.blobs
        ]
        answer = BlobsAnswer(epoch=session.get_one(MetaRow, "epoch").value, blobs=states)
    return msgspec.json.encode(answer)


def take_piece(endpoint: Endpoint, place: BlobPlace, piece: Piece) -> bytes:
    """Keep a piece that joins on to what is here; the ``BlobState`` after it. The last one is answered when the whole
    has been proved and is durable.

    Raises ``ProblemError``: ``blob-unnamed``, ``blob-too-large``, ``blob-quota``, ``blob-offset`` with where to go on,
    ``blob-hash`` (all of it has to be sent anew).
    """
    if not is_sha256(place.sha256):
        raise ProblemError(404, "not-found")
    if piece.size > LARGEST_BLOB:
        raise ProblemError(413, "blob-too-large", largest=LARGEST_BLOB // MEGABYTE)
    with endpoint.database.write() as session:
        state = _take(session, endpoint, place, piece)
    if not state.offset:
        raise ProblemError(422, "blob-hash")
    return msgspec.json.encode(state)


def give_piece(endpoint: Endpoint, place: BlobPlace, wanted: tuple[int, int] | None) -> Piece:
    """Bytes from the first wanted one to before the second (None: all).

    Raises ``ProblemError``: ``blob-unknown`` for what is not here or not for this office, ``blob-range``.
    """
    vault = Vault(endpoint.keys)
    with endpoint.database.read() as session:
        device = authenticate(session, place.token, place.device)
        holder = _holder(session, vault, device.unit, (place.sha256, place.record)) if is_sha256(place.sha256) else ""
        row = session.get(BlobRow, place.sha256) if holder else None
        if row is None or session.get(BlobHolderRow, (place.sha256, holder)) is None:
            raise ProblemError(404, "blob-unknown")
        data = vault.open_bytes(row.body)
    start, stop = wanted or (0, len(data))
    if start >= len(data):
        raise ProblemError(416, "blob-range")
    return Piece(start, len(data), data[start:stop])


def _take(session: Session, endpoint: Endpoint, place: BlobPlace, piece: Piece) -> BlobState:
    """The state afterwards; an offset of 0 when the whole was not what its name says, and all of it was dropped."""
    vault = Vault(endpoint.keys)
    unit = authenticate(session, place.token, place.device).unit
    if not _is_named(session, vault, unit, (place.sha256, place.record)):
        raise ProblemError(404, "blob-unnamed")
    state = _state(session, unit, place.sha256)
    if state.size == state.offset > 0:
        return state
    mine = (BlobPartRow.unit == unit, BlobPartRow.sha256 == place.sha256)
    if state.size not in (0, piece.size):
        session.execute(delete(BlobPartRow).where(*mine))
        state = BlobState(sha256=place.sha256)
    if piece.start > state.offset:
        raise ProblemError(409, "blob-offset", offset=state.offset)
    now = endpoint.clock.now()
    if not state.offset:
        session.execute(delete(BlobPartRow).where(BlobPartRow.unit == unit, BlobPartRow.at < to_text(now - PARTS_KEPT)))
        _check_quota(session, unit, piece.size)
    fresh = piece.data[state.offset - piece.start :]
    if not fresh:
        return state
    part = BlobPartRow(unit=unit, sha256=place.sha256, start=state.offset, length=len(fresh), size=piece.size)
    part.body, part.at = vault.seal_bytes(fresh), to_text(now)
    session.add(part)
    session.flush()
    state = BlobState(sha256=place.sha256, size=piece.size, offset=state.offset + len(fresh))
    if state.offset == state.size:
        parts = session.scalars(select(BlobPartRow.body).where(*mine).order_by(BlobPartRow.start))
        whole = b"".join(vault.open_bytes(body) for body in parts)
        session.execute(delete(BlobPartRow).where(*mine))
        if hashlib.sha256(whole).hexdigest() != place.sha256:
            return BlobState(sha256=place.sha256)
        _keep(session, vault, (unit, place.sha256, to_text(now)), whole)
    return state


def _keep(session: Session, vault: Vault, whose: tuple[str, str, str], whole: bytes) -> None:
    """Once, whoever has sent it; ``whose``: the office, the SHA-256, and when it was whole."""
    unit, sha256, at = whose
    for row, values in (
        (BlobRow, {"size": len(whole), "body": vault.seal_bytes(whole)}),
        (BlobHolderRow, {"unit": unit}),
    ):
        insert = insert_for(session, row).on_conflict_do_nothing()
        session.execute(insert, [{"sha256": sha256, "at": at, **values}])


def _state(session: Session, unit: str, sha256: str) -> BlobState:
    """What an office has sent of a blob. What others have sent counts for nothing: who names a blob has to show it."""
    if session.get(BlobHolderRow, (sha256, unit)) is not None:
        size = session.scalar(select(BlobRow.size).where(BlobRow.sha256 == sha256)) or 0
        return BlobState(sha256=sha256, size=size, offset=size)
    offset, size = session.execute(
        select(func.sum(BlobPartRow.length), func.max(BlobPartRow.size)).where(
            BlobPartRow.unit == unit, BlobPartRow.sha256 == sha256
        )
    ).one()
    return BlobState(sha256=sha256, size=int(size or 0), offset=int(offset or 0))


def _check_quota(session: Session, unit: str, size: int) -> None:
    """Raises ``ProblemError("blob-quota")`` when the office's blobs, those under way too, would be too much."""
    kept = select(func.sum(BlobRow.size)).join(BlobHolderRow, BlobHolderRow.sha256 == BlobRow.sha256)
    whole = session.scalar(kept.where(BlobHolderRow.unit == unit)) or 0
    begun = session.scalar(select(func.sum(BlobPartRow.length)).where(BlobPartRow.unit == unit)) or 0
    if int(whole) + int(begun) + size > QUOTA:
        raise ProblemError(403, "blob-quota")


def _is_named(session: Session, vault: Vault, unit: str, named: tuple[str, str]) -> bool:
    """Whether a record of the office names the blob; ``named``: SHA-256 and record."""
    return _holder(session, vault, unit, named) == unit


def _holder(session: Session, vault: Vault, unit: str, named: tuple[str, str]) -> str:
    """The office whose record names the blob and whose values ``unit`` may see; "" where there is none."""
    sha256, record = named
    row = session.get(RecordRow, record)
    if row is not None and row.unit == unit and not row.deleted and sha256 in _blobs(vault.open(row.content)):
        return unit
    query = (
        select(CertificationRow.unit, CertifiedEntryRow.content)
        .join(CertificationRow, CertificationRow.id == CertifiedEntryRow.certification)
        .where(CertifiedEntryRow.record == record)
        .order_by(CertificationRow.received_at.desc())
    )
    for owner, content in session.execute(query):
        opened = vault.open(content)
        if owner == unit and sha256 in _blobs(opened):
            return unit
        above = {path: value for path, value in opened.items() if not path.startswith(KEPT)}
        if len(unit) == 2 and owner != unit and owner.startswith(unit) and sha256 in _blobs(above):
            return str(owner)
    return ""


def _blobs(content: Mapping[str, Any]) -> Sequence[str]:
    return [name for value in content.values() if isinstance(value, list) for name in value]
